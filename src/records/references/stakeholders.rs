//! Which stakeholders are there, and which of them does each reference mean?
//!
//! In: the typed tables. Out: the declared and derived stakeholders with their ids, and the tables with ids where
//! names stood. A reference is an id, else an e-mail, name or alias; else a stakeholder is created.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::cast::{self, TypedTable, Values};
use super::super::resolve::{self, Decisions};
use super::super::{HashMap, HashSet, Reason, RecordsError, RowState, StakeholderKind, TableName, names};
use super::declared::{self, Index};
use super::mentions::{Context, Mention, Mentions, names_for_ids, plain};
use super::{Target, distinct, judge_unknown, merged, replace, table_at};
use crate::config::UnknownIds;

/// A stakeholder before its other columns are read.
#[derive(Debug, Clone)]
pub(in crate::records) struct StakeholderIdentity {
    pub id: Arc<str>,
    pub name: Arc<str>,
    pub kind: StakeholderKind,
    /// Its row in the stakeholders table; `None` where it is derived.
    pub row: Option<usize>,
    /// The organisation beside a derived person's name.
    pub parent: Option<Arc<str>>,
    /// The e-mail beside a derived person's name.
    pub email: Option<Arc<str>>,
    /// The last post beside a derived person's name.
    pub role_title: Option<Arc<str>>,
    /// The names of those that a person decided to be the same.
    pub also: Vec<Arc<str>>,
}

/// Everyone, and what was decided about who is whom.
pub(in crate::records) struct Resolved {
    /// Sorted by id.
    pub identities: Vec<StakeholderIdentity>,
    pub decisions: Decisions,
}

/// One created from its mentions.
#[derive(Default)]
struct Cluster {
    mentions: Vec<u32>,
    organization: Option<Target>,
    email: Option<Arc<str>>,
}

/// Resolves every reference to a stakeholder and puts ids in the tables; the identities come sorted by id.
pub(in crate::records) fn resolve_stakeholders(
    tables: &mut [TypedTable],
    policy: UnknownIds,
) -> Result<Resolved, RecordsError> {
    tables.iter_mut().for_each(names_for_ids);
    let table = table_at(tables, TableName::Stakeholders);
    // where nothing is declared, nothing can be unknown
    let policy = table.is_some().then_some(policy);
    if let Some(at) = table {
        declared::name_rows(&mut tables[at]);
        declared::merge_rows(&mut tables[at], &identity_of_row)?;
    }
    let mentions = Mentions::collect(tables);
    let rows = table.map_or_else(Vec::new, |at| tables[at].ledger.live_rows());
    let mut resolution = {
        let stakeholders = table.map(|at| &tables[at]);
        Resolution::new(stakeholders, &rows, &mentions)
    };
    let everyone = resolution.identities(table.map(|at| &tables[at]), &rows, &mentions);
    let decisions = resolve::decide(tables, &merged::known(&everyone))?;
    let became = merged::becomes(&decisions);
    let id_now = |who: &StakeholderIdentity| became.get(&who.id).unwrap_or(&who.id).clone();
    let ids: HashMap<Target, Arc<str>> = everyone.iter().map(|(target, who)| (*target, id_now(who))).collect();
    let declared: HashSet<Arc<str>> = everyone
        .iter()
        .filter(|(target, _)| matches!(target, Target::Declared(_)))
        .map(|(_, who)| id_now(who))
        .collect();
    // who became one that a row declares is known by it
    let is_known = |target: &Target| ids.get(target).is_some_and(|id| declared.contains(id));
    resolution.settle(table.map(|at| &tables[at]), &rows, &mentions, &ids);
    judge_unknown(tables, policy, &resolution.first_places(&mentions, &is_known))?;
    let id_of = |target: Target| match target {
        target if policy == Some(UnknownIds::Drop) && !is_known(&target) => None,
        target => ids.get(&target).cloned(),
    };
    replace(tables, &mentions.columns, &resolution.targets, &id_of);
    replace_lists(tables, &mentions, &resolution.targets, &id_of);
    exclude_self_ties(tables);
    let kept = everyone
        .into_iter()
        .filter(|(target, _)| policy != Some(UnknownIds::Drop) || is_known(target))
        .map(|(_, identity)| identity);
    let mut identities = merged::join(table.map(|at| &mut tables[at]), kept.collect(), &decisions);
    merged::refuse_circles(table.map(|at| &mut tables[at]), &mut identities)?;
    identities.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Resolved { identities, decisions })
}

