"""One engine function at a time off the window's thread: its events as they come, then its result or error."""

from PySide6.QtCore import QObject, QTimer, Signal

from engine.qt_thread import Task, TaskThread

DRAIN_INTERVAL_MS = 100


class BackgroundTask(QObject):
    """Runs a task in a TaskThread; a task started while another runs stops that one and follows it.

    Idle -> Running -> Idle (``finished``, or ``stopped`` where a stop was asked for). Once a task was asked to stop,
    nothing more of it is announced, so that nothing stale is ever shown.
    """

    event_arrived = Signal(object)  # engine.events.Event
    finished = Signal(object, object)  # result, EngineError; one of them is None
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: TaskThread | None = None
        self._next: Task | None = None
        self._left: list[TaskThread] = []
        self._timer = QTimer(self, interval=DRAIN_INTERVAL_MS)
        self._timer.timeout.connect(self._drain)

    @property
    def running(self) -> bool:
        """Whether a task is going on."""
        return self._thread is not None

    def start(self, task: Task) -> None:
        """Begin a task, as soon as the one going on (if any) has stopped."""
        if self._thread is not None:
            self._next = task
            self._thread.control.stop()
            return
        self._thread = TaskThread(task)
        self._thread.finished.connect(self._end)
        self._thread.start()
        self._timer.start()

    def stop(self) -> None:
        """Ask the task to stop at the next image."""
        self._next = None
        if self._thread is not None:
            self._thread.control.stop()

    def leave(self) -> None:
        """Stop without waiting: nothing is announced, and the thread ends when it can.

        It may hang in the system, for instance on a share that does not answer. The window closes only when it is gone.
        """
        self._timer.stop()
        self._next = None
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.finished.disconnect(self._end)
            thread.control.stop()
            self._left = [*(left for left in self._left if left.isRunning()), thread]

    def close(self) -> None:
        """Stop and wait until every thread has ended."""
        self.leave()
        for thread in self._left:
            thread.wait()

    def _drain(self) -> None:
        if self._thread is not None and not self._thread.control.stopping:
            for event in self._thread.drain():
                self.event_arrived.emit(event)

    def _end(self) -> None:
        """The thread's run() has returned: take its last events and let it go."""
        self._timer.stop()
        self._drain()
        thread, self._thread = self._thread, None
        following, self._next = self._next, None
        if thread is None:
            return
        thread.wait()
        result, error, was_stopped = thread.result, thread.error, thread.control.stopping
        thread.deleteLater()
        if following is not None:
            self.start(following)
        elif was_stopped:
            self.stopped.emit()
        else:
            self.finished.emit(result, error)
