"""What happens in a run, as frozen typed events; each is one JSON line in events.jsonl and the same object live.

An event is declared in the module of its subject, and nowhere else.
"""

from engine.events.diagnosis import *
from engine.events.lines import EVENT_TYPES as EVENT_TYPES
from engine.events.lines import from_json as from_json
from engine.events.lines import to_json as to_json
from engine.events.queue import *
from engine.events.run import *
from engine.events.scoring import *
from engine.events.training import *
from engine.events.values import *
