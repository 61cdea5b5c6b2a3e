//! What does `PRIVATE-people.html` hold? One card per candidate: what the records show, how sure its place is, and
//! formal authority apart. It says why it exists, who answers for it and whether those concerned were told.
//!
//! The only file of the partners' edition that names persons; there is none where no persons are candidates.

use crate::analysis::naming::{Naming, Persons};
use crate::findings::champions::{CandidateKind, Card, Champions};
use crate::findings::continuity::Subject;
use crate::findings::introductions::Introduction;
use crate::messages::Arg;
use crate::network::Place;

use super::html::{Align, Block, CardView, Frame, Grid, Section, Term};
use super::page::{Page, VERSION, frame};
use super::sections::{Material, capital, construct_word, lacking_constructs, left_out};

/// Cards on the page; the command `champions` shows any.
const CARDS: usize = 20;

/// The private page, where the candidates are persons.
pub(super) fn people(material: &Material<'_>) -> Option<Page> {
    let found = material.analysis.champions.found()?;
    if found.kind != CandidateKind::Persons {
        return None;
    }
    let analysis = material.analysis;
    let naming = Naming::with(&analysis.records, &analysis.roster, material.messages, Persons::Named);
    let named = Material {
        naming: &naming,
        ..*material
    };
    let hub = || Arg::from(analysis.records.name.as_str());
    Some(Page {
        frame: Frame {
            title: named.say("people-tab", &[("hub", hub())]),
            kicker: named.word("people-kicker"),
            heading: named.say("people-heading", &[("hub", hub())]),
            lines: vec![named.say("report-line-window", &[("window", named.window().into())])],
            foot: named.say("people-foot", &[("version", VERSION.into())]),
            ..frame(&named, true)
        },
        sections: [why(&named), how(&named, found), cards(&named, found)]
            .into_iter()
            .chain(introducers(&named))
            .chain(without(&named))
            .collect(),
    })
}

fn term(material: &Material<'_>, key: &str, meaning: String) -> Term {
    Term {
        word: material.word(key),
        meaning,
    }
}

/// Purpose, who answers for it and since when those concerned know, or that this is not stated.
fn why(material: &Material<'_>) -> Section {
    let config = &material.analysis.records.config.champions;
    let stated = |value: &Option<String>, none: &str| value.clone().unwrap_or_else(|| material.word(none));
    let notice = config
        .notice_date
        .map_or_else(|| material.word("people-no-notice"), |day| material.day(day.0));
    let items = vec![
        term(material, "people-purpose", stated(&config.purpose, "people-no-purpose")),
        term(
            material,
            "people-responsible",
            stated(&config.responsible, "people-no-responsible"),
        ),
        term(material, "people-notice", notice),
    ];
    let rights = material.word("people-rights");
    let blocks = vec![Block::Terms { items }, Block::Caveat { text: rights }];
    material.section("why", "people-why-title", blocks)
}

fn how(material: &Material<'_>, found: &Champions) -> Section {
    let text = |key: &str| Block::Text {
        text: material.word(key),
    };
    let mut blocks = vec![
        text("people-read-evidence"),
        text("people-read-interval"),
        text("people-read-authority"),
    ];
    blocks.extend(left_out(material, found, "people-left-out").map(|text| Block::Caveat { text }));
    let missing = lacking_constructs(material, found);
    if !missing.is_empty() {
        blocks.push(text("report-carriers-missing"));
        blocks.push(Block::List { items: missing });
    }
    material.section("how", "people-read-title", blocks)
}

fn cards(material: &Material<'_>, found: &Champions) -> Section {
    let shown = found.cards.iter().take(CARDS);
    let mut blocks: Vec<Block> = shown.map(|one| Block::Card(card(material, found, one))).collect();
    let more = found.cards.len().saturating_sub(CARDS);
    if more > 0 {
        let text = material.say("people-more-cards", &[("more", more.into())]);
        blocks.push(Block::Caveat { text });
    }
    material.section("cards", "people-cards-title", blocks)
}

/// Whom to ask in the organisations that could introduce others.
fn introducers(material: &Material<'_>) -> Option<Section> {
    let line = |one: &Introduction| {
        let person = material.naming.stakeholder(one.person?);
        let args = [
            ("a", material.name(one.pair.a).into()),
            ("b", material.name(one.pair.b).into()),
            ("person", person.into()),
            ("introducer", material.name(one.introducer?).into()),
        ];
        Some(material.say("people-introducers-line", &args))
    };
    let items: Vec<String> = material.analysis.introductions.needed.iter().filter_map(line).collect();
    let text = material.word("people-introducers-text");
    let blocks = vec![Block::Caveat { text }, Block::List { items: items.clone() }];
    (!items.is_empty()).then(|| material.section("introducers", "people-introducers-title", blocks))
}

