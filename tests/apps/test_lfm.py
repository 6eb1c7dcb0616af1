"""Asking a model: what leaves is what was shown, what comes back is data, and a key is seen by nobody."""

import contextlib
import json
import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from apps.example import WHEN, new, planned
from apps.model import ANSWER, HOSTILE, INJECTION, Model, certificate, serving
from hypothesis import given
from hypothesis import strategies as st

from nof1_lab.apps import endpoint, lfm
from nof1_lab.apps.asking import Asking, asking_of
from nof1_lab.apps.bench import Bench
from nof1_lab.apps.lfm import ask, content
from nof1_lab.apps.reply import call_of, sourced, told_apart
from nof1_lab.apps.request import Key, Request, key_in, key_of, request_of
from nof1_lab.apps.shelf import FolderShelf
from nof1_lab.errors import AskError, CancelledError, FormRefusedError
from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.study import steps
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.file import load
from nof1_lab.views.ask import AskComponent, Progress, Wish

CANARY = "sk-canary-0123456789abcdefghij"


@pytest.fixture(autouse=True)
def _only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches a network, and none inherits a key or a proxy."""
    real = socket.socket.connect

    def connect(self: socket.socket, where: Any) -> None:
        assert str(where[0]) in {"127.0.0.1", "::1"}, f"a connection to {where}"
        real(self, where)

    monkeypatch.setattr(socket.socket, "connect", connect)
    for name in ("NOF1_LFM_KEY", "NOF1_LFM_ENDPOINTS", "JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_PREFIX"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as found:
        yield found


@pytest.fixture
def study() -> Study:
    return planned().study


def request(at: Model, study: Study, **how: Any) -> Request:
    place = how.pop("key").place if "key" in how else ""
    return request_of(study, **{"url": at.url, "model": "tiny", "key": place, **how})


# What leaves.


@pytest.mark.parametrize("form", ["schema", "object", "text"])
def test_the_model_receives_exactly_what_was_shown(model: Model, study: Study, form: Any):
    asked = request(model, study, form=form, topic="Können wir besser schlafen? 💤")
    shown = asked.shown
    ask(asked)
    assert [f"{asked.endpoint.url}\n\n{each.decode()}" for each in model.received] == [shown]


def test_with_a_key_only_the_key_is_not_shown(model: Model, study: Study):
    key = key_of(CANARY, "NOF1_LFM_KEY")
    asked = request(model, study, key=key)
    ask(asked, key)
    (received,) = model.received
    assert f"Authorization: Bearer {CANARY}\r\n".encode() in received
    assert received.replace(CANARY.encode(), b"[the key from NOF1_LFM_KEY]") == asked.wire()
    assert CANARY not in asked.shown


def test_the_same_study_asks_the_same(model: Model, study: Study):
    assert request(model, study).shown == request(model, study).shown


@pytest.mark.parametrize(
    "change",
    [
        {"topic": "sleep"}, {"model": "other"}, {"form": "text"}, {"url": "http://127.0.0.1:1/v1"},
        {"key": Key("NOF1_LFM_KEY", CANARY)},
    ],
)  # fmt: skip
def test_an_approval_holds_for_nothing_else(model: Model, study: Study, change: dict[str, Any]):
    assert request(model, study, **change).sha256 != request(model, study).sha256


def test_nobody_is_asked_through_a_proxy(model: Model, study: Study, monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    ask(request(model, study))
    assert len(model.received) == 1


def test_the_line_goes_to_the_address_that_was_checked(
    model: Model, study: Study, monkeypatch: pytest.MonkeyPatch
):
    """A name that points elsewhere at the second look is not looked at twice."""
    looks: list[str] = []

    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        looks.append(host)
        return [
            (
                socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                ("127.0.0.1" if len(looks) == 1 else "10.0.0.1", port),
            )
        ]

    monkeypatch.setattr(endpoint.socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connected_to_numbers_only(socket.create_connection))
    ask(request(model, study, url=model.url.replace("127.0.0.1", "localhost")))
    assert looks == ["localhost"]
    assert b"Host: localhost:" in model.received[0]


def connected_to_numbers_only(real: Any) -> Any:
    def connect(where: Any, *more: Any, **how: Any) -> Any:
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        assert where[0] == "127.0.0.1", "a name would be looked up again"
        found.settimeout(5)
        found.connect(where)
        return found

    return connect


def test_a_name_that_turns_out_to_be_this_machine_is_not_asked(
    model: Model, study: Study, monkeypatch: pytest.MonkeyPatch
):
    row = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", model.port))
    monkeypatch.setattr(endpoint.socket, "getaddrinfo", lambda *_, **__: [row])
    with pytest.raises(AskError, match="Choose another"):
        ask(request(model, study, url=f"https://rebind.example.org:{model.port}/v1"), may_be_private=True)
    assert model.received == []


# What comes back.


def test_the_words_of_the_model_come_back(model: Model, study: Study):
    told: list[str] = []
    assert json.loads(ask(request(model, study), told=told.append)) == ANSWER
    assert set(told) <= {"asking … 0 s"}


def test_a_fenced_answer_is_read_like_any_other(model: Model, study: Study):
    model.says(f"Here you are:\n```json\n{json.dumps(ANSWER, indent=1)}\n```\nGood luck!")
    names = [candidate.name for candidate in read_candidates(ask(request(model, study))).nouns]
    assert names == ["Melatonin 0.5 mg", "Morning light"]


def test_an_answer_in_pieces_is_one_text():
    parts = [{"type": "text", "text": "na"}, {"type": "text", "text": "me"}]
    assert content(json.dumps({"choices": [{"message": {"content": parts}}]}).encode()) == "name"


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["content", "text"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["content", "text", "x"]), inner)
    ),
)


@given(
    st.binary(max_size=200) | PLAIN.map(lambda each: json.dumps({"choices": [{"message": each}]}).encode())
)
def test_whatever_comes_back_is_a_text_or_refused(data: bytes):
    with contextlib.suppress(AskError):
        assert content(data).encode().strip()


def test_half_a_letter_is_none():
    assert content(b'{"choices": [{"message": {"content": "a\\ud800b"}}]}') == "a\ufffdb"


def test_calls_of_tools_are_left_where_they_are(model: Model, study: Study):
    call = {"id": "1", "type": "function", "function": {"name": "accept", "arguments": '{"names": "all"}'}}
    model.says("name\nTea\n", tool_calls=[call], function_call=call["function"])
    assert ask(request(model, study)) == "name\nTea\n"
    model.says(None, tool_calls=[call])
    with pytest.raises(AskError, match="no call of a tool"):
        ask(request(model, study))


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        (301, "nothing is followed"), (302, "nothing is followed"), (307, "nothing is followed"),
        (400, "plainer form"), (401, "NOF1_LFM_KEY"), (403, "Check the key"), (404, "ollama pull tiny"),
        (405, "another model"), (418, "another model"), (422, "plainer form"), (429, "Wait a minute"),
        (500, "Wait a moment"), (503, "Wait a moment"), (204, "Check the address"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_to_do(model: Model, study: Study, status: int, remedy: str):
    model.status, model.headers = status, model.headers | {"Location": "http://127.0.0.1:9/elsewhere"}
    with pytest.raises(AskError, match=remedy) as refused:
        ask(request(model, study))
    assert len(model.received) == 1
    assert str(status) in refused.value.wrong


def test_a_form_that_is_refused_in_words_alone_is_no_matter_of_form(model: Model, study: Study):
    model.status = 400
    with pytest.raises(AskError, match="Shorten the topic") as refused:
        ask(request(model, study, form="text"))
    assert not isinstance(refused.value, FormRefusedError)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>hello</html>", b"[]", b'{"choices": []}', b'{"choices": [{"message": 3}]}', b"\xff{",
        b"[" * 400_000, b'{"choices": [{"message": {"content": 7}}]}', b"9" * 5000,
        b'{"choices": [{"message": {"content": [{"image": "x"}]}}]}',
    ],
)  # fmt: skip
def test_what_is_no_message_of_a_model_is_refused(model: Model, study: Study, body: bytes):
    model.body = body
    with pytest.raises(AskError, match="ends in /v1"):
        ask(request(model, study))


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/html"},
        {},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
        {"Content-Type": "text/event-stream"},
    ],
)
def test_what_is_no_plain_json_is_not_even_read(model: Model, study: Study, headers: dict[str, str]):
    model.headers = headers
    with pytest.raises(AskError, match="other than plain JSON"):
        ask(request(model, study))


def test_an_answer_that_is_too_large_is_cut_off(model: Model, study: Study):
    model.body = b" " * 5_000_000
    with pytest.raises(AskError, match="larger than 1 MB"):
        ask(request(model, study))


def test_an_answer_that_ends_too_early_is_no_answer(model: Model, study: Study):
    model.headers |= {"Content-Length": "100000"}
    with pytest.raises(AskError, match="Ask again"):
        ask(request(model, study))


def test_an_endpoint_that_never_answers_is_given_up(model: Model, study: Study):
    model.seconds = 30
    began = time.monotonic()
    with pytest.raises(AskError, match="Try a smaller model"):
        ask(request(model, study), seconds=0.5)
    assert time.monotonic() - began < 3
    assert model.is_left.wait(5)


def test_nobody_at_home_is_said(study: Study):
    with pytest.raises(AskError, match="ollama serve"):
        ask(request_of(study, url="http://127.0.0.1:1/v1", model="tiny"))


def test_an_endpoint_that_cannot_prove_who_it_is_is_sent_nothing(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    trust, paper = certificate(tmp_path)
    key = key_of(CANARY, "NOF1_LFM_KEY")
    with serving(trust) as model:
        asked = request(model, study, url=model.url.replace("http:", "https:"), key=key)
        with pytest.raises(AskError, match="could not prove who it is"):
            ask(asked, key)
        assert model.received == []
        monkeypatch.setenv("SSL_CERT_FILE", str(paper))  # now somebody vouches for it
        assert json.loads(ask(asked, key)) == ANSWER
        assert model.received == [asked.wire(key)]


def test_a_person_may_stop_at_any_time(model: Model, study: Study):
    model.seconds = 30
    cancelled, told = threading.Event(), list[str]()
    threading.Timer(1.3, cancelled.set).start()
    began = time.monotonic()
    with pytest.raises(CancelledError, match="stopped"):
        ask(request(model, study), cancelled=cancelled, told=told.append)
    assert time.monotonic() - began < 3
    assert told == ["asking … 0 s", "asking … 1 s"]
    assert model.is_left.wait(5), "the endpoint is told by a closed line"


# Off until a person turns it on.


def test_without_the_extra_three_sentences_say_how_to_get_it(study: Study, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lfm, "find_spec", lambda _: None)
    with pytest.raises(AskError, match=r"nof1-lab\[lfm\]"):
        ask(request_of(study, url="http://127.0.0.1:1/v1", model="tiny"))
    obstacle = Asking(Bench(planned(), engines=Idle())).obstacle
    assert obstacle is not None
    assert "copy the question into a chat" in obstacle.remedy


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [["log"], ["ask"], ["ask", "--url", "http://127.0.0.1:1/v1", "--model", "tiny"]]
)
def test_nothing_that_can_reach_a_network_is_loaded_before_an_approval(tmp_path: Path, words: list[str]):
    FolderShelf(tmp_path).append("sleep.nof1", planned(), "")
    name, *options = words
    program = (
        "import sys, socket; socket.socket.connect = None; socket.getaddrinfo = None;"
        "from nof1_lab.apps.cli import main;"
        f"assert main([{name!r}, sys.argv[1], '--json', *sys.argv[2:]]) == 0;"
        "clients = {'httpcore', 'httpx', 'urllib3', 'requests', 'aiohttp'};"
        "print(sorted(clients & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, tmp_path / "sleep.nof1", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


# The key.


def test_a_key_is_shown_nowhere(model: Model, study: Study, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    key = key_in("NOF1_LFM_KEY", environment={"NOF1_LFM_KEY": f" {CANARY}\n"})
    assert key is not None
    asked = request(model, study, key=key)
    faults: list[BaseException] = []
    for status in (200, 401, 500):
        model.status = status
        try:
            ask(asked, key)
        except AskError as error:
            faults.append(error)
    seen = [repr(key), str(key), repr(asked), asked.shown, repr([asked, key]), f"{key}", caplog.text]
    seen += [repr(fault) + str(fault) + repr(fault.__cause__) + repr(fault.__context__) for fault in faults]
    assert len(faults) == 2
    assert [each for each in seen if "canary" in each] == []


def test_an_answer_that_repeats_the_key_goes_nowhere(model: Model, study: Study):
    model.says(f"name\nTea {CANARY}\n")
    key = key_of(CANARY, "NOF1_LFM_KEY")
    with pytest.raises(AskError, match="Change the key") as refused:
        ask(request(model, study, key=key), key)
    assert "canary" not in str(refused.value)


@pytest.mark.parametrize("secret", [f"{CANARY}\r\nX-Evil: 1", "ключ-canary", "canary " * 2, "canary" * 1000])
def test_a_key_that_cannot_be_sent_is_refused_and_not_repeated(secret: str):
    with pytest.raises(AskError, match="Copy the key again") as refused:
        key_in("NOF1_LFM_KEY", environment={"NOF1_LFM_KEY": secret})
    assert "canary" not in str(refused.value)


def test_a_key_in_place_of_its_name_is_not_repeated():
    with pytest.raises(AskError, match="and not the key itself") as refused:
        key_in(CANARY, environment={})
    assert "canary" not in str(refused.value)


def test_no_key_is_no_header(model: Model, study: Study):
    assert key_in("NOF1_LFM_KEY", environment={"NOF1_LFM_KEY": "  "}) is None
    ask(request(model, study))
    assert b"Authorization" not in model.received[0]


# On the bench.


class Idle:
    """Engines that nobody asks for anything."""

    def warm(self, *_: object) -> None: ...


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    engines: Any = Idle()
    shelf = FolderShelf(tmp_path)
    shelf.append("sleep.nof1", planned(), "")
    return Bench(shelf.open("sleep.nof1"), shelf=shelf, name="sleep.nof1", who="ann", engines=engines)


def approved(asked: Asking, bench: Bench, wish: Wish) -> Wish:
    return replace(wish, press="send", approve=asked.preview(bench.study, wish).sha256)


def finished(asked: Asking) -> Progress:
    for _ in range(600):
        if not asked.progress.is_asking:
            return asked.progress
        time.sleep(0.02)
    raise AssertionError("it goes on and on")


def test_a_call_is_in_the_log_with_who_and_when_and_not_with_its_words(
    model: Model, bench: Bench, tmp_path: Path
):
    asked = Asking(bench)
    wish = approved(asked, bench, Wish(url=model.url, model="tiny", topic="falling asleep"))
    asked.send(bench.study, wish)
    assert finished(asked).fault is None
    assert asked.reply is not None
    link = load((tmp_path / "sleep.nof1").read_bytes()).links[-1]
    assert (link.step, link.who) == ("ask", "ann")
    assert link.arguments["call"] == {
        "endpoint": model.url,
        "model": "tiny",
        "sent": wish.approve,
        "received": asked.reply.sha256,
        "outcome": "answered",
    }
    assert "falling asleep" not in (tmp_path / "sleep.nof1").read_text()
    assert bench.study.candidates == planned().study.candidates


def test_what_was_not_approved_does_not_leave(model: Model, bench: Bench):
    asked = Asking(bench)
    wish = approved(asked, bench, Wish(url=model.url, model="tiny"))
    for changed in (
        Wish(url=model.url, model="tiny", press="send"),
        Wish(url=model.url, model="tiny", topic="more", press="send", approve=wish.approve),
        Wish(url=model.url, model="tiny2", press="send", approve=wish.approve),
    ):
        with pytest.raises(AskError, match="nothing was sent"):
            asked.send(bench.study, changed)
    assert model.received == []
    assert bench.study.calls == ()


def test_a_study_that_moved_on_must_be_approved_anew(model: Model, bench: Bench):
    asked = Asking(bench)
    wish = approved(asked, bench, Wish(url=model.url, model="tiny"))
    bench.do(steps.propose, Candidate("Tea"))
    with pytest.raises(AskError, match="nothing was sent"):
        asked.send(bench.study, wish)
    assert model.received == []


def test_a_failed_call_is_in_the_log_too(model: Model, bench: Bench):
    asked = Asking(bench)
    model.status = 401
    for _ in range(3):
        asked.send(bench.study, approved(asked, bench, Wish(url=model.url, model="tiny")))
        assert "NOF1_LFM_KEY" in str(finished(asked).fault)
    outcomes = [call.outcome for call in bench.study.calls]
    assert outcomes == [
        f"{model.url} wants a key, or another one (401).",
        f"{model.url} wants a key, or another one (401). (call 2)",
        f"{model.url} wants a key, or another one (401). (call 3)",
    ]
    assert {call.received for call in bench.study.calls} == {""}


def test_a_form_that_is_refused_is_followed_by_a_plainer_one_that_is_shown_first(model: Model, bench: Bench):
    model.refuses = (b"json_schema", b"json_object")
    asked, wish = Asking(bench), Wish(url=model.url, model="tiny")
    for n, note in enumerate(("JSON instead", "words alone"), start=1):
        asked.send(bench.study, approved(asked, bench, wish))
        assert isinstance(finished(asked).fault, FormRefusedError)
        assert len(model.received) == n, "nothing is sent that was not approved"
        assert note in asked.preview(bench.study, wish).note
    asked.send(bench.study, approved(asked, bench, wish))
    assert finished(asked).fault is None
    assert b"response_format" not in model.received[-1]
    assert len(bench.study.calls) == 3


def test_a_call_can_be_stopped_and_one_at_a_time_is_enough(model: Model, bench: Bench):
    model.seconds = 30
    asked, wish = Asking(bench), Wish(url=model.url, model="tiny")
    asked.send(bench.study, approved(asked, bench, wish))
    with pytest.raises(AskError, match="One at a time"):
        asked.send(bench.study, approved(asked, bench, wish))
    asked.cancel()
    assert isinstance(finished(asked).fault, CancelledError)
    assert [call.outcome for call in bench.study.calls] == ["The question was stopped."]


def test_a_call_of_a_registered_study_is_no_amendment(model: Model, bench: Bench):
    bench.do(steps.register)
    asked = Asking(bench)
    asked.send(bench.study, approved(asked, bench, Wish(url=model.url, model="tiny")))
    assert finished(asked).fault is None
    assert bench.log.amendments == ()


def test_somebody_who_saved_meanwhile_does_not_take_the_call_out_of_the_log(model: Model, bench: Bench):
    asked = Asking(bench)
    wish = approved(asked, bench, Wish(url=model.url, model="tiny"))
    other = Bench(bench.shelf.open("sleep.nof1"), shelf=bench.shelf, name="sleep.nof1", engines=Idle())  # type: ignore[union-attr, arg-type]
    other.do(steps.rename, "Another title")
    asked.send(bench.study, wish)
    assert finished(asked).fault is None
    assert [link.step for link in bench.log.links][-2:] == ["rename", "ask"]


def test_a_bench_has_one_way_to_a_model(bench: Bench):
    assert asking_of(bench) is asking_of(bench)


def test_a_shared_shelf_asks_only_what_its_keeper_lists(
    model: Model, bench: Bench, monkeypatch: pytest.MonkeyPatch
):
    class Elsewhere:
        """A database, as several people share it."""

    bench.shelf = Elsewhere()  # type: ignore[assignment]
    off = Asking(bench)
    assert "off on this server" in str(off.obstacle)
    with pytest.raises(AskError, match="off on this server"):
        off.preview(bench.study, Wish(url=model.url, model="tiny"))
    monkeypatch.setenv("NOF1_LFM_ENDPOINTS", model.url)
    on = Asking(bench)
    assert (on.obstacle, list(on.presets)) == (None, [model.url])
    assert on.preview(bench.study, Wish(url=model.url, model="tiny"))


def test_a_key_is_never_what_a_page_or_a_file_holds(
    model: Model, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NOF1_LFM_KEY", CANARY)
    asked = Asking(bench)
    sheet = AskComponent(asked, bench.study)
    shown: list[str] = []
    for n, press in enumerate(("show", "send"), start=1):
        approve = (sheet.props["preview"] or {}).get("sha256", "")
        part = {
            "url": model.url,
            "model": "tiny",
            "topic": "",
            "private": False,
            "press": press,
            "approve": approve,
        }
        sheet.value = {"n": n, "part": part, "settled": True}
        shown.append(repr((sheet.props, sheet.value, sheet.fault)))
    assert finished(asked).fault is None
    sheet.show(bench.study)
    shown.append(repr((sheet.props, sheet.value, sheet.fault, vars(asked), asked.reply)))
    assert CANARY.encode() in model.received[0]
    assert "[the key from NOF1_LFM_KEY]" in shown[0]
    assert [each for each in shown if "canary" in each] == []
    assert [path for path in tmp_path.rglob("*") if path.is_file() and b"canary" in path.read_bytes()] == []


def test_a_hostile_answer_is_only_read(model: Model, bench: Bench):
    model.says(json.dumps(HOSTILE))
    asked = Asking(bench)
    before = bench.study
    asked.send(before, approved(asked, bench, Wish(url=model.url, model="tiny")))
    finished(asked)
    assert (bench.study.candidates, bench.study.priors) == (before.candidates, before.priors)
    assert asked.reply is not None
    (candidate,) = read_candidates(asked.reply.text).nouns
    assert candidate.rationale == INJECTION.replace("\u202e", "")
    (kept,) = [sourced(candidate, asked.reply)]
    assert kept.source is not None
    assert (kept.source.name, kept.source.sha256) == (f"tiny at {model.url}", bench.study.calls[-1].received)


def test_a_call_is_told_apart_from_the_very_same_one(model: Model, study: Study):
    call = call_of(request(model, study), None, AskError("No.", "Yes.", "Ask again."))
    log = new()
    for _ in range(12):
        log = log.do(steps.ask, told_apart(log.study, call), who="ann", at=next(WHEN))
    assert len({each.outcome for each in log.study.calls}) == 12
