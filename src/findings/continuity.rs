//! What would be lost without an organisation, a funder, a sector, an administration, the hub itself or one event?
//!
//! In: the working layer of the window, members only, and who led and paid for what. Out: [`Continuity`]: for each
//! subject the network without it, beside the network as it is, twice: once where others carry on the events it led and
//! the agreements it pays for, once where these stop with it. Everybody at once, in near-linear time; only the change in
//! efficiency is computed for the first few, and says for how many.
//!
//! Members stay members whoever leaves: nobody stops counting because the one partner they had is gone. Events keep
//! their recorded size: an event of nine does not become a small one because one stays away.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::payments::payments;
use super::{Answer, Context, Lacking};
use crate::metrics::{HarmonicOptions, global_efficiency, predicted_work};
use crate::network::{Direction, Layer, MemberScope, NodeIndex, Pair, Place, View, Without};
use crate::records::{EventIndex, RecordId, Sector, TableName};

mod administrations;
mod departures;
mod remains;
mod splits;
mod substitutes;
mod sweep;
#[cfg(test)]
mod tests;

pub use administrations::Administration;
pub use splits::{CoreSplit, Splits};

use departures::{Departure, Ledger};
use remains::{Remains, Removal, Whole};

/// Members, by rank, and subjects of every other kind whose change in efficiency is computed at most.
const MOST_EFFICIENCIES: usize = 12;

/// Predicted edge visits that all these efficiencies may cost together.
const EFFICIENCY_WORK: u64 = 10_000_000_000;

/// Who or what could be gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The hub itself: its operator and those who work for it.
    Hub,
    /// The event with the most participants of the window.
    LargestEvent(EventIndex),
    /// A member, or whoever led an event of the window.
    Member(Place),
    /// A payer that stops paying, and stays.
    Funder(Place),
    /// Every member of a sector.
    Sector(Sector),
    /// What was begun under an administration.
    Administration(Administration),
}

impl Subject {
    /// The name of its kind in files and messages.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::LargestEvent(_) => "largest_event",
            Self::Member(_) => "member",
            Self::Funder(_) => "funder",
            Self::Sector(_) => "sector",
            Self::Administration(_) => "administration",
        }
    }
}

/// The network as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// Members.
    pub members: usize,
    /// Working ties.
    pub ties: usize,
    /// Share of the members in the largest component: the core.
    pub connected: Option<f64>,
    /// Share of pairs that cannot reach each other.
    pub fragmentation: Option<f64>,
    /// Global efficiency by hops; `None` where it was not computed.
    pub efficiency: Option<f64>,
}

/// The network without a subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// Those who would no longer reach the largest part left of their component (of equal parts the one with the
    /// smallest id stays), in roster order.
    pub stranded: Vec<Place>,
    /// Sectors that had a member in the core and would have none in what is left of it, the subject's own aside where
    /// the subject is a sector.
    pub sectors: Vec<Sector>,
    /// Share of the members left in the largest part left.
    pub connected: Option<f64>,
    /// Share of pairs of the members left that cannot reach each other.
    pub fragmentation: Option<f64>,
}

/// What is lost without one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// Without whom or what.
    pub subject: Subject,
    /// Members that leave, in roster order.
    pub leaving: Vec<Place>,
    /// Events of the window that it led, others beside it or not.
    pub led: Vec<EventIndex>,
    /// Of those, the ones that nobody else led: they stop.
    pub stopped: Vec<EventIndex>,
    /// Agreements that would end with it, sorted: those it pays for, or that were begun under it.
    pub ended: Vec<RecordId>,
    /// Working ties that go, where what it led and paid for stops.
    pub ties_lost: usize,
    /// Where others carry on what it led and paid for.
    pub carried_on: Left,
    /// Where that stops with it.
    pub left: Left,
    /// Global efficiency by hops where it stops; `None` where it was not computed or nobody is left.
    pub efficiency: Option<f64>,
    /// Share of the money of the window that it pays; `None` where too little of the money is known.
    pub funding: Option<f64>,
    /// Members that are tied to every sector it is tied to (a payer: that pay into every sector it pays into), those with
    /// most partners in common first, three at most; `None` where they were not sought.
    pub substitutes: Option<Vec<Place>>,
    /// The records it rests on, sorted: agreements of those who leave that live in the window, those that would end, and
    /// events it led.
    pub records: Vec<RecordId>,
}

