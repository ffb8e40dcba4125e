"""The rules on the library of recorded runs: they notice, do not cry wolf, and what users are told of it is true."""

import pytest

from engine.health.evidence import RuleFigures, rule_figures
from tests.bench.health import FIGURES, PAGE, figures_text, page_text
from tests.health.library import LIBRARY, measured, recordings
from tests.health.recipes import UNRECORDED

LEAST_GOOD, LEAST_ILL = 150, 5  # as many good ones as a rate of 0.02 takes to be seen
DETECTION, FALSE_ALARMS, DELAY_STEPS = 0.95, 0.02, 50
BY_EVALUATION = {"no_signal", "labels_swapped", "teacher_outrun", "oscillation", "statistics_lag"}
LARGEST_LIBRARY = 1_500_000  # bytes
AGAIN = "run python -m tests.bench.health --write"


@pytest.fixture(scope="module")
def figures() -> dict[str, RuleFigures]:
    return measured()


def test_each_rule_has_enough_runs_or_a_reason_for_none(figures: dict[str, RuleFigures]) -> None:
    assert {name for name, found in figures.items() if not found.ill_runs} == set(UNRECORDED)
    assert all(found.ill_runs >= LEAST_ILL for name, found in figures.items() if name not in UNRECORDED)
    assert all(found.good_runs >= LEAST_GOOD for found in figures.values())


def test_each_run_is_what_it_was_meant_to_be_and_none_shares_its_seed() -> None:
    runs = list(recordings())
    assert [run.done for run in runs if not run.fits()] == []
    assert len({run.seed for run in runs}) == len(runs)


def test_rules_notice_what_is_wrong(figures: dict[str, RuleFigures]) -> None:
    rates = {name: found.noticed / found.ill_runs for name, found in figures.items() if found.ill_runs}
    assert {name: rate for name, rate in rates.items() if rate < DETECTION} == {}


def test_rules_stay_silent_in_good_runs(figures: dict[str, RuleFigures]) -> None:
    rates = {name: found.false_alarms / found.good_runs for name, found in figures.items()}
    assert {name: rate for name, rate in rates.items() if rate > FALSE_ALARMS} == {}


def test_step_wise_rules_notice_within_fifty_steps(figures: dict[str, RuleFigures]) -> None:
    delays = {name: found.delay_steps for name, found in figures.items() if name not in BY_EVALUATION | set(UNRECORDED)}
    assert {name: delay for name, delay in delays.items() if delay is None or delay > DELAY_STEPS} == {}


def test_what_users_are_told_is_what_a_replay_gives(figures: dict[str, RuleFigures]) -> None:
    assert FIGURES.read_text(encoding="utf-8") == figures_text(figures), AGAIN
    assert PAGE.read_text(encoding="utf-8") == page_text(figures), AGAIN
    assert rule_figures() == figures


@pytest.mark.parametrize(
    ("delay", "when"), [(None, ""), (0.0, ""), (1.0, " after 1 step (median)"), (20.0, " after 20 steps (median)")]
)
def test_the_words_hold_the_figures(delay: float | None, when: str) -> None:
    found = RuleFigures(ill_runs=5, noticed=4, delay_steps=delay, good_runs=14, false_alarms=1)
    assert found.words == f"On recorded runs: noticed in 4 of 5 faulty ones{when}; false alarm in 1 of 14 good ones."


def test_the_words_say_why_nothing_is_recorded() -> None:
    found = RuleFigures(0, 0, None, good_runs=14, false_alarms=0, unrecorded="needs a CUDA card")
    assert found.words == "On recorded runs: no faulty one (needs a CUDA card); false alarm in 0 of 14 good ones."


def test_the_library_stays_small() -> None:
    assert sum(path.stat().st_size for path in LIBRARY.parent.rglob("*") if path.is_file()) < LARGEST_LIBRARY
