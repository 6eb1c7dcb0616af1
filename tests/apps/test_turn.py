"""Threads take turns at a page, and none of them waits for news to be shown."""

import threading

from nof1_lab.apps.turn import Turn


def test_news_that_come_during_a_turn_are_shown_at_its_end():
    turn, told = Turn(), []

    def act() -> str:
        other = threading.Thread(target=lambda: turn.bring("news", lambda: told.append("news")))
        other.start()
        other.join(timeout=10)  # whoever brings news does not wait for the page
        assert not other.is_alive()
        told.append("act")
        return "done"

    assert turn.take(act) == "done"
    assert told == ["act", "news"]


def test_the_same_news_are_shown_once():
    turn, told = Turn(), []

    def act() -> None:
        threads = [
            threading.Thread(target=turn.bring, args=("news", lambda: told.append("news"))) for _ in range(5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=10)

    turn.take(act)
    assert told == ["news"]


def test_a_turn_within_a_turn_is_the_same_turn():
    turn, told = Turn(), []
    turn.take(lambda: turn.bring("news", lambda: told.append("news")))
    assert told == ["news"]


def test_nobody_waits_for_the_bench_and_the_page_at_once():
    """The one holds the bench and has news for the page, the other holds the page and wants the bench."""
    turn, bench, told = Turn(), threading.Lock(), []
    holds_bench, holds_page = threading.Event(), threading.Event()

    def cell() -> None:
        with bench:
            holds_bench.set()
            assert holds_page.wait(10)
            turn.bring("news", lambda: told.append("news"))

    def message() -> None:
        holds_page.set()
        assert holds_bench.wait(10)
        with bench:
            told.append("step")

    threads = [threading.Thread(target=cell), threading.Thread(target=turn.take, args=(message,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert sorted(told) == ["news", "step"]
