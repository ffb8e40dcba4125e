"""The progress bar on a terminal: what it takes for the whole, and from where it counts."""

import io

from engine.cli.console import Console
from engine.events import Progress


def test_another_piece_of_work_of_the_same_name_has_a_total_and_a_pace_of_its_own() -> None:
    console = Console(io.StringIO())
    for done, total in ((10, 10), (10, 40), (20, 40)):
        console(Progress(task="validation", done=done, total=total))
    assert console._bar is not None
    assert (console._bar.initial, console._bar.n, console._bar.total) == (10, 20, 40)
    console.close_bar()
