"""The condition "results visible": what counts, which parts it has, what would change it."""
