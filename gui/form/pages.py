"""Which settings stand on which page of the form, and under which heading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the form: groups of (heading, names); a name is a setting or a whole section."""

    title: str
    icon: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


PAGES = (
    PageSpec(
        "Images",
        "image",
        (
            (
                "Folders",
                (
                    *("data.train", "data.validation", "data.test", "data.test_source"),
                    *("data.unlabelled", "data.unlabelled_share"),
                ),
            ),
            ("Labels", ("data.classes", "data.real_names", "data.fake_names")),
            ("A trial with few labels", ("data.label_fraction", "data.epochs_over_all")),
            ("From picture to input", ("data",)),
            ("Pictures as they travel", ("degradations",)),
        ),
    ),
    PageSpec("Networks", "teacher", (("Teacher", ("teacher",)), ("Student", ("student",)))),
    PageSpec("Loss", "settings", (("Loss", ("loss",)),)),
    PageSpec("Stage 1", "student", (("Stage 1: the head alone", ("stage1",)),)),
    PageSpec("Stage 2", "run", (("Stage 2: the whole student", ("stage2",)),)),
    PageSpec("Health rules", "warning", (("When to warn", ("health",)),)),
    PageSpec(
        "Output",
        "folder",
        (("Runs", ("output",)), ("Repeatability", ("seed",)), ("Computer", ("machine",))),
    ),
)
