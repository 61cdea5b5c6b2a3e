//! How does one tell a coordinator what to do? The sentences of an action, for report, tables and command line alike.
//!
//! In: an action, a way to name places, a language. Out: [`ActionText`].

use super::{Action, ActionKind};
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
            ActionKind::RecordMissing { .. } | ActionKind::DeclareOperator
        );
        ActionText {
            what: say(what),
            who,
            with_whom: if alone { String::new() } else { say("-with") },
            why: say(&why),
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
        let sector = |sector: &Sector| Arg::Text(messages.word(&format!("sector-{}", sector.name())));
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
            ActionKind::InviteSector { sector: one } => vec![("sector", sector(one))],
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
                    ("component", component_name(component, messages).into()),
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
            ActionKind::DeclareOperator => Vec::new(),
        }
    }
}

/// The name of a component of the method; one that hubscope does not know is called as recorded.
fn component_name(component: &str, messages: &Messages) -> String {
    let key = format!("component-{component}");
    if messages.has(&key) {
        messages.word(&key)
    } else {
        component.to_owned()
    }
}
