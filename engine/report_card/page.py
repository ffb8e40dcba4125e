"""The parts of a report card as HTML: text given to them is escaped, and HTML (Markup) stays what it is."""

import base64
import io
from collections.abc import Iterable, Sequence
from math import isnan

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from PIL import Image

from engine.number_words import decimals, figure
from resources.paths import resource


def filled(template: str, **values: object) -> Markup:
    """A template of resources/report_card with values in their places."""
    return Markup(_TEMPLATES.get_template(template).render(values))


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0, strong: Sequence[int] = ()
) -> Markup:
    """A table whose last ``numbers`` columns are figures; ``strong`` rows, counted from 0, stand out."""
    return filled("table.html", columns=columns, rows=rows, numbers=numbers, strong=strong)


def pairs(rows: Iterable[tuple[str, str]]) -> Markup:
    """Names and values beneath one another."""
    return filled("pairs.html", rows=rows)


def tile(value: str, name: str, remark: str = "") -> Markup:
    """A figure in large type."""
    return Markup('<div class="tile"><span>{}</span><b>{}</b><span>{}</span></div>').format(name, value, remark)


def charts(*drawings: Markup) -> Markup:
    """Charts beside one another where there is room."""
    return Markup('<div class="charts">{}</div>').format(Markup().join(drawings))


def paragraph(text: str, kind: str = "") -> Markup:
    """A paragraph, of a class of style.css where ``kind`` names one."""
    return Markup('<p class="{}">{}</p>').format(kind, text) if kind else Markup("<p>{}</p>").format(text)


def note(text: str) -> Markup:
    """Something that a reader should not miss."""
    return Markup('<div class="note">{}</div>').format(text)


def badge(text: str, kind: str) -> Markup:
    """A word in a coloured frame: good, warning, error, info."""
    return Markup('<span class="badge {}">{}</span>').format(kind, text)


def details(title: str, content: Markup) -> Markup:
    """Content that opens on a click."""
    return Markup("<details><summary>{}</summary>{}</details>").format(title, content)


def code(text: str) -> Markup:
    """Hashes, paths and names."""
    return Markup("<code>{}</code>").format(text)


def small(text: str) -> Markup:
    """A remark below what stands in a cell."""
    return Markup("<small>{}</small>").format(text)


def listed(lines: Iterable[str]) -> Markup:
    """A list with a bullet a line."""
    return Markup("<ul>{}</ul>").format(Markup().join(Markup("<li>{}</li>").format(line) for line in lines))


def picture(pixels: np.ndarray, text: str) -> Markup:
    """An image (H, W, 3) inside the page."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=82)
    content = base64.b64encode(buffer.getvalue()).decode("ascii")
    return Markup('<img src="data:image/webp;base64,{}" alt="{}">').format(content, text)


def figure_text(value: float | None, digits: int = 4) -> str:
    """A figure, or a dash where it is undefined."""
    return "–" if value is None or isnan(value) else decimals(value, digits)


def _tick(value: float) -> str:
    return f"{figure(value / 1000, 6)}k" if abs(value) >= 10_000 else figure(value, 6)


_TEMPLATES = Environment(
    loader=FileSystemLoader(resource("report_card")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_TEMPLATES.filters |= {"figure": figure, "decimals": decimals, "tick": _tick, "place": lambda value: f"{value:.1f}"}
