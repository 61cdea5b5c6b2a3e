//! Which component of the method did a sector, or a city, never take part in?
//!
//! In: events with their component and who took part. Out: component by sector and by city over the whole study, and how
//! many went on from one component of the method to the next.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps::{About, Gap, GapKind, Severity, evidence};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place, Standing};
use crate::records::{EventId, RecordId, Sector, TableName};

/// The four components of the method, in its order; other components are shown beside them but are no gaps.
pub const METHOD: [&str; 4] = [
    "co_design_workshop",
    "diagnosis_roadmap",
    "competition",
    "strategic_plan_workshop",
];

/// One sector in one component.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageCell {
    /// The sector.
    pub sector: Sector,
    /// The component, as recorded.
    pub component: String,
    /// Stakeholders of the sector that took part.
    pub participants: usize,
    /// The events of the component, sorted.
    pub events: Vec<EventId>,
}

/// A city in which the hub has members and that never took part in a component of the method.
#[derive(Debug, Clone, PartialEq)]
pub struct UncoveredCity {
    /// The city, as recorded.
    pub city: String,
    /// Members in it.
    pub members: usize,
    /// The component.
    pub component: String,
    /// The events of the component, sorted.
    pub events: Vec<EventId>,
}

/// A city counts from so many members up.
const FEWEST_OF_CITY: usize = 3;

/// Component by sector, over the whole study.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentCoverage {
    /// The components that took place, the four of the method first.
    pub components: Vec<String>,
    /// Components of the method for which no event is recorded.
    pub not_held: Vec<String>,
    /// The sectors that have a member.
    pub sectors: Vec<Sector>,
    /// One cell per sector and component, row by row.
    pub cells: Vec<CoverageCell>,
    /// Cities of three members or more that never took part in a component of the method, largest first.
    pub cities: Vec<UncoveredCity>,
    /// Of those who took part in each component, how many took part in the next one held: (from, to, stayed, of).
    pub conversion: Vec<(String, String, usize, usize)>,
}

impl ComponentCoverage {
    /// The cells of the method in which a sector never took part, in the order shown; the sector "other" is no sector
    /// that one could invite.
    pub fn uncovered(&self) -> impl Iterator<Item = &CoverageCell> {
        self.cells.iter().filter(|cell| {
            cell.participants == 0 && cell.sector != Sector::Other && METHOD.contains(&cell.component.as_str())
        })
    }
}

impl ComponentCoverage {
    /// As rows: sectors in the order shown, then cities. High where nobody of a sector ever took part in any component
    /// of the method held, medium where it missed this one; low for cities, for which the way may be far.
    pub(super) fn gaps(&self) -> impl Iterator<Item = Gap> {
        let never = |sector: Sector| {
            let mut cells = self.cells.iter().filter(|cell| cell.sector == sector);
            cells.all(|cell| cell.participants == 0)
        };
        let sectors = self.uncovered().map(move |cell| Gap {
            severity: if never(cell.sector) {
                Severity::High
            } else {
                Severity::Medium
            },
            sectors: vec![cell.sector],
            evidence: evidence([("participants", Some(0.0)), ("events", Some(cell.events.len() as f64))]),
            ..uncovered("uncovered_sector", &cell.component, &cell.events)
        });
        sectors.chain(self.cities.iter().map(|one| Gap {
            city: Some(one.city.clone()),
            evidence: evidence([
                ("participants", Some(0.0)),
                ("events", Some(one.events.len() as f64)),
                ("members", Some(one.members as f64)),
            ]),
            ..uncovered("uncovered_city", &one.component, &one.events)
        }))
    }
}

fn uncovered(reading: &'static str, component: &str, events: &[EventId]) -> Gap {
    Gap {
        about: Some(About::Component(component.to_owned())),
        records: events.iter().map(|event| RecordId(event.0.clone())).collect(),
        ..Gap::of(GapKind::UncoveredComponent, reading, Layer::Participations, "all")
    }
}

/// What took place under one component.
#[derive(Default)]
struct Held {
    events: BTreeSet<EventId>,
    places: BTreeSet<Place>,
}

