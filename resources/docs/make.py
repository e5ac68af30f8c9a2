"""The pages of rules, lessons and cards, from what these are; run it after every change of what they tell."""

from __future__ import annotations

from pathlib import Path

from lrviz.rules.linter import rules
from lrviz.rules.rule import Example, Rule

HEAD = """\
# Rules

What `lrviz lint` finds in a text or a session. Every example below is linted in the tests: what stands under *bad* is
found, and what stands under *good* is not. `# N steps of M` says how often the scheduler is stepped (`--steps N`), and
how many updates an epoch has (`--steps-per-epoch M`); `raced` says that a race with `probe` has measured it, as in the
window or by `lrviz.lint(experiment, result=lrviz.train(experiment))`.

A line that ends in `# noqa: LR102` is not complained of; nor is one that ends in `# noqa`, by any rule.
"""


def page() -> str:
    """Write the whole page."""
    ids = sorted({rule.id for rule in rules()})
    listed = "\n".join(f"- [{one}](#{one.lower()}): {', '.join(rule.title for rule in _of(one))}" for one in ids)
    return "\n".join([HEAD, listed, "", *(f"## {one}\n\n{''.join(map(_section, _of(one)))}" for one in ids)])


def _of(number: str) -> list[Rule]:
    return [rule for rule in rules() if rule.id == number]


def _section(rule: Rule) -> str:
    words, _, _ = rule.manual.partition("\nBad:")
    examples = "".join(map(_example, rule.examples))
    seen = rule.manual.partition("Seen in: ")[2].strip()
    evidence = f"Seen in: {' '.join(seen.split())}\n\n" if seen != "—" else ""
    return f"### {rule.title[0].upper()}{rule.title[1:]} ({rule.severity})\n\n{words.strip()}\n\n{examples}{evidence}"


def _example(example: Example) -> str:
    epoch = f" of {example.updates_per_epoch}" if example.updates_per_epoch else ""
    raced = " raced" if example.raced else ""
    plan = f"  # {example.steps} steps{epoch}{raced}" if example.steps else ""
    return f"*{example.kind.lower()}*\n\n```python\n{example.text}{plan}\n```\n\n"


if __name__ == "__main__":
    from cards_page import pages, pictures  # the script's own folder is where scripts import from
    from lessons_page import page as lessons_page

    here = Path(__file__).parent
    for name, text in {"rules.md": page(), "lessons.md": lessons_page(), **pages()}.items():
        (here / name).write_text(text.rstrip() + "\n", encoding="utf-8")
    (here / "pictures").mkdir(exist_ok=True)
    for name, text in pictures().items():
        (here / "pictures" / name).write_text(text, encoding="utf-8")
