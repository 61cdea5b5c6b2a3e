# hub.toml
config-form = hub.toml, line { $line }: { $problem }
config-form-remedy = Compare the line with the hub.toml that "hubscope new" writes.
config-unknown-key = hub.toml, line { $line }: unknown key "{ $key }".
config-known-keys = Known here: { $known }.
config-out-of-range = hub.toml: { $key } = { $found } is out of range.
config-out-of-range-remedy = Expected: { $expected }.
records-did-you-mean = Did you mean "{ $nearest }"?

# why a hub is refused, and what to do
refused-address = { $path } is an address on the network; hubscope opens no network connection.
refused-address-remedy = Download the files into a folder and give that folder.
refused-missing = { $path } does not exist.
refused-missing-remedy = Check the path, or start a new hub with "hubscope new".
refused-single-file = { $path } is a single file; a hub is a folder of tables, a workbook or a SQLite file.
refused-single-file-remedy = Put each table into a folder as its own CSV file (stakeholders.csv, partnerships.csv, …) and give the folder.
refused-no-tables = { $path } holds no table of a hub.
refused-no-tables-remedy = Bring partnerships.csv or participations.csv; "hubscope new" writes empty tables with their headers.
refused-two-files = { $first } and { $second } could both be the table { $table }.
refused-two-files-remedy = Remove one, or name the right one in hub.toml under [tables]: { $table } = "{ $first }".
refused-almost-table = { $file } is no table of a hub, but its name is almost that of { $nearest }.
refused-almost-table-remedy = Rename it to { $nearest }, or give it another name if it is something else.
refused-format = { $file }: this version does not read this format.
refused-format-remedy = Save it as a workbook (xlsx, ods) or as CSV UTF-8 under the same name.
refused-unreadable = { $file } cannot be read: { $problem }
refused-unreadable-remedy = Check that the file opens and that you may read it, then save it again.
refused-empty = { $file } is empty: not even a header.
refused-empty-remedy = Export it again, or remove the file; a table without rows needs its header line.
refused-binary = { $file } is not a text file.
refused-binary-remedy = Open it in the program that made it and save it as CSV (UTF-8).
refused-encoding = { $file }, line { $row }: the text is in no encoding that can be read for sure, or in several.
refused-encoding-remedy = Save it again as "CSV UTF-8" (in Excel: Save as, file type CSV UTF-8).
refused-long-line = { $file }, line { $row }: a line of more than 16 MiB.
refused-long-line-remedy = Look for a missing line break or an unclosed quote before that line, and export the file again.
refused-open-quote = { $file }, row { $row }: a quote is opened and never closed, so the rest of the file is one cell.
refused-open-quote-remedy = Close or remove the quote in row { $row }.
refused-extra-cells = { $file }, row { $row }: { $found } cells, but the header has { $expected }.
refused-extra-cells-remedy = Put quotes around the cell of row { $row } that contains the separator, or remove what is too much.
refused-cell-type = { $file }, column { $column }: cells of type { $found } are not read.
refused-cell-type-remedy = Write the column { $column } as text (dates as 2026-02-13).
refused-missing-column = { $file }: the table { $table } needs a column "{ $column }". Found: { $headers }.
refused-missing-column-remedy = Add the column, or say in hub.toml under [columns.{ $table }] which one it is: { $column } = "…".
refused-missing-column-nearest = If it is "{ $nearest }", say so in hub.toml under [columns.{ $table }]: { $column } = "{ $nearest }".
refused-unknown-mapping = hub.toml, [{ $section }]: "{ $key }" is not known.
refused-unknown-mapping-remedy = See the data dictionary that "hubscope new" writes for the names of tables, columns and sectors.
refused-unknown-stakeholder = hub.toml, [hub]: no record names "{ $name }".
refused-unknown-stakeholder-remedy = Write operator and staff under [hub] as the records name them, by id or name, or add them to the stakeholders table.
refused-date-order = { $file }, column "{ $column }": { $value } (row { $row }) could be day/month or month/day, and no other cell settles it.
refused-date-order-remedy = Set date_order = "day_month" or "month_day" in hub.toml under [records], or for one column alone under [records.date_orders]: "table.column" = "day_month".
refused-number-form = { $file }, column "{ $column }": the mark in { $value } (row { $row }) could be decimal or thousands, and no other cell settles it.
refused-number-form-remedy = Set number_form = "point" (1,200.50) or "comma" (1.200,50) in hub.toml under [records], or for one column alone under [records.number_forms]: "table.column" = "point".
refused-duplicate-id = { $file }, rows { $first } and { $row }: two different records under the same { $column }, "{ $value }".
refused-duplicate-id-remedy = Give one of the two rows its own { $column }, or make both rows say the same.
refused-unknown-id = { $file }, row { $row }, column "{ $column }": no table declares "{ $value }".
refused-unknown-id-remedy = Add it to its table, correct the cell, or set unknown_ids = "create" in hub.toml under [records].
refused-ledger-off = { $file }: { $rows } rows, but the ledger accounts for { $accounted }. This is a fault in hubscope.
refused-ledger-off-remedy = Please report it with the table { $file } if you may share it.

