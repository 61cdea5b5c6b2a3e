//! How was this made? What a reader needs to judge a network study, every setting, and what the words mean.

use crate::network::PathLength;

use super::{Material, capital, settings};
use crate::indicators::Indicator;
use crate::messages::Arg;
use crate::metrics::{Drawn, NodeMeasure};
use crate::report::Edition;
use crate::report::html::{Align, Block, Grid, Section, Term};
use crate::tables::{Became, promised_args};

const GLOSSARY: [&str; 6] = ["working", "betweenness", "bridge", "champion", "interval", "q"];

pub(super) fn section(material: &Material<'_>) -> Section {
    let heading = |key: &str| Block::Heading {
        text: material.word(key),
    };
    let blocks = vec![
        Block::Text {
            text: material.word("report-method-lead"),
        },
        Block::Terms {
            items: statement(material),
        },
        parameters(material),
        heading("report-method-glossary"),
        Block::Terms {
            items: glossary(material),
        },
    ];
    material.section("method", "report-method-title", blocks)
}

fn statement(material: &Material<'_>) -> Vec<Term> {
    let analysis = material.analysis;
    let options = &analysis.options;
    let network = &options.network;
    let term = |key: &str, meaning: String| Term {
        word: material.word(key),
        meaning,
    };
    let stakeholders = material.messages.number(analysis.records.stakeholders.len() as f64, 0);
    let boundary = [("stakeholders", stakeholders.into())];
    let projection = [("projection", network.projection.name().into())];
    let months = usize::from(analysis.records.config.records.assumed_term_months);
    let time = [("window", material.window().into()), ("months", months.into())];
    let privacy = match material.edition {
        Edition::Partners => "report-method-privacy-text",
        Edition::Private => "report-method-privacy-private",
    };
    let mut terms = vec![
        term(
            "report-method-boundary",
            material.say("report-method-boundary-text", &boundary),
        ),
        term(
            "report-method-nodes",
            material.word(&format!("report-method-nodes-{}", network.level.name())),
        ),
        term(
            "report-method-ties",
            material.say("report-method-ties-text", &projection),
        ),
        term(
            "report-method-layer",
            capital(&material.word(&format!("report-layer-{}", options.layer.name()))),
        ),
        term("report-method-window", material.say("report-method-window-text", &time)),
        term("report-method-weights", weights(material)),
        term("report-method-missing", material.word("report-method-missing-text")),
        term(
            "report-method-uncertainty",
            material.say(
                "report-method-uncertainty-text",
                &[("seed", options.seed.to_string().into())],
            ),
        ),
        term("report-method-privacy", material.word(privacy)),
    ];
    terms.extend(inexact(material).map(|told| term("report-method-inexact", told)));
    terms
}

/// What is not exact or left out, by its label, those with the same promise together.
fn inexact(material: &Material<'_>) -> Option<String> {
    let mut groups: Vec<(Became, Vec<String>)> = Vec::new();
    for one in material.inexact() {
        let labels = one.columns.iter().map(|name| material.word(&format!("measure-{name}")));
        match groups.iter_mut().find(|(became, _)| *became == one.became) {
            Some((_, group)) => group.extend(labels),
            None => groups.push((one.became, labels.collect())),
        }
    }
    let told = groups.iter().filter_map(|(became, labels)| {
        let mut args = vec![("columns", labels.join(", ").into())];
        let key = match became {
            // said where the ranking stands
            Became::NotTested => return None,
            Became::LeftOut => "report-method-inexact-left-out",
            Became::Approximated(promised) => {
                args.extend(promised_args(promised));
                match promised.drawn {
                    Drawn::Paths => "report-method-inexact-paths",
                    Drawn::Sources => "report-method-inexact-sources",
                }
            }
        };
        Some(material.say(key, &args))
    });
    let list = told.collect::<Vec<_>>().join("; ");
    (!groups.is_empty()).then(|| material.say("report-method-inexact-text", &[("list", list.into())]))
}

fn weights(material: &Material<'_>) -> String {
    let options = &material.analysis.options;
    let network = &options.network;
    let number = |value: f64| Arg::from(material.number(value));
    let decay = network.half_life_days.map_or(0, |days| days.round() as i64);
    let args = [
        ("partnership", number(network.partnership_weight)),
        ("participation", number(network.participation_weight)),
        ("decay", Arg::Count(decay)),
    ];
    let length = match options.path_length {
        PathLength::InverseStrength => "report-method-length-inverse_strength",
        PathLength::Hops => "report-method-length-hops",
    };
    let said = material.say("report-method-weights-text", &args);
    format!("{said} {}", material.word(length))
}

fn parameters(material: &Material<'_>) -> Block {
    let summary = material.word("report-method-parameters");
    let columns = material.columns(&[
        ("report-method-column-setting", Align::Text),
        ("report-method-column-value", Align::Text),
    ]);
    let mut grid = Grid::new(summary.clone(), columns);
    grid.rows = settings::all(material)
        .into_iter()
        .map(|(name, value)| vec![name, settings::plain(&value)])
        .collect();
    Block::Folded { summary, grid }
}

/// Fixed words first, then the indicators, figures and rankings that stand on the page.
fn glossary(material: &Material<'_>) -> Vec<Term> {
    let term = |word: String, meaning: String| Term { word, meaning };
    let fixed = GLOSSARY.iter().map(|name| {
        let key = format!("report-glossary-{name}");
        term(material.word(&key), material.word(&format!("{key}-text")))
    });
    let listed = |kind: &'static str, name: &str| {
        let key = format!("{kind}-{name}");
        term(
            capital(&material.word(&key)),
            material.word(&format!("{key}-definition")),
        )
    };
    let indicators = Indicator::ALL.iter().filter(|one| is_shown(material, **one));
    let figures = super::map::FIGURES.iter().map(|figure| figure.info().name);
    let ranked = NodeMeasure::ALL.iter().map(|measure| measure.info().name);
    let ranked = ranked.filter(|name| material.chart(&format!("ranking-{name}")).is_some());
    fixed
        .chain(indicators.map(|one| listed("indicator", one.info().name)))
        .chain(figures.chain(ranked).map(|name| listed("measure", name)))
        .collect()
}

/// Whether an indicator has a figure or stands in brief.
fn is_shown(material: &Material<'_>, indicator: Indicator) -> bool {
    let in_brief = material.analysis.indicators.headlines.iter().any(|headline| {
        let mut beside = headline.beside.iter();
        headline.indicator == indicator || beside.any(|(one, value)| *one == indicator && value.is_ok())
    });
    in_brief
        || material
            .chart(&format!("indicator-{}", indicator.info().name))
            .is_some()
}
