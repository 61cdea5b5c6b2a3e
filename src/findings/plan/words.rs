//! Why is an agreement to be renewed, broadened, handed over or let lapse? The reasons in words.
//!
//! In: a decision, a way to name places and to tell recorded texts, a language. Out: one sentence.

use super::verdict::{Decision, Together, Verdict};
use crate::messages::Messages;
use crate::network::Place;

/// Why, in a sentence; empty where no decision falls due. `name` and `text` say how a place and a recorded text may be
/// told, so that the caller decides about persons.
#[must_use]
pub fn why(
    decision: &Decision,
    name: &dyn Fn(Place) -> String,
    text: &dyn Fn(&str) -> String,
    messages: &Messages,
) -> String {
    let Some(facts) = &decision.facts else {
        return match &decision.agreement.renewed_by {
            Some(_) => messages.word("plan-why-renewed"),
            None => String::new(),
        };
    };
    let together = match facts.together {
        Together::Last(day) if facts.quiet => messages.say("plan-why-quiet", &[("day", day.into())]),
        Together::Last(day) => messages.say("plan-why-active", &[("day", day.into())]),
        Together::NotRecorded => messages.word("plan-why-not-recorded"),
    };
    let others = match (facts.others, decision.agreement.purpose.as_deref()) {
        (Some(others), Some(purpose)) => messages.say(
            "plan-why-others",
            &[
                ("others", others.into()),
                ("purpose", text(purpose).replace('_', " ").into()),
            ],
        ),
        _ => messages.word("plan-why-no-purpose"),
    };
    let stranded = match facts.cut_off {
        Some(end) => Some(messages.say(
            "plan-why-stranded",
            &[("stranded", facts.stranded.into()), ("name", name(end).into())],
        )),
        None if decision.verdict == Verdict::LetLapse => Some(messages.word("plan-why-nobody")),
        None => None,
    };
    let notice = facts.notice_passed.then(|| messages.word("plan-why-notice-passed"));
    let parts: Vec<String> = [Some(together), Some(others), stranded, notice]
        .into_iter()
        .flatten()
        .collect();
    let sentence = parts.join("; ");
    let mut letters = sentence.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
