"""One JSON line for every event of a run, and back; the same objects are told live."""

import json
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Discriminator, TypeAdapter

from engine.events import diagnosis, queue, run, scoring, training
from engine.events.values import Event

EVENT_TYPES = tuple(
    kind
    for module in (run, training, diagnosis, scoring, queue)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
)
"""All that is declared in the modules of events."""


@cache
def _adapter() -> TypeAdapter[Any]:
    """Built at the first event that is written or read: it costs a tenth of a second."""
    any_event: Any = Annotated[reduce(or_, EVENT_TYPES), Discriminator("kind")]
    return TypeAdapter(any_event)


def to_json(event: Event) -> str:
    """One JSON line without the line break; NaN and infinity are written as such and read back."""
    return json.dumps(_adapter().dump_python(event), ensure_ascii=False)


def from_json(line: str) -> Event:
    """The event of one line; ValueError (pydantic) where it is not one."""
    event: Event = _adapter().validate_json(line)
    return event