/// What makes rows without id one stakeholder: the name; of persons and units the organisation too, of persons the e-mail.
fn identity_of_row(typed: &TypedTable, row: usize) -> declared::Identity {
    let cell = |column: &str| typed.texts(column).get(row).and_then(Option::as_ref);
    let key = |column: &str| cell(column).map_or_else(String::new, |text| names::key(text));
    let beside = match kind_of_row(typed, row) {
        StakeholderKind::Organization => vec![],
        StakeholderKind::Unit => vec![key("parent_id")],
        StakeholderKind::Person => vec![key("parent_id"), key("email")],
    };
    let beside = beside.into_iter().enumerate().filter(|(_, text)| !text.is_empty());
    [key("name")]
        .into_iter()
        .chain(beside.map(|(place, text)| format!("{place}{text}")))
        .collect()
}

/// What the row says it is; a post makes it a person, a parent a unit, unless the headers are those of a directory of
/// people, and nothing an organisation.
fn kind_of_row(typed: &TypedTable, row: usize) -> StakeholderKind {
    let cell = |column: &str| typed.texts(column).get(row).and_then(Option::as_ref);
    let has = |column: &str| cell(column).is_some();
    // a directory of people has rows of organisations too, which stand beside themselves
    let is_beside_itself =
        || cell("name").map(|text| names::key(text)) == cell("parent_id").map(|text| names::key(text));
    match cell("kind").map(|kind| &**kind) {
        Some("person") => StakeholderKind::Person,
        Some("unit") => StakeholderKind::Unit,
        Some(_) => StakeholderKind::Organization,
        None if has("role_title") || has("appointment") => StakeholderKind::Person,
        None if is_beside_itself() => StakeholderKind::Organization,
        None if has("parent_id") && cast::names_people(typed, has("email")) => StakeholderKind::Person,
        None if has("parent_id") => StakeholderKind::Unit,
        None => StakeholderKind::Organization,
    }
}

struct Resolution {
    /// What each mention means.
    targets: Vec<Target>,
    clusters: Vec<Cluster>,
    index: Option<Index>,
}

impl Resolution {
    fn new(stakeholders: Option<&TypedTable>, rows: &[usize], mentions: &Mentions) -> Self {
        let mut resolution = Self {
            targets: vec![Target::Ambiguous; mentions.list.len()],
            clusters: Vec::new(),
            index: stakeholders.map(|typed| Index::new(typed, rows)),
        };
        // organisations first: they tell persons of one name apart
        let mut open: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let is_plain = |mention: &Mention| mention.organization.is_none() && mention.email.is_none();
        let organizations: BTreeSet<&Arc<str>> = mentions
            .list
            .iter()
            .filter_map(|mention| mention.organization.as_ref())
            .collect();
        for (number, mention) in mentions.list.iter().enumerate() {
            match resolution.declared(stakeholders, rows, mention, mentions) {
                Some(target) if is_plain(mention) => resolution.targets[number] = target,
                _ if is_plain(mention) && organizations.contains(&mention.text) => {
                    open.entry(names::key(&mention.text)).or_default().push(number as u32);
                }
                _ => {}
            }
        }
        resolution.create(std::mem::take(&mut open), mentions);
        let settled: BTreeSet<u32> = resolution
            .clusters
            .iter()
            .flat_map(|cluster| cluster.mentions.clone())
            .collect();
        for (number, mention) in mentions.list.iter().enumerate() {
            let number = number as u32;
            match resolution.declared(stakeholders, rows, mention, mentions) {
                Some(target) => resolution.targets[number as usize] = target,
                None if !settled.contains(&number) => open.entry(names::key(&mention.text)).or_default().push(number),
                None => {}
            }
        }
        resolution.create(open, mentions);
        resolution
    }

