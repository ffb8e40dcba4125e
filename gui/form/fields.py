"""One editor for each kind of setting, all alike: value, set_value, changed; the mouse wheel never edits."""

import math
import re
import types
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Protocol

import annotated_types
from pydantic.fields import FieldInfo
from PySide6.QtCore import QLocale, Signal, SignalInstance
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from engine.settings.classes import FolderClasses
from gui.form.data_fields import ClassesField, SourcesField
from gui.form.names_field import NamesField
from gui.widgets.path_fields import FoldersField, PathField
from gui.words.plain_words import unit_for
from gui.words.translation import tr
from gui.words.values import extra, limits, spoken

_EDITOR_WIDTH = 190
_FLOAT_DECIMALS = 30  # a spin box rounds to this; enough to keep every digit of 1e-12
_HUGE = 1e12  # where a setting names no limit
_TINY_DEFAULT = 0.02  # below, a setting is thought of in factors rather than in steps


class Field(Protocol):
    """What the form asks of an editor; every editor is a QWidget too."""

    changed: SignalInstance

    def value(self) -> Any:
        """The value as the settings model takes it."""

    def set_value(self, value: Any) -> None:
        """Show a value; emits ``changed`` where it differs from the one shown."""


class NoWheel:
    """Leaves the wheel to the page, so that scrolling never changes a value."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Hand the event on to whatever scrolls."""
        event.ignore()


class BoolField(QCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Off"), parent)
        self.toggled.connect(self._say)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Switch on or off."""
        self.setChecked(value)

    def _say(self, on: bool) -> None:
        self.setText(tr("On") if on else tr("Off"))
        self.changed.emit()


class ChoiceField(NoWheel, QComboBox):
    """One of a few names."""

    changed = Signal()

    def __init__(self, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for choice in choices:
            self.addItem(spoken(choice), choice)
        self.setFixedWidth(_EDITOR_WIDTH)
        self.currentIndexChanged.connect(self.changed)

    def value(self) -> str:
        """The chosen name, as in the settings file."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose a name; ValueError where it is none of them."""
        index = self.findData(value)
        if index < 0:
            raise ValueError(f"{value!r} is none of the choices")
        self.setCurrentIndex(index)


class IntField(NoWheel, QSpinBox):
    """A whole number between limits."""

    changed = Signal()

    def __init__(self, low: int, high: int, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.English))
        self.setRange(low, high)
        self._unit = unit
        self._name_unit(self.value())
        self.setFixedWidth(_EDITOR_WIDTH)
        self.valueChanged.connect(self._name_unit)
        self.valueChanged.connect(self.changed)

    def set_value(self, value: int) -> None:
        """Show a number."""
        self.setValue(value)

    def _name_unit(self, value: int) -> None:
        self.setSuffix(f" {unit_for(value, self._unit)}" if self._unit else "")


class FloatField(NoWheel, QDoubleSpinBox):
    """A number between limits, shown with every digit it has; tiny ones step by factors (1, 2, 5, 10, ...)."""

    changed = Signal()

    def __init__(self, low: float, high: float, default: float, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(_FLOAT_DECIMALS)
        self.setRange(low, high)
        self.setSuffix(f" {tr(unit)}" if unit else "")
        self.setFixedWidth(_EDITOR_WIDTH)
        self._by_factors = 0 < default < _TINY_DEFAULT
        self._default = default
        self.setSingleStep(10.0 ** math.floor(math.log10(default)) if default > 0 else 0.05)
        self.valueChanged.connect(self.changed)

    def set_value(self, value: float) -> None:
        """Show a number, unrounded."""
        self.setValue(value)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """The shortest text that reads back as the same number."""
        text = repr(value).removesuffix(".0")
        return re.sub(r"e([-+])0*", r"e\1", text).replace("e+", "e")

    def valueFromText(self, text: str) -> float:  # noqa: N802
        """The number that was typed, with a point or a comma."""
        return _parse_number(self._bare(text)) or 0.0

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed that is, or may become, a number."""
        bare = self._bare(text)
        if _parse_number(bare) is not None:
            return QValidator.State.Acceptable, text, position
        possible = re.fullmatch(r"[-+0-9.,eE]*", bare) is not None
        return (QValidator.State.Intermediate if possible else QValidator.State.Invalid), text, position

    def stepBy(self, steps: int) -> None:  # noqa: N802
        """Up or down one step, or along 1, 2, 5, 10, ... for a tiny number."""
        if not self._by_factors:
            self.setValue(round(self.value() + steps * self.singleStep(), 12))
            return
        for _ in range(abs(steps)):
            self.setValue(_next_round(self.value(), steps > 0) if self.value() > 0 else self._default)

    def _bare(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip()


class TextField(QLineEdit):
    """A line of text."""

    changed = Signal()

    def __init__(self, max_length: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if max_length is not None:
            self.setMaxLength(max_length)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """The text as typed."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setText(value)


def field_for(name: str, info: FieldInfo) -> Field:
    """The editor of a setting, from its type, limits and unit; TypeError for a type that has none."""
    if choices := _choices(info.annotation):
        return ChoiceField(choices)
    make: Callable[[str, FieldInfo], Field] | None = _EDITORS.get(info.annotation)
    if make is None:
        raise TypeError(f"no editor for {name} of type {info.annotation}")
    return make(name, info)


def _int_field(_name: str, info: FieldInfo) -> IntField:
    low, high = limits(info)
    return IntField(int(max(low, -(2**31))), int(min(high, 2**31 - 1)), str(extra(info).get("unit", "")))


def _float_field(_name: str, info: FieldInfo) -> FloatField:
    low, high = limits(info)
    unit = str(extra(info).get("unit", ""))
    return FloatField(max(low, -_HUGE), min(high, _HUGE), float(info.default), unit)


def _text_field(_name: str, info: FieldInfo) -> TextField:
    longest = [rule.max_length for rule in info.metadata if isinstance(rule, annotated_types.MaxLen)]
    return TextField(longest[0] if longest else None)


_EDITORS: dict[Any, Callable[[str, FieldInfo], Field]] = {
    bool: lambda _name, _info: BoolField(),
    int: _int_field,
    float: _float_field,
    str: _text_field,
    tuple[str, ...]: lambda name, _info: SourcesField() if name.endswith("source") else NamesField(),
    FolderClasses: lambda _name, _info: ClassesField(),
    tuple[Path, ...]: lambda _name, _info: FoldersField(),
    Path | None: lambda name, _info: PathField("folder" if name.endswith("folder") else "checkpoint"),
}


def _choices(kind: Any) -> tuple[str, ...]:
    if typing.get_origin(kind) is Literal:
        return tuple(str(choice) for choice in typing.get_args(kind))
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return tuple(choice for part in typing.get_args(kind) for choice in _choices(part))
    return ()


def _parse_number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _next_round(value: float, up: bool) -> float:
    """The next of ..., 1, 2, 5, 10, 20, ... above or below a positive number."""
    power = math.floor(math.log10(value))
    ladder = [digit * 10.0**exponent for exponent in range(power - 1, power + 2) for digit in (1, 2, 5)]
    slack = 1e-9 * value
    beyond = [x for x in ladder if x > value + slack] if up else [x for x in ladder if x < value - slack]
    return float(f"{(min(beyond) if up else max(beyond)):.1g}")
