"""The command line as programs meet it: JSON by the book, exit codes, and words for people beside it."""

import errno
import io
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from engine import __version__
from engine.cli.console import Console
from engine.cli.main import main
from engine.data.images.decoding import decode
from engine.data.stores.caches import MAPS
from engine.data.stores.disk_store import DiskStore, keep
from engine.demo.images import DemoData
from engine.demo.training import demo_settings
from engine.evaluation.judgement import ProbabilityScale
from engine.events import Scores
from tests.engine.helpers.command_line import FIGURES, Run, told, write_settings
from tests.engine.helpers.tiny_data import PER_CLASS, TinyData, write_images


def test_train(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    done = command("train", write_settings(tmp_path, tiny_data), *told())
    assert done.code == 0
    ending = {"run", "weights", "state", "best", "seconds", "step", "resumable"}
    assert done.data.keys() == ending | {"changes", "alerts", "shortcuts"}
    assert done.data["resumable"] is False
    assert done.data["run"] == str(tmp_path / "run")
    assert done.data["weights"] == str(tmp_path / "run" / "student.pth")
    assert done.data["state"] == "finished"
    assert done.data["best"].keys() == {"auc", "stage", "epoch", "healthy"}
    assert 0 < done.data["best"]["auc"] <= 1
    assert 0 < done.data["seconds"] < 600
    assert len(done.out.splitlines()) == 1, "everything for people goes to standard error"
    for expected in ("Labels: real = real, fake = fake", "Stage 2", "Best student"):
        assert expected in done.err


def test_resume_of_a_finished_run_says_that_nothing_is_left(command: Run, trained: Path) -> None:
    done = command("resume", trained)
    assert (done.code, done.data["state"]) == (0, "finished")
    assert "Nothing is left to train" in done.err
    assert "Raise stage2.epochs" in done.err


def test_resume_refuses_what_cannot_change(command: Run, trained: Path) -> None:
    message = command("resume", trained, "--set", "seed=5").failed_with("settings")
    assert message == "seed: This cannot change when a run is resumed."


def test_evaluate_a_student_and_a_teacher(command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path) -> None:
    write_images(tmp_path, {"test/camera": 3, "test/scanner": 2})
    for weights in (trained / "student.pth", tiny_data.teacher):
        done = command("evaluate", weights, "--data", tmp_path, "--size", 64)
        assert done.code == 0
        assert done.data.keys() == {"overall", "sources", "calibration", "left_out", "unreadable"}
        assert done.data["sources"].keys() == {"camera", "scanner"}
        for figures in (done.data["overall"], *done.data["sources"].values()):
            assert figures.keys() == FIGURES
        assert [figures["images"] for figures in done.data["sources"].values()] == [6, 4]
        assert done.data["overall"]["images"] == 10


def test_evaluate_gives_what_the_run_found(command: Run, trained: Path, tiny_data: TinyData) -> None:
    done = command("evaluate", trained / "student.pth", "--data", tiny_data.folder / "val")
    assert done.data["overall"]["auc"] == command("resume", trained).data["best"]["auc"]


def test_evaluate_knows_the_runs_names_of_the_classes_and_takes_others(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    shutil.copytree(tiny_data.folder / "val" / "real", tmp_path / "data" / "nature")
    shutil.copytree(tiny_data.folder / "val" / "fake", tmp_path / "data" / "ai")
    run = Path(shutil.copytree(trained, tmp_path / "run"))
    expected = command("evaluate", trained / "student.pth", "--data", tiny_data.folder / "val").data["overall"]
    unknown = command("evaluate", run / "student.pth", "--data", tmp_path / "data")
    unknown.failed_with("data")
    assert "--real, --fake" in unknown.err
    named = ("--real", "nature", "camera", "--fake", "ai")
    told = command("evaluate", run / "student.pth", "--data", tmp_path / "data", *named)
    assert told.data["overall"] == expected
    settings = run / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    assert "[data]\n" in text
    names = 'real_names = ["nature"]\nfake_names = ["ai"]\n'
    settings.write_text(text.replace("[data]\n", f"[data]\n{names}"), encoding="utf-8")
    assert command("evaluate", run / "student.pth", "--data", tmp_path / "data").data["overall"] == expected
    both = command("evaluate", trained / "student.pth", "--data", tmp_path / "data", "--real", "fake")
    assert "stand for both classes: fake" in both.failed_with("settings")


def test_evaluate_tells_what_the_files_own_threshold_gives(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path
) -> None:
    state = torch.load(trained / "student.pth", weights_only=True)
    state._metadata["patchdistill"]["threshold"] = 100.0
    torch.save(state, tmp_path / "student.pth")
    done = command("evaluate", tmp_path / "student.pth", "--data", tiny_data.folder / "val")
    assert "threshold that the file notes, 100.0000, accuracy is 0.5000, of real images 1.0000, of fake" in done.err
    state._metadata["patchdistill"]["threshold"] = 0.0
    torch.save(state, tmp_path / "student.pth")
    assert "threshold" not in command("evaluate", tmp_path / "student.pth", "--data", tiny_data.folder / "val").err


def test_figures_of_one_class_are_undefined(command: Run, trained: Path, tiny_data: TinyData) -> None:
    done = command("evaluate", trained / "student.pth", "--data", tiny_data.folder / "val" / "fake")
    assert done.code == 0
    overall = done.data["overall"]
    assert [overall[name] for name in ("auc", "ap", "eer", "real_accuracy")] == [None] * 4
    assert overall["accuracy"] == overall["fake_accuracy"]


def test_score(command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path) -> None:
    broken = tmp_path / "broken ä.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and nothing")
    folder, one = tiny_data.folder / "val" / "real", tiny_data.folder / "val" / "fake" / "03.png"
    done = command("score", trained / "student.pth", folder, one)
    assert done.code == 0
    assert done.data.keys() == {"scores", "unreadable", "repeated", "left_out", "threshold", "calibration"}
    scale = ProbabilityScale(**done.data["calibration"])
    assert [row["path"] for row in done.data["scores"]] == [*(str(path) for path in sorted(folder.iterdir())), str(one)]
    for row in done.data["scores"]:
        assert row.keys() == {"path", "logit", "probability", "decision"}
        assert row["probability"] == pytest.approx(scale.probability(row["logit"]))
        assert row["decision"] == ("fake" if row["logit"] > done.data["threshold"] else "real")
    done = command("score", trained / "student.pth", one, broken)
    assert done.code == 1, "not every image was scored"
    assert len(done.data["scores"]) == 1
    assert [row["path"] for row in done.data["unreadable"]] == [str(broken)]


def test_check(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data)
    done = command("check", settings, *told())
    assert done.code == 0
    assert done.data.keys() == {"problems", "out_of_use", "alerts", "data", "shortcuts", "teacher"}
    assert done.data["problems"] == []
    assert done.data["alerts"] == []
    assert "No problem was found." in done.err
    assert done.data["data"]["mapping"] == {"real": 0, "fake": 1}
    assert [split["real"] for split in done.data["data"]["splits"]] == list(PER_CLASS.values())
    assert done.data["teacher"]["scores"].keys() == FIGURES
    done = command("check", settings, *told("stage2.warmup_epochs=9", "teacher.checkpoint=absent.pth"))
    assert done.code == 1
    assert {problem["setting"] for problem in done.data["problems"]} >= {"teacher.checkpoint"}
    for problem in done.data["problems"]:
        assert problem.keys() == {"setting", "message", "remedy", "severity"}
        assert problem["severity"] in {"error", "warning"}
    assert done.data["data"] is not None
    assert done.data["teacher"] is None
    assert not (tmp_path / "run").exists()


def test_check_of_swapped_labels_is_strict_json(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data)
    done = command("check", settings, *told("data.real_names=fake", "data.fake_names=real"))
    assert done.code == 1
    assert "swapped" in done.data["problems"][-1]["message"]


def test_selftest(command: Run) -> None:
    done = command("selftest")
    assert done.code == 0, done.data
    assert done.data.keys() == {"checks"}
    for check in done.data["checks"]:
        assert check.keys() == {"name", "ok", "detail"}
        assert check["ok"] is True


@pytest.fixture
def few_tiles(tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A handful of tiles instead of the demo's photographs, which take a minute."""
    write_images(tmp_path / "tiles", {"train": 12, "val": 6, "test/unseen_generator": 6})
    tiles = DemoData(tmp_path / "tiles", tiny_data.teacher)
    monkeypatch.setattr("engine.demo.training.build_demo_data", lambda **_: tiles)


@pytest.mark.usefixtures("few_tiles")
def test_demo(command: Run, tmp_path: Path) -> None:
    done = command("demo", "--output", tmp_path / "O'Brien", *told("output.name=x"))
    assert done.code == 0
    assert done.data.keys() == {"teacher", "student", "labels_only", "run", "weights", "seconds", "alerts", "shortcuts"}
    for name in ("teacher", "student", "labels_only"):
        assert done.data[name].keys() == {"auc", "unseen_auc"}
        assert all(0 <= figure <= 1 for figure in done.data[name].values())
    assert Path(done.data["run"]).parent == tmp_path / "O'Brien"
    assert Path(done.data["weights"]).is_file()
    assert "unseen generator AUC" in done.err


@pytest.mark.usefixtures("few_tiles")
def test_a_demo_without_a_teacher_says_so_in_the_table(command: Run, tmp_path: Path) -> None:
    done = command("demo", "--output", tmp_path, *told("loss.alpha_distill=0"))
    assert done.code == 0
    assert done.data["teacher"] == {"auc": None, "unseen_auc": None}
    (row,) = [line for line in done.err.splitlines() if line.startswith("Teacher  ")]
    assert row.split() == ["Teacher", "undefined", "undefined"]


def test_the_demo_finds_its_data_wherever_the_user_is_called() -> None:
    home = Path.cwd().anchor  # settings hold whole paths
    data = DemoData(Path(home, 'O\'Brien "Bob" ä/cache'), Path(home, "O'Brien/teacher.safetensors"))
    settings = demo_settings(data)
    assert settings.data.train == (data.folder,)
    assert settings.teacher.checkpoint == data.teacher


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"PatchDistill {__version__}\n"
    assert main([]) == 2
    assert "COMMAND" in capsys.readouterr().out


def test_without_json_people_read_it_on_standard_output(
    trained: Path, tiny_data: TinyData, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(trained / "student.pth"), "--data", str(tiny_data.folder / "val")]) == 0
    captured = capsys.readouterr()
    assert "overall" in captured.out
    assert "{" not in captured.out
    assert main(["resume", str(trained / "absent")]) == 1
    assert "ERROR: " in capsys.readouterr().out


def test_a_terminal_that_lacks_letters_and_one_that_is_missing(
    trained: Path, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = tmp_path / "картинка.png"
    image.write_bytes((tiny_data.folder / "val" / "real" / "00.png").read_bytes())
    assert decode(image, 1.0).shape == (64, 64, 3)
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["score", str(trained / "student.pth"), str(image)]) == 0
    terminal.flush()
    assert b"????????.png" in terminal.buffer.getvalue()
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["score", str(trained / "student.pth"), str(image)]) == 0


