//! What does one member alone provide?
//!
//! In: functions of partnerships, hosts of topics, offers, needs and sectors. Out: what rests on one member, or is needed
//! and offered by none; those on whom most depend first.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps::{About, Gap, GapKind, Severity, evidence};
use super::template::key;
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place, Standing};
use crate::records::{RecordId, Sector, Stakeholder, TableName};

/// A function, a topic or an offer counts where so many others depend on it.
const FEWEST_DEPENDENTS: usize = 2;

/// A topic counts where it had so many events in the window.
const FEWEST_EVENTS: usize = 2;

/// What is provided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provided {
    /// What partnerships are for.
    Function(String),
    /// What events are about.
    Topic(String),
    /// What members offer.
    Offer(String),
    /// What members need and nobody offers.
    Need(String),
    /// A sector.
    Sector(Sector),
}

/// What one member alone provides, or nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleProvider {
    /// What.
    pub what: Provided,
    /// Who; `None` where it is needed and nobody offers it.
    pub provider: Option<Place>,
    /// Those who depend on it: partners of that function, guests of that topic, members with that need.
    pub dependents: Vec<Place>,
    /// The partnerships or events behind it, sorted.
    pub records: Vec<RecordId>,
}

/// What one member alone provides; those with most dependents first, then in the order of [`Provided`].
///
/// Function: every partnership of that function that lives in the window has the same provider (its source where it is
/// directed, either side otherwise), and two others or more depend on it. Topic: every event of the topic held in the
/// window, two at least, was hosted by the same member, which is not the hub itself. Offer: one member offers what two
/// others or more need; where no need is recorded at all, what one member alone offers. Need: two members or more need
/// what no member offers. Sector: it has one member.
#[must_use]
pub fn single_providers(context: &Context<'_>) -> Answer<Vec<SingleProvider>> {
    let records = context.records;
    let any = records.partnerships.iter().any(|one| one.function.is_some())
        || records.events.iter().any(|one| one.topic.is_some())
        || records
            .stakeholders
            .iter()
            .any(|one| !one.offers.is_empty() || one.sector.is_some());
    if !any {
        return Answer::Cannot(Lacking::Column {
            table: TableName::Partnerships,
            column: Some("function"),
        });
    }
    let mut found = functions(context);
    found.extend(topics(context));
    found.extend(offers(context));
    found.extend(sectors(context));
    found.sort_by(|one, other| {
        let dependents = other.dependents.len().cmp(&one.dependents.len());
        dependents.then_with(|| one.what.cmp(&other.what))
    });
    Answer::Found(found)
}

/// One text with everything recorded under it.
#[derive(Default)]
struct Gathered {
    /// As first recorded, in the order of the records.
    text: String,
    /// Those who provide each of its records; all of them where it is an offer.
    providers: Option<BTreeSet<Place>>,
    touched: BTreeSet<Place>,
    records: BTreeSet<RecordId>,
    /// Whether nothing says who provides one of its records.
    unknown: bool,
}

impl Gathered {
    /// Keeps those who provide every record.
    fn provided_by(&mut self, providers: BTreeSet<Place>) {
        self.providers = Some(match self.providers.take() {
            None => providers,
            Some(before) => before.intersection(&providers).copied().collect(),
        });
    }

    /// The only one who provides every record, and those who depend on it.
    fn single(self, what: impl Fn(String) -> Provided) -> Option<SingleProvider> {
        let providers = self.providers.filter(|_| !self.unknown)?;
        let mut only = providers.into_iter();
        let (Some(provider), None) = (only.next(), only.next()) else {
            return None;
        };
        let dependents: Vec<Place> = self.touched.into_iter().filter(|place| *place != provider).collect();
        (dependents.len() >= FEWEST_DEPENDENTS).then(|| SingleProvider {
            what: what(self.text),
            provider: Some(provider),
            dependents,
            records: self.records.into_iter().collect(),
        })
    }
}

fn entry<'a>(all: &'a mut BTreeMap<String, Gathered>, text: &str) -> &'a mut Gathered {
    let gathered = all.entry(key(text)).or_default();
    if gathered.text.is_empty() {
        gathered.text = text.trim().to_owned();
    }
    gathered
}

fn functions(context: &Context<'_>) -> Vec<SingleProvider> {
    let mut all: BTreeMap<String, Gathered> = BTreeMap::new();
    for tie in context
        .network
        .live_partnerships(context.window)
        .filter(|tie| tie.source != tie.target)
    {
        let record = &context.records.partnerships[tie.partnership as usize];
        let Some(function) = record.function.as_deref() else {
            continue;
        };
        let gathered = entry(&mut all, function);
        gathered.provided_by(match tie.directed {
            true => BTreeSet::from([tie.source]),
            false => BTreeSet::from([tie.source, tie.target]),
        });
        gathered.touched.extend([tie.source, tie.target]);
        gathered.records.insert(record.id.clone());
    }
    all.into_values()
        .filter_map(|one| one.single(Provided::Function))
        .collect()
}

