"""The page that a report card is written on: its style, and the parts that sections are made of."""

import base64
import io
from collections.abc import Iterable, Sequence
from html import escape
from math import isnan

import numpy as np
from PIL import Image

from engine.number_words import decimals

STYLE = """
:root { --window: #f3f4f6; --surface: #ffffff; --soft: #eef1f5; --border: #d9dee5; --text: #1b2027; --muted: #59636f;
  --accent: #1761c4; --good: #1a7a36; --warning: #8f5f00; --bad: #c3222b;
  --c1: #0072b2; --c2: #d55e00; --c3: #00875f; --c4: #a8478c; --c5: #a87400; --c6: #3b9bd6; }
@media (prefers-color-scheme: dark) { :root { --window: #1b1e23; --surface: #23272e; --soft: #2e333c; --border: #3d444f;
  --text: #e7eaef; --muted: #a3acb8; --accent: #63a8ff; --good: #56c776; --warning: #e6b84f; --bad: #ff8079;
  --c1: #56b4e9; --c2: #ff9a4d; --c3: #33c99a; --c4: #e591c3; --c5: #f0e067; --c6: #8fa8ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--window); color: var(--text);
  font: 15px/1.55 "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 24px 64px; }
header { margin-bottom: 24px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { font-size: 19px; margin: 0 0 4px; }
h3 { font-size: 15px; margin: 20px 0 6px; }
p { margin: 6px 0 12px; max-width: 76ch; }
section { background: var(--surface); border: 1px solid var(--border); border-radius: 12px; padding: 20px 24px;
  margin: 16px 0; }
nav { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 14px 0 0; font-size: 14px; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
.muted, figcaption + p { color: var(--muted); }
.lead { font-size: 18px; max-width: 70ch; margin: 12px 0 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 12px; margin: 20px 0 0; }
.tile { background: var(--surface); border: 1px solid var(--border); border-radius: 12px; padding: 14px 16px; }
.tile b { display: block; font-size: 27px; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.tile span { color: var(--muted); font-size: 13px; display: block; }
.note { border-left: 4px solid var(--warning); background: var(--soft); border-radius: 6px; padding: 8px 14px;
  margin: 12px 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 20px; }
figure { margin: 12px 0 0; } figcaption { font-weight: 600; margin-bottom: 6px; }
svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--muted); font-size: 11.5px; } svg .label { font-size: 12.5px; }
.grid { stroke: var(--border); stroke-width: 1; } .diagonal { stroke: var(--muted); stroke-dasharray: 4 4; }
.mark { stroke: var(--text); stroke-dasharray: 5 4; stroke-width: 1.5; }
.line { fill: none; stroke-width: 2.2; stroke-linejoin: round; } .dashed { stroke-dasharray: 6 4; }
.dot { stroke: none; fill-opacity: 0.75; } .bar { fill-opacity: 0.55; }
.ring { fill: none; stroke: var(--text); stroke-width: 1.6; }
PALETTE
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 13px; color: var(--muted); margin-top: 4px; }
.key { display: inline-block; width: 14px; height: 4px; border-radius: 2px; margin-right: 6px; vertical-align: middle; }
.key.dashed { opacity: 0.55; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; margin: 6px 0 10px; }
th { text-align: left; color: var(--muted); font-weight: 600; border-bottom: 1px solid var(--border);
  padding: 6px 10px; }
td { border-bottom: 1px solid var(--soft); padding: 6px 10px; vertical-align: top; }
.pairs td:first-child { width: 34%; color: var(--muted); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td small { color: var(--muted); display: block; font-size: 11.5px; }
tr.strong td { font-weight: 600; } tr.strong td small { font-weight: 400; }
code { font: 12.5px ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: 8px; padding: 12px 16px; overflow-x: auto; }
summary { cursor: pointer; color: var(--accent); margin: 8px 0; }
.badge { display: inline-block; border-radius: 999px; padding: 1px 10px; font-size: 12.5px; font-weight: 600;
  border: 1px solid currentColor; } .good { color: var(--good); } .warning { color: var(--warning); }
.bad, .error { color: var(--bad); } .info { color: var(--accent); }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 16px; margin-top: 10px; }
.pictures img { width: calc(50% - 3px); border-radius: 6px; image-rendering: auto; }
.pictures div { font-size: 13px; color: var(--muted); overflow-wrap: anywhere; }
footer { color: var(--muted); font-size: 13px; margin-top: 24px; }
@media print { body { background: none; } section, .tile { break-inside: avoid; } nav { display: none; } }
"""
PALETTE = "\n".join(
    f".line.c{n} {{ stroke: var(--c{n}); }} .dot.c{n}, .bar.c{n} {{ fill: var(--c{n}); }} "
    f".key.c{n} {{ background: var(--c{n}); }}"
    for n in range(1, 7)
)


