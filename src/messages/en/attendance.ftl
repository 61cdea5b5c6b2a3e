# sheets of attendance: why one is refused, and what to do
refused-attendance-event = { $sheet } is a list of attendance, but nothing tells of which event.
refused-attendance-event-remedy = Name the sheet or the file after the event, write the event above the header, or say in hub.toml under [attendance."{ $sheet }"]: event = "…" (ignore = true leaves the sheet out).
refused-attendance-date = { $sheet }: the date { $value } could be day/month or month/day, and no other date of the sheets of attendance settles it.
refused-attendance-date-remedy = Set date_order = "day_month" or "month_day" in hub.toml under [records], or date = 2024-05-14 under [attendance."{ $sheet }"].

# what the ledger says of a row
reason-no-person = a note or a line for signatures: no person stands in the row
reason-organization-came = no person is named: the organisation took part
reason-unknown-mark = the mark says neither that the person came nor that they did not: not used
reason-absent = did not come, by the list's own mark
reason-came-to-nothing = came to none of the events
reason-no-event = the row names no event

# how check tells what was read
check-attendance = Sheets of attendance:
check-attendance-list = { $sheet }: a list of those who came, header in row { $row }
check-attendance-matrix = { $sheet }: people by events, header in row { $row }
check-attendance-event = { $event } ({ $told }), { $date } ({ $dated })
check-attendance-event-undated = { $event } ({ $told }), no date found
check-attendance-columns = columns read: { $columns }
check-attendance-not-read = columns not read: { $columns }
check-attendance-mark = mark "{ $mark }": { $count ->
    [one] once
   *[other] { $count } times
}, not used
told-by-hub-toml = from hub.toml
told-by-title = from the title
told-by-sheet = from the sheet's name
told-by-file = from the file's name
told-by-header = from the header
told-by-rows = from the rows
toml-attendance = sheet of attendance = its event and date, where the sheet does not tell them; ignore = true leaves it out
unread-no-attendance = neither a list of those who came nor people by events
unread-ignored = left out by hub.toml under [attendance]
