"""What can be found: entries as plain values, and in which order they are shown for what is typed; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lrviz.ui.find.letters import spelled
from lrviz.ui.find.ranking import match

LATELY = 8
"""What it is worth to be used last: as much as one more letter in a row."""
DIM = -6
"""What it is worth that can't be done now."""
NO_RUN = -1


@dataclass(frozen=True)
class Entry:
    """One thing that can be found and done: `act` does it.

    `key` tells it from all others, from one start to the next. `group` says what kind of thing it is, `beside` holds
    words that it is found by too, `keys` are spelled as the system does, and `why` says why it can't be done now.
    """

    key: str
    title: str
    group: str
    act: Callable[[], object] = field(compare=False)
    icon: str = ""
    colour: int = NO_RUN
    """A run's colour, whose swatch stands in place of an icon."""
    beside: str = ""
    keys: tuple[str, ...] = ()
    why: str = ""

    @property
    def aside(self) -> str:
        """All words that it is found by beside its title."""
        return f"{self.group} {self.beside}"

    def spell(self) -> None:
        """Spell its words before they are searched: of all entries that takes longer than a letter may."""
        for text in (self.title, self.aside):
            spelled(text)


@dataclass(frozen=True)
class Shown:
    """An entry as it is shown: which characters of its title were hit."""

    entry: Entry
    hits: frozenset[int] = frozenset()


def ordered(query: str, entries: Sequence[Entry], used: Sequence[str] = ()) -> tuple[Shown, ...]:
    """Give the entries that match a query, the best first; all of them, those used last first, where there is none.

    Equals keep the order they came in.
    """
    place = {key: i for i, key in enumerate(used)}
    if not query.strip():
        return tuple(Shown(one) for one in sorted(entries, key=lambda one: place.get(one.key, len(place))))
    found: list[tuple[float, Shown]] = []
    for one in entries:
        matched = match(query, one.title, one.aside)
        if matched is not None:
            lately = LATELY / (1 + place[one.key]) if one.key in place else 0
            found.append((matched.score + lately + (DIM if one.why else 0), Shown(one, matched.hits)))
    return tuple(shown for _, shown in sorted(found, key=lambda scored: -scored[0]))
