"""What a report says, in one language, in its order and words; pure."""
