"""The views, by key: what each is called, and its manual."""

from __future__ import annotations

from typing import NamedTuple

from lrviz.manual import Manual, read


class View(NamedTuple):
    """A view: its title, and what it tells people."""

    title: str
    manual: Manual


VIEWS = {
    "schedule": View(
        "Schedule",
        read("""The learning rate at every step of the plan, exactly as torch would step it, and the loss it leads to.

        Nothing is trained for it: a curve of a thousand million steps is drawn as fast as one of a hundred. Where
        torch would raise, the curve ends, and the finding says with what words.

        When: before anything is trained: to see where a warm-up ends, how low the rate gets, and what two shapes cost.
        Mistake: reading an epoch for a step; the axis counts updates, and U changes it to epochs, samples or tokens
            (LR101).
        """),
    ),
    "loss": View(
        "Loss",
        read("""What one example costs along what the model answers, and how hard it pulls there.

        The upper curve is the loss, the lower one minus its slope: the push of gradient descent. Below them stands
        where the training set lies now, as a histogram.

        When: two losses are to be told apart: which one still pulls at an answer that is right, or at a wild outlier.
        Mistake: comparing the heights of two losses; only the push trains, and a factor before it is a factor of the
            rate.
        """),
    ),
    "landscape": View(
        "Landscape",
        read("""The loss over a plane of the weights, with the paths the runs walked on it.

        The plane goes through the ends of three runs, which lie in it exactly; everything else is a projection. The
        panel says how much of the paths lies in it, and a ring how far off it a run is at the cursor.

        When: after a race: do two runs end in one basin, and is there a ridge between them?
        Mistake: reading the height under a path as the run's loss: off the plane they differ. At the start of the first
            session the plane of principal components shows 1.40, and 2.31 is true.
        Source: Li et al. 2018, Visualizing the loss landscape of neural nets, arXiv 1712.09913
        """),
    ),
    "training": View(
        "Training",
        read("""What a race measured: losses, metrics and the rate over the updates, live while it trains.

        Runs of one seed start from the same weights and see the same batches, so that what differs is the schedule. A
        dashed grey line belongs to a version of its run that has been changed since.

        When: a forecast isn't enough: a second of real training on a small problem shows the noise, too.
        Mistake: ranking two runs by one seed: take five, and look whether the bands overlap.
        """),
    ),
    "finder": View(
        "LR finder",
        read("""Raises a run's rate from update to update until its loss blows up, and says where to begin.

        Several seeds are searched, and each suggestion is drawn with how far it spreads over them.

        When: the size of a rate isn't known at all: the search takes 100 updates.
        Mistake: taking the steepest place: it lies above the cliff as often as not. Of a schedule that decays, three
            times the rate at a tenth of the lowest place did best on the four problems measured.
        Source: Smith 2017, Cyclical learning rates for training neural networks, arXiv 1506.01186
        """),
    ),
    "gradients": View(
        "Gradients",
        read("""One update taken apart, layer by layer: activations, gradients, and by how much each weight moves.

        The box of each layer says how large its gradient is and which share of its weights the update is; a frozen
        layer passes the gradient on and keeps none.

        When: a run doesn't learn: see which layer gets no gradient, or one that is a thousand times too large.
        Mistake: believing that a frozen layer stops the gradient: it passes through, and only what lies before all
            that trains gets none.
        """),
    ),
    "overview": View(
        "All views at once",
        read("""Every view of the session on one board, each as far as it is known.

        Nothing is raced, surveyed or searched for it: what isn't known yet says on its card what it takes.

        When: a session is shown to others, or two views are to be read beside each other.
        Mistake: waiting for its pictures to fill: each view does its work in its own place.
        """),
    ),
}
