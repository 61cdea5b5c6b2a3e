//! Which arguments are there? The commands and options as clap reads them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::messages::{Lang, Messages};
use crate::metrics::{BackboneModel, MeasureOptions};
use crate::network::{Direction, Layer, Level, MemberScope, PathLength, Projection};
use crate::records::adapters::ImportFormat;
use crate::synth::{Sample, Size};
use crate::time::WindowScheme;

mod plan;
mod without;

pub use plan::PlanArguments;
pub use without::WithoutArguments;

/// Analyses the stakeholder network of an innovation hub: gaps, champions, adoption and sustainability, each with
/// evidence and an honest margin of error.
#[derive(Debug, Parser)]
#[command(name = "hubscope", version, propagate_version = true, arg_required_else_help = true)]
#[command(after_help = "hubscope HUB alone is hubscope report HUB. \n\
HUB is a folder of tables (CSV, Excel, ODS, JSON lines, Parquet), one workbook, or one SQLite file.\n\
Exit codes: 0 done, 1 records refused or unreadable, 2 usage or hub.toml, 4 output could not be written.")]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an empty hub folder: tables with one example row each, hub.toml, data dictionary
    New(NewArguments),
    /// Read and check a hub: what became of each row, and what this hub can answer
    Check(CheckArguments),
    /// Write the whole report into one folder: the main job
    Report(ReportArguments),
    /// Measures of each stakeholder (--ties: of each tie, --network: of the whole network, --key-players: of sets)
    Metrics(MetricsArguments),
    /// Where the network is thin
    Gaps(PartArguments),
    /// Whom to introduce to whom, by whom and why; whom not to, because they will meet anyway
    Introductions(IntroductionsArguments),
    /// What would be lost without each member, payer, sector, administration, the hub or the largest event
    Without(WithoutArguments),
    /// Who carries the change from inside (names persons: keep the output private)
    Champions(PartArguments),
    /// From above, from below or both, and what lasted
    Adoption(PartArguments),
    /// Sustainability indicators over time
    Indicators(PartArguments),
    /// What to do with each agreement, and whom to introduce, within the hours there are
    Plan(PlanArguments),
    /// What to do this quarter: at most five actions
    Actions(PartArguments),
    /// Which networks or attributes go together with a network of the same members: correlation, regression, permutation
    Qap(QapArguments),
    /// Make a hub folder from another program's files
    Import(ImportArguments),
    /// Propose which stakeholders may be one, with reasons, for you to decide (persons in a private file)
    Resolve(ResolveArguments),
    /// Make a synthetic hub with planted champions, gaps and adoption effects
    Synth(SynthArguments),
}

/// `new`
#[derive(Debug, Args)]
pub struct NewArguments {
    /// The folder to make; it must not exist or be empty
    pub dir: PathBuf,
    /// Language of the example rows and comments
    #[arg(long, default_value = "en")]
    pub lang: Lang,
}