    /// The declared stakeholder a mention means, when the tables declare one.
    fn declared(
        &self,
        stakeholders: Option<&TypedTable>,
        rows: &[usize],
        mention: &Mention,
        mentions: &Mentions,
    ) -> Option<Target> {
        let (typed, index) = (stakeholders?, self.index.as_ref()?);
        if let Some(place) = index.by_id(&mention.text) {
            return Some(Target::Declared(place));
        }
        match self.fitting(typed, index, rows, mention, mentions)[..] {
            [] => None,
            [place] => Some(Target::Declared(place)),
            _ => Some(Target::Ambiguous),
        }
    }

    /// The declared that bear the name and that nothing beside it contradicts.
    fn fitting(
        &self,
        typed: &TypedTable,
        index: &Index,
        rows: &[usize],
        mention: &Mention,
        mentions: &Mentions,
    ) -> Vec<usize> {
        let fits = |place: &&usize| {
            let row = rows[**place];
            let cell = |column: &str| typed.texts(column).get(row).cloned().flatten();
            let emails = (cell("email"), mention.email.clone());
            if let (Some(own), Some(given)) = &emails
                && names::key(own) == names::key(given)
            {
                return true;
            }
            let target = |text: Option<Arc<str>>| mentions.number_of(&plain(text?)).map(|n| self.targets[n as usize]);
            let parents = (target(cell("parent_id")), target(mention.organization.clone()));
            let same_email = !matches!(emails, (Some(_), Some(_)));
            let same_parent = !matches!(parents, (Some(own), Some(given)) if own != given);
            same_email && same_parent
        };
        index.by_name(&mention.text).iter().filter(fits).copied().collect()
    }

    /// What several declared ones could be meant by is no question where a person decided that they are one.
    fn settle(
        &mut self,
        stakeholders: Option<&TypedTable>,
        rows: &[usize],
        mentions: &Mentions,
        ids: &HashMap<Target, Arc<str>>,
    ) {
        let (Some(typed), Some(index)) = (stakeholders, self.index.as_ref()) else {
            return;
        };
        let mut settled = Vec::new();
        for (number, mention) in mentions.list.iter().enumerate() {
            if self.targets[number] != Target::Ambiguous {
                continue;
            }
            let fitting = self.fitting(typed, index, rows, mention, mentions);
            let meant: HashSet<&Arc<str>> = fitting
                .iter()
                .filter_map(|place| ids.get(&Target::Declared(*place)))
                .collect();
            if let (1, Some(place)) = (meant.len(), fitting.first()) {
                settled.push((number, Target::Declared(*place)));
            }
        }
        for (number, target) in settled {
            self.targets[number] = target;
        }
    }

    /// Creates stakeholders from mentions of one name: the fullest first, and each further one joins the only one
    /// that it does not contradict.
    fn create(&mut self, open: BTreeMap<String, Vec<u32>>, mentions: &Mentions) {
        for (_, mut numbers) in open {
            let first = self.clusters.len();
            let known = |number: &u32| {
                let mention = &mentions.list[*number as usize];
                usize::from(mention.organization.is_some()) + usize::from(mention.email.is_some())
            };
            numbers.sort_by(|a, b| {
                let order = |n: &u32| (std::cmp::Reverse(known(n)), mentions.list[*n as usize].clone());
                order(a).cmp(&order(b))
            });
            for number in numbers {
                let mention = &mentions.list[number as usize];
                let organization = mention
                    .organization
                    .as_ref()
                    .and_then(|text| mentions.number_of(&plain(Arc::clone(text))))
                    .map(|n| self.targets[n as usize]);
                let email = mention.email.as_ref().map(|email| Arc::from(names::key(email)));
                let place = self.joined(first, organization, email.as_ref());
                let cluster = &mut self.clusters[place];
                cluster.mentions.push(number);
                cluster.organization = cluster.organization.or(organization);
                cluster.email = cluster.email.take().or(email);
                self.targets[number as usize] = Target::Derived(place);
            }
        }
    }

