"""What a file name says of the picture: which picture it shows, the photograph or video it is of, and its series."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

_BETWEEN = " _.-"
_IMITATION_WORDS = (
    *("fake", "real", "deepfake", "df", "ai", "gen", "generated", "synth", "synthetic", "orig", "original", "copy"),
    *("edit", "edited", "swap", "swapped", "faceswap", "inpaint", "inpainted", "recon", "reconstructed", "upscaled"),
    *("gan", "vae", "diffusion", "ldm", "glide", "sd", "sdxl", "flux", "dalle", "midjourney", "mj", "imagen"),
    *("progan", "stylegan", "biggan", "cyclegan", "stargan", "gaugan", "crn", "imle"),
)
_NUMBER = r"(?:[ _.-]+(?:(?:tile|patch|crop|part|frame|row|col|[xyrcft])[ _.-]*)?|(?<=\d)(?:x|y|c|col))\d+"
_COORDINATES = re.compile(rf"(?:{_NUMBER}){{2,}}$")
_TOLD_PIECE = re.compile(r"(?:^|[ _.-]+)(?:tile|patch|crop|frame|f)[ _.-]*\d+$")
_FRAME = re.compile(r"((?:^|.*[ _.-])(?:video|vid|clip|scene|seq|sequence|shot)[ _.-]*\d+)[ _.-]+\d+$")
_BURST = re.compile(r"burst(\d{8,})|(?<!\d)(\d{8}[_-]\d{6})")  # a number of the burst, or the second it began
_PLAIN = re.compile(
    r"([^\W\d_]*)([ _-]?)(\d+)"
)  # as cameras and most data sets count: no more is looked for, for speed
_COUNTED = re.compile(
    r"(?:img|image|imgs|images|pic|picture|photo|foto|bild|file|sample|frame|dsc[a-z]?|p|x)?[ _.-]*\(?\d+\)?"
)
_LAST_NUMBER = re.compile(r"[ _.-]+\d+$")
_VIDEO_ID = re.compile(r"(?:id)?\d+")
_SERIES = re.compile(
    r"(?:(?:video|vid|clip|scene|seq|sequence|shot|frames?|id|person|people|subject|actor|user|face|faces|img|images?"
    r"|photos?|pictures?|album|batch|part|chunk|shard|folder|dir|set|group|class|train|fold)?[ _.-]*\d+[ _.-]*)+"
)


class NameClues(NamedTuple):
    """What a name without its ending says; "" where it says nothing of the kind."""

    picture: str  # the picture that is shown, whether real or imitated: IMG_0001 of IMG_0001_fake
    photograph: str  # of a tile, a frame or a shot of a burst: bridge of bridge-0000-0096
    series: str  # what comes before the last number: photo3 of photo3_12


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads names; ``words`` are those of classes and sources, which say how a picture was made and not which it is."""

    words: Iterable[str] = ()
    _known: frozenset[str] = field(init=False)
    _imitation: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        words = frozenset((*_IMITATION_WORDS, *(word.casefold() for word in self.words if word)))
        object.__setattr__(self, "_known", words)
        listed = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
        version = r"(?:[ _-]?v?\d{1,2}(?:\.\d)?)?"
        pattern = rf"^(?:(?:{listed})[ _.-]+)+|(?:[ _.-]+(?:{listed}){version}|[ _.-]*\(\d+\))+$"
        object.__setattr__(self, "_imitation", re.compile(pattern))

    def read(self, stem: str) -> NameClues:
        """The clues of a file name without its ending, without regard to case."""
        stem = stem.casefold()
        plain = _PLAIN.fullmatch(stem)
        if plain and plain[1] not in self._known:
            return NameClues(stem, "", plain[1] if plain[1] and plain[2] else stem)
        picture = self._imitation.sub("", stem).strip(_BETWEEN) or stem
        photograph = _photograph(picture)
        return NameClues(picture, photograph, photograph or _LAST_NUMBER.sub("", picture))


def video_ids(name: str) -> tuple[str, ...]:
    """The ids of which a face swap's name is built: 000 and 003 of 000_003 or 000_003_0001, id0 of id0_0004_12.

    The second number is an id where it is written as the first one is; the others are clips and frames.
    """
    tokens = name.casefold().replace("-", "_").split("_")
    if len(tokens) > 4 or not all(map(_VIDEO_ID.fullmatch, tokens)):
        return ()
    first, second = tokens[0], (tokens[1] if len(tokens) > 1 else "")
    named = first.startswith("id")
    alike = second.startswith("id") if named else len(second) == len(first)
    return (first, second) if alike else (first,)


def merely_counts(picture: str) -> bool:
    """Whether a name is a number, perhaps after a word for pictures, so that other pictures may be called the same."""
    return _COUNTED.fullmatch(picture) is not None


def is_serial(folder: str) -> bool:
    """Whether a folder's name counts (video3, 000_003, batch 2) rather than names something, such as a generator."""
    return _SERIES.fullmatch(folder.casefold()) is not None


def _photograph(picture: str) -> str:
    if burst := _BURST.search(picture):
        return burst[1] or burst[2]
    if not picture[-1:].isdigit():
        return ""
    if frame := _FRAME.match(picture):
        return frame[1]
    for piece in (_COORDINATES, _TOLD_PIECE):
        if found := piece.search(picture):
            return picture[: found.start()].strip(_BETWEEN)
    return ""
