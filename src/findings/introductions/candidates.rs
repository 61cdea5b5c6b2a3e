//! Which pairs come into question?
//!
//! In: the working layer, who worked together before, who is kept apart. Out: [`Candidates`]: the pairs at two steps,
//! ranked where there is a ranking to believe; and those of members outside the largest part, through someone they met
//! at an event.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::super::Context;
use super::back_test::Learned;
use super::never_proposed::Apart;
use super::past::History;
use super::rankers::Closeness;
use super::reasons::Reasons;
use super::{LISTED, Pair};
use crate::metrics::{PairScoreOptions, components};
use crate::network::{NodeIndex, Place};

/// How far wedges are followed: beyond, common partners with most partners are left out, and the lists say so.
pub(super) const FOLLOWED: PairScoreOptions = PairScoreOptions { work_limit: 1_000_000 };

/// Pairs whose effects are computed; of more that fill a gap, those that fill most and are closest.
const SHORTLIST: usize = 500;

/// Members outside the largest part who are looked at: those with most events first.
const MOST_OUTSIDERS: usize = 300;

/// People they met through whom a way is looked for, and partners of each.
const MOST_WAYS: (usize, usize) = (5, 10);

/// Of larger events nobody is taken to know the others.
const LARGEST_EVENT: usize = 200;

/// A pair without a tie.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    pub pair: Pair,
    pub common_partners: usize,
    /// Its place in the learned ranking, the first being 1.
    pub rank: Option<usize>,
    /// Where nobody works with both: who met the one and works with the other.
    pub through: Option<Place>,
}

/// The pairs that come into question.
pub(super) struct Candidates<'a> {
    context: &'a Context<'a>,
    history: &'a History,
    apart: &'a Apart,
    closeness: Closeness,
    /// Those at two steps that never worked together, by their place among the pairs; most likely first once ranked.
    open: Vec<u32>,
    ranked: bool,
    kept_apart: BTreeSet<Pair>,
}

impl<'a> Candidates<'a> {
    pub fn of(context: &'a Context<'a>, history: &'a History, apart: &'a Apart) -> Self {
        let closeness = Closeness::within(context.working, FOLLOWED);
        let aside: Vec<bool> = context
            .working
            .places()
            .iter()
            .map(|place| apart.is_aside(*place))
            .collect();
        let pairs = closeness.pairs().par_iter().zip(0_u32..closeness.pairs().len() as u32);
        let known = |a, b| history.is_at_hand() && pair(context, a, b).is_some_and(|pair| history.holds(context, pair));
        let open = pairs.filter(|((a, b), _)| !aside[a.at()] && !aside[b.at()] && !known(*a, *b));
        Self {
            open: open.map(|(_, at)| at).collect(),
            ranked: false,
            kept_apart: BTreeSet::new(),
            context,
            history,
            apart,
            closeness,
        }
    }

    /// Puts the pairs in the order of the learned ranking; of equals the first in the roster.
    pub fn rank(&mut self, learned: &Learned) {
        let scores = learned.scores(&self.closeness);
        let score = |at: &u32| scores[*at as usize];
        self.open
            .par_sort_by(|one, other| score(other).total_cmp(&score(one)).then(one.cmp(other)));
        self.ranked = true;
    }

    /// Those among the first so many that are not kept apart, [`LISTED`] at most.
    pub fn first(&mut self, likely: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        for place in 0..likely.min(self.open.len()) {
            if found.len() == LISTED {
                break;
            }
            let Some(candidate) = self.candidate(place) else {
                continue;
            };
            if self.apart.holds(candidate.pair) {
                self.kept_apart.insert(candidate.pair);
            } else {
                found.push(candidate);
            }
        }
        found
    }

    /// Those beyond the first so many that fill a gap, with those of members outside the largest part.
    pub fn needed(&mut self, reasons: &Reasons<'_>, unlikely_beyond: usize) -> Vec<Candidate> {
        let places = unlikely_beyond.min(self.open.len())..self.open.len();
        let filling = places.into_par_iter().filter_map(|place| {
            let candidate = self.candidate(place)?;
            let filled = reasons.gaps_filled(candidate.pair).len();
            let near = self.closeness.resource_allocation()[self.open[place] as usize];
            (filled > 0).then_some((filled, near, candidate))
        });
        let mut filling: Vec<(usize, f64, Candidate)> = filling.collect();
        filling.par_sort_by(|(filled, near, one), (others_filled, others_near, other)| {
            others_filled
                .cmp(filled)
                .then(others_near.total_cmp(near))
                .then(one.pair.cmp(&other.pair))
        });
        let mut shortlist = self.not_apart(filling.into_iter().map(|(.., candidate)| candidate));
        let outsiders = self.outsiders();
        shortlist.extend(self.not_apart(outsiders.into_iter()));
        shortlist
    }

