"""Web archives: recording exchanges as WARC, packing them as WACZ, reading and replaying them."""
