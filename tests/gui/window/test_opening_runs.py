"""Opening a run that was kept: one that takes long to read can be left, one without events says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from engine.events import Event, PhaseChanged
from tests.gui.helpers import golden
from tests.gui.helpers.visit import Visit


def test_a_run_that_takes_long_to_read_says_so_and_can_be_left(
    open_window: Callable[[], Visit], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_run: Path, **_how: object) -> Iterator[Event]:
        while True:
            yield PhaseChanged(phase="training")

    run = golden.write_run(tmp_path / "long", 20_000)
    monkeypatch.setattr("engine.run_folder.event_log.read_events", endless)
    visit = open_window()
    visit.window.commands.open_run(run)

    def shown() -> list[QProgressDialog]:
        return [dialog for dialog in visit.window.findChildren(QProgressDialog) if dialog.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    assert shown()[0].labelText() == 'Reading the run "long"…'
    shown()[0].cancel()
    qtbot.waitUntil(lambda: not shown())
    assert visit.window.commands.shows_live
    assert visit.question() is None


@pytest.mark.parametrize("content", [b"", b"\x00\xff no event \n" * 100])
def test_a_run_without_events_is_not_opened_in_silence(
    content: bytes, open_window: Callable[[], Visit], qtbot: QtBot, tmp_path: Path
) -> None:
    run = golden.write_run(tmp_path / "empty", 20_000)
    (run / "events.jsonl").write_bytes(content)
    visit = open_window()
    visit.window.commands.open_run(run)
    qtbot.waitUntil(lambda: visit.question() is not None)
    told = visit.question()
    assert told is not None
    assert told.text().startswith('The run "empty" has no events that can be read')
    assert visit.window.commands.shows_live
    visit.answer("OK")
