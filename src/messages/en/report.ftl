# names outside the private file
name-withheld = [name withheld]
person-at = a person at { $organization } ({ $id })

# frame of the pages
report-kicker = Stakeholder network report
report-kicker-private = Stakeholder network report, private edition
report-tab = { $hub }: stakeholder network report
report-skip = Skip to the text
report-contents = Contents
report-numbers = The numbers behind this figure
report-private = PRIVATE: names persons. Do not pass on.
report-private-mark = PRIVATE
report-foot = Made with hubscope { $version } from the records named in section 2. What was asked, with which settings and seed, stands in run.json.
report-line-window = Findings { $window }
report-line-study = Records from { $from } to { $to }
report-window = between { $from } and { $to }
report-window-all = over all records
report-more = { $more ->
    [one] One more row stands
   *[other] { $more } more rows stand
} in { $file }.
report-and = { $list } and { $last }
report-others = { $list } and { $more ->
    [one] one other
   *[other] { $more } others
}
report-percent = { $number }%
report-under = under { $value }
report-value-none = no value
report-value-range = { $value } ({ $low } to { $high })

# 1 in brief
report-brief-title = In brief
report-brief-members = The hub had { $members ->
    [one] one member
   *[other] { $members } members
} and { $guests ->
    [one] one guest
   *[other] { $guests } guests
} { $window }; a member joined, holds an agreement in force or took part at least twice within 24 months.
report-brief-cut = In working ties (agreements, and pairs that shared two events or one of at most eight participants), { $name } alone connects { $stranded ->
    [one] one other member
   *[other] { $stranded } other members
} to the rest, as far as ties are recorded.
report-brief-no-cut = In working ties (agreements, and pairs that shared two events or one of at most eight participants), no member alone connects others to the rest, as far as ties are recorded.
report-brief-ending = Of { $live ->
    [one] one agreement
   *[other] { $live } agreements
} in force on { $day }, { $ending ->
    [0] none ends
    [one] one ends
   *[other] { $ending } end
} within twelve months unless renewed{ $assumed ->
    [0] .
    [one] ; one of these ends is assumed, because none is recorded.
   *[other] ; { $assumed } of these ends are assumed, because none is recorded.
}
report-brief-not-ending = Which agreements end cannot be said yet: { $lacking }
report-brief-figures = Five figures { $window }
report-brief-rule = "Improving" and "worsening" are said only where the likely ranges (95%) of this year and the year before do not overlap; a complete count has no such range, so any change shows. Otherwise "steady"; "cannot tell" where one of the two years is not fully on record, or where neither direction is better in itself.
report-brief-actions = What to do this quarter
report-brief-no-actions = The records give no reason for an action this quarter.
report-brief-settings = Settings that differ from the defaults
report-brief-no-settings = Every setting is at its default.
report-headline-before = The year before: { $value }
report-headline-interval = Likely between { $low } and { $high } (95%)
report-headline-target = Target: { $value }
report-headline-no-target = No target recorded
report-headline-beside = { $name }: { $value }
report-headline-of-agreements_ending = { $part } of the { $whole } whose end is recorded, or recorded as open
report-headline-partial = The records cover this year only in part
report-action-with = with { $whom }
report-action-by = By { $day }

# 2 the records
report-data-title = The records behind this report
report-data-lead = { $rows ->
    [one] One row was read
   *[other] { $rows } rows were read
} from { $tables ->
    [one] one table
   *[other] { $tables } tables
}: { $states }. Each row and what became of it stands in { $ledger }.
report-data-used = { $count } used as they stand
report-data-repaired = { $count } after a repair
report-data-merged = { $count } merged with an identical row
report-data-excluded = { $count } not used
report-data-table = Rows read and used
report-data-column-table = Table
report-data-column-file = File
report-data-column-rows = Rows
report-data-column-used = As they stand
report-data-column-repaired = Repaired
report-data-column-merged = Merged
report-data-column-excluded = Not used
report-data-hashes = Fingerprints of the files (SHA-256)
report-data-hash = Fingerprint
report-data-unmapped = Values that hubscope does not know, kept as they stand
report-data-column-column = Column
report-data-column-value = Value
report-data-study = The records speak of { $from } to { $to }; what starts later is a plan and counts nowhere.
report-data-partial-begins = The first year begins before the records do: it is marked and left out of every comparison.
report-data-partial-ends = The last calendar year is not over on the last day of the records: it is marked and left out of every comparison.
report-data-recording = From { $day } records came in differently: { $what }
report-data-answers = What this hub can answer
report-data-answered = Answered below: { $list }.
report-data-not-yet = Not yet, and what it would take:
report-data-lacking = { $section }: { $lacking }

