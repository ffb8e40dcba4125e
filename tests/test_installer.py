"""What the build decides before it packs: the files that go in, what stays out, versions, time limits, requirements."""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from engine import __version__
from engine.identity import CUDA_VARIANT, setup_name
from engine.machine import gpu
from installer import contents
from installer.log import BuildError, BuildLog, CommandError, TooSlowError, run, say
from installer.materials import bill_of_materials
from installer.pythons import LOCK
from installer.signing import CERTIFICATE, sign
from installer.version_resource import four_numbers

ROOT = Path(__file__).resolve().parents[1]


def test_every_resource_that_the_program_opens_goes_in() -> None:
    packed = {Path(source) for source, _ in contents.data_files(ROOT)}
    for kind in ("svg", "qss", "webp", "safetensors", "html", "css", "qm"):
        missing = set((ROOT / "resources").rglob(f"*.{kind}")) - packed
        assert not missing
    assert set((ROOT / "resources" / "help").glob("*.md")) <= packed
    assert not any("rebuild" in path.parts for path in packed)


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("torch\\lib\\torch_cpu.dll", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/nn/functional.py", True),
        ("torch\\_dynamo\\config.py", True),
        ("torch\\_dynamo\\guards.py", False),
        ("python313.dll", True),
        ("PySide6/Qt6Network.dll", True),
        ("torch\\lib\\dnnl.lib", False),
        ("torch\\bin\\protoc.exe", False),
        ("torchvision\\python313.dll", False),
        ("PySide6\\opengl32sw.dll", False),
        ("scipy/stats/tests/data/x.npy", False),
        ("ucrtbase.dll", False),
        ("libQt6Quick.so.6", False),
        ("PySide6/translations/qtbase_de.qm", True),
        ("PySide6\\Qt\\translations\\qtbase_zh_CN.qm", True),
        ("PySide6/translations/qtbase_fr.qm", False),
    ],
)
def test_what_stays_and_what_is_left_out(name: str, stays: bool) -> None:
    assert (contents.reason_to_leave_out(name) is None) is stays


def test_bytes_left_out_are_counted_by_reason(tmp_path: Path) -> None:
    tool = tmp_path / "protoc.exe"
    tool.write_bytes(bytes(1000))
    left_out: dict[str, int] = {}
    entries = [("torch/bin/protoc.exe", str(tool), "BINARY"), ("torch/lib/c10.dll", str(tool), "BINARY")]
    assert contents.kept(entries, left_out) == entries[1:]
    assert list(left_out.values()) == [1000]


def test_no_hook_loads_qt_before_the_program_has_loaded_torch() -> None:
    entries = [(name, f"{name}.py", "PYSOURCE") for name in ("shared_modules", "pyi_rth_pyside6", "main")]
    assert [name for name, _, _ in contents.scripts(entries)] == ["shared_modules", "main"]


def test_versions_as_windows_counts_them() -> None:
    assert four_numbers("1.2.3") == (1, 2, 3, 0)
    assert four_numbers("1.2.3rc1") == (1, 2, 3, 0)
    assert len(four_numbers(__version__)) == 4


def pinned() -> list[Requirement]:
    """Everything that a Windows build installs."""
    files = ("requirements.txt", "requirements-build.txt", "installer/requirements-windows.txt")
    lines = (line for name in files for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    bare = (line.partition("#")[0].strip() for line in lines)
    return [Requirement(line) for line in bare if line and not line.startswith("-r")]


def test_the_closure_for_windows_pins_everything_and_misses_nothing() -> None:
    windows = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "python_version": "3.13"}
    known = {canonicalize_name(package.name) for package in pinned()}
    for package in pinned():
        assert [mark.operator for mark in package.specifier] == ["=="], package
        try:
            needs = [Requirement(text) for text in requires(package.name) or ()]
        except PackageNotFoundError:  # not installed here: Windows' own
            continue
        wanted = {
            canonicalize_name(n.name) for n in needs if n.marker is None or n.marker.evaluate({**windows, "extra": ""})
        }
        assert wanted <= known, package


def test_the_lock_holds_a_hash_of_everything_that_is_pinned_and_no_more() -> None:
    rows = [line.split() for line in LOCK.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert {row[0] for row in rows} == {f"{canonicalize_name(p.name)}{p.specifier}" for p in pinned()}
    assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", row[1]) for row in rows)


def test_the_bill_of_materials_names_versions_and_licences() -> None:
    bill = bill_of_materials([distribution(name) for name in ("pyqtgraph", "PySide6-Essentials")])
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    named = {part["name"]: part for part in bill["components"]}
    assert named["pyqtgraph"]["purl"] == f"pkg:pypi/pyqtgraph@{version('pyqtgraph')}"
    assert "MIT" in str(named["pyqtgraph"]["licenses"])
    assert named.keys() >= {"python"}
    assert len({part["bom-ref"] for part in bill["components"]}) == 3


HANGS = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_a_command_that_hangs_is_tried_once_more(tmp_path: Path) -> None:
    tries = iter([(HANGS, 0.2), ([sys.executable, "-c", ""], 60)])
    steps = BuildLog(tmp_path / "dist")
    steps.step("hanging", lambda: run(*next(tries), tmp_path / "command.log"))
    assert steps.steps[0]["tries"] == 2
    assert "hanging" in (tmp_path / "dist" / "build-log.md").read_text(encoding="utf-8")


def test_a_command_that_always_hangs_fails_the_step(tmp_path: Path) -> None:
    with pytest.raises(TooSlowError):
        BuildLog(tmp_path).step("hanging", lambda: run(HANGS, 0.2, tmp_path / "command.log"))


def test_a_command_that_fails_is_not_tried_again_and_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no such module as this") as failed:
        run([sys.executable, "-c", "raise SystemExit('no such module as this')"], 60, tmp_path / "command.log")
    assert failed.value.code == 1


def test_a_failure_in_any_letters_is_told_on_a_console_of_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(written, "cp1252", write_through=True))
    with pytest.raises(BuildError) as failed:
        run([sys.executable, "-c", "raise SystemExit('no such file: Bilder 图 ü')"], 60, tmp_path / "command.log")
    say(str(failed.value))
    assert "no such file: Bilder ? ü" in written.getvalue().decode("cp1252")


def test_without_a_certificate_nothing_is_signed_and_without_a_tool_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CERTIFICATE, raising=False)
    assert not sign([tmp_path / "a.exe"], tmp_path / "sign.log")
    monkeypatch.setenv(CERTIFICATE, str(tmp_path / "own.pfx"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BuildError, match="no signtool"):
        sign([tmp_path / "a.exe"], tmp_path / "sign.log")


def test_the_edition_that_a_cards_owner_is_sent_to_is_the_one_that_is_built() -> None:
    name = setup_name(__version__, CUDA_VARIANT)
    assert name in gpu.CUDA_EDITION
    workflow = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"/whl/{CUDA_VARIANT}" in workflow
    assert f"/whl/{CUDA_VARIANT}" in readme
    for package in pinned():
        if package.name.startswith("torch"):
            assert str(package) in readme
    assert setup_name("VERSION", CUDA_VARIANT) in readme
