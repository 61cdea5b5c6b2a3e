# charts: titles, subtitles, notes and alternative texts
chart-source = Source: records of { $hub }
chart-window = { $from } to { $to }
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
chart-column-ties = ties

# ranking
chart-ranking-title-betweenness = { $first } lies most often between others
chart-ranking-title-degree = { $first } has the most ties
chart-ranking-title-strength = { $first } has the strongest ties in all
chart-ranking-title-harmonic = { $first } is nearest to all others
chart-ranking-unit-betweenness = betweenness
chart-ranking-unit-degree = ties
chart-ranking-unit-strength = sum of tie strength
chart-ranking-unit-harmonic = harmonic closeness
chart-ranking-description = Bar chart of the first { $count } by { $unit }, highest first; the values stand in the table.
chart-note-whisker = Whisker: interval when one event at a time is left out.

# sector by sector
chart-matrix-title-gap = { $a } and { $b } meet less than expected: { $observed } ties of { $expected }{ $more ->
    [0] {""}
    [one] {" "}(and one more pair)
   *[other] {" "}(and { $more } more pairs)
}
chart-matrix-title-own = { $a }: fewer ties within the sector than expected, { $observed } of { $expected }{ $more ->
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
chart-matrix-few = too few
chart-matrix-key-gap = fewer ties than expected
chart-matrix-key-surplus = more ties than expected
chart-matrix-key-expected = not distinguishable from chance
chart-matrix-key-few = too few to tell

# the map
chart-map-title = { $nodes } stakeholders and { $ties } ties
chart-map-title-first = { $first } is tied to { $most } of the { $nodes } stakeholders{ $alone ->
    [0] {""}
    [one] ; one has no tie
   *[other] ; { $alone } have no tie
}
chart-map-unit = size: number of ties
chart-map-strongest = the strongest { $drawn } of { $ties } ties
chart-map-description = Network map of { $nodes } stakeholders and { $ties } ties, by sector; the table lists them by number of ties.
chart-map-note = Near means tied, directly or through others; directions and distances have no other meaning. The most connected organisations are named.
