"""A second start of the program: it hands its project to the window that is there already, and leaves.

The two talk over a local socket of Qt, on Windows a named pipe: nothing leaves the computer.
"""

import hashlib
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 3000
_TAKEN = b"taken\n"


def channel(preferences: Path) -> str:
    """Name under which the windows of one user, who has one file of preferences, find each other."""
    return f"PatchDistill-{hashlib.sha256(str(preferences).encode()).hexdigest()[:16]}"


def hand_over(name: str, project: Path | None) -> bool:
    """Ask the first window to come forward and open a project; false where none is there, or none that answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    if sys.platform == "win32":
        from engine.machine import windows

        windows.let_others_come_forward()
    socket.write(f"{project.absolute() if project else ''}\n".encode())
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE_MS) and socket.readAll().data() == _TAKEN
    socket.disconnectFromServer()
    return answered


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

    def close(self) -> None:
        """Later starts open a window of their own from now on."""
        self._server.close()

    def _welcome(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._take(socket))
        self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        project = bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n")
        socket.write(_TAKEN)
        socket.flush()
        self.asked.emit(project)
