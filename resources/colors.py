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

# Where the system asks for high contrast: every text has a contrast of at least 7, and borders are as strong.
CONTRAST_LIGHT = Colors(
    dark=False,
    window="#ffffff",
    surface="#ffffff",
    hover="#d8e6ff",
    border="#000000",
    text="#000000",
    muted="#303030",
    accent="#00389f",
    on_accent="#ffffff",
    good="#00521c",
    warning="#5c3b00",
    bad="#8f0010",
    series=("#004c80", "#8a3500", "#00543a", "#78205c", "#5f4100", "#005a8f", "#3a2894", "#303030"),
)

CONTRAST_DARK = Colors(
    dark=True,
    window="#000000",
    surface="#000000",
    hover="#26344d",
    border="#ffffff",
    text="#ffffff",
    muted="#d8d8d8",
    accent="#8cc4ff",
    on_accent="#000000",
    good="#7cf09a",
    warning="#ffdc6b",
    bad="#ffaaa5",
    series=("#7fd0ff", "#ffb27a", "#66e8bd", "#ffb8e4", "#fff07a", "#b8c6ff", "#ffa698", "#e4e4e4"),
)

SCHEMES = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
