"""Which settings stand on which page of the form, and under which heading."""

from dataclasses import dataclass

from gui.words.translation import mark


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the form: groups of (heading, names); a name is a setting or a whole section."""

    title: str
    icon: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


PAGES = (
    PageSpec(
        mark("Images"),
        "image",
        (
            (
                mark("Folders"),
                (
                    *("data.train", "data.validation", "data.test", "data.test_source"),
                    *("data.unlabelled", "data.unlabelled_share"),
                ),
            ),
            (mark("Labels"), ("data.classes", "data.real_names", "data.fake_names")),
            (mark("A trial with few labels"), ("data.label_fraction", "data.epochs_over_all")),
            (mark("From picture to input"), ("data",)),
            (mark("Pictures as they travel"), ("degradations",)),
        ),
    ),
    PageSpec(mark("Networks"), "teacher", ((mark("Teacher"), ("teacher",)), (mark("Student"), ("student",)))),
    PageSpec(mark("Loss"), "settings", ((mark("Loss"), ("loss",)),)),
    PageSpec(mark("Stage 1"), "student", ((mark("Stage 1: the head alone"), ("stage1",)),)),
    PageSpec(
        mark("Stage 2"),
        "run",
        ((mark("Stage 2: the whole student"), ("stage2",)), (mark("Stage 3: the control"), ("control",))),
    ),
    PageSpec(mark("Health rules"), "warning", ((mark("When to warn"), ("health",)),)),
    PageSpec(
        mark("Output"),
        "folder",
        ((mark("Runs"), ("output",)), (mark("Repeatability"), ("seed",)), (mark("Computer"), ("machine",))),
    ),
)
