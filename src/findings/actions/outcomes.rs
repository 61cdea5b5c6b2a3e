//! Did what was proposed happen since?
//!
//! In: earlier proposals that were done or accepted, the records of today. Out: [`Outcome`], with the records that show
//! it. A tie counts where it began on or after the day of the report that proposed it: a partnership, or a shared event of
//! eight or fewer.

use std::collections::{BTreeMap, BTreeSet};

use super::ActionKind;
use super::memory::Earlier;
use crate::findings::calendar::Renewals;
use crate::findings::template::roles;
use crate::findings::{Context, Gaps};
use crate::network::temporal::DatedTie;
use crate::network::{Place, SMALL_EVENT};
use crate::records::{End, EventIndex, RecordId, Sector, person_code};
use crate::time::{Day, Window, WindowScheme};

/// What the records say of a proposal that was accepted or done.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It happened.
    Seen(Seen, Vec<RecordId>),
    /// Nothing in the records shows it yet.
    NotSeen,
    /// The row no longer says what it is about, or of when it is: only the hub can tell.
    Unknown,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// A later agreement continues it.
    Renewed,
    /// It now has another last day than before; `None` where it is open.
    EndsNow(Option<Day>),
    /// It was confirmed on a day.
    Confirmed(Day),
    /// It ended, and nothing continues it.
    Ended(Day),
    /// Two have worked together since.
    Worked {
        /// One.
        a: Place,
        /// The other.
        b: Place,
        /// Since when.
        day: Day,
    },
    /// Nobody depends on this member alone any more.
    HoldsNobody(Place),
    /// A role has members now.
    Filled {
        /// The first of them, by id.
        first: Place,
        /// How many there are.
        members: usize,
    },
    /// So many partnerships between two sectors have begun.
    Partnered(usize),
    /// So many of a sector have taken part.
    TookPart(usize),
    /// Of those invited, so many have worked with somebody since.
    Tied {
        /// How many.
        tied: usize,
        /// Of how many.
        of: usize,
    },
    /// So many events attended and partnerships begun since.
    Active(usize),
    /// The record says since when the member is no longer there.
    Left(Day),
    /// Nothing of an organisation rests on those office-holders alone any more.
    RestsOnNobody(Place),
    /// More than one member provides it.
    MoreProviders,
    /// Somebody offers it.
    Offered,
    /// The payer's share of what is paid is now so much.
    PayerShare(f64),
    /// The record that was missing is there.
    Recorded,
}

/// What an earlier proposal was about, as far as the records of today know it.
enum Subject {
    Agreement {
        record: RecordId,
        sides: Option<(Place, Place)>,
        ends: Option<Day>,
    },
    Link {
        cut_point: Place,
        example: Place,
    },
    Term {
        organization: Place,
        ends: Day,
    },
    Role(String),
    Pair(Place, Place),
    Sectors(Sector, Sector),
    Component(Sector, String),
    Invited(Vec<Place>),
    Member(Place),
    Provided {
        need: bool,
    },
    Payer(Place),
    Record,
}

/// Looks for what became of earlier proposals.
pub(super) struct Witness<'a> {
    context: &'a Context<'a>,
    gaps: &'a Gaps,
    /// Ids of everything that is proposed today, chosen or not.
    proposed: BTreeSet<&'a str>,
    /// The places that the tokens of earlier proposals name.
    places: BTreeMap<String, Place>,
    all: Option<Window>,
}

impl<'a> Witness<'a> {
    /// A witness of the proposals of `earlier`.
    pub fn new(context: &'a Context<'a>, gaps: &'a Gaps, earlier: &[Earlier], proposed: BTreeSet<&'a str>) -> Self {
        let wanted: BTreeSet<&str> = earlier.iter().flat_map(Earlier::about).collect();
        let coded = wanted.iter().any(|token| token.starts_with("p-"));
        let mut places = BTreeMap::new();
        let roster = context.network.roster();
        for (place, member) in roster.places().zip(&roster.members) {
            let id = member.id.as_str();
            if wanted.contains(id) {
                places.insert(id.to_owned(), place);
            }
            if coded && member.is_person() && wanted.contains(person_code(id).as_str()) {
                places.insert(person_code(id), place);
            }
        }
        let all = context.network.windows(WindowScheme::All).into_iter().next();
        Self {
            context,
            gaps,
            proposed,
            places,
            all,
        }
    }

