//! Everything hubscope knows of one hub in one value: the façade for library users and the command line.
//!
//! In: records and [`AnalysisOptions`]. Out: [`Analysis`]. Tables, charts and report read it and compute nothing.

use std::sync::Arc;

use crate::findings::actions::{Actions, Sources};
use crate::findings::adoption::AdoptionReport;
use crate::findings::calendar::Calendar;
use crate::findings::champions::Champions;
use crate::findings::commitments::{Promises, promises};
use crate::findings::continuity::Continuity;
use crate::findings::introductions::Introductions;
use crate::findings::plan::{self, Plan, PlanOptions};
use crate::findings::{self, Answer, Context, Gap, GapSummary, Gaps};
use crate::indicators::Indicators;
use crate::metrics::MetricError;
use crate::metrics::registry::{
    MeasureOptions, NetworkTable, NodeAndNetworkTables, NodeTable, node_and_network_tables,
};
use crate::network::layout::{Position, layout};
use crate::network::{
    Direction, Layer, Level, MemberScope, Membership, NetworkOptions, NodeIndex, PathLength, Place, Projection, Roster,
    Snapshot, Standing, TemporalNetwork, View, Without,
};
use crate::progress::{Progress, Stage};
use crate::records::HubRecords;
use crate::time::{Study, Window, WindowScheme};

pub mod answerable;
pub mod grouping;
pub mod naming;
pub mod people;
pub mod qap;
mod refusal;
pub mod significance;
pub mod stability;

pub use answerable::{Answerable, Missing, Section};
pub use grouping::Groups;
pub use naming::Naming;
pub use people::{PeopleLosses, people_losses};
pub use refusal::Words;
pub use stability::{FIRST, MeasureStability, StabilityScope};

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisOptions {
    /// How ties are made.
    pub network: NetworkOptions,
    /// The layer of metrics and map.
    pub layer: Layer,
    /// The window of metrics, gaps and champions.
    pub window: WindowScheme,
    /// How long a tie is.
    pub path_length: PathLength,
    /// Ties or arcs.
    pub direction: Direction,
    /// Which stakeholders the table of measures covers.
    pub members: MemberScope,
    /// The column over which measures of groups are taken, or `community`.
    pub group_by: String,
    /// The seed of everything random.
    pub seed: u64,
    /// Edge visits up to which a measure is exact; 0 for no limit.
    pub work_limit: u64,
}

impl AnalysisOptions {
    /// What a report asks for where nothing else is said: organisations, the combined layer, the last full year.
    #[must_use]
    pub fn report() -> Self {
        Self {
            network: NetworkOptions {
                level: Level::Organization,
                projection: Projection::Newman,
                partnership_weight: 1.0,
                participation_weight: 1.0,
                half_life_days: None,
            },
            layer: Layer::Combined,
            window: WindowScheme::Latest,
            path_length: PathLength::InverseStrength,
            direction: Direction::Undirected,
            members: MemberScope::All,
            group_by: "sector".to_owned(),
            seed: 1,
            work_limit: MeasureOptions::WORK_LIMIT,
        }
    }
}

/// Why a hub could not be analysed.
#[derive(Debug, thiserror::Error)]
pub enum AnalysisError {
    /// A measure cannot be computed as asked.
    #[error(transparent)]
    Metric(#[from] MetricError),
    /// The grouping asked for is not among the columns.
    #[error(transparent)]
    Grouping(#[from] grouping::UnknownColumn),
    /// The window asked for holds no day.
    #[error("the window asked for holds no day")]
    EmptyWindow,
    /// A window may hold more ties than fit into memory.
    #[error(
        "the {layer} layer of the window {window} may hold {} million ties, which need {} GiB; at most {} GiB are used",
        ties / 1_000_000, (ties * TIE_BYTES) >> 30, MOST_TIE_BYTES >> 30
    )]
    DoesNotFit {
        /// The layer.
        layer: Layer,
        /// The window's label.
        window: String,
        /// Ties there may be: the pairs of each event, and partnerships.
        ties: u64,
    },
}

/// What a tie takes: a column, a strength and an age in the rows of both its ends, and once more while it is gathered.
const TIE_BYTES: u64 = 48;

/// Ties of one window take no more than this.
const MOST_TIE_BYTES: u64 = 8 << 30;

/// The network of a hub, ready to be measured: what every command begins with.
#[derive(Debug)]
pub struct Prepared {
    /// What was asked for.
    pub options: AnalysisOptions,
    /// What the hub wrote down.
    pub records: Arc<HubRecords>,
    /// The network over time.
    pub network: TemporalNetwork,
    /// The groups over which measures are taken.
    pub groups: Groups,
    /// The window of metrics, gaps and champions: the first where the scheme yields several.
    pub window: Window,
    /// How everyone stands in that window.
    pub membership: Membership,
    /// The working layer in that window, members only.
    pub working: Snapshot,
}

