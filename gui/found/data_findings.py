"""What was found in the image folders: labels to confirm, counts by class and source, and what is odd."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.events import DataScanned, ShortcutsAudited, SplitSummary
from engine.health.rules.data import tells_the_label
from engine.settings import HealthSettings
from gui.found.folded_list import FoldedList, UnreadableFiles
from gui.found.left_out_table import LeftOutTable
from gui.found.thumbnails import CLASS_WORDS, Thumbnail, ThumbnailStrip
from gui.widgets.card import heading
from gui.widgets.icons import set_icon
from gui.widgets.notes import SignedText
from gui.widgets.plain_text import RichLabel, TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role
from gui.words.plain_words import plural
from gui.words.translation import mark, tr

SPLIT_WORDS = {
    "train": mark("Training"),
    "validation": mark("Validation"),
    "test": mark("Test"),
    "unlabelled": mark("Without labels"),
}
_IN_A_SENTENCE = (mark("training"), mark("validation"), mark("test"), mark("without labels"))
NO_LABEL_COLUMN = 3
_COUNTED = (1, 2, NO_LABEL_COLUMN)
_TREE_ROWS = 12
_MANY_SOURCES = 6
_MOST_SOURCES = 500  # rows of a split; of more nobody reads every one, and the window would stand still meanwhile


class DataFindings(QWidget):
    """The figures of one DataScanned event, with pictures."""

    confirmed_changed = Signal(bool)
    swap_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_text = TextLabel()
        self.layout_text.setWordWrap(True)
        self.mapping = QGridLayout()
        self.confirmed = QCheckBox(tr("These labels are right"))
        self.swap = QPushButton(tr("Swap real and fake"))
        set_icon(self.swap, "refresh")
        self.counts = QTreeWidget()
        self.strips, self.others = (ThumbnailStrip(), ThumbnailStrip()), ThumbnailStrip()
        self.unreadable, self.duplicates, self.shortcuts = UnreadableFiles(), FoldedList(), FoldedList()
        self.contradictions, self.related, self.look_alikes = FoldedList(), FoldedList(), FoldedList()
        self.left_out = LeftOutTable()
        self.split_text = SignedText()
        self._health = HealthSettings()
        self._audited: ShortcutsAudited | None = None
        titles = (tr("Some that count as real"), tr("Some that count as fake"), tr("Some without a label"))
        self._titles = tuple(map(TextLabel, titles))
        self._arrange()
        self.confirmed.clicked.connect(self.confirmed_changed)  # by the user, not by show_scan
        self.swap.clicked.connect(self.swap_requested)

    def show_scan(self, found: DataScanned, confirmed: bool) -> None:
        """Show what was found; pictures come later."""
        self.layout_text.setText(layout_sentence(found))
        self._show_mapping(found.mapping)
        self.confirmed.setChecked(confirmed)
        self._show_counts(found)
        self._show_split(found)
        self._show_odd(found)
        self._audited = None
        self.shortcuts.hide()
        self.show_thumbnails(())

    def _show_odd(self, found: DataScanned) -> None:
        self.left_out.show_scan(found)
        self.unreadable.setVisible(bool(found.unreadable_count or not found.left_out))
        if found.unreadable_count:
            text = plural(found.unreadable_count, "file cannot be read", "files cannot be read")
            self.unreadable.show_files(text, found.unreadable, found.unreadable_count)
        else:
            self.unreadable.show_nothing(tr("Every file can be read."))
        if found.duplicate_count:
            text = plural(found.duplicate_count, "picture is in two splits", "pictures are in two splits")
            self.duplicates.show_lines(text, _copies(found.duplicates))
        else:
            self.duplicates.show_nothing(tr("No picture is in two splits."))
        self.look_alikes.setVisible(found.look_alike_count > 0)
        text = tr(
            "{images} what an image of an earlier set shows",
            images=plural(found.look_alike_count, "image shows", "images show"),
        )
        self.look_alikes.show_lines(text, [pair.words for pair in found.look_alikes])
        self.related.setVisible(found.related_count > 0)
        images = plural(found.related_count, "image shows", "images show")
        text = tr("{images} what a training image shows", images=images)
        self.related.show_lines(text, [f"{first}  ~  {second}" for first, second in found.related])
        self.contradictions.setVisible(found.contradiction_count > 0)
        text = plural(found.contradiction_count, "picture is both real and fake", "pictures are both real and fake")
        self.contradictions.show_lines(text, _copies(found.contradictions))

    def _show_split(self, found: DataScanned) -> None:
        """How validation was split off, unless it was given, and how many images are judged in part."""
        sign = "warning" if found.share_missed else "good"
        told = " ".join(filter(None, (found.held_out, found.share_missed, found.grouping, found.judged_in_part)))
        self.split_text.show_text(sign, sign, "muted", told)
        self.split_text.setVisible(bool(told))

    def set_health(self, health: HealthSettings) -> None:
        """Judge by these limits from now on."""
        self._health = health
        if self._audited is not None:
            self.show_shortcuts(self._audited)

    def show_shortcuts(self, audited: ShortcutsAudited) -> None:
        """Show how well the files alone tell the label; before, nothing is said of it."""
        self._audited = audited
        self.shortcuts.show()
        if audited.leak_score is None:
            self.shortcuts.show_nothing(tr("Too few files to see whether they give the label away."))
            return
        score = f"{audited.leak_score:.2f}"
        if not tells_the_label(audited.leak_score, self._health):
            text = tr(
                "Whatever they show, the files tell real from fake with an AUC of {score}; 0.5 is chance.", score=score
            )
            unseen = tr("Not seen: {kinds}.", kinds=audited.not_seen) if audited.not_seen else ""
            self.shortcuts.show_nothing(f"{text} {unseen}".rstrip())
        else:
            lines = [f"{leak.name}: AUC {leak.auc:.2f}. {leak.words}".rstrip(". ") for leak in audited.traits]
            lines += [tr("Not seen: {kinds}", kinds=audited.not_seen)] if audited.not_seen else []
            self.shortcuts.show_lines(tr("Files alone tell real from fake: AUC {score}", score=score), lines)

    def show_thumbnails(self, thumbnails: Sequence[Thumbnail]) -> None:
        """Show pictures, one line for each class and one for those without a label."""
        for label, title, strip in zip((0, 1, None), self._titles, (*self.strips, self.others), strict=True):
            mine = [thumbnail for thumbnail in thumbnails if thumbnail.label == label]
            strip.show_thumbnails(mine)
            title.setVisible(bool(mine))

    def _show_mapping(self, mapping: dict[str, int]) -> None:
        while item := self.mapping.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for row, (name, label) in enumerate(sorted(mapping.items(), key=lambda pair: (pair[1], pair[0]))):
            kind = tr(CLASS_WORDS[label])
            found, means = TextLabel(name), RichLabel(tr("<b>{kind}</b> (label {label})", kind=kind, label=label))
            arrow = TextLabel()
            set_icon(arrow, "right", "muted")
            for column, widget in enumerate((found, arrow, means)):
                self.mapping.addWidget(widget, row, column)

    def _show_counts(self, found: DataScanned) -> None:
        self.counts.clear()
        for split in found.splits:
            top = _count_item(tr(SPLIT_WORDS.get(split.name, split.name)), split.real, split.fake, split.unlabelled)
            self.counts.addTopLevelItem(top)
            top.addChildren([_count_item(*row) for row in _source_rows(split)])
            top.setExpanded(len(split.sources) <= _MANY_SOURCES)
        self.counts.setColumnHidden(NO_LABEL_COLUMN, not any(split.unlabelled for split in found.splits))
        rows = sum(1 + (len(s.sources) if len(s.sources) <= _MANY_SOURCES else 0) for s in found.splits)
        row_height = max(self.counts.sizeHintForRow(0), self.fontMetrics().height())
        shown = max(3, min(rows, _TREE_ROWS))
        self.counts.setFixedHeight(shown * row_height + self.counts.header().sizeHint().height() + GRID)

    def _arrange(self) -> None:
        self.counts.setHeaderLabels([tr("Images"), tr("Real"), tr("Fake"), tr("No label")])
        self.counts.setAccessibleName(tr("Images by split, source and class"))
        self.counts.header().setStretchLastSection(False)
        self.counts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in _COUNTED:
            self.counts.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
            self.counts.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.mapping.setHorizontalSpacing(2 * GRID)
        self.mapping.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.layout_text)
        layout.addWidget(heading(tr("Labels")))
        layout.addLayout(self.mapping)
        for title, strip in zip(self._titles, (*self.strips, self.others), strict=True):
            set_role(title, "muted")
            layout.addWidget(title)
            layout.addWidget(strip)
        layout.addWidget(self.contradictions)
        layout.addWidget(self.confirmed)
        layout.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(heading(tr("Counts")))
        pictures = (self.unreadable, self.duplicates, self.look_alikes, self.related, self.shortcuts)
        for widget in (self.counts, self.split_text, self.left_out, *pictures):
            layout.addWidget(widget)


def _copies(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return [f"{first}  =  {second}" for first, second in pairs]


def layout_sentence(found: DataScanned) -> str:
    """How many images in which splits, from how many sources, and how often one of them was listed again."""
    total = sum(split.images for split in found.splits)
    names = [tr(SPLIT_WORDS.get(split.name, split.name).lower()) for split in found.splits]
    sources = len({source for split in found.splits for source in split.sources})
    text = tr(
        "{images} for {splits}, from {sources}.",
        images=plural(total, "image", "images"),
        splits=", ".join(names),
        sources=plural(sources, "source", "sources"),
    )
    if found.repeated_count:
        text += " " + tr("Listed again, but counted once: {count:,}.", count=found.repeated_count)
    if found.several_count:
        several = tr(
            "Animations and files of several pictures, whose first one is used: {count:,}.", count=found.several_count
        )
        text += f" {several}"
    return text


def _source_rows(split: SplitSummary) -> list[tuple[str, int, int, int]]:
    """Name, real, fake and without a label of every source; those that are too many share the last row."""
    counts = {
        name: (of.get("real", 0), of.get("fake", 0), of.get("unlabelled", 0))
        for name, of in sorted(split.sources.items())
    }
    names = list(counts)
    shown = names if len(names) <= _MOST_SOURCES else names[: _MOST_SOURCES - 1]
    rows = [(name or tr("(no source)"), *counts[name]) for name in shown]
    if rest := names[len(shown) :]:
        real, fake, unlabelled = (sum(column) for column in zip(*(counts[name] for name in rest), strict=True))
        rows.append((tr("{count:,} more sources", count=len(rest)), real, fake, unlabelled))
    return rows


def _count_item(name: str, *counts: int) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, *(f"{count:,}" for count in counts)])
    item.setToolTip(0, plain_tip(name))
    for column in _COUNTED:
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
