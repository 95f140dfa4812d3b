"""The project sites of the replica; all people, schools and projects are invented."""
