"""What may happen around a run: full disks, folders that vanish, clocks, signals, streams and languages."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.engine.helpers.tiny_data import TinyData
from tests.stress.faults import ROOT
from tests.stress.life import Ending, Life, Undisturbed, show, undisturbed

IN_FILES = ("data.decoded_cache_mb=0", "data.decoded_disk_mb=0")  # pictures are decoded whenever they are needed
ENDED = 130  # exit code of a command that was told to end
FULL_KIB = (8, 60, 180)  # sizes of disks that a run does not fit on
Case = Callable[[Life], Ending]


class NotPossibleError(Exception):
    """This computer does not allow to bring it about; the text says what it lacks."""


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A small file system in memory."""
    if shutil.which("mount") is None or _mount(folder, options):
        raise NotPossibleError("no file system may be mounted")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _mount(folder: Path, options: str) -> int:
    words = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    return subprocess.run(words, capture_output=True, check=False).returncode


def full_disk(kib: int, life: Life) -> Ending:
    """The runs are on a disk that is too small; it is made larger, and the run goes on."""
    settings = life.settings.read_bytes()
    with mounted(life.runs, f"size={kib}k"):
        life.settings.write_bytes(settings)
        ending = life.live(life.train)
        subprocess.run(["mount", "-o", "remount,size=32m", str(life.runs)], check=True)
        life.next_day()
        _goes_on(life, ending, "disk is full")
        shutil.copytree(life.runs, life.disk / "kept")
    shutil.copytree(life.disk / "kept", life.runs, dirs_exist_ok=True)
    shutil.rmtree(life.disk / "kept")
    return ending


def limited_files(life: Life) -> Ending:
    """No file may be larger than 16 KB, which the system says with another error than that of a full disk."""
    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, resource.RLIM_INFINITY))

    ending = life.live(life.train, before=limit)
    _goes_on(life, ending, "could not be written")
    return ending


def folder_gone_and_back(life: Life) -> Ending:
    """The images vanish in stage 2; the run says so and waits, and goes on by itself when they come back."""
    number = _until(life, '"kind": "step_done"')
    away = life.data.folder.with_name("away")
    life.data.folder.rename(away)
    _wait_for(life, '"phase": "paused"')
    away.rename(life.data.folder)
    return life.wait(number)


def cache_gone(life: Life) -> Ending:
    """The drive of the caches is pulled out."""
    number = _until(life, '"kind": "phase_changed"')
    (life.disk / "caches").rename(life.disk / "pulled out")
    ending = life.wait(number)
    shutil.rmtree(life.disk / "pulled out")
    return ending


def cache_full(life: Life) -> Ending:
    """The drive of the caches is full at once."""
    with mounted(life.disk / "caches", "size=40k"):
        return life.live(life.train)


def clock_set_back(life: Life) -> Ending:
    """By a year, while it trains."""
    really = time.time

    def set_back() -> None:
        began = really()
        time.time = lambda: really() - (31_536_000 if really() - began > 0.5 else 0)

    return life.live(life.train, before=set_back)


def held_and_let_go(life: Life) -> Ending:
    """SIGSTOP and SIGCONT, as in a terminal."""
    number = _until(life, '"kind": "stage_started"')
    os.kill(number, signal.SIGSTOP)
    time.sleep(1)
    os.kill(number, signal.SIGCONT)
    return life.wait(number)


def told_to_end(name: signal.Signals, life: Life) -> Ending:
    """Saved at once, and it goes on later."""
    number = _until(life, '"kind": "stage_started"')
    os.kill(number, name)
    ending = life.wait(number)
    if ending.codes == [ENDED]:
        assert life.live(life.train).codes == [0], "it did not go on"
    return ending


