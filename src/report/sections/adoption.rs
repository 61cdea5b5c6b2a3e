//! Did adoption come from above, from below or from both, and which lasted? The four cells with their sizes, and what
//! can be said of the claim.

use crate::findings::Answer;
use crate::findings::adoption::{AdoptionReport, GroupSurvival, Persistence};

use super::{Material, caveat, text};
use crate::report::html::{Align, Block, Grid, Section};

const DAYS_IN_A_MONTH: f64 = 365.25 / 12.0;

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let report = material.analysis.adoption.found()?;
    let verdict = format!("report-adoption-verdict-{}", report.verdict.name());
    let mut blocks = vec![
        Block::Lead {
            text: lead(material, report),
        },
        text(material.say(&verdict, &[("reason", material.lacking(&report.reason).into())])),
    ];
    blocks.extend(material.figure("adoption-curve"));
    blocks.extend(practices(material, report));
    for subject in [Subject::Adoptions, Subject::Partnerships] {
        blocks.extend(persistence(material, report, subject));
    }
    blocks.push(caveat(material.word("report-adoption-limits")));
    Some(material.section("adoption", "report-adoption-title", blocks))
}

fn lead(material: &Material<'_>, report: &AdoptionReport) -> String {
    let declared = &material.analysis.records.config.adoption.at_risk;
    let risk_set = match declared.is_empty() {
        true => material.word("report-adoption-risk-default"),
        false => material.naming.text(declared),
    };
    material.say(
        "report-adoption-lead",
        &[
            ("adoptions", report.adoptions.len().into()),
            ("at_risk", report.at_risk.into()),
            ("risk_set", risk_set.into()),
        ],
    )
}

fn practices(material: &Material<'_>, report: &AdoptionReport) -> Option<Block> {
    let columns = material.columns(&[
        ("report-adoption-column-practice", Align::Text),
        ("report-adoption-column-adopted", Align::Number),
        ("report-adoption-column-alive", Align::Number),
    ]);
    let mut grid = Grid::new(material.word("report-adoption-practices"), columns);
    let count = |count: usize| material.messages.number(count as f64, 0);
    for (practice, adopted, alive) in &report.practices {
        let practice = material.naming.text(practice);
        grid.rows.push(vec![practice, count(*adopted), count(*alive)]);
    }
    let rows = std::mem::take(&mut grid.rows);
    let found = !rows.is_empty();
    let grid = material.first_rows(grid, rows, "tables/adoptions.csv");
    found.then_some(Block::Table(grid))
}

/// What lasts or ends.
#[derive(Clone, Copy)]
enum Subject {
    Adoptions,
    Partnerships,
}

fn persistence(material: &Material<'_>, report: &AdoptionReport, subject: Subject) -> Vec<Block> {
    let (answer, chart, title, none) = match subject {
        Subject::Adoptions => (
            &report.persistence,
            "persistence-adoptions",
            "report-adoption-cells-adoptions",
            "report-adoption-no-persistence",
        ),
        Subject::Partnerships => (
            &report.partnerships,
            "persistence-partnerships",
            "report-adoption-cells-partnerships",
            "report-adoption-no-partnerships",
        ),
    };
    match answer {
        Answer::Cannot(lacking) => {
            let lacking = ("lacking", material.lacking(lacking).into());
            vec![text(material.say(none, &[lacking]))]
        }
        Answer::Found(found) => {
            let mut blocks: Vec<Block> = material.figure(chart).into_iter().collect();
            blocks.push(Block::Table(cells(material, found, title)));
            let unknown = ("unknown", found.unknown.into());
            blocks.push(caveat(material.say("report-adoption-recorded", &[unknown])));
            blocks
        }
    }
}

fn cells(material: &Material<'_>, found: &Persistence, title: &str) -> Grid {
    let columns = material.columns(&[
        ("report-adoption-column-group", Align::Text),
        ("report-adoption-column-started", Align::Number),
        ("report-adoption-column-ended", Align::Number),
        ("report-adoption-column-half", Align::Number),
        ("report-adoption-column-needed", Align::Number),
    ]);
    let mut grid = Grid::new(material.word(title), columns);
    let count = |count: usize| material.messages.number(count as f64, 0);
    let half = |group: &GroupSurvival| match group.curve.as_ref().and_then(|curve| curve.median) {
        Some(days) => {
            let months = material.messages.number(days / DAYS_IN_A_MONTH, 0);
            material.say("report-adoption-months", &[("months", months.into())])
        }
        None => material.word("report-adoption-not-reached"),
    };
    for group in &found.groups {
        grid.rows.push(vec![
            super::capital(&material.word(&format!("report-group-{}", group.group.name()))),
            count(group.started),
            count(group.ended),
            half(group),
            count(found.needed_per_cell),
        ]);
    }
    grid
}
