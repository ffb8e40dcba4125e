"""What a run has told so far, as figures and rows for pages to show."""
