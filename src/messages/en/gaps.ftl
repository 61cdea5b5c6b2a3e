# gaps: kinds as headings
gap-sector_gap = Sectors that meet less than expected
gap-missing_sector = Roles that nobody fills, or nobody tied to the others
gap-isolated = Members without a working tie
gap-fading = Members less active than before
gap-lapsed = Gone without a goodbye
gap-fragile_bridge = The only link that others have
gap-single_provider = What one member alone provides
gap-funder_dependence = Money that rests on few payers
gap-agreement_cliff = Agreements that end, by quarter
gap-term_exposure = What rests on terms that end
gap-uncovered_component = Parts of the method never taken part in
gap-structural_hole = Groups that hardly meet

# gaps: what is listed, in which order, and when it is urgent
gap-rule-sector_gap = Pairs of sectors that meet less than their members' activity predicts, the furthest below first. Urgent: less than half of what is expected.
gap-rule-missing_sector = Roles of the template "{ $template }" without a member (urgent), then those of whom nobody has a working tie to a member outside the role.
gap-rule-isolated = Members with no agreement in force who { $window } shared with nobody two events, or one event of at most eight participants. The most active stand first: those who came to something can be met there.
gap-rule-fading = Members whose activity { $window } is below their own earlier years by more than chance explains (q, the share of false alarms that a list reaching this far would hold, is at most 5%). Urgent: under a quarter is left.
gap-rule-lapsed = Those with no record { $window } and no recorded leave, absent for longer than their own earlier pauses explain (q, the share of false alarms that a list reaching this far would hold, is at most 5%). Urgent: absent for two years or less, when a call may still bring them back.
gap-rule-fragile_bridge = Members, and ties between two members, without which others would no longer reach the rest through working ties { $window }, even if somebody carried on their events; those whom most depend on first, as far as ties are recorded. Urgent: a tenth of the members or more depend on it.
gap-rule-single_provider = What agreements are for, topics of events, offers and sectors that only one member has, and needs that nobody meets; what most members depend on first. Urgent: five or more depend on it, or it is needed and nobody offers it.
gap-rule-funder_dependence = Named where one payer gives half of the money or more (urgent), or where the money is spread no wider than over four payers of equal size.
gap-rule-agreement_cliff = Agreements that end or need notice in the next twelve months and that nothing renews yet, by the quarter in which to decide; the fullest quarter first. Urgent: a quarter of the agreements in force in one quarter of a year.
gap-rule-term_exposure = Organisations with agreements and events behind which stand only office-holders whose term ends within twelve months; most at stake first. Urgent: half of what the organisation does, or more.
gap-rule-uncovered_component = Sectors that never took part in a component of the method that was held, then cities of three members or more. Urgent: a sector that never took part in any.
gap-rule-structural_hole = Pairs of large groups with nobody (urgent) or one member who links them. The groups are found from who works with whom { $window }; another way of grouping may differ.

# gaps: nothing found
gap-none-sector_gap = No two sectors meet less than expected beyond the declared rate of false alarms; this does not show that none does.
gap-none-missing_sector = Every role of the template "{ $template }" has a member, and a working tie to others.
gap-none-isolated = Every member has at least one working tie { $window }, as far as ties are recorded.
gap-none-fading = No member's activity { $window } is below its own earlier years by more than chance explains.
gap-none-lapsed = Nobody has been absent for longer than their own earlier pauses explain.
gap-none-fragile_bridge = No member and no tie is the only link that others have to the rest, as far as ties are recorded.
gap-none-single_provider = Nothing recorded rests on one member alone.
gap-none-funder_dependence = No payer gives half of the money, and it is spread wider than over four payers of equal size.
gap-none-agreement_cliff = No agreement ends or needs notice in the next twelve months without being renewed.
gap-none-term_exposure = No term that ends within twelve months has agreements or events resting on it.
gap-none-uncovered_component = Every sector with a member, and every city of three or more, took part in every component held.
gap-none-structural_hole = Between any two large groups there are two members or more who link them.