/// Which sector took part in which component, over the whole study.
#[must_use]
pub fn component_coverage(context: &Context<'_>) -> Answer<ComponentCoverage> {
    let held = held(context);
    let lacking = |table, column| Answer::Cannot(Lacking::Column { table, column });
    if !METHOD.iter().any(|component| held.contains_key(*component)) {
        return lacking(TableName::Events, Some("component"));
    }
    let sectors = sectors(context);
    if sectors.is_empty() {
        return lacking(TableName::Stakeholders, Some("sector"));
    }
    let (of_method, not_held): (Vec<&str>, Vec<&str>) =
        METHOD.into_iter().partition(|component| held.contains_key(*component));
    let others = held
        .keys()
        .map(String::as_str)
        .filter(|component| !METHOD.contains(component));
    let components: Vec<String> = of_method.iter().copied().chain(others).map(String::from).collect();
    let cell = |sector: Sector, component: &String| CoverageCell {
        sector,
        component: component.clone(),
        participants: held[component].of_sector(context, sector),
        events: held[component].events.iter().cloned().collect(),
    };
    let cells = sectors
        .iter()
        .flat_map(|sector| components.iter().map(|component| cell(*sector, component)));
    let cells = cells.collect();
    let step = |pair: &[&str]| {
        let (from, to) = (&held[pair[0]].places, &held[pair[1]].places);
        (
            pair[0].to_owned(),
            pair[1].to_owned(),
            from.intersection(to).count(),
            from.len(),
        )
    };
    Answer::Found(ComponentCoverage {
        cities: cities(context, &of_method, &held),
        cells,
        conversion: of_method.windows(2).map(step).collect(),
        not_held: not_held.into_iter().map(String::from).collect(),
        sectors,
        components,
    })
}

/// Every component that took place: an event counts unless it is cancelled, failed or a plan.
fn held(context: &Context<'_>) -> BTreeMap<String, Held> {
    let as_of = context.network.study().map(|study| study.as_of);
    let mut held: BTreeMap<String, Held> = BTreeMap::new();
    for event in &context.records.events {
        let off = matches!(event.status.as_deref(), Some("cancelled" | "failed"));
        let planned = event.start.zip(as_of).is_some_and(|(start, as_of)| start.first > as_of);
        if let (Some(component), false) = (event.component.as_deref(), off || planned) {
            held.entry(component.to_owned())
                .or_default()
                .events
                .insert(event.id.clone());
        }
    }
    for row in context.network.attendance().iter().filter(|row| !row.planned) {
        let event = context.records.event(row.event);
        let component = event.component.as_deref().and_then(|component| held.get_mut(component));
        if let Some(held) = component.filter(|held| held.events.contains(&event.id)) {
            held.places.insert(row.place);
        }
    }
    held
}

impl Held {
    fn of_sector(&self, context: &Context<'_>, sector: Sector) -> usize {
        let roster = context.network.roster();
        self.places
            .iter()
            .filter(|place| roster.member(**place).sector == Some(sector))
            .count()
    }
}

/// The cities, those with most members first, and the components of the method that nobody of them took part in.
fn cities(context: &Context<'_>, of_method: &[&str], held: &BTreeMap<String, Held>) -> Vec<UncoveredCity> {
    let roster = context.network.roster();
    let city = |place: Place| roster.member(place).city.as_deref();
    let mut members: BTreeMap<&str, usize> = BTreeMap::new();
    for city in context.membership.places(Standing::Member).filter_map(city) {
        *members.entry(city).or_default() += 1;
    }
    let mut members: Vec<(&str, usize)> = members
        .into_iter()
        .filter(|(_, count)| *count >= FEWEST_OF_CITY)
        .collect();
    members.sort_by_key(|(city, count)| (std::cmp::Reverse(*count), *city));
    let came: Vec<(&str, BTreeSet<&str>)> = of_method
        .iter()
        .map(|component| {
            let places = held[*component].places.iter();
            (*component, places.filter_map(|place| city(*place)).collect())
        })
        .collect();
    let missed = |&(city, members): &(&str, usize)| {
        let never = came.iter().filter(|(_, cities)| !cities.contains(city));
        let one = |(component, _): &(&str, BTreeSet<&str>)| UncoveredCity {
            city: city.to_owned(),
            members,
            component: (*component).to_owned(),
            events: held[*component].events.iter().cloned().collect(),
        };
        never.map(one).collect::<Vec<_>>()
    };
    members.iter().flat_map(missed).collect()
}

