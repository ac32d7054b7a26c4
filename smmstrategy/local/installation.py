"""Makes .venv and installs the pinned requirements; runs on any Python 3 with nothing installed.

`python3 smmstrategy/local/installation.py requirements.txt [requirements-dev.txt]` does nothing when it was done before.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
VENV = PROJECT / ".venv"
WANTED = (3, 11)
SENTENCES = {
    "old": (
        "SMM Strategy needs Python 3.11 or newer, and {found} was found: install one, or name it: make PYTHON=/path/to/python3.11",
        "Нужен Python 3.11 или новее, а найден {found}: установите его или укажите путь: make PYTHON=/путь/к/python3.11",
    ),
    "venv": (
        "Python cannot make a virtual environment ({reason}): Debian and Ubuntu need apt-get install python3-venv",
        "Python не может создать виртуальное окружение ({reason}): в Debian и Ubuntu нужно apt-get install python3-venv",
    ),
    "pip": (
        "The requirements could not be installed ({reason}): check the Internet, the proxy and the disk, and try again.",
        "Зависимости не установились ({reason}): проверьте интернет, прокси и место на диске и повторите.",
    ),
    "disk": (
        "The set-up in {folder} met a fault of the disk ({reason}): make room, or take the right to write there, and run it again.",
        "Установке в {folder} помешал диск ({reason}): освободите место или дайте себе право на запись и запустите ещё раз.",
    ),
    "stopped": ("Stopped before the set-up was finished; run it again.", "Остановлено до конца установки; запустите ещё раз."),
    "turn step": ("another set-up of this folder is under way; waiting", "в этой папке уже идёт установка; жду"),
    "venv step": ("making .venv", "создаю .venv"),
    "pip step": ("installing {files} (a few minutes the first time)", "устанавливаю {files} (в первый раз — несколько минут)"),
}


def language():
    """«ru» when the terminal is Russian, otherwise «en»: the first of these in LANGUAGE, where the locale is not C."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    wished = locale if locale in ("C", "POSIX") else os.environ.get("LANGUAGE") or locale
    return next((one[:2] for one in wished.lower().split(":") if one[:2] in ("ru", "en")), "en")


def say(sentence, **values):
    return SENTENCES[sentence][language() == "ru"].format(**values)


def fitting_python():
    """This Python if it is new enough, else another one on the path."""
    if sys.version_info >= WANTED:
        return sys.executable
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    names = {path.name for folder in folders if folder for path in Path(folder).glob("python3.*")}
    versions = sorted(int(name[len("python3.") :]) for name in names if re.match(r"python3\.[0-9]+$", name))
    others = [shutil.which(f"python3.{version}") for version in versions if (3, version) >= WANTED]
    found = next((path for path in others if path), None)
    if found is None:
        sys.exit(say("old", found="Python " + ".".join(map(str, sys.version_info[:2]))))
    return found


def run(sentence, command):
    """Run a step; end with a sentence that carries its last words when it fails."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        sys.exit(say(sentence, reason=(done.stdout.decode(errors="replace").strip().splitlines() or ["?"])[-1]))


def tell(sentence, **values):
    sys.stdout.write(say(sentence, **values) + "\n")
    sys.stdout.flush()


def take_turns():
    """One set-up of a folder at a time: two would write into the same .venv. The answer holds the lock while it lives."""
    lock = open(PROJECT / ".venv.lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        tell("turn step")
        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def installed(stamp):
    """The hashes of what was installed before; a stamp that cannot be read counts as none."""
    try:
        return dict(json.loads(stamp.read_text()))
    except (OSError, ValueError, TypeError):
        return {}


def keep(stamp, done):
    """Write the stamp whole or not at all."""
    beside = stamp.with_suffix(".half")
    beside.write_text(json.dumps(done))
    beside.replace(stamp)


def forget_halves():
    """A package that was cut off on its way in has no RECORD: pip would take it for installed."""
    for about in VENV.glob("lib/python3*/site-packages/*.dist-info"):
        if not (about / "RECORD").exists():
            shutil.rmtree(str(about))


def main(files):
    turn = take_turns()  # noqa: F841  kept until the end
    stamp = VENV / "installed.json"
    done = installed(stamp)
    wanted = {name: hashlib.sha256((PROJECT / name).read_bytes()).hexdigest() for name in files}
    if wanted.items() <= done.items():
        return
    if not all((VENV / "bin" / name).exists() for name in ("python", "pip")):
        tell("venv step")
        run("venv", [fitting_python(), "-m", "venv", "--clear", VENV])
    forget_halves()
    tell("pip step", files=", ".join(files))
    flags = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    listed = [part for name in files for part in ("-r", PROJECT / name)]
    run("pip", [VENV / "bin" / "python", "-m", "pip", "install", *flags, *listed])
    keep(stamp, {**done, **wanted})


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("\n" + say("stopped"))
    except OSError as fault:
        sys.exit(say("disk", folder=PROJECT, reason=": ".join(str(one) for one in (fault.filename, fault.strerror) if one)))
