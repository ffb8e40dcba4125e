"""The main window: its pages put together, its commands, and how it closes."""
