//! `plan`: what to do with each agreement, and whom to introduce, within the hours there are.

use crate::analysis::naming::Naming;
use crate::cli::args::PlanArguments;
use crate::cli::commands::parts::{cannot, masked, open, print, say};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::findings::goals::{Goal, Pair};
use crate::findings::plan::choose::Proof;
use crate::findings::plan::{self, ChosenIntroductions, GoalChoice, Measured, Plan, PlanOptions};
use crate::findings::{self, Answer, Context};
use crate::messages::{Arg, Messages};
use crate::tables;
use crate::time::WindowScheme;

/// The partnership plan, or introductions alone.
pub fn run(arguments: &PlanArguments) -> Result<(), Failure> {
    let (session, prepared) = open(&arguments.part, WindowScheme::Latest)?;
    let (context, naming) = (prepared.context(), masked(&session, &prepared));
    let gaps = findings::gaps(&context);
    let pairs = plan::pairs_of(&findings::introductions::introductions(&context, &gaps));
    if pairs.is_empty() {
        session.note(&session.messages.word("plan-note-no-pairs"));
    }
    let table = match arguments.introductions {
        Some(most) => introductions(&session, &context, &pairs, (most, arguments.goal), &naming),
        None => whole(&session, &context, &pairs, arguments, &naming)?,
    };
    print(&session, &table, &prepared, &arguments.part)
}

fn introductions(
    session: &Session,
    context: &Context<'_>,
    pairs: &[Pair],
    (most, goal): (u16, Option<Goal>),
    naming: &Naming,
) -> tables::Table {
    let found = plan::introductions_for(context, pairs, goal.unwrap_or(Goal::Reach), usize::from(most));
    note_before_after(session, &found);
    let considered = ("pairs", found.considered.into());
    session.note(&session.messages.say("plan-note-considered", &[considered]));
    note_choice(session, &found.choice);
    let hours = context.records.config.plan.hours_introduce;
    tables::introduced(&found, hours, naming, &session.messages)
}

fn whole(
    session: &Session,
    context: &Context<'_>,
    pairs: &[Pair],
    arguments: &PlanArguments,
    naming: &Naming,
) -> Result<tables::Table, Failure> {
    let options = PlanOptions {
        hours: arguments.hours.or(context.records.config.plan.hours),
        horizon_months: arguments.horizon.0,
        goal: arguments.goal,
    };
    let found = match plan::plan(context, pairs, &options) {
        Answer::Found(found) => found,
        Answer::Cannot(lacking) => return Err(cannot(session, &lacking)),
    };
    note_hours(session, context, &found);
    note_first(session, &found);
    found.choices.iter().for_each(|choice| note_choice(session, choice));
    note_targets(session, &found);
    [found.run_off.renewal.lacking(), found.run_off.money.lacking()]
        .into_iter()
        .flatten()
        .for_each(|lacking| say(session, lacking));
    Ok(tables::plan(&found, naming, &session.messages))
}

fn note_hours(session: &Session, context: &Context<'_>, found: &Plan) {
    let messages = &session.messages;
    let hours = |hours: f64| Arg::Text(hours_in(messages, hours));
    let spent = ("spent", hours(found.hours_spent()));
    session.note(&match found.hours {
        Some(there) => {
            let acts = ("acts", found.acts.len().into());
            messages.say("plan-note-hours", &[spent, ("hours", hours(there)), acts])
        }
        None => messages.say("plan-note-all", &[spent]),
    });
    let rates = &context.records.config.plan;
    let args = [
        ("renew", hours(rates.hours_renew)),
        ("broaden", hours(rates.hours_broaden)),
        ("hand_over", hours(rates.hours_hand_over)),
        ("introduce", hours(rates.hours_introduce)),
    ];
    session.note(&messages.say("plan-note-rates", &args));
}

/// Which hours the notes on the choice are about, where others are spent before anything is chosen.
fn note_first(session: &Session, found: &Plan) {
    let (first, messages) = (found.hours_first(), &session.messages);
    if let Some(hours) = found.hours.filter(|_| first > 0.0 && !found.choices.is_empty()) {
        let first_of = ("first", Arg::Text(hours_in(messages, first)));
        let rest = ("rest", Arg::Text(hours_in(messages, hours - first)));
        session.note(&messages.say("plan-note-first", &[first_of, rest]));
    }
}

/// Hours without needless decimals.
fn hours_in(messages: &Messages, hours: f64) -> String {
    let whole = hours.fract().abs() < 1e-9;
    messages.number(hours, if whole { 0 } else { 1 })
}

fn note_before_after(session: &Session, found: &ChosenIntroductions) {
    let messages = &session.messages;
    if let (Some(before), Some(after)) = (found.before, found.after) {
        let figure = messages.word(&format!("plan-figure-{}", found.choice.goal));
        let args = [
            ("figure", figure.into()),
            ("before", share(messages, before)),
            ("after", share(messages, after)),
        ];
        session.note(&messages.say("plan-note-before-after", &args));
    }
}

/// How far from the best the choice may be.
fn note_choice(session: &Session, choice: &GoalChoice) {
    let messages = &session.messages;
    let goal = ("goal", Arg::from(messages.word(&format!("plan-goal-{}", choice.goal))));
    let none = choice.effect.is_none_or(|effect| effect <= 0.0);
    let sentence = match (choice.proof, choice.at_least) {
        (_, None) => messages.say("plan-note-no-effect", &[goal]),
        (Proof::Exhaustive { tried }, _) => {
            let tried = ("tried", Arg::from(usize::try_from(tried).unwrap_or(usize::MAX)));
            messages.say("plan-note-exhaustive", &[goal, tried])
        }
        (Proof::Reached, _) => messages.say("plan-note-reached", &[goal]),
        (Proof::Bounded, _) if none => {
            let bound = ("bound", share(messages, choice.bound.unwrap_or_default()));
            messages.say("plan-note-bounded-none", &[goal, bound])
        }
        (Proof::Bounded, Some(at_least)) => {
            // rounded down: never more than is proven
            let floor = (at_least * 100.0).floor() / 100.0;
            messages.say("plan-note-bounded", &[goal, ("share", Arg::Percent(floor))])
        }
    };
    session.note(&sentence);
}

fn note_targets(session: &Session, found: &Plan) {
    let messages = &session.messages;
    for target in &found.targets {
        let written = |value: Option<f64>| match (value, target.measured) {
            (None, _) => Arg::Text("–".to_owned()),
            (Some(value), Measured::MeanDegree) => Arg::Decimal(value, 1),
            (Some(value), _) => share(messages, value),
        };
        let figure = messages.word(&format!("plan-figure-{}", target.measured.name()));
        let args = [
            ("record", target.record.as_str().into()),
            ("figure", figure.into()),
            ("now", written(target.now)),
            ("without", written(target.without)),
            ("with", written(target.with)),
            ("target", written(Some(target.target))),
            ("horizon", found.horizon.into()),
        ];
        session.note(&messages.say("plan-note-target", &args));
    }
}

/// A share as a percentage with one decimal.
fn share(messages: &Messages, share: f64) -> Arg {
    let number = messages.number(share * 100.0, 1);
    messages.say("report-percent", &[("number", number.into())]).into()
}
