"""Remove personal data from the texts of a report; pure.

The report goes into case files, so it holds no more personal data than necessary. Full names
cannot be distinguished from other words and are left to the people who read it.
"""

from crawlers.extraction.text.personal_data import mask_email as without_email
from crawlers.extraction.text.personal_data import mask_personal_data as mask

__all__ = ["mask", "without_email"]
