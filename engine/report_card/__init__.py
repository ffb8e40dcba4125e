"""The report card: everything that a reader must know of a student, in one HTML file that opens offline."""
