"""The content of a report in one language, in its order and words; pure."""
