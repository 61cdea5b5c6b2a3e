//! `hubscope without`: what would be lost without each member, payer, sector, administration, the hub or one event?

use crate::analysis::naming::{Naming, Persons};
use crate::analysis::{Prepared, people_losses};
use crate::cli::args::WithoutArguments;
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::{Rests, Session, beside};
use crate::findings::continuity::{Continuity, CoreSplit, Loss, Subject, continuity};
use crate::progress::{Progress, Stage};
use crate::tables::{self, LossesOf, Table};
use crate::time::WindowScheme;

/// Prints the table asked for.
pub fn run(arguments: &WithoutArguments) -> Result<(), Failure> {
    let session = Session::open(&arguments.hub)?;
    let prepared = session.prepare(session.options(&arguments.network, WindowScheme::Latest)?)?;
    session.watch.report(Stage::Findings, 0.0);
    let table = match arguments.people {
        true => people(&session, &prepared)?,
        false => everybody(&session, &prepared, arguments)?,
    };
    session.watch.finish();
    session.note_ledger();
    output::print(&table, &beside(&session, &prepared, Rests::OnWindow), &arguments.output)
}

fn people(session: &Session, prepared: &Prepared) -> Result<Table, Failure> {
    let Some(found) = people_losses(prepared) else {
        session.watch.finish();
        return Err(Failure::new(
            ExitKind::Records,
            session.messages.word("without-no-people"),
        ));
    };
    session.note(&session.messages.word("champions-private"));
    let naming = Naming::with(&prepared.records, &found.roster, &session.messages, Persons::Named);
    let of = LossesOf {
        records: &prepared.records,
        roster: &found.roster,
        window: &prepared.window,
        naming: &naming,
        messages: &session.messages,
    };
    Ok(tables::without_people(&found.losses, &of))
}

fn everybody(session: &Session, prepared: &Prepared, arguments: &WithoutArguments) -> Result<Table, Failure> {
    let found = continuity(&prepared.context());
    let naming = Naming::new(&prepared.records, prepared.network.roster(), &session.messages);
    let of = LossesOf {
        records: &prepared.records,
        roster: prepared.network.roster(),
        window: &prepared.window,
        naming: &naming,
        messages: &session.messages,
    };
    let kind = arguments.kind.as_deref();
    let wanted = |loss: &&Loss| {
        let of_kind = kind.is_none_or(|kind| kind == loss.subject.kind());
        of_kind
            && arguments
                .of
                .as_deref()
                .is_none_or(|who| is_called(&loss.subject, who, &of))
    };
    let losses: Vec<&Loss> = found.losses().filter(wanted).collect();
    let named = losses.iter().copied().filter(|loss| !of.is_about_a_person(loss));
    let table = tables::without(&found, named, &of);
    if let (Some(who), true) = (&arguments.of, table.rows.is_empty()) {
        session.watch.finish();
        let key = match losses.is_empty() {
            true => "without-unknown",
            false => "without-person",
        };
        let message = session.messages.say(key, &[("who", who.as_str().into())]);
        return Err(Failure::new(ExitKind::Usage, message));
    }
    notes(session, &found, kind, arguments.of.is_some());
    Ok(table)
}

fn is_called(subject: &Subject, who: &str, of: &LossesOf<'_>) -> bool {
    let who = who.trim().to_lowercase();
    let named = [of.id(subject), of.name(subject)]
        .iter()
        .any(|name| name.to_lowercase() == who);
    named || who == subject.kind() || matches!(subject, Subject::Sector(sector) if sector.name() == who)
}

/// What could not be answered, and how the core splits.
fn notes(session: &Session, found: &Continuity, kind: Option<&str>, one: bool) {
    if one {
        return;
    }
    for (of, lacking) in [
        ("hub", found.hub.lacking()),
        ("funder", found.funders.lacking()),
        ("sector", found.sectors.lacking()),
        ("administration", found.administrations.lacking()),
    ] {
        if let Some(lacking) = lacking.filter(|_| kind.is_none_or(|kind| kind == of)) {
            let (key, args) = lacking.message();
            session.note(&session.messages.say(key, &args));
        }
    }
    if let Some(core) = found.splits.core.as_ref().filter(|_| kind.is_none()) {
        session.note(&split(session, core));
    }
}

fn split(session: &Session, core: &CoreSplit) -> String {
    let (key, args) = core.message();
    session.messages.say(key, &args)
}
