"""The crawl: which page is next, how it is opened, and what it turns out to be."""
