#!/usr/bin/env python3
"""Horizon 2020 whole as a hub folder, for timing the whole job on real data.

usage: benches/h2020.py REFERENCE_DATA/cordis_h2020 OUT
In: the CORDIS extract (organisations, projects, participations). Out: stakeholders, events and participations as CSV
with a hub.toml. A participation lasts as long as its project; nothing is invented.
"""
import csv
import sys
from pathlib import Path

SECTORS = {"HES": "academia", "REC": "research", "PRC": "business", "PUB": "government", "OTH": "other"}


def rows(path):
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def write(path, header, lines):
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(header)
        out.writerows(lines)


source, out = map(Path, sys.argv[1:])
out.mkdir(parents=True, exist_ok=True)
write(
    out / "stakeholders.csv",
    ["id", "name", "kind", "sector", "city", "country"],
    (
        [r["org_id"], r["name"] or f"PIC {r['org_id']}", "organization", SECTORS[r["type"]], r["city"], r["country"]]
        for r in rows(source / "organisations.csv")
    ),
)
write(
    out / "events.csv",
    ["id", "name", "component", "start", "end"],
    (
        [r["project_id"], f"H2020 project {r['project_id']}", "other", r["start_date"], r["end_date"]]
        for r in rows(source / "projects.csv")
    ),
)
write(
    out / "participations.csv",
    ["stakeholder_id", "event_id", "role"],
    ([r["org_id"], r["project_id"], r["role"]] for r in rows(source / "participations.csv")),
)
(out / "hub.toml").write_text(
    '[hub]\nname = "Horizon 2020"\n\n[study]\n# the extract was taken in spring 2021: later starts are plans\n'
    "as_of = 2021-03-31\n",
    encoding="utf-8",
)
