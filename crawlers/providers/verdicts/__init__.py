"""From answers to verdicts: flows, signals, oEmbed and files by their bytes; pure."""
