"""A replica of the web in a box: project sites, providers, and the truth about them."""
