"""Where a model may be asked: this machine, or the open internet over https."""

import ipaddress
import socket
from typing import Any

import pytest

from nof1_lab.apps import endpoint
from nof1_lab.apps.endpoint import PRESETS, Policy, parsed, policy, require_allowed, resolved
from nof1_lab.errors import AskError

HERE = "http://127.0.0.1:11434/v1"


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What names stand for; a name that is not in here stands for nothing. Every look-up is counted."""
    known: dict[str, list[str]] = {}

    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        known.setdefault("looked up", []).append(host)
        if host not in known:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in known[host]]

    monkeypatch.setattr(endpoint.socket, "getaddrinfo", look_up)
    return known


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        (HERE, "http://127.0.0.1:11434/v1/chat/completions"),
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1/chat/completions"),
        (" http://localhost:8080/v1/ ", "http://localhost:8080/v1/chat/completions"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1/chat/completions"),
        (
            "HTTPS://Models.Example.org/api/v1/chat/completions",
            "https://models.example.org/api/v1/chat/completions",
        ),
        ("https://models.example.org:8443/v1", "https://models.example.org:8443/v1/chat/completions"),
        ("http://t/v1", "http://t/v1/chat/completions"),
    ],
)
def test_an_address_is_read_as_people_write_it(typed: str, url: str):
    assert parsed(typed).url == url


def test_every_preset_is_on_this_machine():
    for url in PRESETS.values():
        require_allowed(parsed(url), may_be_private=False)
        assert parsed(url).base == url


@pytest.mark.parametrize(
    "typed",
    [
        "127.0.0.1:11434", "ollama", "ftp://127.0.0.1/v1", "file:///v1", "http://", "http:///v1", "http://a:b:c/v1",
        "http://127.0.0.1:99999/v1", "http://exa mple.org/v1", "https://ex\u0430mple.org/v1", "http://[::1/v1",
        "https://models.example.org/v1\r\nX-Evil: 1", "https://models.example.org/" + "a" * 500,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str):
    with pytest.raises(AskError, match="Copy the address"):
        parsed(typed)


def test_an_empty_address_says_what_to_do_instead():
    with pytest.raises(AskError, match="copy the question into a chat"):
        parsed(" ")


@pytest.mark.parametrize(
    "typed", ["https://ann:hunter2@example.org/v1", "https://example.org/v1?key=hunter2"]
)
def test_a_secret_in_an_address_is_refused_and_not_repeated(typed: str):
    with pytest.raises(AskError, match="NOF1_LFM_KEY") as refused:
        parsed(typed)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    "typed", ["http://models.example.org/v1", "http://192.168.1.7:11434/v1", "http://[fe80::1]/v1"]
)
@pytest.mark.parametrize("may_be_private", [False, True])
def test_nothing_crosses_a_network_unencrypted(typed: str, may_be_private: bool):
    with pytest.raises(AskError, match="Use https, or a tunnel"):
        require_allowed(parsed(typed), may_be_private=may_be_private)


NOWHERE = ".".join("0000")
NEVER = [
    "169.254.169.254", "169.254.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254",
    NOWHERE, "::", "224.0.0.1", "255.255.255.255", "127.0.0.1", "::1", "::ffff:169.254.169.254",
    "::ffff:127.0.0.1", "2002:a9fe:a9fe::1", "64:ff9b::169.254.169.254", "::169.254.169.254",
    "64:ff9b::7f00:1", "fe80::1", "fe80::1%eth0",
]  # fmt: skip
PRIVATE = [
    "10.0.0.1",
    "172.16.3.4",
    "192.168.1.7",
    "100.64.0.1",
    "fd12:3456::1",
    "::ffff:10.0.0.1",
    "198.18.0.1",
]
OPEN = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"]


@pytest.mark.parametrize("found", NEVER)
@pytest.mark.parametrize("may_be_private", [False, True])
def test_the_services_of_a_cloud_and_this_machine_are_never_behind_a_name(
    names: dict[str, list[str]], found: str, may_be_private: bool
):
    names["models.example.org"] = ["93.184.216.34", found]
    with pytest.raises(AskError, match="Choose another"):
        resolved(parsed("https://models.example.org/v1"), may_be_private=may_be_private)


@pytest.mark.parametrize("found", PRIVATE)
def test_a_private_network_is_asked_only_when_a_person_allows_it(names: dict[str, list[str]], found: str):
    names["models.example.org"] = [found]
    with pytest.raises(AskError, match="--allow-private"):
        resolved(parsed("https://models.example.org/v1"), may_be_private=False)
    assert resolved(parsed("https://models.example.org/v1"), may_be_private=True)


@pytest.mark.parametrize("found", OPEN)
def test_the_open_internet_may_be_asked(names: dict[str, list[str]], found: str):
    names["models.example.org"] = [found]
    assert resolved(parsed("https://models.example.org/v1"), may_be_private=False) == (
        ipaddress.ip_address(found),
    )


@pytest.mark.parametrize("host", ["169.254.169.254", "[fd00:ec2::254]", "[::ffff:169.254.169.254]", NOWHERE])
def test_a_bad_address_is_refused_without_looking_anything_up(names: dict[str, list[str]], host: str):
    with pytest.raises(AskError):
        require_allowed(parsed(f"https://{host}/v1"), may_be_private=True)
    assert names == {}


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1"])
def test_an_address_in_disguise_is_no_way_around(names: dict[str, list[str]], host: str):
    names[host] = ["127.0.0.1"]
    for scheme in ("http", "https"):
        with pytest.raises(AskError):
            resolved(parsed(f"{scheme}://{host}/v1"), may_be_private=True)


def test_localhost_is_this_machine_or_nothing(names: dict[str, list[str]]):
    names["localhost"] = ["127.0.0.1", "::1"]
    assert len(resolved(parsed("http://localhost:11434/v1"), may_be_private=False)) == 2
    names["localhost"] = ["10.0.0.1"]
    with pytest.raises(AskError, match="is not this machine"):
        resolved(parsed("http://localhost:11434/v1"), may_be_private=True)


def test_a_name_is_looked_up_once(names: dict[str, list[str]]):
    names["models.example.org"] = ["93.184.216.34"]
    resolved(parsed("https://models.example.org/v1"), may_be_private=False)
    assert names["looked up"] == ["models.example.org"]


def test_a_name_that_nobody_has_is_said(names: dict[str, list[str]]):
    with pytest.raises(AskError, match="Check the address and the network"):
        resolved(parsed("https://nowhere.example.org/v1"), may_be_private=False)


# Shared servers.


def test_on_a_desktop_a_person_chooses():
    assert policy(environment={}) == Policy(None)
    policy(environment={}).require(parsed(HERE))


@pytest.mark.parametrize(
    "environment", [{"JUPYTERHUB_USER": "ann"}, {"JUPYTERHUB_SERVICE_PREFIX": "/user/ann/"}]
)
def test_on_a_hub_asking_is_off(environment: dict[str, str]):
    with pytest.raises(AskError, match="off on this server"):
        policy(environment=environment).require(parsed(HERE))


def test_on_a_shared_server_only_what_its_keeper_lists_is_asked():
    assert policy(is_shared=True, environment={}) == Policy(())
    rules = policy(
        is_shared=True, environment={"NOF1_LFM_ENDPOINTS": f"{HERE}/, https://models.example.org/v1"}
    )
    rules.require(parsed(HERE))
    with pytest.raises(AskError, match="add it to NOF1_LFM_ENDPOINTS"):
        rules.require(parsed("https://evil.example.org/v1"))


@pytest.mark.parametrize("listed", ["", "off"])
def test_a_keeper_may_turn_it_off_anywhere(listed: str):
    with pytest.raises(AskError, match="off on this server"):
        policy(environment={"NOF1_LFM_ENDPOINTS": listed}).require_some()
