"""A font that is the same on every machine: letters on a grid of 3 × 5, drawn here and made into TrueType.

Pictures written with it depend on no font that is installed, nor on the version of one.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator

FAMILY = "Frozen"
EM, CELL, GAP = 1000, 150, 110
"""Units: of the em, of a cell's side, and between two letters."""
ADVANCE = 3 * CELL + GAP
SMALL = 0.78
"""How large small letters and superscripts are: small letters are capitals of another size."""
ROWS = {
    "0": "75557", "1": "26227", "2": "71747", "3": "71717", "4": "55711", "5": "74717", "6": "74757", "7": "71122",
    "8": "75757", "9": "75717", "A": "25755", "B": "65656", "C": "34443", "D": "65556", "E": "74647", "F": "74644",
    "G": "34553", "H": "55755", "I": "72227", "J": "11152", "K": "55655", "L": "44447", "M": "57755", "N": "65555",
    "O": "25552", "P": "65644", "Q": "25573", "R": "65655", "S": "34216", "T": "72222", "U": "55557", "V": "55552",
    "W": "55775", "X": "55255", "Y": "55222", "Z": "71247", ".": "00002", ",": "00024", ":": "02020", ";": "02024",
    "-": "00700", "+": "02720", "=": "07070", "/": "11244", "\\": "44211", "(": "12221", ")": "42224", "[": "64446",
    "]": "31113", "'": "22000", '"': "55000", "%": "51245", "!": "22202", "?": "71202", "_": "00007", "*": "05250",
    "^": "25000", "#": "57575", "&": "25256", "@": "25543", "<": "12421", ">": "42124", "~": "03600", "|": "22222",
    "$": "36236", " ": "00000", "…": "00005", "·": "00200", "→": "02721", "‖": "55555", "√": "11152", "Δ": "02557",
}  # fmt: skip
"""Each letter's rows from the top, a digit of base 8 each: 4 is its left cell, 1 its right one."""
LIKE = {"−": "-", "–": "-", "—": "-", "×": "*", "÷": "/", "’": "'", "‘": "'", "“": '"', "”": '"', "•": "·",
        "\xa0": " ", "\u202f": " ", "⟨": "<", "⟩": ">", "≤": "<", "≥": ">", "↑": "^", "±": "+", "∂": "6"}  # fmt: skip
CODES = (
    *range(0x20, 0x250),
    *range(0x391, 0x3CA),
    *range(0x2010, 0x2060),
    *range(0x2070, 0x2090),
    *range(0x2190, 0x22FF),
)
"""The characters it has; any other one is a full box, and no other font stands in."""


def frozen_font() -> bytes:
    """Give the font as a TrueType file."""
    shapes = {0: _outline("77577", 1.0)}
    places = {}
    for code in CODES:
        rows, size = _shape(chr(code))
        places[code] = len(shapes)
        shapes[len(shapes)] = _outline(rows, size)
    glyphs, starts = b"", [0]
    for shape in shapes.values():
        glyphs += shape
        starts.append(len(glyphs))
    count = len(shapes)
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(places),
        b"glyf": glyphs,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, 0, ADVANCE, EM, 0, 6, 2, 1, 0
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x10000, 900, -240, 0, ADVANCE, 0, 0, ADVANCE, 1, *[0] * 7, count
        ),
        b"hmtx": struct.pack(">Hh", ADVANCE, 0) * count,
        b"loca": struct.pack(f">{len(starts)}I", *starts),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, count, 64, 16, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _name(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 1, 0, 0, 0, 0),
    }  # fmt: skip
    return _file(tables)


def _shape(letter: str) -> tuple[str, float]:
    """Give a letter's rows and how large it is."""
    letter = LIKE.get(letter, letter)
    if letter in ROWS:
        return ROWS[letter], 1.0
    plain = unicodedata.normalize("NFKD", letter)[:1]
    plain = LIKE.get(plain, plain)
    return ROWS.get(plain, ROWS.get(plain.upper(), "77577")), SMALL


def _outline(rows: str, size: float) -> bytes:
    """Give a glyph of one rectangle for each run of cells."""
    boxes = list(_boxes(rows, size))
    if not boxes:
        return b""
    xs = [x for left, _, right, _ in boxes for x in (left, left, right, right)]
    ys = [y for _, low, _, high in boxes for y in (low, high, high, low)]
    ends = struct.pack(f">{len(boxes)}H", *range(3, 4 * len(boxes), 4))
    head = struct.pack(">hhhhh", len(boxes), min(xs), min(ys), max(xs), max(ys))
    moves = [struct.pack(f">{len(one)}h", *(b - a for a, b in zip([0, *one], one, strict=False))) for one in (xs, ys)]
    found = head + ends + struct.pack(">H", 0) + b"\x01" * len(xs) + b"".join(moves)
    return found + b"\0" * (-len(found) % 4)


def _boxes(rows: str, size: float) -> Iterator[tuple[int, int, int, int]]:
    """Give left, low, right, high of each run of cells in a row."""
    for row, digit in enumerate(rows):
        cells = [bool(int(digit, 8) & bit) for bit in (4, 2, 1)]
        for start in range(3):
            if cells[start] and not (start and cells[start - 1]):
                width = next((k for k in range(3 - start) if not cells[start + k]), 3 - start)
                left, low = (GAP / 2 + start * CELL), (4 - row) * CELL * size
                yield round(left), round(low), round(left + width * CELL), round(low + CELL * size)


def _cmap(places: dict[int, int]) -> bytes:
    """Give the map from characters to glyphs, in format 12: one group for each run."""
    groups: list[list[int]] = []
    for code in sorted(places):
        if groups and code == groups[-1][1] + 1 and places[code] == groups[-1][2] + code - groups[-1][0]:
            groups[-1][1] = code
        else:
            groups.append([code, code, places[code]])
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def _os2() -> bytes:
    return struct.pack(
        ">HhHHH10hh10s4I4sHHHhhhHHII",
        4, ADVANCE, 400, 5, 0, *[0] * 10, 0, bytes(10), 1, 0, 0, 0, b"lrvz", 0x40, 0x20, 0xFFFF,
        900, -240, 0, 900, 240, 1, 0,
    ) + struct.pack(">hhHHH", 585, 750, 0, 32, 1)  # fmt: skip


def _name() -> bytes:
    words = [(1, FAMILY), (2, "Regular"), (3, f"{FAMILY} 1"), (4, FAMILY), (5, "Version 1"), (6, FAMILY)]
    records, text = b"", b""
    for number, word in words:
        said = word.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(said), len(text))
        text += said
    return struct.pack(">HHH", 0, len(words), 6 + len(records)) + records + text


def _file(tables: dict[bytes, bytes]) -> bytes:
    head, body, at = b"", b"", 12 + 16 * len(tables)
    for tag, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        head += tag + struct.pack(">III", total, at + len(body), len(table))
        body += padded
    return struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 16 * len(tables) - 128) + head + body
