//! 6 · Show it: the charts, drawn as SVG in one theme.
//!
//! In: an [`Analysis`] and a language. Out: [`Chart`]s, each with its title (the finding),
//! alternative text and the table behind it. The only place that knows plotters; nothing is computed.

use crate::analysis::naming::Naming;
use crate::analysis::{Analysis, MeasureStability};
use crate::indicators::{Indicator, Series};
use crate::messages::{Arg, Messages};
use crate::metrics::{Loss, NodeMeasure, RankedMeasure};
use crate::network::Place;
use crate::tables::Table;

pub mod adoption_curve;
pub mod agreement_calendar;
pub mod axis;
pub mod canvas;
pub mod component_coverage;
pub mod entries_exits;
pub mod figure;
pub mod gap_board;
pub mod indicator_lines;
pub mod introductions;
pub mod labels;
pub mod network_map;
pub mod numbers;
pub mod persistence;
pub mod ranking;
pub mod sector_matrix;
#[cfg(test)]
mod testing;
pub mod text;
pub mod theme;

pub use text::font_faces;

/// One chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its name, which is also its file's stem.
    pub id: String,
    /// The finding, as a sentence.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// The picture, with its font embedded.
    pub svg: String,
    /// The numbers behind it.
    pub table: Table,
}

impl Chart {
    /// The picture without its font, for a page that carries [`font_faces`] once.
    #[must_use]
    pub fn svg_without_font(&self) -> String {
        match (self.svg.find(canvas::FONT_START), self.svg.find(canvas::FONT_END)) {
            (Some(start), Some(end)) => {
                let mut svg = self.svg.clone();
                svg.replace_range(start..end + canvas::FONT_END.len(), "");
                svg
            }
            _ => self.svg.clone(),
        }
    }
}

/// What every chart needs besides its numbers.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The hub's name.
    pub hub: &'a str,
    /// The catalogue of the reader's language.
    pub messages: &'a Messages,
    /// What a place of the roster is called; persons are not named.
    pub name: &'a dyn Fn(Place) -> String,
    /// A recorded text, with every person's name withheld.
    pub text: &'a dyn Fn(&str) -> String,
}

impl Context<'_> {
    /// A sentence of the catalogue.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.messages.say(key, args)
    }
}

/// Every chart that the analysis has something for, in the order of the report.
///
/// Ids: `headline-NAME` and `indicator-NAME` for each indicator, `entries-exits`, `map`, `ranking-betweenness`,
/// `gap-board`, `sector-matrix`, `component-coverage`, `introductions`, `calendar`, `run-off`, `adoption-curve`,
/// `persistence-adoptions`,
/// `persistence-partnerships`.
#[must_use]
pub fn all(analysis: &Analysis, naming: &Naming, messages: &Messages) -> Vec<Chart> {
    let context = Context {
        hub: &naming.text(&analysis.records.name),
        messages,
        name: &|place| naming.place(place).to_owned(),
        text: &|text| naming.text(text),
    };
    let mut charts = headlines(analysis, &context);
    charts.extend(entries_exits::entries_exits(&analysis.indicators.yearly, &context));
    charts.extend(network(analysis, &context));
    charts.extend(gaps(analysis, &context));
    charts.extend(agreements(analysis, &context));
    charts.extend(adoption(analysis, &context));
    let rolling = analysis.indicators.rolling.iter();
    charts.extend(rolling.filter_map(|series| indicator_lines::indicator_line(series, &context)));
    charts
}

fn headlines(analysis: &Analysis, context: &Context<'_>) -> Vec<Chart> {
    let rolling = |indicator: Indicator| -> Option<&Series> {
        analysis
            .indicators
            .rolling
            .iter()
            .find(|series| series.indicator == indicator)
    };
    let spark = |headline| indicator_lines::headline_spark(headline, rolling(headline.indicator)?, context);
    analysis.indicators.headlines.iter().filter_map(spark).collect()
}

fn network(analysis: &Analysis, context: &Context<'_>) -> Vec<Chart> {
    let (layer, window) = (analysis.options.layer, &analysis.window);
    let map = network_map::Map {
        snapshot: &analysis.snapshot,
        positions: &analysis.positions,
        roster: &analysis.roster,
        layer,
        window,
    };
    let ties_lost = |found: &[MeasureStability]| found.iter().any(|one| one.loss == Loss::Ties);
    let tested = |found: &&MeasureStability| found.measure == RankedMeasure::Betweenness && found.loss == Loss::Ties;
    let promised = |measure| {
        let mut approximated = analysis.nodes.approximated.iter();
        approximated
            .find(|(one, _)| *one == measure)
            .map(|(_, promised)| *promised)
    };
    // a ranking that is withheld is not drawn either
    let between = analysis.stability.found().map(|found| ranking::Ranking {
        measure: NodeMeasure::Betweenness,
        values: analysis.nodes.column(NodeMeasure::Betweenness).unwrap_or_default(),
        stability: found.iter().find(tested),
        promised: promised(NodeMeasure::Betweenness),
        untested: match ties_lost(found) {
            true => "chart-ranking-untested",
            false => "chart-ranking-untested-few",
        },
        places: analysis.snapshot.places(),
        layer,
        window,
    });
    let charts = [
        network_map::network_map(&map, context),
        between.and_then(|between| ranking::ranking(&between, context)),
    ];
    charts.into_iter().flatten().collect()
}

