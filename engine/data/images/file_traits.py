"""What a picture file is apart from its picture: format, JPEG quality, size, metadata. Labels can hide in these."""

from dataclasses import dataclass
from pathlib import Path

from PIL import JpegImagePlugin, PngImagePlugin
from PIL.ImageFile import ImageFile

from engine.data.images.decoding import opened

NO_QUALITY = 101  # of what is not a JPEG: beyond every JPEG
_STANDARD_LUMINANCE_SUM = 3688  # of quality 50 (ITU-T T.81, table K.1)


@dataclass(frozen=True, slots=True)
class FileTraits:
    """One file: sizes in pixels as stored, ``quality`` 1 to 100 (101 where lossless), the names of its metadata."""

    format: str
    mode: str
    width: int
    height: int
    quality: int
    subsampling: int  # of a JPEG's colours: 0 none, 1 half, 2 quarter; -1 unknown or no JPEG
    metadata: frozenset[str]
    bytes_per_pixel: float


def read_traits(path: Path, max_megapixels: float) -> FileTraits:
    """The traits of a file, from its header alone; raises UnreadableImageError as ``read_header`` does."""
    with opened(path, max_megapixels) as (image, _):
        return FileTraits(
            format=str(image.format),
            mode=image.mode,
            width=image.width,
            height=image.height,
            quality=_quality(image),
            subsampling=JpegImagePlugin.get_sampling(image) if _is_jpeg(image) else -1,
            metadata=_metadata(image),
            bytes_per_pixel=path.stat().st_size / (image.width * image.height),
        )


def _is_jpeg(image: ImageFile) -> bool:
    return isinstance(image, JpegImagePlugin.JpegImageFile)


def _quality(image: ImageFile) -> int:
    """The quality that scales the standard's table to this file's: the IJG's formula inverted.

    Below some 20 the tables are clipped, and it comes out higher.
    """
    tables = image.quantization if isinstance(image, JpegImagePlugin.JpegImageFile) else {}
    if not tables:
        return NO_QUALITY
    scale = 100 * sum(tables[min(tables)]) / _STANDARD_LUMINANCE_SUM
    quality = round(5000 / scale if scale > 100 else (200 - scale) / 2)
    return min(100, max(1, quality))


def _metadata(image: ImageFile) -> frozenset[str]:
    kinds = {"exif": "EXIF", "icc_profile": "ICC profile", "xmp": "XMP", "comment": "comment", "dpi": "resolution"}
    found = {word for key, word in kinds.items() if image.info.get(key)}
    is_png = isinstance(image, PngImagePlugin.PngImageFile)
    if is_png and any(isinstance(value, str) for value in image.info.values()):  # generators write their prompts there
        found.add("text")
    return frozenset(found)
