"""The history of a value: what was held for it, from which file, brought by whom, and what replaced it."""