fn gaps(analysis: &Analysis, context: &Context<'_>) -> Vec<Chart> {
    let sectors = analysis.gaps.sectors.partnerships.found();
    let components = analysis.gaps.components.found();
    let charts = [
        gap_board::gap_board(&analysis.gap_summary, &analysis.gap_rows, &analysis.window, context),
        sectors.and_then(|found| sector_matrix::sector_matrix(found, &analysis.window, context)),
        components.and_then(|found| component_coverage::component_coverage(found, context)),
        introductions::introductions(&analysis.introductions, &analysis.roster, &analysis.window, context),
    ];
    charts.into_iter().flatten().collect()
}

fn agreements(analysis: &Analysis, context: &Context<'_>) -> Vec<Chart> {
    let calendar = analysis.calendar.found();
    let charts = [
        calendar.and_then(|found| agreement_calendar::agreement_calendar(found, context)),
        calendar.and_then(|found| agreement_calendar::run_off(found, context)),
    ];
    charts.into_iter().flatten().collect()
}

fn adoption(analysis: &Analysis, context: &Context<'_>) -> Vec<Chart> {
    let Some(report) = analysis.adoption.found() else {
        return Vec::new();
    };
    let lasted = |lasting, answer: &crate::findings::Answer<_>| {
        answer
            .found()
            .and_then(|found| persistence::persistence(lasting, found, context))
    };
    let charts = [
        adoption_curve::adoption_curve(&report.curve, context),
        lasted(persistence::Lasting::Adoptions, &report.persistence),
        lasted(persistence::Lasting::Partnerships, &report.partnerships),
    ];
    charts.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::testing::{check, english, spanish};
    use super::*;
    use crate::analysis::AnalysisOptions;
    use crate::network::test_hub::{TestHub, hub, options};
    use crate::network::{Direction, Layer, MemberScope, PathLength};
    use crate::progress::Silent;
    use crate::records::{HubRecords, Sector};
    use crate::time::WindowScheme;

    /// Twenty organisations in a ring of agreements that begin month by month, and a yearly workshop.
    fn made_up() -> TestHub {
        let ids: Vec<String> = (0..20).map(|n| format!("Organization {n:02}")).collect();
        let organizations: Vec<(&str, Sector)> = ids
            .iter()
            .enumerate()
            .map(|(n, id)| (id.as_str(), Sector::ALL[n % 5]))
            .collect();
        let mut made = hub(&organizations).studied_until("2025-12-31");
        for n in 0..40 {
            let (year, month) = (2020 + n / 8, 1 + n % 12);
            let (start, end) = (format!("{year}-{month:02}-01"), format!("{}-{month:02}-15", year + 2));
            made = made.tie(&ids[n % 20], &ids[(n * 7 + 3) % 20], &start, &end);
        }
        for (year, who) in (2020..=2025).flat_map(|year| (0..12).map(move |n| (year, (n + year as usize) % 20))) {
            let (event, day) = (format!("e{year}"), format!("{year}-05-10"));
            made = made.attends(&ids[who], &event, &day);
        }
        made.person("Rosa Soto", "Organization 00")
            .attends("Rosa Soto", "e2025", "2025-05-10")
    }

    fn drawn(records: HubRecords, messages: &Messages) -> Vec<Chart> {
        let options = AnalysisOptions {
            network: options(),
            layer: Layer::Combined,
            window: WindowScheme::Latest,
            path_length: PathLength::InverseStrength,
            direction: Direction::Undirected,
            members: MemberScope::Core,
            group_by: "sector".into(),
            seed: 1,
            work_limit: 0,
        };
        let analysis = Analysis::run(Arc::new(records), options, &Silent).expect("an analysis");
        let naming = Naming::new(&analysis.records, &analysis.roster, messages);
        all(&analysis, &naming, messages)
    }

    #[test]
    fn a_whole_hub_is_drawn_in_each_language_the_same_each_time_and_without_persons() {
        for messages in [english(), spanish()] {
            let charts = drawn(made_up().records(), &messages);
            charts.iter().for_each(check);
            let ids: BTreeSet<&str> = charts.iter().map(|chart| chart.id.as_str()).collect();
            assert_eq!(ids.len(), charts.len());
            for id in [
                "map",
                "entries-exits",
                "ranking-betweenness",
                "calendar",
                "run-off",
                "sector-matrix",
            ] {
                assert!(ids.contains(id), "{id} of {ids:?}");
            }
            assert!(
                ids.contains("headline-core_members") && ids.contains("indicator-retention"),
                "{ids:?}"
            );
            assert!(!charts.iter().any(|chart| format!("{chart:?}").contains("Soto")));
            assert_eq!(charts, drawn(made_up().records(), &messages));
        }
    }

    #[test]
    fn a_hub_without_records_has_no_charts() {
        assert_eq!(drawn(HubRecords::default(), &english()), Vec::new());
    }

    #[test]
    fn a_page_may_carry_the_font_once() {
        let charts = drawn(made_up().records(), &english());
        let map = charts.iter().find(|chart| chart.id == "map").expect("a map");
        assert!(map.svg.contains(&font_faces()));
        assert!(!map.svg_without_font().contains("font-face") && map.svg_without_font().contains("<title"));
    }
}
