"""The words of the rules over the computer."""

from engine.health.rule import Rule
from engine.memory import PAGE_FILE

MACHINE_CATALOGUE: tuple[Rule, ...] = (
    Rule(
        "page_file",
        "Page file too small",
        "error",
        "Windows could not commit memory (error 1455), so the run ended. What was saved is safe.",
        "Memory and page file together are too small for this run and the other programs.",
        f"Enlarge the page file ({PAGE_FILE}), close other programs, or lower "
        "the memory for decoded images and teacher maps (decoded_cache_mb, map_cache_mb). Then resume the run.",
        "The failure itself.",
    ),
    Rule(
        "gpu_memory",
        "GPU memory full",
        "error",
        "The GPU had no memory left for a step, so the run ended. What was saved is safe.",
        "Batches or images are too large for this card, or other programs use it.",
        "Lower the batch size (batch_size) or the input size, switch mixed precision (amp) on, or close other "
        "programs that use the GPU. Then resume the run.",
        "The failure itself.",
    ),
    Rule(
        "memory_low",
        "Memory low",
        "warning",
        "Little memory and page file are left, or an allocation failed already: the run may break off.",
        "Other programs take it, or the memory for decoded images and teacher maps is set too high.",
        "Close other programs, or lower the memory for decoded images and teacher maps (decoded_cache_mb, "
        "map_cache_mb).",
        "What is left, looked at twice a minute; an allocation that failed, at once.",
    ),
    Rule(
        "disk_low",
        "Disk low",
        "warning",
        "Little space is left on the disk that holds the run, or a file could not be written already.",
        "The disk is nearly full.",
        "Free some space. A run that could not write ends; what was saved before stays good, and it can be resumed.",
        "What is left, looked at twice a minute; a file that could not be written, at once.",
    ),
)
