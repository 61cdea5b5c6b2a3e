//! The tables of continuity: the network without each subject, and how it shrinks as the best connected leave. Persons
//! stand in the private one alone.

use crate::analysis::Analysis;
use crate::analysis::naming::Naming;
use crate::findings::continuity::{Continuity, Loss, Splits, Subject};
use crate::messages::{Arg, Messages};
use crate::network::{Layer, Place, Roster};
use crate::records::{HubRecords, RecordId};
use crate::time::Window;

use super::{Cell, Table, joined};

/// Bodies of an administration that its name lists.
const BODIES_NAMED: usize = 2;

/// Who and what a table of losses speaks of.
#[derive(Clone, Copy)]
pub struct LossesOf<'a> {
    /// What the hub wrote down.
    pub records: &'a HubRecords,
    /// Everyone who can be a node.
    pub roster: &'a Roster,
    /// The window.
    pub window: &'a Window,
    /// How everyone is written.
    pub naming: &'a Naming,
    /// In which language.
    pub messages: &'a Messages,
}

impl<'a> LossesOf<'a> {
    /// Those of an analysis.
    #[must_use]
    pub fn analysis(analysis: &'a Analysis, naming: &'a Naming, messages: &'a Messages) -> Self {
        Self {
            records: &analysis.records,
            roster: &analysis.roster,
            window: &analysis.window,
            naming,
            messages,
        }
    }

    /// Whether a loss is about a person: then it stands in the private file alone.
    #[must_use]
    pub fn is_about_a_person(&self, loss: &Loss) -> bool {
        match &loss.subject {
            Subject::Member(place) | Subject::Funder(place) => self.roster.member(*place).is_person(),
            _ => false,
        }
    }

    /// Whether a loss is that of the hub itself, told under another name.
    #[must_use]
    pub fn is_of_the_hub(&self, loss: &Loss) -> bool {
        matches!(loss.subject, Subject::Member(place) if self.roster.member(place).of_the_hub)
    }

    /// What a subject is called.
    #[must_use]
    pub fn name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Hub => self.messages.word("without-the-hub"),
            Subject::LargestEvent(event) => self.naming.text(&self.records.event(*event).name),
            Subject::Member(place) | Subject::Funder(place) => self.naming.place(*place).to_owned(),
            Subject::Sector(sector) => self.messages.word(&format!("sector-{}", sector.name())),
            Subject::Administration(one) => {
                let named: Vec<&str> = one
                    .bodies
                    .iter()
                    .take(BODIES_NAMED)
                    .map(|body| self.naming.place(*body))
                    .collect();
                let args = |day: Option<crate::time::Day>| day.map_or_else(|| Arg::from(""), Arg::from);
                let key = match (one.from, one.until) {
                    (Some(_), Some(_)) => "without-administration",
                    (Some(_), None) => "without-administration-since",
                    (None, _) => "without-administration-until",
                };
                self.messages.say(
                    key,
                    &[
                        ("bodies", named.join(", ").into()),
                        ("more", one.bodies.len().saturating_sub(BODIES_NAMED).into()),
                        ("from", args(one.from)),
                        ("until", args(one.until)),
                    ],
                )
            }
        }
    }

    /// The id of a subject: of a stakeholder or event, the sector's name, or the ids of the bodies.
    #[must_use]
    pub fn id(&self, subject: &Subject) -> String {
        match subject {
            Subject::Hub => "hub".to_owned(),
            Subject::LargestEvent(event) => self.records.event(*event).id.to_string(),
            Subject::Member(place) | Subject::Funder(place) => self.naming.place_id(*place).to_owned(),
            Subject::Sector(sector) => sector.name().to_owned(),
            Subject::Administration(one) => {
                let ids: Vec<&str> = one.bodies.iter().map(|body| self.naming.place_id(*body)).collect();
                ids.join("; ")
            }
        }
    }
}

/// Each of these losses, ranked within its kind.
#[must_use]
pub fn without<'l>(found: &Continuity, losses: impl Iterator<Item = &'l Loss>, of: &LossesOf<'_>) -> Table {
    let before = [
        found.before.connected,
        found.before.fragmentation,
        found.before.efficiency,
    ];
    losses_table(before, losses, of)
}

