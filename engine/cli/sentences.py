"""What people read of an event on a terminal; an event without a sentence of its own says nothing."""

from collections.abc import Sequence
from functools import singledispatch

from engine.data.listing.left_out import UNLABELLED, counted
from engine.demo.drills.outcome import DrillOutcome
from engine.evaluation.judgement import Judgement
from engine.events import (
    Alert,
    ControlCompared,
    DataScanned,
    Event,
    IncidentKept,
    LeftOut,
    MachineTrouble,
    PhaseChanged,
    QueueEntryEnded,
    QueueEntryStarted,
    RemedyApplied,
    RemedyRefused,
    RolledBack,
    RunFinished,
    RunStarted,
    ShortcutsAudited,
    StageStarted,
    StepSkipped,
    TeacherChecked,
    TeacherVariant,
    Validated,
)
from engine.health.rules.teacher import TEACHER_VARIANT, fed_otherwise
from engine.number_words import decimals, exact, figure, percent

EXAMPLES = 5
KINDS = 20  # of files left out that are named
TELLING = 0.6  # AUC below which a trait of the files is not worth a line


def number(value: float | None) -> str:
    """Four decimals, or that the figure is undefined."""
    return decimals(value, 4)


def judgement_lines(judgement: Judgement) -> list[str]:
    """Whether probabilities are calibrated, and each threshold for false alarms with what is known of it."""
    return [
        f"Probability of fake: {judgement.scale.words}",
        *(
            f"Threshold for {percent(a.rate)} false alarms: {a.threshold:.4f} ({a.words})"
            for a in judgement.false_alarms
        ),
    ]


def tried(event: TeacherChecked) -> list[TeacherVariant]:
    """The ways to feed the teacher that were run because they fit its first layer better than the one that is set."""
    return [variant for variant in event.variants if variant.auc is not None]


def _of_sample(variant: TeacherVariant) -> str:
    fit = "which is set" if variant.chosen else f"mismatch {variant.mismatch:.2g}"
    accuracies = f"{number(variant.real_accuracy)} real, {number(variant.fake_accuracy)} fake"
    return f" ({fit}): AUC {number(variant.auc)}, accuracy {accuracies} on a sample"


def left_out_lines(left_out: Sequence[LeftOut]) -> list[str]:
    """How many files are not used, and for what reasons, the most frequent first."""
    if not left_out:
        return []
    lines = [f"Left out: {counted(left_out):,}"]
    lines += [
        f"  {item.count:,} {f'{item.class_name}, ' * bool(item.class_name)}{item.kind}: {item.reason}"
        for item in left_out[:KINDS]
    ]
    if rest := left_out[KINDS:]:
        lines.append(f"  {counted(rest):,} of {len(rest):,} more kinds, which --json names")
    return lines


@singledispatch
def sentences(_event: Event) -> list[str]:
    """Lines of text for an event."""
    return []


@sentences.register
def _(event: RunStarted) -> list[str]:
    start = f"from step {event.step:,}" if event.step else "from the start"
    changed = f"; changed settings: {', '.join(event.changed_settings)}" if event.changed_settings else ""
    return [f"Run {event.run} on {event.device}, {start}{changed}"]


@sentences.register
def _(event: PhaseChanged) -> list[str]:
    return [f"[{event.phase}] {event.text}".rstrip()]


@sentences.register
def _(event: DataScanned) -> list[str]:
    names = ", ".join(f"{name} = {('real', 'fake')[label]}" for name, label in event.mapping.items())
    lines = [f"Labels: {names}"]
    for split in event.splits:
        counts = f"{split.unlabelled:,}" if split.name == UNLABELLED else f"{split.real:,} real, {split.fake:,} fake"
        lines.append(f"{split.name.capitalize()}: {counts}, sources: {', '.join(split.sources)}")
    lines += [line for line in (event.held_out, event.grouping, event.share_missed, event.judged_in_part) if line]
    lines += left_out_lines(event.left_out)
    if event.several_count:
        lines.append(f"Animations and files of several pictures, whose first one is used: {event.several_count:,}")
    if event.unreadable_count:
        lines.append(f"Of these, pictures that cannot be read: {event.unreadable_count:,}")
        lines += [f"  {item}" for item in event.unreadable[:EXAMPLES]]
    if event.repeated_count:
        lines.append(f"Listed again, but each file counts once: {event.repeated_count}")
        lines += [f"  {item}" for item in event.repeated[:EXAMPLES]]
    if event.duplicate_count:
        lines.append(f"The same image in two splits: {event.duplicate_count:,}")
        lines += [f"  {a} = {b}" for a, b in event.duplicates[:EXAMPLES]]
    if event.look_alike_count:
        lines.append(f"Leaked, as their pixels show what an image of an earlier set shows: {event.look_alike_count:,}")
        lines += [f"  {pair.words}" for pair in event.look_alikes[:EXAMPLES]]
    if event.related_count:
        lines.append(f"Of the same picture as a training image, by their names: {event.related_count:,}")
        lines += [f"  {a} ~ {b}" for a, b in event.related[:EXAMPLES]]
    if event.contradiction_count:
        lines.append(f"The same image in both classes: {event.contradiction_count:,}")
        lines += [f"  {a} = {b}" for a, b in event.contradictions[:EXAMPLES]]
    return lines


