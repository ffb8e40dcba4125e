"""Menu commands, options and toolbars."""
