//! The partnership plan: what is left of the agreements, what to do with each, when they end and need notice.

use crate::findings::calendar::{Calendar, CalendarEntry};
use crate::findings::plan::{Act, ActKind, Decision, Left, Measured, Plan, TargetOutlook, Verdict, Way, why};

use super::{Material, caveat, text};
use crate::messages::Arg;
use crate::report::html::{Align, Block, Grid, Section};

/// What an agreement can be advised, in the order of telling.
const ADVISED: [Verdict; 4] = [Verdict::Renew, Verdict::Broaden, Verdict::HandOver, Verdict::LetLapse];

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let calendar = material.analysis.calendar.found()?;
    let mut blocks = vec![Block::Lead {
        text: super::brief::ending(material),
    }];
    let plan = material.analysis.plan.found();
    if let Some(plan) = plan {
        blocks.extend(left(material, plan));
    }
    blocks.extend(material.figure("run-off"));
    if let Some(plan) = plan {
        blocks.extend(decided(material, plan));
    }
    blocks.extend(material.figure("calendar"));
    if !calendar.next_twelve_months.is_empty() {
        let grid = ending(material, calendar);
        let summary = grid.caption.clone();
        blocks.push(Block::Folded { summary, grid });
    }
    if calendar.without_end > 0 {
        let count = ("count", calendar.without_end.into());
        blocks.push(caveat(material.say("report-agreements-open", &[count])));
    }
    Some(material.section("agreements", "report-agreements-title", blocks))
}

/// What is left at the horizon, three ways, and what cannot be told.
fn left(material: &Material<'_>, plan: &Plan) -> Vec<Block> {
    let run_off = &plan.run_off;
    let ends = |way| {
        let points = run_off.way(way)?;
        Some((points.first()?, points.last()?))
    };
    let Some((now, then)) = ends(Way::NothingRenewed) else {
        return Vec::new();
    };
    let whole = |value: f64| Arg::Text(material.messages.number(value, 0));
    let mut sentences = vec![material.say(
        "report-plan-left",
        &[
            ("horizon", plan.horizon.into()),
            ("agreements", whole(then.agreements)),
            ("agreements_now", whole(now.agreements)),
            ("ties", whole(then.ties)),
            ("ties_now", whole(now.ties)),
            ("members", whole(then.members)),
            ("members_now", whole(now.members)),
            ("sectors", whole(then.sectors)),
            ("sectors_now", whole(now.sectors)),
        ],
    )];
    if let Some((_, open)) = ends(Way::UnknownOpen) {
        let args = [("assumed", run_off.assumed.into()), ("left", whole(open.agreements))];
        sentences.push(material.say("report-plan-open", &args));
    }
    sentences.extend(money(material, plan, now, then));
    if let (Some(rate), Some((_, own)), Some((_, low)), Some((_, high))) = (
        run_off.renewal.found(),
        ends(Way::OwnRate),
        ends(Way::OwnRateLow),
        ends(Way::OwnRateHigh),
    ) {
        let args = [
            ("renewed", rate.renewed.into()),
            ("due", rate.due.into()),
            ("left", whole(own.agreements)),
            ("low", whole(low.agreements)),
            ("high", whole(high.agreements)),
        ];
        sentences.push(material.say("report-plan-own", &args));
    }
    if let Some((_, planned)) = ends(Way::Planned) {
        sentences.push(material.say("report-plan-with", &[("left", whole(planned.agreements))]));
    }
    let lacking = [run_off.renewal.lacking(), run_off.money.lacking()];
    let lacking = lacking.into_iter().flatten().map(|one| caveat(material.lacking(one)));
    std::iter::once(text(sentences.join(" "))).chain(lacking).collect()
}

fn money(material: &Material<'_>, plan: &Plan, now: &Left, then: &Left) -> Option<String> {
    let counted = plan.run_off.money.found()?;
    let args = [
        ("now", Arg::Text(material.messages.number(now.money?, 0))),
        ("left", Arg::Text(material.messages.number(then.money?, 0))),
        ("currency", counted.currency.clone().unwrap_or_default().into()),
    ];
    Some(material.say("report-plan-left-money", &args))
}

/// What to do with each agreement, what that takes, whom to introduce, where objectives go.
fn decided(material: &Material<'_>, plan: &Plan) -> Vec<Block> {
    let counts: Vec<String> = ADVISED
        .into_iter()
        .map(|verdict| (verdict, plan.count(verdict)))
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| {
            let key = format!("report-plan-verdict-{}", verdict.name());
            material.say(&key, &[("count", count.into())])
        })
        .collect();
    let due = plan.decisions.len() - plan.count(Verdict::RunsOn);
    if due == 0 {
        return Vec::new();
    }
    let args = [
        ("live", plan.decisions.len().into()),
        ("due", due.into()),
        ("horizon", plan.horizon.into()),
        ("list", material.list(&counts, ADVISED.len()).into()),
    ];
    let mut blocks = vec![
        text(material.say("report-plan-verdicts", &args)),
        text(material.word("report-plan-rule")),
        text(hours(material, plan)),
        Block::Table(advised(material, plan)),
    ];
    let introduced = plan.acts.iter().filter(|act| act.kind == ActKind::Introduce);
    let introduced: Vec<String> = introduced.filter_map(|act| pair(material, act)).collect();
    if !introduced.is_empty() {
        blocks.push(Block::Heading {
            text: material.word("report-plan-introduced"),
        });
        blocks.push(Block::List { items: introduced });
    }
    if !plan.targets.is_empty() {
        blocks.push(Block::Table(targets(material, plan)));
    }
    blocks
}

