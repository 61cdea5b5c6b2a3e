//! Who takes part? Members and guests, who came and who left.

use super::{Material, caveat};
use crate::report::html::{Block, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let analysis = material.analysis;
    let (members, guests) = (analysis.membership.members(), analysis.membership.guests());
    let lead = material.say(
        "report-members-lead",
        &[
            ("members", members.into()),
            ("guests", guests.into()),
            ("absent", (analysis.roster.len() - members - guests).into()),
            ("window", material.window().into()),
        ],
    );
    let mut blocks = vec![Block::Lead { text: lead }];
    blocks.extend(material.figure("entries-exits"));
    if analysis.roster.standing_alone > 0 {
        let count = ("count", analysis.roster.standing_alone.into());
        blocks.push(caveat(material.say("report-members-alone", &[count])));
    }
    (!analysis.roster.is_empty()).then(|| material.section("members", "report-members-title", blocks))
}