    /// The first of them that are not kept apart, as many as a shortlist holds.
    fn not_apart(&mut self, candidates: impl Iterator<Item = Candidate>) -> Vec<Candidate> {
        let mut found = Vec::new();
        for candidate in candidates {
            if found.len() == SHORTLIST {
                break;
            }
            if self.history.holds(self.context, candidate.pair) {
                continue;
            }
            if self.apart.holds(candidate.pair) {
                self.kept_apart.insert(candidate.pair);
            } else {
                found.push(candidate);
            }
        }
        found
    }

    pub const fn followed_up_to(&self) -> Option<usize> {
        self.closeness.followed_up_to()
    }

    pub fn kept_apart(&self) -> usize {
        self.kept_apart.len()
    }

    fn candidate(&self, place: usize) -> Option<Candidate> {
        let at = self.open[place] as usize;
        let (a, b) = self.closeness.pairs()[at];
        Some(Candidate {
            pair: pair(self.context, a, b)?,
            common_partners: self.closeness.common_partners()[at] as usize,
            rank: self.ranked.then_some(place + 1),
            through: None,
        })
    }

    /// Pairs of a member outside the largest part with the strongest partners of those it met at most events.
    fn outsiders(&self) -> Vec<Candidate> {
        let working = self.context.working;
        let (parts, Some(attendance)) = (components(working), working.attendance()) else {
            return Vec::new();
        };
        let places = working.places();
        let events = |node: NodeIndex| attendance.events_of.columns(node.at());
        let outside = |node: &NodeIndex| {
            Some(parts.of[node.at()]) != parts.largest()
                && !events(*node).is_empty()
                && !self.apart.is_aside(places[node.at()])
        };
        let mut outsiders: Vec<NodeIndex> = working.nodes().filter(outside).collect();
        outsiders.sort_by_key(|node| (std::cmp::Reverse(events(*node).len()), *node));
        outsiders.truncate(MOST_OUTSIDERS);
        let mut found: BTreeMap<Pair, Place> = BTreeMap::new();
        for outsider in outsiders {
            let mut met: BTreeMap<u32, usize> = BTreeMap::new();
            for &event in events(outsider) {
                let participants = attendance.nodes_of.columns(event as usize);
                let known = participants.iter().filter(|_| participants.len() <= LARGEST_EVENT);
                for &other in known.filter(|other| parts.of[**other as usize] != parts.of[outsider.at()]) {
                    *met.entry(other).or_default() += 1;
                }
            }
            let mut met: Vec<(u32, usize)> = met
                .into_iter()
                .filter(|(other, _)| working.degree(NodeIndex(*other)) > 0)
                .collect();
            met.sort_by_key(|(other, events)| (std::cmp::Reverse(*events), *other));
            for (between, _) in met.into_iter().take(MOST_WAYS.0) {
                for partner in self.strongest_partners(between) {
                    if let Some(pair) = pair(self.context, outsider, partner) {
                        found.entry(pair).or_insert(places[between as usize]);
                    }
                }
            }
        }
        let new = |pair: &Pair| {
            !self.history.holds(self.context, *pair) && !self.apart.is_aside(pair.a) && !self.apart.is_aside(pair.b)
        };
        let found = found.into_iter().filter(|(pair, _)| new(pair));
        found
            .map(|(pair, through)| Candidate {
                pair,
                common_partners: 0,
                rank: None,
                through: Some(through),
            })
            .collect()
    }

    fn strongest_partners(&self, of: u32) -> Vec<NodeIndex> {
        let mut partners: Vec<(u32, f64)> = self.context.working.ties().row(of as usize).collect();
        partners.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let strongest = partners.into_iter().take(MOST_WAYS.1);
        strongest.map(|(partner, _)| NodeIndex(partner)).collect()
    }
}

fn pair(context: &Context<'_>, a: NodeIndex, b: NodeIndex) -> Option<Pair> {
    let places = context.working.places();
    Pair::new(places[a.at()], places[b.at()])
}
