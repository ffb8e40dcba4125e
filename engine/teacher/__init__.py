"""The teacher: frozen, checked, calibrated, and asked once about every picture."""
