"""What the tabs of the form say of their pages: how many problems, how grave, and how many settings were found."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QTabWidget

from engine.errors import Problem
from gui.form.form_page import FormPage
from gui.form.pages import PAGES
from gui.widgets.icons import icon
from gui.widgets.theme import colors
from gui.words.plain_words import plural
from gui.words.translation import tr


class PageSigns:
    """Draws only what changed: a sign costs more than all the rest of an edit."""

    def __init__(self, tabs: QTabWidget, pages: Mapping[str, FormPage]) -> None:
        self._tabs, self._pages = tabs, pages
        self._shown: dict[str, tuple[int, int, int | None]] = {}

    def show(self, problems: Sequence[Problem], found: Mapping[str, int] | None) -> None:
        """Problems, and how many settings a search has found by page; None while nothing is searched for."""
        for index, (spec, page) in enumerate(zip(PAGES, self._pages.values(), strict=True)):
            mine = [p for p in problems if any(is_at(p, name) for name in page.names)]
            grave = sum(p.severity == "error" for p in mine)
            hits = found[spec.title] if found is not None else None
            if self._shown.get(spec.title) == (len(mine), grave, hits):
                continue
            self._shown[spec.title] = (len(mine), grave, hits)
            worst = "error" if grave else "warning"
            role = {"error": "bad", "warning": "warning"}[worst] if mine else "text"
            count = len(mine) if hits is None else hits
            self._tabs.setTabText(index, f"{tr(spec.title)} ({count})" if count else tr(spec.title))
            self._tabs.setTabToolTip(index, _count_words(grave, len(mine) - grave))
            self._tabs.setTabIcon(index, icon(worst if mine else spec.icon, colors(self._tabs), role))
            self._tabs.setTabEnabled(index, hits != 0)

    def redraw(self, problems: Sequence[Problem], found: Mapping[str, int] | None) -> None:
        """In other colours."""
        self._shown.clear()
        self.show(problems, found)


def is_at(problem: Problem, name: str) -> bool:
    """Whether a problem belongs to a setting, or to the section that the setting stands in."""
    return problem.setting == name or name.startswith(f"{problem.setting}.")


def _count_words(errors: int, warnings: int) -> str:
    counted = ((errors, "error", "errors"), (warnings, "warning", "warnings"))
    words = f" {tr('and')} ".join(plural(*each) for each in counted if each[0])
    return tr("{words} on this page", words=words) if words else ""
