# whom to introduce to whom, and by whom

# why two should meet, as parts of a list
introduction-reason-empty_cell = nobody from { $a } works with anybody from { $b } yet
introduction-reason-sector_gap = { $a } and { $b } meet less than their activity predicts ({ $layer })
introduction-reason-sector_gap_within = members from { $a } meet each other less than their activity predicts ({ $layer })
introduction-reason-without_ties = { $member } works with nobody yet
introduction-reason-separate_parts = nothing joins the two parts of the network in which they stand
introduction-reason-offer_meets_need = { $offers } offers what { $needs } needs: { $what }
introduction-reason-common_partners = { $count ->
    [one] one member works with both
   *[other] { $count } members work with both
 }
introduction-reason-shared_events = { $count ->
    [one] both came to the same event
   *[other] both came to { $count } events
 }
introduction-layer-partnerships = partnerships
introduction-layer-participations = shared events

# what it would bring
introduction-effect-coverage = sectors joined +{ $points } points
introduction-effect-fragmentation = pairs that cannot reach each other −{ $points } points
introduction-effect-reach = members within two steps +{ $points } points
introduction-one_in = { $count } in { $of }

# how pairs are ranked
ranker-random = at random
ranker-preferential_attachment = number of partners of both (preferential attachment)
ranker-common_partners = common partners
ranker-adamic_adar = common partners, those with few partners more (Adamic-Adar)
ranker-resource_allocation = common partners, each by one over its partners (resource allocation)
ranker-weighted_common_partners = common partners by strength of ties
ranker-weighted_resource_allocation = resource allocation by strength of ties
ranker-local_path = walks of two and three steps (local path)
ranker-katz = walks of any length (Katz)
ranker-learned = learned from earlier pairs

# the section
introductions-title = Whom to introduce to whom
introductions-lead = { $count ->
    [one] One introduction would fill a gap and is unlikely to come about alone; beside it stands who knows both.
   *[other] { $count } introductions would fill a gap and are unlikely to come about alone; beside each stands who knows both.
 }
introductions-lead-none = No pair of members was found that would fill a named gap, never worked together, and has someone who knows both.
introductions-needed = Needed, and unlikely to come about alone
introductions-column-whom = Introduce
introductions-column-to = To
introductions-column-by = Who knows both
introductions-column-why = Why
introductions-column-brings = What it would bring
introductions-column-one = One
introductions-column-other = The other
introductions-points = Points are percentage points. Sectors joined: pairs of sectors across which a member works with another. Within two steps: partners, and partners of partners.
introductions-notice = § An official would meet a private party: { $notice }
introductions-notice-none = § An official would meet a private party. No notice for such meetings is declared ("notice" under [introductions] in hub.toml); where there is a lobbying register, it applies.
introductions-likely = Likely anyway: do nothing
introductions-likely-text = These pairs are so close that they are likely to meet without help. Of the { $pairs } pairs ranked like this { $window }, { $share } later worked together unaided, as far as the records show (so few pairs could as well stand for { $low } to { $high }); of all pairs that never had, { $all }.
introductions-beyond-text = Of pairs ranked like those in the first list { $window }, { $share } later worked together unaided: they need someone to introduce them.
introductions-beaten = These are chosen only by the gaps they would fill. On earlier records the learned ranking found no more than counting common partners does, so no pair is called likely to meet anyway.
introductions-untested = These are chosen only by the gaps they would fill: how such rankings did before cannot be said. { $lacking }
introductions-rankers = How such rankings did before
introductions-rankers-note = Pairs were ranked by the working ties { $ranked } and looked up { $came }: { $new } of { $candidates } pairs of members who had never worked together then did. The learned ranking combines the others; it was fitted to what came after { $learned }, never to the time it is tested on. AUC: how often a pair that came true stands above one that did not (0.5 by chance). Average precision: how close to the front the pairs that came true stand (1 if all stand in front). Of the first 20, of the first 100: how many of these came true. Pairs that rank equal are counted together; a row without figures would have taken too long. Unaided: the records do not say who introduced whom.
introductions-column-ranker = Ranked by
introductions-column-auc = AUC
introductions-column-precision = Average precision
introductions-column-first_20 = Of the first 20
introductions-column-first_100 = Of the first 100
introductions-never = Never proposed: a juror with a competitor of the same event, a buyer with a bidder while the call is open, pairs under "avoid" in hub.toml, and the hub itself.
introductions-never-count = { $count ->
    [one] One pair that would have been listed is never proposed
   *[other] { $count } pairs that would have been considered are never proposed
 }: a juror with a competitor of the same event, a buyer with a bidder while the call is open, or pairs under "avoid" in hub.toml.
