"""`nof1-lab ask`: a question to copy, then what would leave, then the answer to what was approved."""

import json
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from apps.conftest import CANDIDATE
from apps.model import ANSWER, Model, serving
from apps.terminal import Said, Terminal

from nof1_lab.apps import command_ask, lfm
from nof1_lab.study.file import load

CANARY = "sk-canary-0123456789abcdefghij"


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NOF1_LFM_KEY", "NOF1_LFM_ENDPOINTS", "JUPYTERHUB_USER", "JUPYTERHUB_SERVICE_PREFIX"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as found:
        yield found


class Person:
    """Somebody who looks first, and then approves."""

    def __init__(self, terminal: Terminal, study: Path, model: Model) -> None:
        self.terminal, self.study = terminal, study
        self.words = ["ask", study, "--url", model.url, "--model", "tiny"]

    def look(self, *more: str) -> dict[str, Any]:
        return self.terminal.done(*self.words, *more)["leaving"]

    def approve(self, *more: str, form: str = "schema", topic: str = "") -> Said:
        same = ["--form", form, "--topic", topic, *(word for word in more if word.startswith("--key"))]
        sha256 = self.look(*same)["sha256"]
        return self.terminal.run(
            *self.words, "--form", form, "--topic", topic, "--approve", sha256, *more, "--json"
        )

    @property
    def log(self) -> Any:
        return load(self.study.read_bytes())


@pytest.fixture
def person(terminal: Terminal, begun: Path, model: Model) -> Person:
    return Person(terminal, begun, model)


def test_without_an_endpoint_there_is_a_question_to_copy(terminal: Terminal, begun: Path):
    before = begun.read_bytes()
    said = terminal.done("ask", begun, "--topic", "falling asleep")
    assert 'Measured every day: "sleep"' in said["question"]
    assert "falling asleep" in said["question"]
    assert said["question"] in terminal.run("ask", begun, "--topic", "falling asleep").out
    assert begun.read_bytes() == before


def test_the_prompt_alone_is_had_with_an_endpoint_too(person: Person, model: Model):
    assert "question" in person.terminal.done(*person.words, "--prompt", "--approve", "0" * 64)
    assert model.received == []


def test_looking_sends_nothing_and_changes_nothing(person: Person, model: Model):
    before = person.study.read_bytes()
    leaving = person.look()
    assert leaving == person.look("--show", "--approve", leaving["sha256"])
    words = person.terminal.run(*person.words).out
    assert leaving["text"].replace("\r\n", "\n") in words
    assert f"--approve {leaving['sha256']}" in words
    assert (model.received, person.study.read_bytes()) == ([], before)


def test_what_is_approved_is_sent_and_its_answer_is_only_shown(person: Person, model: Model):
    text = person.look()["text"]
    said = person.approve()
    assert (said.code, said.err) == (0, "")
    assert [f"{model.url}/chat/completions\n\n{each.decode()}" for each in model.received] == [text]
    assert json.loads(said.json["answer"]) == ANSWER
    assert [each["name"] for each in said.json["candidates"]] == ["Melatonin 0.5 mg", "Morning light"]
    assert said.json["accepted"] == []
    assert person.log.study.candidates == ()
    (link,) = person.log.links[1:]
    assert (link.step, link.who, link.arguments["call"]) == ("ask", "ann", said.json["call"])


def test_what_is_accepted_by_name_keeps_where_it_came_from(person: Person, model: Model):
    said = person.approve("--accept", "Morning light")
    assert said.json["accepted"] == ["Morning light"]
    (candidate,) = person.log.study.candidates
    assert candidate.source.name == f"tiny at {model.url}"
    assert candidate.source.sha256 == said.json["call"]["received"] == person.log.study.calls[0].received


def test_another_approval_sends_nothing(person: Person, model: Model):
    sha256 = person.look("--topic", "sleep")["sha256"]
    said = person.terminal.run(*person.words, "--approve", sha256)
    assert (said.code, "nothing was sent" in said.err) == (1, True)
    assert (model.received, person.log.study.calls) == ([], ())


def test_a_study_that_moved_on_is_approved_anew(person: Person, model: Model):
    sha256 = person.look()["sha256"]
    person.terminal.done("propose", person.study, "-", "--accept", "all", stdin=CANDIDATE)
    assert person.terminal.run(*person.words, "--approve", sha256).code == 1
    assert model.received == []


def test_an_answer_that_cannot_be_read_is_not_lost(person: Person, model: Model):
    model.says("I cannot help with that.")
    said = person.approve()
    assert said.code == 1
    assert said.json["answer"] == "I cannot help with that."
    assert said.json["error"]["remedy"] in said.err
    assert [call.outcome for call in person.log.study.calls] == ["answered"]


def test_an_answer_is_kept_in_a_new_file_for_its_owner_alone(person: Person, model: Model, tmp_path: Path):
    answer = tmp_path / "answer.json"
    assert person.approve("--save", str(answer)).code == 0
    assert json.loads(answer.read_text()) == ANSWER
    assert stat.S_IMODE(answer.stat().st_mode) == 0o600
    said = person.approve("--save", str(answer))
    assert (said.code, "nothing was sent" in said.err) == (1, True)
    assert len(model.received) == 1
    kept = person.terminal.done("propose", person.study, answer, "--accept", "Morning light")
    assert kept["accepted"] == ["Morning light"]


