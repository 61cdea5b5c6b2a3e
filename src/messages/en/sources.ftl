# how files were read
source-encoding = its text is in { $encoding }
source-other-format = its content is { $format }, whatever its name says
source-title-rows = { $rows ->
    [one] one row
   *[other] { $rows } rows
} above the header in row { $header } taken for titles: { $text }
source-merged-header = { $cells ->
    [one] a merged cell
   *[other] { $cells } merged cells
} in the header
source-hidden-sheet = hidden in the workbook, and read because hub.toml names it

# files and sheets that were not read
unread-no-table = its name is none of a table's
unread-replaced = hub.toml names another for its table
unread-hidden = hidden in the workbook; name it in hub.toml under [tables] to have it read
unread-blank = nothing stands in it
unread-password = protected by a password
unread-damaged = damaged, or of another format than its name says

# refusals
refused-password = { $file } is protected by a password.
refused-password-remedy = Open it, remove the password (in Excel: File, Info, Protect Workbook) and save it, or save the sheet as CSV UTF-8.
refused-damaged = { $file } is damaged, or of another format than its name says.
refused-damaged-remedy = Open it in the program that made it and save it again; if it does not open there either, ask for a new copy.
refused-web-page = { $file } is a web page or XML, whatever its name says.
refused-web-page-remedy = Open it in Excel or LibreOffice and save it as a workbook (xlsx) or as CSV UTF-8.
refused-no-sheet = { $file } has no sheet "{ $sheet }". It has: { $sheets }.
refused-no-sheet-remedy = Write the sheet's name in hub.toml under [tables] as the workbook shows it.
refused-which-sheet = { $file } has several sheets ({ $sheets }) and none bears the name of a table.
refused-which-sheet-remedy = Name the sheet in hub.toml under [tables], such as "{ $file }#{ $sheet }", or give each sheet the name of its table.
refused-nested-value = { $file }, row { $row }, column "{ $column }": a { $found } is not a value that a cell can hold.
refused-nested-value-remedy = Write one value (text, number, yes or no) there, or leave the column "{ $column }" out.
refused-json-form = { $file }, line { $row }: not a JSON object ({ $problem }).
refused-json-form-remedy = Write one object per line, such as {"{"}"name": "A"{"}"}, or one list of such objects.

# what the ledger says of a row
reason-totals-row = a totals row: it counts the rows above and is no record
reason-repeated-header = the header once more, not a record
reason-title-row = a title across the table, not a record
reason-merged-cell = a merged cell: its text holds for each of its rows
reason-failed-formula = the cell shows a formula's error and counts as empty

# check
check-sources = How files were read
check-source = { $file }: { $note }
check-unread = Not read
check-unread-file = { $name }: { $why }
check-unread-rows = { $name }, { $rows ->
    [one] one row
   *[other] { $rows } rows
}: { $why }
