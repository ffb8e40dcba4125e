"""Pictures and folders of the user, judged by a trained student."""
