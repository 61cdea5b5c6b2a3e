//! Stakeholders, events and what is said of persons: posts, nominations, champions, rosters.
//!
//! In: their typed tables and the identities found in all tables. Out: their records.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::cast::TypedTable;
use super::super::references::{EventIdentity, StakeholderIdentity, other_names};
use super::super::{
    Affiliation, ChampionLabel, Consent, Event, EventId, Nomination, RosterEntry, Sector, Stakeholder, StakeholderId,
};
use super::{Places, Row, each, mend_dates};

/// Stakeholders, declared and derived, sorted by id.
pub(super) fn stakeholders(
    mut typed: Option<&mut TypedTable>,
    identities: &[StakeholderIdentity],
    places: &Places,
) -> Vec<Stakeholder> {
    if let Some(typed) = typed.as_deref_mut() {
        mend_dates(typed, "joined", "left");
    }
    let typed = typed.as_deref();
    identities
        .iter()
        .map(|who| match (typed, who.row) {
            (Some(typed), Some(row)) => declared(who, &Row { typed, row }, places),
            _ => derived(who, places),
        })
        .collect()
}

fn derived(who: &StakeholderIdentity, places: &Places) -> Stakeholder {
    Stakeholder {
        parent: who.parent.as_ref().and_then(|id| places.stakeholders.get(id).copied()),
        email: who.email.clone(),
        role_title: who.role_title.clone(),
        aliases: other_names(who, Vec::new()),
        derived: true,
        ..Stakeholder::new(StakeholderId(Arc::clone(&who.id)), Arc::clone(&who.name), who.kind)
    }
}

fn declared(who: &StakeholderIdentity, row: &Row<'_>, places: &Places) -> Stakeholder {
    Stakeholder {
        sector: row.text("sector").map(|name| sector(&name)),
        government_level: row.text("government_level"),
        city: row.text("city"),
        country: row.text("country"),
        role_title: row.text("role_title"),
        appointment: row.text("appointment"),
        authority: row.whole("authority"),
        term_end: row.date("term_end"),
        joined: row.date("joined"),
        left: row.date("left"),
        email: row.text("email").or_else(|| who.email.clone()),
        aliases: other_names(who, row.list("aliases")),
        external_ids: row.list("external_ids"),
        offers: row.list("offers"),
        needs: row.list("needs"),
        consent: match row.text("consent").as_deref() {
            Some("public") => Consent::Public,
            Some("private") => Consent::Private,
            _ => Consent::Partners,
        },
        profiling: row.yes_no("profiling").unwrap_or(true),
        derived: false,
        ..derived(who, places)
    }
}

/// The sector of that name; what the maps do not know is counted by `check` and stands under other.
fn sector(name: &str) -> Sector {
    Sector::ALL
        .into_iter()
        .find(|sector| sector.name() == name)
        .unwrap_or(Sector::Other)
}

/// Columns of the stakeholders table that hubscope does not know, one value per stakeholder.
pub(super) fn attributes(
    typed: Option<&TypedTable>,
    identities: &[StakeholderIdentity],
) -> BTreeMap<String, Vec<Option<Arc<str>>>> {
    let extra = typed.map_or(&[][..], |typed| &typed.extra);
    extra
        .iter()
        .map(|column| {
            let values = identities.iter().map(|who| column.values[who.row?].clone()).collect();
            (column.header.clone(), values)
        })
        .collect()
}

/// Events, declared and derived, sorted by id.
pub(super) fn events(mut typed: Option<&mut TypedTable>, identities: &[EventIdentity], places: &Places) -> Vec<Event> {
    if let Some(typed) = typed.as_deref_mut() {
        mend_dates(typed, "start", "end");
    }
    let typed = typed.as_deref();
    identities
        .iter()
        .map(|event| {
            let blank = blank_event(event);
            let (Some(typed), Some(row)) = (typed, event.row) else {
                return blank;
            };
            let row = Row { typed, row };
            Event {
                component: row.text("component"),
                start: row.date("start"),
                end: row.end("end"),
                topic: row.text("topic"),
                city: row.text("city"),
                host: row.stakeholder("host", places),
                initiated_by: row.stakeholder("initiated_by", places),
                origin: row.origin(),
                incentive: row.text("incentive"),
                prize: row.text("prize"),
                programme: row.text("programme"),
                status: row.text("status"),
                derived: false,
                ..blank
            }
        })
        .collect()
}

fn blank_event(event: &EventIdentity) -> Event {
    Event::derived(EventId(Arc::clone(&event.id)), Arc::clone(&event.name))
}

/// Posts held, sorted by person and start.
pub(super) fn affiliations(typed: &mut TypedTable, places: &Places) -> Vec<Affiliation> {
    mend_dates(typed, "start", "end");
    let make = |row: &Row<'_>| {
        Some(Affiliation {
            person: row.stakeholder("person", places)?,
            organization: row.stakeholder("organization", places)?,
            role_title: row.text("role_title"),
            appointment: row.text("appointment"),
            authority: row.whole("authority"),
            start: row.date("start"),
            end: row.end("end"),
        })
    };
    each(typed, make, |a, b| {
        (a.person, a.start, a.organization).cmp(&(b.person, b.start, b.organization))
    })
}

/// Who named whom, sorted by both and the date.
pub(super) fn nominations(typed: &mut TypedTable, places: &Places) -> Vec<Nomination> {
    let make = |row: &Row<'_>| {
        Some(Nomination {
            source: row.stakeholder("source", places)?,
            target: row.stakeholder("target", places)?,
            date: row.date("date"),
            question: row.text("question"),
        })
    };
    each(typed, make, |a, b| {
        (a.source, a.target, a.date).cmp(&(b.source, b.target, b.date))
    })
}

/// Known champions, sorted by stakeholder and first day.
pub(super) fn champions(typed: &mut TypedTable, places: &Places) -> Vec<ChampionLabel> {
    mend_dates(typed, "from", "until");
    let make = |row: &Row<'_>| {
        Some(ChampionLabel {
            stakeholder: row.stakeholder("stakeholder_id", places)?,
            champion: row.yes_no("champion")?,
            from: row.date("from"),
            until: row.date("until"),
            source: row.text("source"),
        })
    };
    each(typed, make, |a, b| {
        (a.stakeholder, a.from).cmp(&(b.stakeholder, b.from))
    })
}

/// Who could have answered, sorted by window and stakeholder.
pub(super) fn roster(typed: &mut TypedTable, places: &Places) -> Vec<RosterEntry> {
    let make = |row: &Row<'_>| {
        Some(RosterEntry {
            stakeholder: row.stakeholder("stakeholder_id", places)?,
            window: row.text("window")?,
            responded: row.yes_no("responded"),
        })
    };
    each(typed, make, |a, b| {
        (&a.window, a.stakeholder).cmp(&(&b.window, b.stakeholder))
    })
}
