"""The form, built from the settings' own fields."""
