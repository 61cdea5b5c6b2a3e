# charts: titles, subtitles, notes and alternative texts
chart-source = Source: records of { $hub }
chart-window = { $from } to { $to }
chart-window-undated = undated records
chart-rolling = rolling twelve months, by their last day
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
