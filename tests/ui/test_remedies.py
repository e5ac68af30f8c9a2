"""Findings in the window: where they stand, where they lead, and what becomes of a run whose fix is applied."""

from __future__ import annotations

from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lrviz.catalog.schedules.cosine_annealing_lr import CosineAnnealingLR
from lrviz.catalog.schedules.linear_lr import LinearLR
from lrviz.catalog.schedules.sequential_lr import SequentialLR
from lrviz.errors import Finding, Patch
from lrviz.experiment import Experiment
from lrviz.listing import Listing
from lrviz.run import Run
from lrviz.ui import listed, palette
from lrviz.ui.controls.popup import PopUp
from lrviz.ui.form.part_form import PartBody
from lrviz.ui.form.pointing import control
from lrviz.ui.judging import Judged, remedied
from lrviz.ui.panels.finding_row import FindingRow
from lrviz.ui.window import Window
from tests.ui.opened import opened_alone

RISES = Run("rises", CosineAnnealingLR(50))
FLAT = Run("flat", CosineAnnealingLR(100))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = opened_alone(qtbot)
    made.store.open(Experiment.of(FLAT, RISES, steps=100), None)
    wait_for(made, ["LR102"], qtbot)
    return made


def ids(window: Window) -> list[str]:
    rows = window.dock.findings.shown
    return [row.finding.rule for row in rows if row.finding is not None and row.run is not None]


def wait_for(window: Window, wanted: list[str], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ids(window) == wanted)


def row(window: Window) -> FindingRow:
    return window.dock.findings.shown[0]


def test_what_is_wrong_stands_beside_the_code_and_what_is_not_in_one_line(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(window.linting.judged) == 2)
    assert row(window).sentence.text().startswith("After step 50 the learning rate rises again")
    assert row(window).fix.text() == "Set T_max=100"
    assert window.dock.findings.quiet.text().startswith("flat: nothing found by ")
    assert window.dock.halves.button("findings").text() == "Findings 1"


def test_the_button_applies_the_fix_in_one_undo_step(window: Window, qtbot: QtBot) -> None:
    before = window.store.experiment.runs[1]
    qtbot.mouseClick(row(window).fix, Qt.MouseButton.LeftButton)
    assert window.store.experiment.runs[1] == replace(before, schedule=CosineAnnealingLR(100))
    assert window.store.history.past.steps[-1].what == "Apply: T_max=100"
    wait_for(window, [], qtbot)
    window.store.history.undo()
    assert window.store.experiment.runs[1] == before
    wait_for(window, ["LR102"], qtbot)


def test_a_click_leads_to_the_run_the_step_the_code_and_the_field(window: Window, qtbot: QtBot) -> None:
    window.store.select(0)
    wait_for(window, ["LR102"], qtbot)
    qtbot.mouseClick(row(window), Qt.MouseButton.LeftButton, pos=row(window).icon_place.geometry().center())
    assert window.store.run is not None
    assert window.store.run.name == "rises"
    assert window.store.cursor == 50
    assert window.dock.code.text.marked == "50"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("T_max")


def test_enter_does_what_a_click_does_and_arrows_go_to_the_next(window: Window, qtbot: QtBot) -> None:
    window.store.edit("x", Experiment.of(RISES, replace(RISES, name="too"), steps=100))
    wait_for(window, ["LR102", "LR102"], qtbot)
    first, second = window.dock.findings.shown
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert second.run is not None
    assert window.store.run is not None
    assert window.store.run.name == second.run.name


def test_pointing_at_a_finding_draws_its_fix_dotted(window: Window, qtbot: QtBot) -> None:
    def styles() -> list[str]:
        assert window.page is not None
        return [line.style for line in window.page.figure.plots[0].lines]

    assert "fix" not in styles()
    middle = QPointF(4, 4)
    QApplication.sendEvent(row(window), QEnterEvent(middle, middle, middle))
    assert styles().count("fix") == 1
    QApplication.sendEvent(row(window), QEvent(QEvent.Type.Leave))
    assert "fix" not in styles()


def test_the_selected_run_s_findings_come_first(window: Window, qtbot: QtBot) -> None:
    window.store.edit("x", Experiment.of(RISES, replace(RISES, name="too"), steps=100))
    wait_for(window, ["LR102", "LR102"], qtbot)
    for place, name in ((1, "too"), (0, "rises")):
        window.store.select(place)
        qtbot.waitUntil(lambda name=name: row(window).run is not None and row(window).run.name == name)  # type: ignore[union-attr, misc]


