"""The command line as programs and people meet it: JSON by the book, exit codes, sentences instead of tracebacks."""

import io
import json
import os
import pickle
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import torch

from engine import __version__
from engine.checkpoint import load_last
from engine.cli import commands
from engine.cli.console import Console
from engine.cli.main import main
from engine.control import RunControl
from engine.data.images import decode
from engine.demo import demo_settings
from engine.demo_data import DemoData
from engine.settings_file import quoted
from tests.engine.conftest import PER_CLASS, SMALL, TinyData, write_images

ROOT = Path(__file__).resolve().parents[2]
FIGURES = {"auc", "ap", "accuracy", "real_accuracy", "fake_accuracy", "eer", "images"}


@dataclass(frozen=True)
class Outcome:
    """What a command left behind: exit code, the JSON object, and what people read."""

    code: int
    data: Any
    out: str
    err: str

    def failed_with(self, kind: str) -> str:
        """The message of a failure that is told as it should be."""
        assert self.code == 1
        assert self.data.keys() == {"error"}
        error = self.data["error"]
        assert error.keys() == {"kind", "message", "remedy"}
        assert error["kind"] == kind, error
        assert "Traceback" not in self.out + self.err
        assert self.err.count("ERROR: ") == 1
        assert error["message"] in self.err
        assert "inside PatchDistill" not in error["message"], "that would be a fault of ours"
        return str(error["message"])


Run = Callable[..., Outcome]


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


def strictly(line: str) -> Any:
    """JSON as other programs read it: without Python's NaN."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    return json.loads(line, parse_constant=refuse)


def write_settings(folder: Path, data: TinyData, *more: str) -> Path:
    """A settings file of two lines; the rest is told with --set."""
    path = folder / "settings.toml"
    lines = (f"data.train = {quoted(data.folder)}", f"teacher.checkpoint = {quoted(data.teacher)}")
    path.write_text("\n".join((*lines, f"output.folder = {quoted(folder)}", *more)), encoding="utf-8")
    return path


def told(*overrides: str) -> list[str]:
    return [word for override in (*SMALL, *overrides) for word in ("--set", override)]


@pytest.fixture(scope="module")
def trained(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished run."""
    place = tmp_path_factory.mktemp("trained")
    assert main(["train", str(write_settings(place, tiny_data)), *told()]) == 0
    return place / "run"


