"""The computer: device, memory, processes, sleep, and what is told about them during a run."""
