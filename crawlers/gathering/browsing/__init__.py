"""Pages in the browser: rendered, compared with their HTML, pictured."""