def test_train(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    done = command("train", write_settings(tmp_path, tiny_data), *told())
    assert done.code == 0
    assert done.data.keys() == {"run", "weights", "state", "best", "seconds"}
    assert done.data["run"] == str(tmp_path / "run")
    assert done.data["weights"] == str(tmp_path / "run" / "student.pth")
    assert done.data["state"] == "finished"
    assert done.data["best"].keys() == {"auc", "stage", "epoch"}
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
        assert done.data.keys() == {"overall", "sources"}
        assert done.data["sources"].keys() == {"camera", "scanner"}
        for figures in (done.data["overall"], *done.data["sources"].values()):
            assert figures.keys() == FIGURES
        assert [figures["images"] for figures in done.data["sources"].values()] == [6, 4]
        assert done.data["overall"]["images"] == 10


def test_evaluate_gives_what_the_run_found(command: Run, trained: Path, tiny_data: TinyData) -> None:
    done = command("evaluate", trained / "student.pth", "--data", tiny_data.folder / "val")
    assert done.data["overall"]["auc"] == command("resume", trained).data["best"]["auc"]


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
    assert done.data.keys() == {"scores", "unreadable"}
    assert [row["path"] for row in done.data["scores"]] == [*(str(path) for path in sorted(folder.iterdir())), str(one)]
    for row in done.data["scores"]:
        assert row.keys() == {"path", "logit", "probability"}
        assert (row["logit"] > 0) == (row["probability"] > 0.5)
    done = command("score", trained / "student.pth", one, broken)
    assert done.code == 1, "not every image was scored"
    assert len(done.data["scores"]) == 1
    assert [row["path"] for row in done.data["unreadable"]] == [str(broken)]


def test_check(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data)
    done = command("check", settings, *told())
    assert done.code == 0
    assert done.data.keys() == {"problems", "data", "teacher"}
    assert done.data["problems"] == []
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


def test_demo(command: Run, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a handful of tiles instead of the photographs, which take a minute."""
    write_images(tmp_path / "tiles", {"train": 12, "val": 6, "test/unseen_generator": 6})
    tiles = DemoData(tmp_path / "tiles", tiny_data.teacher)
    monkeypatch.setattr("engine.demo.build_demo_data", lambda **_: tiles)
    done = command("demo", "--output", tmp_path / "O'Brien", *told("output.name=x"))
    assert done.code == 0
    assert done.data.keys() == {"teacher", "student", "labels_only", "run", "weights", "seconds"}
    for name in ("teacher", "student", "labels_only"):
        assert done.data[name].keys() == {"auc", "unseen_auc"}
        assert all(0 <= figure <= 1 for figure in done.data[name].values())
    assert Path(done.data["run"]).parent == tmp_path / "O'Brien"
    assert Path(done.data["weights"]).is_file()
    assert "unseen generator AUC" in done.err


def test_the_demo_finds_its_data_wherever_the_user_is_called() -> None:
    data = DemoData(Path('/home/O\'Brien "Bob" ä/cache'), Path("/home/O'Brien/teacher.safetensors"))
    settings = demo_settings(data)
    assert settings.data.train == (data.folder,)
    assert settings.teacher.checkpoint == data.teacher


class RunsCode:
    """A pickle that would create a folder when it is opened."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("opened",)


def text_file(folder: Path) -> Path:
    (folder / "notes.pth").write_text("dear diary", encoding="utf-8")
    return folder / "notes.pth"


def code_in_a_pickle(folder: Path) -> Path:
    (folder / "evil.pth").write_bytes(pickle.dumps(RunsCode()))
    return folder / "evil.pth"


def code_in_a_checkpoint(folder: Path) -> Path:
    torch.save({"state_dict": RunsCode()}, folder / "evil.pth")
    return folder / "evil.pth"


def no_file(folder: Path) -> Path:
    return folder / "absent.pth"


@pytest.mark.parametrize("weights", [text_file, code_in_a_pickle, code_in_a_checkpoint, no_file])
def test_weights_that_are_none(
    weights: Callable[[Path], Path],
    command: Run,
    tiny_data: TinyData,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = weights(tmp_path)
    before = path.read_bytes() if path.exists() else None
    image = tiny_data.folder / "val" / "real" / "00.png"
    messages = [
        command("evaluate", path, "--data", tiny_data.folder / "val").failed_with("checkpoint"),
        command("score", path, image).failed_with("checkpoint"),
    ]
    kind = "settings" if weights is no_file else "checkpoint"
    settings = write_settings(tmp_path, tiny_data)
    messages.append(command("train", settings, *told(f"teacher.checkpoint={path.name}")).failed_with(kind))
    assert all(path.name in message for message in messages)
    problems = command("check", settings, *told(f"teacher.checkpoint={path.name}"))
    assert [(p["setting"], p["severity"]) for p in problems.data["problems"]] == [("teacher.checkpoint", "error")]
    assert problems.code == 1
    assert not (tmp_path / "opened").exists()
    assert (path.read_bytes() if path.exists() else None) == before


def test_data_that_are_none(command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    settings, weights = write_settings(tmp_path, tiny_data), trained / "student.pth"
    absent = command("train", settings, *told("data.train=absent")).failed_with("settings")
    assert absent.startswith("data.train: There is no ")
    assert "holds no JPEG" in command("train", settings, *told(f"data.train={tmp_path / 'empty'}")).failed_with("data")
    for name, kind in (("absent", "data"), ("empty", "data")):
        command("evaluate", weights, "--data", tmp_path / name).failed_with(kind)
        command("score", weights, tmp_path / name).failed_with(kind)


def test_swapped_labels(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data)
    done = command("train", settings, *told("data.real_names=fake", "data.fake_names=real"))
    assert "real and fake look swapped" in done.failed_with("teacher")


def test_settings_that_are_none(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    assert "There is no settings file" in command("train", tmp_path / "absent.toml").failed_with("settings")
    (tmp_path / "prose.toml").write_text("Dear settings,", encoding="utf-8")
    assert "not valid TOML" in command("check", tmp_path / "prose.toml").failed_with("settings")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    command("train", tmp_path / "bytes.toml").failed_with("settings")
    command("train", tmp_path).failed_with("settings")
    command("resume", tmp_path / "absent").failed_with("settings")
    settings = write_settings(tmp_path, tiny_data)
    assert "no such setting" in command("train", settings, "--set", "stage2.epoch=3").failed_with("settings")
    command("train", settings, "--set", "nonsense").failed_with("settings")


def test_every_problem_of_the_settings_is_told(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    done = command("train", write_settings(tmp_path, tiny_data), "--set", "seed=-1", "--set", "data.size=1")
    assert done.code == 1
    assert "1 more" in done.data["error"]["message"]
    assert "seed" in done.err
    assert "data.size" in done.err


@pytest.mark.parametrize("words", [("--size", "5"), ("--size", "0"), ("--filter", "sepia")])
def test_a_view_that_cannot_be(words: tuple[str, str], command: Run, trained: Path, tiny_data: TinyData) -> None:
    command("score", trained / "student.pth", tiny_data.folder, *words).failed_with("settings")


@pytest.mark.parametrize("words", [("fly",), ("train",), ("score", "a.pth"), ("evaluate", "a.pth", "--data")])
def test_wrong_words(words: tuple[str, ...], command: Run) -> None:
    done = command(*words)
    assert done.code == 2
    assert done.data["error"]["kind"] == "settings"
    assert "usage: " in done.err
    assert "Traceback" not in done.err


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


def test_a_folder_with_settings_alone_is_not_taken_for_a_run(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings = write_settings(tmp_path, tiny_data, "# my own words")
    before = settings.read_bytes()
    assert "not a run folder" in command("resume", tmp_path).failed_with("runfolder")
    assert settings.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


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


Work = Callable[[Namespace, RunControl, Console], tuple[int, dict[str, Any]]]


def interrupted(work: Work, times: int) -> Work:
    """The command with Ctrl-C pressed as it begins."""

    def pressed(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
        for _ in range(times):
            signal.raise_signal(signal.SIGINT)
        return work(arguments, control, console)

    return pressed


def test_ctrl_c_in_every_command(
    command: Run, trained: Path, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.getsignal(signal.SIGINT)
    settings, weights = write_settings(tmp_path, tiny_data), trained / "student.pth"
    for words in (
        ("train", settings, *told()),
        ("check", settings, *told()),
        ("evaluate", weights, "--data", tiny_data.folder),
        ("score", weights, tiny_data.folder),
        ("selftest",),
    ):
        name = str(words[0])
        monkeypatch.setitem(commands.COMMANDS, name, interrupted(commands.COMMANDS[name], 1))
        done = command(*words)
        assert done.code == 130, name
        assert "Traceback" not in done.err
        if name == "train":
            assert (done.data["state"], done.data["weights"], done.data["best"]) == ("stopped", None, None)
            assert "Stopping: the state is being saved" in done.err
        else:
            assert done.data["error"]["kind"] == "stopped"
    assert signal.getsignal(signal.SIGINT) is before
    assert command("resume", tmp_path / "run").data["state"] == "finished"


def test_a_second_ctrl_c_ends_at_once(
    command: Run, tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(commands.COMMANDS, "train", interrupted(commands.train, 2))
    done = command("train", write_settings(tmp_path, tiny_data), *told())
    assert (done.code, done.data["error"]["kind"]) == (130, "stopped")
    assert "Traceback" not in done.err
    assert not (tmp_path / "run").exists()


def test_ctrl_c_then_resume_evaluate_and_score(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    """The whole way through a real process, a real signal, and what users do next."""
    settings = write_settings(tmp_path, tiny_data)
    words = [sys.executable, "main.py", "train", str(settings), *told("stage2.epochs=2000"), "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr is not None
        assert process.stdout is not None
        lines = []
        for line in process.stderr:
            lines.append(line)
            if "Stage 2, epoch 1" in line:
                process.send_signal(signal.SIGINT)
                break
        rest, out = process.stderr.read(), process.stdout.read()
    assert process.returncode == 130, "".join(lines) + rest
    assert "Traceback" not in rest
    assert "Stopping: the state is being saved" in rest
    done = strictly(out.splitlines()[-1])
    assert (done["state"], done["run"]) == ("stopped", str(tmp_path / "run"))
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    assert former.state.epoch < 2000

    resumed = command("resume", tmp_path / "run", "--set", f"stage2.epochs={former.state.epoch + 1}")
    assert (resumed.code, resumed.data["state"]) == (0, "finished")
    assert f"from step {former.state.step}; changed settings: stage2.epochs" in resumed.err
    evaluated = command("evaluate", resumed.data["weights"], "--data", tiny_data.folder / "val")
    assert evaluated.data["overall"]["auc"] == resumed.data["best"]["auc"]
    scored = command("score", resumed.data["weights"], tiny_data.folder / "val")
    assert len(scored.data["scores"]) == evaluated.data["overall"]["images"]
