"""Gathering: from an address to the inventory of what an anonymous visitor meets there."""
