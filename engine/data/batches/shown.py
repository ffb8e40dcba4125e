"""One image of a batch: what is drawn for it, what the student sees, and what the teacher is asked about."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.data.batches.pictures import Pictures
from engine.data.images.decoding import Pixels
from engine.data.images.degradations import NOTHING, Degradation, draw_degradation
from engine.data.images.views import EpochRandom, View, draw_flip, draw_view, fixed_view, on_grid, show, show_degraded
from engine.data.stores.disk_store import StoredArray
from engine.settings.data import DataSettings
from engine.settings.degradations import DegradationSettings

KEPT_PIXELS = 2**20  # of larger pictures the teacher is shown crops alone, so that degraded ones need not be whole


@dataclass(frozen=True, slots=True)
class ViewedPicture:
    """What the teacher is asked about for an image: a view of ``whole``, a picture on the crops' grid.

    The image is that view, or the same place after it lost something that the teacher is not to miss. ``digest`` is
    of the picture's content; empty where the picture will not come again, and then the image itself is asked about.
    """

    digest: bytes
    whole: Pixels  # shared, read-only
    view: View


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """An image as the network sees it, (H, W, 3), and what the teacher is asked about it."""

    index: int
    pixels: Pixels
    seen: ViewedPicture


Draw = Callable[[Pixels, int], tuple[View, Degradation]]  # for a picture on the grid, and its index


class ShownImages:
    """Images of ``size`` by index, as they are drawn; drawing is f(seed, epoch, index) and nothing else.

    Of ``degradations.views`` fixed views of an image each has its own mirroring and its own loss, whatever the epoch,
    and image and epoch decide whose turn it is; the place of a crop is drawn anew. Any thread may ask for an image.
    """

    def __init__(
        self, pictures: Pictures, settings: DataSettings, degradations: DegradationSettings, seed: int, stride: int
    ) -> None:
        self._pictures, self._settings, self._degradations = pictures, settings, degradations
        self._seed, self._stride = seed, stride
        self._drawing = threading.Lock()

    def of_epoch(self, epoch: int) -> Draw:
        """What is drawn for the images of an epoch."""
        settings, lost, stride = self._settings, self._degradations, self._stride
        random = EpochRandom(self._seed, epoch)
        fixed = [EpochRandom(self._seed, number, fixed=True) for number in range(lost.views)]

        def draw(whole: Pixels, index: int) -> tuple[View, Degradation]:
            rng = random.of(index)
            view = draw_view(whole, settings, rng, stride)
            if fixed:
                rng = fixed[(epoch + index) % len(fixed)].of(index)
                view = replace(view, flip=draw_flip(settings, rng))
            return view, draw_degradation(lost, rng)

        return draw

    def fixed(self, whole: Pixels, _index: int) -> tuple[View, Degradation]:
        """As images are evaluated."""
        return fixed_view(whole, self._settings, self._stride), NOTHING

    def image(self, draw: Draw, index: int) -> LoadedImage:
        """The image of an index, seen as drawn; UnreadableImageError where there is none."""
        picture = self._pictures[index]
        whole = on_grid(picture.array, self._settings, self._stride)
        with self._drawing:  # the generators are shared, each image's numbers are its own
            view, lost = draw(whole, index)
        clean = ViewedPicture(picture.digest, whole, view)
        if lost == NOTHING:
            return LoadedImage(index, show(whole, view, self._settings.size), clean)
        pixels, seen = self._degraded(index, picture, view, lost)
        return LoadedImage(index, pixels, clean if self._degradations.teacher == "clean" else seen)

    def _degraded(
        self, index: int, picture: StoredArray, view: View, lost: Degradation
    ) -> tuple[Pixels, ViewedPicture]:
        """A view of what a picture loses at its own size, and what that view is of where it comes again."""
        settings, resizes = self._settings, self._settings.view == "resize"
        if self._degradations.views and (resizes or picture.array.size <= 3 * KEPT_PIXELS):
            kept = self._pictures.degraded(index, lost)
            whole = on_grid(kept.array, settings, self._stride)
            return show(whole, view, settings.size), ViewedPicture(kept.digest, whole, view)
        native = self._pictures.native(index) if resizes else picture.array
        pixels = show_degraded(native, view, lost, settings)
        return pixels, ViewedPicture(b"", pixels, view)
