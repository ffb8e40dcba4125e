"""The guide: complete, searchable, and every link in it leads somewhere."""

import re

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from engine.health.catalogue import RULES
from engine.settings import RunSettings
from gui.commands.actions import COMMANDS, HELP_FOR_PAGE
from gui.help.page import HelpPage
from gui.help.topics import all_topics


@pytest.fixture
def page(qtbot: QtBot) -> HelpPage:
    page = HelpPage()
    qtbot.addWidget(page)
    page.resize(1000, 500)
    page.show()
    return page


def test_every_setting_rule_and_key_is_explained() -> None:
    text = "\n".join(topic.markdown for topic in all_topics())
    for name, field in RunSettings.model_fields.items():
        for key in getattr(field.annotation, "model_fields", {}):
            assert f"`{name}.{key}`" in text
    assert all(f"## {rule.title}\n" in text and rule.remedy in text for rule in RULES)
    assert all(f"| {command.shortcut} |" in text for command in COMMANDS if command.shortcut)


def test_every_link_leads_to_a_topic() -> None:
    names = [topic.name for topic in all_topics()]
    links = [link for topic in all_topics() for link in re.findall(r"\(help:([\w.-]+)", topic.markdown)]
    assert links
    assert set(links) <= set(names)
    assert set(HELP_FOR_PAGE.values()) <= set(names)


def test_a_link_opens_its_topic(page: HelpPage) -> None:
    page.text.anchorClicked.emit(QUrl("help:images"))
    assert page.list.currentItem().text() == "Images"
    assert "Folders that are understood" in page.text.toPlainText()


def test_search_lists_the_topics_and_marks_the_words(page: HelpPage) -> None:
    page.search.setText("duplicates")
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert "Images" in titles
    assert "Keys" not in titles
    assert page.text.extraSelections()
    page.search.setText("xyzzy")
    assert page.list.count() == 0
    assert "Nothing found" in page.found.text()
    page.search.clear()
    assert page.list.count() == len(all_topics())


def test_search_lists_first_what_has_the_words_in_a_heading(page: HelpPage) -> None:
    page.search.setText("collapse")
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert titles[0] == page.list.currentItem().text() == "Warnings"
    assert titles.index("Settings: Loss") < titles.index("Using the student")


def test_a_warning_is_found_even_while_a_search_hides_it(page: HelpPage) -> None:
    page.search.setText("EXIF")
    page.show_topic("warnings", "Mode collapse")
    assert page.list.currentItem().text() == "Warnings"
    assert page.text.textCursor().block().text() == "Mode collapse"
    assert page.text.verticalScrollBar().value() > 0