@sentences.register
def _(event: ShortcutsAudited) -> list[str]:
    if event.leak_score is None:
        return [f"Files alone: {event.images:,} are too few to say whether they give the label away"]
    return [
        f"Files alone, whatever they show: AUC {event.leak_score:.2f} on {event.images:,} files",
        *(f"  {leak.name}: AUC {leak.auc:.2f} {leak.words}".rstrip() for leak in event.traits if leak.auc > TELLING),
        *([f"  not seen: {event.not_seen}"] if event.not_seen else []),
    ]


@sentences.register
def _(event: TeacherChecked) -> list[str]:
    return [
        f"Teacher {event.architecture} ({event.parameters:,} parameters): validation AUC {number(event.scores.auc)}, "
        f"patch logits {figure(event.logit_min, 4)} to {figure(event.logit_max, 4)}, "
        f"calibration {event.calibration['method']}",
        *(f"  {name}: AUC {number(found.auc)}" for name, found in event.sources.items() if len(event.sources) > 1),
        *(f"  fed with {v.input_filter}, {v.normalisation}{_of_sample(v)}" for v in tried(event)),
    ]


@sentences.register
def _(event: StageStarted) -> list[str]:
    return [
        f"Stage {event.stage}: {event.epochs:,} epochs of {event.steps_per_epoch:,} steps, {event.optimiser} on "
        f"{event.trainable} ({event.trainable_parameters:,} parameters)"
    ]


@sentences.register
def _(event: StepSkipped) -> list[str]:
    return [f"Step {event.step:,} was left out: {event.reason}"]


@sentences.register
def _(event: Validated) -> list[str]:
    teacher = f" (teacher {number(event.teacher_auc)})" if event.teacher_auc is not None else ""
    best = "  best so far" if event.best else ""
    return [f"Stage {event.stage}, epoch {event.epoch}: validation AUC {number(event.scores.auc)}{teacher}{best}"]


@sentences.register
def _(event: ControlCompared) -> list[str]:
    return [event.words]


@sentences.register
def _(event: Alert) -> list[str]:
    fed = fed_otherwise(event.subject) if event.rule == TEACHER_VARIANT.name else {}
    named = "".join(f" --set {name}={value}" for name, value in fed.items())
    return [f"Alert, {event.severity}: {event.message} {event.remedy}{named}"]


@sentences.register
def _(event: RemedyApplied) -> list[str]:
    changes = ", ".join(f"{name} {exact(old)} -> {exact(new)}" for name, (old, new) in event.changes.items())
    return [f"Step {event.step:,}: {event.label}{f' ({changes})' if changes else ''}"]


@sentences.register
def _(event: RemedyRefused) -> list[str]:
    return [f"Step {event.step:,}: not done: {event.label}. {event.reason}"]


@sentences.register
def _(event: RolledBack) -> list[str]:
    return [f"Step {event.step:,}: back to step {event.to_step:,}{event.beginning}. {event.reason}"]


@sentences.register
def _(event: IncidentKept) -> list[str]:
    return [f"Step {event.step:,} was kept to be computed again: {event.path}"]


@sentences.register
def _(event: MachineTrouble) -> list[str]:
    return [f"{event.message} {event.remedy}".rstrip()]


@sentences.register
def _(event: RunFinished) -> list[str]:
    if event.reason == "failed":  # the command says why
        return []
    ended = f"Run {event.reason} at step {event.step:,} after {figure(event.seconds)} s."
    return [f"{ended} {event.message} {event.remedy}".rstrip()]


@sentences.register
def _(event: QueueEntryStarted) -> list[str]:
    deed = "goes on" if event.resumed else "begins"
    return [f"=== Entry {event.number} of the queue {deed}: {event.name} ({event.left:,} to do)"]


@sentences.register
def _(event: QueueEntryEnded) -> list[str]:
    if event.reason != "failed":  # its run has told the rest
        return []
    return [f"Entry {event.number} of the queue failed: {event.message} {event.remedy}".rstrip()]


@sentences.register
def _(event: DrillOutcome) -> list[str]:
    return [f"{'ok    ' if event.passed else 'FAILED'}  {event.sentence}"]