class FullDisk(io.StringIO):
    """Where standard output is kept on a disk that is full."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_output_that_is_taken_nowhere_ends_no_run_and_is_no_success(
    trained: Path, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", FullDisk())
    settings = write_settings(tmp_path, tiny_data)
    assert main(["train", str(settings), *told()]) == 1
    assert (tmp_path / "run" / "student.pth").is_file()
    assert main(["score", str(trained / "student.pth"), str(tiny_data.folder / "val"), "--json"]) == 1
    assert main(["--version"]) == 1


def test_names_of_files_command_no_terminal_and_undefined_figures_stand_apart() -> None:
    stream = io.StringIO()
    console = Console(stream)
    console.say("a\x1b[2Jb\x9b.png\tä")
    assert stream.getvalue() == "a\N{REPLACEMENT CHARACTER}[2Jb\N{REPLACEMENT CHARACTER}.png\tä\n"
    console.table("Weights", {"all": Scores(12, accuracy=0.5, real_accuracy=0.5)})
    assert stream.getvalue().splitlines()[-1].split() == ["all", "12", "-", "-", "0.5000", "0.5000", "-", "-"]


def test_cache_tells_what_is_kept_and_clears_it(command: Run, tmp_path: Path) -> None:
    store = DiskStore(tmp_path / MAPS, 10**9)
    store.put([(b"key", keep(np.zeros((31, 31), np.float16)))])
    store.close()
    kept = command("cache", "--folder", tmp_path).data
    assert kept["bytes"]["maps"] > 31 * 31 * 2
    assert (tmp_path / MAPS).exists()
    assert command("cache", "--folder", tmp_path, "--clear").data == kept | {"cleared": True}
    assert list(tmp_path.iterdir()) == []
