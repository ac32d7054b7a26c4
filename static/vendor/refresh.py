"""Brings the front-end packages into the tree again: `python static/vendor/refresh.py`; needs npm, the product itself does not."""

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = {
    "bootstrap@5.3.9": ["LICENSE", "dist/css/bootstrap.min.css", "dist/js/bootstrap.bundle.min.js"],
    "echarts@6.1.0": ["LICENSE", "NOTICE", "licenses/LICENSE-d3", "dist/echarts.min.js", "i18n/langRU.js"],
    "@fontsource-variable/onest@5.3.1": [
        "LICENSE",
        "files/onest-cyrillic-ext-wght-normal.woff2",
        "files/onest-cyrillic-wght-normal.woff2",
        "files/onest-latin-ext-wght-normal.woff2",
        "files/onest-latin-wght-normal.woff2",
    ],
}


def main() -> None:
    for package, names in PACKAGES.items():
        unpack(package, names)
    files = sorted(f for f in HERE.glob("*/*") if f.is_file())
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(HERE).as_posix()}" for f in files]
    (HERE / "SHA256SUMS").write_text("\n".join(lines) + "\n")


def unpack(package: str, names: list[str]) -> None:
    """Put the named files of one package, without its folders, into `<name>-<version>/`."""
    name, version = package.rsplit("@", 1)
    target = HERE / f"{name.rsplit('/', 1)[-1]}-{version}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            for path in names:
                content = archive.extractfile(f"package/{path}").read()
                (target / Path(path).name).write_bytes(without_source_map(content))


def without_source_map(content: bytes) -> bytes:
    """The reference to a source map would be a request for a file that is not here."""
    lines = content.split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith((b"//# sourceMappingURL", b"/*# sourceMappingURL")))


if __name__ == "__main__":
    main()
