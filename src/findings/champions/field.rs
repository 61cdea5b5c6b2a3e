//! Among whom is a champion sought? The candidates, who stands where around them, and who is left out.
//!
//! In: the records and the run's network. Out: [`Field`], with the network at the candidates' own level over the whole
//! record. Nothing is measured here.

use crate::findings::{Context, Lacking};
use crate::network::{Level, NetworkOptions, Place, TemporalNetwork};
use crate::records::{
    Affiliation, Event, EventIndex, HubRecords, Sector, StakeholderIndex, StakeholderKind, TableName,
};
use crate::time::{Day, Window, WindowScheme};

use super::CandidateKind;

/// The ground on which candidates are compared.
pub(super) struct Field<'a> {
    pub records: &'a HubRecords,
    pub kind: CandidateKind,
    /// Who stands for a node: the candidates' own level.
    pub network: TemporalNetwork,
    /// The whole record up to `as_of`, the undated included.
    pub window: Window,
    /// By place: where each one stands.
    standings: Vec<Standing>,
    /// Everyone of the candidates' kind and side, before anyone is left out, by place.
    pub everyone: Vec<Place>,
}

/// Where one place stands: its sector, and those above it.
struct Standing {
    sector: Option<Sector>,
    /// From itself upwards.
    line: Vec<StakeholderIndex>,
    /// What a tie between departments is judged by: one above the candidates' level, else itself.
    department: Option<StakeholderIndex>,
}

