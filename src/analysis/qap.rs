//! Which of a hub's networks go together? Layers, kinds of partnership, shared events and attributes as matrices over
//! the same members.
//!
//! In: a prepared hub and a [`QapQuestion`]. Out: [`QapAnswer`], or [`QapError`], why the question cannot be put.

use std::fmt;
use std::str::FromStr;

use super::{Prepared, grouping};
use crate::metrics::{PairMatrix, Qap, QapModel, QapOptions, qap as fitted};
use crate::network::{Direction, Layer, MemberScope, Place, Rows, Snapshot, View, Without};

/// More members would not fit into memory: each variable is a number for every pair.
const MOST_MEMBERS: usize = 4_000;

/// Fewer members can be put in six orders at most: whatever is found, chance gives as much once in six.
const FEWEST_MEMBERS: usize = 4;

/// A variable over pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PairVariable {
    /// The strength of the tie in a layer; of the arc, where direction is asked for.
    Layer(Layer),
    /// The strength of partnerships of a kind.
    Kind(String),
    /// How many events both took part in.
    SharedEvents,
    /// 1 where both have the same value in a column, else 0.
    Same(String),
    /// The absolute difference of two numbers of a column.
    Difference(String),
}

impl fmt::Display for PairVariable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Layer(layer) => out.write_str(layer.name()),
            Self::Kind(kind) => write!(out, "kind:{kind}"),
            Self::SharedEvents => out.write_str("events"),
            Self::Same(column) => write!(out, "same:{column}"),
            Self::Difference(column) => write!(out, "difference:{column}"),
        }
    }
}

impl FromStr for PairVariable {
    type Err = QapError;

    fn from_str(text: &str) -> Result<Self, QapError> {
        if text == "events" {
            return Ok(Self::SharedEvents);
        }
        match text.split_once(':') {
            Some(("kind", kind)) if !kind.is_empty() => Ok(Self::Kind(kind.to_owned())),
            Some(("same", column)) if !column.is_empty() => Ok(Self::Same(column.to_owned())),
            Some(("difference", column)) if !column.is_empty() => Ok(Self::Difference(column.to_owned())),
            _ => text
                .parse()
                .map(Self::Layer)
                .map_err(|_| QapError::Variable(text.to_owned())),
        }
    }
}

/// What is to be explained by what.
#[derive(Debug, Clone, PartialEq)]
pub struct QapQuestion {
    /// What is explained.
    pub response: PairVariable,
    /// By what.
    pub predictors: Vec<PairVariable>,
    /// How.
    pub model: QapModel,
    /// Permutations for each term.
    pub draws: usize,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct QapAnswer {
    /// What the predictors explain, in the order asked.
    pub found: Qap,
    /// Members compared.
    pub members: usize,
    /// Members left out because a column says nothing of them.
    pub without_value: usize,
    /// What bounds p where the members have no more different orders than permutations were drawn.
    pub orders: Option<FewOrders>,
}

/// So few different orders that the draws repeat them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FewOrders {
    /// How many: the factorial of the members.
    pub count: usize,
    /// The smallest p that can be expected.
    pub least_p: f64,
}

impl FewOrders {
    fn of(members: usize, question: &QapQuestion) -> Option<Self> {
        let count = (1..=members).try_fold(1_usize, usize::checked_mul)?;
        (count <= question.draws).then(|| Self {
            count,
            least_p: question.model.tails() as f64 / count as f64,
        })
    }
}

/// Why a question cannot be put.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QapError {
    /// The text names no variable.
    #[error(
        "unknown variable \"{0}\": expected partnerships, participations, combined, working, events, kind:KIND, same:COLUMN or difference:COLUMN"
    )]
    Variable(String),
    /// No such column.
    #[error(transparent)]
    Column(#[from] grouping::UnknownColumn),
    /// No live partnership of the window is of the kind.
    #[error("no partnership of the kind \"{kind}\" lives in the window")]
    Kind {
        /// What was asked for.
        kind: String,
        /// The kinds there are.
        known: Vec<String>,
    },
    /// Too many pairs for memory.
    #[error("{found} members make too many pairs to compare: at most {most} can be")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// Too few to tell anything from chance.
    #[error("{found} members are too few to compare: at least {needed} are needed")]
    TooFew {
        /// How many there are, those without a value left out.
        found: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Too few permutations for any p to reach 5 %.
    #[error("with {found} permutations p never falls to 5 %: at least {needed} are needed")]
    TooFewDraws {
        /// How many were asked for.
        found: usize,
        /// How many are needed.
        needed: usize,
    },
    /// A variable does not vary, is made of others, or no model fits.
    #[error(
        "the model cannot be fitted: a variable does not vary, is made of the others, or tells ties apart without fail"
    )]
    NotFitted,
}

