//! `gaps`, `introductions`, `champions`, `adoption`, `indicators`, `actions`: one part of the report each, as a table.

use crate::analysis::Prepared;
use crate::analysis::naming::{Naming, Persons};
use crate::cli::args::{IntroductionsArguments, PartArguments};
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::{Rests, Session, beside};
use crate::findings::introductions::{Introductions, ListRule};
use crate::findings::{self, Lacking};
use crate::progress::{Progress, Stage};
use crate::tables::{self, Table};
use crate::time::WindowScheme;

/// Where the network is thin.
pub fn gaps(arguments: &PartArguments) -> Result<(), Failure> {
    let (session, prepared) = open(arguments, WindowScheme::Latest)?;
    let context = prepared.context();
    let found = findings::gaps(&context);
    let rows = found.rows(&context);
    let summary = found.summary(&rows);
    let mut said: Vec<&Lacking> = Vec::new();
    for lacking in summary.iter().filter_map(|kind| kind.lacking.as_ref()) {
        if !said.contains(&lacking) {
            say(&session, lacking);
            said.push(lacking);
        }
    }
    let table = tables::gaps(&rows, &masked(&session, &prepared), &session.messages);
    print(&session, &table, &prepared, arguments)
}

/// Whom to introduce to whom, or how the rankings did before.
pub fn introductions(arguments: &IntroductionsArguments) -> Result<(), Failure> {
    let (session, prepared) = open(&arguments.part, WindowScheme::Latest)?;
    let context = prepared.context();
    let found = findings::introductions::introductions(&context, &findings::gaps(&context));
    let table = match (&found.back_test, arguments.back_test) {
        (findings::Answer::Cannot(lacking), true) => return Err(cannot(&session, lacking)),
        (findings::Answer::Found(tested), true) => tables::introduction_rankers(tested, &session.messages),
        (_, false) => {
            note_rule(&session, &found);
            tables::introductions(&found, &masked(&session, &prepared), &session.messages)
        }
    };
    print(&session, &table, &prepared, &arguments.part)
}

/// How the pairs were chosen, where not by a ranking that proved itself; and the notice that goes with some.
fn note_rule(session: &Session, found: &Introductions) {
    let messages = &session.messages;
    match &found.rule {
        ListRule::Learned { .. } => {}
        ListRule::Beaten => session.note(&messages.word("introductions-beaten")),
        ListRule::Untested(lacking) => {
            let (key, args) = lacking.message();
            let lacking = messages.say(key, &args);
            session.note(&messages.say("introductions-untested", &[("lacking", lacking.into())]));
        }
    }
    if !found.unknown_avoided.is_empty() {
        let ids = found.unknown_avoided.join(", ");
        session.note(&messages.say("introductions-unknown", &[("ids", ids.into())]));
    }
}

/// Who carries the change from inside.
pub fn champions(arguments: &PartArguments) -> Result<(), Failure> {
    let (session, prepared) = open(arguments, WindowScheme::Latest)?;
    match findings::champions::champions(&prepared.context()) {
        findings::Answer::Cannot(lacking) => Err(cannot(&session, &lacking)),
        findings::Answer::Found(found) => {
            session.note(&session.messages.word("champions-private"));
            let naming = Naming::with(
                &prepared.records,
                prepared.network.roster(),
                &session.messages,
                Persons::Named,
            );
            print(
                &session,
                &tables::champions(&found, &naming, &session.messages),
                &prepared,
                arguments,
            )
        }
    }
}

/// From above, from below or both, and what lasted.
pub fn adoption(arguments: &PartArguments) -> Result<(), Failure> {
    let (session, prepared) = open(arguments, WindowScheme::Latest)?;
    match findings::adoption::adoption(&prepared.context()) {
        findings::Answer::Cannot(lacking) => Err(cannot(&session, &lacking)),
        findings::Answer::Found(found) => {
            say(&session, &found.reason);
            print(
                &session,
                &tables::adoption(&found, &session.messages),
                &prepared,
                arguments,
            )
        }
    }
}

/// Sustainability indicators over time.
pub fn indicators(arguments: &PartArguments) -> Result<(), Failure> {
    let (session, prepared) = open(arguments, WindowScheme::Rolling)?;
    let windows = prepared.network.windows(prepared.options.window);
    let series = crate::indicators::series(&prepared.context(), &windows);
    let table = tables::indicators("indicators", &series, &session.messages);
    print(&session, &table, &prepared, arguments)
}

/// What to do this quarter.
pub fn actions(arguments: &PartArguments) -> Result<(), Failure> {
    let (session, prepared) = open(arguments, WindowScheme::Latest)?;
    let context = prepared.context();
    let found = findings::gaps(&context);
    let calendar = findings::calendar::calendar(&context);
    let introductions = findings::introductions::introductions(&context, &found);
    let sources = findings::actions::Sources {
        gaps: &found,
        calendar: &calendar,
        introductions: &introductions,
    };
    let actions = findings::actions::actions(&context, &sources);
    let table = tables::actions(&actions, &masked(&session, &prepared), &session.messages);
    print(&session, &table, &prepared, arguments)
}

pub(super) fn open(arguments: &PartArguments, window: WindowScheme) -> Result<(Session, Prepared), Failure> {
    let session = Session::open(&arguments.hub)?;
    let prepared = session.prepare(session.options(&arguments.network, window)?)?;
    session.watch.report(Stage::Findings, 0.0);
    Ok((session, prepared))
}

pub(super) fn masked(session: &Session, prepared: &Prepared) -> Naming {
    Naming::new(&prepared.records, prepared.network.roster(), &session.messages)
}

pub(super) fn print(
    session: &Session,
    table: &Table,
    prepared: &Prepared,
    arguments: &PartArguments,
) -> Result<(), Failure> {
    session.watch.finish();
    session.note_ledger();
    output::print(table, &beside(session, prepared, Rests::OnWindow), &arguments.output)
}

/// What the hub cannot answer, as a note beside what it can.
pub(super) fn say(session: &Session, lacking: &Lacking) {
    let (key, args) = lacking.message();
    session.note(&session.messages.say(key, &args));
}

/// A part that the hub cannot answer at all.
pub(super) fn cannot(session: &Session, lacking: &Lacking) -> Failure {
    session.watch.finish();
    let (key, args) = lacking.message();
    Failure::new(ExitKind::Records, session.messages.say(key, &args)).hint(session.messages.word("see-check"))
}
