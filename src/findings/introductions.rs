//! Whom to introduce to whom, and by whom?
//!
//! In: the working layer of the window, the gaps, what the records say of each. Out: [`Introductions`], two lists of
//! pairs without a tie: *likely anyway* (do nothing), and *needed, unlikely alone* (each fills a named gap and has an
//! introducer), with reasons, effects and records; and how such rankings did before.
//!
//! Nobody is introduced who worked together before, by any record so far; nor the hub itself; nor whom
//! `never_proposed` keeps apart. At most [`LISTED`] pairs stand in each list, and in the second at most two with the
//! same member.

use super::goals::{Goal, Goals, Pair};
use super::{Answer, Context, Gaps, Lacking};
use crate::network::{Layer, Place};
use crate::records::{RecordId, Sector, StakeholderIndex};
use crate::statistics::Interval;
use crate::statistics::intervals::wilson;
use crate::time::Window;

pub mod back_test;
mod between;
mod candidates;
mod never_proposed;
mod past;
pub mod rankers;
mod reasons;
pub mod words;

use back_test::RankerResult;
use between::Between;
use candidates::{Candidate, Candidates};
use never_proposed::Apart;
use reasons::Reasons;

/// Pairs in each list.
pub const LISTED: usize = 20;

/// Pairs of the second list that one member may stand in.
const MOST_OF_A_MEMBER: usize = 2;

/// New ties in the test period below which no ranking is believed.
pub const FEWEST_NEW_TIES: u64 = 20;

/// Which list a pair stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IntroductionList {
    /// So close that they are likely to meet without help: do nothing.
    LikelyAnyway,
    /// Fills a named gap, and unlikely to come about alone.
    NeededUnlikelyAlone,
}

impl IntroductionList {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LikelyAnyway => "likely_anyway",
            Self::NeededUnlikelyAlone => "needed",
        }
    }
}

/// Why a pair is worth a thought.
#[derive(Debug, Clone, PartialEq)]
pub enum IntroductionReason {
    /// No member of the one sector works with one of the other.
    EmptyCell(Sector, Sector),
    /// The two sectors meet less than their members' activity predicts, in that layer.
    SectorGap(Sector, Sector, Layer),
    /// It works with nobody yet.
    WithoutTies(Place),
    /// Nothing joins the two parts of the network in which they stand.
    SeparateParts,
    /// What the one needs the other offers.
    OfferMeetsNeed {
        /// Who offers.
        offers: Place,
        /// Who needs.
        needs: Place,
        /// What, as recorded.
        what: String,
    },
    /// Two steps apart: so many work with both.
    CommonPartners(usize),
    /// So many events that both came to, in the window, without working together.
    SharedEvents(usize),
}

impl IntroductionReason {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::EmptyCell(..) => "empty_cell",
            Self::SectorGap(..) => "sector_gap",
            Self::WithoutTies(_) => "without_ties",
            Self::SeparateParts => "separate_parts",
            Self::OfferMeetsNeed { .. } => "offer_meets_need",
            Self::CommonPartners(_) => "common_partners",
            Self::SharedEvents(_) => "shared_events",
        }
    }

    /// Whether it is a gap that the pair would fill, and not only a sign that they are close.
    #[must_use]
    pub const fn is_gap(&self) -> bool {
        !matches!(self, Self::CommonPartners(_) | Self::SharedEvents(_))
    }
}

/// By how much one tie would improve the network; `None` where there is nothing to count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Effects {
    /// More of the declared sectors tied across.
    pub coverage: Option<f64>,
    /// Fewer pairs that cannot reach each other.
    pub fragmentation: Option<f64>,
    /// More members within two steps.
    pub reach: Option<f64>,
}

/// One introduction.
#[derive(Debug, Clone, PartialEq)]
pub struct Introduction {
    /// Whom.
    pub pair: Pair,
    /// Which list it stands in.
    pub list: IntroductionList,
    /// Who could introduce them: knows both, the weaker of the two acquaintances being the strongest there is.
    pub introducer: Option<Place>,
    /// Of those who stand for the introducer, the person who was at most events with either side; for the private page.
    pub person: Option<StakeholderIndex>,
    /// Why, gaps first, and of them what is the pair's own first.
    pub reasons: Vec<IntroductionReason>,
    /// What it would be good for.
    pub effects: Effects,
    /// Its place in the learned ranking of all pairs at two steps; `None` where it has none.
    pub rank: Option<usize>,
    /// The records it rests on, sorted.
    pub records: Vec<RecordId>,
    /// Whether an official would meet a private party, so that the declared notice goes with it.
    pub notice: bool,
}

