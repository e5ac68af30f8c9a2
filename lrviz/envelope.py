"""An envelope: a JSON document as text that survives chats, mails and web pages, with a check that tells damage."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import zlib
from collections.abc import Iterator

from lrviz.errors import LrvizError, shown
from lrviz.sentences import Sentence, say

WIDTH = 72
"""Characters of a line: mail programs wrap longer ones."""
READABLE = 8000
"""Characters of a document that is sent as it is; a longer one is packed."""
LONGEST = 8 * READABLE
"""Characters that a readable one may take after all that was done to it."""
LARGEST = 16 * 2**20
"""Characters that are looked at, and bytes that a packed document may have."""

MOST = 200
"""Places that are looked at for a head: a text may be full of them."""
HEAD = 400
"""Characters that a head takes at most, with what a mail program puts before its lines."""
PLACE = 'id="session">'
"""Where a report has it, which nothing in a report can look like."""
ENOUGH = 2 * 2**20
"""Characters behind heads that are read before a text is given up."""

_HEAD = re.compile(r"lrviz\s+session,[^{}:]{0,80}?\bcheck\s+([0-9a-f]{8})(?:,\s+packed\s+([0-9]{1,9}))?:")
_START = re.compile(r"lrviz\s+session,")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BREAKS = (re.compile(r"[ \t]*\r?\n[ \t]*"), " "), (re.compile(r"\r?\n"), ""), (re.compile(r"\s*\n\s*"), "")
"""How lines are broken anew, and what stood there: by mail programs at a space, by terminals anywhere."""
_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "„": '"', "\xa0": " ", "\u200b": None, "\ufeff": None})


class TornError(LrvizError):
    """What should be in an envelope isn't, or not as it was put in."""


def sealed(document: str, about: str) -> str:
    """Put a JSON document into an envelope; `about` says in a few words what it holds.

    A line with a check comes first, then the document in lines of at most `WIDTH` characters, broken between its
    values; a long one is compressed and written in base 64. No character means anything to HTML.
    """
    value = json.loads(document)
    text = _plain(json.dumps(value, ensure_ascii=False))
    check = f"lrviz session, {about}, check {_check(value)}"
    if len(text) <= READABLE:
        return f"{check}:\n{_wrapped(text)}\n"
    packed = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    lines = "\n".join(packed[i : i + WIDTH] for i in range(0, len(packed), WIDTH))
    return f"{check}, packed {len(packed)}:\n{lines}\n"


def holds(text: str) -> bool:
    """Say whether there is an envelope in a text, whatever stands around it."""
    return len(text) <= LARGEST and next(_heads(text), None) is not None


def unsealed(text: str) -> str:
    """Give the JSON document in an envelope of a text, the first that is whole.

    What stands around it is left aside: a code fence, quotation marks before each line, a page of HTML. Lines that
    were broken anew are joined, and quotation marks that were turned are turned back, where the check says so.

    Raises
    ------
    TornError
        It is cut off, or was changed on its way.
    """
    torn: TornError | None = None
    read, text = 0, text[:LARGEST]
    for head, at, depth in _heads(text):
        body = _behind(text, head, at, depth)
        read += len(body)
        try:
            return _opened(head, body)
        except TornError as error:
            torn = torn or error
        if read > ENOUGH:
            break
    raise torn or TornError(say("it holds no lrviz session"))