/// What would be lost without each person.
fn without(material: &Material<'_>) -> Option<Section> {
    let analysis = material.analysis;
    let found = analysis.people.as_ref()?;
    let naming = Naming::with(&analysis.records, &found.roster, material.messages, Persons::Named);
    let args = [("window", material.window().into()), ("members", found.members.into())];
    let mut blocks = vec![Block::Text {
        text: material.say("people-without-text", &args),
    }];
    if found.losses.is_empty() {
        blocks.push(Block::Text {
            text: material.word("people-without-none"),
        });
        return Some(material.section("without", "people-without-title", blocks));
    }
    let columns = material.columns(&[
        ("report-without-column-without", Align::Text),
        ("report-without-column-cut_off", Align::Number),
        ("report-without-column-carried_on", Align::Number),
        ("report-without-column-who", Align::Text),
        ("report-without-column-stops", Align::Number),
        ("report-without-column-substitutes", Align::Text),
    ]);
    let agreed = |place: &&Place| {
        analysis
            .records
            .stakeholder(found.roster.member(**place).stakeholder)
            .profiling
    };
    let names = |places: &[Place]| {
        let names: Vec<String> = places
            .iter()
            .filter(agreed)
            .map(|place| naming.place(*place).to_owned())
            .collect();
        material.list(&names, 3)
    };
    let mut grid = Grid::new(material.word("people-without-title"), columns);
    let count = |count: usize| material.messages.number(count as f64, 0);
    for loss in found.losses.iter().take(CARDS) {
        let Subject::Member(person) = loss.subject else {
            continue;
        };
        grid.rows.push(vec![
            naming.place(person).to_owned(),
            count(loss.left.stranded.len()),
            count(loss.carried_on.stranded.len()),
            names(&loss.left.stranded),
            count(loss.stopped.len()),
            loss.substitutes.as_deref().map(names).unwrap_or_default(),
        ]);
    }
    let more = found.losses.len().saturating_sub(CARDS);
    grid.note = (more > 0).then(|| material.say("people-without-more", &[("more", more.into())]));
    blocks.push(Block::Table(grid));
    Some(material.section("without", "people-without-title", blocks))
}

fn card(material: &Material<'_>, found: &Champions, one: &Card) -> CardView {
    let person = material.analysis.records.stakeholder(one.candidate);
    let place = [
        person.role_title.as_deref().map(str::to_owned),
        one.organization.map(|place| material.name(place).to_owned()),
    ];
    CardView {
        name: person.name.to_string(),
        place: place.into_iter().flatten().collect::<Vec<_>>().join(", "),
        facts: facts(material, found, one),
        evidence: evidence(material, one),
    }
}

fn facts(material: &Material<'_>, found: &Champions, one: &Card) -> Vec<Term> {
    let (low, high) = one.rank_interval;
    let place = [
        ("rank", one.rank.into()),
        ("candidates", found.cards.len().into()),
        ("low", low.into()),
        ("high", high.into()),
    ];
    let placed = match low == high {
        true => "people-place-text-same",
        false => "people-place-text",
    };
    let grade = one.authority.map(|grade| {
        let grade = ("grade", Arg::from(grade.to_string()));
        material.say("people-authority-grade", &[grade])
    });
    let appointment = one.appointment.as_deref().map(|appointment| {
        let key = format!("people-appointment-{appointment}");
        match material.messages.has(&key) {
            true => material.word(&key),
            false => appointment.to_owned(),
        }
    });
    let authority: Vec<String> = grade.into_iter().chain(appointment).collect();
    let authority = match authority.is_empty() {
        true => material.word("people-authority-none"),
        false => authority.join(", "),
    };
    let stays = [("share", Arg::Percent(one.stays_in_first))];
    let person = material.analysis.records.stakeholder(one.candidate);
    let code = crate::analysis::naming::person_code(person.id.as_str());
    let mut facts = vec![
        term(material, "people-place", material.say(placed, &place)),
        term(material, "people-stays", material.say("people-stays-text", &stays)),
        term(material, "people-authority", authority),
        term(material, "people-contacts", one.contacts.to_string()),
    ];
    facts.extend(
        one.last_seen
            .map(|day| term(material, "people-last", material.day(day))),
    );
    facts.push(term(material, "people-code", format!("{code} ({id})", id = person.id)));
    facts
}

fn evidence(material: &Material<'_>, one: &Card) -> Grid {
    let columns = material.columns(&[
        ("people-column-act", Align::Text),
        ("people-column-value", Align::Number),
        ("people-column-rank", Align::Number),
        ("people-column-records", Align::Text),
    ]);
    let mut grid = Grid::new(material.word("people-evidence"), columns);
    for line in &one.evidence {
        grid.rows.push(vec![
            capital(&construct_word(material, line.construct)),
            material.number(line.value),
            material.number(line.rank),
            material.list(&line.records, 8),
        ]);
    }
    grid
}
