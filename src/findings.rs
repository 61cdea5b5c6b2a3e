//! 4 · What should someone act on?
//!
//! In: records, network and measures. Out: findings, each with its subjects, layer, window, evidence, how sure it is
//! and the records it rests on. A section that cannot be answered is [`Answer::Cannot`], with the record it lacks.

use std::collections::BTreeSet;

use crate::messages::Arg;
use crate::network::{Layer, Place};
use crate::records::{RecordId, Sector};

pub mod actions;
pub mod adoption;
pub mod calendar;
pub mod champions;
pub mod commitments;
pub mod components_covered;
pub mod cut_points;
pub mod goals;
mod government;
pub mod introductions;
pub mod isolated;
pub mod plan;
pub mod sector_gap;

/// What the findings of one run look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What the hub wrote down.
    pub records: &'a crate::records::HubRecords,
    /// The network over time, at the level of the run.
    pub network: &'a crate::network::TemporalNetwork,
    /// The window of the findings (`latest` by default).
    pub window: &'a crate::time::Window,
    /// How everyone stands in it.
    pub membership: &'a crate::network::Membership,
    /// The working layer in it, members only.
    pub working: &'a crate::network::Snapshot,
    /// The seed of everything random.
    pub seed: u64,
    /// Draws of each permutation test (raised where the false-discovery control needs more).
    pub draws: usize,
}

/// The answer to one question, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<T> {
    /// What was found (possibly nothing: then the finding says so itself).
    Found(T),
    /// Why the records cannot answer.
    Cannot(Lacking),
}

impl<T> Answer<T> {
    /// What was found.
    pub const fn found(&self) -> Option<&T> {
        match self {
            Self::Found(found) => Some(found),
            Self::Cannot(_) => None,
        }
    }

    /// What is missing.
    pub const fn lacking(&self) -> Option<&Lacking> {
        match self {
            Self::Found(_) => None,
            Self::Cannot(lacking) => Some(lacking),
        }
    }
}

/// What is missing for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacking {
    /// A table, or a column of it, is absent or empty.
    Column {
        /// The table.
        table: crate::records::TableName,
        /// The column; `None` for the whole table.
        column: Option<&'static str>,
    },
    /// Too few cases.
    TooFew {
        /// Of what: the key of a sentence with `$found` and `$needed`.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many are needed.
        needed: usize,
    },
    /// `[hub] operator` is not declared.
    Operator,
    /// The records never span what the question needs: the key of a sentence that says what.
    Span(&'static str),
}

impl Lacking {
    /// The sentence that says which record to bring: its key in the message catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        match self {
            Self::Column { table, column: None } => ("lacking-table", vec![("table", table.name().into())]),
            Self::Column {
                table,
                column: Some(column),
            } => (
                "lacking-column",
                vec![("table", table.name().into()), ("column", (*column).into())],
            ),
            Self::TooFew { what, found, needed } => {
                (what, vec![("found", (*found).into()), ("needed", (*needed).into())])
            }
            Self::Operator => ("lacking-operator", Vec::new()),
            Self::Span(what) => (what, Vec::new()),
        }
    }
}

/// What kind of gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// A member without a working tie.
    Isolated,
    /// A member whose activity drops below its own past.
    Fading,
    /// A member that alone holds parts together.
    CutPoint,
    /// Two sectors meet less than their activity predicts.
    SectorGap,
    /// A component of the method that a sector never took part in.
    UncoveredComponent,
}

impl GapKind {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Isolated => "isolated",
            Self::Fading => "fading",
            Self::CutPoint => "cut_point",
            Self::SectorGap => "sector_gap",
            Self::UncoveredComponent => "uncovered_component",
        }
    }
}

/// How much weight a finding can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It stands in the records: nothing was estimated.
    Recorded,
    /// It passed its test at the declared rate of false alarms.
    Tested,
    /// It rests on an assumption that is named beside it.
    Assumed,
}

impl Certainty {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Tested => "tested",
            Self::Assumed => "assumed",
        }
    }
}

