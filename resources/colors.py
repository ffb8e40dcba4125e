"""The program's colours, which the window and the report card share."""

from dataclasses import dataclass

REAL, FAKE = (46, 134, 222), (230, 97, 1)
"""Blue and orange of maps over pictures, as red, green and blue: they stay apart for colour-blind eyes."""


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours by what they mean, as #rrggbb; every text colour has a contrast of at least 4.5 on surface."""

    dark: bool
    window: str
    surface: str
    hover: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    series: tuple[str, ...]
    """Eight curve colours that stay apart for colour-blind eyes (after Okabe and Ito 2008)."""


LIGHT = Colors(
    dark=False,
    window="#f3f4f6",
    surface="#ffffff",
    hover="#e8ebef",
    border="#d0d5dc",
    text="#1b2027",
    muted="#59636f",
    accent="#1761c4",
    on_accent="#ffffff",
    good="#1a7a36",
    warning="#8f5f00",
    bad="#c3222b",
    series=("#0072b2", "#d55e00", "#00875f", "#a8478c", "#a87400", "#3b9bd6", "#5f4bb6", "#5c5c5c"),
)

DARK = Colors(
    dark=True,
    window="#1b1e23",
    surface="#23272e",
    hover="#2e333c",
    border="#3d444f",
    text="#e7eaef",
    muted="#a3acb8",
    accent="#63a8ff",
    on_accent="#0a1a2f",
    good="#56c776",
    warning="#e6b84f",
    bad="#ff8079",
    series=("#56b4e9", "#ff9a4d", "#33c99a", "#e591c3", "#f0e067", "#8fa8ff", "#ff7f6b", "#c5cbd4"),
)
