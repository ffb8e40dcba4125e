"""What is said of settings of degraded pictures before a run."""

import pytest

from engine.advice.degradation_problems import degradation_problems
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings

OWN = ("degradations.strength=own", "degradations.jpeg_probability=0.5")
SEEN = "degradations.teacher=seen"


def found(*overrides: str) -> dict[str, str]:
    problems = list(degradation_problems(load_settings(None, overrides)))
    assert all(problem.severity == "warning" and problem.remedy for problem in problems)
    return {problem.setting: problem.message for problem in problems}


@pytest.mark.parametrize(
    "overrides",
    [
        (),
        ("degradations.strength=web",),
        ("degradations.strength=strong", SEEN, "degradations.views=4"),
        OWN,
        (SEEN,),
        (*OWN, SEEN, "loss.alpha_distill=0"),
    ],
)
def test_nothing_is_said_of_what_is_as_it_should_be(overrides: tuple[str, ...]) -> None:
    assert found(*overrides) == {}


def test_a_teacher_that_is_asked_in_every_epoch_is_told_with_the_share() -> None:
    message = found(*OWN, SEEN)["degradations.teacher"]
    assert "50 %" in message


def test_more_fixed_views_than_epochs_never_come_again() -> None:
    assert set(found(*OWN, SEEN, "degradations.views=20", "stage2.epochs=20")) == {"degradations.views"}
    assert found(*OWN, SEEN, "degradations.views=20", "stage2.epochs=21") == {}
    assert found(*OWN, "degradations.views=20", "stage2.epochs=20") == {}


def test_figures_that_do_not_count_are_named() -> None:
    message = found("degradations.strength=web", "degradations.blur_probability=0.5")["degradations.strength"]
    assert "blur_probability" in message
    assert "quality_min" not in message


@pytest.mark.parametrize("share", ["degradations.share=0", "degradations.jpeg_probability=0"])
def test_own_figures_by_which_nothing_happens_are_told(share: str) -> None:
    assert set(found(*OWN, share)) == {"degradations.strength"}


def test_the_defaults_degrade_nothing() -> None:
    assert RunSettings().degradations.degraded_share == 0
