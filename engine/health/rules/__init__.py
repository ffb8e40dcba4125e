"""The rules by subject; a rule's check, words and remedies stand together, and its section is all that knows it."""
