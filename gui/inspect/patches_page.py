"""A few validation images through both networks' eyes: image, teacher map, student map, difference, over time."""

from pathlib import Path, PureWindowsPath

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gui.history.run_history import RunHistory
from gui.inspect.patch_maps import PatchFileError, PatchMaps, colour, read_patch_maps
from gui.inspect.patch_tile import ColourBar, PatchTile
from gui.widgets.empty_page import EmptyPage
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import RichLabel, TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

COLUMNS = (mark("Image"), mark("Teacher"), mark("Student"), mark("Difference"))
_PLACE = mark("Validation {number} of {total}, stage {stage}, step {step:,}")
BLOCKS = 2  # images side by side
HINT = mark("Difference is student minus teacher. Point at a map to read its values.")


class PatchesPage(QWidget):
    """Images with their maps side by side, and a slider over the run's validations."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = RunHistory()
        self._folder: Path | None = None
        self._maps: PatchMaps | None = None
        self._shown: Path | None = None
        self.tiles: list[tuple[PatchTile, ...]] = []
        self._captions: list[RichLabel] = []
        self.missing = EmptyPage("patches", tr("No maps of this validation"), "")
        self._layers = QStackedLayout(self)
        self._layers.addWidget(_empty())
        self._layers.addWidget(self._build())

    def set_history(self, history: RunHistory, folder: Path | None = None) -> None:
        """Show another run; ``folder`` is where it lies now, if not where it was made."""
        self._history, self._folder, self._shown = history, folder, None
        self.latest.setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Take in new validations; the page must be visible to read anything."""
        steps = sorted(self._history.patch_maps)
        self._layers.setCurrentIndex(1 if steps else 0)
        if not steps or not self.isVisible():
            return
        blocked = self.slider.blockSignals(True)
        self.slider.setRange(0, len(steps) - 1)
        if self.latest.isChecked():
            self.slider.setValue(len(steps) - 1)
        self.slider.blockSignals(blocked)
        self._show(steps[self.slider.value()])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    def _build(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        title = TextLabel(tr("Patch view"))
        set_role(title, "title")
        self.read_out = TextLabel(tr(HINT))
        set_role(self.read_out, "muted")
        self.read_out.setWordWrap(True)
        self.bar = ColourBar()
        head.addWidget(title)
        head.addSpacing(2 * GRID)
        head.addWidget(self.read_out, 1)
        head.addWidget(self.bar)
        column.addLayout(head)
        self.grid = QGridLayout(maps := QWidget())
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(GRID)
        self._body = QStackedLayout()
        self._body.addWidget(maps)
        self._body.addWidget(self.missing)
        column.addLayout(self._body, 1)
        column.addLayout(self._build_time())
        return page

    def _build_time(self) -> QHBoxLayout:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Validation"))
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._slide)
        self.when = TextLabel()
        self.latest = QCheckBox(tr("Follow the latest"))
        self.latest.setChecked(True)
        self.latest.toggled.connect(self.refresh)
        row = QHBoxLayout()
        for name, icon, move in ((tr("Earlier validation"), "left", -1), (tr("Later validation"), "right", 1)):
            button = QPushButton()
            set_icon(button, icon)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _, move=move: self.slider.setValue(self.slider.value() + move))
            row.addWidget(button)
        row.addWidget(self.slider, 1)
        row.addWidget(self.when)
        row.addWidget(self.latest)
        return row

    def _slide(self, index: int) -> None:
        steps = sorted(self._history.patch_maps)
        self.latest.setChecked(index == len(steps) - 1)
        self._show(steps[index])

    def _show(self, step: int) -> None:
        event = self._history.patch_maps[step]
        folder = self._folder or Path(self._history.started.run if self._history.started else "")
        path = folder / "patches" / PureWindowsPath(event.path).name  # a run from elsewhere may name any place
        number, total = sorted(self._history.patch_maps).index(step) + 1, len(self._history.patch_maps)
        self.when.setText(tr(_PLACE, number=number, total=total, stage=event.stage, step=step))
        if path == self._shown:
            return
        self._shown = path
        try:
            self._maps = read_patch_maps(path)
        except PatchFileError as error:
            self._maps = None
            hint = tr("The maps of other validations may still be there: move the slider below.")
            self.missing.say(f"{error} {hint}")
            self._make_rows(0)
        else:
            self._draw(self._maps)
        self.read_out.setText(tr(HINT) if self._maps else "")
        self.bar.setVisible(self._maps is not None)
        self._body.setCurrentIndex(0 if self._maps else 1)

    def _draw(self, maps: PatchMaps) -> None:
        self._make_rows(len(maps))
        self.bar.show_span(maps.span)
        for index, (tiles, caption) in enumerate(zip(self.tiles, self._captions, strict=True)):
            teacher, student = maps.teacher[index], maps.student[index]
            tiles[0].show_pixels(maps.images[index])
            for tile, logits in zip(tiles[1:], (teacher, student, student - teacher), strict=True):
                tile.show_pixels(colour(logits, maps.span))
            name = mark("Image {number}, fake.") if maps.labels[index] > 0.5 else mark("Image {number}, real.")
            means = {"teacher": teacher.mean(), "student": student.mean()}
            words = tr("Mean logit: teacher {teacher:+.2f}, student {student:+.2f}", **means)
            caption.setText(f"<b>{tr(name, number=index + 1)}</b> {words}")

    def _make_rows(self, count: int) -> None:
        """Build the grid anew where the number of images is another one: two images side by side."""
        if count == len(self.tiles) and self.grid.count():
            return
        while (item := self.grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self.tiles, self._captions = [], []
        for block in range(min(count, BLOCKS)):
            for column, text in enumerate(COLUMNS):
                heading = TextLabel(tr(text))
                set_role(heading, "muted")
                self.grid.addWidget(heading, 0, _column(block, column), Qt.AlignmentFlag.AlignHCenter)
                self.grid.setColumnStretch(_column(block, column), 1)
            self.grid.setColumnMinimumWidth(_column(block + 1, -1), 2 * GRID)
        for index in range(count):
            self._add_image(index)

    def _add_image(self, index: int) -> None:
        caption = RichLabel()
        caption.setWordWrap(True)
        caption.setToolTip(tr("Mean logits: above 0 says fake, below 0 real"))
        tiles = tuple(PatchTile(_tile_name(name, index), smooth=not i) for i, name in enumerate(COLUMNS))
        row, block = 2 * (index // BLOCKS) + 1, index % BLOCKS
        for column, tile in enumerate(tiles):
            self.grid.addWidget(tile, row + 1, _column(block, column))
            if column:
                tile.hovered.connect(lambda y, x: self._read(index, y, x))
        self.grid.addWidget(caption, row, _column(block, 0), 1, len(COLUMNS))
        self.grid.setRowStretch(row + 1, 1)
        self.tiles.append(tiles)
        self._captions.append(caption)

    def _read(self, image: int, row: int, column: int) -> None:
        if self._maps is None or row < 0:
            return
        teacher, student = self._maps.teacher[image, row, column], self._maps.student[image, row, column]
        self.read_out.setText(
            tr(
                "Image {number}, cell {column}, {row}: teacher {teacher:+.2f}, student {student:+.2f}, "
                "difference {difference:+.2f}",
                number=image + 1,
                column=column + 1,
                row=row + 1,
                teacher=teacher,
                student=student,
                difference=student - teacher,
            )
        )


def _tile_name(name: str, index: int) -> str:
    return tr("{picture}, image {number}", picture=tr(name), number=index + 1)


def _column(block: int, column: int) -> int:
    """Column of the grid; between two blocks one is left free."""
    return block * (len(COLUMNS) + 1) + column


def _empty() -> QWidget:
    return EmptyPage(
        "patches",
        tr("No patch maps yet"),
        tr(
            "They appear after the first validation of a run with a teacher: a few fixed images, and what each network "
            "sees in every patch of them. Start a run, or open an earlier one from Runs."
        ),
    )