impl<'a> Field<'a> {
    /// Lays out the field; `Err` where nobody could be a candidate.
    pub fn new(context: &Context<'a>) -> Result<Self, Lacking> {
        let records = context.records;
        let as_of = context.network.study().map(|study| study.as_of);
        let government = GovernmentSide::new(records, as_of);
        let kind = government.candidate_kind()?;
        let network = TemporalNetwork::assemble(
            records,
            &NetworkOptions {
                level: level(kind),
                ..context.network.options().clone()
            },
        );
        let window = network.windows(WindowScheme::All).into_iter().next().unwrap_or(Window {
            label: "all".into(),
            period: None,
            includes_undated: true,
            partial: None,
        });
        let roster = network.roster();
        let standings: Vec<Standing> = roster
            .members
            .iter()
            .map(|member| Standing::of(records, member.stakeholder, kind, as_of))
            .collect();
        let everyone = roster
            .places()
            .filter(|place| {
                let stakeholder = roster.member(*place).stakeholder;
                records.stakeholder(stakeholder).kind == stakeholder_kind(kind)
                    && (government.recorded().is_none() || government.has(stakeholder))
            })
            .collect();
        Ok(Self {
            records,
            kind,
            network,
            window,
            standings,
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
        self.standings[place.at()]
            .line
            .iter()
            .any(|above| roster.member(self.place_of(*above)).of_the_hub)
    }

    /// The organisation above a place, or itself.
    pub fn organization(&self, place: Place) -> Option<StakeholderIndex> {
        let line = &self.standings[place.at()].line;
        let is_organization =
            |above: &&StakeholderIndex| self.records.stakeholder(**above).kind == StakeholderKind::Organization;
        line.iter().rev().find(is_organization).copied()
    }

    /// Whether a tie from a candidate leads out of government or, below organisations, to another department.
    ///
    /// Where no sector is government, it leads out when the two sectors differ. Nothing is said of those whose sector
    /// or department is not recorded.
    pub fn leads_out(&self, candidate: Place, other: Place) -> bool {
        let (own, other) = (&self.standings[candidate.at()], &self.standings[other.at()]);
        let Some(sector) = other.sector else { return false };
        if !is_government(self.records, sector) {
            return own.sector.is_some_and(|own| own != sector);
        }
        if self.kind == CandidateKind::CarryingOrganizations {
            return false;
        }
        match (own.department, other.department) {
            (Some(mine), Some(theirs)) => !own.line.contains(&theirs) && !other.line.contains(&mine),
            _ => false,
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

impl Standing {
    fn of(records: &HubRecords, index: StakeholderIndex, kind: CandidateKind, as_of: Option<Day>) -> Self {
        let line = line_of(records, index, as_of);
        let own = records.stakeholder(index).kind;
        let department = match kind {
            CandidateKind::Persons if own == StakeholderKind::Person => line.get(1).copied(),
            CandidateKind::Units if own != StakeholderKind::Organization => line.get(1).copied(),
            _ => Some(index),
        };
        Self {
            sector: sector_of(records, &line),
            line,
            department,
        }
    }
}

/// Which stakeholders are on the government side.
struct GovernmentSide<'a> {
    records: &'a HubRecords,
    of: Vec<bool>,
}

impl<'a> GovernmentSide<'a> {
    fn new(records: &'a HubRecords, as_of: Option<Day>) -> Self {
        let of = (0..records.stakeholders.len() as u32)
            .map(|index| {
                let sector = sector_of(records, &line_of(records, StakeholderIndex(index), as_of));
                sector.is_some_and(|sector| is_government(records, sector))
            })
            .collect();
        Self { records, of }
    }

    fn has(&self, stakeholder: StakeholderIndex) -> bool {
        self.of[stakeholder.0 as usize]
    }

    /// The finest kind of stakeholder on the government side; `None` where there is none at all.
    fn recorded(&self) -> Option<StakeholderKind> {
        let sides = self.records.stakeholders.iter().zip(&self.of);
        sides.filter(|(_, side)| **side).map(|(s, _)| s.kind).min()
    }

    /// Persons, else units, else organisations; all organisations where the hub records neither persons nor government.
    fn candidate_kind(&self) -> Result<CandidateKind, Lacking> {
        match self.recorded() {
            Some(StakeholderKind::Person) => Ok(CandidateKind::Persons),
            Some(StakeholderKind::Unit) => Ok(CandidateKind::Units),
            Some(StakeholderKind::Organization) => Ok(CandidateKind::CarryingOrganizations),
            None if self
                .records
                .stakeholders
                .iter()
                .all(|s| s.kind != StakeholderKind::Person) =>
            {
                Ok(CandidateKind::CarryingOrganizations)
            }
            None => Err(Lacking::Column {
                table: TableName::Stakeholders,
                column: Some("sector"),
            }),
        }
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

fn is_government(records: &HubRecords, sector: Sector) -> bool {
    records
        .config
        .government
        .sectors
        .iter()
        .any(|name| name == sector.name())
}

/// The post a person holds on a day; of several, the one that began last.
pub(super) fn post_on(records: &HubRecords, person: StakeholderIndex, day: Option<Day>) -> Option<&Affiliation> {
    let holds = |post: &&Affiliation| {
        day.is_none_or(|day| {
            post.start.is_none_or(|start| start.first <= day) && post.end.is_none_or(|end| day <= end.last)
        })
    };
    let first = records.affiliations.partition_point(|post| post.person < person);
    let own = records.affiliations[first..]
        .iter()
        .take_while(|post| post.person == person);
    own.filter(holds).max_by_key(|post| (post.start, post.organization))
}

/// From a stakeholder upwards: the post held, else the parent.
fn line_of(records: &HubRecords, from: StakeholderIndex, as_of: Option<Day>) -> Vec<StakeholderIndex> {
    let mut line = vec![from];
    let mut next = post_on(records, from, as_of).map(|post| post.organization);
    next = next.or(records.stakeholder(from).parent);
    while let Some(above) = next.filter(|above| !line.contains(above)) {
        line.push(above);
        next = records.stakeholder(above).parent;
    }
    line
}

/// The first sector recorded on the way up.
fn sector_of(records: &HubRecords, line: &[StakeholderIndex]) -> Option<Sector> {
    line.iter().find_map(|index| records.stakeholder(*index).sector)
}