def test_a_plainer_form_is_looked_at_first(person: Person, model: Model):
    model.refuses = (b"json_schema",)
    said = person.approve()
    assert (said.code, "Look at --form object" in said.err) == (1, True)
    assert len(model.received) == 1
    assert person.approve(form="object").code == 0
    assert [call.received != "" for call in person.log.study.calls] == [False, True]


@pytest.mark.parametrize(
    ("status", "remedy"), [(401, "NOF1_LFM_KEY"), (404, "ollama pull tiny"), (429, "Wait")]
)
def test_a_refused_call_is_told_and_logged(person: Person, model: Model, status: int, remedy: str):
    model.status = status
    said = person.approve()
    assert (said.code, remedy in said.err) == (1, True)
    (call,) = person.log.study.calls
    assert (call.received, str(status) in call.outcome) == ("", True)


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["--url", "http://127.0.0.1:1/v1"], "Add --model"),
        (["--model", "tiny"], "Give the address"),
        (["--url", "http://192.168.1.7/v1", "--model", "tiny"], "Use https"),
        (["--url", "https://192.168.1.7/v1", "--model", "tiny"], "--allow-private"),
        (["--url", "https://169.254.169.254/v1", "--model", "tiny", "--allow-private"], "Choose another"),
        (["--url", "http://127.0.0.1:1/v1", "--model", "tiny", "--key-env", CANARY], "leave the option out"),
        (["--topic", "x" * 3000], "in a few sentences"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_shown(
    terminal: Terminal, begun: Path, words: list[str], remedy: str
):
    said = terminal.run("ask", begun, *words)
    assert (said.code, remedy in said.err) == (1, True)
    assert "canary" not in said.err


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "1e9"])
def test_a_time_that_nobody_waits_is_refused(person: Person, model: Model, seconds: str):
    said = person.approve("--seconds", seconds)
    assert (said.code, "nothing was sent" in said.err) == (1, True)
    assert model.received == []


def test_an_endpoint_that_never_answers_is_given_up(person: Person, model: Model):
    model.seconds = 30
    said = person.approve("--seconds", "1")
    assert (said.code, "has not answered in 1 s" in said.err) == (1, True)
    assert model.is_left.wait(5)


def test_a_registered_study_takes_candidates_only_for_a_reason(
    terminal: Terminal, planned: Path, model: Model
):
    terminal.done("register", planned)
    person = Person(terminal, planned, model)
    said = person.approve("--accept", "all")
    assert (said.code, "nothing was sent" in said.err) == (1, True)
    assert model.received == []
    assert person.approve("--accept", "all", "--why", "A new idea.").code == 0
    assert [link.why for link in person.log.links[-2:]] == ["A new idea."] * 2


def test_without_the_extra_the_command_says_how_to_get_it(
    person: Person, model: Model, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lfm, "find_spec", lambda _: None)
    said = person.approve()
    assert (said.code, "nof1-lab[lfm]" in said.err) == (1, True)
    assert "question" in person.terminal.done("ask", person.study)


def test_on_a_hub_nothing_is_asked(person: Person, model: Model, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JUPYTERHUB_USER", "ann")
    said = person.terminal.run(*person.words)
    assert (said.code, "off on this server" in said.err) == (1, True)
    monkeypatch.setenv("NOF1_LFM_ENDPOINTS", model.url)
    assert person.approve().code == 0


# The key.


def test_a_key_leaves_and_stays_nowhere(person: Person, model: Model, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MY_KEY", CANARY)
    said = person.approve("--key-env=MY_KEY", "--accept", "all")
    shown = person.look("--key-env=MY_KEY")["text"]
    assert f"Bearer {CANARY}".encode() in model.received[0]
    assert "Authorization: Bearer [the key from MY_KEY]" in shown
    folder = person.study.parent
    kept = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert [each for each in [said.out, said.err, shown] if "canary" in each] == []
    assert [each for each in kept if b"canary" in each] == []


def test_a_key_may_be_typed_for_one_call(person: Person, model: Model, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(command_ask, "getpass", lambda *_, **__: CANARY)
    assert person.approve("--key").code == 0
    assert f"Bearer {CANARY}".encode() in model.received[0]


@pytest.mark.parametrize("status", [401, 500])
def test_a_failure_does_not_tell_the_key(
    person: Person, model: Model, monkeypatch: pytest.MonkeyPatch, status: int
):
    monkeypatch.setenv("NOF1_LFM_KEY", CANARY)
    monkeypatch.setenv("NOF1_DEBUG", "1")
    model.status, model.body = status, json.dumps({"error": f"bad key {CANARY}"}).encode()
    said = person.approve()
    assert said.code == 1
    assert "canary" not in said.out + said.err + person.study.read_text()


@pytest.mark.slow
def test_ctrl_c_stops_a_call_and_the_log_tells(person: Person, model: Model):
    model.seconds = 60
    sha256 = person.look()["sha256"]
    # A recipe that runs behind a shell is deaf to Ctrl-C, and so would be its children.
    heard = ["env", "--default-signal=INT"]
    command = [sys.executable, "-m", "nof1_lab.apps.cli", *map(str, person.words), "--approve", sha256]
    asking = subprocess.Popen([*heard, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for _ in range(600):
        if model.received:
            break
        time.sleep(0.05)
    threading.Timer(0.2, asking.send_signal, [signal.SIGINT]).start()
    _, err = asking.communicate(timeout=30)
    assert (asking.returncode, "was stopped" in err, "Traceback" in err) == (1, True, False)
    assert model.is_left.wait(5)
    assert [call.outcome for call in person.log.study.calls] == ["The question was stopped."]
