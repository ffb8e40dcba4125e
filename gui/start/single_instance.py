"""The first window listens for second starts of the program, which hand it their project (gui.start.second_start).

The two talk over a local socket of Qt, on Windows a named pipe, that only the same user may open: nothing leaves the
computer. What comes in is one short line, which is believed only where it names a project file that is there.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine.identity import PROJECT_SUFFIXES
from gui.start.second_start import PATIENCE_S, TAKEN

PATIENCE_MS = round(1000 * PATIENCE_S)
LONGEST = 4 * 32_767 + 1  # bytes of a line: the longest path of Windows in UTF-8


class FirstWindow(QObject):
    """Listens for later starts; ``asked`` carries the path of the project that one brings, or nothing."""

    asked = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(name)  # what a crash left behind: nobody answered there
        self._server.listen(name)

    @property
    def place(self) -> str:
        """The socket's file, or the pipe's name."""
        return self._server.fullServerName()

    def close(self) -> None:
        """Later starts open a window of their own from now on."""
        self._server.close()

    def _welcome(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setReadBufferSize(LONGEST)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._take(socket))
        hang_up = QTimer(socket, interval=PATIENCE_MS, singleShot=True)
        # A bound method PySide takes for a new slot of the socket, and warns.
        hang_up.timeout.connect(lambda: socket.abort())  # noqa: PLW0108
        hang_up.start()
        self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        """Answer the one line of a connection; what is no line of ours is hung up on."""
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LONGEST:
                socket.abort()
            return
        project = _project(bytes(socket.readLine().data()))
        socket.readyRead.disconnect()
        socket.write(TAKEN)
        socket.flush()
        self.asked.emit(project)


def _project(line: bytes) -> str:
    """The project file that a line names; empty where it names none that is there."""
    try:
        path = Path(line.decode().removesuffix("\n"))
        known = path.is_absolute() and path.suffix.lower() in PROJECT_SUFFIXES and path.is_file()
    except (ValueError, OSError):  # no UTF-8, a zero byte, a name too long
        return ""
    return str(path) if known else ""
