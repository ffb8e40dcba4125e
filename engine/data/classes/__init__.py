"""What was found as a tree of folders, with the class that names propose for each."""
