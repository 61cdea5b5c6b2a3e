//! Which role that the declared template asks for has no member, or none tied to the others?
//!
//! In: the roles of the template with their members, and the working layer of the window. Out: the roles that are
//! empty, then those untied, each in the order of the template.

use std::collections::BTreeSet;

use super::gaps::{About, Certainty, Gap, GapKind, Severity, evidence};
use super::template::{Role, roles};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place};
use crate::records::{Sector, TableName};

/// What a role lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleLack {
    /// It has no member.
    NoMember,
    /// It has members, none of them with a working tie to a member outside the role.
    NoneTied,
}

/// A role of the template that nobody fills, or nobody tied to the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGap {
    /// The role.
    pub role: Role,
    /// What it lacks.
    pub lack: RoleLack,
}

/// The roles that are empty, then those untied, each in the order of the template.
#[must_use]
pub fn missing_sectors(context: &Context<'_>) -> Answer<Vec<RoleGap>> {
    let roles = roles(context);
    if roles.is_empty() {
        return Answer::Cannot(Lacking::Span("lacking-span-template"));
    }
    let read_from_sectors = roles.iter().any(|role| !role.sectors.is_empty());
    let known = context
        .network
        .roster()
        .members
        .iter()
        .any(|member| member.sector.is_some());
    if read_from_sectors && !known {
        return Answer::Cannot(Lacking::Column {
            table: TableName::Stakeholders,
            column: Some("sector"),
        });
    }
    let mut found: Vec<RoleGap> = roles
        .into_iter()
        .filter_map(|role| {
            Some(RoleGap {
                lack: lack(context, &role)?,
                role,
            })
        })
        .collect();
    found.sort_by_key(|gap| gap.lack);
    Answer::Found(found)
}

fn lack(context: &Context<'_>, role: &Role) -> Option<RoleLack> {
    if role.members.is_empty() {
        return Some(RoleLack::NoMember);
    }
    let inside: BTreeSet<Place> = role.members.iter().copied().collect();
    let places = context.working.places();
    let others = places.iter().any(|place| !inside.contains(place));
    let across = role
        .members
        .iter()
        .filter_map(|place| context.working.node_at(*place))
        .any(|node| {
            let partners = context.working.ties().columns(node.at()).iter();
            partners
                .map(|other| places[*other as usize])
                .any(|place| !inside.contains(&place))
        });
    (others && !across).then_some(RoleLack::NoneTied)
}

impl RoleGap {
    /// As a row: high where nobody fills the role, medium where nobody in it is tied. What is read from members that
    /// another role is read from too is assumed.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let (reading, severity) = match self.lack {
            RoleLack::NoMember => ("missing_role", Severity::High),
            RoleLack::NoneTied => ("untied_role", Severity::Medium),
        };
        let known: Vec<Sector> = self.role.sectors.clone();
        Gap {
            severity,
            subjects: self.role.members.clone(),
            sectors: known,
            about: Some(About::Role(self.role.name.clone())),
            evidence: evidence([("members", Some(self.role.members.len() as f64))]),
            certainty: if self.role.shared {
                Certainty::Assumed
            } else {
                Certainty::Recorded
            },
            ..Gap::of(GapKind::MissingSector, reading, Layer::Working, &context.window.label)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub};

    fn found(hub: &TestHub) -> Vec<(String, RoleLack)> {
        let prepared = Prepared::latest(hub);
        match missing_sectors(&prepared.context()) {
            Answer::Found(found) => found.into_iter().map(|gap| (gap.role.name, gap.lack)).collect(),
            Answer::Cannot(lacking) => panic!("{lacking:?}"),
        }
    }

    fn parts() -> TestHub {
        // government and business work together; two universities only with each other; nobody of civil society
        hub(&[
            ("g", Sector::Government),
            ("f", Sector::Business),
            ("u", Sector::Academia),
            ("v", Sector::Research),
        ])
        .tie("g", "f", "2024-01-01", "open")
        .tie("u", "v", "2024-01-01", "open")
        .studied_until("2024-12-31")
    }

    #[test]
    fn an_empty_role_stands_before_one_that_is_not_tied() {
        let expected = [
            ("civil_society".to_owned(), RoleLack::NoMember),
            ("knowledge".to_owned(), RoleLack::NoneTied),
        ];
        assert_eq!(found(&parts()), expected);
        // one tie to the others is enough
        assert_eq!(found(&parts().tie("u", "g", "2024-01-01", "open")), expected[..1]);
    }

    #[test]
    fn a_role_that_everybody_fills_has_nobody_to_be_tied_to() {
        let all = hub(&[("f", Sector::Business), ("e", Sector::Business)])
            .tie("f", "e", "2024-01-01", "open")
            .studied_until("2024-12-31")
            .edit(|records| {
                records.config.gaps.template = "own".into();
                records
                    .config
                    .gaps
                    .roles
                    .insert("Firms".into(), vec!["business".into()]);
            });
        assert_eq!(found(&all), []);
    }

    #[test]
    fn without_roles_or_sectors_nothing_can_be_said() {
        let own = parts().edit(|records| records.config.gaps.template = "own".into());
        let answer = missing_sectors(&Prepared::latest(&own).context());
        assert_eq!(answer, Answer::Cannot(Lacking::Span("lacking-span-template")));
        let bare = hub(&[]).tie("a", "b", "2024-01-01", "open");
        let lacking = Lacking::Column {
            table: TableName::Stakeholders,
            column: Some("sector"),
        };
        assert_eq!(
            missing_sectors(&Prepared::latest(&bare).context()),
            Answer::Cannot(lacking)
        );
    }
}
