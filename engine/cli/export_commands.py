"""The commands by which a student leaves: exports and the report card."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from engine.cli.console import Console
from engine.cli.sentences import judgement_lines, number
from engine.control import RunControl
from engine.export.exporting import ExportOutcome, export
from engine.export.record import ExportedFile, exported_as_dict
from engine.report_card.card import write_report


def export_student(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Write and prove a run's best student, or any weights, in each format."""
    outcome = export(
        arguments.source,
        [name.strip() for name in arguments.format.split(",")] if arguments.format is not None else None,
        arguments.output,
        control,
        console,
        images=arguments.data,
        overwrite=arguments.overwrite,
        accept_weak=arguments.accept_weak,
        accept_suspect=arguments.accept_suspect,
        filter_name=arguments.filter,
        normalisation=arguments.normalisation,
    )
    _tell(outcome, console)
    return (1 if outcome.failed else 0), {
        "exports": [exported_as_dict(item) for item in outcome.exported],
        "failed": {
            name: {"kind": error.kind, "message": error.message, "remedy": error.remedy}
            for name, error in outcome.failed.items()
        },
        "threshold": outcome.threshold,
        "probability": asdict(outcome.judgement.scale) if outcome.judgement else None,
        "false_alarms": [asdict(alarms) for alarms in outcome.judgement.false_alarms] if outcome.judgement else [],
        "remarks": list(outcome.student.remarks),
    }


def report(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Write a run's report card."""
    path = write_report(arguments.run, arguments.output, control, console, overwrite=arguments.overwrite)
    console.say(f"Report card: {path}")
    return 0, {"report": str(path.absolute())}


def _tell(outcome: ExportOutcome, console: Console) -> None:
    for remark in outcome.student.remarks:
        console.say(remark)
    if outcome.judgement is not None:
        console.say(f"Threshold chosen on validation: {outcome.judgement.threshold:.4f} (logit)")
        for line in judgement_lines(outcome.judgement):
            console.say(line)
    if outcome.exported:
        console.say(f"{'':<14}{'bytes':>9}{'difference':>12}{'AUC before':>12}{'after':>11}{'ms/image':>10}  file")
    for item in outcome.exported:
        _tell_file(item, console)
    for name, error in outcome.failed.items():
        console.say(f"ERROR: {name}: {error.message} {error.remedy}".rstrip())


def _tell_file(item: ExportedFile, console: Console) -> None:
    proof = item.proof
    console.say(
        f"{item.format:<14}{item.bytes:>9,}{proof.largest_difference:>12.1e}{number(proof.auc_before):>12}"
        f"{number(proof.auc_after):>11}{proof.latency_ms:>10.2f}  {item.file}"
    )
    if item.audit is not None:
        console.say(
            f"  audit: loses {number(item.audit.auc_loss)} of AUC, flips {item.audit.flips} of {item.audit.images} "
            "decisions"
        )
