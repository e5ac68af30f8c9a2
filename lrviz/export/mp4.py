"""Films as MP4: H.264 that every browser and player shows, written frame by frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint32]
"""A picture (height, width): each pixel is 0xRRGGBB; its sides are even."""
QUALITY = "16"
"""x264's constant rate factor: 18 is seen as lossless in films; thin lines want a little more."""


def mp4(path: Path, frames: Iterable[Pixels], size: tuple[int, int], fps: int) -> Iterator[None]:
    """Write a film of `size` (width, height) into a file; yield after each frame.

    Colours are those of HDTV (BT.709, limited range), and say so; the index stands in front, so that it plays while it
    loads.

    Raises
    ------
    OSError
        It can't be written.
    """
    import av
    from av.video.frame import VideoFrame
    from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=fps, options={"crf": QUALITY, "preset": "fast"})
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        coder = stream.codec_context
        coder.colorspace, coder.color_range = Colorspace.ITU709, ColorRange.MPEG
        coder.color_primaries, coder.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        for pixels in frames:
            opaque = np.ascontiguousarray(pixels, "<u4").view(np.uint8).reshape(*pixels.shape, 4)
            picture = VideoFrame.from_ndarray(opaque, format="bgra").reformat(
                format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
            )
            container.mux(stream.encode(picture))
            yield
        container.mux(stream.encode(None))
