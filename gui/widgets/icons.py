"""The program's own icons: resources/icons/*.svg drawn in a colour of the theme, sharp at every scaling."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from gui.widgets.theme import colors
from resources.colors import Colors
from resources.paths import resource

_SIZES = (16, 24, 32, 48)

IconTarget = QAction | QAbstractButton | QLabel


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon of ``size`` logical pixels in ``color`` (#rrggbb); FileNotFoundError for an unknown name."""
    image = _drawn(name, color, round(size * ratio))
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, scheme_colors: Colors, role: str = "text") -> QIcon:
    """An icon in the colour of a role of Colors (text, accent, bad, ...); grey when disabled."""
    result = QIcon()
    for color, mode in ((getattr(scheme_colors, role), QIcon.Mode.Normal), (scheme_colors.border, QIcon.Mode.Disabled)):
        for size in _SIZES:
            result.addPixmap(_drawn(name, color, size), mode)
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


def follow_screens(window: QWidget, app: QApplication) -> None:
    """Draw the icons anew where a window that is shown comes to a screen, which may have another scaling."""
    window.windowHandle().screenChanged.connect(lambda _screen: recolour(app))


@cache
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(resource("icons", f"{name}.svg").read_bytes()))


@cache
def _shape(name: str, side: int) -> QImage:
    """The icon in black: drawing it costs several times as much as colouring it."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _drawn(name: str, color: str, side: int) -> QPixmap:
    image = _shape(name, side).copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(color))
    painter.end()
    return QPixmap.fromImage(image)


def _draw(target: IconTarget, scheme_colors: Colors) -> None:
    name, role = target.property("iconName"), target.property("iconRole")
    if isinstance(target, QLabel):
        color, size = getattr(scheme_colors, role), target.property("iconSize")
        target.setPixmap(pixmap(name, color, size, target.devicePixelRatioF()))
    else:
        target.setIcon(icon(name, scheme_colors, role))


_SIZE = 32


def row_icon(name: str, role: str) -> QIcon:
    """The icon in a role's colour; in the colour of text on the accent where its row is selected."""
    tints = colors(QApplication.palette())
    sign = icon(name, tints, role)
    sign.addPixmap(pixmap(name, tints.on_accent, _SIZE), QIcon.Mode.Selected)
    return sign
