"""The first window listens for second starts of the program, which hand it their project (gui.start.second_start).

The two talk over a local socket of Qt, on Windows a named pipe: nothing leaves the computer.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from gui.start.second_start import TAKEN


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
        socket.write(TAKEN)
        socket.flush()
        self.asked.emit(project)
