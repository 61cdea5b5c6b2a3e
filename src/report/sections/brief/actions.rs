//! The actions of the first page, and what became of those that earlier reports proposed.

use crate::findings::actions::{Action, Actions, Earlier, FollowUp};
use crate::report::html::{ActionView, Block};
use crate::report::sections::{Material, text};

/// What became of earlier actions: so many stand on the page, the rest in `actions.csv`.
const FOLLOWED_SHOWN: usize = 5;

pub(super) fn blocks(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.actions;
    let heading = |key: &str| Block::Heading {
        text: material.word(key),
    };
    let mut blocks = vec![heading("report-brief-actions")];
    blocks.push(match found.first.is_empty() {
        true => text(material.word("report-brief-no-actions")),
        false => Block::Actions {
            items: found.first.iter().map(|action| view(material, action)).collect(),
        },
    });
    if !found.further.is_empty() {
        let count = ("count", found.further.len().into());
        blocks.push(text(material.say("report-actions-further", &[count])));
    }
    if !found.followed.is_empty() {
        blocks.push(heading("report-actions-followed"));
        let shown = found.followed.iter().take(FOLLOWED_SHOWN);
        blocks.push(Block::List {
            items: shown.map(|one| followed(material, one)).collect(),
        });
        let more = found.followed.len().saturating_sub(FOLLOWED_SHOWN);
        if more > 0 {
            blocks.push(text(material.say("report-actions-more", &[("count", more.into())])));
        }
    }
    blocks.extend(resting(material, found).map(text));
    blocks
}

fn view(material: &Material<'_>, action: &Action) -> ActionView {
    let name = |place| material.name(place).to_owned();
    let told = action.text(&name, material.messages);
    let (what, why) = (material.naming.text(&told.what), material.naming.text(&told.why));
    let day = |key: &str, day: crate::time::Day| material.say(key, &[("day", day.into())]);
    // Most actions name those concerned in their first sentence already.
    let named = told.with_whom.split(", ").all(|one| told.what.contains(one));
    let with = (!named).then(|| {
        let whom = material.naming.text(&told.with_whom);
        material.say("report-action-with", &[("whom", whom.into())])
    });
    let effort = action
        .effort
        .map(|effort| material.word(&format!("effort-{}", effort.name())));
    let terms = match &action.accepted {
        Some(accepted) => {
            let owner = accepted.owner.as_ref();
            let owner = owner.map(|owner| material.naming.owner(owner, material.messages));
            let status = match owner {
                Some(owner) => material.say("action-accepted-by", &[("owner", owner.into())]),
                None => material.word("action-accepted"),
            };
            let key = if accepted.overdue {
                "action-overdue"
            } else {
                "action-due"
            };
            let due = accepted.due.or(action.by).map(|due| day(key, due));
            vec![Some(status), due, with, effort]
        }
        None => {
            let again = action
                .proposed_on
                .filter(|first| Some(*first) < material.analysis.actions.as_of);
            let again = again.map(|first| day("action-first-proposed", first));
            let by = action.by.map(|by| day("report-action-by", by));
            vec![by, Some(told.who), with, effort, again]
        }
    };
    ActionView {
        what,
        why,
        terms: terms.into_iter().flatten().filter(|term| !term.is_empty()).collect(),
    }
}

/// What was proposed, and what the records show of it.
fn followed(material: &Material<'_>, one: &FollowUp) -> String {
    let what = material.naming.text(one.earlier.what());
    let text = one.text(&|place| material.name(place).to_owned(), material.messages);
    format!("{}. {text}", what.trim_end_matches('.'))
}

/// How many are not proposed again yet, and when the first of them may be.
fn resting(material: &Material<'_>, found: &Actions) -> Option<String> {
    let next = found.resting.iter().filter_map(Earlier::rests_until).min();
    let count = ("count", found.resting.len().into());
    match (found.resting.len(), next) {
        (0, _) => None,
        (_, Some(day)) => Some(material.say("report-actions-resting", &[count, ("day", day.into())])),
        (_, None) => Some(material.say("report-actions-resting-undated", &[count])),
    }
}