    /// Whom an earlier invitation was about.
    pub fn invited(&self, one: &Earlier) -> Vec<Place> {
        match self.subject(one) {
            Some(Subject::Invited(members)) => members,
            _ => Vec::new(),
        }
    }

    /// What the records say of an earlier proposal.
    pub fn outcome(&self, one: &Earlier) -> Outcome {
        let (Some(subject), Some(since)) = (self.subject(one), one.proposed_on) else {
            return Outcome::Unknown;
        };
        let seen = |seen: Option<(Seen, Vec<RecordId>)>| match seen {
            Some((seen, records)) => Outcome::Seen(seen, records),
            None => Outcome::NotSeen,
        };
        match subject {
            Subject::Agreement { record, sides, ends } => self.agreement(&record, sides, ends, since),
            Subject::Link { cut_point, example } => seen(self.link(cut_point, example, since)),
            Subject::Term { organization, ends } => self.term(organization, ends),
            Subject::Role(role) => seen(self.filled(&role)),
            Subject::Pair(a, b) => seen(self.worked(a, since, &|other| other == b)),
            Subject::Sectors(a, b) => seen(self.partnered(a, b, since)),
            Subject::Component(sector, component) => seen(self.took_part(sector, &component, since)),
            Subject::Invited(members) => seen(self.tied(&members, since)),
            Subject::Member(member) => seen(self.active(member, since)),
            Subject::Payer(payer) => self.payer(payer),
            Subject::Provided { .. } if self.gaps.single_providers.found().is_none() => Outcome::Unknown,
            Subject::Provided { .. } if self.provides_alone(&one.about()) => Outcome::NotSeen,
            Subject::Provided { need: true } => Outcome::Seen(Seen::Offered, Vec::new()),
            Subject::Provided { need: false } => Outcome::Seen(Seen::MoreProviders, Vec::new()),
            Subject::Record if self.proposed.contains(one.id.as_str()) => Outcome::NotSeen,
            Subject::Record => Outcome::Seen(Seen::Recorded, Vec::new()),
        }
    }

    fn subject(&self, one: &Earlier) -> Option<Subject> {
        let about = one.about();
        let place = |token: &str| self.places.get(token).copied();
        let sector = |token: &str| Sector::ALL.into_iter().find(|sector| sector.name() == token);
        match (one.told("action").map(AsRef::as_ref)?, about.as_slice()) {
            ("decide_agreement", [record, source, target, ends]) => Some(Subject::Agreement {
                record: RecordId::from(*record),
                sides: place(source).zip(place(target)),
                ends: ends.parse().ok(),
            }),
            ("second_link", [cut_point, example]) => Some(Subject::Link {
                cut_point: place(cut_point)?,
                example: place(example)?,
            }),
            ("term_ends", [organization, ends]) => Some(Subject::Term {
                organization: place(organization)?,
                ends: ends.parse().ok()?,
            }),
            ("invite_role", [role]) => Some(Subject::Role((*role).to_owned())),
            ("introduce", [a, b, _]) => Some(Subject::Pair(place(a)?, place(b)?)),
            ("join_sectors", [a, b]) => Some(Subject::Sectors(sector(a)?, sector(b)?)),
            ("open_component", [one, component]) => Some(Subject::Component(sector(one)?, (*component).to_owned())),
            ("invite_isolated", [_, ..]) => {
                let members: Option<Vec<Place>> = about.iter().map(|token| place(token)).collect();
                members.map(Subject::Invited)
            }
            ("call_fading" | "ask_lapsed", [member]) => place(member).map(Subject::Member),
            ("second_provider", [kind, _]) => Some(Subject::Provided { need: *kind == "need" }),
            ("second_funder", [payer]) => place(payer).map(Subject::Payer),
            ("record_missing", _) | ("declare_operator", _) => Some(Subject::Record),
            _ => None,
        }
    }

