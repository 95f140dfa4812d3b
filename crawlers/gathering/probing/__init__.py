"""Opening artefacts and links as a stranger would."""
