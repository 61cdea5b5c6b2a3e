//! How is a gap said? Who or what it is about, what the records show and what to do, in the reader's language.
//!
//! In: a [`Gap`] and how names and texts are written. Out: [`GapWords`], the same in table, chart and report.

use crate::analysis::naming::Naming;
use crate::findings::gaps::{About, Gap, GapKind};
use crate::messages::{Arg, Messages};
use crate::network::Place;
use crate::records::Sector;

/// Names of a list that are said; the rest is counted.
const NAMED: usize = 3;

/// How names and texts are written.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    /// The catalogue of the reader's language.
    pub messages: &'a Messages,
    /// What a place of the roster is called.
    pub name: &'a dyn Fn(Place) -> String,
    /// A recorded text, with every person's name withheld.
    pub text: &'a dyn Fn(&str) -> String,
}

/// A gap in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapWords {
    /// Who or what.
    pub who: String,
    /// What the records show.
    pub why: String,
    /// What to do.
    pub todo: String,
}

impl GapWords {
    /// A gap as one edition writes it.
    #[must_use]
    pub fn of(gap: &Gap, naming: &Naming, messages: &Messages) -> Self {
        Self::said(
            gap,
            Speech {
                messages,
                name: &|place| naming.place(place).to_owned(),
                text: &|text| naming.text(text),
            },
        )
    }

    /// The same where names and texts are written otherwise.
    #[must_use]
    pub fn said(gap: &Gap, speech: Speech<'_>) -> Self {
        let messages = speech.messages;
        let names = |places: &[Place]| -> String {
            // a list of thousands is not named to say three of them
            let said: Vec<String> = places
                .iter()
                .take(NAMED + 1)
                .map(|place| (speech.name)(*place))
                .collect();
            listed(&said, places.len(), NAMED, messages)
        };
        let mut args: Vec<(&str, Arg)> = vec![
            ("names", names(&gap.subjects).into()),
            ("others", names(&gap.others).into()),
        ];
        args.extend(gap.about.as_ref().map(|about| ("about", speech.about(about).into())));
        args.extend(
            gap.evidence
                .iter()
                .map(|(name, value)| (*name, speech.value(name, *value))),
        );
        Self {
            who: speech.who(gap, &names),
            why: messages.say(&format!("gap-why-{}", gap.reading), &args),
            todo: messages.say(&format!("gap-do-{}", gap.reading), &args),
        }
    }
}

impl Speech<'_> {
    fn who(self, gap: &Gap, names: &dyn Fn(&[Place]) -> String) -> String {
        let sectors: Vec<String> = gap.sectors.iter().map(|sector| self.sector(*sector)).collect();
        let about = || gap.about.as_ref().map(|about| self.about(about)).unwrap_or_default();
        let pair = |key: &str, a: String, b: String| self.messages.say(key, &[("a", a.into()), ("b", b.into())]);
        let subject = |at: usize| {
            gap.subjects
                .get(at)
                .map(|place| (self.name)(*place))
                .unwrap_or_default()
        };
        let said = match gap.kind {
            GapKind::SectorGap => match sectors.as_slice() {
                [a, b] => pair("gap-who-pair", a.clone(), b.clone()),
                _ => self.messages.say("gap-who-within", &[("a", sectors.concat().into())]),
            },
            GapKind::MissingSector => about(),
            GapKind::SingleProvider if gap.about.is_some() => about(),
            GapKind::SingleProvider => sectors.concat(),
            GapKind::AgreementCliff => self.messages.say("gap-who-quarter", &[("day", about().into())]),
            GapKind::UncoveredComponent => {
                let who = gap
                    .city
                    .as_ref()
                    .map_or_else(|| sectors.concat(), |city| (self.text)(city));
                let parts = [("who", capital(&who).into()), ("component", about().into())];
                self.messages.say("gap-who-component", &parts)
            }
            GapKind::StructuralHole => pair("gap-who-groups", subject(0), subject(1)),
            GapKind::FragileBridge if gap.subjects.len() == 2 => pair("gap-who-pair", subject(0), subject(1)),
            _ => names(&gap.subjects),
        };
        capital(&said)
    }

    fn sector(self, sector: Sector) -> String {
        self.messages.word(&format!("sector-{}", sector.name()))
    }

    /// What else a gap is about: the catalogue's word where it has one, else as recorded.
    fn about(self, about: &About) -> String {
        let word = |group: &str, text: &String| {
            let key = format!("{group}-{text}");
            match self.messages.has(&key) {
                true => self.messages.word(&key),
                false => (self.text)(text),
            }
        };
        match about {
            About::Recorded(text) => (self.text)(text),
            About::Component(text) => word("component", text),
            About::Role(text) => word("role", text),
            About::Quarter(day) => self.messages.day(*day),
        }
    }

    /// One measure: shares as percentages, probabilities with three decimals, whole numbers whole, others with one.
    fn value(self, name: &str, value: f64) -> Arg {
        let whole = (value - value.round()).abs() <= 1e-9;
        match name {
            "p" | "q" if value < 0.001 => {
                let least = self.messages.number(0.001, 3);
                self.messages.say("report-under", &[("value", least.into())]).into()
            }
            "p" | "q" => self.messages.number(value, 3).into(),
            _ if name.ends_with("share") || name == "stability" => Arg::Percent(value),
            _ if whole && name != "expected" => Arg::Count(value.round() as i64),
            _ => Arg::Decimal(value, 1),
        }
    }
}

