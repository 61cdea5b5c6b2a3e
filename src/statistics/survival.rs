//! How long do things last? Kaplan-Meier curves with log-log bands, and the log-rank test between groups.
//!
//! In: lifetimes, each ended or still going when last seen. Out: [`SurvivalCurve`] and [`LogRank`]. Estimates and
//! tests are `solow-duration`'s; here they get their bands and lose their NaN.

use solow_duration::{SurvfuncRight, WeightType, survdiff};

/// How long one thing was followed, in whole units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lifetime {
    /// From its start to its end, or to when it was last seen.
    pub time: u32,
    /// Whether it ended then; else it was still going (censored).
    pub ended: bool,
}

/// One step of a survival curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// Days since the start.
    pub time: f64,
    /// Share still alive after it.
    pub survival: f64,
    /// Lower end of the 95 % band, where defined.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// How many were at risk just before.
    pub at_risk: usize,
    /// How many ended.
    pub ended: usize,
}

/// A Kaplan-Meier curve: 1 from time 0 to the first step.
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalCurve {
    /// The steps, by time.
    pub steps: Vec<SurvivalStep>,
    /// The last time anything was observed.
    pub last_time: f64,
    /// The time at which half have ended, where reached.
    pub median: Option<f64>,
}

/// The log-rank test that groups end at the same pace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRank {
    /// The statistic.
    pub chi_squared: f64,
    /// Groups compared, less one.
    pub degrees_of_freedom: usize,
    /// Chance of a statistic this large where the groups do not differ.
    pub p_value: f64,
}

/// The 97.5 % point of the standard normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;
/// S is a product of many factors: half counts as reached within this.
const HALF: f64 = 0.5 + 1e-9;

/// The Kaplan-Meier curve of lifetimes; `None` where there are none.
///
/// # Formula
/// ```text
/// S(t) = product over end times u <= t of (1 - d(u)/n(u)),  d ended at u, n at risk just before u
/// band = S^exp(±1.96 · se / (S ln S)),                      se by Greenwood
/// ```
/// # Conventions
/// What is censored at a time is still at risk then. The band is undefined where S is 0. The median is the first time
/// with S <= 1/2 (R takes the middle of the step where S is exactly 1/2).
/// # Agreement
/// R survival 3.5-3 `survfit(conf.type = "log-log")`: same curve and band.
/// # References
/// Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice 1980.
#[must_use]
pub fn kaplan_meier(lifetimes: &[Lifetime]) -> Option<SurvivalCurve> {
    let (times, status) = columns(lifetimes);
    let fit = SurvfuncRight::new(&times, &status).ok()?;
    let steps: Vec<SurvivalStep> = (0..fit.surv_times.len())
        .map(|at| {
            let survival = fit.surv_prob[at];
            let band = log_log_band(survival, fit.surv_prob_se[at]);
            SurvivalStep {
                time: fit.surv_times[at],
                survival,
                low: band.map(|(low, _)| low),
                high: band.map(|(_, high)| high),
                at_risk: fit.n_risk[at] as usize,
                ended: fit.n_events[at] as usize,
            }
        })
        .collect();
    Some(SurvivalCurve {
        last_time: times.iter().copied().fold(0.0, f64::max),
        median: steps.iter().find(|step| step.survival <= HALF).map(|step| step.time),
        steps,
    })
}

impl SurvivalCurve {
    /// The share still alive at a time; `None` beyond the last time anything was observed.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<f64> {
        if time > self.last_time {
            return None;
        }
        let passed = self.steps.partition_point(|step| step.time <= time);
        Some(passed.checked_sub(1).map_or(1.0, |last| self.steps[last].survival))
    }
}

/// The log-rank test between groups; `None` where nothing can be compared.
///
/// # Conventions
/// A group of which nothing was still followed when the first thing ended takes no part, as in R's `survdiff`.
/// # Agreement
/// R survival 3.5-3 `survdiff`, lifelines 0.30.3: same.
/// # References
/// Mantel 1966.
#[must_use]
pub fn log_rank(groups: &[Vec<Lifetime>]) -> Option<LogRank> {
    let first_end = groups.iter().flatten().filter(|l| l.ended).map(|l| l.time).min()?;
    let compared: Vec<&Vec<Lifetime>> = groups
        .iter()
        .filter(|group| group.iter().any(|l| l.time >= first_end))
        .collect();
    let all: Vec<Lifetime> = compared.iter().flat_map(|group| group.iter().copied()).collect();
    let labels: Vec<f64> = compared
        .iter()
        .enumerate()
        .flat_map(|(label, group)| vec![label as f64; group.len()])
        .collect();
    let (times, status) = columns(&all);
    let test = survdiff(&times, &status, &labels, WeightType::LogRank).ok()?;
    (test.chisq.is_finite() && test.pvalue.is_finite()).then_some(LogRank {
        chi_squared: test.chisq,
        degrees_of_freedom: test.df,
        p_value: test.pvalue,
    })
}

