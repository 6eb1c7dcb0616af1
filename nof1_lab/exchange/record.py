"""Records by role, out of whatever form a text has, before anybody looks at what they say."""

from nof1_lab.exchange import block
from nof1_lab.exchange.grid import in_table
from nof1_lab.exchange.listing import in_list
from nof1_lab.exchange.piece import Found


def find(text: str, *, most: int) -> Found | None:
    """The candidates in a text, or None when it has none in any form that is known."""
    spans = block.stretches(text)
    found = block.found_in(text, spans) if spans else None
    if found is not None:
        return found
    return (
        in_table(text, most=most)
        or block.found_in(text, [(0, len(text))], block.IN_PROSE)
        or in_list(text, most=most)
        or in_table(text, most=most, is_column=True)
    )
