//! What is left without each member equals what networkx finds, in one mode and where events stop with their hosts.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hubscope::findings::Context;
use hubscope::findings::continuity::{Continuity, Left, Loss, Subject, continuity};
use hubscope::metrics::{VertexConnectivityOptions, largest_block, vertex_connectivity};
use hubscope::network::{
    Direction, Layer, Level, MemberScope, NetworkOptions, Projection, Snapshot, TemporalNetwork, View, Without,
};
use hubscope::records::{
    End, Event, EventIndex, HubRecords, Participation, Partnership, Stakeholder, StakeholderIndex, StakeholderKind,
};
use hubscope::time::{DateSpan, Day, WindowScheme};
use serde_json::Value;

fn oracle() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/continuity/continuity.json");
    serde_json::from_str(&fs::read_to_string(path).expect("the oracle")).expect("JSON")
}

fn organizations(count: usize) -> Vec<Stakeholder> {
    let organization = |n| {
        let id = format!("o{n:03}");
        Stakeholder::new(id.as_str().into(), id.as_str().into(), StakeholderKind::Organization)
    };
    (0..count).map(organization).collect()
}

fn partnership(source: u32, target: u32) -> Partnership {
    Partnership {
        id: format!("p{source:03}-{target:03}").as_str().into(),
        source: StakeholderIndex(source),
        target: StakeholderIndex(target),
        kind: None,
        function: None,
        start: Day::from_ymd(2024, 1, 1).map(DateSpan::exact),
        end: End::Open,
        last_confirmed: None,
        notice_months: None,
        owner: None,
        strength: 1.0,
        directed: false,
        amount: None,
        funder: None,
        initiated_by: None,
        origin: None,
        attributed_to: None,
        status: None,
        renewed_from: None,
    }
}

fn found(records: &HubRecords) -> Continuity {
    let options = NetworkOptions {
        level: Level::Organization,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    };
    let network = TemporalNetwork::assemble(records, &options);
    let window = network.windows(WindowScheme::All).remove(0);
    // everyone counts, so that isolates are left too
    let working = network.snapshot(&View {
        layer: Layer::Working,
        window: &window,
        members: MemberScope::All,
        direction: Direction::Undirected,
        without: &Without::default(),
    });
    continuity(&Context {
        records,
        network: &network,
        window: &window,
        membership: &network.membership(&window),
        working: &working,
        seed: 1,
        draws: 100,
    })
}

fn close(ours: Option<f64>, expected: &Value, what: &str) {
    match (ours, expected.as_f64()) {
        (Some(ours), Some(expected)) => assert!((ours - expected).abs() <= 1e-12, "{what}: {ours} is not {expected}"),
        (ours, expected) => assert_eq!(ours, expected, "{what}"),
    }
}

fn loss_of(found: &Continuity, member: u32) -> &Loss {
    let is_it = |loss: &&Loss| matches!(loss.subject, Subject::Member(place) if place.0 == member);
    found.members.iter().find(is_it).expect("a member")
}

/// How many efficiencies were compared.
fn compare(found: &Continuity, left: &Left, member: u32, expected: &Value, what: &str) -> usize {
    assert_eq!(
        Some(left.stranded.len() as u64),
        expected["stranded"].as_u64(),
        "{what}"
    );
    close(left.fragmentation, &expected["fragmentation"], what);
    let efficiency = loss_of(found, member).efficiency;
    if efficiency.is_some() {
        close(efficiency, &expected["efficiency"], what);
    }
    usize::from(efficiency.is_some())
}

#[test]
fn one_mode_losses_equal_those_of_networkx() {
    let oracle = oracle();
    let networks = oracle["one_mode"].as_array().expect("networks");
    let (mut compared, mut efficiencies) = (0, 0);
    for network in networks {
        let name = network["network"].as_str().expect("a name");
        let ties: Vec<(u32, u32)> = serde_json::from_value(network["ties"].clone()).expect("ties");
        let nodes = network["nodes"].as_u64().expect("a count") as usize;
        let records = HubRecords {
            stakeholders: organizations(nodes),
            partnerships: ties.iter().map(|(a, b)| partnership(*a, *b)).collect(),
            ..HubRecords::default()
        };
        let found = found(&records);
        close(found.before.fragmentation, &network["before"]["fragmentation"], name);
        close(found.before.efficiency, &network["before"]["efficiency"], name);
        for (member, expected) in network["without"].as_array().expect("members").iter().enumerate() {
            let left = &loss_of(&found, member as u32).left;
            efficiencies += compare(
                &found,
                left,
                member as u32,
                expected,
                &format!("{name} without {member}"),
            );
            compared += 1;
        }
        let core = found.splits.core.as_ref().expect("a core");
        assert_eq!(Some(core.core as u64), network["core"].as_u64(), "{name}");
        match network["complete"].as_bool() {
            Some(true) => assert_eq!(core.fewest, None, "{name}"),
            _ => assert_eq!(
                core.fewest.map(|few| few as u64),
                network["connectivity"].as_u64(),
                "{name}"
            ),
        }
        assert!(core.exact);
        assert_splits(nodes as u32, &ties, name);
    }
    assert!(compared >= 350 && efficiencies >= 130, "{compared} {efficiencies}");
}

