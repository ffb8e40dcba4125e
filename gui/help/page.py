"""The guide inside the program: topics at the left, text at the right, and a search over all of it; works offline."""

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.help.topics import Topic, all_topics
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, colors, set_role
from gui.words.translation import tr

_TEXT_WIDTH = 92 * GRID


class HelpPage(QWidget):
    """``show_topic`` opens a topic, at a heading if one is named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics = {topic.name: topic for topic in all_topics()}
        self._rows: dict[str, int] = {}  # topics that the search leaves, and their places in the list
        self._shown = ""
        self.search = QLineEdit(placeholderText=tr("Search the guide"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search the guide"))
        sign = QAction(self.search)
        set_icon(sign, "search", "muted")
        self.search.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Topics"))
        self.list.setObjectName("topics")
        self.list.setWordWrap(True)  # a title that is too long for the list goes on below
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._choose)
        self.found = TextLabel()
        set_role(self.found, "muted")
        self.text = QTextBrowser(openLinks=False)
        self.text.setAccessibleName(tr("Text of the topic"))
        self.text.anchorClicked.connect(self._follow)
        self.text.document().setDocumentMargin(3 * GRID)
        self._lay_out()
        self._filter("")
        self.show_topic(next(iter(self._topics)))

    def show_topic(self, name: str, heading: str = "") -> None:
        """Open a topic; unknown names open the first one."""
        topic = self._topics.get(name) or next(iter(self._topics.values()))
        if topic.name not in self._rows:
            self.search.clear()
        self.list.setCurrentRow(self._rows[topic.name])
        self._open(topic)
        if heading:
            self._scroll_to(heading)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(2 * GRID, 2 * GRID, 0, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.found)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.text.setMaximumWidth(_TEXT_WIDTH)
        row.addWidget(self.text, 100)
        row.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(frame)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([30 * GRID, 100 * GRID])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _filter(self, words: str) -> None:
        """List the topics that have every word, those with it in a heading first, and mark the words in the text."""
        found = [topic for topic in self._topics.values() if matches(topic, words)]
        if words.strip():
            found.sort(key=lambda topic: not in_heading(topic, words))
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([topic.title for topic in found])
        self._rows = {topic.name: row for row, topic in enumerate(found)}
        self.list.blockSignals(blocked)
        self.found.setText(
            tr("{count} of {all} topics", count=len(found), all=len(self._topics)) if words.strip() else ""
        )
        if not found:
            self.found.setText(tr("Nothing found; try a shorter word"))
        else:
            self.list.setCurrentRow(self._rows.get(self._shown, 0))
        self._mark()

    def _choose(self, row: int) -> None:
        name = next((name for name, at in self._rows.items() if at == row), "")
        if name:
            self._open(self._topics[name])

    def _open(self, topic: Topic) -> None:
        if topic.name != self._shown:
            self._shown = topic.name
            self._set_text(topic)
            self._mark()

    def _set_text(self, topic: Topic) -> None:
        self.text.setMarkdown(topic.markdown)
        space_out(self.text.document())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """In a new colour scheme Markdown is read anew: its links keep the colour that they were read with."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text") and self._shown:
            place = self.text.verticalScrollBar().value()
            self._set_text(self._topics[self._shown])
            self._mark()
            self.text.verticalScrollBar().setValue(place)

    def _mark(self) -> None:
        """Highlight the search words and bring the first into view."""
        shown = colors(self)
        style = QTextCharFormat()
        style.setBackground(QColor(shown.accent))
        style.setForeground(QColor(shown.on_accent))
        marks = []
        for word in self.search.text().split():
            cursor = self.text.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, style
                marks.append(mark)
                cursor = self.text.document().find(word, cursor)
        self.text.setExtraSelections(marks)
        if marks:
            self._show_at_top(min((mark.cursor for mark in marks), key=QTextCursor.position))

    def _scroll_to(self, heading: str) -> None:
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 0 and block.text().casefold() == heading.casefold():
                self._show_at_top(QTextCursor(block))
                return
            block = block.next()

    def _show_at_top(self, cursor: QTextCursor) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)
        cursor.clearSelection()
        self.text.setTextCursor(cursor)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "help":
            name, _, heading = url.path().partition("/")
            self.show_topic(name, heading)
        else:
            QDesktopServices.openUrl(url)


def space_out(document: QTextDocument) -> None:
    """Give lines and headings room; Qt sets Markdown tightly."""
    block = document.begin()
    while block.isValid():
        spacing = block.blockFormat()
        spacing.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if spacing.headingLevel() > 1:
            spacing.setTopMargin(2.5 * GRID)
        QTextCursor(block).setBlockFormat(spacing)
        block = block.next()


def matches(topic: Topic, words: str) -> bool:
    """Whether a topic has every word, without regard to case."""
    text = f"{topic.title}\n{topic.markdown}".casefold()
    return all(word in text for word in words.casefold().split())


def in_heading(topic: Topic, words: str) -> bool:
    """Whether a title or heading of a topic has every word."""
    headings = (line.casefold() for line in topic.markdown.splitlines() if line.startswith("#"))
    return any(all(word in heading for word in words.casefold().split()) for heading in headings)
