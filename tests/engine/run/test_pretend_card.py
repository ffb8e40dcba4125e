"""What the program does with a card, on one that is pretended: nothing stays behind on the wrong side."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.control import RunControl
from engine.events import FinalEvaluated
from engine.run.preflight import check
from engine.run.range_test import range_test
from engine.trained.scoring import load_scorer, score_images
from tests.bench import stage1, ways
from tests.bench.speed import write_images, write_teacher
from tests.engine.helpers.pretend_card import CARD, pretended
from tests.engine.helpers.running import Recorder, at_step, carried_out, stopped
from tests.engine.helpers.tiny_data import MakeSettings, TinyData


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with pretended(monkeypatch):
        yield


def test_the_pretended_card_is_as_strict_as_a_real_one(card: None) -> None:
    there = torch.zeros(3).to(CARD)
    made_there = torch.ones(3, device=CARD)
    assert (there + made_there).cpu().tolist() == [1, 1, 1]
    assert float((2 * made_there).sum()) == 6
    with pytest.raises(RuntimeError, match="on the card and on the processor"):
        there + torch.ones(3)
    with pytest.raises((RuntimeError, TypeError)):
        there.numpy()


def test_a_run_on_the_card_ends_as_on_the_processor(
    whole: dict[str, Any], card: None, tiny_settings: MakeSettings
) -> None:
    _, recorder = carried_out(tiny_settings())
    ((student, _),) = whole["figures"]
    found = recorder.of(FinalEvaluated)[-1]
    assert found.student["validation"].auc == pytest.approx(student["validation"].auc, abs=0.05)


def test_crops_steps_and_averages_on_the_card(card: None, tiny_settings: MakeSettings) -> None:
    views = (
        "data.view=crop",
        "data.size=48",
        "degradations.strength=own",
        "degradations.jpeg_probability=0.5",
        "degradations.teacher=seen",
        "student.pooling=topk_mean",
    )
    steps = ("stage1.optimiser=sgd", "stage1.epochs=1", "stage2.optimiser=sgd", "stage2.epochs=1")
    carried_out(tiny_settings(*views, *steps, "stage2.ema_decay=0.8", "stage2.accumulate=2"))


@pytest.mark.parametrize("optimiser", ["adamw", "sgd"])
@pytest.mark.parametrize(("first", "then"), [("auto", "cpu"), ("cpu", "auto")])
def test_a_run_goes_on_wherever_it_is_resumed(
    card: None, tiny_settings: MakeSettings, first: str, then: str, optimiser: str
) -> None:
    two_steps = "data.batch_size=20"  # an epoch: the third is in the middle of the second
    recipe = ("stage1.enabled=false", f"stage2.optimiser={optimiser}", "stage2.ema_decay=0.8", two_steps)
    folder = stopped(tiny_settings(f"machine.device={first}", *recipe), at_step(3))
    carried_out(tiny_settings(f"machine.device={then}", *recipe), folder)


def test_check_range_test_and_scores(card: None, tiny_data: TinyData, tiny_settings: MakeSettings) -> None:
    settings = tiny_settings()
    assert check(settings, RunControl(), Recorder()) == []
    assert range_test(settings, RunControl(), Recorder(), (1e-6, 1e-2), steps=4).losses
    scorer = load_scorer(tiny_data.teacher)
    assert scorer.device == CARD
    found = score_images(scorer, [tiny_data.folder / "val"], RunControl(), Recorder())
    assert [picture.reason for picture in found] == [""] * 20


def test_what_a_run_is_measured_against_works_on_a_card(
    card: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage1, "IMAGES", 2 * ways.BATCH)
    write_images(tmp_path, ways.BATCH)
    write_teacher(tmp_path, 4)
    for way in (ways.two_steps_first, stage1.head_by_steps, stage1.head_solved):
        assert way(tmp_path, CARD).images_per_s > 0
