"""What the name of a folder says of its pictures' class, in the words that people use; a proposal, never an answer."""

import re
import unicodedata
from typing import Literal, NamedTuple

from engine.data.scan.folder_tree import Says

_GERMAN = ("", "e", "en", "er", "es", "em")


def _inflected(*stems: str) -> tuple[str, ...]:
    return tuple(stem + end for stem in stems for end in _GERMAN)


_REAL = (
    *("real", "reals", "original", "originals", "genuine", "authentic", "pristine", "untouched"),
    *("humanmade", "echtfoto", "echtfotos", "echtbild", "echtbilder", "originale", "originalbild"),
    *("originalbilder", "originalfoto", "originalfotos", *_inflected("echt", "unverändert", "authentisch", "wirklich")),
    *("vrai", "vraie", "vrais", "vraies", "réel", "réelle", "réels", "réelles", "authentique", "authentiques"),
    *("originaux", "reales", "verdadero", "verdadera", "verdaderos", "verdaderas", "auténtico", "auténticas"),
    *("auténticos", "auténtica", "originales", "reale", "reali", "vero", "vera", "veri", "vere"),
    *("真实", "真实图像", "真实图片", "真图", "真人", "原图", "原始", "实拍", "真"),
)
# What cameras and known collections of photographs are called: names of generators say what they learned from, too.
_PHOTOGRAPHS = (
    *("photo", "photos", "photograph", "photographs", "photography", "camera", "cameras", "cam", "dslr", "nature"),
    *("smartphone", "iphone", "dcim", "canon", "nikon", "pexels", "unsplash", "flickr", "foto", "fotos", "kamera"),
    *("kameras", "fotografie", "fotografien", "kamerabilder", "aufnahme", "aufnahmen", "photographie"),
    *("photographies", "fotografía", "fotografías", "cámara", "照片", "相机", "摄影", "自然"),
    *("ffhq", "coco", "mscoco", "imagenet", "celeba", "celebahq", "celebamaskhq", "lsun", "laion", "openimages"),
    *("places365", "raise1k", "afhq", "natural", "vggface", "vggface2", "lfw", "cifar"),
)
_FAKE = (
    *("fake", "fakes", "ai", "aigenerated", "synthetic", "synthesized", "synthesised", "synthesis", "synth"),
    *("generated", "generator", "artificial", "deepfake", "deepfakes", "manipulated", "manipulation", "forged"),
    *("forgery", "tampered", "spoof", "inpainted", "inpainting", "faceswap", "face2face", "faceshifter", "fsgan"),
    *("neuraltextures", "simswap", "deepfacelab", "deepfakedetection", "kibild", "kibilder", "kifoto", "kifotos"),
    *("ki", "fakebilder", "fakefotos", "fälschung", "fälschungen", "unecht", "unechte"),
    *_inflected("falsch", "gefälscht", "künstlich", "kuenstlich", "generiert", "erzeugt", "synthetisch", "manipuliert"),
    *("ia", "faux", "fausse", "fausses", "généré", "générée", "générés", "générées", "synthétique", "synthétiques"),
    *("artificiel", "artificielle", "falso", "falsa", "falsos", "falsas", "generado", "generada", "generados"),
    *("generadas", "sintético", "sintética", "sintéticos", "sintéticas", "falsi"),
    *("伪造", "生成", "合成", "虚假", "假", "假图", "人工智能", "深度伪造", "篡改"),
)
_GENERATORS = (
    *("gan", "gans", "progan", "stylegan", "biggan", "cyclegan", "stargan", "gaugan", "attgan", "relgan", "gigagan"),
    *("projectedgan", "gansformer", "whichfaceisreal", "thispersondoesnotexist", "crn", "imle", "vqgan"),
    *("diffusion", "stablediffusion", "latentdiffusion", "guideddiffusion", "sd", "sdv", "sdxl", "sdturbo", "ldm"),
    *("ddpm", "ddim", "iddpm", "pndm", "adm", "vqdm", "vqdiffusion", "glide", "dalle", "midjourney", "mj"),
    *("wukong", "flux", "firefly", "imagen", "ideogram", "kandinsky", "deepfloyd", "pixart", "playground", "lcm"),
    *("controlnet", "dreambooth", "realvis", "realisticvision", "leonardo", "recraft", "seedream", "hidream"),
    *("hunyuan", "qwenimage", "gptimage", "chatgpt", "gemini", "nanobanana", "grok", "sora", "craiyon"),
)
_NOTHING = (  # which hold a word of the above and mean no class
    *("unreal", "surreal", "photoreal", "realtime", "realsize", "realesrgan", "esrgan", "sdcard", "sdkarte"),
    *("faceforensics", "celebdf", "originalsize", "originalgrösse", "originalgröße", "falsecolor", "falsecolour"),
)
_NOT = frozenset(("not", "non", "no", "un", "never", "nicht", "kein", "keine", "pas", "sans", "sin", "anti"))
_NOT_BEFORE = "非不未无"
_WORDS: dict[str, tuple[Literal["real", "fake"] | None, bool]] = {
    **dict.fromkeys(_PHOTOGRAPHS, ("real", False)),
    **dict.fromkeys(_REAL, ("real", True)),
    **dict.fromkeys((*_FAKE, *_GENERATORS), ("fake", True)),
    **dict.fromkeys(_NOTHING, (None, False)),
}
_MOST_PIECES = 5  # of a word that is written in several, such as which-face-is-real
_HAN = "\u3400-\u9fff"
_PIECES = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]+|\d+")
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_LONGEST_HAN = max(len(word) for word in _WORDS if re.match(rf"[{_HAN}]", word))