/// One gap, as it stands in `tables/gaps.csv`; each list of gaps can be written as these.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// Who.
    pub subjects: Vec<Place>,
    /// Which sectors.
    pub sectors: Vec<Sector>,
    /// The component of the method, for uncovered components.
    pub component: Option<String>,
    /// In which layer.
    pub layer: Layer,
    /// In which window.
    pub window: String,
    /// Measures it rests on: name and value.
    pub evidence: Vec<(&'static str, f64)>,
    /// How sure.
    pub certainty: Certainty,
    /// The records it rests on, sorted.
    pub records: Vec<RecordId>,
}

/// The gaps of a hub, each list ranked by its own stated rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// Members without a working tie in the window.
    pub isolated: Vec<isolated::IsolatedMember>,
    /// Members whose activity dropped below their own past.
    pub fading: Answer<Vec<isolated::FadingMember>>,
    /// Members that alone hold parts together.
    pub cut_points: Vec<cut_points::CutPoint>,
    /// Sector by sector in partnerships and at events: observed, expected, which cells are gaps.
    pub sectors: sector_gap::SectorGaps,
    /// Component of the method by sector: who never took part.
    pub components: Answer<components_covered::ComponentCoverage>,
}

/// Every gap of the hub.
#[must_use]
pub fn gaps(context: &Context<'_>) -> Gaps {
    Gaps {
        isolated: isolated::isolated(context),
        fading: isolated::fading(context),
        cut_points: cut_points::cut_points(context),
        sectors: sector_gap::sector_gaps(context),
        components: components_covered::component_coverage(context),
    }
}

impl Gaps {
    /// Every gap as a row of `tables/gaps.csv`, kind by kind, each in its own order.
    #[must_use]
    pub fn rows(&self, context: &Context<'_>) -> Vec<Gap> {
        let window = &context.window.label;
        let isolated = self.isolated.iter().map(|member| Gap {
            subjects: vec![member.place],
            evidence: vec![("participations", member.participations as f64)],
            records: member.records.clone(),
            ..Gap::of(GapKind::Isolated, Layer::Working, window)
        });
        let fading = self.fading.found().into_iter().flatten().map(|member| Gap {
            subjects: vec![member.place],
            evidence: vec![
                ("activity_now", member.now as f64),
                ("activity_usual", member.usual),
                ("p", member.probability),
                ("q", member.q),
            ],
            certainty: Certainty::Tested,
            records: records_of(context, member.place),
            ..Gap::of(GapKind::Fading, Layer::Combined, window)
        });
        let cut_points = self.cut_points.iter().map(|point| Gap {
            subjects: vec![point.place],
            evidence: [
                ("stranded", Some(point.stranded as f64)),
                ("stability", point.stability),
            ]
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect(),
            records: point.records.clone(),
            ..Gap::of(GapKind::CutPoint, Layer::Working, window)
        });
        let sectors = self
            .sectors
            .found()
            .flat_map(|matrix| matrix.gaps().into_iter().map(|cell| (matrix.layer, cell)));
        let sectors = sectors.map(|(layer, cell)| Gap {
            sectors: vec![cell.a, cell.b],
            evidence: [
                ("observed", Some(cell.observed)),
                ("expected", Some(cell.expected)),
                ("p", cell.p),
                ("q", cell.q),
            ]
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect(),
            certainty: Certainty::Tested,
            records: cell.records.clone(),
            ..Gap::of(GapKind::SectorGap, layer, window)
        });
        let uncovered = self
            .components
            .found()
            .into_iter()
            .flat_map(|coverage| coverage.uncovered());
        let components = uncovered.map(|cell| Gap {
            sectors: vec![cell.sector],
            component: Some(cell.component.clone()),
            evidence: vec![("participants", 0.0)],
            records: cell.events.iter().map(|event| RecordId(event.0.clone())).collect(),
            ..Gap::of(GapKind::UncoveredComponent, Layer::Participations, "all")
        });
        isolated
            .chain(fading)
            .chain(cut_points)
            .chain(sectors)
            .chain(components)
            .collect()
    }
}

impl Gap {
    /// A recorded gap, still without subject or evidence.
    fn of(kind: GapKind, layer: Layer, window: &str) -> Self {
        Self {
            kind,
            subjects: Vec::new(),
            sectors: Vec::new(),
            component: None,
            layer,
            window: window.to_owned(),
            evidence: Vec::new(),
            certainty: Certainty::Recorded,
            records: Vec::new(),
        }
    }
}

