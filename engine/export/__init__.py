"""What leaves the program: exports that are proven before they count, and the report card of a run."""
