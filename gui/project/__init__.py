"""The project that is open, and what the program remembers between starts."""