/// Every partnership of a place and every event it took part in, by `as_of`, sorted.
fn records_of(context: &Context<'_>, place: Place) -> Vec<RecordId> {
    let ties = context.network.partnerships_of(place);
    let ties = ties.iter().filter(|tie| !tie.planned);
    let ties = ties.map(|tie| context.records.partnerships[tie.partnership as usize].id.clone());
    let rows = context.network.attendance_of(place).filter(|row| !row.planned);
    let events = rows.map(|row| RecordId(context.records.event(row.event).id.0.clone()));
    ties.chain(events).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
pub(crate) mod test_context {
    use super::Context;
    use crate::network::test_hub::{TestHub, options};
    use crate::network::{Direction, Layer, MemberScope, Membership, Snapshot, TemporalNetwork, View, Without};
    use crate::records::HubRecords;
    use crate::time::{Window, WindowScheme};

    /// A hub prepared as a run prepares it.
    pub(crate) struct Prepared {
        records: HubRecords,
        pub(crate) network: TemporalNetwork,
        window: Window,
        membership: Membership,
        working: Snapshot,
    }

    impl Prepared {
        /// The hub in its last twelve months.
        pub(crate) fn latest(hub: &TestHub) -> Self {
            let records = hub.records();
            let network = TemporalNetwork::assemble(&records, &options());
            let window = network.windows(WindowScheme::Latest).remove(0);
            let working = network.snapshot(&View {
                layer: Layer::Working,
                window: &window,
                members: MemberScope::Core,
                direction: Direction::Undirected,
                without: &Without::default(),
            });
            Self {
                membership: network.membership(&window),
                records,
                network,
                window,
                working,
            }
        }

        pub(crate) fn context(&self) -> Context<'_> {
            Context {
                records: &self.records,
                network: &self.network,
                window: &self.window,
                membership: &self.membership,
                working: &self.working,
                seed: 1,
                draws: 1000,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::test_context::Prepared;
    use super::*;
    use crate::network::test_hub::hub;
    use crate::records::TableName;

    #[test]
    fn every_gap_becomes_a_row_with_sorted_records() {
        let prepared = Prepared::latest(
            &hub(&[
                ("a", Sector::Government),
                ("b", Sector::Business),
                ("c", Sector::Academia),
            ])
            .about("c", |c| {
                c.joined = Some(crate::time::DateSpan::exact(crate::network::test_hub::day(
                    "2024-01-01",
                )))
            })
            .tie("b", "a", "2024-02-01", "open")
            .event_with("w", "2024-03-01", "", |w| w.component = Some("competition".into()))
            .attends("a", "w", "2024-03-01")
            .studied_until("2024-12-31"),
        );
        let context = prepared.context();
        let rows = gaps(&context).rows(&context);
        let kinds: Vec<_> = rows.iter().map(|row| (row.kind, row.sectors.clone())).collect();
        // c has joined and has no tie; business and academia never took part in the competition
        assert_eq!(
            kinds,
            [
                (GapKind::Isolated, vec![]),
                (GapKind::UncoveredComponent, vec![Sector::Business]),
                (GapKind::UncoveredComponent, vec![Sector::Academia]),
            ]
        );
        assert!(rows.iter().all(|row| row.records.is_sorted()));
        assert_eq!(rows[1].records, [RecordId::from("w")]);
    }

    #[test]
    fn what_is_missing_has_a_sentence_in_each_language() {
        use crate::messages::{Lang, Messages};
        let column = |column| Lacking::Column {
            table: TableName::Events,
            column,
        };
        let few = |what| Lacking::TooFew {
            what,
            found: 1,
            needed: 10,
        };
        let every = [
            column(None),
            column(Some("component")),
            few("lacking-few-ties"),
            few("lacking-few-events"),
            few("lacking-few-sectors"),
            few("lacking-few-pasts"),
            Lacking::Operator,
            Lacking::Span("lacking-span-three_years"),
            Lacking::Span("lacking-span-gaps_q"),
        ];
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for lacking in &every {
                let (key, args) = lacking.message();
                let sentence = messages.say(key, &args);
                assert!(
                    messages.has(key) && !sentence.contains(['{', '$']),
                    "{lang} {key}: {sentence}"
                );
            }
        }
    }
}