/// How many of pairs ranked like these came true.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HitRate {
    /// How many pairs were looked at.
    pub pairs: u64,
    /// How many of them worked together later; pairs of equal score at the border count by their share.
    pub hits: f64,
    /// The share, with the score interval of the nearest whole number.
    pub share: f64,
    /// 95 % interval of the share.
    pub interval: Option<Interval>,
}

impl HitRate {
    fn of(hits: f64, pairs: u64) -> Option<Self> {
        (pairs > 0).then(|| Self {
            pairs,
            hits,
            share: hits / pairs as f64,
            interval: wilson(hits.round() as usize, pairs as usize),
        })
    }
}

/// How the rankings did in the window, made from the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct BackTest {
    /// The learned ranker was fitted to what became of this window's pairs in the next.
    pub learned_in: Window,
    /// Pairs were ranked in this window …
    pub ranked_in: Window,
    /// … and looked up in this one.
    pub came_true_in: Window,
    /// Pairs of members that never had a working tie.
    pub candidates: u64,
    /// How many of them had one in the window after.
    pub new_ties: u64,
    /// One result per ranker.
    pub results: Vec<RankerResult>,
    /// Of the first [`LISTED`] of the learned ranking.
    pub first: Option<HitRate>,
    /// Of those beyond the first `new_ties`.
    pub beyond: Option<HitRate>,
    /// Whether the learned ranker did at least as well as common partners.
    pub learned_holds: bool,
}

/// How the pairs of the lists were chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum ListRule {
    /// By the learned ranking: the first so many are likely anyway.
    Learned {
        /// As many as new ties formed in the test period.
        likely: usize,
    },
    /// The ranking lost to common partners: gaps alone.
    Beaten,
    /// There is no ranking to believe: gaps alone.
    Untested(Lacking),
}

/// Whom to introduce, in two lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Introductions {
    /// Likely anyway, most likely first; empty where the gap rule alone was used.
    pub likely: Vec<Introduction>,
    /// Needed, unlikely alone: by gaps filled, then members brought within two steps, then the strength of the
    /// introduction, then in roster order.
    pub needed: Vec<Introduction>,
    /// How they were chosen.
    pub rule: ListRule,
    /// How the rankings did.
    pub back_test: Answer<BackTest>,
    /// Common partners with more partners than this were not followed; `None` where all were.
    pub followed_up_to: Option<usize>,
    /// Pairs of the rankings that are never proposed.
    pub kept_apart: usize,
    /// Ids of `[introductions] avoid` that no stakeholder has.
    pub unknown_avoided: Vec<String>,
}

impl Introductions {
    /// Both lists, likely first.
    pub fn all(&self) -> impl Iterator<Item = &Introduction> {
        self.likely.iter().chain(&self.needed)
    }
}

/// Whom to introduce to whom.
#[must_use]
pub fn introductions(context: &Context<'_>, gaps: &Gaps) -> Introductions {
    let history = past::History::of(context);
    let tested = past::test(context, &history);
    let apart = Apart::new(context);
    let mut candidates = Candidates::of(context, &history, &apart);
    let (back_test, rule) = match tested {
        Err(lacking) => (Answer::Cannot(lacking.clone()), ListRule::Untested(lacking)),
        Ok(tested) => {
            let rule = match tested.report.learned_holds {
                true => ListRule::Learned {
                    likely: tested.report.new_ties as usize,
                },
                false => ListRule::Beaten,
            };
            candidates.rank(&tested.learned);
            (Answer::Found(tested.report), rule)
        }
    };
    let lists = Lists {
        context,
        between: Between::new(context, &apart),
        reasons: Reasons::new(context, gaps),
        goals: Goals::new(context),
    };
    let likely = match rule {
        ListRule::Learned { likely } => lists.likely(candidates.first(likely)),
        ListRule::Beaten | ListRule::Untested(_) => Vec::new(),
    };
    let unlikely_beyond = match rule {
        ListRule::Learned { likely } => likely,
        ListRule::Beaten | ListRule::Untested(_) => 0,
    };
    let needed = candidates.needed(&lists.reasons, unlikely_beyond);
    Introductions {
        likely,
        needed: lists.needed(needed),
        rule,
        back_test,
        followed_up_to: candidates.followed_up_to(),
        kept_apart: candidates.kept_apart(),
        unknown_avoided: apart.unknown,
    }
}

