"""The page that prepares a run: images, teacher, learning rate, computer."""
