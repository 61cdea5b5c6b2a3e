//! 4 · What should someone act on?
//!
//! In: records, network and measures. Out: findings, each with its subjects, layer, window, evidence, how sure it is
//! and the records it rests on. A section that cannot be answered is [`Answer::Cannot`], with the record it lacks.

use crate::messages::Arg;

pub mod actions;
pub mod adoption;
pub mod agreement_cliff;
pub mod calendar;
pub mod champions;
pub mod components_covered;
pub mod cut_points;
pub mod funder_dependence;
pub mod gaps;
pub mod goals;
mod government;
pub mod introductions;
pub mod isolated;
pub mod lapsed;
pub mod missing_sector;
pub mod payments;
pub mod sector_gap;
pub mod single_provider;
pub mod structural_hole;
pub mod template;
pub mod term_exposure;

use gaps::records_of;
pub use gaps::{Certainty, Gap, GapKind, GapSummary, Gaps, Severity, gaps};

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
    use super::*;
    use crate::records::TableName;

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
            few("lacking-few-draws"),
            few("lacking-few-months"),
            few("lacking-few-amounts"),
            few("lacking-few-communities"),
            Lacking::Operator,
            Lacking::Span("lacking-span-three_years"),
            Lacking::Span("lacking-span-gaps_q"),
            Lacking::Span("lacking-span-template"),
            Lacking::Span("lacking-span-currencies"),
            Lacking::Span("lacking-span-whole_window"),
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
