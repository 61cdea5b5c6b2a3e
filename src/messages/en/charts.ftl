# charts: titles, subtitles, notes and alternative texts
chart-source = Source: records of { $hub }
chart-window = { $from } to { $to }
chart-percent = { $number }%
chart-window-undated = undated records
chart-rolling = Rolling twelve months, by their last day
chart-layer-partnerships = Partnerships
chart-layer-participations = Shared events
chart-layer-combined = Partnerships and shared events
chart-layer-working = Working ties
chart-note-partial = Hatched: windows that the records cover only partly; they are not compared.
chart-note-interval = Band: 95% interval.

# indicators over time
chart-indicator-title = { $indicator }: { $value } in the year to { $day }
chart-indicator-title-before = { $indicator }: { $value } in the year to { $day }, { $before } the year before
chart-indicator-description = Line chart of { $indicator }, { $windows ->
    [one] one window
   *[other] { $windows } windows
} of twelve months, { $from } to { $to }; between { $low } and { $high }.

# columns of the tables behind the charts
chart-column-window = the window
chart-column-value = the value
chart-column-low = lower end of the interval
chart-column-high = upper end of the interval
chart-column-numerator = what was counted
chart-column-denominator = out of what
chart-column-partial = whether the records cover the window only partly
chart-column-undefined = why there is no value
chart-column-rank = place in the order, 1 first
chart-column-name = who
chart-column-sector = the sector
chart-column-other_sector = the other sector, or the same
chart-column-observed = ties observed
chart-column-expected = ties expected
chart-column-p = two-sided p
chart-column-q = p after the control of false alarms
chart-column-verdict = what the test says
chart-column-rank_low = best rank
chart-column-rank_high = worst rank
chart-column-ties = ties

# ranking
chart-ranking-title-between = { $first } { $tied ->
    [0] lies most often between others
    [one] and one other lie most often between others
   *[other] and { $tied } others lie most often between others
}
chart-ranking-title = { $first } { $tied ->
    [0] is first
    [one] and one other are first
   *[other] and { $tied } others are first
} by { $unit }
chart-ranking-description = Bar chart of the first { $count } by { $unit }, highest first; the values stand in the table.
chart-ranking-rank = rank { $low }
chart-ranking-range = rank { $low } to { $high }
chart-ranking-note = Range of ranks: the middle 90% of { $draws } networks in which { $share } of the ties, picked at random, are missing.
chart-ranking-untested = How far these ranks can be trusted was not tested: the network is too large to follow all paths many times over. By partners and strength it was: tables/stability.csv.
chart-ranking-inexact-paths = Not exact: estimated from { $samples } random shortest paths; with a probability of { $confidence } no value is off by more than { $points }% of all pairs.
chart-ranking-inexact-sources = Not exact: estimated from { $samples } starting points; with a probability of { $confidence } everybody's mean distance and mean nearness lie within ±{ $epsilon } of their range.
chart-ranking-untested-few = How far these ranks can be trusted was not tested: there are too few ties to lose a tenth of them.

# sector by sector
chart-matrix-title-gap = { $a } and { $b } meet less than chance would have it: { $observed } of { $expected } expected ties{ $more ->
    [0] {""}
    [one] {" "}(and one more pair)
   *[other] {" "}(and { $more } more pairs)
}
chart-matrix-title-own = { $a }: fewer ties within the sector than chance would have it, { $observed } of { $expected } expected{ $more ->
    [0] {""}
    [one] {" "}(and one more pair)
   *[other] {" "}(and { $more } more pairs)
}
chart-matrix-title-none = No two sectors meet clearly less than expected
chart-matrix-title-few = Too few ties to tell which sectors meet less than expected
chart-matrix-subtitle = Partnerships · { $window } · { $ties } ties between organisations, observed of expected
chart-matrix-note = Expected: what each sector's number of ties would give by chance. Marked cells differ beyond a false-alarm rate of { $rate }.
chart-matrix-without-sector = { $ties ->
    [one] One tie is left out
   *[other] { $ties } ties are left out
} because a side has no sector.
chart-matrix-description = Matrix of { $sectors } sectors: { $gaps } pairs with fewer ties than expected, { $surpluses } with more, { $few } with too few to tell.
chart-matrix-expected = of { $expected } expected
chart-matrix-of = of { $expected }
chart-matrix-few = too few
chart-matrix-key-gap = fewer ties than expected
chart-matrix-key-surplus = more ties than expected
chart-matrix-key-expected = not distinguishable from chance
chart-matrix-key-few = too few to tell

# the map
chart-map-title = { $nodes } stakeholders and { $ties } ties
chart-map-title-first = { $first } is tied to { $most } of the { $others } others{ $alone ->
    [0] {""}
    [one] ; one has no tie
   *[other] ; { $alone } have no tie
}
chart-map-unit = size: number of ties
chart-map-most-connected = the { $drawn } most connected of { $nodes } stakeholders
chart-map-strongest = the strongest { $drawn } of { $ties } ties
chart-map-description = Network map of { $nodes } stakeholders and { $ties } ties, by sector; the table lists them by number of ties.
chart-map-note = Near means tied, directly or through others; directions and distances have no other meaning. The most connected organisations are named.

