"""The command line: arguments, what each command does, and how it is told to people and to programs."""
