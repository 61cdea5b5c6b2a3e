//! Which arguments does `plan` have?
//!
//! In: what stands on the command line. Out: hours, horizon, how many introductions and for which goal, or why not.

use clap::Args;

use super::PartArguments;
use crate::findings::goals::Goal;

const PLAN_HELP: &str = "\
Rows: first what the hours are spent on, in order; then every other agreement in force, by the day to decide. act is renew, \
broaden, hand_over, let_lapse, runs_on (no decision falls due) or introduce.
--hours spends one budget on agreements and introductions: first on agreements that nothing replaces, then on renewals and \
introductions by their effect for their hours on the goal, measured on the working network that is left at the horizon if \
nothing is renewed. Without --goal the objectives in commitments come first whose indicator is coverage, fragmentation or \
reach. What each kind of act takes stands under [plan] in hub.toml. How far from the best the choice may be is said beside \
it.";

/// `plan`
#[derive(Debug, Args)]
#[command(after_long_help = PLAN_HELP)]
pub struct PlanArguments {
    /// Which hub, how its network is made, where the result goes.
    #[command(flatten)]
    pub part: PartArguments,
    /// Hours for agreements and introductions together [default: hub.toml, else no limit and no introductions]
    #[arg(long, value_name = "HOURS", value_parser = hours, conflicts_with = "introductions")]
    pub hours: Option<f64>,
    /// How far ahead: 3y, 18m
    #[arg(long, value_name = "TIME", default_value = "3y")]
    pub horizon: Horizon,
    /// Choose so many introductions alone, on today's working network
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub introductions: Option<u16>,
    /// What to improve: coverage (roles of the template met), fragmentation (pairs that cannot reach each other), reach
    /// (members within two steps) [default: what commitments aim at, else reach]
    #[arg(long)]
    pub goal: Option<Goal>,
}

/// How far ahead to plan, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon(pub i32);

impl std::str::FromStr for Horizon {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || format!("expected 3 to 120 months, such as 3y or 18m, not \"{text}\"");
        let months = match (text.strip_suffix('y'), text.strip_suffix('m')) {
            (Some(years), _) => years.parse::<i32>().ok().and_then(|years| years.checked_mul(12)),
            (_, Some(months)) => months.parse().ok(),
            (None, None) => None,
        };
        months
            .filter(|months| (3..=120).contains(months))
            .map(Self)
            .ok_or_else(refused)
    }
}

fn hours(text: &str) -> Result<f64, String> {
    let hours = text
        .parse::<f64>()
        .ok()
        .filter(|hours| (0.0..=100_000.0).contains(hours));
    hours.ok_or_else(|| format!("expected hours, such as 60, not \"{text}\""))
}
