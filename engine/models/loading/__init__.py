"""A checkpoint file becomes a network: read safely, its network found among what is in it, and recognised."""