# entries and exits
chart-entries-title = { $entries ->
    [0] Nobody joined
    [one] One member joined
   *[other] { $entries } members joined
} and { $exits ->
    [0] nobody left
    [one] one left
   *[other] { $exits } left
} in { $year }
chart-entries-title-none = Members who joined and left, by year
chart-entries-subtitle = Members by calendar year: joined (up) and left (down), against the year before
chart-entries-description = Bar chart of members who joined and left in each of { $years } years, with members and balance below.
chart-entries-members = Members
chart-entries-balance = Balance
chart-column-year = calendar year
chart-column-entries = members who were not members the year before
chart-column-exits = members of the year before who are no longer members
chart-column-balance = joined less left
chart-column-members = members

# agreements
chart-calendar-title = { $ending } of { $live } live agreements { $ending ->
    [one] ends
   *[other] end
} within a year, the first on { $first }
chart-calendar-title-notice = { $agreements ->
    [one] One agreement needs notice
   *[other] { $agreements } agreements need notice
} within a year
chart-calendar-subtitle = Agreements that end or need notice from { $from } to { $to }
chart-calendar-description = Timeline of { $agreements ->
    [one] one agreement
   *[other] { $agreements } agreements
}, each up to its end, with the last day for notice where it is recorded; the dates stand in the table.
chart-calendar-more = { $more } more in the table.
chart-calendar-key-end = ends
chart-calendar-key-assumed = end assumed: none recorded
chart-calendar-key-renewed = already renewed
chart-calendar-key-notice = last day for notice (grey: passed)
chart-day-short = { $day } { $month } { $year }
chart-month-1 = Jan
chart-month-2 = Feb
chart-month-3 = Mar
chart-month-4 = Apr
chart-month-5 = May
chart-month-6 = Jun
chart-month-7 = Jul
chart-month-8 = Aug
chart-month-9 = Sep
chart-month-10 = Oct
chart-month-11 = Nov
chart-month-12 = Dec
chart-column-agreement = the agreement
chart-column-one_side = one side
chart-column-other_side = the other side
chart-column-start = first day
chart-column-end = last day
chart-column-end_assumed = whether the last day is assumed because none is recorded
chart-column-notice_by = last day to give or seek notice
chart-column-renewed = whether a later agreement renews it
chart-column-day = the day

# adoption
chart-group-neither = neither
chart-group-top_down = from above
chart-group-bottom_up = from below
chart-group-both = both
chart-group-unknown = not recorded
chart-curve-title = { $total ->
    [one] One adoption
   *[other] { $total } adoptions
} up to { $day }, { $both } of them from above and below
chart-curve-title-unknown = { $total ->
    [one] One adoption
   *[other] { $total } adoptions
} up to { $day }; where they came from is not recorded
chart-curve-subtitle = Adoptions up to the end of each quarter, by recorded origin
chart-curve-description = Stacked area chart of adoptions by recorded origin, { $from } to { $to }; { $total } in the end.
chart-column-total = adoptions up to the day
chart-column-neither = neither from above nor from below
chart-column-top_down = from above only
chart-column-bottom_up = from below only
chart-column-both = from above and from below
chart-column-unknown = origin not recorded

# persistence
chart-persistence-title-adoptions = How long adoptions last, by where they came from
chart-persistence-title-adoptions-few = How long adoptions last, by where they came from: not every group is large enough to compare
chart-persistence-title-partnerships = How long partnerships last, by where they came from
chart-persistence-title-partnerships-few = How long partnerships last, by where they came from: not every group is large enough to compare
chart-persistence-subtitle = Share still alive by time since the start (Kaplan-Meier), by recorded origin
chart-persistence-note = Band: 95% interval. Thin lines: groups of fewer than 20, without a band. Numbers below: how many were still followed when the next one ended; a dash where none ended later.
chart-persistence-unknown = { $unknown ->
    [one] One is left out
   *[other] { $unknown } are left out
} because no origin is recorded.
chart-persistence-description = Survival curves of { $groups ->
    [one] one group
   *[other] { $groups } groups
}: { $started } started, { $ended } ended.
chart-persistence-label = { $group } ({ $started })
chart-persistence-followed = Still followed
chart-years = years
chart-months = months
chart-column-group = where it came from
chart-column-time = days since the start
chart-column-survival = share still alive after it
chart-column-at_risk = still followed just before
chart-column-ended = ended then

# components of the method
chart-coverage-title = { $sector }: nobody took part in { $component }{ $more ->
    [0] {""}
    [one] {" "}(and one more empty cell)
   *[other] {" "}(and { $more } more empty cells)
}
chart-coverage-title-all = Every sector took part in every component held
chart-coverage-subtitle = Stakeholders who took part, by sector and component, over the whole study
chart-coverage-description = Dots for { $sectors } sectors and { $components } components of the method, by how many took part; { $empty ->
    [one] one pair
   *[other] { $empty } pairs
} without anyone.
chart-coverage-not-held = Not held so far: { $components }.
chart-column-component = the component
chart-column-participants = stakeholders of the sector that took part
chart-column-events = events of the component