/// Correlation or regression of one network on others among the same members.
///
/// # Conventions
/// Members without a value in a column asked for are left out of all matrices and counted. Under four members, or with so
/// few permutations that p could not reach 5 %, nothing is compared.
///
/// # Errors
/// Where a variable names nothing, there are too few or too many members, too few permutations, or nothing can be fitted.
pub fn qap(prepared: &Prepared, question: &QapQuestion) -> Result<QapAnswer, QapError> {
    let needed = question.model.least_draws();
    if question.draws < needed {
        return Err(QapError::TooFewDraws {
            found: question.draws,
            needed,
        });
    }
    let everyone = prepared.snapshot_in(&prepared.window);
    let mut places: Vec<Place> = everyone.places().to_vec();
    let all = places.len();
    let variables = || std::iter::once(&question.response).chain(&question.predictors);
    for variable in variables() {
        let values = column_of(prepared, variable)?;
        if let Some(values) = values {
            places.retain(|place| values.has(*place));
        }
    }
    if places.len() < FEWEST_MEMBERS {
        return Err(QapError::TooFew {
            found: places.len(),
            needed: FEWEST_MEMBERS,
        });
    }
    if places.len() > MOST_MEMBERS {
        return Err(QapError::TooMany {
            found: places.len(),
            most: MOST_MEMBERS,
        });
    }
    let matrices: Vec<PairMatrix> = variables()
        .map(|variable| matrix(prepared, variable, &places))
        .collect::<Result<_, _>>()?;
    let options = QapOptions {
        model: question.model,
        direction: prepared.options.direction,
        draws: question.draws,
        seed: prepared.options.seed,
    };
    let found = matrices
        .split_first()
        .and_then(|(response, predictors)| fitted(response, predictors, &options));
    Ok(QapAnswer {
        found: found.ok_or(QapError::NotFitted)?,
        members: places.len(),
        without_value: all - places.len(),
        orders: FewOrders::of(places.len(), question),
    })
}

/// What a column says of each place.
enum Values {
    Labels(Vec<Option<u32>>),
    Numbers(Vec<Option<f64>>),
}

impl Values {
    fn has(&self, place: Place) -> bool {
        match self {
            Self::Labels(labels) => labels[place.at()].is_some(),
            Self::Numbers(numbers) => numbers[place.at()].is_some(),
        }
    }

    fn compared(&self, one: Place, other: Place) -> f64 {
        match self {
            Self::Labels(labels) => f64::from(u8::from(labels[one.at()] == labels[other.at()])),
            Self::Numbers(numbers) => {
                let of = |place: Place| numbers[place.at()].unwrap_or_default();
                (of(one) - of(other)).abs()
            }
        }
    }
}

/// The column behind a variable, where there is one.
fn column_of(prepared: &Prepared, variable: &PairVariable) -> Result<Option<Values>, QapError> {
    let roster = prepared.network.roster();
    Ok(match variable {
        PairVariable::Same(column) => Some(Values::Labels(
            grouping::by_column(&prepared.records, roster, column)?.of,
        )),
        PairVariable::Difference(column) => {
            let grouped = grouping::by_column(&prepared.records, roster, column)?;
            let number = |group: Option<u32>| {
                let text = &grouped.labels[group? as usize];
                text.replace(',', ".")
                    .parse::<f64>()
                    .ok()
                    .filter(|number| number.is_finite())
            };
            Some(Values::Numbers(grouped.of.iter().map(|group| number(*group)).collect()))
        }
        PairVariable::Layer(_) | PairVariable::Kind(_) | PairVariable::SharedEvents => None,
    })
}