/// Which hub, and in which language.
#[derive(Debug, Clone, Args)]
pub struct HubArguments {
    /// The hub: a folder of tables, one workbook, or one SQLite file
    pub hub: PathBuf,
    /// Another hub.toml than the hub's own
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Language: en or es [default: hub.toml, else en]
    #[arg(long)]
    pub lang: Option<Lang>,
    /// Refuse records with any row that was not used as it stands
    #[arg(long)]
    pub strict: bool,
    /// Show no progress and no notes
    #[arg(long, short)]
    pub quiet: bool,
    /// Threads to use [default: one per core]; the result is the same for any number
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

/// How the network is made and measured.
#[derive(Debug, Clone, Args)]
pub struct NetworkArguments {
    /// Which records make ties: partnerships, participations, combined, working [default: hub.toml, else combined]
    #[arg(long)]
    pub layer: Option<Layer>,
    /// all, latest, 2025, 2025-Q2, rolling, years, quarters, cumulative [default: latest, the last full twelve months;
    /// indicators: rolling]
    #[arg(long)]
    pub window: Option<WindowScheme>,
    /// How shared events become ties: newman, count, hours [default: hub.toml, else newman]
    #[arg(long)]
    pub projection: Option<Projection>,
    /// How long a tie is: inverse_strength or hops
    #[arg(long, default_value = "inverse_strength")]
    pub path_length: PathLength,
    /// undirected or directed (directed needs the layer partnerships)
    #[arg(long, default_value = "undirected")]
    pub direction: Direction,
    /// Who stands for a node: person, unit, organization [default: organization where persons have one]
    #[arg(long)]
    pub level: Option<Level>,
    /// Whom tables cover: core (members of the window) or all
    #[arg(long, default_value = "all")]
    pub members: MemberScope,
    /// Column of the stakeholders table for measures over groups, or community: the communities found
    #[arg(long, default_value = "sector", value_name = "COLUMN")]
    pub group_by: String,
    /// Seed of everything random
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Edge visits up to which measures along paths are exact, 0 for no limit; beyond, a named approximation with its
    /// bound
    #[arg(long, default_value_t = MeasureOptions::WORK_LIMIT, value_name = "VISITS")]
    pub work_limit: u64,
}

impl NetworkArguments {
    /// What stands where nothing is given, for commands without these options.
    pub fn defaults() -> Self {
        Self {
            layer: None,
            window: None,
            projection: None,
            path_length: PathLength::InverseStrength,
            direction: Direction::Undirected,
            level: None,
            members: MemberScope::All,
            group_by: "sector".to_owned(),
            seed: 1,
            work_limit: MeasureOptions::WORK_LIMIT,
        }
    }
}

/// Where the result goes, and in which form.
#[derive(Debug, Clone, Args)]
pub struct OutputArguments {
    /// table, csv, json or parquet
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Write to this file instead of stdout
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// The forms of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Aligned columns to read
    Table,
    /// Comma-separated values
    Csv,
    /// One JSON document
    Json,
    /// Apache Parquet
    Parquet,
}

/// `check`
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// Write how names and values were read as a hub.toml that reads them so again [default: mapping.toml in the hub]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    pub write_mapping: Option<Option<PathBuf>>,
}

/// `report`
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// How the network is made.
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Folder to write [default: reports/<hub>]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Who will read it
    #[arg(long, value_enum, default_value_t = EditionChoice::Partners)]
    pub edition: EditionChoice,
    /// Also write hubscope.xlsx: the actions to fill in, the calendar, who may be one and the same, the ledger; put in the hub, it is read back
    #[arg(long)]
    pub excel: bool,
}

/// The editions of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EditionChoice {
    /// Organisations named, persons in the private file only
    Partners,
    /// Everything in one folder marked private
    Private,
}

const METRICS_HELP: &str = "\
Columns of --ties: source_id, source, target_id, target, strength, edge_betweenness, bridge, embeddedness, overlap, \
disparity_p, age; with --backbone also backbone_p, backbone_q and backbone (1 where q is at most 0.05). With --direction \
directed each arc has a row: strength and disparity_p are the arc's, the others the pair's.
Columns of --key-players: criterion, k, m, value, before (without any set), exact, bound (what no set exceeds), sets (how \
many are as good), set (its number; at most a hundred are listed), stakeholder_ids, names. exact is false where there are \
too many sets to try: then the best of a greedy choice with exchange stands there, not proven best.
Columns of --network: figure, value (empty where undefined), unit, definition.
Columns of --network --significance: figure, value, expected and sd (mean and standard deviation over the draws of the null \
model), z, p (two-sided), q (p after Benjamini-Hochberg over the figures compared), null, draws, unit, definition. null is \
what chance keeps: label_permutation (the ties stay, groups are dealt anew), curveball (layers with events: who comes to which \
event is dealt anew, everyone keeps the number of their events and each event its size), degree_preserving_swaps (the layer \
partnerships: ties are swapped, everyone keeps the number of theirs). It is empty, and so are the cells from expected to draws, \
where the model cannot change the figure or the network is too large for it; the other cells alone are empty where the figure \
is undefined, in the network or in a draw; z is empty where all draws are alike.
Columns of --stability: stakeholder_id, name, measure (degree, strength, betweenness), loss (what is taken to be missing: ties, \
members, events; or added: unreported_ties), share (how much of it), rank, rank_low and rank_high (the middle 90 % of the \
draws), median_rank, first_k, stays_first (share of draws among the first k), draws. On large networks betweenness is left \
out, and a note says so.
A series of windows (rolling, years, quarters, cumulative) begins each row with window, start, end, partial.";

