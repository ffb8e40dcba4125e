"""The first page: the way from images to a student, a step at a time, and what can be gone on with."""
