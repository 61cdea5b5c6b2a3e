//! How does one tell a coordinator what to do? The sentences of an action, for report, tables and command line alike.
//!
//! In: an action or what became of one, a way to name places, a language. Out: [`ActionText`], or a sentence.

use super::{Action, ActionKind, FollowUp, Outcome, Seen, Status};
use crate::findings::introductions::IntroductionReason;
use crate::findings::introductions::words::Telling;
use crate::findings::single_provider::Provided;
use crate::messages::{Arg, Messages};
use crate::network::Place;
use crate::records::Sector;

/// An action in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionText {
    /// Verb and object.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// With whom; empty where nobody else is needed.
    pub with_whom: String,
    /// Why, with the figure behind it.
    pub why: String,
}

impl Action {
    /// The action in words; `name` says how a place may be called, so that the caller decides whether persons are named.
    #[must_use]
    pub fn text<N: Into<String>>(&self, name: &dyn Fn(Place) -> N, messages: &Messages) -> ActionText {
        if let ActionKind::AsRecorded {
            what, with_whom, why, ..
        } = &self.kind
        {
            let told = |text: &Option<std::sync::Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
            return ActionText {
                what: what.to_string(),
                who: messages.word("action-who-coordination"),
                with_whom: told(with_whom),
                why: told(why),
            };
        }
        let key = format!("action-{}", self.kind.name());
        let args = self.args(&|place| name(place).into(), messages);
        let say = |suffix: &str| messages.say(&format!("{key}{suffix}"), &args);
        let (what, why) = self.variants();
        let coordination = || messages.word("action-who-coordination");
        let who = match &self.kind {
            ActionKind::DecideAgreement { owner: Some(owner), .. } => owner.clone(),
            _ => coordination(),
        };
        let alone = matches!(
            self.kind,
            ActionKind::RecordMissing { .. }
                | ActionKind::DeclareOperator
                | ActionKind::SecondFunder { .. }
                | ActionKind::SecondProvider { provider: None, .. }
        );
        let why = match &self.kind {
            ActionKind::Introduce { reasons, notice, .. } => {
                let mut why = because(reasons, &|place| name(place).into(), messages);
                if let Some(declared) = notice {
                    let key = if declared.is_empty() { "-notice-none" } else { "-notice" };
                    let declared = ("notice", declared.to_string().into());
                    why = format!("{why} {}", messages.say(&format!("action-introduce{key}"), &[declared]));
                }
                why
            }
            _ => say(&why),
        };
        ActionText {
            what: say(what),
            who,
            with_whom: if alone { String::new() } else { say("-with") },
            why,
        }
    }

    /// Which wording of the sentences fits: suffixes of the key for `what` and `why`.
    fn variants(&self) -> (&'static str, String) {
        match &self.kind {
            ActionKind::DecideAgreement { end_assumed: true, .. } => ("-assumed", "-why-assumed".into()),
            ActionKind::DecideAgreement { ends, .. } if self.by.is_some_and(|by| by < *ends) => {
                ("", "-why-notice".into())
            }
            ActionKind::JoinSectors { a, b, .. } if a == b => ("-within", "-why".into()),
            ActionKind::SecondProvider { what, .. } => match what {
                Provided::Function(_) => ("-function", "-why-function".into()),
                Provided::Topic(_) => ("-topic", "-why-topic".into()),
                Provided::Offer(_) => ("-offer", "-why-offer".into()),
                Provided::Need(_) => ("-need", "-why-need".into()),
                Provided::Sector(_) => ("-sector", "-why-sector".into()),
            },
            ActionKind::InviteIsolated { members, total } if *total > members.len() => ("", "-why-among".into()),
            ActionKind::RecordMissing {
                table, column: None, ..
            } => ("-table", format!("-why-{table}")),
            ActionKind::RecordMissing {
                table,
                column: Some(column),
                ..
            } => ("", format!("-why-{table}-{column}")),
            _ => ("", "-why".into()),
        }
    }

