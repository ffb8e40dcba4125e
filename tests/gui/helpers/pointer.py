"""A mouse over a widget, whatever window lies above it and wherever the pointer of the machine is."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.MouseButton.NoButton


def point_at(widget: QWidget, place: QPoint, buttons: Qt.MouseButton = NONE) -> None:
    """Tell a widget that the mouse was moved there.

    QTest.mouseMove moves the machine's pointer instead, which tells nobody where it is there already, and another
    window where one lies above: so a test's outcome hung on the tests before it.
    """
    there = QPointF(place)
    above = QPointF(widget.mapToGlobal(place))
    move = QMouseEvent(QEvent.Type.MouseMove, there, above, NONE, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, move)