fn topics(context: &Context<'_>) -> Vec<SingleProvider> {
    let mut all: BTreeMap<String, Gathered> = BTreeMap::new();
    let roster = context.network.roster();
    for size in context.network.event_sizes(context.window) {
        let event = context.records.event(size.event);
        let Some(topic) = event.topic.as_deref() else {
            continue;
        };
        let gathered = entry(&mut all, topic);
        match event.host {
            Some(host) => {
                let host = context.network.place_on(host, event.start.map(|start| start.first));
                gathered.provided_by(BTreeSet::from([host]));
            }
            None => gathered.unknown = true,
        }
        gathered
            .touched
            .extend(context.network.participants(size.event, context.window));
        gathered.records.insert(RecordId(event.id.0.clone()));
    }
    let several = all.into_values().filter(|one| one.records.len() >= FEWEST_EVENTS);
    let found = several.filter_map(|one| one.single(Provided::Topic));
    found
        .filter(|one| one.provider.is_some_and(|place| !roster.member(place).of_the_hub))
        .collect()
}

/// The members behind each text of a list of the stakeholders' table: units and persons stand for their organisation.
fn listed(context: &Context<'_>, list: impl Fn(&Stakeholder) -> &[std::sync::Arc<str>]) -> BTreeMap<String, Gathered> {
    let mut all: BTreeMap<String, Gathered> = BTreeMap::new();
    let places = &context.network.roster().place_of;
    for (one, place) in context.records.stakeholders.iter().zip(places) {
        if context.membership.standing[place.at()] == Standing::Member {
            for text in list(one) {
                entry(&mut all, text).touched.insert(*place);
            }
        }
    }
    all
}

fn offers(context: &Context<'_>) -> Vec<SingleProvider> {
    let offered = listed(context, |one| &one.offers);
    let needed = listed(context, |one| &one.needs);
    if offered.is_empty() {
        return Vec::new();
    }
    let none = BTreeSet::new();
    let of =
        |all: &'_ BTreeMap<String, Gathered>, key: &str| all.get(key).map_or(none.clone(), |one| one.touched.clone());
    let fewest = if needed.is_empty() { 0 } else { FEWEST_DEPENDENTS };
    let single = |(key, one): (&String, &Gathered)| {
        let provider = *one.touched.first()?;
        let mut dependents = of(&needed, key);
        dependents.remove(&provider);
        let alone = one.touched.len() == 1 && dependents.len() >= fewest;
        alone.then(|| SingleProvider {
            what: Provided::Offer(one.text.clone()),
            provider: Some(provider),
            dependents: dependents.into_iter().collect(),
            records: Vec::new(),
        })
    };
    let unmet = needed
        .iter()
        .filter(|(key, one)| !offered.contains_key(*key) && one.touched.len() >= FEWEST_DEPENDENTS);
    let unmet = unmet.map(|(_, one)| SingleProvider {
        what: Provided::Need(one.text.clone()),
        provider: None,
        dependents: one.touched.iter().copied().collect(),
        records: Vec::new(),
    });
    offered.iter().filter_map(single).chain(unmet).collect()
}

fn sectors(context: &Context<'_>) -> Vec<SingleProvider> {
    let roster = context.network.roster();
    let mut members: BTreeMap<Sector, Vec<Place>> = BTreeMap::new();
    for place in context.membership.places(Standing::Member) {
        let one = roster.member(place);
        if let Some(sector) = one.sector.filter(|sector| *sector != Sector::Other && !one.of_the_hub) {
            members.entry(sector).or_default().push(place);
        }
    }
    let single = members.into_iter().filter(|(_, places)| places.len() == 1);
    single
        .map(|(sector, places)| SingleProvider {
            what: Provided::Sector(sector),
            provider: places.first().copied(),
            dependents: Vec::new(),
            records: Vec::new(),
        })
        .collect()
}

impl SingleProvider {
    /// As a row: high where five or more depend on it or members need what nobody offers, medium where two or more do
    /// and for a sector of one, low where nobody is known to.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let dependents = self.dependents.len();
        let by_dependents = Severity::above(dependents as f64, 5.0, FEWEST_DEPENDENTS as f64);
        let recorded = |text: &String| Some(About::Recorded(text.clone()));
        let (reading, about, severity, layer) = match &self.what {
            Provided::Function(text) => ("single_function", recorded(text), by_dependents, Layer::Partnerships),
            Provided::Topic(text) => ("single_topic", recorded(text), by_dependents, Layer::Participations),
            Provided::Offer(text) if dependents == 0 => {
                ("single_offer_unasked", recorded(text), Severity::Low, Layer::Combined)
            }
            Provided::Offer(text) => ("single_offer", recorded(text), by_dependents, Layer::Combined),
            Provided::Need(text) => ("unmet_need", recorded(text), Severity::High, Layer::Combined),
            Provided::Sector(_) => ("single_sector", None, Severity::Medium, Layer::Combined),
        };
        let sectors = match self.what {
            Provided::Sector(sector) => vec![sector],
            _ => Vec::new(),
        };
        Gap {
            severity,
            subjects: self.provider.into_iter().collect(),
            others: self.dependents.clone(),
            sectors,
            about,
            evidence: evidence([
                ("providers", Some(f64::from(u8::from(self.provider.is_some())))),
                ("dependents", Some(dependents as f64)),
            ]),
            records: self.records.clone(),
            ..Gap::of(GapKind::SingleProvider, reading, layer, &context.window.label)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub, place, who};
    use crate::records::Partnership;

