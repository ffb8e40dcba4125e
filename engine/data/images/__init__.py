"""One picture: decoded, and shown as the networks see it."""
