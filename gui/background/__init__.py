"""Work beside the window's thread, and how the window keeps up with it."""