# 3 who takes part
report-members-title = Who takes part
report-members-lead = { $members ->
    [one] One member
   *[other] { $members } members
} and { $guests ->
    [one] one guest
   *[other] { $guests } guests
} { $window }; { $absent ->
    [0] everyone in the records is one of these.
    [one] one more stakeholder has no record in that time.
   *[other] { $absent } more stakeholders have no record in that time.
}
report-members-alone = { $count ->
    [one] One person or unit has
   *[other] { $count } persons or units have
} no recorded organisation and stand alone in the network.

# 4 the map
report-map-title = The map
report-map-lead = Whoever stands close together is tied directly or through the same partners; the place itself has no other meaning, and it stays the same from window to window. Layer: { $layer }, { $window }.
report-map-figures = Figures of the whole network: { $layer }, { $window }
report-map-figures-others = In brackets: where 95 of 100 random orders of leaving lie. The other figures of the whole network stand in tables/network.csv; hubscope metrics HUB --network --significance sets them beside what chance alone gives.
report-map-figures-inexact = ≈ marks what is not exact; how far off it may be stands below under “{ $heading }”.
report-unit-stakeholders = stakeholders
report-unit-ties = ties
report-unit-pieces = pieces
report-unit-share = share
report-unit-length-hops = steps
report-unit-length-inverse_strength = 1/strength
report-column-figure = Figure
report-column-value = Value
report-column-unit = Unit
report-column-meaning = What it means

# 5 which sectors work together
report-meets-title = Which sectors work together
report-meets-lead = The number of tied pairs is compared with what each sector's activity alone predicts: partnerships only, { $window }, false alarms held to { $q } (q beside a finding: the share of false alarms that a list reaching this far would hold).
report-meets-none = No pair of sectors differs from what its activity predicts beyond that rate of false alarms; this does not show that none does.
report-meets-gap = { $a } and { $b }: { $observed ->
    [one] one tied pair
   *[other] { $observed } tied pairs
} in partnerships where { $expected } would be expected; fewer than chance explains (q: { $p }).
report-meets-surplus = { $a } and { $b }: { $observed ->
    [one] one tied pair
   *[other] { $observed } tied pairs
} in partnerships where { $expected } would be expected; more than chance explains (q: { $p }).
report-meets-within-gap = Within { $a }: { $observed ->
    [one] one tied pair
   *[other] { $observed } tied pairs
} in partnerships where { $expected } would be expected; fewer than chance explains (q: { $p }).
report-meets-within-surplus = Within { $a }: { $observed ->
    [one] one tied pair
   *[other] { $observed } tied pairs
} in partnerships where { $expected } would be expected; more than chance explains (q: { $p }).
report-meets-few = { $count ->
    [one] One pair of sectors has
   *[other] { $count } pairs of sectors have
} too few ties to tell (under one expected).
report-meets-left-out = { $count ->
    [one] One tie is
   *[other] { $count } ties are
} left out because a side has no recorded sector.

report-meets-events = At events
report-meets-events-lead = Who meets at events is compared with chance, where everyone comes to as many events and each event has as many participants, but who comes to which is drawn: { $window }, false alarms held to { $q } over partnerships and events together. An event counts as half as many meetings as it has participants, spread evenly over its pairs, so that one large launch does not outweigh many small meetings.
report-meets-events-gap = { $a } and { $b }: { $observed } meetings at events where { $expected } would be expected; fewer than chance explains (q: { $p }).
report-meets-events-surplus = { $a } and { $b }: { $observed } meetings at events where { $expected } would be expected; more than chance explains (q: { $p }).
report-meets-events-within-gap = Within { $a }: { $observed } meetings at events where { $expected } would be expected; fewer than chance explains (q: { $p }).
report-meets-events-within-surplus = Within { $a }: { $observed } meetings at events where { $expected } would be expected; more than chance explains (q: { $p }).
report-meets-events-few = { $count ->
    [one] One pair of sectors has
   *[other] { $count } pairs of sectors have
} too few meetings to tell (under one expected).
report-meets-events-left-out = { $count ->
    [one] One participation is
   *[other] { $count } participations are
} left out because no sector is recorded.

