"""What the run's tests share: the small data set, whole runs to compare with, and a command line to type on."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.cli.main import main
from engine.data.stores import disk_store
from engine.models.ladeda import LaDeDa
from engine.settings.toml_file import quoted
from tests.engine.helpers.command_line import Outcome, Run, strictly, told, write_settings
from tests.engine.helpers.running import Reference, carried_out, outcome_of, reference
from tests.engine.helpers.tiny_data import (
    PER_CLASS,
    SIDE,
    MakeSettings,
    TinyData,
    fitted_teacher,
    settings_for,
    write_images,
)

__all__ = ["PER_CLASS", "SIDE", "MakeSettings", "TinyData", "settings_for", "write_images"]


@pytest.fixture(scope="session")
def tiny_data(tmp_path_factory: pytest.TempPathFactory) -> TinyData:
    """Shared by all tests: copy it before changing anything."""
    place = tmp_path_factory.mktemp("tiny")
    write_images(place / "data")
    torch.save(fitted_teacher(place / "data").network.state_dict(), place / "teacher.pth")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        torch.save(LaDeDa(9, width=4, depths=(1, 1, 1, 1)).state_dict(), place / "ignorant.pth")
    return TinyData(place / "data", place / "teacher.pth", place / "ignorant.pth")


@pytest.fixture
def tiny_settings(tiny_data: TinyData, tmp_path: Path) -> MakeSettings:
    """`settings_for` the shared data and this test's own folder."""
    return partial(settings_for, tiny_data, tmp_path)


@pytest.fixture(autouse=True)
def stores_let_go(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Closes the stores that a test leaves open: from Python 3.13 on, a forgotten open database is an error."""
    opened: list[sqlite3.Connection] = []
    really = disk_store._opened

    def noted(path: Path) -> sqlite3.Connection:
        opened.append(really(path))
        return opened[-1]

    monkeypatch.setattr(disk_store, "_opened", noted)
    yield
    for database in opened:
        database.close()


@pytest.fixture(autouse=True, scope="session")
def one_thread() -> None:
    """Networks this small are fastest so, and sums have the same bits on every machine."""
    torch.set_num_threads(1)


STEPWISE = (  # with every part of the state that outlives a step
    "stage1.optimiser=adamw",
    "stage1.epochs=2",
    "stage1.head_lr=0.5",
    "stage2.epochs=3",
    "stage2.optimiser=sgd",
    "stage2.head_lr=1e-3",  # too low to change the AUC, so that the plateau acts
    "stage2.backbone_lr=1e-3",
    "stage2.schedule=plateau",
    "stage2.plateau_patience=1",
    "stage2.warmup_epochs=0.5",
    "stage2.ema_decay=0.8",
    "stage2.accumulate=3",
    "loss.distill_fade=outrun",
    "degradations.strength=own",
    "degradations.jpeg_probability=0.5",
    "degradations.teacher=seen",
    "data.label_fraction=0.3",
    "teacher.accept_weak=true",
)


@pytest.fixture(scope="session")
def solved(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The recommended recipe: the head is solved, then AdamW and a cosine."""
    return reference(settings_for(tiny_data, tmp_path_factory.mktemp("solved")))


@pytest.fixture(scope="session")
def stepwise(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """Both stages in steps, with a teacher that the student outruns, and pictures without labels."""
    place = tmp_path_factory.mktemp("stepwise")
    write_images(place / "unlabelled", {"others": 5})
    told = f"teacher.checkpoint={quoted(tiny_data.ignorant)}", f"data.unlabelled={quoted(place / 'unlabelled')}"
    return reference(settings_for(tiny_data, place, *STEPWISE, *told))


@pytest.fixture(scope="session")
def whole(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a run of the small settings ends with when nothing happens to it."""
    return outcome_of(carried_out(settings_for(tiny_data, tmp_path_factory.mktemp("whole")))[0])


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with --json in this process."""

    def run(*words: object) -> Outcome:
        capsys.readouterr()
        code = main([*map(str, words), "--json"])
        captured = capsys.readouterr()
        assert captured.out.endswith("\n")
        return Outcome(code, strictly(captured.out.splitlines()[-1]), captured.out, captured.err)

    return run


@pytest.fixture(scope="module")
def trained(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished run."""
    place = tmp_path_factory.mktemp("trained")
    assert main(["train", str(write_settings(place, tiny_data)), *told()]) == 0
    return place / "run"