/// Everybody and everything that could be gone, and how many departures the network bears.
#[derive(Debug, Clone, PartialEq)]
pub struct Continuity {
    /// The network as it is.
    pub before: Before,
    /// Without the operator and those who work for it.
    pub hub: Answer<Loss>,
    /// Without the largest event.
    pub largest_event: Option<Loss>,
    /// Without each member, ranked.
    pub members: Vec<Loss>,
    /// Without the money of each payer, ranked.
    pub funders: Answer<Vec<Loss>>,
    /// Without each sector, ranked.
    pub sectors: Answer<Vec<Loss>>,
    /// Without what was begun under each administration in office, ranked.
    pub administrations: Answer<Vec<Loss>>,
    /// How many members, by rank, have their efficiency computed.
    pub efficiencies: usize,
    /// How many departures until it splits.
    pub splits: Splits,
}

impl Continuity {
    /// Every loss: hub, largest event, members, payers, sectors, administrations.
    pub fn losses(&self) -> impl Iterator<Item = &Loss> {
        fn listed(answer: &Answer<Vec<Loss>>) -> &[Loss] {
            answer.found().map(Vec::as_slice).unwrap_or_default()
        }
        let first = self.hub.found().into_iter().chain(&self.largest_event);
        first
            .chain(&self.members)
            .chain(listed(&self.funders))
            .chain(listed(&self.sectors))
            .chain(listed(&self.administrations))
    }
}

/// What would be lost without each subject. Each kind is ranked by how many would be stranded where what it led and paid
/// for stops; then by sectors cut off, by how many would be stranded if others carried on, by events that stop, by
/// working ties lost, and by id.
#[must_use]
pub fn continuity(context: &Context<'_>) -> Continuity {
    let ledger = Ledger::new(context);
    let whole = Whole::new(context.working, |place| ledger.sectors.of(place));
    let administrations = administrations::departures(context, &ledger);
    let departures = all_departures(context, &ledger, administrations.found());
    let mut losses = losses(context, &whole, &ledger, departures);
    losses.sort_by_cached_key(rank);

    let money = shares_of_money(context);
    for loss in &mut losses {
        loss.funding = money.as_ref().map(|money| share_paid(money, loss));
    }
    substitutes::find(context, &ledger, &mut losses);
    let (efficiency, efficiencies) = efficiencies(context, &mut losses);

    let mut kinds: BTreeMap<&'static str, Vec<Loss>> = BTreeMap::new();
    for loss in losses {
        kinds.entry(loss.subject.kind()).or_default().push(loss);
    }
    let mut of = |kind| kinds.remove(kind).unwrap_or_default();
    let lacking = |table, column| {
        Answer::Cannot(Lacking::Column {
            table,
            column: Some(column),
        })
    };
    let or = |found: Vec<Loss>, none: Answer<Vec<Loss>>| if found.is_empty() { none } else { Answer::Found(found) };
    let nodes = context.working.node_count();
    Continuity {
        before: Before {
            members: nodes,
            ties: context.working.tie_count(),
            connected: whole.pieces.largest_share(),
            fragmentation: fragmentation(nodes, whole.pairs),
            efficiency,
        },
        hub: of("hub").pop().map_or(Answer::Cannot(Lacking::Operator), Answer::Found),
        largest_event: of("largest_event").pop(),
        members: of("member"),
        funders: or(of("funder"), lacking(TableName::Partnerships, "funder_id")),
        sectors: or(of("sector"), lacking(TableName::Stakeholders, "sector")),
        administrations: match administrations {
            Answer::Cannot(lacking) => Answer::Cannot(lacking),
            Answer::Found(_) => Answer::Found(of("administration")),
        },
        efficiencies,
        splits: splits::splits(context.working, context.seed),
    }
}

/// What would be lost without each of some members, ranked, with substitutes for the first; nothing else is looked at.
#[must_use]
pub fn member_losses(context: &Context<'_>, members: &BTreeSet<Place>) -> Vec<Loss> {
    let ledger = Ledger::new(context);
    let whole = Whole::new(context.working, |place| ledger.sectors.of(place));
    let departures = members
        .iter()
        .map(|place| ledger.departure(context, Subject::Member(*place), &[*place].into()));
    let mut losses = losses(context, &whole, &ledger, departures.collect());
    losses.sort_by_cached_key(rank);
    substitutes::find(context, &ledger, &mut losses);
    losses
}

