//! Who worked together before, and how would the ranking have done?
//!
//! In: the network over time. Out: [`History`], which pairs need no introduction, and [`Tested`], the learned ranker
//! with its results: fitted to what the second window before the last brought, tested on what the last one did.

use super::super::{Context, Lacking};
use super::back_test::{Learned, Past, Replay};
use super::candidates::FOLLOWED;
use super::rankers::Closeness;
use super::{BackTest, FEWEST_NEW_TIES, HitRate, LISTED, Pair};
use crate::network::{Direction, Layer, MemberScope, Place, SMALL_EVENT, Snapshot, Standing, View, Without};
use crate::records::EventIndex;
use crate::statistics::logistic::LogisticError;
use crate::time::{Day, Period, Window};

/// Ties of all time beyond which the past is not replayed.
const MOST_TIES: u64 = 20_000_000;

/// Before any record.
const BEGINNING: Day = Day::from_number(-719_162);

/// Which pairs worked together by the end of the window.
pub(super) struct History {
    /// Every working tie among the members until then; `None` where that may be too many: then pairs are looked up one
    /// by one.
    known: Option<Snapshot>,
}

impl History {
    pub fn of(context: &Context<'_>) -> Self {
        let until = until_end_of(context.window);
        let fits = context.network.most_ties(Layer::Working, &until) <= MOST_TIES;
        Self {
            known: fits.then(|| working(context, &until, context.working.places().to_vec())),
        }
    }

    /// Whether asking about very many pairs takes no time.
    pub const fn is_at_hand(&self) -> bool {
        self.known.is_some()
    }

    /// Whether two members worked together in any record so far.
    pub fn holds(&self, context: &Context<'_>, pair: Pair) -> bool {
        match &self.known {
            Some(known) => {
                let nodes = known.node_at(pair.a).zip(known.node_at(pair.b));
                nodes.is_some_and(|(a, b)| known.ties().get(a.at(), b.0).is_some())
            }
            None => by_records(context, pair),
        }
    }
}

/// As the working layer says: a partnership, two events, or one small one.
fn by_records(context: &Context<'_>, pair: Pair) -> bool {
    let until = until_end_of(context.window);
    let ties = context.network.partnerships_of(pair.a);
    let tied = ties
        .iter()
        .any(|tie| [tie.source, tie.target].contains(&pair.b) && tie.lives_in(&until));
    let events = |place: Place| -> Vec<EventIndex> {
        let rows = context
            .network
            .attendance_of(place)
            .filter(|row| row.falls_into(&until));
        let mut events: Vec<EventIndex> = rows.map(|row| row.event).collect();
        events.sort_unstable();
        events.dedup();
        events
    };
    let theirs = events(pair.b);
    let mut shared = events(pair.a);
    shared.retain(|event| theirs.binary_search(event).is_ok());
    let small = |event: &EventIndex| context.network.participants(*event, &until).count() <= SMALL_EVENT;
    tied || shared.len() > 1 || shared.iter().any(small)
}

/// Every record until the end of a window, the undated ones too.
fn until_end_of(window: &Window) -> Window {
    Window {
        label: String::new(),
        period: window.period.and_then(|period| Period::new(BEGINNING, period.end())),
        includes_undated: true,
        partial: None,
    }
}

fn working(context: &Context<'_>, window: &Window, places: Vec<Place>) -> Snapshot {
    let view = View {
        layer: Layer::Working,
        window,
        members: MemberScope::Core,
        direction: Direction::Undirected,
        without: &Without::default(),
    };
    context.network.snapshot_among(&view, places)
}

/// The learned ranker and how it did.
pub(super) struct Tested {
    pub learned: Learned,
    pub report: BackTest,
}

/// The learned ranker, and what it is to be tested on.
pub(super) struct Fitted {
    learned: Learned,
    windows: [Window; 3],
    test: Past,
}

/// Fits the learned ranker to one window and the next, if the next and the last are enough to test it on.
pub(super) fn learned(context: &Context<'_>, history: &History) -> Result<Fitted, Lacking> {
    let windows = three_windows(context).ok_or(Lacking::Span("lacking-span-introductions"))?;
    if history.known.is_none() {
        return Err(Lacking::Span("lacking-span-introductions_size"));
    }
    let [learned_in, ranked_in, came_true_in] = &windows;
    let few = |found: usize, needed: usize| Lacking::TooFew {
        what: "lacking-few-new_ties",
        found,
        needed,
    };
    let test = past(context, ranked_in, came_true_in);
    let candidates = test.candidates();
    if candidates.positives < FEWEST_NEW_TIES {
        return Err(few(candidates.positives as usize, FEWEST_NEW_TIES as usize));
    }
    let fit = past(context, learned_in, ranked_in);
    let learned = Learned::from(&fit, &Closeness::within(&fit.then, FOLLOWED), context.seed);
    let learned = learned.map_err(|error| match error {
        LogisticError::TooFew { found, needed } => few(found, needed),
        LogisticError::OneGroup | LogisticError::Features | LogisticError::NotFitted => {
            Lacking::Span("lacking-span-introductions_fit")
        }
    })?;
    Ok(Fitted { learned, windows, test })
}

/// Fits the learned ranker to one window and the next, and replays every ranker on the next and the last.
pub(super) fn test(context: &Context<'_>, history: &History) -> Result<Tested, Lacking> {
    let Fitted { learned, windows, test } = learned(context, history)?;
    let [learned_in, ranked_in, came_true_in] = windows;
    let candidates = test.candidates();
    let replay = Replay::of(&test, &learned, FOLLOWED);
    let hits = |first: u64| replay.learned.hits_in_first(first);
    let beyond = candidates.candidates.saturating_sub(candidates.positives);
    let report = BackTest {
        candidates: candidates.candidates,
        new_ties: candidates.positives,
        first: hits(LISTED as u64).and_then(|hits| HitRate::of(hits, LISTED as u64)),
        beyond: hits(candidates.positives).and_then(|hits| HitRate::of(candidates.positives as f64 - hits, beyond)),
        learned_holds: replay.learned_holds(),
        results: replay.results,
        learned_in,
        ranked_in,
        came_true_in,
    };
    Ok(Tested { learned, report })
}

/// The window and the two of its length before it; `None` where the study does not reach back so far.
fn three_windows(context: &Context<'_>) -> Option<[Window; 3]> {
    let last = context.window.clone();
    let before = last.preceding()?;
    let first = before.preceding()?;
    let study = context.network.study()?;
    (first.period?.start() >= study.from).then_some([first, before, last])
}

/// A window and what became of the pairs of those who were members in it and in the next.
fn past(context: &Context<'_>, then: &Window, later: &Window) -> Past {
    let standing = context.network.membership(then).standing;
    let members = context.network.membership(later);
    let places: Vec<Place> = members
        .places(Standing::Member)
        .filter(|place| standing[place.at()] == Standing::Member)
        .collect();
    let roster = context.network.roster();
    Past {
        then: working(context, then, places.clone()),
        known: working(context, &until_end_of(then), places.clone()),
        later: working(context, later, places.clone()),
        aside: places.iter().map(|place| roster.member(*place).of_the_hub).collect(),
    }
}