    fn args(&self, name: &dyn Fn(Place) -> String, messages: &Messages) -> Vec<(&'static str, Arg)> {
        match &self.kind {
            ActionKind::DecideAgreement {
                source, target, ends, ..
            } => vec![
                ("source", name(*source).into()),
                ("target", name(*target).into()),
                ("ends", (*ends).into()),
                ("by", self.by.unwrap_or(*ends).into()),
            ],
            ActionKind::SecondLink {
                cut_point,
                stranded,
                example,
            } => vec![
                ("cut_point", name(*cut_point).into()),
                ("stranded", (*stranded).into()),
                ("example", name(*example).into()),
            ],
            ActionKind::TermEnds {
                organization,
                ends,
                terms,
                resting,
                of,
            } => vec![
                ("organization", name(*organization).into()),
                ("ends", (*ends).into()),
                ("terms", (*terms).into()),
                ("resting", (*resting).into()),
                ("of", (*of).into()),
            ],
            ActionKind::InviteRole { role } => vec![("role", known("role", role, messages).into())],
            ActionKind::AskLapsed {
                member,
                silent,
                last_seen,
            } => vec![
                ("member", name(*member).into()),
                ("silent", (*silent).into()),
                ("day", last_seen.map_or_else(|| String::new().into(), Arg::from)),
            ],
            ActionKind::SecondProvider {
                what,
                provider,
                dependents,
            } => vec![
                ("what", provided(what, messages).into()),
                ("provider", provider.map(name).unwrap_or_default().into()),
                ("dependents", (*dependents).into()),
            ],
            ActionKind::SecondFunder { payer, share } => {
                vec![("payer", name(*payer).into()), ("share", Arg::Percent(*share))]
            }
            ActionKind::Introduce { a, b, introducer, .. } => vec![
                ("a", name(*a).into()),
                ("b", name(*b).into()),
                ("introducer", name(*introducer).into()),
            ],
            _ => self.args_of_sectors_and_records(name, messages),
        }
    }

    fn args_of_sectors_and_records(
        &self,
        name: &dyn Fn(Place) -> String,
        messages: &Messages,
    ) -> Vec<(&'static str, Arg)> {
        let sector = |sector: &Sector| Arg::Text(messages.word(&format!("sector-{}", sector.name())));
        match &self.kind {
            ActionKind::JoinSectors {
                a,
                b,
                observed,
                expected,
            } => vec![
                ("a", sector(a)),
                ("b", sector(b)),
                ("observed", (*observed).into()),
                ("expected", Arg::Decimal(*expected, 0)),
            ],
            ActionKind::OpenComponent { sector: one, component } => {
                vec![
                    ("sector", sector(one)),
                    ("component", known("component", component, messages).into()),
                ]
            }
            ActionKind::InviteIsolated { members, total } => {
                let names: Vec<String> = members.iter().map(|place| name(*place)).collect();
                vec![
                    ("members", names.join(", ").into()),
                    ("count", members.len().into()),
                    ("total", (*total).into()),
                ]
            }
            ActionKind::CallFading { member, now, usual } => {
                vec![
                    ("member", name(*member).into()),
                    ("now", (*now).into()),
                    ("usual", Arg::Decimal(*usual, 1)),
                ]
            }
            ActionKind::RecordMissing { table, column, rows } => vec![
                ("table", table.name().into()),
                ("column", column.unwrap_or_default().into()),
                ("rows", rows.unwrap_or_default().into()),
            ],
            _ => Vec::new(),
        }
    }
}

impl FollowUp {
    /// Whether the records show it, as the name of a state in files and messages.
    #[must_use]
    pub const fn standing(&self) -> &'static str {
        match self.outcome {
            Outcome::Seen(..) => "seen",
            Outcome::NotSeen => "not_seen",
            Outcome::Unknown => "cannot_tell",
        }
    }

    /// What the records show of it, and where they do not, which record would.
    #[must_use]
    pub fn text<N: Into<String>>(&self, name: &dyn Fn(Place) -> N, messages: &Messages) -> String {
        let status = self.earlier.status.map_or("done", Status::name);
        let mut text = messages.word(&format!("action-followed-{status}-{}", self.standing()));
        let ask = || {
            let action = self.earlier.told("action").map_or("own", AsRef::as_ref);
            let key = format!("action-ask-{action}");
            messages.has(&key).then(|| messages.word(&key))
        };
        let more = match &self.outcome {
            Outcome::Seen(seen, _) => Some(seen.text(&|place| name(place).into(), messages)),
            Outcome::NotSeen => ask(),
            Outcome::Unknown => None,
        };
        if let Some(more) = more {
            text = format!("{text} {more}");
        }
        text
    }
}

