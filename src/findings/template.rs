//! Which roles should a hub have, and who fills them?
//!
//! In: `[gaps] template` and `[gaps.roles]` of `hub.toml`, and the records. Out: [`Role`]s with the members that fill
//! each: quadruple helix, MIT's REAP five, the World Bank's networking assets, or the hub's own.

use std::collections::BTreeSet;

use super::Context;
use crate::network::{Place, Standing};
use crate::records::{Sector, Stakeholder};

/// One role and the conditions under which a member fills it: any of them is enough.
struct Declared {
    name: &'static str,
    conditions: &'static [&'static str],
}

const fn role(name: &'static str, conditions: &'static [&'static str]) -> Declared {
    Declared { name, conditions }
}

/// Carayannis & Campbell (2009): government, firms, knowledge and civil society.
const QUADRUPLE_HELIX: [Declared; 4] = [
    role("government", &["government"]),
    role("business", &["business"]),
    role("knowledge", &["academia", "research"]),
    role("civil_society", &["civil_society"]),
];

/// MIT REAP's five. The records know one sector of firms, so entrepreneurs and corporates are both read from it, unless
/// `[gaps.roles]` says how they differ.
const REAP: [Declared; 5] = [
    role("entrepreneurs", &["business"]),
    role("risk_capital", &["funder"]),
    role("corporates", &["business"]),
    role("government", &["government"]),
    role("universities", &["academia", "research"]),
];

/// Mulas, Minges & Applebaum (2015): the networking assets of an ecosystem, read from events, offers and roles.
const NETWORKING_ASSETS: [Declared; 4] = [
    role(
        "community_events",
        &[
            "component=meeting",
            "component=hub_program",
            "component=co_design_workshop",
            "component=meetup",
        ],
    ),
    role(
        "training_events",
        &[
            "component=training",
            "component=bootcamp",
            "component=course",
            "component=workshop",
            "topic=training",
        ],
    ),
    role(
        "collaboration_spaces",
        &[
            "offers=space",
            "offers=coworking",
            "offers=collaboration space",
            "offers=espacio",
            "offers=lab",
        ],
    ),
    role(
        "mentor_networks",
        &[
            "role=mentor",
            "offers=mentoring",
            "offers=mentorship",
            "offers=mentoría",
            "offers=mentorías",
        ],
    ),
];

/// A role of the declared template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its name: a key of the catalogue (`role-…`), or as the hub wrote it.
    pub name: String,
    /// The members that fill it, in roster order.
    pub members: Vec<Place>,
    /// The sectors that fill it, where it is read from sectors.
    pub sectors: Vec<Sector>,
    /// Whether another role of the template is read from the very same members, so that the two cannot be told apart.
    pub shared: bool,
}

/// The roles of the declared template in the order of the template; empty where `template = "own"` declares none.
///
/// `[gaps.roles]` adds roles, and replaces those of the same name. A condition is a sector, or `column=value`, compared
/// without case: `component` and `topic` hold for those who took part in such an event of the window, `role` for those
/// who took part as such, `function` for both sides of such a partnership, and `offers`, `needs`, `city`,
/// `government_level` and columns of the hub's own for stakeholders; units and persons fill it for those they stand
/// behind.
#[must_use]
pub fn roles(context: &Context<'_>) -> Vec<Role> {
    let section = &context.records.config.gaps;
    let of_template: &[Declared] = match section.template.as_str() {
        "quadruple_helix" => &QUADRUPLE_HELIX,
        "reap" => &REAP,
        "networking_assets" => &NETWORKING_ASSETS,
        _ => &[],
    };
    let written = |name: &str| section.roles.get(name);
    let mut declared: Vec<(String, Vec<String>)> = Vec::new();
    for one in of_template {
        let usual = || one.conditions.iter().map(|text| (*text).to_owned()).collect();
        declared.push((one.name.to_owned(), written(one.name).cloned().unwrap_or_else(usual)));
    }
    let named: BTreeSet<&str> = of_template.iter().map(|one| one.name).collect();
    let own = section.roles.iter().filter(|(name, _)| !named.contains(name.as_str()));
    declared.extend(own.map(|(name, conditions)| (name.clone(), conditions.clone())));
    let shared = |at: usize| {
        let same = |(other, one): (usize, &(String, Vec<String>))| other != at && one.1 == declared[at].1;
        declared.iter().enumerate().any(same)
    };
    (0..declared.len())
        .map(|at| {
            let (name, conditions) = &declared[at];
            Role {
                name: name.clone(),
                members: members(context, conditions),
                sectors: conditions.iter().filter_map(|text| sector(text)).collect(),
                shared: shared(at),
            }
        })
        .collect()
}

/// Whether a condition can be read at all: a sector, or `column=value`.
pub(crate) fn sector(condition: &str) -> Option<Sector> {
    Sector::ALL.into_iter().find(|sector| sector.name() == condition.trim())
}

