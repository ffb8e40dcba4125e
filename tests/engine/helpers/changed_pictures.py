"""What happens to pictures between two copies of them: saved again, scaled, cut at the edges."""

import io

from PIL import Image


def as_jpeg(image: Image.Image, quality: int, scale: float = 1) -> Image.Image:
    """Scaled, saved as JPEG and read again."""
    scaled = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
    scaled.save(buffer := io.BytesIO(), "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def cut(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """The piece between these shares of width and height."""
    width, height = image.size
    return image.crop((round(left * width), round(top * height), round(right * width), round(bottom * height)))
