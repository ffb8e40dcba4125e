"""The program's own icons: resources/icons/*.svg drawn in a colour of the theme, sharp at every scaling."""

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from gui.theme import Colors, colors
from resources.paths import resource

_SIZES = (16, 24, 32, 48)

IconTarget = QAction | QAbstractButton | QLabel


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon of ``size`` logical pixels in ``color`` (#rrggbb); FileNotFoundError for an unknown name."""
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    image = QPixmap(QSize(size, size) * ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, scheme_colors: Colors, role: str = "text") -> QIcon:
    """An icon in the colour of a role of Colors (text, accent, bad, ...); grey when disabled."""
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(pixmap(name, getattr(scheme_colors, role), size))
        result.addPixmap(pixmap(name, scheme_colors.border, size), QIcon.Mode.Disabled)
    return result


def set_icon(target: IconTarget, name: str, role: str = "text", size: int = 16) -> None:
    """Show an icon that follows the theme from now on; ``size`` (logical pixels) is used for labels only."""
    target.setProperty("iconName", name)
    target.setProperty("iconRole", role)
    target.setProperty("iconSize", size)
    _draw(target, colors(QApplication.palette()))


def recolour(app: QApplication) -> None:
    """Draw every icon set by set_icon again; connect it to Theme.changed."""
    scheme_colors = colors(app.palette())
    for window in app.topLevelWidgets():
        for child in (window, *window.findChildren(QObject)):
            if isinstance(child, IconTarget) and child.property("iconName"):
                _draw(child, scheme_colors)


def _draw(target: IconTarget, scheme_colors: Colors) -> None:
    name, role = target.property("iconName"), target.property("iconRole")
    if isinstance(target, QLabel):
        color, size = getattr(scheme_colors, role), target.property("iconSize")
        target.setPixmap(pixmap(name, color, size, target.devicePixelRatioF()))
    else:
        target.setIcon(icon(name, scheme_colors, role))
