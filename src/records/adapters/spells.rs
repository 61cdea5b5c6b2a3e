//! When did a node or tie of a graph file live?
//!
//! In: the stretches of time that the file gives, as dates, years or mere numbers. Out: columns of dates where they
//! are dates or years, one row per stretch of a tie; numbers that are no years stand beside it as they are.

use super::graph::Tie;
use super::markup::Element;

/// A stretch of time as written; both ends empty where the file sets no limit.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Spell {
    start: String,
    end: String,
}

impl Spell {
    /// From two ends as written.
    pub(super) fn new(start: &str, end: &str) -> Self {
        let told = |text: &str| match text.trim() {
            "*" | "-Infinity" | "Infinity" | "-INF" | "INF" => String::new(),
            text => text.to_owned(),
        };
        Self {
            start: told(start),
            end: told(end),
        }
    }

    /// From the attributes of an element; an end that is not included is written so in older versions.
    pub(super) fn of(element: &Element) -> Self {
        let first = |names: [&str; 3]| {
            names
                .into_iter()
                .find_map(|name| element.get(name))
                .unwrap_or_default()
                .to_owned()
        };
        Self::new(
            &first(["start", "startopen", "timestamp"]),
            &first(["end", "endopen", "timestamp"]),
        )
    }

    /// From the short form `<[2009-03-01, 2009-03-10]; [2010-01-01, 2010-02-01]>`.
    pub(super) fn intervals(text: &str) -> Vec<Self> {
        let bare = text.trim().trim_start_matches('<').trim_end_matches('>');
        let pairs = bare.split(';').filter_map(|pair| {
            let pair = pair.trim().trim_matches(|c| matches!(c, '[' | ']' | '(' | ')'));
            pair.split_once(',')
        });
        pairs.map(|(start, end)| Self::new(start, end)).collect()
    }

    /// From the short form `<[2009-03-01, 2010-01-01]>` of moments.
    pub(super) fn moments(text: &str) -> Vec<Self> {
        let bare = text.trim().trim_matches(|c| matches!(c, '<' | '>' | '[' | ']'));
        let moments = bare.split([',', ';']).filter(|moment| !moment.trim().is_empty());
        moments.map(|moment| Self::new(moment, moment)).collect()
    }

    /// Whether the file sets no limit.
    pub(super) fn is_always(&self) -> bool {
        self.start.is_empty() && self.end.is_empty()
    }

    /// A number that orders stretches by their start, those without one first.
    pub(super) fn start_key(&self) -> f64 {
        number(&self.start).unwrap_or_else(|| {
            let digits: String = self.start.chars().filter(char::is_ascii_digit).take(14).collect();
            format!("{digits:0<14}").parse().unwrap_or(f64::NEG_INFINITY)
        })
    }

    fn ends(&self) -> impl Iterator<Item = &str> {
        [self.start.as_str(), &self.end]
            .into_iter()
            .filter(|end| !end.is_empty())
    }
}

/// How the times of a file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spells {
    /// As dates, with or without a time of day.
    Dates,
    /// As years.
    Years,
    /// As numbers that say nothing of a calendar.
    Numbers,
}

impl Spells {
    /// Decides from all times of a file: years only where every one of them can be one.
    pub(super) fn of<'a>(spells: impl Iterator<Item = &'a Spell> + Clone) -> Self {
        let ends = spells.flat_map(Spell::ends);
        let mut numbers = ends.filter_map(number).peekable();
        if numbers.peek().is_none() {
            Self::Dates
        } else if numbers.all(|number| (1800.0..=2200.0).contains(&number) && number.fract().abs() < f64::EPSILON) {
            Self::Years
        } else {
            Self::Numbers
        }
    }

    /// When a node came and left: the begin of its first stretch and the end of its last.
    pub(super) fn membership(self, spells: &[Spell], cells: &mut Vec<(String, String)>) {
        let key = |a: &&Spell, b: &&Spell| a.start_key().total_cmp(&b.start_key());
        if let Some(first) = spells.iter().min_by(key) {
            self.put(cells, self.column("joined", "time_from"), &first.start);
        }
        if let Some(last) = spells.iter().max_by(key) {
            self.put(cells, self.column("left", "time_until"), &last.end);
        }
    }

    /// The tie once for each stretch, with its dates.
    pub(super) fn repeat(self, tie: &Tie, spells: &[Spell]) -> Vec<Tie> {
        if spells.is_empty() {
            return vec![tie.clone()];
        }
        self.number(spells.iter().map(|spell| (tie.clone(), spell.clone())).collect())
    }

    /// Dates the ties, and tells apart by a number those that come of one.
    pub(super) fn number(self, ties: Vec<(Tie, Spell)>) -> Vec<Tie> {
        let several = ties.len() > 1;
        let dated = ties.into_iter().enumerate().map(|(place, (mut tie, spell))| {
            self.put(&mut tie.cells, self.column("start", "time_from"), &spell.start);
            self.put(&mut tie.cells, self.column("end", "time_until"), &spell.end);
            tie.id = tie
                .id
                .map(|id| if several { format!("{id}/{}", place + 1) } else { id });
            tie
        });
        dated.collect()
    }

    /// Under which attribute an end stands: a number of no calendar is no date.
    const fn column(self, dated: &'static str, bare: &'static str) -> &'static str {
        match self {
            Self::Dates | Self::Years => dated,
            Self::Numbers => bare,
        }
    }

    fn put(self, cells: &mut Vec<(String, String)>, name: &str, end: &str) {
        let said = match self {
            Self::Years => number(end).map_or_else(|| end.to_owned(), |year| format!("{year:.0}")),
            Self::Dates | Self::Numbers => end.to_owned(),
        };
        // what an attribute of that name says stays
        if !said.is_empty() && !cells.iter().any(|(known, _)| known == name) {
            cells.push((name.to_owned(), said));
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(spells: &[(&str, &str)]) -> Spells {
        let spells: Vec<Spell> = spells.iter().map(|(start, end)| Spell::new(start, end)).collect();
        Spells::of(spells.iter())
    }

    #[test]
    fn numbers_are_years_only_where_all_can_be() {
        assert_eq!(clock(&[("2019", "2021"), ("2020.0", "")]), Spells::Years);
        assert_eq!(clock(&[("2019", "2021"), ("3", "")]), Spells::Numbers);
        assert_eq!(clock(&[("2019.5", "2021")]), Spells::Numbers);
        assert_eq!(
            clock(&[("2019-03-01", "2021-01-01T10:00:00"), ("-Infinity", "*")]),
            Spells::Dates
        );
    }

    #[test]
    fn the_short_forms_list_stretches_and_moments() {
        assert_eq!(
            Spell::intervals("<[2009-03-01, 2009-03-10]; [2010-01-01, 2010-02-01)>"),
            [
                Spell::new("2009-03-01", "2009-03-10"),
                Spell::new("2010-01-01", "2010-02-01")
            ]
        );
        assert_eq!(Spell::moments("<[1, 2, 5]>").len(), 3);
    }
}
