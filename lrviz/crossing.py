"""Sentences from one process to another: with what they are made of, so that the window says them in its language.

For all who only read them they are texts, on either side. A field that may hold one is `Said`.
"""

from __future__ import annotations

import numbers
from typing import TYPE_CHECKING, Any

import msgspec

from lrviz.sentences import Sentence

if TYPE_CHECKING:
    Said = str
else:
    Said = Sentence  # by which msgspec knows what to ask `unpacked` for
    """A text of a message: a sentence where one was sent, and any other text as it is."""


def packed(value: object) -> Any:
    """Give what msgpack carries of a value that it doesn't know: a sentence's making, and the text of all else."""
    if not isinstance(value, Sentence):
        return str(value)
    making = {"template": value.template, "values": {name: _plain(one) for name, one in value.values.items()}}
    return making if _remade(making) == value else str(value)


def unpacked(kind: type, value: object) -> Any:
    """Give the sentence that was packed."""
    if kind is not Sentence:
        raise NotImplementedError(kind)
    made = _remade(value)
    return made if isinstance(made, Sentence) else Sentence(str(made), {})


def _plain(value: Any) -> Any:
    match value:
        case Sentence() | bool() | None:
            return value
        case numbers.Integral() if abs(int(value)) < 2**63:
            return int(value)
        case numbers.Real() if not isinstance(value, numbers.Integral):
            return float(value)
    return str(value)


def _remade(value: Any) -> Any:
    """Make a sentence, and those in it; None where what it is made of doesn't make one."""
    if not isinstance(value, dict):
        return value
    try:
        return Sentence(value["template"], {name: _remade(one) for name, one in value["values"].items()})
    except (KeyError, ValueError, TypeError):
        return None


encoder = msgspec.msgpack.Encoder(enc_hook=packed)
"""Writes messages that may hold sentences, each in a field that is `Said`."""
plain = msgspec.msgpack.Encoder(enc_hook=str)
"""Writes sentences, and all other kinds of text, as the text they are: for any field, where nobody says them again."""


def decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    """Give what reads messages of a kind."""
    return msgspec.msgpack.Decoder(kind, dec_hook=unpacked)
