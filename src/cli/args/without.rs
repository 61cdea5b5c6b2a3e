//! Which arguments does `hubscope without` take?

use clap::Args;

use super::{HubArguments, NetworkArguments, OutputArguments};

const WITHOUT_HELP: &str = "\
Each row is the network without its subject, of kind hub (operator and staff), largest_event, member, funder (who stops \
paying and stays), sector (all its members) or administration (what was begun under a term of office in force), ranked \
within its kind: most stranded first, then sectors cut off, those stranded if others carried on, events that stop, ties \
lost, id. stranded are members that no longer reach the largest part left of their component, if the events that the \
subject alone led and the agreements it pays for stop with it; stranded_if_carried_on, if others carry these on. A sector is \
cut off when it had a member in the largest component and has none in what is left of that. Efficiency is computed, exactly, \
for the first twelve of each kind, as far as the work limit of 10,000,000,000 edge visits goes; substitutes (tied to every sector \
that the subject is tied to) for the first hundred members and payers. Beyond, the cells are empty.
Persons stand in no row but with --people.";

/// `without`
#[derive(Debug, Args)]
#[command(after_long_help = WITHOUT_HELP)]
pub struct WithoutArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// How the network is made.
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Where the result goes.
    #[command(flatten)]
    pub output: OutputArguments,
    /// Only without this one: an id or name of a stakeholder, a sector, or hub, largest_event
    #[arg(long, value_name = "WHO", conflicts_with = "people")]
    pub of: Option<String>,
    /// Only subjects of this kind: hub, largest_event, member, funder, sector, administration
    #[arg(long, value_name = "KIND", conflicts_with = "people", value_parser = KINDS_OF_LOSS)]
    pub kind: Option<String>,
    /// Persons instead, whatever the level (names persons: keep the output private)
    #[arg(long)]
    pub people: bool,
}

const KINDS_OF_LOSS: [&str; 6] = ["hub", "largest_event", "member", "funder", "sector", "administration"];