# what the ledger says of a row
reason-bad-cell = cell could not be read and counts as empty
reason-bad-required-cell = a cell that the row cannot do without is empty or could not be read
reason-empty-name = no name: the id stands for it
reason-unknown-id-created = not declared in its table: created from this mention
reason-derived = the hub has no table that declares it: derived from this mention
reason-unknown-id-dropped = not declared in its table: not used
reason-self-tie = both sides are the same
reason-identical-row = the same as another row
reason-end-before-start = ends before it starts: both dates count as empty
reason-before-its-event = dated before its event
reason-reversed-duplicate = the same pair stands the other way round in another row; both count
reason-strength-not-positive = the strength is zero or below
reason-broken-encoding = looks like text in a broken encoding
reason-several-names = names several in one cell and is read as one: give each a row of its own
reason-blank-row = nothing stands in the row
reason-same-name = the same name as another row, joined with it; what it says otherwise is not used
reason-ambiguous-name = several bear this name and nothing says which is meant

# tables
table-stakeholders = persons, units and organisations
table-partnerships = dated ties between two stakeholders
table-participations = who took part in what
table-events = what they took part in
table-adoptions = practices taken up by a unit
table-leadership = acts and spells from above
table-commitments = what the hub, its roadmap or its strategic plan promised
table-affiliations = posts held by persons
table-nominations = who named whom as advocate or adviser
table-champions = persons known to be, or not to be, champions
table-roster = who could have answered or taken part, per window
table-actions = what the last report proposed, filled in

# columns
column-id = Its id; made from the content where empty.
column-name = Its name as people know it.
column-stakeholders-kind = What it is; organization where empty.
column-sector = The sector it belongs to.
column-government_level = Level of government.
column-parent_id = The unit or organisation it belongs to.
column-city = City.
column-country = Country.
column-role_title = Role or post.
column-appointment = How the person came to the post.
column-authority = Grade in the hierarchy: 1 is the top.
column-term_end = When the term ends.
column-joined = When it joined the hub.
column-left = When it left the hub.
column-email = E-mail address; tells persons of one name apart.
column-aliases = Other names and acronyms.
column-external_ids = Ids in public registers, such as ror:…, nit:… or rut:….
column-offers = What it offers.
column-needs = What it needs.
column-consent = How far its name may go; partners where empty.
column-profiling = Whether the person may be profiled.
column-partnerships-source = One side; the giver where the tie is directed. Id or name.
column-partnerships-target = The other side. Id or name.
column-partnerships-kind = What kind of tie.
column-function = What it is for.
column-start = First day; a year or month is enough.
column-end = Last day, or a word for open (present). Empty means unknown.
column-last_confirmed = When someone last confirmed that it lives.
column-notice_months = Months of notice.
column-partnerships-owner = Who in the hub looks after it.
column-strength = How strong, above zero; 1 where empty.
column-directed = Whether it runs from source to target.
column-amount = Money that goes with it.
column-currency = In which currency.
column-funder_id = Who pays. Id or name.
column-initiated_by = Who started it. Id or name.
column-origin = Where the initiative came from.
column-attributed_to = The event that led to it. Id or name.
column-status = Status as recorded.
column-renewed_from = The id of the partnership it renews.
column-stakeholder_id = Who. Id or name.
column-event_id = Which event. Id or name.
column-date = When.
column-role = As what.
column-hours = For how many hours.
column-invited_by = Who invited them. Id or name.
column-incentive = What was offered for coming.
column-outcome = What came of it.
column-participations-name = The person's name, where the list has ids beside it.
column-organization = The organisation. Id or name.
column-component = Which part of the method.
column-topic = What it was about.
column-host = Who hosted it. Id or name.
column-prize = The prize.
column-programme = The programme it belongs to.
column-unit = Who took it up. Id or name.
column-practice = Which practice.
column-trigger = What set it off.
column-sponsor = Who sponsored it. Id or name.
column-champion = Who pushed it from inside; in the table of champions, whether the person is one.
column-abandoned = When it was given up.
column-body = Who acted. Id or name.
column-leadership-kind = What kind of act.
column-person_id = The office-holder. Id or name.
column-scope = Units, level or city that it covers.
column-binding = Whether it binds.
column-text = What was promised.
column-commitments-kind = Objective or action.
column-indicator = The indicator it is measured by.
column-baseline = Where it stood.
column-commitments-target = Where it should go.
column-due = By when.
column-commitments-owner = Who answers for it. Id or name.
column-partners = With whom. Ids or names.
column-done_on = When it was done.
column-person = The person. Id or name.
column-nominations-source = Who names. Id or name.
column-nominations-target = Who is named. Id or name.
column-question = In answer to what.
column-from = Since when.
column-until = Until when.
column-source = Says who, or where this is written.
column-window = Which window, such as 2025.
column-responded = Whether they answered or took part.
column-actions-owner = Who does it.
column-proposed_on = The last day of the report that proposed it first.
column-told = Written by the report for the reader; read back only to be said again.