fn hours(material: &Material<'_>, plan: &Plan) -> String {
    let rates = &material.analysis.records.config.plan;
    let number = |hours: f64| Arg::Text(material.number(hours));
    match plan.hours {
        Some(hours) => {
            let acts = ("acts", plan.acts.len().into());
            material.say("report-plan-hours", &[("hours", number(hours)), acts])
        }
        None => material.say(
            "report-plan-hours-all",
            &[
                ("hours", number(plan.hours_spent())),
                ("renew", number(rates.hours_renew)),
                ("broaden", number(rates.hours_broaden)),
                ("hand_over", number(rates.hours_hand_over)),
            ],
        ),
    }
}

fn pair(material: &Material<'_>, act: &Act) -> Option<String> {
    let pair = act.pair?;
    let args = [
        ("one", material.name(pair.a).into()),
        ("other", material.name(pair.b).into()),
    ];
    Some(material.say("report-plan-pair", &args))
}

/// Every agreement that needs a decision, by the day to decide.
fn advised(material: &Material<'_>, plan: &Plan) -> Grid {
    let columns = material.columns(&[
        ("report-plan-column-by", Align::Text),
        ("report-plan-column-what", Align::Text),
        ("report-plan-column-between", Align::Text),
        ("report-plan-column-ends", Align::Text),
        ("report-plan-column-why", Align::Text),
    ]);
    let rows = plan.due().into_iter().map(|one| advice(material, one)).collect();
    material.first_rows(
        Grid::new(material.word("report-plan-table"), columns),
        rows,
        "tables/plan.csv",
    )
}

fn advice(material: &Material<'_>, decision: &Decision) -> Vec<String> {
    let agreement = &decision.agreement;
    let sides = [agreement.source, agreement.target].map(|place| material.name(place).to_owned());
    let day = |day: Option<crate::time::Day>| day.map(|day| material.day(day)).unwrap_or_default();
    let ends = match agreement.ends {
        Some(ends) if agreement.end_assumed => material.say("report-agreements-assumed", &[("day", ends.into())]),
        ends => day(ends),
    };
    let name = |place| material.name(place).to_owned();
    vec![
        day(decision.decide_by),
        material.word(&format!("plan-act-{}", decision.verdict.name())),
        material.list(&sides, 2),
        ends,
        why(decision, &name, &|text| material.naming.text(text), material.messages),
    ]
}

fn targets(material: &Material<'_>, plan: &Plan) -> Grid {
    let columns = material.columns(&[
        ("report-plan-column-figure", Align::Text),
        ("report-plan-column-now", Align::Number),
        ("report-plan-column-without", Align::Number),
        ("report-plan-column-with", Align::Number),
        ("report-plan-column-target", Align::Number),
        ("report-plan-column-due", Align::Text),
    ]);
    let row = |target: &TargetOutlook| {
        let written = |value: Option<f64>| match (value, target.measured) {
            (None, _) => String::new(),
            (Some(value), Measured::MeanDegree) => material.number(value),
            (Some(value), _) => material.percent(value),
        };
        vec![
            material.word(&format!("plan-figure-{}", target.measured.name())),
            written(target.now),
            written(target.without),
            written(target.with),
            written(Some(target.target)),
            target.due.map(|due| material.day(due)).unwrap_or_default(),
        ]
    };
    let mut grid = Grid::new(material.word("report-plan-targets"), columns);
    grid.rows = plan.targets.iter().map(row).collect();
    grid
}

fn ending(material: &Material<'_>, calendar: &Calendar) -> Grid {
    let columns = material.columns(&[
        ("report-agreements-column-between", Align::Text),
        ("report-agreements-column-kind", Align::Text),
        ("report-agreements-column-ends", Align::Text),
        ("report-agreements-column-notice", Align::Text),
        ("report-agreements-column-owner", Align::Text),
        ("report-agreements-column-renewed", Align::Text),
    ]);
    let row = |entry: &CalendarEntry| {
        let sides = [entry.source, entry.target].map(|place| material.name(place).to_owned());
        let ends = match entry.end_assumed {
            true => material.say("report-agreements-assumed", &[("day", entry.ends.into())]),
            false => material.day(entry.ends),
        };
        let recorded = |text: &Option<String>| text.as_deref().map(|text| material.naming.text(text));
        vec![
            material.list(&sides, 2),
            recorded(&entry.kind).unwrap_or_default().replace('_', " "),
            ends,
            entry.notice_by.map(|day| material.day(day)).unwrap_or_default(),
            recorded(&entry.owner).unwrap_or_default(),
            material.word(if entry.renewed { "yes" } else { "no" }),
        ]
    };
    let grid = Grid::new(material.word("report-agreements-table"), columns);
    let rows = calendar.next_twelve_months.iter().map(row).collect();
    material.filled_columns(material.first_rows(grid, rows, "tables/calendar.csv"))
}
