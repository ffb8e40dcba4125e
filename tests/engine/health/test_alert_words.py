"""What alerts say: figures in words wherever they lie, and causes that fit the settings."""

import math
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.events import Alert, Event
from engine.health import HealthMonitor
from engine.settings import RunSettings
from engine.settings.changes import with_changes
from engine.settings.presets import preset_settings
from tests.engine.helpers.health_streams import STAGE2, USUAL, evaluations, same

RECOMMENDED = preset_settings("recommended")
ILL_SPELT = re.compile(r"\bnan\b|\binf\b|e\+0[0-8]|-0(?![.\d])|, \.|\.\.|\s{2}")
FIGURES = st.sampled_from([0.0, 1e-12, 0.5, 0.9997, 9.997, 999.7, 12_345.6, 1e12, math.nan, math.inf])
SHARES = st.sampled_from([0.0, 0.004, 0.26, 0.9997, 1.0])


def alerts_of(before: RunSettings, *events: Event) -> list[Alert]:
    monitor = HealthMonitor()
    return [alert for event in events for alert in monitor.observe(event, before)]


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        dict.fromkeys(("loss", "grad_norm", "student_std", "teacher_std", "movement", "images_per_s"), FIGURES)
        | dict.fromkeys(("clipped_share", "student_saturated", "data_share", "one_class_share"), SHARES)
        | {"head_lr": st.sampled_from([1e-12, 1e-3, 1.0, 10.0])}
    ),
    st.sampled_from([1e-6, 0.01, 1.0]),
)
def test_no_figure_is_ill_spelt(figures: dict[str, Any], rate: float) -> None:
    rates = {"stage2.head_lr": rate, "stage2.backbone_lr": rate, "stage2.optimiser": "sgd"}
    for alert in alerts_of(with_changes(RECOMMENDED, rates), STAGE2, *same(8, **figures)):
        assert not ILL_SPELT.search(alert.message), alert.message


def test_a_validation_loss_that_is_no_number_is_said_in_words() -> None:
    (alert,) = alerts_of(RECOMMENDED, STAGE2, *evaluations(0.9, loss=math.nan))
    assert alert.message == "The loss on the validation images is not a number."


@pytest.mark.parametrize(
    ("changes", "first", "never"),
    [
        ({"stage2.head_lr": 1.0}, "The learning rate (head_lr) is 100 times the usual one", "hardly moves"),
        ({"stage2.backbone_lr": 1e-6}, "The learning rate hardly moves the weights", "times the usual"),
        ({}, "Imitation drowns the labels", "learning rate"),
        ({"loss.alpha_distill": 0.0}, "The traces are not in the images (resizing", "mitation"),
        ({"loss.alpha_distill": 0.0, "data.view": "crop"}, "The traces are not in the images.", "resizing"),
    ],
)
def test_the_first_cause_of_no_signal_fits_the_settings(changes: dict[str, Any], first: str, never: str) -> None:
    *_, alert = alerts_of(with_changes(RECOMMENDED, changes), STAGE2, *evaluations(0.5, 0.5, 0.5))
    assert alert.rule == "no_signal"
    assert alert.cause.startswith(first)
    assert never not in alert.cause
    assert ("alpha_distill" in alert.remedy) == ("mitation" in alert.cause)


def test_weights_that_hardly_move_at_a_rate_of_one_are_not_blamed_on_the_rate() -> None:
    still = same(8, movement=0.0, head_lr=1.0, loss=USUAL.loss)
    for rate, blamed in ((1.0, False), (1e-6, True)):
        rates = {"stage2.head_lr": rate, "stage2.backbone_lr": rate}
        found = alerts_of(with_changes(RECOMMENDED, rates), STAGE2, *still)
        alert = next(alert for alert in found if alert.rule == "learning_rate_small" and not alert.subject)
        assert alert.cause.startswith("The learning rate is too small") == blamed
