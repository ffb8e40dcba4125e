"""A visitor's eyes and hands: finds words on the screen, moves the real pointer there, types, takes pictures."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QTabBar, QWidget

from gui.start.smoke_driver import Wait
from gui.window.main_window import MainWindow

LOOKS_S = 0.7  # time for what was asked for to appear and to be painted


class Visitor:
    """Everything goes through the X server, by xdotool, as if a person did it."""

    def __init__(self, window: MainWindow, pictures: Path) -> None:
        self.window, self._pictures = window, pictures
        self._taken = 0

    def look(self, name: str) -> Iterator[Wait]:
        """Wait a moment, then take a picture of the whole screen."""
        yield pause(name)
        self._taken += 1
        screen = QApplication.primaryScreen()
        screen.grabWindow(0).save(str(self._pictures / f"{self._taken:02}-{name.replace(' ', '-')}.png"))

    def press(self, words: str, within: type[QWidget] = QWidget) -> Iterator[Wait]:
        """Click on the button that says so, once it can be pressed."""
        yield Wait(f'"{words}" can be pressed', lambda: bool(_buttons(words, within)))
        button = _buttons(words, within)[-1]
        yield from self.click(button, button.rect().center())

    def choose(self, menu: str, entry: str) -> Iterator[Wait]:
        """Open a menu of the menu bar and click on an entry."""
        bar = self.window.menuBar()
        opened = next(m for m in self.window.findChildren(QMenu) if m.title().replace("&", "") == menu)
        yield from self.click(bar, bar.actionGeometry(opened.menuAction()).center())
        yield Wait(f"the menu {menu} is open", opened.isVisible)
        chosen = next(action for action in opened.actions() if action.text() == entry)
        yield from self.click(opened, opened.actionGeometry(chosen).center())

    def turn_to(self, title: str) -> Iterator[Wait]:
        """Click on a page of the set-up form; a count of problems may follow its title."""
        (bar,) = self.window.setup_page.form.findChildren(QTabBar)
        index = next(index for index in range(bar.count()) if bar.tabText(index).startswith(title))
        yield from self.click(bar, bar.tabRect(index).center())

    def choose_row(self, view: QAbstractItemView, row: int, *, add: bool = False) -> Iterator[Wait]:
        """Click on a row of a table or list, with Ctrl to take it besides those already chosen."""
        spot = view.visualRect(view.model().index(row, 0)).center()
        if add:
            xdotool("keydown", "ctrl")
        yield from self.click(view.viewport(), spot)
        if add:
            xdotool("keyup", "ctrl")

    def click(self, widget: QWidget, spot: QPoint | None = None) -> Iterator[Wait]:
        """Move the pointer to a spot of a widget, its middle by default, and click."""
        self.point(widget, spot)
        yield pause("the pointer is there", 0.1)
        xdotool("click", "1")
        yield pause("the click has arrived", 0.3)

    def point(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """Move the pointer."""
        place = widget.mapToGlobal(spot or widget.rect().center()) * widget.devicePixelRatio()
        xdotool("mousemove", str(place.x()), str(place.y()))

    def keys(self, *names: str) -> Iterator[Wait]:
        """Press keys, one after the other, by xdotool's names."""
        if QApplication.activeWindow() is None:  # no window manager has given the window the keyboard
            xdotool("windowfocus", str(int(self.window.winId())))
            yield Wait("the window has the keyboard", self.window.isActiveWindow)
        for name in names:
            xdotool("key", name)
            yield pause(f"{name} has arrived", 0.3)

    def write(self, text: str) -> Iterator[Wait]:
        """Type where the cursor is."""
        xdotool("type", "--delay", "5", text)
        yield pause("the text has arrived", 0.5)


def pause(name: str, seconds: float = LOOKS_S) -> Wait:
    """A wait for so long."""
    begin = time.monotonic()
    return Wait(name, lambda: time.monotonic() - begin > seconds)


def xdotool(*words: str) -> None:
    """One command of xdotool."""
    subprocess.run(["xdotool", *words], check=True, timeout=20)


def _buttons(words: str, within: type[QWidget]) -> list[QAbstractButton]:
    """Enabled buttons on screen that say so; the newest window's last."""
    return [
        button
        for top in QApplication.topLevelWidgets()
        if top.isVisible() and isinstance(top, within)
        for button in top.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.text().replace("&", "") == words
    ]
