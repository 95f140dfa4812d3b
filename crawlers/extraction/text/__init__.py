"""Texts: folded for comparison, searched for personal data, replaced by pseudonyms; pure."""
