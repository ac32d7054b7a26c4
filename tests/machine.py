"""Programs of the machine that tests drive: finds them, and installs what is missing where that is allowed."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    name: str
    commands: tuple[str, ...]  # the best one first
    packages: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()  # what the packages are where those are not to be had

    @property
    def path(self) -> str | None:
        return next((found for command in self.commands if (found := shutil.which(command))), None)

    @property
    def reason(self) -> str:
        """Why the tests that need it are not run, and the way out."""
        return f"{self.name} is not installed: apt-get install {' '.join(self.packages)}"


CHROMIUM = Program(
    "Chromium",  # without the windows, menus and profiles of the whole program a page costs two thirds, a new visitor one third
    ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"),
    ("chromium-headless-shell",),
    elsewhere=("chromium",),
)
LIBREOFFICE = Program(
    "LibreOffice", ("soffice", "libreoffice"), ("libreoffice-impress", "libreoffice-calc", "fonts-crosextra-carlito")
)
PROGRAMS = (CHROMIUM, LIBREOFFICE)


def set_up() -> None:
    """Install the missing programs as root of a Debian machine; otherwise say in one line what will not be run."""
    missing = [program for program in PROGRAMS if not program.path]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        install([package for program in missing for package in program.packages])
        if still := [program for program in missing if not program.path]:
            install([package for program in still for package in program.elsewhere or program.packages])
    for program in missing:
        if not program.path:
            sys.stdout.write(f"Some tests will not be run: {program.reason}\n")


def install(packages: list[str]) -> None:
    sys.stdout.write(f"installing {', '.join(packages)}\n")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    log = Path(os.environ.get("TMPDIR", "/tmp")) / "smm-apt.log"
    with log.open("ab") as out:
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(command, env=env, stdout=out, stderr=subprocess.STDOUT, check=False)


if __name__ == "__main__":
    set_up()
