"""Languages: catalogues, the translator, and the messages that are translated."""