/// The same of persons, for private output alone.
#[must_use]
pub fn without_people(losses: &[Loss], of: &LossesOf<'_>) -> Table {
    losses_table([None; 3], losses.iter(), of)
}

fn losses_table<'l>(before: [Option<f64>; 3], losses: impl Iterator<Item = &'l Loss>, of: &LossesOf<'_>) -> Table {
    let mut table = Table::described("without", &COLUMNS, of.messages);
    let (mut kind, mut rank) = ("", 0_usize);
    for loss in losses {
        rank = if loss.subject.kind() == kind { rank + 1 } else { 1 };
        kind = loss.subject.kind();
        table.rows.push(row(loss, rank, before, of));
    }
    table
}

const COLUMNS: [(&str, &str); 29] = [
    ("kind", ""),
    ("rank", "rank"),
    ("id", ""),
    ("name", ""),
    ("stranded", "members"),
    ("stranded_if_carried_on", "members"),
    ("stranded_ids", ""),
    ("sectors_cut_off", ""),
    ("leaving", "members"),
    ("ties_lost", "ties"),
    ("events_led", "events"),
    ("events_stopped", "events"),
    ("stopped_ids", ""),
    ("agreements_ended", "agreements"),
    ("funding_share", "share"),
    ("connected_before", "share"),
    ("connected_after", "share"),
    ("connected_if_carried_on", "share"),
    ("fragmentation_before", "share"),
    ("fragmentation_after", "share"),
    ("fragmentation_change", "share"),
    ("efficiency_before", "ratio"),
    ("efficiency_after", "ratio"),
    ("efficiency_change", "ratio"),
    ("substitute_ids", ""),
    ("substitutes", ""),
    ("layer", ""),
    ("window", ""),
    ("records", ""),
];

fn row(
    loss: &Loss,
    rank: usize,
    [connected, fragmentation, efficiency]: [Option<f64>; 3],
    of: &LossesOf<'_>,
) -> Vec<Cell> {
    let id = |place: &Place| of.naming.place_id(*place).to_owned();
    let change = |before: Option<f64>, after: Option<f64>| before.zip(after).map(|(before, after)| after - before);
    let stopped = loss.stopped.iter().map(|event| of.records.event(*event).id.to_string());
    let substitutes = || loss.substitutes.iter().flatten();
    vec![
        loss.subject.kind().into(),
        rank.into(),
        of.id(&loss.subject).into(),
        of.name(&loss.subject).into(),
        loss.left.stranded.len().into(),
        loss.carried_on.stranded.len().into(),
        joined(loss.left.stranded.iter().map(id)),
        joined(loss.left.sectors.iter().map(|sector| sector.name())),
        loss.leaving.len().into(),
        loss.ties_lost.into(),
        loss.led.len().into(),
        loss.stopped.len().into(),
        joined(stopped),
        loss.ended.len().into(),
        loss.funding.into(),
        connected.into(),
        loss.left.connected.into(),
        loss.carried_on.connected.into(),
        fragmentation.into(),
        loss.left.fragmentation.into(),
        change(fragmentation, loss.left.fragmentation).into(),
        efficiency.into(),
        loss.efficiency.into(),
        change(efficiency, loss.efficiency).into(),
        joined(substitutes().map(id)),
        joined(substitutes().map(|place| of.naming.place(*place))),
        Layer::Working.name().into(),
        of.window.label.as_str().into(),
        joined(loss.records.iter().map(RecordId::as_str)),
    ]
}

/// How the part that hangs together shrinks as the best connected leave one after the other.
#[must_use]
pub fn departures(found: &Splits, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("departures", "members"),
        ("stakeholder_id", ""),
        ("name", ""),
        ("connected", "share"),
        ("connected_random", "share"),
    ];
    let mut table = Table::described("departures", &columns, messages);
    for (departures, connected) in found.connected.iter().enumerate() {
        let last = departures.checked_sub(1).and_then(|last| found.order.get(last));
        table.rows.push(vec![
            departures.into(),
            last.map(|place| naming.place_id(*place)).into(),
            last.map(|place| naming.place(*place)).into(),
            (*connected).into(),
            found.connected_random.get(departures).copied().into(),
        ]);
    }
    table
}
