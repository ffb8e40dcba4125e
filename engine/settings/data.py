"""Settings of the images: which, what counts as real and fake, and how they become input."""

from typing import Literal, Self

from pydantic import model_validator

from engine.settings.base import Folders, Names, Section, option
from engine.settings.classes import Classes, FolderClass

LARGEST_MEGAPIXELS = 2000


class DataSettings(Section):
    """Which images, what counts as real and fake, and how a picture becomes the network's input."""

    train: Folders = option(
        (),
        "Training images",
        "Folders or CSV files. Layouts that are understood: train|val|test/[source/]real|fake, class "
        "folders at any depth, or a CSV with path and label.",
    )
    validation: Folders = option(
        (),
        "Validation images",
        "Folders or CSV files for validation. Leave empty when the training folder has a val folder, or "
        "to split images off: what shows the same picture, photograph or video stays together.",
    )
    test: Folders = option((), "Test images", "Folders or CSV files that are evaluated once at the end.")
    unlabelled: Folders = option(
        (),
        "Pictures without labels",
        "Folders of any layout, or CSV files with the column path: pictures of which nobody says real or fake. The "
        "teacher is asked about them, and the student learns what it says; their folders' names mean nothing. What is "
        "among the training, validation or test images already is left out.",
    )
    unlabelled_share: float = option(
        0.5,
        "Share without labels, at most",
        "Where more pictures than this share have no label, those that have one come again and again, so that they "
        "take the rest of every batch.",
        ge=0.05,
        le=0.95,
        level="advanced",
    )
    test_source: Names = option(
        (),
        "Held out for the test",
        "Sources, such as one generator, that nothing is learned from: their images are test images, so that the final "
        "evaluation says how an unseen generator is recognised. Without test images, the validation share of the real "
        "training images is tested beside them.",
    )
    classes: Classes = option(
        (),
        "Classes of folders",
        "Real, fake or left out for single folders (of a CSV: for its labels), and all below them. It goes before the "
        "names of the classes, and the nearest folder counts. Paths are written from the chosen folder, or in full.",
    )
    real_names: Names = option(
        ("real", "0_real"),
        "Names of the real class",
        "Folder names or CSV labels that mean a real photograph (label 0). Compared without regard to case.",
    )
    fake_names: Names = option(
        ("fake", "1_fake"),
        "Names of the fake class",
        "Folder names or CSV labels that mean a generated picture (label 1). Compared without regard to case.",
    )
    validation_fraction: float = option(
        0.2,
        "Validation share",
        "Share of each class and source that is split off for validation when no validation images are given.",
        ge=0.05,
        le=0.5,
    )
    view: Literal["resize", "crop"] = option(
        "resize",
        "View",
        "resize: the whole picture scaled to the input size, as in the paper. crop: training sees pieces at native "
        "resolution, which keep traces that resizing destroys, and whole pictures are judged. The teacher is asked "
        "once about pictures of up to 1 megapixel; of larger ones about each crop.",
    )
    size: int = option(256, "Input size", "Side of the square that the networks see.", unit="px", ge=32, le=2048)
    judged: Literal["whole", "middle"] = option(
        "whole",
        "Judged",
        "Of pictures that are cropped for training. whole: validation, test and the teacher's check judge all of a "
        "picture, as it will be judged in use. middle: only a crop in its middle, which is faster.",
        level="advanced",
    )
    judged_megapixels: float = option(
        4.0,
        "Judged at most",
        "During a run, of larger pictures the middle piece of this size is judged, as each validation looks at all of "
        "them. Scores, Inspect and exports always judge the whole picture.",
        unit="MP",
        gt=0,
        le=LARGEST_MEGAPIXELS,
        level="advanced",
    )
    batch_size: int = option(16, "Batch size", "Images per step. Lower it when memory runs out.", ge=2, le=1024)
    flip: bool = option(True, "Random flips", "Mirror half of the training images left to right.")
    label_fraction: float = option(
        1.0,
        "Trial: share of labels used",
        "Hides the other labels from training, as if those images were pictures without labels: a trial of how few "
        "labels would do. Leave it at 1 to train for use, and choose pictures without labels above.",
        gt=0,
        le=1,
        level="advanced",
    )
    epochs_over_all: bool = option(
        False,
        "Epochs as long as with all pictures",
        "Without imitation an epoch passes once over the pictures with a label. On: these come again until it has as "
        "many steps as one over all pictures; control runs need it to be fair.",
        level="advanced",
    )
    max_unreadable: float = option(
        0.05,
        "Unreadable images allowed",
        "The run stops with a list when a larger share of the images cannot be read; never for a single one, unless 0.",
        ge=0,
        le=1,
        level="advanced",
    )
    max_megapixels: float = option(
        100.0,
        "Largest picture",
        "Larger pictures are skipped: they are most likely decompression bombs.",
        unit="MP",
        gt=0,
        le=LARGEST_MEGAPIXELS,
        level="advanced",
    )
    decoded_cache_mb: int = option(
        512,
        "Memory for decoded images",
        "Decoded pictures kept in memory, so that they are read once. 0 keeps none.",
        unit="MB",
        ge=0,
        le=1_000_000,
        level="advanced",
    )
    decoded_disk_mb: int = option(
        4096,
        "Disk for decoded images",
        "Decoded pictures kept in the cache folder, for what memory cannot hold and for the next run. A picture of "
        "256 x 256 pixels takes 0.2 MB. 0 keeps none.",
        unit="MB",
        ge=0,
        le=100_000_000,
        level="advanced",
    )

    @property
    def lacks_labels(self) -> bool:
        """Whether some of the pictures that a teacher is asked about have no label, or hide it."""
        return self.label_fraction < 1 or bool(self.unlabelled)

    @property
    def judges_whole(self) -> bool:
        """Whether pictures are judged at their own size."""
        return self.view == "crop" and self.judged == "whole"

    def judging(self, megapixels: float = LARGEST_MEGAPIXELS) -> Self:
        """The same, but that pictures that are not scaled are judged whole, or as much of them as is said."""
        return self.model_copy(update={"judged": "whole", "judged_megapixels": megapixels})

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        both = {n.casefold() for n in self.real_names} & {n.casefold() for n in self.fake_names}
        if both:
            raise ValueError(f"these names stand for both classes: {', '.join(sorted(both))}")
        return self

    def exchanged(self) -> dict[str, object]:
        """The settings under their dotted names with which what was real is fake, and the other way round."""
        other: dict[FolderClass, FolderClass] = {"real": "fake", "fake": "real", "left out": "left out"}
        return {
            "data.real_names": self.fake_names,
            "data.fake_names": self.real_names,
            "data.classes": tuple((path, other[kind]) for path, kind in self.classes),
        }
