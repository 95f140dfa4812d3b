"""What kind of page an answer is, decided from its content; pure."""