def test_why_opens_the_rule_s_manual_and_it_can_be_copied(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(row(window).why, Qt.MouseButton.LeftButton)
    card = window.findChild(PopUp)
    assert isinstance(card, PopUp)
    assert "Bad:" in card.text
    assert "LR102" in card.text
    assert card.copy_button is not None
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == card.text
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_wide_window_has_cards_with_a_tint_and_a_narrow_one_a_tab(window: Window, qtbot: QtBot) -> None:
    window.resize(1920, 1080)
    QApplication.processEvents()
    card = row(window)
    assert card.fix.text() == "Apply fix"
    assert card.change.text() == "T_max=100"
    assert card.height() >= card.heightForWidth(card.width()) > 80
    image = card.grab().toImage()
    assert image.pixelColor(card.width() // 2, 3).name() == palette.LIGHT.warning_tint.name()
    window.resize(1000, 800)
    QApplication.processEvents()
    assert window.dock.tabs.isVisible()
    assert window.dock.tabs.button("findings").text() == "Findings 1"
    assert row(window).isVisible()


def test_the_chosen_tab_is_kept_for_its_view(window: Window) -> None:
    window.dock.halves.chosen.emit("numbers")
    assert window.dock.table.isVisible()
    assert not window.dock.findings.isVisible()
    window.show_view("training")
    window.show_view("schedule")
    assert window.dock.table.isVisible()


def test_a_fix_changes_the_person_s_own_text_in_one_place(window: Window, qtbot: QtBot) -> None:
    text = "opt = torch.optim.SGD(model.parameters(), lr=0.1)  # mine\nsched = CosineAnnealingLR(opt, T_max=50)\n"
    own = listed.pasted(Listing(text), RISES)
    window.store.edit("x", Experiment.of(own, steps=100))
    qtbot.waitUntil(lambda: [one.run.listing for one in window.linting.judged] == [own.listing])
    wait_for(window, ["LR102"], qtbot)
    qtbot.mouseClick(row(window).fix, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.dock.code.text.text == text.replace("T_max=50", "T_max=100"))


def test_a_finding_that_is_put_right_in_the_text_alone_changes_only_the_text() -> None:
    text = "optimizer = SGD(model.parameters(), lr=0.1)\nscheduler = StepLR(optimizer, 5)\nprint(scheduler.get_lr())\n"
    run = listed.pasted(Listing(text), RISES)
    at = text.index("get_lr")
    finding = Finding("LR106", "warning", "…", line=3, patches=(Patch(at, at + len("get_lr"), "get_last_lr"),))
    changed = remedied(run, run, finding)
    assert changed == replace(run, listing=Listing(text.replace("get_lr", "get_last_lr")))


def test_a_fix_keeps_what_a_person_changed_of_name_colour_and_eye_meanwhile() -> None:
    finding = Finding("LR102", "warning", "…", fix=replace(RISES, schedule=CosineAnnealingLR(100)))
    now = replace(RISES, name="other", colour=5, visible=False)
    assert remedied(now, RISES, finding) == replace(now, schedule=CosineAnnealingLR(100))


def test_a_fix_found_in_another_version_of_what_it_changes_is_not_applied() -> None:
    finding = Finding("LR102", "warning", "…", fix=replace(RISES, schedule=CosineAnnealingLR(100)))
    assert remedied(replace(RISES, schedule=CosineAnnealingLR(60)), RISES, finding) is None
    faster = replace(RISES, clip=1.0)
    assert remedied(faster, RISES, finding) == replace(faster, schedule=CosineAnnealingLR(100))


def test_every_place_of_a_composed_run_has_its_control(window: Window) -> None:
    composed = SequentialLR((LinearLR(0.1, total_iters=10), CosineAnnealingLR(90)), milestones=(10,))
    window.store.edit("x", Experiment.of(Run("composed", composed), steps=100))
    form = window.sidebar.form
    composer = form.schedule_form.composer
    assert composer is not None

    def body() -> PartBody:
        unfolded = composer.parts[1].body
        assert unfolded is not None
        return unfolded

    found = control(form, "schedule.schedulers[1].T_max")
    assert found is cast("QWidget", body().schedule.values.rows["T_max"])
    assert control(form, "schedule.milestones[0]") is body().milestone
    assert control(form, "optimizer.lr") is cast("QWidget", form.optimizer_form.rows["lr"])
    assert control(form, "clip") is cast("QWidget", form.clip)
    assert control(form, "stepped") is form.stepped
    assert control(form, "groups[3].lr") is form.groups_fold
    assert control(form, "nowhere.at.all") is None


def test_hidden_runs_are_not_judged(window: Window, qtbot: QtBot) -> None:
    window.store.edit("x", Experiment.of(FLAT, replace(RISES, visible=False), steps=100))
    window.store.select(0)
    wait_for(window, [], qtbot)
    assert window.linting.judged == (Judged(FLAT, window.linting.judged[0].findings),)


def test_a_fix_is_seen_while_its_button_has_the_focus(window: Window) -> None:
    row = next(row for row in window.dock.findings.shown if row.finding is not None and row.finding.rule == "LR102")
    seen: list[object] = []
    row.pointed.connect(seen.append)
    row.fix.setFocus(Qt.FocusReason.TabFocusReason)
    assert seen == [True]
    row.fix.clearFocus()
    assert seen == [True, False]


def test_a_fix_of_a_long_text_is_worked_out_aside_and_is_one_undo_step(window: Window, qtbot: QtBot) -> None:
    text = "import torch\n" + "x = 1\n" * 100 + "opt = torch.optim.SGD(p, lr=0.1)\n# to be put right\n"
    own = listed.pasted(Listing(text), RISES)
    window.store.edit_run(1, replace(own, name="long"), "x")
    finding = Finding("LR999", "warning", "wrong", patches=(Patch(len(text) - 18, len(text), "# right\n"),))
    before = window.store.history.count()
    window.remedies.apply(window.store.experiment.runs[1], finding)
    assert window.store.history.count() == before, "nothing is read in the window"
    qtbot.waitUntil(lambda: window.store.history.count() == before + 1)
    listing = window.store.experiment.runs[1].listing
    assert listing is not None
    assert listing.text.endswith("lr=0.1)\n# right\n")
