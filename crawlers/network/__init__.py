"""The one door to the network: guard, politeness, fetching, evidence."""
