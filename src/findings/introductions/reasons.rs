//! Which gaps would a pair fill?
//!
//! In: the gaps found, sectors, offers and needs. Out: [`Reasons`], which answers for any pair in a few steps.

use std::collections::{BTreeMap, BTreeSet};

use super::super::goals::Pair;
use super::super::{Context, Gaps};
use super::IntroductionReason;
use crate::metrics::{Components, components};
use crate::network::{Layer, Place};
use crate::records::Sector;

/// What is needed to say which gaps a pair fills.
pub(super) struct Reasons<'a> {
    context: &'a Context<'a>,
    /// Pairs of sectors whose members work together, each in both orders.
    tied: BTreeSet<(Sector, Sector)>,
    /// Pairs of sectors that meet less than expected, in both orders, in the layer that says so first.
    gaps: BTreeMap<(Sector, Sector), Layer>,
    parts: Components,
    offers: BTreeMap<Place, BTreeMap<String, String>>,
    needs: BTreeMap<Place, BTreeMap<String, String>>,
}

impl<'a> Reasons<'a> {
    pub fn new(context: &'a Context<'a>, gaps: &Gaps) -> Self {
        let sector = |place: Place| context.network.roster().member(place).sector;
        let places = context.working.places();
        let mut tied = BTreeSet::new();
        for (a, b, _) in context.working.pairs() {
            if let (Some(one), Some(other)) = (sector(places[a.at()]), sector(places[b.at()])) {
                tied.extend([(one, other), (other, one)]);
            }
        }
        let mut called: BTreeMap<(Sector, Sector), Layer> = BTreeMap::new();
        for matrix in gaps.sectors.found() {
            for cell in matrix.gaps() {
                called.entry((cell.a, cell.b)).or_insert(matrix.layer);
                called.entry((cell.b, cell.a)).or_insert(matrix.layer);
            }
        }
        let (mut offers, mut needs): (BTreeMap<_, BTreeMap<_, _>>, BTreeMap<_, BTreeMap<_, _>>) = Default::default();
        for (stakeholder, place) in context
            .records
            .stakeholders
            .iter()
            .zip(&context.network.roster().place_of)
        {
            let lists = [(&stakeholder.offers, &mut offers), (&stakeholder.needs, &mut needs)];
            for (texts, of_place) in lists {
                for text in texts {
                    let folded = text.trim().to_lowercase();
                    of_place
                        .entry(*place)
                        .or_default()
                        .entry(folded)
                        .or_insert_with(|| text.to_string());
                }
            }
        }
        Self {
            parts: components(context.working),
            context,
            tied,
            gaps: called,
            offers,
            needs,
        }
    }

    /// The gaps that a pair would fill, what is its own before what it shares with others of its sectors.
    pub fn gaps_filled(&self, pair: Pair) -> Vec<IntroductionReason> {
        let needs = [self.of_needs(pair.a, pair.b), self.of_needs(pair.b, pair.a)];
        let found = needs.into_iter().chain([self.of_parts(pair), self.of_sectors(pair)]);
        found.flatten().collect()
    }

    /// An empty cell where both sectors have members with ties elsewhere or not at all; else a gap that was tested.
    fn of_sectors(&self, pair: Pair) -> Option<IntroductionReason> {
        let sector = |place: Place| self.context.network.roster().member(place).sector;
        let (one, other) = (sector(pair.a)?, sector(pair.b)?);
        let named = ![one, other].contains(&Sector::Other);
        if named && one != other && !self.tied.contains(&(one, other)) {
            return Some(IntroductionReason::EmptyCell(one.min(other), one.max(other)));
        }
        let layer = self.gaps.get(&(one, other))?;
        Some(IntroductionReason::SectorGap(one.min(other), one.max(other), *layer))
    }

    fn of_parts(&self, pair: Pair) -> Option<IntroductionReason> {
        let working = self.context.working;
        let (a, b) = (working.node_at(pair.a)?, working.node_at(pair.b)?);
        for (node, place) in [(a, pair.a), (b, pair.b)] {
            if working.degree(node) == 0 {
                return Some(IntroductionReason::WithoutTies(place));
            }
        }
        (self.parts.of[a.at()] != self.parts.of[b.at()]).then_some(IntroductionReason::SeparateParts)
    }

    /// The first of the texts that the one offers and the other needs.
    fn of_needs(&self, offers: Place, needs: Place) -> Option<IntroductionReason> {
        let (offered, needed) = (self.offers.get(&offers)?, self.needs.get(&needs)?);
        let what = needed.keys().find_map(|text| offered.get(text))?;
        Some(IntroductionReason::OfferMeetsNeed {
            offers,
            needs,
            what: what.clone(),
        })
    }
}