    /// The agreement by its id, else whatever ties the two sides longer than before: an id that is made from content
    /// changes with the end.
    fn agreement(&self, record: &RecordId, sides: Option<(Place, Place)>, ends: Option<Day>, since: Day) -> Outcome {
        let Some((source, target)) = sides else {
            return Outcome::Unknown;
        };
        let ties = self.context.network.partnerships_of(source);
        let between = |tie: &&&DatedTie| tie.source == target || tie.target == target;
        let row = |tie: &DatedTie| &self.context.records.partnerships[tie.partnership as usize];
        let id = |tie: &DatedTie| vec![row(tie).id.clone()];
        let last_day = |tie: &DatedTie| match row(tie).end {
            End::Open => Some(None),
            End::On(_) => tie.period.map(|period| Some(period.end().plus_days(-1))),
            End::Unknown => None,
        };
        let Some(tie) = ties.iter().find(|tie| row(tie).id == *record) else {
            let longer = ties.iter().filter(between).find_map(|tie| {
                let day = last_day(tie)?;
                (day.is_none() || day > ends).then(|| (Seen::EndsNow(day), id(tie)))
            });
            return longer.map_or(Outcome::Unknown, |(seen, records)| Outcome::Seen(seen, records));
        };
        if let Some(day) = last_day(tie).filter(|day| *day != ends) {
            return Outcome::Seen(Seen::EndsNow(day), id(tie));
        }
        let last = tie.period.map(|period| period.end().plus_days(-1));
        if let Some(last) = last
            && Renewals::new(self.context).renew(tie, row(tie), last)
        {
            return Outcome::Seen(Seen::Renewed, id(tie));
        }
        let confirmed = row(tie).last_confirmed.map(|span| span.first);
        if let Some(day) = confirmed.filter(|day| *day >= since) {
            return Outcome::Seen(Seen::Confirmed(day), id(tie));
        }
        let over = self.context.network.study().zip(last_day(tie).flatten());
        match over.filter(|(study, last)| *last <= study.as_of) {
            Some((_, last)) => Outcome::Seen(Seen::Ended(last), id(tie)),
            None => Outcome::NotSeen,
        }
    }

    fn link(&self, cut_point: Place, example: Place, since: Day) -> Option<(Seen, Vec<RecordId>)> {
        let worked = self.worked(example, since, &|other| other != cut_point);
        worked.or_else(|| {
            let holds = self.gaps.cut_points.iter().any(|point| point.place == cut_point);
            (!holds).then(|| (Seen::HoldsNobody(cut_point), Vec::new()))
        })
    }

    /// The first whom somebody has worked with since a day, among those wanted.
    fn worked(&self, a: Place, since: Day, wanted: &dyn Fn(Place) -> bool) -> Option<(Seen, Vec<RecordId>)> {
        let partnerships = self.begun(a, since).filter_map(|(day, tie)| {
            let b = if tie.source == a { tie.target } else { tie.source };
            let record = self.context.records.partnerships[tie.partnership as usize].id.clone();
            (b != a).then_some((day, b, record))
        });
        let events = self.attended(a, since).flat_map(|(day, event)| {
            let participants = self.participants(event);
            let small = participants.len() <= SMALL_EVENT;
            let record = RecordId(self.context.records.event(event).id.0.clone());
            let others = participants.into_iter().filter(move |b| small && *b != a);
            others.map(move |b| (day, b, record.clone())).collect::<Vec<_>>()
        });
        let first = partnerships.chain(events).filter(|(_, b, _)| wanted(*b)).min()?;
        let (day, b, record) = first;
        Some((Seen::Worked { a, b, day }, vec![record]))
    }

    fn participants(&self, event: EventIndex) -> Vec<Place> {
        let window = self.all.as_ref();
        let participants = window.map(|window| self.context.network.participants(event, window).collect());
        participants.unwrap_or_default()
    }

    /// The partnerships of a place that began on or after a day, with that day.
    fn begun(&self, place: Place, since: Day) -> impl Iterator<Item = (Day, &DatedTie)> {
        let ties = self.context.network.partnerships_of(place).into_iter();
        let begun = ties.filter_map(|tie| Some((tie.period.filter(|_| !tie.planned)?.start(), tie)));
        begun.filter(move |(day, _)| *day >= since)
    }

    /// The events that a place took part in on or after a day, with that day.
    fn attended(&self, place: Place, since: Day) -> impl Iterator<Item = (Day, EventIndex)> {
        let rows = self.context.network.attendance_of(place).filter(|row| !row.planned);
        let dated = rows.filter_map(|row| Some((row.period?.start(), row.event)));
        dated.filter(move |(day, _)| *day >= since)
    }

    fn sector(&self, place: Place) -> Option<Sector> {
        self.context.network.roster().member(place).sector
    }