fn members(context: &Context<'_>, conditions: &[String]) -> Vec<Place> {
    let mut found: BTreeSet<Place> = BTreeSet::new();
    for condition in conditions {
        match (sector(condition), condition.split_once('=')) {
            (Some(sector), _) => {
                let roster = context.network.roster();
                found.extend(
                    roster
                        .places()
                        .filter(|place| roster.member(*place).sector == Some(sector)),
                );
            }
            (None, Some((column, value))) => found.extend(with(context, column.trim(), &key(value))),
            (None, None) => {}
        }
    }
    found.retain(|place| context.membership.standing[place.at()] == Standing::Member);
    found.into_iter().collect()
}

/// A text as it is compared.
pub(super) fn key(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Those of whom a column says a value in the window.
fn with(context: &Context<'_>, column: &str, value: &str) -> Vec<Place> {
    let is = |text: Option<&str>| text.is_some_and(|text| key(text) == value);
    let attended = |holds: &dyn Fn(&crate::network::temporal::DatedAttendance) -> bool| {
        let rows = context.network.attendance_in(context.window);
        rows.filter(|row| holds(row)).map(|row| row.place).collect::<Vec<_>>()
    };
    let records = context.records;
    match column {
        "component" => attended(&|row| is(records.event(row.event).component.as_deref())),
        "topic" => attended(&|row| is(records.event(row.event).topic.as_deref())),
        "role" => attended(&|row| is(records.participations[row.participation as usize].role.as_deref())),
        "function" => {
            let live = context.network.live_partnerships(context.window);
            let live = live.filter(|tie| is(records.partnerships[tie.partnership as usize].function.as_deref()));
            live.flat_map(|tie| [tie.source, tie.target]).collect()
        }
        _ => {
            let places = &context.network.roster().place_of;
            let everyone = records.stakeholders.iter().enumerate().zip(places);
            let holds = |at: usize, one: &Stakeholder| match column {
                "offers" => one.offers.iter().any(|text| is(Some(text))),
                "needs" => one.needs.iter().any(|text| is(Some(text))),
                "city" => is(one.city.as_deref()),
                "government_level" => is(one.government_level.as_deref()),
                own => records
                    .attributes
                    .get(own)
                    .is_some_and(|values| is(values[at].as_deref())),
            };
            let found = everyone.filter(|((at, one), _)| holds(*at, one));
            found.map(|(_, place)| *place).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub, place};

    fn parts() -> TestHub {
        hub(&[
            ("g", Sector::Government),
            ("f", Sector::Business),
            ("u", Sector::Academia),
            ("r", Sector::Research),
            ("m", Sector::Business),
        ])
        .about("m", |m| m.offers = vec!["Mentoring".into()])
        .tie("g", "f", "2024-01-01", "open")
        .tie("u", "r", "2024-01-01", "open")
        .tie("m", "f", "2024-01-01", "open")
        .event_with("e", "2024-02-01", "", |e| e.component = Some("Meeting".into()))
        .attends("g", "e", "2024-02-01")
        .attends("stranger", "e", "2024-02-01")
        .studied_until("2024-12-31")
    }

    fn filled(hub: &TestHub) -> Vec<(String, Vec<Place>, bool)> {
        let prepared = Prepared::latest(hub);
        roles(&prepared.context())
            .into_iter()
            .map(|role| (role.name, role.members, role.shared))
            .collect()
    }

    #[test]
    fn each_template_reads_its_roles_from_what_is_recorded() {
        let prepared = Prepared::latest(&parts());
        let at = |ids: &[&str]| -> Vec<Place> {
            let mut places: Vec<Place> = ids.iter().map(|id| place(&prepared.network, id)).collect();
            places.sort_unstable();
            places
        };
        let named = |template: &str| {
            let template = template.to_owned();
            filled(&parts().edit(move |records| records.config.gaps.template = template))
        };
        let members = |found: &[(String, Vec<Place>, bool)]| -> Vec<Vec<Place>> {
            found.iter().map(|(_, members, _)| members.clone()).collect()
        };
        let helix = named("quadruple_helix");
        assert_eq!(members(&helix), [at(&["g"]), at(&["f", "m"]), at(&["r", "u"]), vec![]]);
        let reap = named("reap");
        // entrepreneurs and corporates cannot be told apart
        assert_eq!(
            reap.iter().map(|one| one.2).collect::<Vec<_>>(),
            [true, false, true, false, false]
        );
        let assets = named("networking_assets");
        // the stranger came once and is a guest
        assert_eq!(members(&assets), [at(&["g"]), vec![], vec![], at(&["m"])]);
    }

    #[test]
    fn the_hubs_own_roles_are_added_and_replace_those_of_the_same_name() {
        let own = parts().edit(|records| {
            let roles = &mut records.config.gaps.roles;
            roles.insert("government".into(), vec!["funder".into()]);
            roles.insert("Mentors".into(), vec!["offers=mentoring".into()]);
            roles.insert("Size".into(), vec!["tamaño=pyme".into()]);
        });
        let found = filled(&own);
        let names: Vec<_> = found
            .iter()
            .map(|(name, members, _)| (name.as_str(), members.len()))
            .collect();
        let expected = [
            ("government", 0),
            ("business", 2),
            ("knowledge", 2),
            ("civil_society", 0),
            ("Mentors", 1),
        ];
        assert_eq!(names[..5], expected);
        assert_eq!(names[5], ("Size", 0));
    }
}
