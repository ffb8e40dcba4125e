"""The sections that account for the run: images, teacher, settings, warnings, exports and how it was made."""

from collections.abc import Sequence
from math import log10
from pathlib import Path
from typing import Any

from markupsafe import Markup

from engine.data.listing.left_out import UNLABELLED, counted
from engine.events import Alert, AlertKey, DataScanned, TeacherChecked
from engine.files import sha256_of
from engine.health.answers import Answers
from engine.health.counted import counted_alerts
from engine.number_words import exact, figure
from engine.report_card.charts import Axis, histogram
from engine.report_card.measurements import Figures
from engine.report_card.page import (
    badge,
    charts,
    code,
    details,
    figure_text,
    listed,
    note,
    pairs,
    paragraph,
    small,
    table,
)
from engine.settings.changes import changed_settings
from engine.settings.names import value_of
from engine.settings.presets import preset_settings
from engine.settings.toml_file import dump_settings

HISTOGRAM_COLOUR = 2
SHOWN_PATHS = 10


def data(figures: Figures) -> Markup:
    """What the student was trained and judged on."""
    found = figures.student.data
    assert found is not None
    event = found.event()
    labels = [Markup("{} = {}").format(code(name), ("real", "fake")[label]) for name, label in found.mapping.items()]
    kinds = ["real", "fake", *([UNLABELLED] if any(split.unlabelled for split in event.splits) else [])]
    rows = []
    for split in event.splits:
        whole = {"real": split.real, "fake": split.fake, UNLABELLED: split.unlabelled}
        sources = split.sources if len(split.sources) > 1 else {}
        for place, name, counts in ((split.name, "all", whole), *(("", name, n) for name, n in sources.items())):
            rows.append([place, name, *(f"{counts.get(kind, 0):,}" for kind in kinds)])
    told = (event.held_out, event.grouping, event.share_missed, event.judged_in_part)
    hashes = [(f"SHA-256 of {name}", code(digest)) for name, digest in figures.fingerprints.items()]
    return (
        paragraph(Markup("Labels: {}").format(Markup(", ").join(labels)))
        + table(("Split", "source", *kinds), rows, numbers=len(kinds))
        + Markup().join(paragraph(text) for text in told if text)
        + _oddities(event)
        + paragraph("Hashes are over every image's place, size and label, so that they change with the data.", "muted")
        + pairs(hashes)
    )


def _oddities(event: DataScanned) -> Markup:
    parts = []
    if event.left_out:
        used = sum(split.images for split in event.splits)
        left = counted(event.left_out)
        rows = [[f"{item.count:,}", item.class_name, code(item.kind), item.reason] for item in event.left_out]
        parts.append(paragraph(f"Of {used + left:,} files {used:,} are used and {left:,} are left out."))
        parts.append(details("Which ones", table(("Files", "class", "kind", "why"), rows)))
    if event.several_count:
        text = f"Animations and files of several pictures: {event.several_count:,}. The first one of each is used."
        parts.append(paragraph(text))
    if event.unreadable_count:
        parts.append(note(f"{event.unreadable_count:,} pictures could not be read and were left out."))
        parts.append(details("Which ones", listed(map(code, event.unreadable[:SHOWN_PATHS]))))
    if event.repeated_count:
        parts.append(note(f"Files that were listed again: {event.repeated_count:,}. Each counts once."))
    if event.duplicate_count:
        parts.append(note(f"Images in two splits: {event.duplicate_count:,}, which makes figures look too good."))
        parts.append(_copies(event.duplicates))
    if event.look_alike_count:
        parts.append(
            note(
                f"Images that show what an image of an earlier set shows: {event.look_alike_count:,}, which makes "
                "figures look too good."
            )
        )
        parts.append(details("Which ones", listed(code(pair.words) for pair in event.look_alikes[:SHOWN_PATHS])))
    if event.related_count:
        parts.append(
            note(
                f"Images that by their names show what a training image shows: {event.related_count:,}, which makes "
                "figures look too good."
            )
        )
        parts.append(_copies(event.related))
    if event.contradiction_count:
        parts.append(note(f"Images in both classes: {event.contradiction_count:,}, so that one label is wrong."))
        parts.append(_copies(event.contradictions))
    return Markup().join(parts)


def _copies(pairs: Sequence[tuple[str, str]]) -> Markup:
    lines = (Markup("{} = {}").format(code(first), code(second)) for first, second in pairs[:SHOWN_PATHS])
    return details("Which ones", listed(lines))