/// The set that is named does split the core.
fn assert_splits(nodes: u32, ties: &[(u32, u32)], name: &str) {
    let weighted = |ties: &[(u32, u32)]| ties.iter().map(|(a, b)| (*a, *b, 1.0)).collect::<Vec<_>>();
    let block: Vec<u32> = largest_block(&Snapshot::from_ties(nodes, &weighted(ties)))
        .iter()
        .map(|n| n.0)
        .collect();
    let at = |node: u32| block.binary_search(&node).ok().map(|at| at as u32);
    let within: Vec<(u32, u32)> = ties.iter().filter_map(|(a, b)| Some((at(*a)?, at(*b)?))).collect();
    let core = Snapshot::from_ties(block.len() as u32, &weighted(&within));
    let found = vertex_connectivity(&core, &VertexConnectivityOptions::exact());
    if found.cut.is_empty() {
        return;
    }
    let gone: BTreeSet<u32> = found.cut.iter().map(|node| node.0).collect();
    let mut reached = BTreeSet::new();
    let mut open: Vec<u32> = (0..block.len() as u32)
        .filter(|node| !gone.contains(node))
        .take(1)
        .collect();
    while let Some(node) = open.pop() {
        if reached.insert(node) {
            open.extend(
                core.ties()
                    .columns(node as usize)
                    .iter()
                    .filter(|other| !gone.contains(other)),
            );
        }
    }
    assert!(reached.len() < block.len() - gone.len(), "{name}: {gone:?}");
}

#[test]
fn losses_of_hosts_equal_a_projection_made_anew() {
    let oracle = &oracle()["two_mode"];
    let women = oracle["women"].as_u64().expect("a count") as usize;
    let hosts: Vec<(u32, u32)> = serde_json::from_value(oracle["hosts"].clone()).expect("hosts");
    let attendance: Vec<(u32, u32)> = serde_json::from_value(oracle["attendance"].clone()).expect("rows");
    let place = |event: u32| hosts.iter().position(|(other, _)| *other == event).expect("an event") as u32;
    let event = |(n, (_, host)): (usize, &(u32, u32))| Event {
        host: Some(StakeholderIndex(*host)),
        ..Event::derived(format!("e{n:02}").as_str().into(), "event".into())
    };
    let mut participations: Vec<Participation> = attendance
        .iter()
        .map(|(who, what)| Participation {
            stakeholder: StakeholderIndex(*who),
            event: EventIndex(place(*what)),
            date: Day::from_ymd(2024, 1, 1).map(DateSpan::exact),
            role: None,
            hours: None,
            invited_by: None,
            incentive: None,
            outcome: None,
            amount: None,
        })
        .collect();
    participations.sort_by_key(|row| (row.event, row.stakeholder));
    let records = HubRecords {
        stakeholders: organizations(women),
        events: hosts.iter().enumerate().map(event).collect(),
        participations,
        ..HubRecords::default()
    };
    let found = found(&records);
    close(found.before.fragmentation, &oracle["before"]["fragmentation"], "before");
    assert_eq!(Some(found.before.ties as u64), oracle["before"]["ties"].as_u64());
    let mut stopping = 0;
    for (woman, expected) in oracle["without"].as_array().expect("women").iter().enumerate() {
        let loss = loss_of(&found, woman as u32);
        let what = format!("without {woman}");
        compare(&found, &loss.left, woman as u32, expected, &what);
        let count = |count: usize| Some(count as u64);
        assert_eq!(count(loss.ties_lost), expected["ties_lost"].as_u64(), "{what}");
        assert_eq!(count(loss.stopped.len()), expected["stopped"].as_u64(), "{what}");
        assert_eq!(
            count(loss.carried_on.stranded.len()),
            expected["stranded_if_carried_on"].as_u64(),
            "{what}"
        );
        stopping += loss.stopped.len();
    }
    assert!(stopping > 5, "{stopping}");
}
