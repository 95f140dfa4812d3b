"""What an audit says, and how it is told on paper and on screen."""
