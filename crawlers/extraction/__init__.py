"""What stands in a page, from one parse of its document; pure."""
