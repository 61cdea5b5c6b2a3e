//! How does one tell a coordinator why two should meet, and how often such pairs met before?
//!
//! In: a reason or a share, ways to name members and to show recorded texts, a language. Out: sentences, the same in
//! report, chart and table.

use super::{Effects, Introduction, IntroductionReason};
use crate::messages::{Arg, Messages};
use crate::network::Place;
use crate::records::Sector;

/// How members and recorded texts are shown: the caller decides whether persons are named.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What a member is called.
    pub name: &'a dyn Fn(Place) -> String,
    /// A recorded text.
    pub text: &'a dyn Fn(&str) -> String,
    /// The catalogue of the reader's language.
    pub messages: &'a Messages,
}

impl Telling<'_> {
    fn sector(&self, sector: Sector) -> Arg {
        self.messages.word(&format!("sector-{}", sector.name())).into()
    }
}

impl IntroductionReason {
    /// The reason in words, as part of a list.
    #[must_use]
    pub fn words(&self, telling: &Telling<'_>) -> String {
        let key = format!("introduction-reason-{}", self.name());
        let args: Vec<(&str, Arg)> = match self {
            Self::EmptyCell(a, b) => vec![("a", telling.sector(*a)), ("b", telling.sector(*b))],
            Self::SectorGap(a, b, layer) => {
                let layer = telling.messages.word(&format!("introduction-layer-{}", layer.name()));
                if a == b {
                    let args = [("a", telling.sector(*a)), ("layer", layer.into())];
                    return telling.messages.say("introduction-reason-sector_gap_within", &args);
                }
                vec![
                    ("a", telling.sector(*a)),
                    ("b", telling.sector(*b)),
                    ("layer", layer.into()),
                ]
            }
            Self::WithoutTies(place) => vec![("member", (telling.name)(*place).into())],
            Self::SeparateParts => Vec::new(),
            Self::OfferMeetsNeed { offers, needs, what } => vec![
                ("offers", (telling.name)(*offers).into()),
                ("needs", (telling.name)(*needs).into()),
                ("what", (telling.text)(what).into()),
            ],
            Self::CommonPartners(count) | Self::SharedEvents(count) => vec![("count", (*count).into())],
        };
        telling.messages.say(&key, &args)
    }
}

impl Introduction {
    /// Why, in one line: gaps first.
    #[must_use]
    pub fn why(&self, telling: &Telling<'_>) -> String {
        let reasons: Vec<String> = self.reasons.iter().map(|reason| reason.words(telling)).collect();
        capital(&reasons.join("; "))
    }

    /// The first of the reasons: what is the pair's own.
    #[must_use]
    pub fn first_reason(&self, telling: &Telling<'_>) -> String {
        let first = self.reasons.first().map(|reason| reason.words(telling));
        capital(&first.unwrap_or_default())
    }
}

impl Effects {
    /// What the tie would bring, in one line; empty where it brings nothing that is counted.
    #[must_use]
    pub fn words(&self, messages: &Messages) -> String {
        let effects = [
            ("coverage", self.coverage),
            ("fragmentation", self.fragmentation),
            ("reach", self.reach),
        ];
        let told = effects.into_iter().filter_map(|(name, effect)| {
            let effect = effect.filter(|effect| *effect > 0.0)?;
            let points = messages.number(effect * 100.0, 2);
            Some(messages.say(&format!("introduction-effect-{name}"), &[("points", points.into())]))
        });
        told.collect::<Vec<String>>().join("; ")
    }
}

/// With its first letter as a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A share as people say it: 3 in 10, 4 in 100, 2 in 1,000 and so on; the first power of ten that leaves two or more.
#[must_use]
pub fn one_in(share: f64, messages: &Messages) -> String {
    let powers = || (1..=6).map(|power| 10.0_f64.powi(power));
    let of = powers().find(|of| share * of >= 1.5).unwrap_or(1000.0);
    let count = (share * of).round();
    let args = [
        ("count", messages.number(count, 0).into()),
        ("of", messages.number(of, 0).into()),
    ];
    messages.say("introduction-one_in", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::network::Layer;

    #[test]
    fn every_reason_has_a_sentence_in_each_language() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let telling = Telling {
                name: &|place| format!("member {}", place.0),
                text: &str::to_owned,
                messages: &messages,
            };
            let (a, b) = (Sector::Government, Sector::CivilSociety);
            let reasons = [
                IntroductionReason::EmptyCell(a, b),
                IntroductionReason::SectorGap(a, b, Layer::Partnerships),
                IntroductionReason::SectorGap(a, a, Layer::Participations),
                IntroductionReason::WithoutTies(Place(3)),
                IntroductionReason::SeparateParts,
                IntroductionReason::OfferMeetsNeed {
                    offers: Place(1),
                    needs: Place(2),
                    what: "water".into(),
                },
                IntroductionReason::CommonPartners(1),
                IntroductionReason::SharedEvents(2),
            ];
            for reason in reasons {
                let words = reason.words(&telling);
                assert!(
                    !words.contains(['{', '$']) && !words.starts_with("introduction-"),
                    "{words}"
                );
            }
            let effects = Effects {
                coverage: Some(0.01),
                fragmentation: Some(0.0),
                reach: Some(0.002),
            };
            let words = effects.words(&messages);
            assert!(
                words.matches(';').count() == 1 && !words.contains(['{', '$']),
                "{words}"
            );
        }
    }

    #[test]
    fn shares_are_told_as_people_say_them() {
        let messages = Messages::new(Lang::En);
        let told = |share| one_in(share, &messages);
        assert_eq!(
            [told(0.31), told(0.04), told(0.00035), told(1.0), told(0.0)],
            ["3 in 10", "4 in 100", "4 in 10,000", "10 in 10", "0 in 1,000"]
        );
    }
}
