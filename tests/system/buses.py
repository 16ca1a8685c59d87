"""Session buses of our own, with a real Secret Service, with none, or with one that hangs."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.system.people import PATIENCE, ROOT

REAL = 'printf "%s\\n" "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets'
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=%s</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Login:
    """One person's session: a home, and a bus that ends with the command that is run on it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        runtime = home / "run"
        runtime.mkdir(mode=0o700)
        self._config = home / "bus.conf"
        self._config.write_text(_BUS % home, encoding="utf-8")
        self._surroundings = {
            "HOME": str(home),
            "KEYRING_PASSWORD": "a password of the login",
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(runtime),
        }

    def act_with_keyring(self, act: str, **facts: object) -> dict[str, object]:
        """An act of `keyring_acts`, or `module.name`, beside an unlocked gnome-keyring."""
        script = f'{REAL} >/dev/null && exec "$@"'
        return self._act(act, facts, "dbus-run-session", "--", "bash", "-c", script, "keyring")

    def act_on_an_empty_bus(self, act: str, **facts: object) -> dict[str, object]:
        """The same on a bus where nobody offers secrets, and nobody can be started to."""
        return self._act(act, facts, "dbus-run-session", f"--config-file={self._config}", "--")

    def act_without_a_bus(self, act: str) -> dict[str, object]:
        return self._act(act, {})

    def _act(self, act: str, facts: Mapping[str, object], *before: str) -> dict[str, object]:
        name = act if "." in act else f"keyring_acts.{act}"
        given = json.dumps(facts, default=str)
        words = [*before, sys.executable, "-m", "tests.system.acting", name, given]
        done = subprocess.run(
            words,
            capture_output=True,
            text=True,
            env=self._surroundings,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])["answer"]
