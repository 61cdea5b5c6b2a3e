# what import says
import-made = Made { $path } from { $format }:
import-table = { $file }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
import-read = Read:
import-file = { $file }: { $rows } rows, { $used } used, { $repaired } repaired, { $merged } merged, { $excluded } not used
import-encoding = its text is in { $encoding }, not UTF-8
import-hidden = the sheet is hidden; it was read all the same
import-kept = What stood there before is now in { $path }
import-next = Which row went where stands in import-ledger.csv there. Next, run hubscope check { $path }
import-not-empty = { $path } is already there
import-not-empty-hint = give a folder that does not exist yet, or add --replace: what stands there is kept beside it under another name

# the head of the hub.toml that import writes
import-toml-head = Made by "hubscope import" from { $format }.
import-toml-file = { $file }: { $rows } rows, SHA-256 { $hash }
import-toml-ledger = What became of each row stands in { $file }.

# why files cannot be imported, and what to do
import-refused-format = No format is called "{ $name }".
import-refused-format-remedy = Known: { $known }.
import-refused-same-name = Two of the files are called { $file }: the account of their rows could not tell them apart.
import-refused-same-name-remedy = Rename one of them, for example by its year or programme; the name is free.
import-refused-other = { $file } is no file of the format { $format }: it should have { $expected }. Found: { $found }
import-refused-other-remedy = Check the format's name and that the file is as the other program wrote it ("hubscope import --help" lists the formats).
import-refused-file = { $format } needs { $file } too.
import-refused-file-remedy = Give all files of the download; the file's own name does not matter.
import-refused-column = { $file }: no column "{ $column }", which { $format } files have. Found: { $headers }
import-refused-column-remedy = Give the file as the other program wrote it, with its header.
import-refused-syntax = { $file }, line { $row }: { $problem }
import-refused-syntax-remedy = Export or download the file again; if it is large, check that it arrived whole.
import-refused-date-order-remedy = Add --date-order day_month or --date-order month_day.
import-refused-number-form-remedy = Add --number-form point (1,200.50) or --number-form comma (1.200,50).
import-refused-date-order-contradicted = { $file }, column "{ $column }": { $value } (row { $row }) cannot be read in the order that --date-order sets, and other dates of the column could be read either way.
import-refused-number-form-contradicted = { $file }, column "{ $column }": { $value } (row { $row }) cannot be read by the marks that --number-form sets, and other numbers of the column could be read either way.
import-refused-contradicted-remedy = Correct the cell, or leave the option out so that each column decides for itself.
import-refused-mixed-dates-remedy = In the spreadsheet, give the whole column the format of a date and save again.
import-refused-option = { $format }: the files do not say everything; --{ $option } is missing.
import-refused-option-remedy = Add --{ $option }; "hubscope import --help" says what it means.
import-refused-map = { $file }: { $problem }
import-refused-map-remedy = See "Bringing in other data" in the guide for what a map may say.
import-refused-nothing = { $files }: no row that a hub could use was found.
import-refused-nothing-remedy = Check that the format is { $format } and that the files hold more than their header.

# what the account of an import says of a row
import-reason-blank-row = nothing stands in the row
import-reason-repeated-header = the header stands here once more
import-reason-missing-cell = lacks what it cannot do without
import-reason-bad-cell = cell could not be read and counts as empty
import-reason-unknown-reference = refers to a record that stands in none of the files
import-reason-unattached = refers to a record that stands in none of the files and says nothing without it
import-reason-identical-row = the same as an earlier row
import-reason-same-record = about the same as another row, joined with it
import-reason-found-by-name = without an id; taken for the only one with an id who bears the name
import-reason-repeated-id = another row with other content bears this id; this one goes without
import-reason-shared-amount = the amount is of several together and says nothing of each
import-reason-says-otherwise = an earlier row says otherwise; this value is not used
import-reason-self-tie = both sides are the same
import-reason-no-place = says nothing of stakeholders, ties or events
import-reason-withheld = the source withholds who it was
import-reason-never-held = cancelled, withdrawn, rejected or never come about
import-reason-ended-early = the participation ended before the project
import-reason-end-before-start = ends before it starts: both dates count as empty
import-reason-test = a test or a preview, not an answer
import-reason-unknown-code = a code that the format does not know, kept as it stands

# formats
import-cordis = CORDIS (European research projects)
import-cordis-reads = project.csv and organization.csv of a framework programme; each project becomes an event, each row of organization.csv a participation with role and contribution
import-cordis-lacks = Not in CORDIS: persons, ties outside projects, who proposed whom. A project is one event from its first to its last day; amounts are what the EU contributes, in euros.

import-360giving = 360Giving (grants)
import-360giving-reads = a spreadsheet with one row per grant, or JSON with "grants"; each grant becomes a dated tie from funder to recipient with its amount
import-360giving-lacks = Not in 360Giving: who applied in vain, ties among recipients, sectors. Ids that begin with 360G- are a funder's own and match nobody else's: see hubscope resolve.

import-secop2 = SECOP II (Colombian public contracts)
import-secop2-reads = the electronic contracts of datos.gov.co; each contract becomes a dated tie from the entity to the supplier with its value in Colombian pesos
import-secop2-lacks = Not taken from SECOP II: representatives and supervisors (persons), processes without a contract. Cancelled contracts and drafts are left out; one tax number may serve several entities of a city, so entities are told apart by code or name.

import-ocds = OCDS (public contracting)
import-ocds-reads = release or record packages in JSON, or flattened sheets (parties/0/roles); each process becomes an event, each party a participation per role, each contract (or award without one) a dated tie from buyer to supplier with its value
import-ocds-lacks = Not in OCDS: persons, ties outside contracts. Parties without an id of a public register are told apart by name; the value of an award to several suppliers is left empty, because it says nothing of each.

import-challenges = challenge platforms (challenge, submission, team, stage)
import-challenges-reads = lists of submissions, and of challenges and team members where there are any; --map names the columns where the usual words do not; each challenge becomes an event, each submission participations with the stage reached, each team ties among its members
import-challenges-lacks = Not in such lists, as a rule: who judged or mentored, who looked at a challenge and stayed away. Drafts and withdrawn submissions are left out.

import-decidim = Decidim (citizen participation)
import-decidim-reads = proposals.csv, meetings.csv and their comments; each proposal and meeting becomes an event, authors, commenters and attending organisations take part in it
import-decidim-lacks = Not in Decidim's open data: who came to a meeting as a person, who voted. Supporters are only counted there. Older platforms name no authors; withheld users are left out and counted.


import-iati = IATI (development activities)
import-iati-reads = XML with iati-activity elements, versions 1 and 2; each activity becomes an event, each organisation in it a participation per role, the money between two organisations one dated tie per activity and currency
import-iati-lacks = Not in IATI: persons, ties outside activities. Of promised and paid money the promise counts, because both tell of the same money; budgets and results are not read.
