# what would be lost without whom: tables, charts, the section, the private file, the command

# who or what could be gone
without-the-hub = The hub itself (operator and staff)
without-administration = { $bodies }{ $more ->
    [0] {""}
    [one] {" "}and one other
   *[other] {" "}and { $more } others
}, term { $from } to { $until }
without-administration-since = { $bodies }{ $more ->
    [0] {""}
    [one] {" "}and one other
   *[other] {" "}and { $more } others
}, term since { $from }
without-administration-until = { $bodies }{ $more ->
    [0] {""}
    [one] {" "}and one other
   *[other] {" "}and { $more } others
}, term until { $until }

# how the core splits
without-core-exact = The core is the { $core } members who stay connected to each other whichever one of them leaves. It splits when { $fewest } of them leave together; fewer cannot split it (exact).
without-core-bound = The core is the { $core } members who stay connected to each other whichever one of them leaves. It splits when { $fewest } of them leave together; perhaps fewer are enough: this is an upper bound, because looking for the fewest would take too long.
without-core-whole = The core is { $core } members who are all tied to each other: no departure splits it.

# the command
without-no-people = Nothing can be said of persons: the records name none, or they have too many ties. Enter persons in the table "stakeholders", or ask for a shorter window.
without-unknown = There is no "{ $who }" whose leaving could be looked at in this window: give the id or the name of a member, a sector, hub or largest_event.
without-person = "{ $who }" is a person, and persons stand in private output only: use --people.

# tables/without.csv
table-without-kind = hub, largest_event, member, funder (stops paying, stays), sector or administration (what was begun under it)
table-without-rank = place within its kind, most stranded first
table-without-id = without whom or what: its id; of an administration the ids of its bodies
table-without-name = its name
table-without-stranded = members that would no longer reach the largest part left of their component, if what the subject alone led and what it pays for stops with it
table-without-stranded_if_carried_on = the same if others carried these on
table-without-stranded_ids = who would be stranded if these stop
table-without-sectors_cut_off = sectors with a member in the largest component and none in what would be left of it
table-without-leaving = members that leave
table-without-ties_lost = working ties that go
table-without-events_led = events of the window that it led, others beside it or not
table-without-events_stopped = of these, the ones that nobody else led; of an event: itself
table-without-stopped_ids = their ids
table-without-agreements_ended = agreements that it pays for, or that were begun under it, in force in the window
table-without-funding_share = share of the money of the window that it pays; empty where under 80 % of the money is known
table-without-connected_before = share of all members in the largest component, as it is
table-without-connected_after = share of the members left in the largest component
table-without-connected_if_carried_on = the same if others carried on what it led and pays for
table-without-fragmentation_before = share of pairs that cannot reach each other, as it is
table-without-fragmentation_after = the same among the members left
table-without-fragmentation_change = the change
table-without-efficiency_before = global efficiency by hops, as it is
table-without-efficiency_after = the same among the members left; empty beyond the first of each kind
table-without-efficiency_change = the change
table-without-substitute_ids = up to three members tied to every sector that it is tied to, most partners in common first; for a payer, payers into the same sectors
table-without-substitutes = their names
table-without-layer = layer of the network
table-without-window = window
table-without-records = ids of the records it rests on
table-departures-departures = how many have left, whoever has most working ties left first
table-departures-stakeholder_id = who left last
table-departures-name = its name
table-departures-connected = share of all members in the largest part left
table-departures-connected_random = the same if members leave at random, on average over 100 orders

# the chart of losses
chart-without-title = Without { $name } and what it alone leads or pays for, { $stranded ->
    [one] one other member
   *[other] { $stranded } other members
} would be cut off from the rest
chart-without-title-none = No single member holds others alone; without { $name }, { $stranded ->
    [one] one member
   *[other] { $stranded } members
} would be cut off
chart-without-subtitle = Members cut off from the largest part left · working ties, { $window } · { $members } members
chart-without-description = Bar chart: how many of the members left would be cut off without each of { $bars } subjects, and who; the numbers stand in the table.
chart-without-note = Cut off: no chain of working ties leads to the largest part left. A tie that nobody recorded would make this look less fragile.
chart-without-event = The largest event: { $event }
chart-without-key-carried = even if others carry on its events and payments
chart-without-key-stops = more, if these stop
chart-column-without = without
chart-column-cut_off = members cut off if what it alone led and pays for stops
chart-column-cut_off_if_carried_on = members cut off even if others carry it on
chart-column-cut_off_who = who, the first six

# the chart of departures
chart-departures-title = If the best connected leave first, { $halved ->
    [one] one departure halves
   *[other] { $halved } departures halve
} the part that hangs together
chart-departures-subtitle = Share of all members in the largest part left · working ties, { $window }
chart-departures-description = Line chart of the share of members that still hang together as members leave: halved after { $halved } departures of the best connected, after { $random } at random.
chart-departures-note = Whoever has most working ties left leaves next. Another order may halve it with fewer departures; at random: the mean of 100 orders.
chart-departures-axis = departures
chart-departures-targeted = best connected first
chart-departures-random = at random
chart-departures-mark = after { $halved }: { $share }
chart-column-departures = departures
chart-column-connected = share of members in the largest part, best connected leaving first
chart-column-connected_random = the same at random, on average

# the section
report-without-table = What would be lost without whom
report-without-others-table = Without a payer, a sector or an administration
report-without-column-without = Without
report-without-column-cut_off = Cut off
report-without-column-carried_on = If carried on
report-without-column-who = Who
report-without-column-stops = Events that stop
report-without-column-goes = What else goes
report-without-column-steady = Steady
report-without-goes-events = { $count ->
    [one] one event stops
   *[other] { $count } events stop
}
report-without-goes-agreements = { $count ->
    [one] one agreement ends
   *[other] { $count } agreements end
}
report-without-goes-money = { $share } of the money
report-without-goes-sectors = nobody left connected from { $sectors }
report-without-column-substitutes = Who spans the same sectors
report-without-kind-hub = the hub
report-without-kind-largest_event = largest event
report-without-kind-member = member
report-without-kind-funder = stops paying
report-without-kind-sector = sector
report-without-kind-administration = administration
report-without-column-kind = Kind
report-without-read = "Cut off" counts the members that would no longer reach the largest part left through working ties, if the events that only the one who leaves led, and the agreements it pays for, stop too. "If carried on" counts them if others take these over. "Steady" says how little this hangs on one event: events are left out one at a time, and it is the share of these cases in which others still depend on the member.
report-without-administrations = For an administration it is assumed that the agreements begun in its term, and the events it alone led, end with it.
report-without-event = The largest event: { $event }
report-without-halved = If whoever has most ties leaves, one after the other, { $halved ->
    [one] one departure halves
   *[other] { $halved } departures halve
} the part that hangs together (this order is not proven to be the quickest); at random it takes about { $random }.
report-without-split-who = Together these would be enough: { $who }.

# the private file
people-without-title = Where ties rest on one person
people-without-text = Counted in working ties { $window }, with persons counted for themselves beside the organisations ({ $members } in all). Whoever declined profiling, works for the hub or has fewer than three contacts is left out. Use it to prepare who could step in, never to judge anyone.
people-without-none = Nobody's leaving would cut others off, and no event was led by one person alone.
people-without-more = { $more } more stand in the output of "hubscope without --people".
