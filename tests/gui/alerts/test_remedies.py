"""Remedies beside the warnings: what is offered, what a click asks for, undo, and what the plots and words tell."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from engine.control import RunPhase
from engine.events import Alert, Event, RemedyApplied, RolledBack, StepDone
from engine.remedy import Remedy
from engine.settings.changes import with_changes
from engine.settings.presets import preset_settings
from gui.alerts.panel import WarningsPanel
from gui.alerts.remedy_box import RemedyUse, interventions_in_words
from gui.history.run_history import RunHistory, replay_history
from gui.plots.marks import change_marks
from gui.run.controller import RunController
from tests.gui.helpers import golden
from tests.gui.helpers.small_training import SmallTraining

LOWERED = RemedyApplied(
    stage=2,
    step=460,
    rule="gradient_explosion",
    label="Half the learning rate",
    changes={"stage2.head_lr": (0.01, 0.005)},
    origin="user",
    start="next_step",
)
BACK = RolledBack(stage=2, step=460, to_step=438, reason="The loss is 412.")


def labels(panel: WarningsPanel) -> list[str]:
    return [" ".join(button.text().split()) for button in panel.remedies.buttons]  # whatever the lines


def test_long_names_push_nothing_out_of_sight(panel: WarningsPanel) -> None:
    history = golden.history()
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    history.add(replace(alert, rule="mode_collapse"))
    history.add(replace(LOWERED, label="A tenth of the learning rate, with the usual bounds"))
    panel.set_history(history)
    panel.set_use(RemedyUse.APPLY)
    panel.table.selectRow(panel.filter.rowCount() - 1)
    assert [words for words in labels(panel) if "against collapse" in words or "usual bounds" in words]
    (area,) = (area for area in panel.findChildren(QScrollArea) if area.widget() is panel.remedies)
    assert max(button.sizeHint().width() for button in panel.remedies.buttons) <= area.viewport().width()


def test_the_selected_warning_offers_its_remedies_and_a_click_asks_for_one(panel: WarningsPanel, qtbot: QtBot) -> None:
    assert labels(panel) == []
    panel.set_use(RemedyUse.APPLY)
    panel.table.selectRow(0)
    assert labels(panel) == ["Half the learning rate"]
    with qtbot.waitSignal(panel.remedy_chosen) as chosen:
        panel.remedies.buttons[0].click()
    remedy, use = chosen.args
    assert isinstance(remedy, Remedy)
    assert (remedy.changes, use) == ({"stage2.head_lr": 0.005, "stage2.backbone_lr": 0.005}, RemedyUse.APPLY)
    words = [label.text() for label in panel.remedies.findChildren(QLabel)]
    assert any("Stage 2: Learning rate, head 0.01 → 0.005" in text and "from the next step" in text for text in words)


def test_a_run_that_is_over_gives_advice_and_a_stopped_one_goes_on_with_it(panel: WarningsPanel) -> None:
    panel.table.selectRow(0)
    assert labels(panel) == ["Into Set-up: Half the learning rate"]
    panel.set_use(RemedyUse.RESUME)
    assert labels(panel) == ["Resume: Half the learning rate"]


def test_what_was_changed_is_listed_and_can_be_undone(panel: WarningsPanel, qtbot: QtBot) -> None:
    history = golden.history()
    history.add(LOWERED)
    panel.set_use(RemedyUse.APPLY)
    panel.set_history(history)
    assert labels(panel) == ["Undo: Half the learning rate"]
    text = next(label.text() for label in panel.findChildren(QLabel) if "Changed while it ran" in label.text())
    assert "Step 460: Half the learning rate" in text
    with qtbot.waitSignal(panel.remedy_chosen) as chosen:
        panel.remedies.buttons[0].click()
    assert chosen.args is not None
    assert chosen.args[0].changes == {"stage2.head_lr": 0.01}


def test_a_policy_of_off_offers_nothing(panel: WarningsPanel) -> None:
    settings = with_changes(preset_settings("recommended"), {"health.policy": "off"})
    panel.set_history(replay_history(golden.events(), settings))
    panel.table.selectRow(0)
    assert labels(panel) == []
    assert not panel.remedies.findChildren(QPushButton)


def test_going_back_cuts_the_curves_and_is_marked_with_the_change() -> None:
    history = RunHistory(preset_settings("recommended"))
    for event in golden.events():
        if not isinstance(event, StepDone) or event.step <= 460:
            history.add(event)
    history.add(BACK)
    history.add(LOWERED)
    steps, _ = history.curve("loss")
    assert steps[-1] <= 438
    assert change_marks(history) == [(438, "back from 460"), (460, "changed")]
    assert history.settings is not None
    assert history.settings.stage2.head_lr == 0.005


def test_the_controller_hands_a_remedy_to_the_run(qtbot: QtBot, tmp_path: Path) -> None:
    made: list[SmallTraining] = []

    def make(settings: object, resume: Path | None) -> SmallTraining:
        made.append(SmallTraining(tmp_path))
        return made[-1]

    controller = RunController(make)
    first, second = (Remedy(name, {"loss.alpha_task": 0.9}, "next_step", "Why.") for name in ("first", "second"))
    controller.start(preset_settings("recommended"), remedy=first)
    qtbot.waitUntil(lambda: controller.history.phase == RunPhase.STAGE1)
    controller.request(second)
    assert [made[0].control.take_request() for _ in range(3)] == [first, second, None]
    with qtbot.waitSignal(controller.ended):
        controller.stop()


def test_a_student_drawn_anew_is_told_as_such() -> None:
    history = RunHistory()
    history.add(replace(BACK, to_step=0, new_weights=True))
    assert "back to step 0 with new weights. The loss is 412." in interventions_in_words(history)


def test_a_second_alert_of_a_rule_about_another_subject_has_its_own_row_and_remedy(panel: WarningsPanel) -> None:
    history = golden.history()
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    silent = replace(alert, rule="silent_term", step=500, since=460)
    for term in ("relation", "image"):
        history.add(replace(silent, subject=term, message=f"The loss term '{term}' is silent."))
    panel.set_history(history)
    panel.set_use(RemedyUse.APPLY)
    rows = [row for row in panel.filter.shown() if row.rule == "silent_term"]
    assert [row.subject for row in rows] == ["relation", "image"]
    for row in rows:
        panel.table.selectRow(panel.filter.shown().index(row))
        assert labels(panel) == [f"Switch the {row.subject} term off"]


def test_a_warning_that_was_healed_is_shown_as_healed(panel: WarningsPanel) -> None:
    history = golden.history()
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    step = next(event for event in golden.events() if isinstance(event, StepDone))
    history.add(replace(alert, step=1460, since=1450))
    panel.set_history(history)
    place = next(n for n, row in enumerate(panel.filter.shown()) if row.key == alert.key)
    panel.table.selectRow(place)
    for event, words in (
        (replace(LOWERED, step=1470), "Answered at step 1,470: Half the learning rate; not seen again since."),
        (replace(step, step=1530), "Healed at step 1,470: Half the learning rate; not seen again since."),
    ):
        history.add(event)
        panel.refresh()
        assert any(words in label.text() for label in panel.findChildren(QLabel))
        assert words in panel.model.tool_tip(history.alerts[alert.key])


def test_a_warning_that_was_healed_says_so_in_its_row(panel: WarningsPanel) -> None:
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    step = next(event for event in golden.events() if isinstance(event, StepDone))
    history = RunHistory(golden.history().settings)
    panel.set_history(history)

    def severity(*events: Event) -> object:
        for event in events:
            history.add(event)
        panel.refresh()
        return panel.filter.index(0, 0).data()

    seen = replace(alert, step=400, since=380)
    assert severity(seen, replace(LOWERED, rule=alert.rule, subject=alert.subject, step=400)) == "Warning"
    assert severity(replace(step, step=2000)) == "Warning, healed"
    assert severity(replace(seen, step=2010, since=2000)) == "Warning"


def test_a_second_warning_of_a_rule_about_something_else_has_its_own_remedy(panel: WarningsPanel) -> None:
    alert = next(event for event in golden.events() if isinstance(event, Alert))
    history = RunHistory(golden.history().settings)
    for subject in ("relation", "image"):
        history.add(replace(alert, rule="silent_term", subject=subject, stage=2))
    panel.set_history(history)
    panel.set_use(RemedyUse.APPLY)
    asked = []
    for number in range(2):
        panel.table.selectRow(number)
        (button,) = panel.remedies.buttons
        asked.append(button.accessibleDescription())
    assert "Weight of the relation term" in asked[0]
    assert "Weight of the image term" in asked[1]