    fn term(&self, organization: Place, ends: Day) -> Outcome {
        let Some(found) = self.gaps.terms.found() else {
            return Outcome::Unknown;
        };
        let over = self.context.network.study().is_none_or(|study| ends <= study.as_of);
        match found.iter().any(|term| term.place == organization) {
            true => Outcome::NotSeen,
            // once the term is over nothing rests on it by itself
            false if over => Outcome::Unknown,
            false => Outcome::Seen(Seen::RestsOnNobody(organization), Vec::new()),
        }
    }

    fn filled(&self, role: &str) -> Option<(Seen, Vec<RecordId>)> {
        let role = roles(self.context).into_iter().find(|one| one.name == role)?;
        let seen = Seen::Filled {
            first: *role.members.first()?,
            members: role.members.len(),
        };
        Some((seen, Vec::new()))
    }

    fn provides_alone(&self, about: &[&str]) -> bool {
        let mut found = self.gaps.single_providers.found().into_iter().flatten();
        found.any(|one| ActionKind::is_about(&one.what, about))
    }

    fn payer(&self, payer: Place) -> Outcome {
        let Some(found) = self.gaps.funders.found() else {
            return Outcome::Unknown;
        };
        let first = found.gap(self.context).and_then(|gap| gap.subjects.first().copied());
        let share = found
            .payers
            .iter()
            .find(|one| one.place == payer)
            .map_or(0.0, |one| one.share);
        match first == Some(payer) {
            true => Outcome::NotSeen,
            false => Outcome::Seen(Seen::PayerShare(share), found.records.clone()),
        }
    }

    fn partnered(&self, a: Sector, b: Sector, since: Day) -> Option<(Seen, Vec<RecordId>)> {
        let begun = self.context.network.partnerships().filter(|tie| {
            let sides = (self.sector(tie.source), self.sector(tie.target));
            let across = [(Some(a), Some(b)), (Some(b), Some(a))].contains(&sides);
            across && !tie.planned && tie.period.is_some_and(|period| period.start() >= since)
        });
        let records: Vec<RecordId> = begun
            .map(|tie| self.context.records.partnerships[tie.partnership as usize].id.clone())
            .collect();
        let seen = Seen::Partnered(records.len());
        (!records.is_empty()).then_some((seen, records))
    }

    fn took_part(&self, sector: Sector, component: &str, since: Day) -> Option<(Seen, Vec<RecordId>)> {
        let rows = self.context.network.attendance().iter().filter(|row| {
            let event = self.context.records.event(row.event);
            let begun = row.period.is_some_and(|period| period.start() >= since) && !row.planned;
            begun && event.component.as_deref() == Some(component) && self.sector(row.place) == Some(sector)
        });
        let (mut places, mut records) = (BTreeSet::new(), BTreeSet::new());
        for row in rows {
            places.insert(row.place);
            records.insert(RecordId(self.context.records.event(row.event).id.0.clone()));
        }
        (!places.is_empty()).then(|| (Seen::TookPart(places.len()), records.into_iter().collect()))
    }

    fn tied(&self, members: &[Place], since: Day) -> Option<(Seen, Vec<RecordId>)> {
        let ties = members
            .iter()
            .filter_map(|member| self.worked(*member, since, &|_| true));
        let records: Vec<BTreeSet<RecordId>> = ties.map(|(_, records)| records.into_iter().collect()).collect();
        let seen = Seen::Tied {
            tied: records.len(),
            of: members.len(),
        };
        let all: BTreeSet<RecordId> = records.into_iter().flatten().collect();
        (!all.is_empty()).then(|| (seen, all.into_iter().collect()))
    }

    fn active(&self, member: Place, since: Day) -> Option<(Seen, Vec<RecordId>)> {
        let records = self.context.records;
        let events = self.attended(member, since);
        let events = events.map(|(_, event)| RecordId(records.event(event).id.0.clone()));
        let ties = self.begun(member, since);
        let ties = ties.map(|(_, tie)| records.partnerships[tie.partnership as usize].id.clone());
        let found: BTreeSet<RecordId> = events.chain(ties).collect();
        if !found.is_empty() {
            return Some((Seen::Active(found.len()), found.into_iter().collect()));
        }
        let who = self.context.network.roster().member(member).stakeholder;
        let left = records.stakeholder(who).left?;
        Some((Seen::Left(left.first), Vec::new()))
    }
}
