"""What was found in the chosen folders, as Set-up shows it: classes, counts, what is left out, thumbnails."""