# 6 what holds it together
report-holds-title = What holds the network together
report-holds-lead = { $count ->
    [0] In working ties { $window }, no member alone connects others to the rest.
    [one] In working ties { $window }, one member is the only link that others have to the rest.
   *[other] In working ties { $window }, { $count } members are each the only link that others have to the rest.
} A tie that was never recorded would make this less fragile than it looks.
report-holds-column-member = Member
report-holds-figure = { $name } ({ $layer }, { $window }): { $value }.
report-holds-figure-interval = { $name } ({ $layer }, { $window }): { $value }, likely between { $low } and { $high }.

# 8 agreements that end
report-agreements-title = The partnership plan
report-agreements-open = { $count ->
    [one] One more agreement in force has no recorded end, and none is assumed
   *[other] { $count } more agreements in force have no recorded end, and none is assumed
} in the next twelve months.
report-agreements-table = Agreements that end or need notice within twelve months, by the day to decide
report-agreements-column-between = Between
report-agreements-column-kind = Kind
report-agreements-column-ends = Ends
report-agreements-column-notice = Notice by
report-agreements-column-owner = Looked after by
report-agreements-column-renewed = Renewed
report-agreements-assumed = { $day } (assumed)

# 9 who carries it
report-carriers-title-persons = Who carries the change from inside
report-carriers-title-units = Units that carry the change
report-carriers-title-organizations = Carrying organisations
report-carriers-persons = { $candidates ->
    [one] One official was looked at as a possible champion
   *[other] { $candidates } officials were looked at as possible champions
} by what the records show them doing. Names and evidence stand only in PRIVATE-people.html; here are numbers by department.
report-carriers-units = { $candidates ->
    [one] One unit of government was looked at
   *[other] { $candidates } units of government were looked at
}, because no officials are recorded by name; evidence comes first, the place in the list second.
report-carriers-organizations = Only organisations are recorded, so these are carrying organisations, not champions: { $candidates ->
    [one] one organisation of the government side was
   *[other] { $candidates } organisations of the government side were
} compared by what the records show them doing.
report-carriers-left-out = Not looked at: { $list }.
report-carriers-opted = { $count ->
    [one] one who declined to be profiled
   *[other] { $count } who declined to be profiled
}
report-carriers-of-the-hub = { $count ->
    [one] one who works for the hub or runs it
   *[other] { $count } who work for the hub or run it
}
report-carriers-few = { $count ->
    [one] one with under three contacts
   *[other] { $count } with under three contacts
}
report-carriers-bench = Officials among the first tenth, by department
report-carriers-column-department = Department
report-carriers-column-count = Officials
report-carriers-constructs = Read from the records: { $list }.
report-carriers-missing = Not readable yet, and what it would take:
report-carriers-table = Carriers by mean rank over what they did
report-carriers-column-name = Name
report-carriers-column-rank = Place
report-carriers-column-interval = Place with one event left out
report-carriers-column-contacts = Contacts
report-carriers-column-evidence = What the records show
report-carriers-interval = { $low } to { $high }
report-carriers-evidence = { $construct }: { $value }
report-carriers-labels = Checked against { $positives ->
    [one] one known champion
   *[other] { $positives } known champions
} among { $labelled } candidates of whom it is recorded whether they are. By chance both columns would show about { $base }; 100% means that all of them stand first.
report-carriers-labels-table = How well each ranking finds known champions
report-carriers-column-ranking = Ranking
report-carriers-column-precision = How far ahead known champions stand (average precision)
report-carriers-column-first = Known champions among the first { $positives }
report-ranker-borda = mean rank over what they did
report-ranker-in_degree = number of contacts only
report-ranker-seniority = seniority only
report-ranker-logistic = learned from the labels
report-construct-initiating = starting things
report-construct-bringing_in = bringing others in
report-construct-bridging = linking departments and sectors
report-construct-hosting_speaking = hosting and speaking
report-construct-early_adopting = adopting early
report-construct-persisting = staying on
report-construct-nominated = named by others

