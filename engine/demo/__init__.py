"""The demo and the failure drills on its images."""
