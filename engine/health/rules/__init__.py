"""The health rules, each with its words beside its check."""
