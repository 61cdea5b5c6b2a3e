//! Indicators and their intervals on whole hubs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hubscope::analysis::{Analysis, AnalysisOptions};
use hubscope::indicators::{Indicator, Movement};
use hubscope::{progress, records};

use crate::program::reference_data;

fn analysis(hub: &Path) -> Analysis {
    let records = records::read(hub, &records::ReadOptions::default()).expect("a hub");
    Analysis::run(Arc::new(records), AnalysisOptions::report(), &progress::Silent).expect("an analysis")
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

#[test]
fn every_point_has_a_value_inside_its_interval_or_a_reason() {
    for name in ["gran-concepcion", "hub-pequeno"] {
        let found = analysis(&sample(name)).indicators;
        let mut points = 0;
        for series in found.rolling.iter().chain(&found.yearly) {
            for point in &series.points {
                points += 1;
                assert!(point.value.is_some() != point.undefined.is_some(), "{name}: {point:?}");
                let Some(value) = point.value else { continue };
                let inside = point
                    .interval
                    .is_none_or(|interval| interval.low <= value && value <= interval.high);
                assert!(value.is_finite() && inside, "{name}: {point:?}");
            }
        }
        assert!(points > 50, "{name}: {points} points");
    }
}

/// The records of Horizon 2020 end in spring 2021, when its last projects were still to be entered: fewer of them then
/// are no decline. What its agreements pay comes from elsewhere: no figure on money.
#[test]
fn real_hubs_whose_records_thin_out_are_not_called_worse_and_their_money_is_withheld() {
    let Some(folder) = reference_data("2 real hubs") else {
        return;
    };
    for name in ["h2020-chile-colombia", "h2020-egypt-lebanon-mozambique-peru"] {
        let found = analysis(&folder.join("hubs").join(name));
        assert!(found.indicators.full_years < 8, "{name}");
        for headline in &found.indicators.headlines {
            assert_ne!(
                headline.movement,
                Movement::Worsening,
                "{name}: {:?}",
                headline.indicator
            );
            assert_eq!(headline.now.window.label, "2020", "{name}");
        }
        let money = [Indicator::MoneyEnding, Indicator::TopPayerShare];
        let withheld = |series: &hubscope::indicators::Series| series.points.iter().all(|point| point.value.is_none());
        let series = found
            .indicators
            .rolling
            .iter()
            .filter(|series| money.contains(&series.indicator));
        assert_eq!(series.filter(|series| withheld(series)).count(), 2, "{name}");
    }
}