# gaps: what the records show
gap-why-sector_gap = { $observed } of { $expected } expected partnerships between them; fewer than chance explains (q: { $q }).
gap-why-sector_gap_within = { $observed } of { $expected } expected partnerships among them; fewer than chance explains (q: { $q }).
gap-why-sector_gap_events = { $observed } of { $expected } expected meetings at events between them; fewer than chance explains (q: { $q }).
gap-why-sector_gap_events_within = { $observed } of { $expected } expected meetings at events among them; fewer than chance explains (q: { $q }).
gap-why-missing_role = No member fills this role.
gap-why-untied_role = { $members ->
    [one] The one member in this role has
   *[other] None of the { $members } members in this role has
} { $members ->
    [one] no working tie
   *[other] a working tie
} to anyone outside it.
gap-why-isolated_absent = No working tie, and no event in the window.
gap-why-isolated_present = { $participations ->
    [one] Came to one event
   *[other] Came to { $participations } events
} in the window, and no working tie came of it.
gap-why-fading = { $activity_now ->
    [0] Nothing
    [one] One record
   *[other] { $activity_now } records
} in the last year, where { $activity_usual } a year are usual (q: { $q }).
gap-why-lapsed = Active in { $months_active } months of { $months_between }, then without a record for { $months_silent } (q: { $q }).
gap-why-fragile_member = { $stranded ->
    [one] One member would be cut off without it: { $others }.
   *[other] { $stranded } members would be cut off without it: { $others }.
}
gap-why-fragile_tie = { $stranded } members would be cut off without this tie: { $others }.
gap-why-single_function = Every agreement for this is with one member: { $names }; { $dependents } others depend on it.
gap-why-single_topic = Every event on this was hosted by one member: { $names }; { $dependents } others came.
gap-why-single_offer = Only { $names } offers it; { $dependents } others need it.
gap-why-single_offer_unasked = Only { $names } offers it; no needs are recorded.
gap-why-unmet_need = { $dependents } members need it and none offers it: { $others }.
gap-why-single_sector = One member stands for the whole sector: { $names }.
gap-why-funder_dependence = Pays { $payer_share } of the money; it is spread as if { $effective_payers } payers of equal size gave it.
gap-why-agreement_cliff = { $ending ->
    [one] One of { $live } agreements in force ends or needs notice
   *[other] { $ending } of { $live } agreements in force end or need notice
} in this quarter{ $assumed ->
    [0] ;
   *[other] {" "}({ $assumed } with an assumed end);
} { $left_without ->
    [0] nobody would be
    [one] one party would be
   *[other] { $left_without } parties would be
} left without any agreement if all those of the year lapsed.
gap-why-term_exposure = { $resting } of its { $of } agreements and events rest on { $ending_terms ->
    [one] one office-holder whose term ends
   *[other] { $ending_terms } office-holders whose terms end
} within twelve months, the first on { $about }.
gap-why-uncovered_sector = Nobody of this sector ever took part ({ $events ->
    [one] one event
   *[other] { $events } events
} held).
gap-why-uncovered_city = None of the city's { $members } members ever took part ({ $events ->
    [one] one event
   *[other] { $events } events
} held).
gap-why-hole_open = Groups of { $members_a } and { $members_b } members, and nobody is tied to both.
gap-why-hole_one = Groups of { $members_a } and { $members_b } members, linked by { $others } alone.

# gaps: what to do
gap-do-sector_gap = Host one small working session for both, on a question that each brings.
gap-do-sector_gap_within = Bring them together on a question that they share.
gap-do-sector_gap_events = Seat both at the same table at the next event: few people, mixed on purpose.
gap-do-sector_gap_events_within = Invite several of them to the same event.
gap-do-missing_role = Ask a member to bring one in, and invite it to a small event.
gap-do-untied_role = Give one of them a first joint task with a member outside the role.
gap-do-isolated_absent = Call and ask what it hopes for from the hub; invite it to a small event.
gap-do-isolated_present = At the next event, introduce it to someone with a question it can answer.
gap-do-fading = Call and ask what changed.
gap-do-lapsed = Call once; then note that it left, or invite it back.
gap-do-fragile_member = Introduce one of those who would be cut off to a second member.
gap-do-fragile_tie = Make a second link between the two sides.
gap-do-single_function = Find a second member for it.
gap-do-single_topic = Ask a second member to host the next event on it.
gap-do-single_offer = Look for a second one who offers it.
gap-do-single_offer_unasked = Record who needs it; then it shows whether a second one is missing.
gap-do-unmet_need = Look for someone who offers it, inside the hub or beyond.
gap-do-single_sector = Win a second member of the sector.
gap-do-funder_dependence = Speak with a second payer before the largest decides.
gap-do-agreement_cliff = Decide on each agreement now: renew, broaden, hand over or let lapse.
gap-do-term_exposure = Have a permanent post named beside each, and put agreements in the institution's name.
gap-do-uncovered_sector = Invite the sector to the next event of this component.
gap-do-uncovered_city = Hold the next one there, or open it from a distance.
gap-do-hole_open = Introduce the two named here: each has most ties in its group.
gap-do-hole_one = Find a second member who links the two, so that not everything rests on one.

