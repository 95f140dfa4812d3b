"""Web tools: what is known of each as data (``rules``), what reads it (``engine``), and the few
flows that need code (``flows``).
"""
