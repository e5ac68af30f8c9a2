"""Compiles translations: the .ts files that people edit into the .qm that Qt looks texts up in, as its lrelease does.

Only the standard library is imported: the build of a wheel runs this file alone, where there is no Qt.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
LANGUAGE, HASHES, MESSAGES, PLURALS = 0xA7, 0x42, 0x69, 0x88
END, TRANSLATION, SOURCE, CONTEXT, COMMENT = 1, 3, 6, 7, 8
RULES = {"en": bytes((1, 1))}
"""Which plural form stands for which number, in Qt's code: the first where n = 1. Without rules there is one form."""


@dataclass(frozen=True)
class Message:
    """A text, and what is said for it: one translation, or one for each plural form in the language's order."""

    context: str
    source: str
    forms: tuple[str, ...]
    numerus: bool = False
    comment: str = ""

    @property
    def finished(self) -> bool:
        """Whether all of it is translated."""
        return all(self.forms)


def read(path: Path) -> Iterator[Message]:
    """Give every message of a .ts file in its order; an unfinished one has an empty form.

    Raises
    ------
    OSError, xml.etree.ElementTree.ParseError
        It can't be read.
    """
    from xml.etree import ElementTree as ET  # a wheel holds compiled files, and does without

    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            given = message.find("translation")
            numerus = message.get("numerus") == "yes"
            forms: tuple[str, ...] = ("",)
            if given is not None and given.get("type") is None:
                forms = tuple(one.text or "" for one in given.iter("numerusform")) if numerus else (given.text or "",)
            yield Message(name, message.findtext("source", ""), forms, numerus, message.findtext("comment", ""))


def language(path: Path) -> str:
    """Give what a .ts file calls its language, as ko_KR."""
    from xml.etree import ElementTree as ET

    return ET.parse(path).getroot().get("language", "")  # noqa: S314 - our own file


def compiled(language: str, messages: Iterable[Message]) -> bytes:
    """Give the .qm of what is said in a language (ko_KR); unfinished messages are left out, and so stay English."""
    body, hashes = bytearray(), []
    for message in messages:
        if message.finished:
            hashes.append((_hash((message.source + message.comment).encode()), len(body)))
            body += _record(message)
    index = b"".join(struct.pack(">II", *one) for one in sorted(hashes))
    rules = RULES.get(language.partition("_")[0], b"")
    sections = ((LANGUAGE, language.encode()), (HASHES, index), (MESSAGES, bytes(body)), (PLURALS, rules))
    return MAGIC + b"".join(_section(tag, data) for tag, data in sections if data)


def _section(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _record(message: Message) -> bytes:
    texts = [(TRANSLATION, form.encode("utf-16-be")) for form in message.forms]
    texts += [
        (COMMENT, message.comment.encode()),
        (SOURCE, message.source.encode()),
        (CONTEXT, message.context.encode()),
    ]
    return b"".join(_section(tag, data) for tag, data in texts) + bytes((END,))


def _hash(text: bytes) -> int:
    """Give the ELF hash by which Qt finds a text; it never is 0."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        if high:
            value = (value ^ (high >> 24)) & 0x0FFFFFFF
    return value or 1