/// `metrics`
#[derive(Debug, Args)]
#[command(after_long_help = METRICS_HELP)]
pub struct MetricsArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// How the network is made.
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Where the result goes.
    #[command(flatten)]
    pub output: OutputArguments,
    /// Figures of the whole network instead of each stakeholder's
    #[arg(long = "network", conflicts_with_all = ["ties", "key_players"])]
    pub whole: bool,
    /// Ties instead of stakeholders, one row each
    #[arg(long, conflicts_with = "key_players")]
    pub ties: bool,
    /// Mark the ties that a null model does not explain: sdsm, fixed_row (both for shared events), disparity; no row is
    /// left out
    #[arg(long, requires = "ties", value_name = "MODEL", value_parser = backbone_model)]
    pub backbone: Option<BackboneModel>,
    /// The best sets of K stakeholders: whose leaving harms most, and who reaches everyone best
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u16).range(1..))]
    pub key_players: Option<u16>,
    /// Within how many ties key players reach someone
    #[arg(long, requires = "key_players", default_value_t = 2, value_name = "M", value_parser = clap::value_parser!(u32).range(1..))]
    pub reach: u32,
    /// Each figure of the whole network beside what chance alone gives
    #[arg(long, requires = "whole")]
    pub significance: bool,
    /// How far ranks by partners, strength and betweenness can be trusted if records are missing, in the (first) window
    #[arg(long, conflicts_with_all = ["whole", "ties", "key_players"])]
    pub stability: bool,
    /// How many count as the first of a ranking
    #[arg(long, requires = "stability", default_value_t = 10, value_name = "K", value_parser = clap::value_parser!(u16).range(1..))]
    pub first: u16,
}

/// `qap`
#[derive(Debug, Args)]
pub struct QapArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// How the network is made.
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Where the result goes.
    #[command(flatten)]
    pub output: OutputArguments,
    /// What is explained: partnerships, participations, combined, working, events (shared), kind:KIND, same:COLUMN,
    /// difference:COLUMN
    #[arg(long, value_name = "VARIABLE")]
    pub response: String,
    /// By what: the same, separated by commas
    #[arg(long, value_name = "VARIABLE,…", value_delimiter = ',', required = true)]
    pub predictors: Vec<String>,
    /// Each predictor alone, all together, or all together on whether there is a tie at all
    #[arg(long, value_enum, default_value_t = QapModelChoice::Linear)]
    pub model: QapModelChoice,
    /// Permutations for each term
    #[arg(long, default_value_t = 999, value_name = "B", value_parser = clap::value_parser!(u16).range(1..))]
    pub draws: u16,
}

/// The models of `qap`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QapModelChoice {
    /// Each predictor alone
    Correlation,
    /// All together, by least squares (double semi-partialling)
    Linear,
    /// All together, by logistic regression
    Logit,
}

/// `gaps`, `champions`, `adoption`, `indicators`, `actions`
#[derive(Debug, Args)]
pub struct PartArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// How the network is made.
    #[command(flatten)]
    pub network: NetworkArguments,
    /// Where the result goes.
    #[command(flatten)]
    pub output: OutputArguments,
}

const INTRODUCTIONS_HELP: &str = "\
Columns: list (likely_anyway: do nothing; needed: fills a gap and is unlikely to come about alone), id_a, name_a, id_b, name_b, \
introducer_id, introducer, reasons, why, coverage_effect, fragmentation_effect, reach_effect, rank, ranked_alike (share of pairs \
ranked alike in the window before that later worked together), notice, records.
Columns of --back-test: ranker, candidates, new_ties, auc, average_precision, first_10 to first_10000 (share of so many first \
that came true). Pairs are ranked by the window before and looked up in the window; the learned ranker is fitted to the two \
windows before, never to the one it is tested on.";

/// `introductions`
#[derive(Debug, Args)]
#[command(after_long_help = INTRODUCTIONS_HELP)]
pub struct IntroductionsArguments {
    /// Hub, network and output.
    #[command(flatten)]
    pub part: PartArguments,
    /// How each way of ranking pairs did before, instead of the pairs
    #[arg(long)]
    pub back_test: bool,
}

const IMPORT_HELP: &str = "\
Every row of every file is accounted for in import-ledger.csv: used (into which rows of which table), repaired, merged or \
not used, and why. What a format cannot tell is said, and stands in the hub.toml that is written.";

