"""Every network by its name, with the module that declares it: the one list that a new network is entered in.

Plain names, so that settings and window need no torch; `engine.models.registry` imports the modules.
"""

from typing import TYPE_CHECKING, Literal, TypeAlias

TEACHER_NETWORKS = {"LaDeDa": "engine.models.ladeda"}
STUDENT_NETWORKS = {"Tiny-LaDeDa": "engine.models.tiny_ladeda"}  # that a run can start from random weights
DEFAULT_STUDENT = "Tiny-LaDeDa"

if TYPE_CHECKING:
    StudentNetwork: TypeAlias = str
else:
    StudentNetwork = Literal[tuple(STUDENT_NETWORKS)]


def network_modules() -> dict[str, str]:
    """Name to module of all networks that weights may belong to."""
    return TEACHER_NETWORKS | STUDENT_NETWORKS


def network_names() -> str:
    """Their names for a sentence, such as "LaDeDa or Tiny-LaDeDa"."""
    *others, last = network_modules()
    return f"{', '.join(others)} or {last}"
