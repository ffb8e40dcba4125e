"""Alerts that were answered, and those that stayed away for long enough to count as healed."""

from dataclasses import replace

from engine.advice.ladder import Ladder
from engine.advice.offers import remedies_for
from engine.events import Alert, Event, RemedyApplied, RolledBack
from engine.health.answers import Answers
from engine.settings.changes import apply, difference, undo, with_changes
from engine.settings.presets import preset_settings
from tests.engine.helpers.health_streams import reports

RECOMMENDED = preset_settings("recommended")
SILENT = Alert(
    rule="silent_term",
    severity="warning",
    stage=2,
    step=100,
    message="Silent.",
    cause="",
    remedy="",
    subject="relation",
    since=60,
)
IMAGE = replace(SILENT, subject="image")
OFF = RemedyApplied(
    stage=2,
    step=110,
    rule="silent_term",
    subject="relation",
    label="Switch the relation term off",
    changes={"loss.relation_weight": (0.5, 0.0)},
    origin="user",
    start="next_step",
)


def answers_to(*events: Event) -> Answers:
    answers = Answers()
    for event in events:
        answers.take(event, window=50)
    return answers


def test_an_alert_that_stayed_away_twice_as_long_as_it_took_was_healed() -> None:
    early = answers_to(SILENT, IMAGE, OFF, *reports(*[{}] * 7, start=120))
    assert {key: answer.healed for key, answer in early.found.items()} == {SILENT.key: False}
    late = answers_to(SILENT, IMAGE, OFF, *reports(*[{}] * 8, start=120))
    (healed,) = late.found.values()
    assert healed.words == "Healed at step 110: Switch the relation term off; not seen again since."


def test_what_rings_again_or_is_undone_was_not_healed() -> None:
    assert not answers_to(SILENT, OFF, replace(SILENT, step=300)).found
    back = undo(OFF.label, OFF.changes, OFF.rule, OFF.subject)
    undone = replace(OFF, label=back.label, step=400)
    assert not answers_to(SILENT, OFF, *reports(*[{}] * 9, start=120), undone).found


def test_going_back_is_an_answer_too_and_counts_from_there() -> None:
    exploded = replace(SILENT, rule="loss_explosion", subject="", severity="error", since=None)
    back = RolledBack(stage=2, step=100, to_step=50, reason="Seen.", rule="loss_explosion")
    assert answers_to(exploded, back).found[exploded.key].step == 50
    assert not answers_to(exploded, back, *reports(*[{}] * 99, start=60)).found[exploded.key].healed, "no one knows"


def test_of_two_subjects_of_a_rule_each_has_its_own_remedy_and_its_own_count() -> None:
    settings = with_changes(RECOMMENDED, {"health.policy": "automatic", "health.max_changes": 1})
    ladder, done = Ladder(), list[set[str]]()
    for alert in (SILENT, IMAGE):
        change = ladder.decide(alert, settings)
        assert change is not None
        after = apply(settings, change.remedy)
        done.append(set(difference(settings, after)))
        told = replace(OFF, subject=change.remedy.subject, origin="policy", label=change.remedy.label)
        ladder, settings = ladder.after(told), after
    assert done == [{"loss.relation_weight"}, {"loss.image_weight"}]
    assert ladder.decide(SILENT, settings) is None
    assert {remedy.subject for remedy in remedies_for("silent_term", RECOMMENDED, 2, "image")} == {"image"}