class Saying(NamedTuple):
    """The class that a name says; weakly where it only names a kind of photographs, such as what a GAN learned from."""

    kind: Says | None = None
    strong: bool = False


def saying(name: str) -> Saying:
    """What the words in a name say: known words, longest first; one that is denied says nothing."""
    found: set[tuple[str, bool]] = set()
    pieces = _pieces(name)
    place = 0
    while place < len(pieces):
        length, word = _longest(pieces, place)
        kind, strong = _WORDS.get(word, (None, False))
        if kind is not None and not _is_denied(pieces, place):
            found.add((kind, strong))
        place += length
    fake, real = ("fake", True) in found, ("real", True) in found
    if fake and real:
        return Saying("both", True)
    if fake or real:
        return Saying("fake" if fake else "real", True)
    return Saying("real" if found else None)


def _pieces(name: str) -> list[str]:
    """Words, humps of words, numbers, and of Chinese the known words and what is between them."""
    pieces: list[str] = []
    for run in _PIECES.findall(unicodedata.normalize("NFC", name)):
        if re.match(rf"[{_HAN}]", run):
            pieces += _han_words(run)
        else:
            pieces += [piece.casefold() for piece in _HUMP.split(run)]
    return pieces


def _han_words(run: str) -> list[str]:
    words, place = [], 0
    while place < len(run):
        ends = range(min(len(run), place + _LONGEST_HAN), place, -1)
        end = next((end for end in ends if run[place:end] in _WORDS), place + 1)
        words.append(run[place:end])
        place = end
    return words


def _longest(pieces: list[str], place: int) -> tuple[int, str]:
    """The longest known word that begins there, and of how many pieces; the piece itself where none does."""
    for length in range(min(_MOST_PIECES, len(pieces) - place), 0, -1):
        word = "".join(pieces[place : place + length])
        if word in _WORDS:
            return length, word
    return 1, pieces[place]


def _is_denied(pieces: list[str], place: int) -> bool:
    return place > 0 and (pieces[place - 1] in _NOT or pieces[place - 1] in tuple(_NOT_BEFORE))