def _heads(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Give what may be the head of an envelope, where it begins and how often it is quoted; a name may look so."""
    page = max(0, text.find(PLACE))  # what is said of a session before it may hold much that looks so
    for found in itertools.islice(_START.finditer(text, page), MOST):
        at = found.start()
        depth = _depth(text[max(0, at - WIDTH) : at].rpartition("\n")[2])
        if head := _HEAD.match(_unquoted(text[at : at + HEAD], depth)):
            yield head, at, depth


def _behind(text: str, head: re.Match[str], at: int, depth: int) -> str:
    """Give what follows a head, as far as its document can reach: marks take no more room than what they quote."""
    reach = HEAD + 2 * (LONGEST + int(head[2] or 0))
    return _unquoted(text[at : at + reach], depth)[head.end() :]


def _opened(head: re.Match[str], body: str) -> str:
    """Give the document behind a head."""
    check, packed = head.groups()
    if packed is not None:
        return _unpacked(body, int(packed), check)
    torn: TornError | None = None
    for read in _readings(body[:LONGEST]):
        try:
            value, end = json.JSONDecoder().raw_decode(read)
        except (ValueError, RecursionError) as error:
            torn = torn or TornError(_broken(read, error))
            continue
        if _check(value) == check:
            return read[:end]
        given = _check(value)
        words = say("it was changed on its way: its check is {check}, and this gives {given}", check=check, given=given)
        torn = torn or TornError(words)
    raise torn or TornError(say("it is cut off"))


def _plain(text: str) -> str:
    """Write as JSON's escapes what HTML reads, what can't be seen, and all but one of several spaces."""
    seen = (char if char.isprintable() and char not in "<>&`“”„" else _code(char) for char in text)
    return re.sub(" (?= )", r"\\u0020", "".join(seen))


def _code(char: str) -> str:
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


def _wrapped(text: str) -> str:
    """Break JSON into lines behind its commas; each run begins a line of its own."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and (len(line) + len(piece) > WIDTH or piece.startswith('{"name": ')):
            lines.append(line.rstrip())
            line = ""
        line += piece
    return "\n".join([*lines, line])


def _pieces(text: str) -> Iterator[str]:
    """Give JSON in pieces, between which a line may end; no string is broken."""
    start = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"|(, |\[(?=\{))', text):
        if found[1]:
            yield text[start : found.end()]
            start = found.end()
    yield text[start:]


def _depth(before: str) -> int:
    """Give how often a mail program has quoted a line, by what stands before its first word."""
    return before.count(">") if re.fullmatch(r"[ \t>]*", before) else 0


def _unquoted(text: str, depth: int) -> str:
    """Give a text without what a mail program puts before each line, so often."""
    return re.sub(rf"^(?:[ \t]*>){{1,{depth}}} ?", "", text, flags=re.MULTILINE) if depth else text


def _readings(text: str) -> Iterator[str]:
    """Give what a document may have been before its lines were broken and its quotation marks turned."""
    start = text.find("{")
    body = text[start:] if start >= 0 else ""
    for each in (body, body.translate(_TYPOGRAPHY)):
        for broken, gap in _BREAKS:
            yield _STRING.sub(lambda found, broken=broken, gap=gap: broken.sub(gap, found[0]), each)  # type: ignore[misc]


def _broken(text: str, error: Exception) -> Sentence:
    if isinstance(error, RecursionError):
        return say("it is nested too deeply")
    at = error.pos if isinstance(error, json.JSONDecodeError) else 0
    if at >= len(text.rstrip()) or _STRING.sub("", text).count('"') % 2:
        return say("it is cut off")
    return say("it was changed on its way: {part} can’t stand where it does", part=shown(text[at : at + 20]))


def _unpacked(text: str, length: int, check: str) -> str:
    packed = "".join(text.split())[:length]
    if len(packed) < length:
        words = say("it is cut off: {there} of its {all} characters are there", there=len(packed), all=length)
        raise TornError(words)
    try:
        unpacking = zlib.decompressobj()
        document = unpacking.decompress(base64.b64decode(packed, validate=True), LARGEST).decode()
        whole = unpacking.eof and _check(json.loads(document)) == check
    except (ValueError, zlib.error, RecursionError):  # of base 64, UTF-8 and JSON
        whole = False
    if not whole:
        raise TornError(say("it was changed on its way: what is packed in it can’t be unpacked"))
    return document


def _check(value: object) -> str:
    """Give eight digits that tell one document from another, however it is spaced."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:8]
