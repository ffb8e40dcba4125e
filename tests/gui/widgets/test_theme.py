"""The theme is readable in both schemes, and icons are drawn in its colours and follow it."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.help.page import HelpPage
from gui.widgets import icons
from gui.widgets.theme import Theme, colors, palette_of, set_role, style_sheet
from resources.colors import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, SCHEMES, Colors


def _luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    full = QColor(color)
    channels = (full.redF(), full.greenF(), full.blueF())
    parts: list[float] = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "light, high contrast", "dark, high contrast"])
def test_every_text_colour_is_readable(scheme: Colors) -> None:
    for role in ("text", "muted", "accent", "good", "warning", "bad"):
        for background in (scheme.surface, scheme.window):
            assert _contrast(getattr(scheme, role), background) >= 4.5, (role, background)
    assert _contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert all(_contrast(curve, scheme.surface) >= 3 for curve in scheme.series)
    assert len(set(scheme.series)) == 8


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "light, high contrast", "dark, high contrast"])
def test_colors_are_found_from_the_palette_and_fill_the_style_sheet(scheme: Colors) -> None:
    assert colors(palette_of(scheme)) == scheme
    assert "$" not in style_sheet(scheme).split("*/", 1)[1]


def test_icons_follow_the_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    theme.changed.connect(lambda: icons.recolour(qapp))
    label, button = QLabel(), QPushButton()
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    icons.set_icon(label, "stop", "bad")
    icons.set_icon(button, "stop", "text")
    assert _middle(label) == QColor(LIGHT.bad)
    theme.set_scheme("dark")
    assert _middle(label) == QColor(DARK.bad)
    assert button.icon().pixmap(16).toImage().pixelColor(8, 8) == QColor(DARK.text)
    theme.set_scheme("light")
    theme.deleteLater()


def test_the_guide_s_search_sign_and_links_follow_the_scheme(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.changed.connect(lambda: icons.recolour(qapp))
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    (sign,) = (action for action in page.search.actions() if not action.icon().isNull())
    before = sign.icon().pixmap(16).toImage()
    theme.set_scheme("dark")
    assert sign.icon().pixmap(16).toImage() != before
    assert DARK.accent in page.text.toHtml()
    assert LIGHT.accent not in page.text.toHtml()


def _middle(label: QLabel) -> QColor:
    return label.pixmap().toImage().pixelColor(8, 8)


@pytest.mark.parametrize("name", [n for n in icons.names() if n != "app"])
def test_every_icon_draws_something_inside_its_frame(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, "#ff0000", 48).toImage()
    alpha = [image.pixelColor(x, y).alpha() for x in range(48) for y in range(48)]
    assert sum(a > 128 for a in alpha) > 40
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(48) for y in (0, 47))


def test_high_contrast_of_the_system_is_followed_in_both_schemes(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "_high_contrast", lambda _theme: True)
    for expected in (CONTRAST_LIGHT, CONTRAST_DARK):
        theme.set_scheme("dark" if expected.dark else "light")
        assert colors(qapp.palette()) == expected
        for text in (expected.text, expected.muted, expected.accent, expected.good, expected.warning, expected.bad):
            assert _contrast(text, expected.surface) >= 7


def test_text_of_another_size_reaches_every_widget_and_every_heading(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    label, title, usual = QLabel("text"), QLabel("title"), qapp.font().pointSizeF()
    for widget in (label, title):
        qtbot.addWidget(widget)
        widget.show()
    set_role(title, "title")
    before = title.fontInfo().pointSizeF()
    theme.set_text_size(150)
    qapp.processEvents()
    assert label.fontInfo().pointSizeF() == pytest.approx(1.5 * usual, abs=0.6)
    assert title.fontInfo().pointSizeF() == pytest.approx(1.5 * before, abs=0.6)
    theme.set_text_size(100)
    qapp.processEvents()
    assert label.fontInfo().pointSizeF() == pytest.approx(usual, abs=0.6)


def test_icons_are_drawn_anew_where_the_window_comes_to_another_screen(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    icons.set_icon(label, "start", size=16)
    label.show()
    icons.follow_screens(label, qapp)
    label.clear()
    label.windowHandle().screenChanged.emit(label.screen())
    assert label.pixmap().width() == round(16 * label.devicePixelRatioF())
