//! Where is the network thin? Every kind of gap: what the records show, what to do, or that nothing was found.

use crate::findings::{Gap, GapKind, GapSummary};
use crate::messages::Arg;
use crate::tables::GapWords;

use super::{Material, capital, text};
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Section {
    let summary = &material.analysis.gap_summary;
    let mut blocks = vec![Block::Lead { text: lead(material) }];
    blocks.extend(material.figure("gap-board"));
    blocks.extend(
        summary
            .iter()
            .filter(|kind| is_shown(kind))
            .flat_map(|kind| of_kind(material, kind)),
    );
    blocks.extend(list(material, "report-gaps-nothing", nothing(material)));
    blocks.extend(list(material, "report-gaps-not-judged", not_judged(material)));
    material.section("gaps", "report-gaps-title", blocks)
}

/// Kinds with a gap, and the components of the method, of which the page also says how many went on to the next.
fn is_shown(kind: &GapSummary) -> bool {
    kind.count() > 0 || kind.kind == GapKind::UncoveredComponent && kind.lacking.is_none()
}

fn lead(material: &Material<'_>) -> String {
    let summary = &material.analysis.gap_summary;
    let judged = summary.iter().filter(|kind| kind.lacking.is_none());
    let args = [
        ("count", material.analysis.gap_rows.len().into()),
        ("judged", judged.count().into()),
        (
            "urgent",
            summary.iter().map(|kind| kind.by_severity[0]).sum::<usize>().into(),
        ),
    ];
    material.say("report-gaps-lead", &args)
}

/// What its sentences name: the window, and the template in use.
fn args(material: &Material<'_>) -> [(&'static str, Arg); 2] {
    let template = format!("template-{}", material.analysis.records.config.gaps.template);
    [
        ("window", material.window().into()),
        ("template", material.word(&template).into()),
    ]
}

fn of_kind(material: &Material<'_>, kind: &GapSummary) -> Vec<Block> {
    let name = kind.kind.name();
    let mut blocks = vec![
        Block::Heading {
            text: material.word(&format!("gap-{name}")),
        },
        text(material.say(&format!("gap-rule-{name}"), &args(material))),
    ];
    if kind.kind == GapKind::UncoveredComponent {
        blocks.extend(material.figure("component-coverage"));
    }
    let columns = material.columns(&[
        ("report-gaps-column-when", Align::Text),
        ("report-gaps-column-who", Align::Text),
        ("report-gaps-column-why", Align::Text),
        ("report-gaps-column-do", Align::Text),
    ]);
    let gaps = material.analysis.gap_rows.iter().filter(|gap| gap.kind == kind.kind);
    let grid = Grid::new(material.word(&format!("gap-{name}")), columns);
    let rows = gaps.map(|gap| row(material, gap)).collect();
    blocks.push(match kind.count() {
        0 => text(material.say(&format!("gap-none-{name}"), &args(material))),
        _ => Block::Table(material.first_rows(grid, rows, "tables/gaps.csv")),
    });
    match kind.kind {
        GapKind::SectorGap => blocks.push(text(material.word("report-gaps-sectors"))),
        GapKind::UncoveredComponent => blocks.extend(steps(material)),
        _ => {}
    }
    blocks
}

fn row(material: &Material<'_>, gap: &Gap) -> Vec<String> {
    let words = GapWords::of(gap, material.naming, material.messages);
    let when = material.word(&format!("gap-severity-{}", gap.severity.name()));
    vec![when, words.who, words.why, words.todo]
}

/// Which components were not held, and how many went on from one to the next.
fn steps(material: &Material<'_>) -> Option<Block> {
    let coverage = material.analysis.gaps.components.found()?;
    let name = |component: &String| component_name(material, component);
    let not_held: Vec<String> = coverage.not_held.iter().map(name).collect();
    let mut items = Vec::new();
    if !not_held.is_empty() {
        let components = material.list(&not_held, not_held.len());
        items.push(material.say("report-gaps-not-held", &[("components", components.into())]));
    }
    items.extend(coverage.conversion.iter().map(|(from, to, stayed, of)| {
        let args = [
            ("from", capital(&name(from)).into()),
            ("to", name(to).into()),
            ("stayed", (*stayed).into()),
            ("of", (*of).into()),
        ];
        material.say("report-gaps-conversion", &args)
    }));
    (!items.is_empty()).then_some(Block::List { items })
}

/// One sentence for each kind that was judged and has no gap.
fn nothing(material: &Material<'_>) -> Vec<String> {
    let judged = material.analysis.gap_summary.iter();
    let empty = judged.filter(|kind| kind.lacking.is_none() && !is_shown(kind));
    let said = |kind: &GapSummary| {
        let mut said = material.say(&format!("gap-none-{}", kind.kind.name()), &args(material));
        if kind.too_few_cells > 0 {
            said.push(' ');
            said.push_str(&material.say("report-gaps-too-few", &[("count", kind.too_few_cells.into())]));
        }
        said
    };
    empty.map(said).collect()
}

/// One sentence for each kind that cannot be judged: which record is missing.
fn not_judged(material: &Material<'_>) -> Vec<String> {
    let said = |kind: &GapSummary| {
        let name = material.word(&format!("gap-{}", kind.kind.name()));
        let lacking = material.lacking(kind.lacking.as_ref()?);
        let args = [("kind", name.into()), ("lacking", lacking.into())];
        Some(material.say("report-gaps-not-judged-line", &args))
    };
    material.analysis.gap_summary.iter().filter_map(said).collect()
}

fn list(material: &Material<'_>, heading: &str, items: Vec<String>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading {
        text: material.word(heading),
    };
    vec![heading, Block::List { items }]
}

/// A component of the method in the reader's language; another as recorded.
fn component_name(material: &Material<'_>, component: &str) -> String {
    let key = format!("component-{component}");
    match material.messages.has(&key) {
        true => material.word(&key),
        false => material.naming.text(component),
    }
}
