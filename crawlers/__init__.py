"""The outside world as facts: what an anonymous visitor meets on a project's site."""