impl Seen {
    fn text(&self, name: &dyn Fn(Place) -> String, messages: &Messages) -> String {
        let (key, args): (&str, Vec<(&str, Arg)>) = match self {
            Self::Renewed => ("renewed", Vec::new()),
            Self::EndsNow(Some(day)) => ("ends_now", vec![("day", (*day).into())]),
            Self::EndsNow(None) => ("open_now", Vec::new()),
            Self::Confirmed(day) => ("confirmed", vec![("day", (*day).into())]),
            Self::Ended(day) => ("ended", vec![("day", (*day).into())]),
            Self::Worked { a, b, day } => (
                "worked",
                vec![("a", name(*a).into()), ("b", name(*b).into()), ("day", (*day).into())],
            ),
            Self::HoldsNobody(member) => ("holds_nobody", vec![("member", name(*member).into())]),
            Self::Filled { first, members } => (
                "filled",
                vec![("first", name(*first).into()), ("members", (*members).into())],
            ),
            Self::Partnered(count) => ("partnered", vec![("count", (*count).into())]),
            Self::TookPart(count) => ("took_part", vec![("count", (*count).into())]),
            Self::Tied { tied, of } => ("tied", vec![("tied", (*tied).into()), ("of", (*of).into())]),
            Self::Active(count) => ("active", vec![("count", (*count).into())]),
            Self::Left(day) => ("left", vec![("day", (*day).into())]),
            Self::RestsOnNobody(place) => ("rests_on_nobody", vec![("organization", name(*place).into())]),
            Self::MoreProviders => ("more_providers", Vec::new()),
            Self::Offered => ("offered", Vec::new()),
            Self::PayerShare(share) => ("payer_share", vec![("share", Arg::Percent(*share))]),
            Self::Recorded => ("recorded", Vec::new()),
        };
        messages.say(&format!("action-seen-{key}"), &args)
    }
}

/// The catalogue's word for a component or role; one that hubscope does not know is called as recorded.
fn known(group: &str, name: &str, messages: &Messages) -> String {
    let key = format!("{group}-{name}");
    if messages.has(&key) {
        messages.word(&key)
    } else {
        name.to_owned()
    }
}

/// The reasons for an introduction as one sentence.
fn because(reasons: &[IntroductionReason], name: &dyn Fn(Place) -> String, messages: &Messages) -> String {
    let telling = Telling {
        name,
        text: &str::to_owned,
        messages,
    };
    let reasons: Vec<String> = reasons.iter().map(|reason| reason.words(&telling)).collect();
    let text = reasons.join("; ");
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

fn provided(what: &Provided, messages: &Messages) -> String {
    match what {
        Provided::Function(text) | Provided::Topic(text) | Provided::Offer(text) | Provided::Need(text) => text.clone(),
        Provided::Sector(sector) => messages.word(&format!("sector-{}", sector.name())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Earlier;
    use super::*;
    use crate::messages::Lang;

    fn earlier(status: Option<Status>) -> Earlier {
        Earlier {
            id: "a".into(),
            status,
            owner: None,
            due: None,
            proposed_on: None,
            answered_on: None,
            again: None,
            told: [("action", "second_link".into())].into(),
        }
    }

    #[test]
    fn every_outcome_has_a_whole_sentence_in_each_language() {
        let (a, b) = (Place(0), Place(1));
        let day = "2025-02-28".parse().expect("a day");
        let seen = [
            Seen::Renewed,
            Seen::EndsNow(Some(day)),
            Seen::EndsNow(None),
            Seen::Confirmed(day),
            Seen::Ended(day),
            Seen::Worked { a, b, day },
            Seen::HoldsNobody(a),
            Seen::Filled { first: a, members: 1 },
            Seen::Filled { first: a, members: 3 },
            Seen::RestsOnNobody(a),
            Seen::MoreProviders,
            Seen::Offered,
            Seen::PayerShare(0.4),
            Seen::Partnered(2),
            Seen::TookPart(1),
            Seen::Tied { tied: 1, of: 3 },
            Seen::Active(2),
            Seen::Left(day),
            Seen::Recorded,
        ];
        let outcomes = seen.map(|seen| Outcome::Seen(seen, Vec::new())).into_iter();
        let outcomes: Vec<Outcome> = outcomes.chain([Outcome::NotSeen, Outcome::Unknown]).collect();
        let kinds = [
            "decide_agreement",
            "second_link",
            "invite_role",
            "join_sectors",
            "open_component",
            "invite_isolated",
            "call_fading",
            "term_ends",
            "ask_lapsed",
            "introduce",
            "second_provider",
            "second_funder",
            "record_missing",
            "declare_operator",
        ];
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for kind in kinds {
                assert!(messages.has(&format!("action-ask-{kind}")), "{lang}: {kind}");
            }
            for (outcome, status) in outcomes.iter().flat_map(|one| [(one, "accepted"), (one, "done")]) {
                if status == "accepted" && !matches!(outcome, Outcome::Seen(..)) {
                    continue;
                }
                let follow_up = FollowUp {
                    earlier: earlier(Status::named(status)),
                    outcome: outcome.clone(),
                };
                let text = follow_up.text(&|place: Place| format!("«{}»", place.0), &messages);
                assert!(
                    !text.contains(['{', '$']) && !text.contains("action-"),
                    "{lang}: {text}"
                );
                assert!(text.ends_with('.'), "{lang}: {text}");
            }
        }
    }
}
