"""Which settings a study can vary, the runs of a grid, and the twin of a run that learns from labels alone."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from engine.errors import Problem, SettingsError
from engine.number_words import exact
from engine.settings import RunSettings, Section
from engine.settings.changes import with_changes
from engine.settings.toml_file import parse_value

MOST_RUNS = 1000
LONGEST_NAME = 80  # letters of output.name
OWN = ("seed", "output.name")
"""What every run of a study has of its own: seeds are averaged over, and names tell nothing."""


def variable_settings(model: type[Section] = RunSettings, prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Dotted name and description of every number, switch and choice, but for the seed."""
    for key, info in model.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, Section):
            yield from variable_settings(kind, f"{prefix}{key}.")
        elif info.title and f"{prefix}{key}" not in OWN and (kind in (int, float, bool) or choices(info)):
            yield f"{prefix}{key}", info


def choices(info: FieldInfo) -> tuple[str, ...]:
    """The values of a setting that is a choice; none of any other."""
    kind = info.annotation
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    parts = get_args(kind)  # a choice together with further values
    if parts and all(get_origin(part) is Literal for part in parts):
        return tuple(str(value) for part in parts for value in get_args(part))
    return ()


def parse_grid(varied: Sequence[str]) -> dict[str, list[Any]]:
    """A grid of words such as stage2.epochs=8,20; SettingsError for one that is written otherwise."""
    grid: dict[str, list[Any]] = {}
    for word in varied:
        name, separator, values = (part.strip() for part in word.partition("="))
        if not separator or not values:
            raise SettingsError([Problem(word, "What a study varies is written section.key=value,value.")])
        grid[name] = [parse_value(value.strip()) for value in values.split(",")]
    return grid


def grid_settings(
    base: RunSettings, grid: Mapping[str, Sequence[Any]], seeds: Sequence[int], name: str
) -> list[RunSettings]:
    """A run for every combination of the grid's values with every seed, seeds last.

    Raises SettingsError with what is wrong: a setting that cannot be varied, a value that is not allowed, too many.
    """
    known = dict(variable_settings())
    unknown = [
        Problem(name, "A study cannot vary this.", "It varies numbers, switches and choices, and seeds by themselves.")
        for name in grid
        if name not in known
    ]
    if unknown:
        raise SettingsError(unknown)
    axes = [list(dict.fromkeys(grid[setting])) for setting in grid]
    seeds = list(dict.fromkeys(seeds))
    combinations = list(product(*axes))
    if not 0 < len(combinations) * len(seeds) <= MOST_RUNS:
        message = (
            f"That are {len(combinations) * len(seeds):,} runs; a study has at least one, and at most {MOST_RUNS:,}."
        )
        raise SettingsError([Problem("", message, "Give every setting a value, one seed at least, or fewer of them.")])
    found: list[RunSettings] = []
    for values in combinations:
        changes = dict(zip(grid, values, strict=True))
        for seed in seeds:
            own = {"seed": seed, "output.name": run_name(name, {**changes, "seed": seed}, len(found))}
            found.append(with_changes(base, {**changes, **own}))
    return found


def run_name(study: str, changes: Mapping[str, Any], place: int) -> str:
    """What a run of a study is called, such as "Widths, width 8, seed 1"."""
    short = {name: name.rpartition(".")[2].replace("_", " ") for name in changes}
    alone = [*short.values()]
    words = [f"{short[n] if alone.count(short[n]) == 1 else n} {exact(v)}" for n, v in changes.items()]
    name = ", ".join([study, *words])
    number = f" {place + 1:03}"
    return name if len(name) <= LONGEST_NAME else f"{study[: LONGEST_NAME - len(number)]}{number}"


def control_of(settings: RunSettings) -> RunSettings:
    """The same run from labels only: same seed, steps and augmentation, and the loss weighs as much in all.

    Where pictures have no label, those that have one come again and again, so that its epochs have as many steps.
    Raises SettingsError where the run has no teacher to leave out.
    """
    loss = settings.loss
    if not loss.imitates:
        message = "This run learns from labels only already, so it is its own control."
        raise SettingsError([Problem("loss.alpha_distill", message)])
    name = settings.output.name or "Run"
    ending = ", labels only"
    return with_changes(
        settings,
        {f"loss.{key}": value for key, value in loss.without_teacher.items()}
        | {
            "data.epochs_over_all": settings.data.lacks_labels,
            "output.name": f"{name[: LONGEST_NAME - len(ending)]}{ending}",
        },
    )