fn all_departures(context: &Context<'_>, ledger: &Ledger, administrations: Option<&Vec<Departure>>) -> Vec<Departure> {
    let of_the_hub: BTreeSet<Place> = context.network.roster().of_the_hub().collect();
    let declared = context.records.config.hub.operator.is_some() && !of_the_hub.is_empty();
    let hub = declared.then(|| ledger.departure(context, Subject::Hub, &of_the_hub));
    let largest = context.network.largest_event(context.window).map(|size| Departure {
        subject: Subject::LargestEvent(size.event),
        nodes: Vec::new(),
        led: Vec::new(),
        stopped: [size.event].into(),
        ended: BTreeSet::new(),
    });
    let members = ledger.everyone(context);
    let members = members
        .into_iter()
        .map(|place| ledger.departure(context, Subject::Member(place), &[place].into()));
    let funders = ledger.paid.keys().map(|payer| ledger.unpaid(*payer));
    let sectors = ledger.sectors.members(context);
    let sectors = sectors
        .iter()
        .map(|(sector, places)| ledger.departure(context, Subject::Sector(*sector), places));
    let rest = members.chain(funders).chain(sectors);
    let administrations = administrations.into_iter().flatten().cloned();
    hub.into_iter()
        .chain(largest)
        .chain(rest)
        .chain(administrations)
        .collect()
}

fn view<'a>(context: &Context<'a>, without: &'a Without) -> View<'a> {
    View {
        layer: Layer::Working,
        window: context.window,
        members: MemberScope::Core,
        direction: Direction::Undirected,
        without,
    }
}

/// What is left after each departure, in its order.
fn losses(context: &Context<'_>, whole: &Whole<'_>, ledger: &Ledger, departures: Vec<Departure>) -> Vec<Loss> {
    let stopping: Vec<Without> = departures
        .iter()
        .map(|departure| Without {
            places: BTreeSet::new(),
            events: departure.stopped.clone(),
            partnerships: departure.ended.clone(),
        })
        .collect();
    let none = Without::default();
    let lost = context
        .network
        .ties_lost_to(&view(context, &none), context.working.places(), &stopping);
    let stop: Vec<Removal> = departures
        .iter()
        .zip(lost)
        .map(|(departure, ties)| removal(departure, ties))
        .collect();
    let carry_on: Vec<Removal> = departures
        .iter()
        .map(|departure| removal(departure, Vec::new()))
        .collect();
    let (after, carried_on) = (whole.after(&stop), whole.after(&carry_on));
    departures
        .into_iter()
        .zip(stop.iter().zip(after))
        .zip(carry_on.iter().zip(carried_on))
        .map(|((departure, (stop, after)), (carry_on, carried_on))| Loss {
            leaving: departure
                .nodes
                .iter()
                .map(|node| context.working.places()[node.at()])
                .collect(),
            ties_lost: stop.ties.len() + ties_at(context, &departure.nodes),
            carried_on: left(whole, ledger, &departure.subject, carry_on, carried_on),
            left: left(whole, ledger, &departure.subject, stop, after),
            efficiency: None,
            funding: None,
            substitutes: None,
            records: records(context, &departure),
            ended: ended(context, &departure),
            led: departure.led,
            stopped: departure.stopped.into_iter().collect(),
            subject: departure.subject,
        })
        .collect()
}

/// The nodes of a departure with the ties among others that go, in order.
fn removal(departure: &Departure, mut ties: Vec<Pair>) -> Removal {
    let leaves = |node: NodeIndex| departure.nodes.binary_search(&node).is_ok();
    ties.retain(|(one, other)| !leaves(*one) && !leaves(*other));
    Removal {
        nodes: departure.nodes.clone(),
        ties,
    }
}

/// How many ties have an end among some nodes.
fn ties_at(context: &Context<'_>, nodes: &[NodeIndex]) -> usize {
    let among = |node: &u32| nodes.binary_search(&NodeIndex(*node)).is_ok();
    let ends: usize = nodes.iter().map(|node| context.working.degree(*node)).sum();
    let partners = nodes.iter().flat_map(|node| context.working.ties().columns(node.at()));
    let within = if nodes.len() > 1 {
        partners.filter(|other| among(other)).count()
    } else {
        0
    };
    ends - within / 2
}

fn left(whole: &Whole<'_>, ledger: &Ledger, subject: &Subject, removal: &Removal, remains: Remains) -> Left {
    let mut sectors = whole.sectors_cut_off(removal, &remains, |place| ledger.sectors.of(place));
    sectors.retain(|sector| *subject != Subject::Sector(*sector));
    let members = whole.snapshot.node_count() - removal.nodes.len();
    Left {
        sectors,
        connected: (members > 0).then(|| f64::from(remains.largest) / members as f64),
        fragmentation: fragmentation(members, remains.pairs),
        stranded: remains.stranded,
    }
}

