"""How the program starts: splash, one instance, failures, and its own smoke test."""
