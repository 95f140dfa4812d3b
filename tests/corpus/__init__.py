"""Addresses and pieces of pages as they were met in public, with what each of them is.

The labels were written down before the program was asked, so that they can find its mistakes.
``addresses.csv`` holds one address per row; a kind of ``site|wall`` means that the address does not
tell which, ``-`` that it is no artefact. ``snippets/`` holds pieces of HTML as teachers paste them
and ``expected.toml`` what is to be found in each.
"""
