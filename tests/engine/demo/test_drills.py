"""Failure drills: the list is whole, and real drills notice, heal or stop safely, and leave nothing behind."""

import json
import os

import pytest

from engine.advice.offers import remedies_for
from engine.cli.main import main
from engine.control import RunControl, StopRequestedError
from engine.demo.drills.drills import DRILLS
from engine.demo.drills.machine_faults import DISK_FULL, switched_on
from engine.demo.drills.outcome import DrillOutcome
from engine.demo.drills.runner import run_drills
from engine.errors import SettingsError
from engine.events import Event
from engine.health import RULES
from engine.settings import RunSettings
from tests.bench.drills import HEADING, PAGE, table, with_table
from tests.engine.helpers.small_demo import drill_with_few_images

QUICK = ("stage2.epochs=2", "stage2.validate_every=1", "output.report_every=5", "data.batch_size=5")


@pytest.fixture(autouse=True)
def few_images(monkeypatch: pytest.MonkeyPatch) -> None:
    drill_with_few_images(monkeypatch)


def test_every_drill_names_rules_that_exist_and_is_told_apart() -> None:
    rules = {rule.name for rule in RULES}
    assert all(set(drill.noticed_by) <= rules for drill in DRILLS)
    assert len({drill.name for drill in DRILLS}) == len(DRILLS) == 12
    assert all(drill.settings or drill.damage or drill.fault for drill in DRILLS), "each does something"


def test_the_guides_table_tells_of_every_drill_and_takes_new_figures() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(HEADING)
    rows, _, after = rest.partition("\n\n")
    assert [row.split("|")[1].strip() for row in rows.splitlines()[2:]] == [drill.title for drill in DRILLS]
    values = {"noticed_by": "not_finite", "auc": 0.9, "clean_auc": 0.91, "passed": True}
    calls = [{drill.name: values | {"noticed_at": step} for drill in DRILLS} for step in (20, 30)]
    again = with_table(page, table(calls))
    assert "| Collapse | Not a number: step 20 to 30 | healed by itself | 0.900 | 0.910 |" in again
    assert again.startswith(before)
    assert again.endswith(f"\n\n{after}")


def test_a_drill_that_is_none_is_refused_with_the_names_of_those_that_are() -> None:
    with pytest.raises(SettingsError, match="There is no drill flood"):
        run_drills(["flood"], RunControl(), lambda event: None)


def test_a_stop_ends_the_drills() -> None:
    control = RunControl()
    control.stop()
    with pytest.raises(StopRequestedError):
        run_drills(["nan"], control, lambda event: None)


def test_a_fault_holds_inside_only() -> None:
    real = os.fsync
    with pytest.raises(ZeroDivisionError), switched_on(DISK_FULL):
        assert os.fsync is not real
        raise ZeroDivisionError
    assert os.fsync is real


def test_bad_steps_are_left_out_and_a_missing_page_file_is_survived() -> None:
    told = list[Event]()
    outcomes = run_drills(["nan", "page-file"], RunControl(), told.append, QUICK)
    nan, page_file = outcomes
    assert [event for event in told if isinstance(event, DrillOutcome)] == outcomes, "told one by one"
    assert nan.noticed_by == "not_finite"
    assert nan.auc is not None
    assert page_file.noticed_by == "page_file"
    assert page_file.passed
    assert "page file" in page_file.end
    assert "the run resumed went well" in page_file.end


def test_the_command_gives_one_object_and_says_by_its_exit_code_how_it_went(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drill", "--json", "--set", "stage2.epochs=2", "--only", "swapped-labels"]) == 0
    printed = capsys.readouterr()
    (outcome,) = json.loads(printed.out)["drills"]
    assert outcome["passed"]
    assert outcome["noticed_at"] == 0
    assert outcome["auc"] == outcome["clean_auc"], "with the remedy offered it is the clean run"
    assert "ok      Swapped labels: noticed by labels_swapped before training" in printed.err


def test_a_silent_relation_term_is_switched_off_from_the_next_step() -> None:
    remedy = remedies_for("silent_term", RunSettings(), subject="relation")[0]
    assert remedy.start == "next_step"
    assert remedy.changes == {"loss.relation_weight": 0.0}