fn sectors(context: &Context<'_>) -> Vec<Sector> {
    let standing = context
        .membership
        .standing
        .iter()
        .zip(&context.network.roster().members);
    let present: BTreeSet<Sector> = standing
        .filter(|(standing, _)| **standing == Standing::Member)
        .filter_map(|(_, member)| member.sector)
        .collect();
    Sector::ALL
        .into_iter()
        .filter(|sector| present.contains(sector))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub};
    use crate::records::Event;

    fn held(component: &'static str) -> impl Fn(&mut Event) {
        move |event| event.component = Some(component.into())
    }

    fn parts() -> TestHub {
        hub(&[
            ("g", Sector::Government),
            ("f", Sector::Business),
            ("u", Sector::Academia),
            ("o", Sector::Other),
        ])
        .tie("g", "f", "2024-01-01", "open")
        .tie("u", "o", "2024-01-01", "open")
        .studied_until("2024-12-31")
    }

    #[test]
    fn a_sector_that_never_came_is_uncovered_but_not_in_what_was_cancelled_planned_or_no_method() {
        let Answer::Found(found) = component_coverage(
            &Prepared::latest(
                &parts()
                    .event_with("w", "2024-02-01", "", held("co_design_workshop"))
                    .event_with("c", "2024-03-01", "", held("competition"))
                    .event_with("m", "2024-04-01", "", held("meeting"))
                    .event_with("r", "2024-05-01", "", |event| {
                        event.component = Some("diagnosis_roadmap".into());
                        event.status = Some("cancelled".into());
                    })
                    .event_with("s", "2025-05-01", "", held("strategic_plan_workshop"))
                    .attends("g", "w", "2024-02-01")
                    .attends("f", "w", "2024-02-01")
                    .attends("u", "w", "2024-02-01")
                    .attends("f", "c", "2024-03-01"),
            )
            .context(),
        ) else {
            panic!("two components were held");
        };
        assert_eq!(found.components, ["co_design_workshop", "competition", "meeting"]);
        assert_eq!(found.not_held, ["diagnosis_roadmap", "strategic_plan_workshop"]);
        let uncovered: Vec<_> = found
            .uncovered()
            .map(|cell| (cell.sector, cell.component.as_str()))
            .collect();
        assert_eq!(
            uncovered,
            [(Sector::Government, "competition"), (Sector::Academia, "competition")]
        );
        // of the three in the workshop one went on to the competition
        assert_eq!(
            found.conversion,
            [("co_design_workshop".into(), "competition".into(), 1, 3)]
        );
        assert_eq!(found.cells.len(), found.sectors.len() * found.components.len());
    }

    #[test]
    fn a_city_of_three_members_that_nobody_came_from_is_uncovered() {
        let of = |city: &'static str| move |one: &mut crate::records::Stakeholder| one.city = Some(city.into());
        let mut hub = hub(&["a", "b", "c", "d", "e", "f"].map(|id| (id, Sector::Business)));
        for (id, city) in [
            ("a", "Lota"),
            ("b", "Lota"),
            ("c", "Lota"),
            ("d", "Penco"),
            ("e", "Penco"),
            ("f", "Penco"),
        ] {
            hub = hub.about(id, of(city)).tie(id, "a", "2024-01-01", "open");
        }
        let hub = hub
            .tie("b", "c", "2024-01-01", "open")
            .event_with("w", "2024-02-01", "", held("competition"))
            .attends("d", "w", "2024-02-01")
            .attends("a", "w", "2024-02-01")
            .event_with("x", "2024-03-01", "", held("co_design_workshop"))
            .attends("e", "x", "2024-03-01")
            .studied_until("2024-12-31");
        let found = component_coverage(&Prepared::latest(&hub).context());
        let cities = &found.found().expect("two components").cities;
        let named: Vec<_> = cities
            .iter()
            .map(|one| (one.city.as_str(), one.component.as_str(), one.members))
            .collect();
        assert_eq!(named, [("Lota", "co_design_workshop", 3)]);
        let rows: Vec<Gap> = found.found().expect("two components").gaps().collect();
        assert_eq!((rows.len(), rows[0].severity), (1, Severity::Low));
    }

    #[test]
    fn without_a_component_of_the_method_there_is_no_answer() {
        let lacking = component_coverage(
            &Prepared::latest(&parts().event_with("m", "2024-02-01", "", held("meeting"))).context(),
        );
        let expected = Lacking::Column {
            table: TableName::Events,
            column: Some("component"),
        };
        assert_eq!(lacking, Answer::Cannot(expected));
    }
}
