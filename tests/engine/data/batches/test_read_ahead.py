"""Reading ahead changes nothing but the time: same items, same order, same errors; it stops at once and holds."""

import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from engine.control import RunControl, StopRequestedError
from engine.data.batches.read_ahead import read_ahead


@pytest.fixture
def thread() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


class Counted:
    """Numbers from 0, of which one knows how many were taken, and by whom."""

    def __init__(self, end: int, fails_at: int = -1) -> None:
        self.end, self.fails_at = end, fails_at
        self.taken = 0
        self.threads: set[int] = set()
        self.more = threading.Semaphore(0)

    def __iter__(self) -> "Counted":
        return self

    def __next__(self) -> int:
        self.threads.add(threading.get_ident())
        if self.taken == self.fails_at:
            raise ValueError("broken")
        if self.taken == self.end:
            raise StopIteration
        self.taken += 1
        self.more.release()
        return self.taken - 1


@pytest.mark.parametrize("end", [0, 1, 2, 3, 10])
def test_same_items_in_the_same_order(thread: Executor, end: int) -> None:
    assert list(read_ahead(iter(Counted(end)), thread, RunControl())) == list(range(end))


def test_a_bounded_number_is_taken_ahead_in_the_other_thread(thread: Executor) -> None:
    numbers = Counted(100)
    items = read_ahead(iter(numbers), thread, RunControl(), depth=2)
    assert next(items) == 0
    for _ in range(3):
        assert numbers.more.acquire(timeout=10)
    thread.submit(int).result()  # whatever was asked for is done
    assert numbers.taken == 3
    assert threading.get_ident() not in numbers.threads
    assert len(numbers.threads) == 1


def test_an_error_comes_in_its_place(thread: Executor) -> None:
    items = read_ahead(iter(Counted(10, fails_at=4)), thread, RunControl())
    assert [next(items) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="broken"):
        next(items)


def test_what_is_left_early_takes_no_more(thread: Executor) -> None:
    numbers = Counted(100)
    items = read_ahead(iter(numbers), thread, RunControl(), depth=2)
    next(items)
    del items
    thread.submit(int).result()
    taken = numbers.taken
    assert taken <= 3
    assert list(read_ahead(iter(Counted(3)), thread, RunControl())) == [0, 1, 2]  # the thread serves the next
    assert numbers.taken == taken


def test_a_stop_is_heard_while_an_item_is_long_in_coming(thread: Executor) -> None:
    control, release = RunControl(), threading.Event()

    def slow() -> Iterator[int]:
        release.wait(30)
        yield 1

    threading.Timer(0.05, control.stop).start()
    with pytest.raises(StopRequestedError):
        next(read_ahead(slow(), thread, control))
    release.set()


def test_a_pause_holds_whoever_asks_and_not_the_thread(thread: Executor) -> None:
    control, numbers = RunControl(), Counted(10)
    items = read_ahead(iter(numbers), thread, control, depth=2)
    next(items)
    control.pause()
    asked = threading.Thread(target=lambda: next(items))
    asked.start()
    for _ in range(3):
        assert numbers.more.acquire(timeout=10)
    assert asked.is_alive()
    control.resume()
    asked.join(10)
    assert not asked.is_alive()