/// `A, B and C`; of more than `most`, `A, B and 7 others`. `items` may be cut off beyond those that are said.
#[must_use]
pub fn listed(items: &[String], all: usize, most: usize, messages: &Messages) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        _ if all > most => {
            let said = most.min(items.len());
            let list = items[..said].join(", ").into();
            messages.say("report-others", &[("list", list), ("more", (all - said).into())])
        }
        [first @ .., last] => {
            let parts = [("list", first.join(", ").into()), ("last", last.as_str().into())];
            messages.say("report-and", &parts)
        }
    }
}

/// The text with its first letter as a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.map(|first| first.chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::gaps::{Certainty, Severity};
    use crate::messages::Lang;
    use crate::network::Layer;
    use crate::records::Sector;
    use crate::time::Day;

    /// Every reading with the evidence that its finder gives.
    #[allow(clippy::too_many_lines)]
    fn every() -> Vec<Gap> {
        let day = Day::from_ymd(2025, 3, 31).expect("a day");
        let about = |text: &str| Some(About::Recorded(text.to_owned()));
        let component = || Some(About::Component("competition".to_owned()));
        let sectors = || vec![Sector::Government, Sector::Business];
        let of = |kind, reading, evidence: &[(&'static str, f64)]| Gap {
            kind,
            reading,
            severity: Severity::High,
            subjects: vec![Place(0), Place(1)],
            others: (2..9).map(Place).collect(),
            sectors: Vec::new(),
            city: None,
            about: None,
            layer: Layer::Working,
            window: "2024".into(),
            evidence: evidence.to_vec(),
            certainty: Certainty::Recorded,
            records: Vec::new(),
        };
        let tested = [("observed", 3.5), ("expected", 9.0), ("p", 0.0001), ("q", 0.0002)];
        let within = |reading| Gap {
            sectors: vec![Sector::Business],
            ..of(GapKind::SectorGap, reading, &tested)
        };
        let between = |reading| Gap {
            sectors: sectors(),
            ..of(GapKind::SectorGap, reading, &tested)
        };
        let role = |reading, members: f64| Gap {
            about: Some(About::Role("knowledge".into())),
            ..of(GapKind::MissingSector, reading, &[("members", members)])
        };
        let single = |reading, about| Gap {
            about,
            sectors: vec![Sector::Funder],
            ..of(
                GapKind::SingleProvider,
                reading,
                &[("providers", 1.0), ("dependents", 4.0)],
            )
        };
        vec![
            between("sector_gap"),
            within("sector_gap_within"),
            between("sector_gap_events"),
            within("sector_gap_events_within"),
            role("missing_role", 0.0),
            role("untied_role", 1.0),
            role("untied_role", 3.0),
            of(GapKind::Isolated, "isolated_absent", &[("participations", 0.0)]),
            of(GapKind::Isolated, "isolated_present", &[("participations", 2.0)]),
            of(
                GapKind::Fading,
                "fading",
                &[("activity_now", 0.0), ("activity_usual", 9.5), ("q", 0.01)],
            ),
            of(
                GapKind::Lapsed,
                "lapsed",
                &[
                    ("months_active", 9.0),
                    ("months_between", 20.0),
                    ("months_silent", 14.0),
                    ("q", 0.01),
                ],
            ),
            of(
                GapKind::FragileBridge,
                "fragile_member",
                &[("stranded", 7.0), ("stability", 0.9)],
            ),
            of(GapKind::FragileBridge, "fragile_tie", &[("stranded", 7.0)]),
            single("single_function", about("legal advice")),
            single("single_topic", about("water")),
            single("single_offer", about("lab")),
            single("single_offer_unasked", about("lab")),
            single("unmet_need", about("money")),
            single("single_sector", None),
            of(
                GapKind::FunderDependence,
                "funder_dependence",
                &[
                    ("payer_share", 0.61),
                    ("hhi", 0.46),
                    ("effective_payers", 2.17),
                    ("payers", 3.0),
                ],
            ),
            Gap {
                about: Some(About::Quarter(day)),
                ..of(
                    GapKind::AgreementCliff,
                    "agreement_cliff",
                    &[
                        ("ending", 4.0),
                        ("live", 9.0),
                        ("ending_share", 0.44),
                        ("assumed", 1.0),
                        ("left_without", 1.0),
                    ],
                )
            },
            Gap {
                about: Some(About::Quarter(day)),
                ..of(
                    GapKind::TermExposure,
                    "term_exposure",
                    &[
                        ("ending_terms", 1.0),
                        ("resting", 4.0),
                        ("of", 6.0),
                        ("resting_share", 0.66),
                    ],
                )
            },
            Gap {
                sectors: vec![Sector::Academia],
                about: component(),
                ..of(
                    GapKind::UncoveredComponent,
                    "uncovered_sector",
                    &[("participants", 0.0), ("events", 2.0)],
                )
            },
            Gap {
                city: Some("Lota".into()),
                about: component(),
                ..of(
                    GapKind::UncoveredComponent,
                    "uncovered_city",
                    &[("events", 1.0), ("members", 4.0)],
                )
            },
            of(
                GapKind::StructuralHole,
                "hole_open",
                &[("members_a", 12.0), ("members_b", 8.0)],
            ),
            of(
                GapKind::StructuralHole,
                "hole_one",
                &[("members_a", 12.0), ("members_b", 8.0)],
            ),
        ]
    }

    #[test]
    fn every_reading_is_said_whole_in_each_language() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let speech = Speech {
                messages: &messages,
                name: &|place| format!("Org {}", place.0),
                text: &str::to_owned,
            };
            for gap in every() {
                let words = GapWords::said(&gap, speech);
                for said in [&words.who, &words.why, &words.todo] {
                    let whole = !said.is_empty() && !said.contains(['{', '$']) && !said.contains("gap-");
                    assert!(whole, "{lang} {}: {said}", gap.reading);
                }
                let kind = gap.kind.name();
                for key in [
                    format!("gap-{kind}"),
                    format!("gap-rule-{kind}"),
                    format!("gap-none-{kind}"),
                ] {
                    assert!(messages.has(&key), "{lang} {key}");
                }
            }
        }
    }

    #[test]
    fn lists_are_cut_where_they_are_long() {
        let messages = Messages::new(Lang::En);
        let items: Vec<String> = ["a", "b", "c", "d"].map(String::from).into();
        assert_eq!(listed(&items[..2], 2, 3, &messages), "a and b");
        assert_eq!(listed(&items[..3], 3, 3, &messages), "a, b and c");
        assert_eq!(listed(&items, 9, 3, &messages), "a, b, c and 6 others");
    }

    #[test]
    fn a_gap_in_english_reads_as_one_would_say_it() {
        let messages = Messages::new(Lang::En);
        let speech = Speech {
            messages: &messages,
            name: &|place| format!("Org {}", place.0),
            text: &str::to_owned,
        };
        let said: Vec<GapWords> = every().iter().map(|gap| GapWords::said(gap, speech)).collect();
        assert_eq!(said[0].who, "Government and business");
        assert_eq!(
            said[0].why,
            "3.5 of 9.0 expected partnerships between them; fewer than chance explains (q: under 0.001)."
        );
        assert_eq!(
            said[12].why,
            "7 members would be cut off without this tie: Org 2, Org 3, Org 4 and 4 others."
        );
        assert_eq!(said[20].who, "Quarter to 31 March 2025");
    }
}