introductions-followed = Pairs whose only common partners have more than { $partners } partners were not looked at: there are too many.
introductions-unknown = Under "avoid" in hub.toml stand ids that no stakeholder has: { $ids }.

# the chart
chart-introductions-title = { $count ->
    [one] One introduction that fills a gap, and who can make it
   *[other] { $count } introductions that fill a gap, and who can make them
 }
chart-introductions-subtitle = Members who never worked together · on the line: who knows both · { $window }
chart-introductions-description = { $count ->
    [one] One pair of members, joined by a dashed line that bears the name of whoever knows both, with the reason below.
   *[other] { $count } pairs of members, each joined by a dashed line that bears the name of whoever knows both, with the reason below.
 }
chart-introductions-note = Most gaps filled first, then most members brought within two steps; at most two pairs with the same member.
chart-column-member_a = one member
chart-column-member_b = the other
chart-column-introducer = who knows both
chart-column-why = why they should meet

# the tables
table-introductions-list = likely_anyway (do nothing) or needed (fills a gap, unlikely to come about alone)
table-introductions-id_a = one member
table-introductions-name_a = its name
table-introductions-id_b = the other
table-introductions-name_b = its name
table-introductions-introducer_id = who could introduce them: works with both, the weaker of the two ties being the strongest there is; where nobody does, met the one at an event and works with the other
table-introductions-introducer = its name
table-introductions-reasons = reasons: empty_cell, sector_gap, without_ties, separate_parts, offer_meets_need (gaps), common_partners, shared_events
table-introductions-why = the reasons in words
table-introductions-coverage_effect = by how much the tie would raise the share of members and other sectors of the template that are tied
table-introductions-fragmentation_effect = by how much it would lower the share of pairs that cannot reach each other
table-introductions-reach_effect = by how much it would raise the share of members within two steps of each other
table-introductions-rank = place in the learned ranking of pairs two steps apart; empty where there is none
table-introductions-ranked_alike = share of pairs ranked alike in the window before that later worked together; empty where the ranking is not believed
table-introductions-notice = whether an official would meet a private party, so that the declared notice goes with it
table-introductions-records = ids of the records it rests on
table-introduction_rankers-ranker = how pairs were ranked
table-introduction_rankers-candidates = pairs of members who had never worked together
table-introduction_rankers-new_ties = how many of them did in the window after
table-introduction_rankers-auc = probability that a pair that came true stands above one that did not; empty where the ranking would have taken too long
table-introduction_rankers-average_precision = mean precision at the pairs that came true; those that rank equal enter at once
table-introduction_rankers-first_10 = share of the first 10 that came true; equals at the border count by their share
table-introduction_rankers-first_20 = the same of the first 20
table-introduction_rankers-first_50 = the same of the first 50
table-introduction_rankers-first_100 = the same of the first 100
table-introduction_rankers-first_1000 = the same of the first 1,000
table-introduction_rankers-first_10000 = the same of the first 10,000

# which record is missing
lacking-few-new_ties = Too few pairs of members began to work together from one window to the next: { $found } of the { $needed } needed.
lacking-span-introductions = The records do not reach back over two more windows of this length: this answer comes with time.
lacking-span-introductions_size = The hub has too many working ties to replay its past.
lacking-span-introductions_fit = No ranking could be learned from what became of earlier pairs.

# the private page
people-introducers-title = Whom to ask for an introduction
people-introducers-text = Of each organisation that could introduce two others, the person who was at most events with them. Ask; do not assume.
people-introducers-line = { $a } and { $b }: { $person } ({ $introducer })