/// `import`
#[derive(Debug, Args)]
#[command(after_long_help = IMPORT_HELP)]
pub struct ImportArguments {
    /// What the files are
    #[arg(value_name = "FORMAT", value_parser = formats())]
    pub format: String,
    /// The files, as the other program wrote them
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The hub folder to make; it must not exist or be empty
    #[arg(long, value_name = "HUB")]
    pub out: PathBuf,
    /// Where the folder is there already: keep it beside under another name and put the new one in its place
    #[arg(long)]
    pub replace: bool,
    /// The hub's name
    #[arg(long)]
    pub name: Option<String>,
    /// TOML file that says which columns the platform's files have (challenges), or which question is what (forms)
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// The event an attendance list belongs to, where the file does not name it
    #[arg(long, value_name = "NAME")]
    pub event: Option<String>,
    /// The day of that event
    #[arg(long, value_name = "DAY")]
    pub date: Option<String>,
    /// How 03/05/2024 is read, where nothing in its column settles it
    #[arg(long, value_enum, default_value_t = DateOrderChoice::Auto)]
    pub date_order: DateOrderChoice,
    /// How 1.200 is read, where nothing in its column settles it
    #[arg(long, value_enum, default_value_t = NumberFormChoice::Auto)]
    pub number_form: NumberFormChoice,
    /// Which language to take where the files have several, such as es or ca [default: the one with most texts]
    #[arg(long, value_name = "CODE")]
    pub locale: Option<String>,
    /// Language of what is printed and written
    #[arg(long, default_value = "en")]
    pub lang: Lang,
}

/// How dates are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum DateOrderChoice {
    /// Decided from the whole column, or refused
    Auto,
    /// 31/12/2024
    DayMonth,
    /// 12/31/2024
    MonthDay,
}

/// How numbers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NumberFormChoice {
    /// Decided from the whole column, or refused
    Auto,
    /// 1,200.50
    Point,
    /// 1.200,50
    Comma,
}

const RESOLVE_HELP: &str = "\
Columns: id_a, name_a, id_b, name_b, kind, reasons, score (from 0 to 1: it orders the rows and is no probability), decision, \
kept (the id whose name stays; you may write the other), note; with --lang es under their Spanish names. Write accept or \
reject in decision and keep the file in the hub: the next run of any command makes one of those accepted before anything else \
refers to them, the ledger says so, and check lists them; those rejected are not proposed again. Nothing is merged that you did \
not accept. You may add rows of your own. Proposals about persons go to PRIVATE-resolve-people.csv beside it (with --out \
FILE.csv: PRIVATE-FILE-people.csv). A rerun keeps your decisions, notes and columns.";

/// `resolve`
#[derive(Debug, Args)]
#[command(after_long_help = RESOLVE_HELP)]
pub struct ResolveArguments {
    /// Which hub.
    #[command(flatten)]
    pub hub: HubArguments,
    /// File to write [default: resolve.csv in the hub's folder]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `synth`
#[derive(Debug, Args)]
pub struct SynthArguments {
    /// Folder to make
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// S (2,000 stakeholders), M (100,000) or L (1,000,000)
    #[arg(long, conflicts_with = "sample")]
    pub size: Option<Size>,
    /// One of the sample hubs that come with hubscope: gran-concepcion, hub-pequeno
    #[arg(long, value_parser = sample)]
    pub sample: Option<Sample>,
    /// Language that the hub declares for its reports: en or es
    #[arg(long, conflicts_with = "sample")]
    pub lang: Option<Lang>,
    /// Seed of everything random
    #[arg(long, default_value_t = 7)]
    pub seed: u64,
}

/// The formats with what each reads.
fn formats() -> PossibleValuesParser {
    let messages = Messages::new(Lang::En);
    let told = |format: ImportFormat| PossibleValue::new(format.name()).help(messages.word(&format.reads_key()));
    PossibleValuesParser::new(ImportFormat::ALL.map(told))
}

fn backbone_model(text: &str) -> Result<BackboneModel, String> {
    let known = || BackboneModel::ALL.map(BackboneModel::name).join(", ");
    BackboneModel::ALL
        .into_iter()
        .find(|model| model.name() == text)
        .ok_or_else(|| format!("expected one of {}", known()))
}

fn sample(text: &str) -> Result<Sample, String> {
    let known = || Sample::ALL.map(Sample::name).join(", ");
    Sample::ALL
        .into_iter()
        .find(|sample| sample.name() == text)
        .ok_or_else(|| format!("expected one of {}", known()))
}

/// `hubscope HUB` means `hubscope report HUB`: a hub dropped on the program is reported.
pub fn with_default_command(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let first = arguments.get(1).and_then(|first| first.to_str()).unwrap_or_default();
    let known = super::command();
    let is_command = first == "help" || known.find_subcommand(first).is_some();
    if arguments.len() > 1 && !is_command && !first.starts_with('-') && std::path::Path::new(first).exists() {
        arguments.insert(1, "report".into());
    }
    arguments
}
