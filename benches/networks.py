"""The networks on which hubscope and its peers are measured.

Synthetic hubs come from `hubscope synth --seed 7`; ca-GrQc, ca-CondMat and Horizon 2020 are found through
HUBSCOPE_REFERENCE_DATA and left out, with a word, where it is not set. Each network is a folder: what hubscope reads,
and `edges.npy`, `strengths.npy` for the others, written by hubscope's own bench so that all see the same ties.
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy
import pandas


@dataclass(frozen=True)
class Network:
    """One network, once for hubscope (its arguments) and once for the others (arrays in a folder)."""

    name: str
    folder: Path
    kernel_arguments: tuple[str, ...]

    def exists(self):
        return (self.folder / "edges.npy").exists()

    def load(self):
        """Ends of each tie, strengths, number of nodes."""
        edges = numpy.load(self.folder / "edges.npy")
        strengths = numpy.load(self.folder / "strengths.npy")
        size = json.loads((self.folder / "size.json").read_text())
        return edges, strengths, size["nodes"]


class Networks:
    """Makes networks in a work folder, each once."""

    def __init__(self, work, binary, kernels):
        self.work, self.binary, self.kernels = Path(work), binary, kernels
        reference = os.environ.get("HUBSCOPE_REFERENCE_DATA")
        self.reference = Path(reference) if reference else None
        self.left_out = []

    def get(self, name):
        """A network by name, or None where its data are not at hand."""
        makers = {
            "S projection": lambda: self._layer(name, self.synthetic("S"), "participations"),
            "S partnerships": lambda: self._layer(name, self.synthetic("S"), "partnerships"),
            "ca-GrQc": lambda: self._collaboration(name),
            "ca-CondMat": lambda: self._collaboration(name),
            # without dates, so that projects which start after the extract count, too
            "H2020": lambda: self._layer(name, self.attendance_alone(self.horizon()), "participations"),
        }
        return makers[name]()

    def synthetic(self, size):
        """The hub folder of a synthetic hub."""
        folder = self.work / f"hub-{size}"
        if not folder.exists():
            command = [self.binary, "synth", "--size", size, "--seed", "7", "--out", folder]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return folder

    def attendance_alone(self, hub):
        """A hub folder of one table: the file that the others read, too."""
        if hub is None:
            return None
        folder = hub.with_name(hub.name + "-attendance")
        if not folder.exists():
            folder.mkdir()
            rows = pandas.read_csv(hub / "participations.csv", usecols=["stakeholder_id", "event_id"], dtype=str)
            rows.to_csv(folder / "participations.csv", index=False)
        return folder

    def horizon(self):
        """Horizon 2020 as a hub folder: projects are events, grant agreements lead from the coordinator."""
        if self._missing("H2020"):
            return None
        folder = self.work / "hub-H2020"
        if not folder.exists():
            _write_horizon(self.reference / "cordis_h2020", folder)
        return folder

    def _missing(self, name):
        if self.reference is None and name not in self.left_out:
            self.left_out.append(name)
        return self.reference is None

    def _layer(self, name, hub, layer):
        if hub is None:
            return None
        return self._exported(name, ("--hub", str(hub), "--layer", layer, "--level", "person"))

    def _collaboration(self, name):
        if self._missing(name):
            return None
        file = self.work / f"{name}.txt"
        if not file.exists():
            _write_collaboration(self.reference / "bench" / f"{name}.txt", file)
        return self._exported(name, ("--edges", str(file)))

    def _exported(self, name, arguments):
        folder = self.work / name.replace(" ", "-")
        network = Network(name, folder, arguments)
        if not network.exists():
            folder.mkdir(exist_ok=True)
            text = folder / "edges.txt"
            command = [self.kernels, *arguments, "--write-edges", text]
            size = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            table = pandas.read_csv(text, sep=" ", header=None, names=["one", "other", "strength"])
            numpy.save(folder / "strengths.npy", table["strength"].to_numpy())
            (folder / "size.json").write_text(size)
            numpy.save(folder / "edges.npy", table[["one", "other"]].to_numpy(dtype=numpy.int64))
            text.unlink()
        return network


def _write_collaboration(source, target):
    """SNAP's lists without loops, each pair once, nodes renumbered in the order of their names."""
    pairs = set()
    for line in source.read_text().splitlines():
        words = line.split()
        if len(words) == 3 and words[0] != words[1]:
            one, other = int(words[0]), int(words[1])
            pairs.add((min(one, other), max(one, other)))
    place = {name: at for at, name in enumerate(sorted({end for pair in pairs for end in pair}))}
    target.write_text("".join(f"{place[one]} {place[other]}\n" for one, other in sorted(pairs)))


SECTORS = {"HES": "academia", "REC": "research", "PRC": "business", "PUB": "government", "OTH": "civil_society"}
ROLES = {"coordinator": "host", "participant": "participant", "partner": "partner"}


def _write_horizon(source, folder):
    """As the real hubs beside the extract are made: an extract of spring 2021, later starts are plans."""
    organisations = pandas.read_csv(source / "organisations.csv", dtype=str)
    projects = pandas.read_csv(source / "projects.csv", dtype=str)
    rows = pandas.read_csv(source / "participations.csv", dtype=str).merge(
        projects[["project_id", "start_date", "end_date"]], on="project_id", how="left"
    )
    folder.mkdir()

    stakeholders = pandas.DataFrame({
        "id": organisations["org_id"],
        "name": organisations["name"].fillna("PIC " + organisations["org_id"]),
        "kind": "organization",
        "sector": organisations["type"].map(SECTORS),
        "country": organisations["country"],
    })
    stakeholders.to_csv(folder / "stakeholders.csv", index=False)
    events = pandas.DataFrame({
        "id": projects["project_id"],
        "name": "H2020 project " + projects["project_id"],
        "component": "other",
        "start": projects["start_date"],
        "end": projects["end_date"],
    })
    events.to_csv(folder / "events.csv", index=False)
    attendance = pandas.DataFrame({
        "stakeholder_id": rows["org_id"],
        "event_id": rows["project_id"],
        "date": rows["start_date"],
        "role": rows["role"].map(ROLES),
    })
    attendance.to_csv(folder / "participations.csv", index=False)

    leads = rows[rows["role"] == "coordinator"][["project_id", "org_id"]].drop_duplicates("project_id")
    ties = rows.merge(leads.rename(columns={"org_id": "lead"}), on="project_id")
    ties = ties[ties["org_id"] != ties["lead"]]
    agreements = pandas.DataFrame({
        "id": ties["project_id"] + "-" + ties["org_id"],
        "source": ties["lead"],
        "target": ties["org_id"],
        "kind": "grant_agreement",
        "start": ties["start_date"],
        "end": ties["end_date"],
        "amount": ties["ec_contribution"],
        "currency": ties["ec_contribution"].notna().map({True: "EUR", False: ""}),
    })
    agreements.to_csv(folder / "partnerships.csv", index=False)
    (folder / "hub.toml").write_text(
        '[hub]\nname = "Horizon 2020"\n\n[study]\nas_of = 2021-03-31\n\n'
        '[network]\n# each agreement is the project that is also the event\nlayer = "participations"\n'
    )
