"""Measures how true the time left is: at each tenth of a run's time, what was said and what it still took.

python -m tests.bench.time_left [demo many large] [--set section.key=value ...] [--keep FOLDER]
python -m tests.bench.time_left SETTINGS.toml ... RUN_FOLDER ... KEPT.jsonl ...

Runs are made of the demo, of many small photographs (10,000, 4 epochs) and of large ones (300 of 6 MP, 20 epochs); all
three take about twenty minutes on two cores. Nothing is in their caches before. ``--keep`` writes down what a run told,
from which it can be worked out again. A run's folder keeps no reports of pieces of work, so that what rests on them
(validations of the first epoch, the final evaluation) is said too short there: a run that is made here hears all that
the window hears.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from engine.control import RunControl
from engine.demo.images import build_demo_data
from engine.demo.training import demo_settings
from engine.events import Event, RunFinished, RunStarted
from engine.events.lines import from_json, to_json
from engine.run.run import run
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings, quoted, save_settings
from gui.history.remaining import seconds_left
from gui.history.run_history import RunHistory
from tests.bench.time_sets import LARGE, MANY, TimedSet, build

SETS: dict[str, TimedSet | None] = {"demo": None, "many": MANY, "large": LARGE}
ALSO = {"many": ("stage2.epochs=4",), "large": ("stage2.epochs=20",)}
ANY_TEACHER = ("teacher.accept_weak=true",)  # the demo's knows nothing of a blur
LIMIT = 0.25  # that an estimate may be off, of the truth
FROM = 2  # tenths of the run after which it is held to that
TENTHS = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; exit code 1 where an estimate is further off than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="*", default=list(SETS), help="demo, many, large, or files and folders")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    good = True
    for name, settings, events in _streams(given.places, given.set):
        if given.keep:
            _keep(given.keep / name, settings, events)
        found = estimates(events, settings)
        print(f"{name}, {events[-1].time_s - events[0].time_s:.1f} s")
        for tenth, (truth, said) in enumerate(found, start=1):
            off = None if said is None else said / truth - 1
            good &= tenth < FROM or (off is not None and abs(off) <= LIMIT)
            words = "not known" if off is None else f"{said:>8.1f} s {off:>+7.0%}"
            print(f"{tenth * 100 // TENTHS:>4} % {truth:>8.1f} s {words}")
    return 0 if good else 1


def estimates(events: Sequence[Event], settings: RunSettings) -> list[tuple[float, float | None]]:
    """At each tenth but the last: the seconds that were left in truth, and those that were said; None where none were.

    What is said stays on screen until the next event, so the time since the last one is not taken off.
    """
    history, left = RunHistory(settings), iter(events)
    began, ended = events[0].time_s, events[-1].time_s
    coming = next(left)
    found: list[tuple[float, float | None]] = []
    for tenth in range(1, TENTHS):
        now = began + (ended - began) * tenth / TENTHS
        while coming.time_s <= now:
            history.add(coming)
            coming = next(left)
        found.append((ended - now, seconds_left(history)))
    return found


def _streams(places: Sequence[str], overrides: Sequence[str]) -> Iterator[tuple[str, RunSettings, list[Event]]]:
    """Name, settings and events of each run, from its start to its end."""
    for name in places:
        place = Path(name)
        if name in SETS or place.suffix == ".toml":
            with tempfile.TemporaryDirectory() as folder:
                yield place.stem, *_made(_settings(name, Path(folder), overrides))
        elif place.is_dir():
            yield place.name, load_settings(place / "settings.toml"), _whole(list(read_events(place)))
        else:
            lines = place.read_text(encoding="utf-8").splitlines()
            yield place.stem, load_settings(place.with_suffix(".toml")), [from_json(line) for line in lines]


def _settings(name: str, folder: Path, overrides: Sequence[str]) -> RunSettings:
    """Of a set that is made below ``folder``, or of a file; what the run keeps lies there, too."""
    places = [f"{key}={quoted(folder / key)}" for key in ("output.folder", "machine.cache_folder")]
    if name not in SETS:
        return load_settings(Path(name), (*overrides, *places))
    demo, made = build_demo_data(), SETS[name]
    if made is None:
        return demo_settings(demo, (*overrides, *places))
    return demo_settings(
        replace(demo, folder=build(folder / name, made)), (*ANY_TEACHER, *ALSO[name], *overrides, *places)
    )


def _keep(place: Path, settings: RunSettings, events: Sequence[Event]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    save_settings(settings, place.with_suffix(".toml"))
    place.with_suffix(".jsonl").write_text("".join(to_json(event) + "\n" for event in events), encoding="utf-8")


def _made(settings: RunSettings) -> tuple[RunSettings, list[Event]]:
    events: list[Event] = []
    run(settings, RunControl(), events.append)
    return settings, _whole(events)


def _whole(events: Sequence[Event]) -> list[Event]:
    """From the last start to the end; SystemExit where a run has none."""
    starts = [place for place, event in enumerate(events) if isinstance(event, RunStarted)]
    if not starts or not isinstance(events[-1], RunFinished):
        raise SystemExit("A run that has not ended tells nothing of the time that was left.")
    return list(events[starts[-1] :])


if __name__ == "__main__":
    sys.exit(main())
