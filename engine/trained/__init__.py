"""A look into a student that is trained: scores of any images, its maps, and where it errs."""
