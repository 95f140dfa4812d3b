"""Projects as a careful reviewer meets them, and what that reviewer says of each."""