impl Prepared {
    /// Builds the network and looks at one window of it.
    ///
    /// # Errors
    /// Where the grouping is no column, or the window asked for holds no day or more ties than fit into memory.
    pub fn new(records: Arc<HubRecords>, options: AnalysisOptions) -> Result<Self, AnalysisError> {
        let network = TemporalNetwork::assemble(&records, &options.network);
        let groups = Groups::named(&records, network.roster(), &options.group_by)?;
        let windows = network.windows(options.window);
        for window in &windows {
            fits(&network, options.layer, window)?;
        }
        let window = windows.into_iter().next().ok_or(AnalysisError::EmptyWindow)?;
        let membership = network.membership(&window);
        let view = View {
            layer: Layer::Working,
            window: &window,
            members: MemberScope::Core,
            direction: Direction::Undirected,
            without: &Without::default(),
        };
        let working = network.snapshot_among(&view, membership.places(Standing::Member).collect());
        Ok(Self {
            options,
            records,
            network,
            groups,
            window,
            membership,
            working,
        })
    }

    /// What the findings look at.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            records: &self.records,
            network: &self.network,
            window: &self.window,
            membership: &self.membership,
            working: &self.working,
            seed: self.options.seed,
            draws: self.records.config.stability.draws,
        }
    }

    /// The layer asked for in one window.
    #[must_use]
    pub fn snapshot_in(&self, window: &Window) -> Snapshot {
        self.network.snapshot(&View {
            layer: self.options.layer,
            window,
            members: self.options.members,
            direction: self.options.direction,
            without: &Without::default(),
        })
    }

    /// How the measures of a snapshot are computed.
    #[must_use]
    pub fn measure_options(&self, snapshot: &Snapshot) -> MeasureOptions {
        MeasureOptions {
            path_length: self.options.path_length,
            direction: self.options.direction,
            groups: self.groups.of(snapshot),
            seed: self.options.seed,
            work_limit: self.options.work_limit,
        }
    }
}

/// Everything hubscope knows of one hub.
#[derive(Debug)]
pub struct Analysis {
    /// What was asked for.
    pub options: AnalysisOptions,
    /// What the hub wrote down.
    pub records: Arc<HubRecords>,
    /// The network over time.
    pub network: TemporalNetwork,
    /// Everyone who can be a node.
    pub roster: Arc<Roster>,
    /// The stretch of time the records speak of.
    pub study: Option<Study>,
    /// The window of metrics, gaps and champions.
    pub window: Window,
    /// How everyone stands in that window.
    pub membership: Membership,
    /// The layer asked for in that window: what `nodes`, `whole` and `positions` are about.
    pub snapshot: Snapshot,
    /// The working layer in that window: what gaps and headlines are about.
    pub working: Snapshot,
    /// Where each node of `snapshot` stands on the map; the same place for the same member in every window. `None` for
    /// those left off a map that has no room for all.
    pub positions: Vec<Option<Position>>,
    /// Measures per stakeholder, over the layer and window asked for.
    pub nodes: NodeTable,
    /// Measures of the whole network, likewise.
    pub whole: NetworkTable,
    /// How far the rankings of `nodes` can be trusted, or why they are withheld.
    pub stability: Answer<Vec<MeasureStability>>,
    /// Where the network is thin.
    pub gaps: Gaps,
    /// Every gap as a row of the exported table.
    pub gap_rows: Vec<Gap>,
    /// For every kind of gap, how many there are or what is missing to judge it.
    pub gap_summary: Vec<GapSummary>,
    /// Whom to introduce to whom.
    pub introductions: Introductions,
    /// What would be lost without each member, payer, sector, administration, the hub and the largest event.
    pub continuity: Continuity,
    /// The same without each person, for the private file; `None` where nothing can be said of persons.
    pub people: Option<PeopleLosses>,
    /// Which agreements end.
    pub calendar: Answer<Calendar>,
    /// What becomes of the agreements, and what to do with each.
    pub plan: Answer<Plan>,
    /// What became of what was promised.
    pub promises: Promises,
    /// Who carries the change from inside.
    pub champions: Answer<Champions>,
    /// From above, from below, or both.
    pub adoption: Answer<AdoptionReport>,
    /// Is the hub getting more or less sustainable?
    pub indicators: Indicators,
    /// What to do this quarter, and what became of what was proposed.
    pub actions: Actions,
    /// What this hub can answer.
    pub answerable: Vec<Answerable>,
}

