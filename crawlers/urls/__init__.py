"""Addresses: their parts, one spelling for equal ones, and what stands behind wrappers; pure."""
