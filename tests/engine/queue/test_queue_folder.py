"""The list of a queue as files: order, changes by several programs, what is damaged, what was broken off."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import QueueError, SettingsError
from engine.queue.entries import FILE, QueueEntry, moved, shifted
from engine.queue.queue_folder import Queue
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings

ROOT = Path(__file__).resolve().parents[3]
ADD_EIGHT = """
import sys
from pathlib import Path
from engine.queue.queue_folder import Queue
from engine.settings.toml_file import load_settings
assert "torch" not in sys.modules
for number in range(8):
    Queue(Path(sys.argv[1])).add([load_settings(None, [f"output.name={sys.argv[2]} {number}"])])
"""


def named(*names: str) -> list[RunSettings]:
    return [load_settings(None, [f"output.name={name}"]) for name in names]


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    queue = Queue(tmp_path / "queue")
    queue.add(named("a", "b", "c"))
    return queue


def names(queue: Queue) -> str:
    return "".join(entry.name for entry in queue.entries())


def test_a_queue_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert Queue(tmp_path / "none").entries() == ()
    assert not (tmp_path / "none").exists()


def test_entries_are_moved_shifted_and_removed(queue: Queue) -> None:
    queue.move(3, 0)
    assert names(queue) == "cab"
    queue.shift([1, 2], down=False)
    assert names(queue) == "abc"
    queue.shift([1, 2], down=False)  # at the top already: their order stays
    assert names(queue) == "abc"
    queue.shift([1], down=True)
    assert names(queue) == "bac"
    queue.remove([2])
    assert names(queue) == "ac"
    assert not queue.file_of(2).exists()
    queue.add(named("d"))
    assert [entry.number for entry in queue.entries()] == [1, 3, 4]  # a number never means another run
    with pytest.raises(QueueError, match="no entry 2"):
        queue.remove([1, 2])
    assert names(queue) == "acd"


def test_places_beyond_the_ends_are_the_ends() -> None:
    entries = [QueueEntry(number=number, name=str(number)) for number in (1, 2, 3)]
    assert [entry.number for entry in moved(entries, 1, 99)] == [2, 3, 1]
    assert [entry.number for entry in moved(entries, 2, -5)] == [2, 1, 3]
    assert [entry.number for entry in shifted(entries, {1, 3}, down=True)] == [2, 1, 3]


def test_settings_come_back_as_they_were(queue: Queue, tmp_path: Path) -> None:
    settings = load_settings(None, [f"data.train=['{tmp_path.as_posix()}']", "stage2.epochs=3", "seed=4"])
    (entry,) = queue.add([settings])
    assert queue.settings(entry.number) == settings
    assert (entry.name, entry.seed, entry.state) == ("Run 4", 4, "waiting")


def test_a_damaged_list_names_its_line_and_is_left_as_it_is(queue: Queue) -> None:
    file = queue.folder / FILE
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[4] = ' "entries" [{'
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(QueueError, match=r"line 5 of .*queue\.json"):
        queue.entries()
    before = file.read_bytes()
    with pytest.raises(QueueError):
        queue.add(named("d"))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"version": 9}', "newer version"),
        ('{"entries": [{"number": "x", "name": "a"}]}', r"entries\.0\.number"),
        ("[]", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ("\udcff", "cannot be read"),
    ],
)
def test_what_is_no_list_is_refused_in_words(queue: Queue, text: str, words: str) -> None:
    (queue.folder / FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(QueueError, match=words) as caught:
        queue.entries()
    assert caught.value.remedy


def test_damaged_settings_name_their_file_and_line(queue: Queue) -> None:
    queue.file_of(2).write_text('preset = "recommended"\nseed = = 1\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"2\.toml is not valid TOML.*line 2"):
        queue.settings(2)


def test_an_entry_is_interrupted_where_nobody_runs_the_queue_any_more(queue: Queue) -> None:
    with queue.run_alone():
        queue.change(lambda listed: listed.of([e.model_copy(update={"state": "running"}) for e in listed.entries[:1]]))
        assert [entry.state for entry in queue.entries()] == ["running"]
        with pytest.raises(QueueError, match="being run"):
            queue.remove([1])
    assert [entry.state for entry in queue.entries()] == ["interrupted"]
    queue.remove([1])
    assert queue.entries() == ()


def test_a_queue_is_run_by_one_at_a_time(queue: Queue) -> None:
    other = Queue(queue.folder)
    with queue.run_alone():
        assert other.being_run()
        with pytest.raises(QueueError, match="another window or program"), other.run_alone():
            pass
        other.add(named("d"))  # adding is for everybody
    assert not other.being_run()
    assert names(queue) == "abcd"


def test_two_programs_add_to_one_queue_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "queue"
    programs = [
        subprocess.Popen([sys.executable, "-c", ADD_EIGHT, str(folder), name], cwd=ROOT) for name in ("one", "two")
    ]
    assert [program.wait(60) for program in programs] == [0, 0]
    entries = Queue(folder).entries()
    assert sorted(entry.number for entry in entries) == list(range(1, 17))
    assert {entry.name for entry in entries} == {f"{name} {number}" for name in ("one", "two") for number in range(8)}
    assert json.loads((folder / FILE).read_bytes())["next_number"] == 17
    assert not list(folder.glob("*.tmp"))


def test_failed_entries_wait_again(queue: Queue) -> None:
    failed = {"state": "failed", "message": "no images", "remedy": "choose some"}
    queue.change(lambda listed: listed.of([entry.model_copy(update=failed) for entry in listed.entries]))
    queue.again([1, 3])
    assert [entry.state for entry in queue.entries()] == ["waiting", "failed", "waiting"]
    assert queue.entries()[0].message == ""


def test_a_control_stands_after_its_run(queue: Queue) -> None:
    queue.add_controls([1, 2])
    assert [entry.name for entry in queue.entries()] == ["a", "a, labels only", "b", "b, labels only", "c"]
    with pytest.raises(SettingsError, match="own control"):
        queue.add_controls([queue.entries()[1].number])
