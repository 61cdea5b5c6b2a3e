//! Which indicators are there? Names, units, layers, which direction is healthy and sources.
//!
//! Report, glossary, data dictionary and docs are made from here; labels, definitions and cautions in each language
//! stand in the message catalogue under `indicator-NAME`, `indicator-NAME-definition` and `indicator-NAME-caution`.

use crate::network::Layer;

/// An indicator of the hub's sustainability, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indicator {
    /// Core members.
    CoreMembers,
    /// Guests.
    Guests,
    /// Members now that were none in the window before.
    Entries,
    /// Members of the window before that are none now.
    Exits,
    /// Share of the members of the window before that are members now.
    Retention,
    /// Share of the guests of the window before that are members now.
    GuestConversion,
    /// Ties over pairs, among members.
    Density,
    /// Mean ties of a member.
    MeanDegree,
    /// Share of ties that join two sectors.
    CrossSectorShare,
    /// Ties that join two sectors, over what their members' activity predicts.
    CrossSectorRatio,
    /// Shannon entropy of members over sectors.
    SectorShannon,
    /// Share of members that stay connected once the operator is taken out.
    ConnectedWithoutOperator,
    /// Share of members that stay connected once the largest event is taken out.
    ConnectedWithoutLargestEvent,
    /// Share of live agreements that end in the twelve months after the window.
    AgreementsEnding,
    /// Live agreements without a recorded end.
    AgreementsWithoutEnd,
    /// Share of the money that ends in the twelve months after the window.
    MoneyEnding,
    /// Share of the money that the top payer pays.
    TopPayerShare,
}

/// Which direction is healthy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Healthy {
    /// Higher is healthier.
    Higher,
    /// Lower is healthier.
    Lower,
    /// Depends on the network's age and aim.
    Depends,
}

/// What is known of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndicatorInfo {
    /// Its exported name.
    pub name: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Its range, as text.
    pub range: &'static str,
    /// Which direction is healthy.
    pub healthy: Healthy,
    /// The layer it is computed on, where it has one.
    pub layer: Option<Layer>,
    /// Author, year and DOI.
    pub source: &'static str,
}

const BURT_2002: &str = "Burt 2002, Bridge decay, doi:10.1016/S0378-8733(02)00017-5";
const WASSERMAN_FAUST: &str = "Wasserman & Faust 1994, Social Network Analysis, doi:10.1017/CBO9780511815478";
const SHANNON: &str = "Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x";
const NEWMAN: &str = "Newman 2003, Mixing patterns in networks, doi:10.1103/PhysRevE.67.026126";
const PROVAN: &str = "Provan & Milward 1995, doi:10.2307/2393698";
const OWN: &str = "hubscope";

impl Indicator {
    /// All indicators, in the order of export.
    pub const ALL: [Self; 17] = [
        Self::CoreMembers,
        Self::Guests,
        Self::Entries,
        Self::Exits,
        Self::Retention,
        Self::GuestConversion,
        Self::Density,
        Self::MeanDegree,
        Self::CrossSectorShare,
        Self::CrossSectorRatio,
        Self::SectorShannon,
        Self::ConnectedWithoutOperator,
        Self::ConnectedWithoutLargestEvent,
        Self::AgreementsEnding,
        Self::AgreementsWithoutEnd,
        Self::MoneyEnding,
        Self::TopPayerShare,
    ];

    /// What is known of it.
    #[must_use]
    pub const fn info(self) -> IndicatorInfo {
        use Healthy::{Depends, Higher, Lower};
        let working = Some(Layer::Working);
        let partnerships = Some(Layer::Partnerships);
        let (name, unit, range, healthy, layer, source) = match self {
            Self::CoreMembers => ("core_members", "members", "0 and up", Higher, None, OWN),
            Self::Guests => ("guests", "guests", "0 and up", Depends, None, OWN),
            Self::Entries => ("entries", "members", "0 and up", Higher, None, OWN),
            Self::Exits => ("exits", "members", "0 and up", Lower, None, OWN),
            Self::Retention => ("retention", "share", "0 to 1", Higher, None, BURT_2002),
            Self::GuestConversion => ("guest_conversion", "share", "0 to 1", Higher, None, OWN),
            Self::Density => ("density", "share", "0 to 1", Depends, working, WASSERMAN_FAUST),
            Self::MeanDegree => ("mean_degree", "ties", "0 and up", Depends, working, WASSERMAN_FAUST),
            Self::CrossSectorShare => ("cross_sector_share", "share", "0 to 1", Depends, working, NEWMAN),
            Self::CrossSectorRatio => ("cross_sector_ratio", "ratio", "0 and up", Higher, working, NEWMAN),
            Self::SectorShannon => ("sector_shannon", "nats", "0 to ln(sectors)", Depends, None, SHANNON),
            Self::ConnectedWithoutOperator => {
                ("connected_without_operator", "share", "0 to 1", Higher, working, PROVAN)
            }
            Self::ConnectedWithoutLargestEvent => (
                "connected_without_largest_event",
                "share",
                "0 to 1",
                Higher,
                working,
                OWN,
            ),
            Self::AgreementsEnding => ("agreements_ending", "share", "0 to 1", Depends, partnerships, OWN),
            Self::AgreementsWithoutEnd => (
                "agreements_without_end",
                "agreements",
                "0 and up",
                Lower,
                partnerships,
                OWN,
            ),
            Self::MoneyEnding => ("money_ending", "share", "0 to 1", Depends, partnerships, OWN),
            Self::TopPayerShare => ("top_payer_share", "share", "0 to 1", Lower, partnerships, OWN),
        };
        IndicatorInfo {
            name,
            unit,
            range,
            healthy,
            layer,
            source,
        }
    }

    /// The indicator of a name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|indicator| indicator.info().name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn every_indicator_has_its_words_in_every_language() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for indicator in Indicator::ALL {
                let name = indicator.info().name;
                for key in [
                    format!("indicator-{name}"),
                    format!("indicator-{name}-definition"),
                    format!("indicator-{name}-caution"),
                ] {
                    assert!(messages.has(&key), "{lang}: {key}");
                }
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let names: std::collections::BTreeSet<_> = Indicator::ALL.iter().map(|one| one.info().name).collect();
        assert_eq!(names.len(), Indicator::ALL.len());
        assert!(
            Indicator::ALL
                .iter()
                .all(|one| Indicator::by_name(one.info().name) == Some(*one))
        );
    }
}