    /// The only cluster from `first` on that agrees, else a new one.
    fn joined(&mut self, first: usize, organization: Option<Target>, email: Option<&Arc<str>>) -> usize {
        let agrees = |cluster: &Cluster| match (&cluster.email, email) {
            (Some(own), Some(given)) => own == given,
            _ => !matches!((cluster.organization, organization), (Some(own), Some(given)) if own != given),
        };
        let mut fitting = (first..self.clusters.len()).filter(|place| agrees(&self.clusters[*place]));
        match (fitting.next(), fitting.next()) {
            (Some(place), None) => place,
            _ => {
                self.clusters.push(Cluster::default());
                self.clusters.len() - 1
            }
        }
    }

    /// Where each created stakeholder is first named, but those that are known by another.
    fn first_places(&self, mentions: &Mentions, is_known: &dyn Fn(&Target) -> bool) -> Vec<(super::Place, Arc<str>)> {
        let first = |cluster: &Cluster| {
            let places = cluster.mentions.iter().filter_map(|number| {
                let text = Arc::clone(&mentions.list[*number as usize].text);
                mentions.contexts[*number as usize].first.map(|place| (place, text))
            });
            places.min()
        };
        let clusters = self.clusters.iter().enumerate();
        let unknown = clusters.filter(|(place, _)| !is_known(&Target::Derived(*place)));
        unknown.filter_map(|(_, cluster)| first(cluster)).collect()
    }

    /// Everyone, with ids made where none is recorded.
    fn identities(
        &self,
        stakeholders: Option<&TypedTable>,
        rows: &[usize],
        mentions: &Mentions,
    ) -> Vec<(Target, StakeholderIdentity)> {
        let mut all: Vec<(Target, StakeholderIdentity)> = Vec::new();
        if let Some(typed) = stakeholders {
            let cell = |column: &str, row: usize| typed.texts(column).get(row).cloned().flatten();
            for (place, row) in rows.iter().enumerate() {
                let identity = StakeholderIdentity {
                    id: cell("id", *row).unwrap_or_else(|| Arc::from("")),
                    name: cell("name", *row).unwrap_or_else(|| Arc::from("")),
                    kind: kind_of_row(typed, *row),
                    row: Some(*row),
                    parent: cell("parent_id", *row),
                    email: cell("email", *row),
                    role_title: None,
                    also: Vec::new(),
                };
                all.push((Target::Declared(place), identity));
            }
        }
        for (place, cluster) in self.clusters.iter().enumerate() {
            all.push((Target::Derived(place), self.derived(cluster, mentions)));
        }
        self.make_ids(&mut all, mentions);
        all
    }

    /// The stakeholder that a cluster of mentions is; its parent is named as mentioned until ids are made.
    fn derived(&self, cluster: &Cluster, mentions: &Mentions) -> StakeholderIdentity {
        let contexts = || {
            cluster
                .mentions
                .iter()
                .map(|number| &mentions.contexts[*number as usize])
        };
        let says = |what: fn(&Context) -> bool| contexts().any(what);
        let person = says(|c| c.person) && !says(|c| c.organization)
            || says(|c| c.perhaps_person) && !says(|c| c.anyone || c.organization);
        let spelled = cluster.mentions.iter().map(|number| {
            let context = &mentions.contexts[*number as usize];
            let text = &mentions.list[*number as usize].text;
            // a name in capitals says less of how it is written
            let is_shouted = !text.contains(char::is_lowercase);
            (context.rows, !is_shouted, std::cmp::Reverse(text))
        });
        let text = spelled
            .max()
            .map_or_else(|| Arc::from(""), |(_, _, text)| Arc::clone(text.0));
        let organization = |number: &u32| mentions.list[*number as usize].organization.clone();
        StakeholderIdentity {
            id: Arc::from(""),
            name: contexts().filter_map(|c| c.name.clone()).min().unwrap_or(text),
            kind: if person {
                StakeholderKind::Person
            } else {
                StakeholderKind::Organization
            },
            row: None,
            parent: cluster.mentions.iter().filter_map(organization).min(),
            email: cluster.email.clone(),
            role_title: contexts().filter_map(|c| c.post.clone()).max().map(|(_, post)| post),
            also: Vec::new(),
        }
    }