def page(title: str, header: str, sections: Sequence[tuple[str, str]], footer: str) -> str:
    """The whole document; sections are (title, content), empty ones are left out."""
    named = [(f"s{number}", name, content) for number, (name, content) in enumerate(sections) if content]
    links = "".join(f'<a href="#{key}">{escape(name)}</a>' for key, name, _ in named)
    body = "".join(f'<section id="{key}"><h2>{escape(name)}</h2>{content}</section>' for key, name, content in named)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE.replace('PALETTE', PALETTE)}</style></head><body><main>"
        f"<header>{header}<nav>{links}</nav></header>{body}<footer>{footer}</footer></main></body></html>"
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0, strong: Sequence[int] = ()) -> str:
    """A table whose last ``numbers`` columns are figures; cells are HTML, column names are text."""
    first = len(columns) - numbers
    kinds = ["" if place < first else ' class="number"' for place in range(len(columns))]
    head = "".join(f"<th{kind}>{escape(name)}</th>" for kind, name in zip(kinds, columns, strict=True))
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds, row, strict=True))
        body += f"<tr{' class=strong' if number in strong else ''}>{cells}</tr>"
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """Names and values beneath one another; values are HTML."""
    body = "".join(f"<tr><td>{escape(name)}</td><td>{value}</td></tr>" for name, value in rows)
    return f'<div class="scroll"><table class="pairs"><tbody>{body}</tbody></table></div>'


def tile(value: str, name: str, remark: str = "") -> str:
    """A figure in large type."""
    return f'<div class="tile"><span>{escape(name)}</span><b>{escape(value)}</b><span>{escape(remark)}</span></div>'


def charts(*drawings: str) -> str:
    """Charts beside one another where there is room."""
    return f'<div class="charts">{"".join(drawings)}</div>'


def paragraph(text: str, kind: str = "") -> str:
    """Plain text as a paragraph."""
    return f"<p{f' class={kind}' if kind else ''}>{escape(text)}</p>"


def note(text: str) -> str:
    """Something that a reader should not miss."""
    return f'<div class="note">{escape(text)}</div>'


def badge(text: str, kind: str) -> str:
    """A word in a coloured frame: good, warning, error, info."""
    return f'<span class="badge {kind}">{escape(text)}</span>'


def details(title: str, content: str) -> str:
    """Content that opens on a click."""
    return f"<details><summary>{escape(title)}</summary>{content}</details>"


def code(text: str) -> str:
    """Hashes, paths and names."""
    return f"<code>{escape(text)}</code>"


def picture(pixels: np.ndarray, text: str) -> str:
    """An image (H, W, 3) inside the page."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=82)
    content = base64.b64encode(buffer.getvalue()).decode("ascii")
    return f'<img src="data:image/webp;base64,{content}" alt="{escape(text)}">'


def figure_text(value: float | None, digits: int = 4) -> str:
    """A figure, or a dash where it is undefined."""
    return "–" if value is None or isnan(value) else decimals(value, digits)