# gaps: who or what, where it is not a list of members
gap-who-pair = { $a } and { $b }
gap-who-within = { $a }, among themselves
gap-who-component = { $who }: { $component }
gap-who-quarter = Quarter to { $day }
gap-who-groups = The groups around { $a } and { $b }

# gaps: roles of the templates
role-government = government
role-business = firms
role-knowledge = universities and research
role-civil_society = civil society
role-entrepreneurs = entrepreneurs
role-risk_capital = risk capital
role-corporates = corporates
role-universities = universities
role-community_events = community-building events
role-training_events = skill-training events
role-collaboration_spaces = collaboration spaces
role-mentor_networks = networks of mentors
template-quadruple_helix = quadruple helix
template-reap = MIT REAP, five stakeholders
template-networking_assets = World Bank, networking assets
template-own = the hub's own

# gaps: how grave
gap-severity-high = urgent
gap-severity-medium = soon
gap-severity-low = keep an eye on

# gaps: the page
report-gaps-title = Where the network is thin
report-gaps-lead = { $count ->
    [0] No gap was found
    [one] One gap was found
   *[other] { $count } gaps were found
} of { $judged } kinds that the records can judge; { $urgent ->
    [0] none is urgent
    [one] one is urgent
   *[other] { $urgent } are urgent
}. Each says what the records show and what to do; all stand in tables/gaps.csv with how sure each is and the rows it rests on.
report-gaps-column-when = When
report-gaps-column-who = Who or what
report-gaps-column-why = What the records show
report-gaps-column-do = What to do
report-gaps-sectors = See "Which sectors work together".
report-gaps-nothing = Nothing found
report-gaps-not-judged = Not judged, and the record that would change it
report-gaps-not-judged-line = { $kind }: { $lacking }
report-gaps-too-few = { $count ->
    [one] One pair of sectors has
   *[other] { $count } pairs of sectors have
} too few ties or meetings to tell.
report-gaps-not-held = No event is recorded for: { $components }.
report-gaps-conversion = { $from }, then { $to }: { $stayed } of { $of } came to both.

# gaps: the chart
chart-gaps-title = { $urgent ->
    [0] None of { $count } gaps is urgent
    [one] One of { $count } gaps is urgent: { $kind } ({ $first })
   *[other] { $urgent } of { $count } gaps are urgent; first: { $kind } ({ $first })
}
chart-gaps-subtitle = Gaps by kind · { $window } · beside them, the first of each
chart-gaps-description = Bars for { $kinds } kinds of gap by how many there are and how urgent; { $count } gaps, { $urgent } urgent; { $unjudged } kinds cannot be judged.
chart-gaps-nothing = nothing found
chart-gaps-unjudged = not judged: a record is missing
chart-column-kind = kind of gap
chart-column-urgent = urgent
chart-column-soon = soon
chart-column-watch = keep an eye on
chart-column-first_gap = the first
chart-column-judged = judged

# gaps: columns of the table
table-gaps-kind = kind of gap
table-gaps-severity = high, medium or low: urgent, soon, keep an eye on
table-gaps-who = who or what it is about
table-gaps-stakeholder_ids = whom it concerns
table-gaps-names = their names
table-gaps-other_ids = whom else it touches: the stranded, those who depend on one provider, parties left without an agreement, brokers
table-gaps-sectors = the sectors it concerns
table-gaps-city = the city it concerns
table-gaps-about = the role, function, topic, offer, need, component or day it concerns
table-gaps-layer = layer of the network
table-gaps-window = window
table-gaps-evidence = measures it rests on
table-gaps-why = what the records show
table-gaps-todo = what to do
table-gaps-certainty = recorded, tested or assumed
table-gaps-records = ids of the records it rests on

# gaps: what is missing for an answer
lacking-few-draws = The rate of false alarms under [gaps] in hub.toml is too small to test: { $needed } draws would be needed, { $found } are made ("draws" under [stability] raises them).
lacking-few-months = Nobody was active in three months or more ({ $found } of { $needed } needed): this answer comes with time.
lacking-few-amounts = Too few amounts are known: { $found } of at least { $needed } agreements that carry money. Fill in "amount" and "end" in the table "partnerships".
lacking-few-communities = { $found ->
    [0] No group of the network has
    [one] One group of the network has
   *[other] { $found } groups of the network have
} five members or more and a tenth of those with a tie; { $needed } are needed.
lacking-span-template = No role is declared: write template and roles under [gaps] in hub.toml.
lacking-span-currencies = Money is recorded in several currencies, which are never added: record one.
lacking-span-whole_window = The records cover this window only in part, so that a drop would say nothing.

# gaps: hub.toml
expected-template = quadruple_helix, reap, networking_assets or own
