//! What would be lost without each person? For the private file alone.
//!
//! In: a hub with persons. Out: [`PeopleLosses`], from a network in which every person stands for itself, whatever the
//! level of the run.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Prepared;
use crate::findings::Context;
use crate::findings::continuity::{Loss, Subject, member_losses};
use crate::network::{
    Direction, Layer, Level, MemberScope, NetworkOptions, Roster, Snapshot, Standing, TemporalNetwork, View, Without,
};
use crate::records::StakeholderKind;

/// Ties that a network of persons may have at most; beyond, nothing is said of persons.
const MOST_TIES: u64 = 5_000_000;

/// Contacts below which nothing is said of a person.
const FEWEST_CONTACTS: usize = 3;

/// What would be lost without persons.
#[derive(Debug, Clone)]
pub struct PeopleLosses {
    /// Everyone who can be a node where persons stand for themselves.
    pub roster: Arc<Roster>,
    /// Members of that network.
    pub members: usize,
    /// Without each person that would strand someone, or alone led an event; ranked as those of members. Whoever declined
    /// profiling, works for the hub or has fewer than three contacts is left out.
    pub losses: Vec<Loss>,
}

/// What would be lost without each person; `None` where no person can be a node, or there are too many ties.
#[must_use]
pub fn people_losses(prepared: &Prepared) -> Option<PeopleLosses> {
    let records = &prepared.records;
    let mut stakeholders = records.stakeholders.iter();
    if !stakeholders.any(|one| one.kind == StakeholderKind::Person) {
        return None;
    }
    if prepared.options.network.level == Level::Person {
        return Some(of(&prepared.context()));
    }
    let options = NetworkOptions {
        level: Level::Person,
        ..prepared.options.network.clone()
    };
    let network = TemporalNetwork::assemble(records, &options);
    if network.most_ties(Layer::Working, &prepared.window) > MOST_TIES {
        return None;
    }
    let membership = network.membership(&prepared.window);
    let working: Snapshot = network.snapshot_among(
        &View {
            layer: Layer::Working,
            window: &prepared.window,
            members: MemberScope::Core,
            direction: Direction::Undirected,
            without: &Without::default(),
        },
        membership.places(Standing::Member).collect(),
    );
    Some(of(&Context {
        network: &network,
        membership: &membership,
        working: &working,
        ..prepared.context()
    }))
}

fn of(context: &Context<'_>) -> PeopleLosses {
    let roster = context.network.roster();
    let told = |place: &crate::network::Place| {
        let member = roster.member(*place);
        let contacts = context
            .working
            .node_at(*place)
            .map_or(0, |node| context.working.degree(node));
        let agreed = context.records.stakeholder(member.stakeholder).profiling;
        member.is_person() && agreed && !member.of_the_hub && contacts >= FEWEST_CONTACTS
    };
    let persons: BTreeSet<_> = context.working.places().iter().copied().filter(told).collect();
    let mut losses = member_losses(context, &persons);
    losses.retain(|loss| {
        let person = matches!(loss.subject, Subject::Member(_));
        person && !(loss.left.stranded.is_empty() && loss.stopped.is_empty())
    });
    PeopleLosses {
        roster: Arc::clone(roster),
        members: context.working.node_count(),
        losses,
    }
}