# 10 adoption
report-adoption-title = From above, from below, or both
report-adoption-lead = { $adoptions ->
    [one] One adoption is
   *[other] { $adoptions } adoptions are
} recorded, among { $at_risk ->
    [one] one unit
   *[other] { $at_risk } units
} that could have adopted ({ $risk_set }).
report-adoption-risk-default = every government unit of the hub
report-adoption-verdict-supported = That change lasts only where both come together is supported by these records.
report-adoption-verdict-not_supported = That change lasts only where both come together is not supported by these records.
report-adoption-verdict-cannot_tell = Does change last only where leadership and internal champions come together? Cannot tell. { $reason }
report-adoption-limits = Even with more records, who influenced whom cannot be told apart from who resembled whom, nor a mandate from what caused the mandate.
report-adoption-recorded = Groups are as recorded at the start (origin, sponsor, champion). { $unknown ->
    [0] Every record has one.
    [one] One record without an origin is counted in none.
   *[other] { $unknown } records without an origin are counted in none.
}
report-adoption-cells-adoptions = Adoptions by where they came from
report-adoption-cells-partnerships = Agreements by where they came from
report-adoption-column-group = Group
report-adoption-column-started = Started
report-adoption-column-ended = Ended
report-adoption-column-half = Half had ended after
report-adoption-column-needed = Needed for a test
report-adoption-not-reached = not reached
report-adoption-months = { $months } months
report-adoption-practices = Practices
report-adoption-column-practice = Practice
report-adoption-column-adopted = Adopted
report-adoption-column-alive = Known to be alive
report-group-neither = neither
report-group-top_down = from above
report-group-bottom_up = from below
report-group-both = both
report-group-unknown = not recorded
report-adoption-no-persistence = How long adoptions last cannot be said yet: { $lacking }
report-adoption-no-partnerships = How long agreements last by origin cannot be said yet: { $lacking }

# 11 indicators
report-indicators-title = Sustainability over time
report-indicators-few = { $years ->
    [0] No full year is on record yet: too few years to call a trend (eight are needed).
    [one] One full year is on record: too few years to call a trend (eight are needed).
   *[other] { $years } full years are on record: too few years to call a trend (eight are needed). Below each figure stands the last full year against the one before.
}
report-indicators-enough = { $years } full years are on record. No trend is tested in this report; below each figure stands the last full year against the one before.
report-indicators-two = { $now } in { $year }, { $before } in { $earlier } (full years)
report-indicators-one = { $now } in { $year } (full year)
report-indicators-definition = What it is: { $text }
report-indicators-caution = Caution: { $text }
report-indicators-source = Source: { $text }
report-indicators-withheld = Withheld
report-indicators-withheld-item = { $name }: { $lacking }

