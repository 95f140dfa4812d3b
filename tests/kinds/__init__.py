"""Kinds of pages and servers on which a visitor sees more than a naive reading of the HTML."""
