//! What did the hub choose? `hub.toml`, read and checked.
//!
//! In: the text of `hub.toml`. Out: [`HubConfig`], every choice with its default filled in. An unknown key is an
//! error that names the nearest known one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod parse;

pub use parse::{ConfigError, language, nearest, parse};

/// Everything `hub.toml` can say; [`HubConfig::default`] is an absent file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HubConfig {
    /// Who the hub is.
    pub hub: HubSection,
    /// The stretch of time under study.
    pub study: StudySection,
    /// Changes in how records were collected.
    pub recording: Vec<Recording>,
    /// How records are read.
    pub records: RecordsSection,
    /// Table name → its file, or several whose rows are put one below the other.
    pub tables: BTreeMap<String, TableFiles>,
    /// Table → column name of hubscope → header in the file.
    pub columns: BTreeMap<String, BTreeMap<String, String>>,
    /// Column, of all tables (`kind`) or of one (`events.kind`) → value in the file → value of hubscope, of any column;
    /// an empty value means that nothing is there.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Sector in the file → sector of hubscope.
    pub sectors: BTreeMap<String, String>,
    /// Column, of all tables or of one → the declared list of a multi-value column.
    pub options: BTreeMap<String, Vec<String>>,
    /// Sheet of attendance (`lista.xlsx`, `lista.xlsx#Hoja1`) → what it does not tell itself.
    pub attendance: BTreeMap<String, AttendanceSection>,
    /// How ties are made.
    pub network: NetworkSection,
    /// Which sectors are government.
    pub government: GovernmentSection,
    /// Which partnerships carry money.
    pub funding: FundingSection,
    /// How gaps are judged.
    pub gaps: GapsSection,
    /// How rankings are tested for stability.
    pub stability: StabilitySection,
    /// Who is never introduced to whom.
    pub introductions: IntroductionsSection,
    /// What the coordination has hours for.
    pub plan: PlanSection,
    /// How adoption is judged.
    pub adoption: AdoptionSection,
    /// Why, by whom and since when people are profiled.
    pub champions: ChampionsSection,
    /// Where the key of the public edition lies.
    pub privacy: PrivacySection,
}

/// `[hub]`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HubSection {
    /// The name on the report's first page; the folder's name where absent.
    pub name: Option<String>,
    /// `en` or `es`.
    pub lang: Option<String>,
    /// The organisation (id or name) that runs the hub.
    pub operator: Option<String>,
    /// Persons (ids or names) who work for the hub.
    pub staff: Vec<String>,
    /// What a month of the hub costs.
    pub monthly_cost: Option<f64>,
    /// The currency of `monthly_cost`.
    pub currency: Option<String>,
}

/// `[study]`; dates as `2021-03-31`, quoted or not.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StudySection {
    /// First day of the study.
    pub from: Option<TomlDay>,
    /// Last day of the study.
    pub as_of: Option<TomlDay>,
}

/// One `[[recording]]`: from this day records came in differently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// The first day of the change.
    pub from: TomlDay,
    /// The source that changed.
    #[serde(default)]
    pub source: Option<String>,
    /// What changed; `stopped` where the source ends.
    #[serde(default)]
    pub what: Option<String>,
}

/// The files of a table: `"organisations.csv"`, `"libro.xlsx#Actores"`, or a list of such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFiles(pub Vec<String>);

/// `[attendance."lista.xlsx#Hoja1"]`: the event and the day of a sheet of attendance, where it does not tell them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AttendanceSection {
    /// The event, by name or id.
    pub event: Option<String>,
    /// Its day.
    pub date: Option<TomlDay>,
    /// Whether the sheet is left unread.
    pub ignore: bool,
}

/// A day in `hub.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TomlDay(pub crate::time::Day);

/// `[records]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RecordsSection {
    /// What happens to a row that names an id no table declares.
    pub unknown_ids: UnknownIds,
    /// How `03/05/2024` is read.
    pub date_order: DateOrder,
    /// How `1.200` is read.
    pub number_form: NumberForm,
    /// Table and column (`partnerships.start`) → how its dates are written, where it differs from `date_order`.
    pub date_orders: BTreeMap<String, ColumnDates>,
    /// Table and column (`partnerships.amount`) → its decimal mark, where it differs from `number_form`.
    pub number_forms: BTreeMap<String, ColumnNumbers>,
    /// More words that mean "nothing there".
    pub null_words: Vec<String>,
    /// How long a partnership without an end is taken to live.
    pub assumed_term_months: u16,
}

impl Default for RecordsSection {
    fn default() -> Self {
        Self {
            unknown_ids: UnknownIds::Create,
            date_order: DateOrder::Auto,
            number_form: NumberForm::Auto,
            date_orders: BTreeMap::new(),
            number_forms: BTreeMap::new(),
            null_words: Vec::new(),
            assumed_term_months: 24,
        }
    }
}

/// `unknown_ids`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownIds {
    /// The stakeholder or event is created.
    Create,
    /// The records are refused.
    Error,
    /// The row is excluded.
    Drop,
}

