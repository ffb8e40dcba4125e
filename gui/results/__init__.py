"""The page of results: how good the student is, on images that it was not trained on."""
