"""Lists folders and CSVs: which files are pictures, of which class, split and source; what is left out."""
