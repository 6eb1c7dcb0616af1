"""What was read, for a person to look at."""

from nof1_lab.exchange.reading import Reading, Row

READING = Reading(
    ("day", "value"),
    (Row(("1", "5"), "first"), Row(("x", "5"), None, "Not a day."), Row(("3", "5"), "third", "Guessed.")),
    ("The column 'mood' was left out.",),
)


def test_the_good_rows_give_their_nouns_in_order():
    assert READING.nouns == ("first", "third")


def test_a_row_without_a_noun_cannot_be_accepted():
    assert [row.is_ok for row in READING.rows] == [True, False, True]