    /// Ids from content: of persons opaque, because their names must not stand in exported ids.
    fn make_ids(&self, all: &mut [(Target, StakeholderIdentity)], mentions: &Mentions) {
        let names_by_target: HashMap<Target, String> = all
            .iter()
            .map(|(target, who)| (*target, names::key(&who.name)))
            .collect();
        let parent_key = |who: &StakeholderIdentity| {
            let number = who
                .parent
                .as_ref()
                .and_then(|text| mentions.number_of(&plain(Arc::clone(text))));
            let target = number.map(|number| self.targets[number as usize]);
            target
                .and_then(|target| names_by_target.get(&target).cloned())
                .unwrap_or_default()
        };
        let mut wanted: Vec<(usize, (String, String))> = Vec::new();
        for (place, (_, who)) in all.iter().enumerate().filter(|(_, (_, who))| who.id.is_empty()) {
            let email = who.email.as_ref().map_or_else(String::new, |email| names::key(email));
            let parts = [names::key(&who.name), parent_key(who), email];
            let parts = || parts.iter().map(String::as_str);
            let id = match who.kind {
                StakeholderKind::Person => format!("person-{}", names::fingerprint(parts(), 10)),
                _ => match names::slug(&who.name) {
                    slug if slug.is_empty() => format!("organization-{}", names::fingerprint(parts(), 10)),
                    slug => slug,
                },
            };
            wanted.push((place, (id, names::fingerprint(parts(), 6))));
        }
        let (places, wanted): (Vec<usize>, Vec<(String, String)>) = wanted.into_iter().unzip();
        let taken = |id: &str| self.index.as_ref().is_some_and(|index| index.has_id(id));
        for (place, id) in places.into_iter().zip(distinct(&wanted, &taken)) {
            all[place].1.id = id;
        }
        let ids: HashMap<Target, Arc<str>> = all.iter().map(|(target, who)| (*target, Arc::clone(&who.id))).collect();
        for (_, who) in all.iter_mut() {
            let number = who
                .parent
                .as_ref()
                .and_then(|text| mentions.number_of(&plain(Arc::clone(text))));
            who.parent = number.and_then(|number| ids.get(&self.targets[number as usize]).cloned());
        }
    }
}

impl Mentions {
    fn number_of(&self, mention: &Mention) -> Option<u32> {
        self.numbers.get(mention).copied()
    }
}

/// Replaces what columns with several references hold; what is unknown and dropped is noted.
fn replace_lists(
    tables: &mut [TypedTable],
    mentions: &Mentions,
    targets: &[Target],
    id_of: &dyn Fn(Target) -> Option<Arc<str>>,
) {
    for (at, name, cells) in &mentions.lists {
        let typed = &mut tables[*at];
        let header = typed.header(name).to_owned();
        let Some(column) = typed.columns.iter_mut().find(|c| c.column.name == *name) else {
            continue;
        };
        let Values::Lists(lists) = &mut column.values else {
            continue;
        };
        for (row, numbers) in cells.iter().enumerate() {
            let mut ids = Vec::with_capacity(numbers.len());
            for number in numbers {
                match id_of(targets[*number as usize]) {
                    Some(id) if !ids.contains(&id) => ids.push(id),
                    Some(_) => {}
                    None => {
                        let text = &mentions.list[*number as usize].text;
                        typed
                            .ledger
                            .note(row, RowState::Repaired, Reason::UnknownIdDropped, &header, text);
                    }
                }
            }
            ids.sort();
            lists[row] = ids;
        }
    }
}

/// Two names of one stakeholder are a self-tie too.
fn exclude_self_ties(tables: &mut [TypedTable]) {
    for typed in tables
        .iter_mut()
        .filter(|t| matches!(t.table, TableName::Partnerships | TableName::Nominations))
    {
        for row in typed.ledger.live_rows() {
            let target = typed.texts("target")[row].clone();
            if target.is_some() && typed.texts("source")[row] == target {
                let header = typed.header("target").to_owned();
                let text = target.unwrap_or_else(|| Arc::from(""));
                typed
                    .ledger
                    .note(row, RowState::Excluded, Reason::SelfTie, &header, &text);
            }
        }
    }
}
