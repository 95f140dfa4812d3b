"""What one audit is made of: its request, its network and record, its document."""
