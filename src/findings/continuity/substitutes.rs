//! Who could step in for whoever leaves?
//!
//! In: losses in the order of their rank. Out: for the first members and payers, those who span the same sectors: a
//! member that is tied to every sector the leaver's partners come from, or a payer that pays into every sector the other
//! pays into. Those who already share most partners with it come first, then those with most ties, then by id. Whoever
//! would be stranded with it is none, and neither is the hub itself.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::findings::Context;
use crate::network::{NodeIndex, Place};
use crate::records::Sector;

use super::departures::Ledger;
use super::{Loss, Subject};

/// Members, by rank, and payers for whom substitutes are sought at most.
const MOST_SOUGHT: usize = 100;

/// Substitutes named for each.
const MOST_NAMED: usize = 3;

/// Fills in the substitutes of the first members and payers.
pub(super) fn find(context: &Context<'_>, ledger: &Ledger, losses: &mut [Loss]) {
    let spans = Spans::new(context, ledger);
    let reached = paid_into(context, ledger);
    let (mut members, mut payers) = (0, 0);
    for loss in losses {
        match loss.subject {
            Subject::Member(place) if members < MOST_SOUGHT => {
                members += 1;
                loss.substitutes = Some(spans.of_member(context, place, loss));
            }
            Subject::Funder(payer) if payers < MOST_SOUGHT => {
                payers += 1;
                loss.substitutes = Some(of_payer(context, &reached, payer));
            }
            _ => {}
        }
    }
}

/// How many partners each node has in each sector.
struct Spans {
    sector: Vec<Option<usize>>,
    partners: Vec<[u32; Sector::ALL.len()]>,
}

impl Spans {
    fn new(context: &Context<'_>, ledger: &Ledger) -> Self {
        let at = |place: &Place| {
            let sector = ledger.sectors.of(*place)?;
            Sector::ALL.iter().position(|other| *other == sector)
        };
        let sector: Vec<Option<usize>> = context.working.places().iter().map(at).collect();
        let mut partners = vec![[0; Sector::ALL.len()]; sector.len()];
        for (one, other, _) in context.working.pairs() {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(at) = sector[to.at()] {
                    partners[from.at()][at] += 1;
                }
            }
        }
        Self { sector, partners }
    }

    fn of_member(&self, context: &Context<'_>, place: Place, loss: &Loss) -> Vec<Place> {
        let Some(leaver) = context.working.node_at(place) else {
            return Vec::new();
        };
        let rows = context.working.ties();
        let spanned: Vec<usize> = (0..Sector::ALL.len())
            .filter(|at| self.partners[leaver.at()][*at] > 0)
            .collect();
        if spanned.is_empty() {
            return Vec::new();
        }
        let mut shared = vec![0_u32; context.working.node_count()];
        for partner in rows.columns(leaver.at()) {
            for other in rows.columns(*partner as usize) {
                shared[*other as usize] += 1;
            }
        }
        let tied = |node: u32| rows.columns(leaver.at()).binary_search(&node).is_ok();
        // the leaver itself is no partner any more
        let partners = |node: u32, at: usize| {
            self.partners[node as usize][at] - u32::from(tied(node) && self.sector[leaver.at()] == Some(at))
        };
        let stranded = |node: u32| {
            loss.left
                .stranded
                .binary_search(&context.working.places()[node as usize])
                .is_ok()
        };
        // nobody who declined profiling is put forward
        let left_out = |node: u32| {
            let member = context.network.roster().member(context.working.places()[node as usize]);
            member.of_the_hub || !context.records.stakeholder(member.stakeholder).profiling
        };
        let candidates = (0..context.working.node_count() as u32).filter(|node| {
            *node != leaver.0
                && !left_out(*node)
                && spanned.iter().all(|at| partners(*node, *at) > 0)
                && !stranded(*node)
        });
        let key = |node: &u32| {
            (
                Reverse(shared[*node as usize]),
                Reverse(context.working.degree(NodeIndex(*node))),
                *node,
            )
        };
        let mut found: Vec<u32> = candidates.collect();
        found.sort_by_key(key);
        found.truncate(MOST_NAMED);
        found
            .into_iter()
            .map(|node| context.working.places()[node as usize])
            .collect()
    }
}

/// The sectors into which each payer pays, and how many agreements.
fn paid_into(context: &Context<'_>, ledger: &Ledger) -> BTreeMap<Place, (BTreeSet<Sector>, usize)> {
    let ties: BTreeMap<u32, [Place; 2]> = context
        .network
        .live_partnerships(context.window)
        .map(|tie| (tie.partnership, [tie.source, tie.target]))
        .collect();
    let reached = |payer: &Place, agreements: &BTreeSet<u32>| {
        let ends = agreements.iter().filter_map(|one| ties.get(one)).flatten();
        ends.filter(|place| *place != payer)
            .filter_map(|place| ledger.sectors.of(*place))
            .collect()
    };
    let paid = ledger.paid.iter();
    paid.map(|(payer, agreements)| (*payer, (reached(payer, agreements), agreements.len())))
        .collect()
}

fn of_payer(context: &Context<'_>, reached: &BTreeMap<Place, (BTreeSet<Sector>, usize)>, payer: Place) -> Vec<Place> {
    let Some((own, _)) = reached.get(&payer).filter(|(own, _)| !own.is_empty()) else {
        return Vec::new();
    };
    let of_the_hub = |place: Place| context.network.roster().member(place).of_the_hub;
    let others = reached
        .iter()
        .filter(|(other, (into, _))| **other != payer && !of_the_hub(**other) && into.is_superset(own));
    let mut found: Vec<(Reverse<usize>, Place)> = others.map(|(other, (_, count))| (Reverse(*count), *other)).collect();
    found.sort_unstable();
    found.truncate(MOST_NAMED);
    found.into_iter().map(|(_, place)| place).collect()
}