def nobody_listens(life: Life) -> Ending:
    """Standard output is a pipe whose reader has left: the run ends well, and its exit code says what was lost."""
    words = [sys.executable, str(ROOT / "main.py"), *life.train()]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(words, env=_env(life), stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.returncode == 1, f"exit code {done.returncode}"
    return Ending([0], done.stderr.decode("utf-8", "replace"))


def closed_streams(life: Life) -> Ending:
    """Neither input nor outputs, as for a service."""
    words = [sys.executable, str(ROOT / "main.py"), *life.train()]
    done = subprocess.run(["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *words], env=_env(life), check=False)
    return Ending([done.returncode])


def home_read_only(life: Life) -> Ending:
    """Neither caches nor anything else can be kept at home."""
    return _in_a_process_of_its_own(life, HOME="/dev/null/home", XDG_CACHE_HOME="/dev/null/home/.cache")


def plain_locale(life: Life) -> Ending:
    """LC_ALL=C, as a service or a container has it."""
    return _in_a_process_of_its_own(life, LC_ALL="C")


def turkish(life: Life) -> Ending:
    """Where i and I are two letters."""
    made = life.place / "locales"
    made.mkdir()
    words = ["localedef", "-i", "tr_TR", "-f", "UTF-8", str(made / "tr_TR.UTF-8")]
    if shutil.which("localedef") is None or subprocess.run(words, capture_output=True, check=False).returncode > 1:
        raise NotPossibleError("there is no Turkish locale")
    return _in_a_process_of_its_own(life, LOCPATH=str(made), LC_ALL="tr_TR.UTF-8")


CASES: dict[str, Case] = {
    **{f"a disk of {kib} KB is full": partial(full_disk, kib) for kib in FULL_KIB},
    "no file may be larger than 16 KB": limited_files,
    "image folder gone and back": folder_gone_and_back,
    "cache folder pulled out": cache_gone,
    "cache drive full": cache_full,
    "clock set back by a year": clock_set_back,
    "SIGSTOP and SIGCONT": held_and_let_go,
    **{f"{name.name}, then on": partial(told_to_end, name) for name in (signal.SIGHUP, signal.SIGTERM)},
    "nobody reads standard output": nobody_listens,
    "no standard streams": closed_streams,
    "home cannot be written": home_read_only,
    "C locale": plain_locale,
    "Turkish locale": turkish,
}


def try_places(place: Path, data: TinyData) -> dict[str, str]:
    """What became of each case: "held", what was not as it should be, or why it was not tried."""
    expected = undisturbed(place / "undisturbed", data, ("train",), *IN_FILES)
    found = {}
    for name, case in CASES.items():
        show(f"around a run: {name}")
        here = place / "Größe İı"
        own = TinyData(here / "data", data.teacher, data.teacher)
        shutil.copytree(data.folder, own.folder)
        life = Life(here / "life", own, *IN_FILES)
        try:
            found[name] = _judged(life, case(life), expected)
        except NotPossibleError as error:
            found[name] = f"not tried: {error}"
        except AssertionError as error:
            found[name] = f"FAULT {error}"
        finally:
            shutil.rmtree(here)
    return found


def _judged(life: Life, ending: Ending, expected: Undisturbed) -> str:
    if ending.fault or ending.signal:
        return f"FAULT {ending.fault or ending.signal}"
    if ending.codes[-1:] not in ([0], [1], [ENDED]):
        return f"FAULT exit codes {ending.codes}"
    if not (life.run / "student.pth").exists():
        return f"FAULT no student, but {ending.said[-500:]}"
    if found := life.differs(expected.end):
        return f"FAULT other bits in {found}"
    left = {path for path in life.files() - expected.files if path.endswith(".tmp")}
    return f"FAULT left over are {sorted(left)}" if left else "held"


def _goes_on(life: Life, ending: Ending, words: str) -> None:
    """A run that ended in these words, or was done after all, is resumed to its end."""
    assert ending.codes == [0] or words in ending.said, ending.said[-500:]
    later = life.live(life.train)
    assert later.codes == [0], later.said[-500:]


def _until(life: Life, words: str) -> int:
    """The number of a process that trains and has written an event of these words."""
    number = life.begin((life.train,))
    _wait_for(life, words)
    return number


def _wait_for(life: Life, words: str) -> None:
    """Until an event of these words is written."""
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline:
        events = life.runs / "run" / "events.jsonl"
        if events.exists() and words in events.read_text("utf-8"):
            return
        time.sleep(0.005)
    raise AssertionError(f"no event came with {words}")


def _in_a_process_of_its_own(life: Life, **variables: str) -> Ending:
    words = [sys.executable, str(ROOT / "main.py"), *life.train()]
    done = subprocess.run(words, env=_env(life) | variables, capture_output=True, check=False)
    return Ending([done.returncode], (done.stdout + done.stderr).decode("utf-8", "replace"))


def _env(life: Life) -> dict[str, Any]:
    return os.environ | {"XDG_CACHE_HOME": str(life.disk / "caches"), "TMPDIR": str(life.disk / "tmp")}