    fn found(hub: &TestHub) -> Vec<SingleProvider> {
        let answer = single_providers(&Prepared::latest(hub).context());
        let found = answer.found().cloned().expect("functions");
        found
            .into_iter()
            .filter(|one| !matches!(one.what, Provided::Sector(_)))
            .collect()
    }

    fn parts() -> TestHub {
        hub(&["a", "b", "c", "d"].map(|id| (id, Sector::Business)))
            .tie("a", "b", "2024-01-01", "open")
            .tie("c", "d", "2024-01-01", "open")
            .studied_until("2024-12-31")
    }

    fn of(function: &'static str, directed: bool) -> impl Fn(&mut Partnership) {
        move |tie| {
            tie.function = Some(function.into());
            tie.directed = directed;
        }
    }

    #[test]
    fn a_function_is_singly_provided_where_every_partnership_of_it_has_the_same_member() {
        // a trains b and c; "Legal " and "legal" are one, between a–b and b–c: b is in both; data goes two ways
        let hub = parts()
            .tie_with("a", "b", "2024-01-01", "open", of("training", true))
            .tie_with("a", "c", "2024-01-01", "open", of("training", true))
            .tie_with("a", "b", "2024-01-01", "open", of("Legal ", false))
            .tie_with("b", "c", "2024-01-01", "open", of("legal", false))
            .tie_with("a", "b", "2024-01-01", "open", of("data", false))
            .tie_with("c", "d", "2024-01-01", "open", of("data", false))
            .tie_with("a", "b", "2022-01-01", "2022-06-30", of("old", false))
            .tie_with("a", "c", "2022-01-01", "2022-06-30", of("old", false));
        let prepared = Prepared::latest(&hub);
        let at = |id| place(&prepared.network, id);
        let found = found(&hub);
        let named: Vec<_> = found.iter().map(|one| (one.what.clone(), one.provider)).collect();
        assert_eq!(
            named,
            [
                (Provided::Function("Legal".into()), Some(at("b"))),
                (Provided::Function("training".into()), Some(at("a")))
            ]
        );
        assert_eq!(found[0].dependents, [at("a"), at("c")]);
        assert_eq!(found[1].records.len(), 2);
    }

    #[test]
    fn a_topic_needs_two_events_one_host_and_no_gap_in_the_hosts() {
        let topics = |hosts: [Option<&'static str>; 2]| {
            let mut hub = parts();
            for (number, host) in hosts.into_iter().enumerate() {
                let (id, date) = (format!("e{number}"), format!("2024-0{}-01", number + 3));
                let records = hub.records();
                let host = host.map(|id| who(&records, id));
                hub = hub
                    .event_with(&id, &date, "", |event| {
                        event.topic = Some("water".into());
                        event.host = host;
                    })
                    .attends("a", &id, &date)
                    .attends("b", &id, &date)
                    .attends("c", &id, &date);
            }
            found(&hub).len()
        };
        assert_eq!(topics([Some("a"), Some("a")]), 1);
        assert_eq!(topics([Some("a"), Some("b")]), 0);
        assert_eq!(topics([Some("a"), None]), 0);
    }

    #[test]
    fn an_offer_counts_where_others_need_it_and_a_need_where_nobody_offers_it() {
        let offering = |hub: TestHub, id: &str, offers: &[&str], needs: &[&str]| {
            let list = |texts: &[&str]| texts.iter().map(|text| (*text).into()).collect();
            hub.about(id, |one| (one.offers, one.needs) = (list(offers), list(needs)))
        };
        let hub = offering(parts(), "a", &["Lab", "space"], &[]);
        let hub = offering(hub, "b", &["space"], &["lab", "money"]);
        let hub = offering(hub, "c", &["legal advice"], &["lab", "money"]);
        let hub = offering(hub, "d", &[], &["legal advice"]);
        let found: Vec<_> = found(&hub)
            .into_iter()
            .map(|one| (one.what, one.dependents.len()))
            .collect();
        assert_eq!(
            found,
            [(Provided::Offer("Lab".into()), 2), (Provided::Need("money".into()), 2)]
        );
    }

    #[test]
    fn a_sector_of_one_member_rests_on_it() {
        let hub = hub(&[
            ("a", Sector::Business),
            ("b", Sector::Business),
            ("g", Sector::Government),
            ("o", Sector::Other),
        ])
        .tie("a", "b", "2024-01-01", "open")
        .tie("g", "o", "2024-01-01", "open")
        .studied_until("2024-12-31");
        let prepared = Prepared::latest(&hub);
        let answer = single_providers(&prepared.context());
        let found = answer.found().expect("sectors");
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].what.clone(), found[0].provider),
            (
                Provided::Sector(Sector::Government),
                Some(place(&prepared.network, "g"))
            )
        );
    }
}