/// Share of pairs that cannot reach each other; `None` where there is no pair.
fn fragmentation(members: usize, reached: u64) -> Option<f64> {
    let pairs = members as u64 * (members as u64).saturating_sub(1);
    (pairs > 0).then(|| (pairs - reached) as f64 / pairs as f64)
}

/// Ranked by this, the highest first, then the subject.
fn rank(loss: &Loss) -> (std::cmp::Reverse<[usize; 5]>, Subject) {
    let size = [
        loss.left.stranded.len(),
        loss.left.sectors.len(),
        loss.carried_on.stranded.len(),
        loss.stopped.len(),
        loss.ties_lost,
    ];
    (std::cmp::Reverse(size), loss.subject.clone())
}

fn ended(context: &Context<'_>, departure: &Departure) -> Vec<RecordId> {
    let id = |partnership: &u32| context.records.partnerships[*partnership as usize].id.clone();
    let mut ids: Vec<RecordId> = departure.ended.iter().map(id).collect();
    ids.sort_unstable();
    ids
}

fn records(context: &Context<'_>, departure: &Departure) -> Vec<RecordId> {
    let mut partnerships = departure.ended.clone();
    for node in &departure.nodes {
        let ties = context.network.partnerships_of(context.working.places()[node.at()]);
        let live = ties.into_iter().filter(|tie| tie.lives_in(context.window));
        partnerships.extend(live.map(|tie| tie.partnership));
    }
    let ids = partnerships
        .into_iter()
        .map(|partnership| context.records.partnerships[partnership as usize].id.clone());
    let events = departure.led.iter().chain(&departure.stopped);
    let events = events.map(|event| RecordId(context.records.event(*event).id.0.clone()));
    ids.chain(events).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What each payer pays in the window, over all; `None` where too little of the money is known.
fn shares_of_money(context: &Context<'_>) -> Option<BTreeMap<Place, f64>> {
    let payments = payments(context, context.window).ok()?;
    let all: f64 = payments.iter().map(|payment| payment.amount).sum();
    let mut shares: BTreeMap<Place, f64> = BTreeMap::new();
    for payment in payments {
        *shares.entry(payment.payer).or_default() += payment.amount / all;
    }
    (all > 0.0).then_some(shares)
}

fn share_paid(money: &BTreeMap<Place, f64>, loss: &Loss) -> f64 {
    let share = |place: &Place| money.get(place).copied().unwrap_or_default();
    match &loss.subject {
        Subject::Funder(payer) => share(payer),
        Subject::Member(place) => share(place),
        _ => loss.leaving.iter().map(share).sum(),
    }
}

/// Efficiency as it is, for how many members it is known, and that without each of the first subjects of each kind.
fn efficiencies(context: &Context<'_>, losses: &mut [Loss]) -> (Option<f64>, usize) {
    let work = predicted_work(context.working, Direction::Undirected).max(1);
    let affordable = usize::try_from(EFFICIENCY_WORK / work).unwrap_or(usize::MAX);
    if affordable == 0 {
        return (None, 0);
    }
    let mut counted: BTreeMap<&'static str, usize> = BTreeMap::new();
    let first: Vec<&mut Loss> = losses
        .iter_mut()
        .filter(|loss| {
            let count = counted.entry(loss.subject.kind()).or_default();
            *count += 1;
            *count <= MOST_EFFICIENCIES
        })
        .take(affordable - 1)
        .collect();
    let members = first
        .iter()
        .filter(|loss| matches!(loss.subject, Subject::Member(_)))
        .count();
    first
        .into_par_iter()
        .for_each(|loss| loss.efficiency = efficiency_without(context, loss));
    (efficiency_of(context.working), members)
}

fn efficiency_of(snapshot: &crate::network::Snapshot) -> Option<f64> {
    global_efficiency(snapshot, &HarmonicOptions::rochat()).ok()?.value
}

/// The efficiency of the network frozen anew without a subject and what stops with it.
fn efficiency_without(context: &Context<'_>, loss: &Loss) -> Option<f64> {
    let ended = |id: &RecordId| context.records.partnerships.binary_search_by(|one| one.id.cmp(id)).ok();
    let without = Without {
        places: loss.leaving.iter().copied().collect(),
        events: loss.stopped.iter().copied().collect(),
        partnerships: loss.ended.iter().filter_map(ended).map(|at| at as u32).collect(),
    };
    let stays = |place: &Place| !without.places.contains(place);
    let places = context.working.places().iter().copied().filter(stays).collect();
    efficiency_of(&context.network.snapshot_among(&view(context, &without), places))
}
