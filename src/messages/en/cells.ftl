# what cells say, and how names and values are mapped
reason-two-currencies = the currency in the cell of the amount contradicts the column of currencies: the amount counts as empty

refused-date-order-contradicted = { $file }, column "{ $column }": { $value } (row { $row }) cannot be read in the order of day and month that hub.toml sets for all columns (or the header for this one), and other dates of the column could be read either way.
refused-date-order-contradicted-remedy = Correct the cell, or set the order of this column alone in hub.toml under [records.date_orders]: "{ $place }" = "day_month" or "month_day".
refused-mixed-dates = { $file }, column "{ $column }": { $value } (row { $row }) is a spreadsheet's day number, but other cells of the column are written dates. When a spreadsheet turns only some cells into dates, it may have swapped their day and month.
refused-mixed-dates-remedy = In the spreadsheet, give the whole column the format of a date and save again; or, if the numbers are right, say in hub.toml under [records.date_orders] where they begin: "{ $place }" = "serial_1900" or "serial_1904".
refused-number-form-contradicted = { $file }, column "{ $column }": { $value } (row { $row }) cannot be read by the marks that number_form in hub.toml sets for all columns, and other numbers of the column could be read either way.
refused-number-form-contradicted-remedy = Correct the cell, or set the decimal mark of this column alone in hub.toml under [records.number_forms]: "{ $place }" = "point" or "comma".

form-serial_1900 = dates as a spreadsheet's day numbers, counted from 1900; if the spreadsheet counts from 1904, set serial_1904 under [records.date_orders]
form-serial_1904 = dates as a spreadsheet's day numbers, counted from 1904
form-short-years = years of two digits, standing last: 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069
check-unmapped-meant = { $column }: "{ $value }" is unknown and was kept as it stands ({ $rows } rows). Did you mean "{ $nearest }"?
check-unknown-column-meant = { $table }: the column "{ $header }" is not known; it can be used with --group-by. Did you mean { $nearest }?
check-unsplit = { $column }: { $count ->
    [one] { $count } cell holds a comma and was not split at it
   *[other] { $count } cells hold a comma and were not split at it
  }. If it parts several answers, declare them in hub.toml under [options]: { $name } = ["…"]
check-values = { $column }: { $pairs }
check-mapping-written = The mapping was written to { $path }. Read the hub with it: --config { $path }

mapping-head = How names and values were read; hubscope check --write-mapping wrote it. Use it as hub.toml or with --config.
mapping-unmapped = not known; give each the value that it means, or leave it out to keep it as it stands

# what the command line says when something fails
label-error = error:
label-cause = caused by:
label-hint = hint:
cannot-write = cannot write { $path }
cannot-write-table = the table cannot be written
cannot-write-parquet = the table { $table } cannot be written as Parquet
cannot-write-workbook = the workbook cannot be written
cannot-write-csv = the table { $table } cannot be written as CSV
cannot-set-threads = the number of --threads cannot be set
io-not-found = there is no such file or folder
io-permission-denied = you may not read or write there
io-already-exists = it is already there
io-not-a-folder = it is no folder
io-is-a-folder = it is a folder
io-folder-not-empty = the folder is not empty
io-read-only = the disk is read-only
io-disk-full = the disk is full
io-invalid-name = the system does not take that name
report-occupied = { $path } holds { $found }, which is no unchanged part of an earlier report: nothing was written
report-cannot-create = cannot create { $path }
report-cannot-create-a-folder-in = cannot create a folder in { $path }
report-cannot-write = cannot write { $path }
report-cannot-move-aside = cannot move aside { $path }
report-cannot-put-back = cannot put back { $path }
report-cannot-read = cannot read { $path }
report-no-record = the record of the run could not be made
report-no-page = the page { $page } could not be made
usage-invalid-value = { $argument } cannot be "{ $value }"
usage-no-value = { $argument } needs a value
usage-unknown-argument = { $argument } is not known here
usage-unknown-command = there is no command "{ $argument }"
usage-missing = missing: { $argument }
usage-conflict = { $argument } cannot stand beside { $other }
usage-twice = { $argument } stands twice
usage-valid = Expected one of: { $valid }
usage-help = The same command with --help says what can stand there.

# hub.toml
config-type = hub.toml, line { $line }: { $found } stands where { $expected } should.
config-unknown-value = hub.toml: { $key } cannot be { $found }.
config-unknown-word = hub.toml, line { $line }: "{ $found }" is not known here.
config-missing-key = hub.toml, line { $line }: the key "{ $key }" is missing.
config-missing-key-remedy = Add the line { $key } = …
config-duplicate-key = hub.toml, line { $line }: the same key or section stands twice.
config-duplicate-key-remedy = Remove one of the two, or join what stands under both.
expected-share = a number from 0 to 1
expected-weight = a number, 0 or above
expected-hours = hours from 0 to 100,000
expected-draws = a whole number from 1 to 1,000,000
expected-lang = en or es
expected-from-before-as-of = a day not after as_of
toml-a-text = text in quotes
toml-a-number = a number
toml-a-whole = a whole number, 0 or above
toml-a-list = a list in square brackets
toml-a-section = a section
toml-a-day = a day, such as 2021-03-31
toml-a-file = a file, such as "actores.csv", or a list of files
toml-a-yes-no = true or false