# example rows of new tables, cell by cell in the order of the columns
example-stakeholders = ana | Ana Example | person | government | municipal | city-hall | Cali | Colombia | transport planner | career | 3 | | 2024-03 | | ana@example.org | A. Example | | mobility data | open-data training | partners | yes
example-partnerships = agreement-1 | city-hall | university | agreement | shared mobility data | 2024-03-01 | 2026-02-28 | 2025-06 | 3 | Ana Example | 1 | no | | | | ana | bottom_up | workshop-1 | signed | { "" }
example-participations = ana | workshop-1 | 2024-02-15 | facilitator | 4 | | certificate | | | | | | | planner
example-events = workshop-1 | Co-design workshop on buses | co_design_workshop | 2024-02-15 | 2024-02-16 | buses | Cali | university | ana | bottom_up | certificate | | Mobility hub | held
example-adoptions = { "" } | city-hall | open bus timetable | 2024-09 | joint | own | city-hall | ana | Mobility hub | 2025-06 | { "" }
example-leadership = { "" } | city-hall | mandate | 2024-06-01 | present | ana | open bus timetable | municipal | yes | | Decree 12 of 2024
example-commitments = { "" } | Publish the bus timetable as open data | workshop-1 | action | lines published | 0 | 40 | 2024-12-31 | city-hall | university | under way | { "" }
example-affiliations = ana | city-hall | transport planner | career | 3 | 2023-01 | present
example-nominations = ana | luis | 2025-03 | Who helps you to get things done?
example-champions = ana | yes | 2024-02 | | evaluation of 2025
example-roster = ana | 2025 | yes

# files that "new" writes
dictionary-file = data-dictionary
dictionary-title = Data dictionary
dictionary-intro = Partnerships or participations are enough to start; every other table and column adds an answer. Ids are optional: names will do. Delete the example rows.
dictionary-head = column | required | cells | what it holds
cells-text = text
cells-stakeholder = id or name
cells-stakeholders = ids or names, separated by ;
cells-event = id or name of an event
cells-date = date
cells-end = date or "present"
cells-number = number
cells-whole = whole number
cells-yes-no = yes or no
cells-list = texts, separated by ;
cells-choice = one of: { $values }
cells-open-choice = { $values }, or another word
toml-head = Everything here is optional; the values shown are the defaults. Remove the # in front of a line to set it.
toml-hub = who the hub is: name, language of the report (en, es), the organisation that runs it, its staff
toml-study = the stretch of time under study
toml-recording = a change in how records were collected: from when, which source, what
toml-records = how cells are read: unknown_ids create, error or drop; date_order auto, day_month or month_day; number_form auto, point or comma; date_orders and number_forms for one column alone, such as { "{" } "partnerships.start" = "day_month" { "}" } (or month_day, serial_1900, serial_1904)
toml-tables = table = file, where the file has another name
toml-columns = column = header, where the file has another header
toml-values = word in the file = value of hubscope
toml-sectors = sector in the file = sector of hubscope
toml-options = the declared list of a column with several values in a cell
toml-network = how ties are made
toml-government = which sectors count as government
toml-funding = which kinds of partnership carry money
toml-gaps = which roles a hub should have (quadruple_helix, reap, networking_assets or own), and the share of false alarms accepted
toml-stability = when rankings are withheld, and how many draws each test makes
toml-introductions = pairs never to be introduced, and the notice printed where an official meets a private party
toml-plan = hours for agreements and introductions, and what each kind of act takes
toml-adoption = which units could have adopted, and the difference that counts as none
toml-champions = what the cards are for, who answers for them, since when those concerned know
toml-privacy = where the key of the public edition lies
toml-example-attendee = came