impl Analysis {
    /// Analyses a hub: the whole pipeline from records to actions.
    ///
    /// # Errors
    /// Where a measure cannot be computed as asked, the grouping is no column or the window holds no day.
    pub fn run(
        records: Arc<HubRecords>,
        options: AnalysisOptions,
        progress: &dyn Progress,
    ) -> Result<Self, AnalysisError> {
        progress.report(Stage::Network, 0.0);
        let prepared = Prepared::new(records, options)?;
        let snapshot = prepared.snapshot_in(&prepared.window);

        progress.report(Stage::Metrics, 0.0);
        let measure_options = prepared.measure_options(&snapshot);
        // the map is drawn by one thread alone: the others need not wait for it
        let (positions, measured) = rayon::join(
            || map_positions(&prepared, &snapshot),
            || node_and_network_tables(&snapshot, &measure_options),
        );
        let NodeAndNetworkTables { nodes, network: whole } = measured?;
        let stability = stability::stability(&prepared, &prepared.window, &snapshot, FIRST, StabilityScope::Report);

        progress.report(Stage::Findings, 0.0);
        let context = prepared.context();
        // much of each finding is done by one thread: what needs nothing of it goes on beside it
        let ((gaps, calendar), ((champions, adoption), (continuity, people))) = rayon::join(
            || (findings::gaps(&context), findings::calendar::calendar(&context)),
            || {
                let champions = findings::champions::champions(&context);
                let adoption = findings::adoption::adoption(&context);
                let continuity = findings::continuity::continuity(&context);
                ((champions, adoption), (continuity, people_losses(&prepared)))
            },
        );

        progress.report(Stage::Indicators, 0.0);
        let (indicators, built) = rayon::join(
            || crate::indicators::indicators(&context),
            || BuiltOnGaps::new(&context, &gaps, &calendar),
        );
        let found = answerable::Found {
            gaps: &gaps,
            introductions: &built.introductions,
            calendar: &calendar,
            plan: &built.plan,
            champions: &champions,
            adoption: &adoption,
        };
        let answerable = answerable::answerable(&context, &Missing::of(&found));

        let Prepared {
            options,
            records,
            network,
            window,
            membership,
            working,
            ..
        } = prepared;
        Ok(Self {
            roster: Arc::clone(network.roster()),
            study: network.study(),
            options,
            records,
            network,
            window,
            membership,
            snapshot,
            working,
            positions,
            nodes,
            whole,
            stability,
            gaps,
            gap_rows: built.gap_rows,
            gap_summary: built.gap_summary,
            introductions: built.introductions,
            continuity,
            people,
            calendar,
            plan: built.plan,
            promises: built.promises,
            champions,
            adoption,
            indicators,
            actions: built.actions,
            answerable,
        })
    }
}

/// The findings that need the gaps.
struct BuiltOnGaps {
    gap_rows: Vec<Gap>,
    gap_summary: Vec<GapSummary>,
    introductions: Introductions,
    plan: Answer<Plan>,
    promises: Promises,
    actions: Actions,
}

impl BuiltOnGaps {
    fn new(context: &Context<'_>, gaps: &Gaps, calendar: &Answer<Calendar>) -> Self {
        let gap_rows = gaps.rows(context);
        let introductions = findings::introductions::introductions(context, gaps);
        let pairs = plan::pairs_of(&introductions);
        let sources = Sources {
            gaps,
            calendar,
            introductions: &introductions,
        };
        let (plan, actions) = rayon::join(
            || plan::plan(context, &pairs, &PlanOptions::report(context)),
            || findings::actions::actions(context, &sources),
        );
        Self {
            gap_summary: gaps.summary(&gap_rows),
            promises: promises(context),
            gap_rows,
            introductions,
            plan,
            actions,
        }
    }
}

/// Refuses a window whose ties may not fit into memory, before they are gathered.
fn fits(network: &TemporalNetwork, layer: Layer, window: &Window) -> Result<(), AnalysisError> {
    let ties = network.most_ties(layer, window);
    if ties * TIE_BYTES > MOST_TIE_BYTES {
        return Err(AnalysisError::DoesNotFit {
            layer,
            window: window.label.clone(),
            ties,
        });
    }
    Ok(())
}

/// More than so many cannot be told apart on a map: of more, the most connected stand on it.
pub const MOST_ON_MAP: usize = 2000;

/// Positions from the whole study, so that a member stands at the same place in every window.
fn map_positions(prepared: &Prepared, snapshot: &Snapshot) -> Vec<Option<Position>> {
    let Some(whole) = prepared.network.windows(WindowScheme::All).into_iter().next() else {
        return Vec::new();
    };
    let roster = prepared.network.roster();
    let drawn = if roster.len() <= MOST_ON_MAP {
        roster.places().collect()
    } else {
        most_connected(snapshot)
    };
    let view = View {
        layer: Layer::Combined,
        window: &whole,
        members: MemberScope::All,
        direction: Direction::Undirected,
        without: &Without::default(),
    };
    let everything = prepared.network.snapshot_among(&view, drawn);
    let positions = layout(&everything, prepared.options.seed);
    let position = |place: &Place| Some(positions[everything.node_at(*place)?.at()]);
    snapshot.places().iter().map(position).collect()
}

/// The places of the nodes with most ties, as many as a map has room for, rising.
fn most_connected(snapshot: &Snapshot) -> Vec<Place> {
    let mut nodes: Vec<NodeIndex> = snapshot.nodes().collect();
    nodes.sort_by_key(|node| (std::cmp::Reverse(snapshot.degree(*node)), *node));
    nodes.truncate(MOST_ON_MAP);
    nodes.sort_unstable();
    nodes.into_iter().map(|node| snapshot.places()[node.at()]).collect()
}