def teacher(figures: Figures) -> Markup:
    """The teacher and what its check found; empty where the run had none."""
    checked = next((e for e in reversed(figures.events) if isinstance(e, TeacherChecked)), None)
    if checked is None:
        return Markup()
    rows = [
        ("Network", f"{checked.architecture}, {checked.parameters:,} parameters"),
        ("AUC on validation", figure_text(checked.scores.auc)),
        ("AUC of calibrated targets", figure_text(checked.calibrated_auc)),
        ("Patch logits", f"{figure(checked.logit_min, 4)} to {figure(checked.logit_max, 4)}"),
        ("Calibration", _calibration(checked.calibration)),
    ]
    if figures.student.teacher is not None:
        file = figures.student.settings.teacher.checkpoint
        rows += [
            ("File", code(str(file))),
            ("SHA-256", code(figures.student.teacher.weights.sha256)),
            ("Input", f"filter {figures.student.teacher.detector.filter_name}"),
        ]
    edges, counts = checked.histogram_edges, checked.histogram_counts
    points = [((a + b) / 2, log10(1 + n)) for a, b, n in zip(edges, edges[1:], counts, strict=False)]
    bars = [("patches", HISTOGRAM_COLOUR, points)]
    chart = histogram("Patch logits, training images", Axis("logit"), Axis("patches, power of ten"), bars)
    return charts(pairs(rows), chart if points else Markup())


def _calibration(values: dict[str, float | str]) -> str:
    numbers = ", ".join(f"{name} {figure(value, 4)}" for name, value in values.items() if isinstance(value, float))
    return f"{values.get('method', '')} ({numbers})"


def settings(figures: Figures) -> Markup:
    """What differs from the preset, and all of it on a click."""
    own = figures.student.settings
    rows = [(name, code(exact(value_of(own, name)))) for name in changed_settings(preset_settings(own.preset), own)]
    return (
        paragraph(f"Preset {own.preset}, seed {own.seed}. What differs from the preset:")
        + pairs(rows)
        + details("As a settings file", Markup("<pre>{}</pre>").format(code(dump_settings(own))))
    )


def alerts(figures: Figures) -> Markup:
    """Every warning of the run with its cause and remedy; the same one is told once."""
    groups: dict[AlertKey, list[Alert]] = {}
    answers, window = Answers(), figures.student.settings.health.window
    for event in figures.events:
        answers.take(event, window)
    for alert in counted_alerts(figures.events):
        groups.setdefault(alert.key, []).append(alert)
    if not groups:
        return paragraph("No health rule fired during the run.")
    rows = []
    for key, found in groups.items():
        first, last = found[0], found[-1]
        many = f"{len(found):,} times, steps {first.step:,} to {last.step:,}"
        steps = f"step {first.step:,}" if len(found) == 1 else many
        words = last.message + small(last.cause)
        if key in answers.found:
            words += paragraph(answers.found[key].words)
        rows.append(
            [
                badge(last.severity, last.severity) + small(last.rule),
                steps,
                words,
                last.remedy,
            ]
        )
    return table(("Rule", "when", "what was seen, and why it matters", "remedy"), rows)


def exports(figures: Figures) -> Markup:
    """The files that left, with hashes and proof; and the student itself."""
    own = figures.student
    student = pairs([("student.pth", code(own.student.weights.sha256))])
    if not figures.exports:
        return student + paragraph("Nothing was exported from this run so far.", "muted")
    rows = [_export_row(item) for item in figures.exports]
    columns = ("Format, file and SHA-256", "state", "bytes", "difference", "AUC before", "after", "ms an image")
    text = (
        "Each file was loaded in a clean process before it got its name, and scored the validation images again: "
        "the largest difference of a score, AUC before and after, and the time for one image on one thread of this "
        "computer's CPU."
    )
    return student + paragraph(text, "muted") + table(columns, rows, numbers=5)


def _export_row(item: dict[str, Any]) -> list[str]:
    proof, checked = item["proof"], item.get("audit")
    audit = ""
    if checked:
        flips = f"{checked['flips']} of {checked['images']} decisions flip"
        audit = f"audit: AUC loss {figure_text(checked['auc_loss'])}, {flips}"
    return [
        item["format"] + small(item["file"]) + small(code(item["sha256"])) + small(audit),
        _state(Path(item["file"]), item["sha256"]),
        f"{item['bytes']:,}",
        figure(proof["largest_difference"]),
        figure_text(proof["auc_before"]),
        figure_text(proof["auc_after"]),
        figure_text(proof["latency_ms"], 2),
    ]


def _state(file: Path, sha256: str) -> Markup:
    try:
        return badge("unchanged", "good") if sha256_of(file) == sha256 else badge("changed since", "error")
    except (OSError, ValueError):  # a name with a zero byte is a value error
        return badge("not found", "warning")


def making(figures: Figures) -> Markup:
    """Program, computer and packages."""
    return pairs([("Run folder", code(str(figures.run))), *figures.environment.items()])
