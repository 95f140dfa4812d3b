"""The document of an audit, and its reports on paper and on screen."""