fn matrix(prepared: &Prepared, variable: &PairVariable, places: &[Place]) -> Result<PairMatrix, QapError> {
    if let Some(values) = column_of(prepared, variable)? {
        return Ok(PairMatrix::of(places.len(), |a, b| {
            values.compared(places[a], places[b])
        }));
    }
    match variable {
        PairVariable::Kind(kind) => of_kind(prepared, kind, places),
        PairVariable::SharedEvents => Ok(shared_events(prepared, places)),
        PairVariable::Layer(layer) => Ok(of_layer(prepared, *layer, places)),
        PairVariable::Same(_) | PairVariable::Difference(_) => Err(QapError::Variable(variable.to_string())),
    }
}

fn layer(prepared: &Prepared, layer: Layer) -> Snapshot {
    prepared.network.snapshot(&View {
        layer,
        window: &prepared.window,
        members: MemberScope::All,
        direction: prepared.options.direction,
        without: &Without::default(),
    })
}

/// Where each node of a snapshot stands among the places, if it does.
fn standing(snapshot: &Snapshot, places: &[Place]) -> Vec<Option<usize>> {
    snapshot
        .places()
        .iter()
        .map(|place| places.binary_search(place).ok())
        .collect()
}

fn of_layer(prepared: &Prepared, asked: Layer, places: &[Place]) -> PairMatrix {
    let snapshot = layer(prepared, asked);
    let rows: &Rows = match (prepared.options.direction, snapshot.arcs()) {
        (Direction::Directed, Some(arcs)) => &arcs.out,
        _ => snapshot.ties(),
    };
    let at = standing(&snapshot, places);
    let mut matrix = PairMatrix::zeros(places.len());
    for (node, row) in at.iter().enumerate() {
        for (other, strength) in rows.row(node) {
            if let (Some(row), Some(column)) = (row, at[other as usize]) {
                matrix.add(*row, column, strength);
            }
        }
    }
    matrix
}

fn shared_events(prepared: &Prepared, places: &[Place]) -> PairMatrix {
    let snapshot = layer(prepared, Layer::Participations);
    let at = standing(&snapshot, places);
    let mut matrix = PairMatrix::zeros(places.len());
    if let Some(attendance) = snapshot.attendance() {
        for event in 0..attendance.nodes_of.len() {
            let came: Vec<usize> = attendance
                .nodes_of
                .columns(event)
                .iter()
                .filter_map(|node| at[*node as usize])
                .collect();
            for &one in &came {
                for &other in came.iter().filter(|other| **other != one) {
                    matrix.add(one, other, 1.0);
                }
            }
        }
    }
    matrix
}

fn of_kind(prepared: &Prepared, kind: &str, places: &[Place]) -> Result<PairMatrix, QapError> {
    let kind_of = |tie: &crate::network::DatedTie| prepared.records.partnerships[tie.partnership as usize].kind.clone();
    let mut matrix = PairMatrix::zeros(places.len());
    let mut known = std::collections::BTreeSet::new();
    let mut found = false;
    for tie in prepared.network.live_partnerships(&prepared.window) {
        let Some(own) = kind_of(tie) else { continue };
        if *own != *kind {
            known.insert(own.to_string());
            continue;
        }
        found = true;
        let (source, target) = (places.binary_search(&tie.source), places.binary_search(&tie.target));
        if let (Ok(source), Ok(target)) = (source, target)
            && source != target
        {
            matrix.add(source, target, tie.strength);
            if prepared.options.direction == Direction::Undirected || !tie.directed {
                matrix.add(target, source, tie.strength);
            }
        }
    }
    let unknown = || QapError::Kind {
        kind: kind.to_owned(),
        known: known.into_iter().collect(),
    };
    if found { Ok(matrix) } else { Err(unknown()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_read_as_they_are_written() {
        for text in [
            "partnerships",
            "working",
            "events",
            "kind:funding",
            "same:sector",
            "difference:staff",
        ] {
            assert_eq!(
                text.parse::<PairVariable>().map(|found| found.to_string()),
                Ok(text.to_owned())
            );
        }
        for text in ["partnership", "kind:", "same", "like:sector", ""] {
            assert_eq!(text.parse::<PairVariable>(), Err(QapError::Variable(text.to_owned())));
        }
    }
}