/// What is missing to say how the rankings did before, found without replaying them.
#[must_use]
pub fn untested(context: &Context<'_>) -> Option<Lacking> {
    past::learned(context, &past::History::of(context)).err()
}

/// What the lists are written with.
struct Lists<'a> {
    context: &'a Context<'a>,
    between: Between<'a>,
    reasons: Reasons<'a>,
    goals: Goals<'a>,
}

impl Lists<'_> {
    fn likely(&self, candidates: Vec<Candidate>) -> Vec<Introduction> {
        let effects = self.effects(&candidates);
        candidates
            .iter()
            .zip(effects)
            .map(|(one, effects)| self.written(one, IntroductionList::LikelyAnyway, effects))
            .collect()
    }

    fn needed(&self, candidates: Vec<Candidate>) -> Vec<Introduction> {
        let effects = self.effects(&candidates);
        let mut written: Vec<(Introduction, f64)> = candidates
            .iter()
            .zip(effects)
            .filter_map(|(one, effects)| {
                let strength = self.between.introducer(one.pair, one.through)?.strength;
                let list = IntroductionList::NeededUnlikelyAlone;
                Some((self.written(one, list, effects), strength))
            })
            .collect();
        let filled = |one: &Introduction| one.reasons.iter().filter(|reason| reason.is_gap()).count();
        written.sort_by(|(one, strength), (other, others)| {
            let reach = |one: &Introduction| one.effects.reach.unwrap_or(0.0);
            filled(other)
                .cmp(&filled(one))
                .then(reach(other).total_cmp(&reach(one)))
                .then(others.total_cmp(strength))
                .then(one.pair.cmp(&other.pair))
        });
        let mut listed: Vec<Introduction> = Vec::new();
        for (one, _) in written {
            let stands_in = |place: Place| {
                listed
                    .iter()
                    .filter(|two| [two.pair.a, two.pair.b].contains(&place))
                    .count()
            };
            if stands_in(one.pair.a) < MOST_OF_A_MEMBER && stands_in(one.pair.b) < MOST_OF_A_MEMBER {
                listed.push(one);
            }
            if listed.len() == LISTED {
                break;
            }
        }
        listed
    }

    fn effects(&self, candidates: &[Candidate]) -> Vec<Effects> {
        let pairs: Vec<Pair> = candidates.iter().map(|one| one.pair).collect();
        let today = self.goals.today();
        let [coverage, fragmentation, reach] =
            [Goal::Coverage, Goal::Fragmentation, Goal::Reach].map(|goal| today.effects(goal, &pairs));
        let effects = coverage.into_iter().zip(fragmentation).zip(reach);
        effects
            .map(|((coverage, fragmentation), reach)| Effects {
                coverage,
                fragmentation,
                reach,
            })
            .collect()
    }

    fn written(&self, one: &Candidate, list: IntroductionList, effects: Effects) -> Introduction {
        let introducer = self.between.introducer(one.pair, one.through);
        let shared = self.between.shared_events(one.pair.a, one.pair.b);
        let mut reasons = self.reasons.gaps_filled(one.pair);
        reasons.extend((one.common_partners > 0).then_some(IntroductionReason::CommonPartners(one.common_partners)));
        reasons.extend((!shared.is_empty()).then_some(IntroductionReason::SharedEvents(shared.len())));
        let mut records = self.between.records(one.pair.a, one.pair.b);
        if let Some(introducer) = &introducer {
            records.extend(self.between.records(introducer.place, one.pair.a));
            records.extend(self.between.records(introducer.place, one.pair.b));
        }
        Introduction {
            pair: one.pair,
            list,
            introducer: introducer.map(|found| found.place),
            person: introducer.and_then(|found| self.between.person(found.place, one.pair)),
            reasons,
            effects,
            rank: one.rank,
            records: records.into_iter().collect(),
            notice: never_proposed::official_meets_private(self.context, one.pair),
        }
    }
}

#[cfg(test)]
mod tests;