fn columns(lifetimes: &[Lifetime]) -> (Vec<f64>, Vec<f64>) {
    lifetimes
        .iter()
        .map(|life| (f64::from(life.time), f64::from(u8::from(life.ended))))
        .unzip()
}

/// Undefined where everything has ended: then neither S ln S nor Greenwood's error is a number above zero.
fn log_log_band(survival: f64, error: f64) -> Option<(f64, f64)> {
    let spread = Z_95 * error / (survival * survival.ln()).abs();
    (survival > 0.0 && survival < 1.0 && spread.is_finite())
        .then(|| (survival.powf(spread.exp()), survival.powf((-spread).exp())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lives(rows: &[(u32, bool)]) -> Vec<Lifetime> {
        rows.iter().map(|&(time, ended)| Lifetime { time, ended }).collect()
    }

    fn close(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    /// Rows of a reference file: time, ended, group. `None`, and a line saying so, where the files are not here.
    fn reference(file: &str, columns: [&str; 3], ended: &str) -> Option<Vec<(u32, bool, String)>> {
        let Ok(folder) = std::env::var("HUBSCOPE_REFERENCE_DATA") else {
            eprintln!("skipped 1 case: HUBSCOPE_REFERENCE_DATA is not set ({file})");
            return None;
        };
        let mut reader = csv::Reader::from_path(std::path::Path::new(&folder).join(file)).expect("reference file");
        let headers = reader.headers().expect("header").clone();
        let places = columns.map(|name| headers.iter().position(|h| h == name).expect("column"));
        let rows = reader.records().map(|row| {
            let row = row.expect("row");
            let time = row[places[0]].parse().expect("whole time");
            (time, &row[places[1]] == ended, row[places[2]].to_owned())
        });
        Some(rows.collect())
    }

    fn by_group(rows: &[(u32, bool, String)]) -> Vec<Vec<Lifetime>> {
        let mut groups = std::collections::BTreeMap::<&str, Vec<Lifetime>>::new();
        for (time, ended, group) in rows {
            let life = Lifetime {
                time: *time,
                ended: *ended,
            };
            groups.entry(group).or_default().push(life);
        }
        groups.into_values().collect()
    }

    #[test]
    fn five_lifetimes_by_hand() {
        // 2 ended of 5 at 1: S = 3/5. One censored at 2. At 3 two are left, one ends: S = 3/5 · 1/2 = 3/10.
        // Greenwood at 1: sum d/(n(n-d)) = 2/(5·3) = 2/15; se = S·sqrt(2/15).
        // Band at 1: exponent spread = 1.96·sqrt(2/15)/|ln 0.6| = 1.401021…, 0.6^e^±1.401021
        let curve = kaplan_meier(&lives(&[(1, true), (1, true), (2, false), (3, true), (4, false)])).expect("a curve");
        assert_eq!(curve.steps.len(), 2);
        close(curve.steps[0].survival, 0.6, 1e-12);
        close(curve.steps[1].survival, 0.3, 1e-12);
        assert_eq!((curve.steps[1].at_risk, curve.steps[1].ended), (2, 1));
        let spread = 1.959_963_984_540_054 * (2.0_f64 / 15.0).sqrt() / 0.6_f64.ln().abs();
        close(curve.steps[0].low.expect("defined"), 0.6_f64.powf(spread.exp()), 1e-12);
        close(
            curve.steps[0].high.expect("defined"),
            0.6_f64.powf((-spread).exp()),
            1e-12,
        );
        assert_eq!((curve.median, curve.last_time), (Some(3.0), 4.0));
        assert_eq!((curve.at(0.5), curve.at(5.0)), (Some(1.0), None));
    }

    #[test]
    fn bands_are_absent_where_everything_has_ended() {
        let curve = kaplan_meier(&lives(&[(1, true), (2, true)])).expect("a curve");
        let last = curve.steps.last().expect("a step");
        close(last.survival, 0.0, 0.0);
        assert_eq!((last.low, last.high), (None, None));
        assert_eq!(curve.median, Some(1.0));
    }

    #[test]
    fn nothing_followed_has_no_curve_and_nothing_ended_no_test() {
        assert_eq!(kaplan_meier(&[]), None);
        let alive = kaplan_meier(&lives(&[(3, false)])).expect("a curve");
        assert_eq!((alive.steps.len(), alive.median), (0, None));
        assert_eq!(log_rank(&[lives(&[(3, false)]), lives(&[(4, false)])]), None);
        assert_eq!(log_rank(&[lives(&[(3, true)]), Vec::new()]), None);
    }

    #[test]
    fn a_group_gone_before_the_first_end_takes_no_part() {
        let two = [lives(&[(5, true), (9, false)]), lives(&[(3, true), (7, true)])];
        let three = [two[0].clone(), lives(&[(1, false)]), two[1].clone()];
        assert_eq!(log_rank(&two), log_rank(&three));
        assert!(log_rank(&two).is_some());
    }

    #[test]
    fn aml_agrees_with_r_survival() {
        let Some(rows) = reference("series/aml.csv", ["time", "status", "x"], "1") else {
            return;
        };
        let groups = by_group(&rows);
        let curve = kaplan_meier(&groups[0]).expect("Maintained");
        let expected = [0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841];
        let times: Vec<f64> = curve.steps.iter().map(|step| step.time).collect();
        assert_eq!(times, [9.0, 13.0, 18.0, 23.0, 31.0, 34.0, 48.0]);
        for (step, expected) in curve.steps.iter().zip(expected) {
            close(step.survival, expected, 5e-5);
        }
        let test = log_rank(&groups).expect("a test");
        close(test.chi_squared, 3.396_389, 5e-7);
        assert_eq!(test.degrees_of_freedom, 1);
    }

    #[test]
    fn log_rank_agrees_with_r_and_lifelines() {
        let cases = [
            ("series/lung.csv", ["time", "status", "sex"], "2", 10.326_742, 5e-7),
            ("classics/rossi.csv", ["week", "arrest", "fin"], "1", 3.838, 5e-4),
        ];
        for (file, columns, ended, expected, tolerance) in cases {
            if let Some(rows) = reference(file, columns, ended) {
                close(
                    log_rank(&by_group(&rows)).expect("a test").chi_squared,
                    expected,
                    tolerance,
                );
            }
        }
    }

    /// The definition, term by term, sharing nothing with the code above.
    fn naive_survival(lifetimes: &[Lifetime], at: u32) -> f64 {
        (0..=at).fold(1.0, |s, u| {
            let risk = lifetimes.iter().filter(|l| l.time >= u).count();
            let ended = lifetimes.iter().filter(|l| l.time == u && l.ended).count();
            if ended == 0 {
                s
            } else {
                s * (risk - ended) as f64 / risk as f64
            }
        })
    }

    proptest! {
        #[test]
        fn curves_follow_the_definition(rows in proptest::collection::vec((0u32..30, any::<bool>()), 1..60)) {
            let lifetimes = lives(&rows);
            let curve = kaplan_meier(&lifetimes).expect("a curve");
            let ended: usize = curve.steps.iter().map(|step| step.ended).sum();
            prop_assert_eq!(ended, lifetimes.iter().filter(|l| l.ended).count());
            for step in &curve.steps {
                prop_assert!((step.survival - naive_survival(&lifetimes, step.time as u32)).abs() <= 1e-12);
                let inside = step.low.zip(step.high).is_none_or(|(low, high)| low <= step.survival && step.survival <= high);
                prop_assert!(inside);
            }
            let mut shuffled = lifetimes.clone();
            shuffled.reverse();
            prop_assert_eq!(kaplan_meier(&shuffled), Some(curve));
        }

        #[test]
        fn log_rank_is_never_nan_and_forgets_the_order_of_the_groups(
            one in proptest::collection::vec((0u32..20, any::<bool>()), 0..20),
            other in proptest::collection::vec((0u32..20, any::<bool>()), 0..20),
        ) {
            let (one, other) = (lives(&one), lives(&other));
            let there = log_rank(&[one.clone(), other.clone()]);
            let back = log_rank(&[other, one]);
            prop_assert_eq!(there.is_some(), back.is_some());
            if let (Some(there), Some(back)) = (there, back) {
                prop_assert!((there.chi_squared - back.chi_squared).abs() <= 1e-9 * there.chi_squared.max(1.0));
                prop_assert!((0.0..=1.0).contains(&there.p_value));
            }
        }
    }
}
