"""The files of deploy/: held to their schemas, to each other, and to what makes them safe."""

from __future__ import annotations

import itertools
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from kubernetes_validate import latest_version, validate

from scripts import viewers
from tests.deployed import DEPLOY, ROOT, last_stage, variables
from tests.patience import SECONDS

NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
OBJECTS = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8")))
PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
PROCESSES = {name: service for name, service in COMPOSE["services"].items() if name != "nginx"}
PINNED = r"[a-z/.]+:\d+\.\d+\.\d+-[a-z]+(-[a-z]+)?@sha256:[0-9a-f]{64}"


def of_kind(kind: str) -> dict[str, Any]:
    """The objects of a kind by their names."""
    return {each["metadata"]["name"]: each for each in OBJECTS if each["kind"] == kind}


def pods() -> Iterator[dict[str, Any]]:
    """What runs in the cluster."""
    for each in (*of_kind("StatefulSet").values(), *of_kind("Deployment").values()):
        yield each["spec"]["template"]["spec"]


def run(*command: str) -> str:
    """What a command says; a test fails with it where it does not end well."""
    done = subprocess.run(  # noqa: S603 -- our own commands
        command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# Their schemas.


def test_the_image_has_no_fault_that_its_linter_knows() -> None:
    run(str(Path(sys.executable).parent / "hadolint"), "--failure-threshold", "style", "deploy/Dockerfile")


def test_compose_is_as_its_schema_says() -> None:
    schema = ("--builtin-schema", "vendor.compose-spec")
    run(sys.executable, "-m", "check_jsonschema", *schema, "deploy/compose.yaml")


@pytest.mark.parametrize("each", OBJECTS, ids=lambda each: f"{each['kind']} {each['metadata']['name']}")
def test_an_object_of_the_cluster_is_as_its_schema_says(each: dict[str, Any]) -> None:
    validate(each, latest_version(), strict=True)


def test_the_files_for_the_cluster_name_files_that_are_there() -> None:
    kustomization = yaml.safe_load((DEPLOY / "kustomization.yaml").read_text(encoding="utf-8"))
    (made,) = kustomization["configMapGenerator"]
    assert all((DEPLOY / name).is_file() for name in (*kustomization["resources"], *made["files"]))
    (nginx,) = of_kind("Deployment").values()
    (volume,) = (each for each in nginx["spec"]["template"]["spec"]["volumes"] if "configMap" in each)
    assert volume["configMap"]["name"] == made["name"]
    assert kustomization["namespace"] in of_kind("Namespace")


# Each other.


def test_every_list_has_the_same_processes() -> None:
    names = [f"process-{number}" for number in range(len(PROCESSES))]
    lists = re.findall(r"# each process\n((?:.*process-\d+.*\n)+)", NGINX)
    assert len(lists) == 4
    assert all(
        re.findall(r"(process-\d+)(?::8501 max|;$| \{)", each, re.MULTILINE) == names for each in lists
    )
    assert list(PROCESSES) == names
    assert [service["environment"]["PATHWAYS_PROCESS"] for service in PROCESSES.values()] == names
    nginx = COMPOSE["services"]["nginx"]
    addresses = {name: each["networks"]["inside"]["ipv4_address"] for name, each in PROCESSES.items()}
    assert nginx["extra_hosts"] == addresses
    assert list(nginx["depends_on"]) == names
    assert of_kind("StatefulSet")["process"]["spec"]["replicas"] == len(names)
    chosen = {name: each["spec"]["selector"] for name, each in of_kind("Service").items() if name in names}
    assert [chosen[name]["apps.kubernetes.io/pod-index"] for name in names] == [name[8:] for name in names]


def test_the_image_is_the_version_of_the_project_everywhere() -> None:
    version = re.findall(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    files = "".join(path.read_text("utf-8") for path in sorted(DEPLOY.iterdir()))
    assert set(re.findall(r"pathway-explorer:(\d[\w.]*)|newTag: (\S+)", files)) == {
        (*version, ""),
        ("", *version),
    }


def test_what_runs_is_held_still_by_a_digest() -> None:
    files = [(DEPLOY / name).read_text("utf-8") for name in ("Dockerfile", "compose.yaml", "kubernetes.yaml")]
    others = [re.findall(r"^FROM (\S+)|^ *image: ((?!pathway).+)$", each, re.MULTILINE) for each in files]
    found = ["".join(pair) for pair in itertools.chain(*others)]
    assert all(re.fullmatch(PINNED, image) for image in found), found
    assert len(set(found)) == 2
    assert len(found) == 4


def test_the_packages_of_the_image_are_those_of_the_lock_by_their_hashes() -> None:
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert "COPY requirements.lock /tmp/requirements.lock" in text
    assert "pip install --require-hashes --only-binary :all: -r /tmp/requirements.lock" in text


def test_what_is_copied_is_let_through_to_the_build() -> None:
    kept = {
        line[1:]
        for line in (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
        if "!" in line
    }
    copied = {
        shlex.split(value)[0] for word, value in last_stage() if word == "COPY" and "--from" not in value
    }
    assert kept == {*copied, "requirements.lock"}


# What makes them safe.


def test_the_image_runs_as_nobody_and_says_when_it_is_well() -> None:
    said = dict(last_stage())
    assert said["USER"] == "10001:10001"
    assert "/_stcore/health" in said["HEALTHCHECK"]
    assert json.loads(said["CMD"])[-1] == "scripts.serve:app"
    assert variables()["STREAMLIT_BROWSER_GATHER_USAGE_STATS"] == "false"
    assert not any(word == "RUN" for word, _ in last_stage())


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_service_writes_nowhere_and_has_no_rights_and_a_limit(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "cpus", "pids_limit"} <= set(service)
    assert [place.partition(":")[0] for place in service["tmpfs"]] == ["/tmp"]  # noqa: S108 -- a mount
    assert "privileged" not in service


def test_the_processes_have_no_way_out_and_no_way_in_but_nginx() -> None:
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert all(set(each["networks"]) == {"inside"} and "ports" not in each for each in PROCESSES.values())
    assert [port.rpartition(":")[0] for port in COMPOSE["services"]["nginx"]["ports"]] == ["127.0.0.1:8080"]


@pytest.mark.parametrize("pod", [*pods()], ids=lambda pod: pod["containers"][0]["name"])
def test_a_pod_writes_nowhere_and_has_no_rights_and_limits_and_probes(pod: dict[str, Any]) -> None:
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    (container,) = pod["containers"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert {"cpu", "memory"} <= set(container["resources"]["limits"])
    assert {"startupProbe", "readinessProbe", "livenessProbe"} <= set(container)


def test_in_the_cluster_the_app_hears_nginx_alone_and_asks_nobody() -> None:
    policies = {name: each["spec"] for name, each in of_kind("NetworkPolicy").items()}
    assert policies["nobody"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    process = policies["process"]
    assert set(process) == {"podSelector", "policyTypes", "ingress"}
    (rule,) = process["ingress"]
    assert rule["from"] == [{"podSelector": {"matchLabels": {"app.kubernetes.io/component": "nginx"}}}]


def test_a_service_of_the_cluster_finds_a_pod_by_its_labels() -> None:
    labels = [
        each["spec"]["template"]["metadata"]["labels"]["app.kubernetes.io/component"]
        for each in (*of_kind("StatefulSet").values(), *of_kind("Deployment").values())
    ]
    for each in (*of_kind("Service").values(), *of_kind("PodDisruptionBudget").values()):
        selector = each["spec"]["selector"]
        assert selector.get("matchLabels", selector)["app.kubernetes.io/component"] in labels


# How much is needed.


def test_the_tables_of_the_page_are_what_its_commands_print() -> None:
    commands = re.findall(r"^\.venv/bin/python -m scripts\.viewers (.+)$", PAGE, re.MULTILINE)
    tables = re.findall(r"^\| viewers at once .+\n(?:\|.+\n)+", PAGE, re.MULTILINE)
    assert len(commands) == len(tables) == 1
    for command, table in zip(commands, tables, strict=True):
        assert run(sys.executable, "-m", "scripts.viewers", *shlex.split(command)) == table


def test_more_viewers_need_what_the_arithmetic_by_hand_says() -> None:
    measured = viewers.Measured(milliseconds=100, thinking=10, busy=0.5, rest=200, each=2)
    assert viewers.viewers_of_one(measured) == 50
    assert viewers.needs(50, measured) == (1, 0.5, 0.3)
    assert viewers.needs(51, measured)[0] == 2