/// `date_order`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Decided from the whole column, or refused.
    Auto,
    /// `31/12/2024`
    DayMonth,
    /// `12/31/2024`
    MonthDay,
}

/// `number_form`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberForm {
    /// Decided from the whole column, or refused.
    Auto,
    /// `1,200.50`
    Point,
    /// `1.200,50`
    Comma,
}

/// How the dates of one column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnDates {
    /// `31/12/2024`
    #[serde(rename = "day_month")]
    DayMonth,
    /// `12/31/2024`
    #[serde(rename = "month_day")]
    MonthDay,
    /// Day numbers of a spreadsheet that counts from 1900.
    #[serde(rename = "serial_1900")]
    Serial1900,
    /// Day numbers of a spreadsheet that counts from 1904.
    #[serde(rename = "serial_1904")]
    Serial1904,
}

/// The decimal mark of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnNumbers {
    /// `1,200.50`
    Point,
    /// `1.200,50`
    Comma,
}

/// `[network]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NetworkSection {
    /// The layer of `metrics` and of the map.
    pub layer: String,
    /// How shared events become ties.
    pub projection: String,
    /// What a partnership counts in the layers that join both.
    pub partnership_weight: f64,
    /// What co-participation counts in the layers that join both.
    pub participation_weight: f64,
    /// Half-life of a tie that ended; 0 for none.
    pub half_life_days: f64,
}

impl Default for NetworkSection {
    fn default() -> Self {
        Self {
            layer: "combined".into(),
            projection: "newman".into(),
            partnership_weight: 1.0,
            participation_weight: 1.0,
            half_life_days: 0.0,
        }
    }
}

/// `[government]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GovernmentSection {
    /// Sectors (as hubscope names them) that count as government.
    pub sectors: Vec<String>,
}

impl Default for GovernmentSection {
    fn default() -> Self {
        Self {
            sectors: vec!["government".into()],
        }
    }
}

/// `[funding]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FundingSection {
    /// Kinds of partnership whose amounts are money paid.
    pub kinds: Vec<String>,
}

impl Default for FundingSection {
    fn default() -> Self {
        Self {
            kinds: vec!["funding".into()],
        }
    }
}

/// `[gaps]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GapsSection {
    /// Which roles a hub should have: `quadruple_helix`, `reap`, `networking_assets` or `own`.
    pub template: String,
    /// Share of false alarms accepted among the gaps named.
    pub q: f64,
    /// Role → what fills it: sectors, or `column=value`; added to the template, or in place of its role of that name.
    pub roles: BTreeMap<String, Vec<String>>,
}

impl GapsSection {
    /// The templates there are.
    pub const TEMPLATES: [&'static str; 4] = ["quadruple_helix", "reap", "networking_assets", "own"];
}

impl Default for GapsSection {
    fn default() -> Self {
        Self {
            template: "quadruple_helix".into(),
            q: 0.05,
            roles: BTreeMap::new(),
        }
    }
}

/// `[stability]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StabilitySection {
    /// Rankings are withheld where fewer answered.
    pub min_response: f64,
    /// Draws of each test.
    pub draws: usize,
}

impl Default for StabilitySection {
    fn default() -> Self {
        Self {
            min_response: 0.5,
            draws: 1000,
        }
    }
}

/// `[introductions]`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IntroductionsSection {
    /// Pairs of ids never introduced.
    pub avoid: Vec<(String, String)>,
    /// The notice printed where an official meets a private party.
    pub notice: String,
}

/// `[plan]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanSection {
    /// Hours that the coordination has for agreements and introductions up to the horizon.
    pub hours: Option<f64>,
    /// Hours that it takes to renew an agreement as it is.
    pub hours_renew: f64,
    /// Hours to renew one and bring a second partner in.
    pub hours_broaden: f64,
    /// Hours to pass what one is for to others.
    pub hours_hand_over: f64,
    /// Hours to introduce two members and see that they meet.
    pub hours_introduce: f64,
}

impl Default for PlanSection {
    fn default() -> Self {
        Self {
            hours: None,
            hours_renew: 4.0,
            hours_broaden: 8.0,
            hours_hand_over: 6.0,
            hours_introduce: 3.0,
        }
    }
}

/// `[adoption]`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdoptionSection {
    /// Which units could have adopted.
    pub at_risk: String,
    /// The difference in survival that counts as none.
    pub equivalence: f64,
}

impl Default for AdoptionSection {
    fn default() -> Self {
        Self {
            at_risk: String::new(),
            equivalence: 0.10,
        }
    }
}

/// `[champions]`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChampionsSection {
    /// What the cards are for.
    pub purpose: Option<String>,
    /// Who answers for them.
    pub responsible: Option<String>,
    /// Since when those concerned know.
    pub notice_date: Option<TomlDay>,
}

/// `[privacy]`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PrivacySection {
    /// Where the key of the public edition lies.
    pub key_file: Option<String>,
}
