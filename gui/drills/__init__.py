"""The failure drills' dialog."""
