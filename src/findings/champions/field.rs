//! Among whom is a champion sought? The candidates, who stands where around them, and who is left out.
//!
//! In: the records and the run's network. Out: [`Field`], with the network at the candidates' own level over the whole
//! record. Nothing is measured here.

use std::borrow::Cow;

use crate::findings::government::{Sides, is_government};
use crate::findings::{Context, Lacking};
use crate::network::{Level, NetworkOptions, Place, TemporalNetwork};
use crate::records::{Event, EventIndex, HubRecords, StakeholderIndex, StakeholderKind, TableName};
use crate::time::{Day, Window, WindowScheme};

use super::CandidateKind;

/// The ground on which candidates are compared.
pub(super) struct Field<'a> {
    pub records: &'a HubRecords,
    pub kind: CandidateKind,
    /// Who stands for a node: the candidates' own level.
    pub network: Cow<'a, TemporalNetwork>,
    /// The whole record up to `as_of`, the undated included.
    pub window: Window,
    sides: Sides<'a>,
    /// Everyone of the candidates' kind and side, before anyone is left out, by place.
    pub everyone: Vec<Place>,
}

impl<'a> Field<'a> {
    /// Lays out the field; `Err` where nobody could be a candidate.
    pub fn new(context: &Context<'a>) -> Result<Self, Lacking> {
        let records = context.records;
        let as_of = context.network.study().map(|study| study.as_of);
        let sides = Sides::new(records, as_of);
        let everybody = (0u32..).map(StakeholderIndex).zip(&records.stakeholders);
        let government = everybody.filter(|(index, _)| sides.is_government(*index));
        let finest = government.map(|(_, stakeholder)| stakeholder.kind).min();
        let kind = candidate_kind(records, finest)?;
        let options = NetworkOptions {
            level: level(kind),
            ..context.network.options().clone()
        };
        let network = if options == *context.network.options() {
            Cow::Borrowed(context.network)
        } else {
            Cow::Owned(TemporalNetwork::assemble(records, &options))
        };
        let window = network.windows(WindowScheme::All).into_iter().next().unwrap_or(Window {
            label: "all".into(),
            period: None,
            includes_undated: true,
            partial: None,
        });
        let roster = network.roster();
        let everyone = roster
            .places()
            .filter(|place| {
                let stakeholder = roster.member(*place).stakeholder;
                records.stakeholder(stakeholder).kind == stakeholder_kind(kind)
                    && (finest.is_none() || sides.is_government(stakeholder))
            })
            .collect();
        Ok(Self {
            records,
            kind,
            network,
            window,
            sides,
            everyone,
        })
    }

    /// The last day known.
    pub fn as_of(&self) -> Option<Day> {
        self.network.study().map(|study| study.as_of)
    }

    /// The stakeholder that stands at a place.
    pub fn stakeholder(&self, place: Place) -> StakeholderIndex {
        self.network.roster().member(place).stakeholder
    }

    /// Where a stakeholder stands.
    pub fn place_of(&self, stakeholder: StakeholderIndex) -> Place {
        self.network.roster().place_of[stakeholder.0 as usize]
    }

    /// Whether it runs the hub or works for it, itself or through its organisation.
    pub fn is_of_the_hub(&self, place: Place) -> bool {
        let roster = self.network.roster();
        let line = self.sides.line(self.stakeholder(place)).iter();
        line.copied()
            .any(|above| roster.member(self.place_of(above)).of_the_hub)
    }

    /// The organisation a place belongs to, or is.
    pub fn organization(&self, place: Place) -> Option<StakeholderIndex> {
        self.sides.organization(self.stakeholder(place))
    }

    /// Whether a tie from a candidate leads out of government or, below organisations, to another department.
    ///
    /// Where no sector is government, it leads out when the two sectors differ. Nothing is said of those whose sector
    /// or department is not recorded.
    pub fn leads_out(&self, candidate: Place, other: Place) -> bool {
        let (candidate, other) = (self.stakeholder(candidate), self.stakeholder(other));
        let Some(sector) = self.sides.sector(other) else {
            return false;
        };
        if !is_government(self.records, sector) {
            return self.sides.sector(candidate).is_some_and(|own| own != sector);
        }
        match (self.department(candidate), self.department(other)) {
            (Some(mine), Some(theirs)) => {
                !self.sides.line(candidate).contains(&theirs) && !self.sides.line(other).contains(&mine)
            }
            _ => false,
        }
    }

    /// What a tie between departments is judged by: one above the candidates' level. Organisations have none.
    fn department(&self, index: StakeholderIndex) -> Option<StakeholderIndex> {
        let kind = self.records.stakeholder(index).kind;
        match self.kind {
            CandidateKind::CarryingOrganizations => None,
            CandidateKind::Units if kind == StakeholderKind::Organization => Some(index),
            CandidateKind::Persons if kind != StakeholderKind::Person => Some(index),
            CandidateKind::Units | CandidateKind::Persons => self.sides.line(index).get(1).copied(),
        }
    }

    /// The first day of an event, where recorded.
    pub fn event_day(&self, event: EventIndex) -> Option<Day> {
        self.records.event(event).start.map(|span| span.first)
    }

    /// Every event that was to begin by `as_of`, the undated included.
    pub fn begun_events(&self) -> impl Iterator<Item = (EventIndex, &'a Event)> + '_ {
        let begun = |event: &Event| {
            let start = event.start.map(|span| span.first);
            !matches!((start, self.as_of()), (Some(day), Some(as_of)) if day > as_of)
        };
        (0u32..)
            .map(EventIndex)
            .zip(&self.records.events)
            .filter(move |(_, event)| begun(event))
    }
}

/// Persons, else units, else organisations; all organisations where the hub records neither persons nor government.
fn candidate_kind(records: &HubRecords, finest: Option<StakeholderKind>) -> Result<CandidateKind, Lacking> {
    match finest {
        Some(StakeholderKind::Person) => Ok(CandidateKind::Persons),
        Some(StakeholderKind::Unit) => Ok(CandidateKind::Units),
        Some(StakeholderKind::Organization) => Ok(CandidateKind::CarryingOrganizations),
        None if records.stakeholders.iter().all(|s| s.kind != StakeholderKind::Person) => {
            Ok(CandidateKind::CarryingOrganizations)
        }
        None => Err(Lacking::Column {
            table: TableName::Stakeholders,
            column: Some("sector"),
        }),
    }
}

const fn level(kind: CandidateKind) -> Level {
    match kind {
        CandidateKind::Persons => Level::Person,
        CandidateKind::Units => Level::Unit,
        CandidateKind::CarryingOrganizations => Level::Organization,
    }
}

const fn stakeholder_kind(kind: CandidateKind) -> StakeholderKind {
    match kind {
        CandidateKind::Persons => StakeholderKind::Person,
        CandidateKind::Units => StakeholderKind::Unit,
        CandidateKind::CarryingOrganizations => StakeholderKind::Organization,
    }
}