# 12 method
report-method-title = How this was made
report-method-lead = What a reader needs to judge a network study, in the order of the usual reporting guidelines for network data.
report-method-boundary = Who belongs
report-method-boundary-text = Every person, unit and organisation named in the hub's records: { $stakeholders }. Core members and guests are told apart as in section 1.
report-method-nodes = What a point is
report-method-nodes-person = Each stakeholder as recorded.
report-method-nodes-unit = Persons count with their unit.
report-method-nodes-organization = Persons and units count with their organisation; who has none stands alone.
report-method-ties = What a tie is
report-method-ties-text = Partnerships: a recorded agreement in force. Shared events: an event of k participants adds 1/(k − 1) to each pair ({ $projection }). Working ties: partnerships, and pairs that shared two events or one of at most eight participants.
report-method-layer = Layer of the map and of the measures
report-layer-partnerships = partnerships
report-layer-participations = shared events
report-layer-combined = partnerships and shared events
report-layer-working = working ties
report-method-window = Time
report-method-window-text = Findings hold { $window }. An agreement without a recorded end counts as in force for { $months ->
    [one] one month
   *[other] { $months } months
} or until the pair's last joint record, whichever is later.
report-method-weights = Weights
report-method-weights-text = A partnership counts its recorded strength (1 where absent) times { $partnership }, shared events count times { $participation }; { $decay ->
    [0] ended ties do not fade.
   *[other] a tie that ended counts half after { $decay } days.
}
report-method-length-inverse_strength = Along paths a strong tie is short (1/strength).
report-method-length-hops = Along paths each tie is one step.
report-method-missing = What is missing
report-method-missing-text = Ties nobody wrote down are missing from every figure. Rows that could not be used are listed in the ledger; no value was filled in by estimate, except ends of agreements as said under Time.
report-method-uncertainty = Uncertainty
report-method-uncertainty-text = Shares have Wilson intervals; averages over the network have intervals from members drawn again at random (vertex bootstrap); figures on components and on ties of shared events are redone with each event left out. Sectors are compared with random networks in which everyone keeps the number of their ties, and with random attendance in which everyone keeps the number of their events and each event its size. Ranks are taken again in networks that lost a tenth of their ties, where the figure says so. Counts are complete and have none. Random draws start from seed { $seed }.
report-method-privacy = Privacy
report-method-privacy-text = Organisations are named. No person is named in any file but PRIVATE-people.html; in recorded texts a person's name is withheld.
report-method-privacy-private = Everyone is named: this folder is private.
report-method-inexact = Not exact
report-method-inexact-text = The exact values would take more work than --work-limit allows, so some are estimated or left out: { $list }.
report-method-inexact-paths = { $columns } (from { $samples } random shortest paths; with a probability of { $confidence } every value lies within ±{ $epsilon } of the exact share of pairs)
report-method-inexact-sources = { $columns } (from { $samples } starting points; with a probability of { $confidence } everybody's mean distance and mean nearness lie within ±{ $epsilon } of their range)
report-method-inexact-left-out = { $columns } (left out)
report-method-parameters = All settings
report-method-column-setting = Setting
report-method-column-value = Value
report-method-glossary = Words
report-glossary-betweenness = Intermediation
report-glossary-betweenness-text = Standing on the shortest ways between others; many such ways make a connector.
report-glossary-bridge = Bridging organisation
report-glossary-bridge-text = An organisation that ties sectors or groups which would otherwise hardly meet.
report-glossary-champion = Internal champion
report-glossary-champion-text = Someone on the government side whose recorded acts carry a change from inside; not a grade and not a title.
report-glossary-working = Working tie
report-glossary-working-text = An agreement, or two shared events, or one shared event of at most eight participants.
report-glossary-interval = Interval
report-glossary-interval-text = The range that would hold the true figure in 95 of 100 such cases, if the stated method fits.
report-glossary-q = q
report-glossary-q-text = The share of false alarms to be expected among findings as strong as this one.

# 13 commitments
report-commitments-title = Objectives and actions
report-commitments-lead = What the hub promised, as recorded; an empty owner or date is a line to fill in.
report-commitments-table = Objectives and actions
report-commitments-column-what = What was promised
report-commitments-column-kind = Kind
report-commitments-column-baseline = Start
report-commitments-column-now = Now
report-commitments-column-target = Target
report-commitments-column-due = Due
report-commitments-column-owner = Owner
report-commitments-column-status = Status
report-commitments-overdue = overdue
report-commitments-status-open = open
report-commitments-status-done = done
report-commitments-status-cancelled = cancelled
report-commitments-kind-objective = objective
report-commitments-kind-action = action

# the private page
people-tab = PRIVATE: { $hub }, people
people-kicker = PRIVATE: for the addressee only
people-heading = People who carry the change: { $hub }
people-foot = Made with hubscope { $version }. This page is no part of what may be passed on.
people-why-title = Why this page exists
people-purpose = Purpose
people-responsible = Responsible
people-notice = Those concerned were told
people-no-purpose = Not stated in hub.toml ([champions] purpose).
people-no-responsible = Not stated in hub.toml ([champions] responsible).
people-no-notice = Not stated in hub.toml ([champions] notice_date): tell those concerned before anyone uses this page.
people-rights = Anyone may ask what is held here about them, and may decline (profiling = no in the table of stakeholders).
people-read-title = How to read it
people-read-evidence = The list is ordered by what the records show someone doing: each kind of act gives a place, and the mean of these places counts. It says nothing of worth, and silence in the records is not absence of effort.
people-read-interval = "Between … and …" is where someone stands when one event at a time is left out (nine in ten cases).
people-read-authority = Formal authority stands apart: it is no part of the place.
people-cards-title = Cards
people-left-out = Without a card: { $list }.
people-place = Place
people-place-text = { $rank } of { $candidates }; between { $low } and { $high } with one event left out
people-place-text-same = { $rank } of { $candidates }; the same with one event left out
people-stays = Among the first ten
people-stays-text = in { $share } of those cases
people-authority = Formal authority
people-authority-grade = grade { $grade }
people-appointment-political = political appointment
people-appointment-career = career post
people-appointment-elected = elected
people-appointment-contract = on contract
people-authority-none = not recorded
people-contacts = Contacts in working ties
people-last = Last record
people-code = Code in other files
people-evidence = What the records show
people-column-act = Kind of act
people-column-value = Count
people-column-rank = Place
people-column-records = Records
people-more-cards = { $more ->
    [one] One more candidate has
   *[other] { $more } more candidates have
} no card on this page: hubscope champions --card ID shows it.

# what to do where a report cannot be written
report-remedy-occupied = Choose another folder with --out, or move what stands there: files that hubscope did not write, or that were changed since, are never replaced.
report-remedy-io = See that the folder exists, that you may write there and that the disk is not full, or choose another with --out.
report-remedy-bug = This is a bug in hubscope: please report it with the message above.
