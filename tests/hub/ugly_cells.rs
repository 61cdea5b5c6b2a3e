//! Cells as people leave them: each is read as stated, repaired with a reason, or refused with file, row, column and
//! remedy. None is read wrongly in silence.

use std::path::Path;

use hubscope::messages::{Lang, Messages};
use hubscope::records::{self, End, HubRecords, ReadOptions, Reason, RecordsError, RowState};
use hubscope::time::DateSpan;

use Outcome::{Excluded, Flagged, Is, Nothing, Refused, Repaired};

/// What becomes of the last cell of a case.
#[derive(Debug, Clone, Copy)]
enum Outcome {
    /// Read as this, and nothing is noted.
    Is(&'static str),
    /// It says that nothing is there, and nothing is noted.
    Nothing,
    /// It counts as empty, and the ledger says why.
    Repaired(Reason),
    /// Its row is not used, and the ledger says why.
    Excluded(Reason),
    /// Read as it stands, and the ledger flags it.
    Flagged(&'static str, Reason),
    /// The file is refused under this key of the catalogue; the row named is the one of the last cell.
    Refused(&'static str),
}

/// The cells of one column, from the top; the last is judged.
struct Case {
    place: &'static str,
    cells: &'static [&'static str],
    config: &'static str,
    outcome: Outcome,
}

const fn case(place: &'static str, cells: &'static [&'static str], outcome: Outcome) -> Case {
    Case {
        place,
        cells,
        config: "",
        outcome,
    }
}

const fn told(place: &'static str, cells: &'static [&'static str], config: &'static str, outcome: Outcome) -> Case {
    Case {
        place,
        cells,
        config,
        outcome,
    }
}

const START: &str = "partnerships.start";
const END: &str = "partnerships.end";
const AMOUNT: &str = "partnerships.amount";
const BAD: Outcome = Repaired(Reason::BadCell);

const DATES: &[Case] = &[
    case(START, &["2024-05-13"], Is("2024-05-13")),
    case(START, &["2024-05-13T23:30:00Z"], Is("2024-05-13")),
    case(START, &["2024-05-13T23:30:00.000-05:00"], Is("2024-05-13")),
    case(START, &["2024-05-13+02:00"], Is("2024-05-13")),
    case(START, &["20240513"], Is("2024-05-13")),
    case(START, &["2024/5/3"], Is("2024-05-03")),
    // one cell settles its column
    case(START, &["13/02/2026", "03/05/2024"], Is("2024-05-03")),
    case(START, &["02/13/2026", "03/05/2024"], Is("2024-03-05")),
    case(START, &["2024-01-01", "03/05/2024"], Refused("refused-date-order")),
    case(
        START,
        &["13/02/2026", "02/13/2026", "03/05/2024"],
        Refused("refused-date-order"),
    ),
    told(
        START,
        &["03/05/2024"],
        "[records]\ndate_order = \"day_month\"",
        Is("2024-05-03"),
    ),
    told(
        START,
        &["03/05/2024"],
        "[records]\ndate_order = \"month_day\"",
        Is("2024-03-05"),
    ),
    told(
        START,
        &["03/05/2024"],
        "[records.date_orders]\n\"partnerships.start\" = \"month_day\"",
        Is("2024-03-05"),
    ),
    // what is said of all columns does not turn one that says otherwise
    told(
        START,
        &["03/05/2024", "02/13/2026"],
        "[records]\ndate_order = \"day_month\"",
        Refused("refused-date-order-contradicted"),
    ),
    told(
        START,
        &["02/13/2026"],
        "[records]\ndate_order = \"day_month\"",
        Is("2026-02-13"),
    ),
    case(START, &["05/05/2024"], Is("2024-05-05")),
    case(START, &["13/05/24"], Is("2024-05-13")),
    case(START, &["13/05/98"], Is("1998-05-13")),
    case(START, &["13.05.2024, 17h30"], Is("2024-05-13")),
    case(START, &["13/05/2026 05:55:00 PM"], Is("2026-05-13")),
    case(START, &["31/02/2024"], BAD),
    case(START, &["13 de mayo de 2024"], Is("2024-05-13")),
    case(START, &["lunes 13 de mayo de 2024"], Is("2024-05-13")),
    case(START, &["1.º de mayo de 2024"], Is("2024-05-01")),
    case(START, &["13 de março de 2024"], Is("2024-03-13")),
    case(START, &["1er août 2024"], Is("2024-08-01")),
    case(START, &["May 13th, 2024"], Is("2024-05-13")),
    case(START, &["13-may-24"], Is("2024-05-13")),
    case(START, &["2024"], Is("2024-01-01/2024-12-31")),
    case(START, &["2024.0"], Is("2024-01-01/2024-12-31")),
    case(START, &["2024-02"], Is("2024-02-01/2024-02-29")),
    case(START, &["mayo 2024"], Is("2024-05-01/2024-05-31")),
    case(START, &["set/2024"], Is("2024-09-01/2024-09-30")),
    case(START, &["févr. 2024"], Is("2024-02-01/2024-02-29")),
    case(START, &["feb-24"], Is("2024-02-01/2024-02-29")),
    // a day without a year, or a month with one: nobody knows
    case(START, &["mayo 24"], BAD),
    case(START, &["2024-Q2"], Is("2024-04-01/2024-06-30")),
    case(START, &["2.º trimestre de 2024"], Is("2024-04-01/2024-06-30")),
    case(START, &["IV trimestre 2024"], Is("2024-10-01/2024-12-31")),
    case(START, &["primer semestre 2024"], Is("2024-01-01/2024-06-30")),
    case(START, &["2024-S2"], Is("2024-07-01/2024-12-31")),
    // a month, or the first half of the year as universities count it
    case(START, &["2024-1"], BAD),
    case(START, &["2024-7", "2024-1"], Is("2024-01-01/2024-01-31")),
    case(START, &["45123"], Is("2023-07-16")),
    case(START, &["45123.75"], Is("2023-07-16")),
    told(
        START,
        &["43661"],
        "[records.date_orders]\n\"partnerships.start\" = \"serial_1904\"",
        Is("2023-07-16"),
    ),
    case(START, &["2024-01-01", "45123"], Refused("refused-mixed-dates")),
    told(
        START,
        &["2024-01-01", "45123"],
        "[records.date_orders]\n\"partnerships.start\" = \"serial_1900\"",
        Is("2023-07-16"),
    ),
    case(START, &["\u{a0}2024\u{2011}05\u{2011}13\u{200b}"], Is("2024-05-13")),
    case(START, &["٢٠٢٤-٠٥-١٣"], Is("2024-05-13")),
    case(START, &["２０２４／０５／１３"], Is("2024-05-13")),
    case(START, &["1970-01-01"], Nothing),
    case(START, &["1900-01-01 00:00:00"], Nothing),
    case(START, &["01/01/1900"], Nothing),
    case(START, &["0000-00-00"], Nothing),
    case(START, &["1969-12-31T19:00:00-05:00"], Nothing),
    case(START, &["No registra"], Nothing),
    case(START, &["0202-05-01"], BAD),
    case(START, &["2024-2026"], BAD),
    case(START, &["del 3 al 5 de mayo de 2024"], BAD),
    case(START, &["1715594400"], BAD),
    case(START, &["pronto"], BAD),
    case(START, &["vigente"], BAD),
    case(START, &["0"], BAD),
    told(START, &["0"], "[records]\nnull_words = [\"0\"]", Nothing),
    told(
        START,
        &["antes del hub"],
        "[values.\"partnerships.start\"]\n\"antes del hub\" = \"2019\"",
        Is("2019-01-01/2019-12-31"),
    ),
    case("adoptions.date", &["pronto"], Excluded(Reason::BadRequiredCell)),
    case("adoptions.abandoned", &["vigente"], Nothing),
];

const ENDS: &[Case] = &[
    case(END, &["vigente"], Is("open")),
    case(END, &["INDEFINIDO"], Is("open")),
    case(END, &["actual"], Is("open")),
    case(END, &["a la fecha"], Is("open")),
    case(END, &["hasta la fecha"], Is("open")),
    case(END, &["em vigor"], Is("open")),
    case(END, &["prazo indeterminado"], Is("open")),
    case(END, &["en cours"], Is("open")),
    case(END, &["jusqu'à ce jour"], Is("open")),
    case(END, &["to date"], Is("open")),
    case(END, &["Present"], Is("open")),
    case(END, &["until further notice"], Is("open")),
    case(END, &["9999-12-31"], Is("open")),
    case(END, &["31/12/2999"], Is("open")),
    // an empty end is unknown, not open
    case(END, &[""], Is("unknown")),
    case(END, &["S/D"], Is("unknown")),
    case(END, &["1900-01-01"], Is("unknown")),
    case(END, &["por definir"], BAD),
    case(END, &["no vigente"], BAD),
    case(END, &["2024"], Is("2024-01-01/2024-12-31")),
    case(END, &["12 meses"], BAD),
];

const NUMBERS: &[Case] = &[
    case(AMOUNT, &["1.200,50"], Is("1200.5")),
    case(AMOUNT, &["1,200.50"], Is("1200.5")),
    case(AMOUNT, &["1.200,50", "1.200"], Is("1200")),
    case(AMOUNT, &["1,200.50", "1,200"], Is("1200")),
    case(AMOUNT, &["12", "1.200"], Refused("refused-number-form")),
    case(AMOUNT, &["1.5", "1,5", "1.200"], Refused("refused-number-form")),
    told(AMOUNT, &["1.200"], "[records]\nnumber_form = \"comma\"", Is("1200")),
    told(
        AMOUNT,
        &["1.200"],
        "[records.number_forms]\n\"partnerships.amount\" = \"point\"",
        Is("1.2"),
    ),
    told(
        AMOUNT,
        &["1.200", "3.5"],
        "[records]\nnumber_form = \"comma\"",
        Refused("refused-number-form-contradicted"),
    ),
    case(AMOUNT, &["$1.200.000"], Is("1200000")),
    case(AMOUNT, &["$ 1,200,000"], Is("1200000")),
    case(AMOUNT, &["1.2M"], Is("1200000")),
    case(AMOUNT, &["1'200'000"], Is("1200000")),
    case(AMOUNT, &["1\u{a0}200\u{202f}000"], Is("1200000")),
    case(AMOUNT, &["1 200,75"], Is("1200.75")),
    case(AMOUNT, &["(1.200,00)"], Is("-1200")),
    case(AMOUNT, &["1.200,00-"], Is("-1200")),
    case(AMOUNT, &["\u{2212}5"], Is("-5")),
    case(AMOUNT, &["2,5 millones"], Is("2500000")),
    case(AMOUNT, &["2 mil millones"], Is("2000000000")),
    case(AMOUNT, &["MM$ 12"], Is("12000000")),
    case(AMOUNT, &["1.200.-", "1.200.-"], Refused("refused-number-form")),
    case(AMOUNT, &["USD 1200"], Is("1200 USD")),
    case(AMOUNT, &["1200 COP"], Is("1200 COP")),
    case(AMOUNT, &["€ 1200"], Is("1200 EUR")),
    case(AMOUNT, &["R$ 1200"], Is("1200 BRL")),
    case(AMOUNT, &["US$ 100", "COP 400000"], Is("400000 COP")),
    case(AMOUNT, &["USD 100 COP"], BAD),
    case(AMOUNT, &["$ -"], Nothing),
    case(AMOUNT, &["-"], Nothing),
    case(AMOUNT, &["0"], Is("0")),
    told(AMOUNT, &["99"], "[records]\nnull_words = [\"99\"]", Nothing),
    told(AMOUNT, &["99"], "[values.\"partnerships.amount\"]\n99 = \"\"", Nothing),
    case(AMOUNT, &["12 %"], BAD),
    case(AMOUNT, &["5 m"], BAD),
    case(AMOUNT, &["1 2"], BAD),
    case(AMOUNT, &["10-20"], BAD),
    case(AMOUNT, &["1.2.3"], BAD),
    case(AMOUNT, &["1,20,000.5"], BAD),
    case(AMOUNT, &["unos 500"], BAD),
    case(AMOUNT, &["#¡VALOR!"], BAD),
    case(AMOUNT, &["1e6"], Is("1000000")),
    case(AMOUNT, &["１２３"], Is("123")),
    case("partnerships.currency", &["US$"], Is("5 USD")),
    case("partnerships.currency", &["pesos"], Is("5 PESOS")),
    case("participations.hours", &["4 horas"], Is("4")),
    case("participations.hours", &["2:30"], Is("2.5")),
    case("participations.hours", &["90 min"], Is("1.5")),
    case("participations.hours", &["USD 4"], BAD),
    case("commitments.baseline", &["12 %"], Is("12")),
    case("partnerships.notice_months", &["3 meses"], Is("3")),
    case("partnerships.notice_months", &["90 días"], BAD),
    case("partnerships.notice_months", &["3.0"], Is("3")),
    case("partnerships.strength", &["1/2"], BAD),
    case("partnerships.strength", &["0"], Excluded(Reason::StrengthNotPositive)),
];

const WORDS: &[Case] = &[
    case("partnerships.directed", &["Sí"], Is("true")),
    case("partnerships.directed", &["sim"], Is("true")),
    case("partnerships.directed", &["OUI"], Is("true")),
    case("partnerships.directed", &["1.0"], Is("true")),
    case("partnerships.directed", &["não"], Is("false")),
    case("partnerships.directed", &["✗"], Is("false")),
    case("partnerships.directed", &["99"], BAD),
    case("partnerships.directed", &["quizás"], BAD),
    case("partnerships.kind", &["Convenio Marco"], Is("agreement")),
    case("partnerships.kind", &["minga"], Is("minga")),
    case("stakeholders.kind", &["Persona"], Is("person")),
    case("stakeholders.kind", &["cosa"], BAD),
    case("stakeholders.sector", &["Sector público"], Is("government")),
    case("stakeholders.sector", &["Universidades"], Is("academia")),
    told(
        "stakeholders.sector",
        &["Gremial"],
        "[sectors]\nGremial = \"business\"",
        Is("business"),
    ),
    told(
        "stakeholders.kind",
        &["cosa"],
        "[values.\"stakeholders.kind\"]\ncosa = \"unit\"",
        Is("unit"),
    ),
    case("stakeholders.consent", &["No registrado"], Nothing),
    case("participations.role", &["Ponente"], Is("speaker")),
    case("participations.role", &["rapporteur"], Is("rapporteur")),
    case("stakeholders.country", &["NA"], Is("NA")),
    case("stakeholders.country", &["n/a"], Nothing),
    case("stakeholders.city", &["N/A"], Nothing),
    case("stakeholders.city", &["No Definido"], Nothing),
    case("stakeholders.city", &["Não informado"], Nothing),
    case("stakeholders.city", &["Non renseigné"], Nothing),
    case("stakeholders.city", &["(en blanco)"], Nothing),
    case("stakeholders.city", &["\u{200b}\u{feff}"], Nothing),
    case("stakeholders.city", &["99"], Is("99")),
    case("stakeholders.city", &["#¡REF!"], BAD),
    case("stakeholders.city", &["  \"Bogotá\"  "], Is("Bogotá")),
    case("stakeholders.city", &["Concep\u{ad}ción"], Is("Concepción")),
    case("stakeholders.city", &["Bogota\u{301}"], Is("Bogotá")),
    case("stakeholders.city", &["San\u{a0}José"], Is("San José")),
    case(
        "stakeholders.city",
        &["Popay√°n"],
        Flagged("Popay√°n", Reason::BrokenEncoding),
    ),
    case(
        "stakeholders.city",
        &["BogotÃ¡ D.C."],
        Flagged("BogotÃ¡ D.C.", Reason::BrokenEncoding),
    ),
    case(
        "stakeholders.city",
        &["Ca?ete"],
        Flagged("Ca?ete", Reason::BrokenEncoding),
    ),
    case(
        "stakeholders.city",
        &["Bogot&aacute;"],
        Flagged("Bogot&aacute;", Reason::BrokenEncoding),
    ),
    case("stakeholders.authority", &["1.º"], Is("1")),
    case("stakeholders.authority", &["alto"], BAD),
    case("partnerships.target", &["N/A"], Excluded(Reason::BadRequiredCell)),
    case(
        "partnerships.target",
        &["Desconocido"],
        Excluded(Reason::BadRequiredCell),
    ),
    case(
        "partnerships.target",
        &["Por definir"],
        Excluded(Reason::BadRequiredCell),
    ),
    case("partnerships.target", &["a"], Excluded(Reason::SelfTie)),
    case("partnerships.funder_id", &["Ninguno"], Nothing),
];

const LISTS: &[Case] = &[
    case(
        "stakeholders.offers",
        &["datos; salas|buses\ntrenes"],
        Is("datos + salas + buses + trenes"),
    ),
    case("stakeholders.offers", &["datos, mapas"], Is("datos, mapas")),
    case("stakeholders.offers", &["datos; N/A; datos"], Is("datos")),
    told(
        "stakeholders.offers",
        &["buses, trenes, datos"],
        "[options]\noffers = [\"buses\", \"buses, trenes\", \"datos\"]",
        Is("buses, trenes + datos"),
    ),
    told(
        "stakeholders.offers",
        &["DATOS abiertos datos"],
        "[options]\noffers = [\"datos\", \"Datos abiertos\"]",
        Is("Datos abiertos + datos"),
    ),
    told(
        "stakeholders.offers",
        &["datos, otra cosa"],
        "[options]\n\"stakeholders.offers\" = [\"datos\"]",
        Is("datos + otra cosa"),
    ),
    case(
        "stakeholders.offers",
        &["Tecnolog√≠a; datos"],
        Flagged("Tecnolog√≠a + datos", Reason::BrokenEncoding),
    ),
];

/// The columns that a row of the table needs beside the one under test, and what stands there.
fn beside(place: &str) -> Vec<(&'static str, &'static str)> {
    let columns: &[(&str, &str)] = match place.split_once('.').expect("table.column").0 {
        "partnerships" => &[("source", "A"), ("target", "B")],
        "participations" => &[("stakeholder_id", "A"), ("event_id", "E")],
        "stakeholders" => &[("name", "Somebody")],
        "commitments" => &[("text", "To publish")],
        "adoptions" => &[("unit", "A"), ("practice", "P"), ("date", "2024")],
        table => panic!("{table}"),
    };
    let amount: &[(&str, &str)] = if place == "partnerships.currency" {
        &[("amount", "5")]
    } else {
        &[]
    };
    let all = columns.iter().chain(amount).copied();
    all.filter(|(column, _)| !place.ends_with(&format!(".{column}")))
        .collect()
}

fn read(case: &Case) -> Result<HubRecords, RecordsError> {
    let (table, column) = case.place.split_once('.').expect("table.column");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let beside = beside(case.place);
    let with_id = table != "participations";
    let mut header: Vec<String> = beside.iter().map(|(name, _)| (*name).to_owned()).collect();
    header.push(column.to_owned());
    if with_id {
        header.push("id".to_owned());
    }
    let mut text = header.join(",") + "\n";
    for (place, cell) in case.cells.iter().enumerate() {
        let mut cells: Vec<String> = beside.iter().map(|(_, value)| quoted(value)).collect();
        // rows of a list of participations differ by who came
        if table == "participations" {
            cells[0] = format!("A{place}");
        }
        cells.push(quoted(cell));
        if with_id {
            cells.push(format!("r{place}"));
        }
        text.push_str(&(cells.join(",") + "\n"));
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(format!("{table}.csv")), text).expect("written");
    std::fs::write(folder.path().join("hub.toml"), case.config).expect("written");
    records::read(folder.path(), &ReadOptions::default())
}

fn days(span: DateSpan) -> String {
    if span.first == span.last {
        span.first.to_string()
    } else {
        format!("{}/{}", span.first, span.last)
    }
}

/// What the last row says in a column, as text; nothing where nothing is there.
fn value(records: &HubRecords, place: &str) -> Option<String> {
    let text = |text: &Option<std::sync::Arc<str>>| text.as_ref().map(ToString::to_string);
    let list = |items: &[std::sync::Arc<str>]| (!items.is_empty()).then(|| items.join(" + "));
    let tie = records.partnerships.last();
    let who = records.stakeholders.last();
    let came = records.participations.last();
    match place {
        "partnerships.start" => tie?.start.map(days),
        "partnerships.end" => Some(match tie?.end {
            End::On(span) => days(span),
            End::Open => "open".to_owned(),
            End::Unknown => "unknown".to_owned(),
        }),
        "partnerships.amount" | "partnerships.currency" => {
            let amount = tie?.amount.as_ref()?;
            let currency = amount
                .currency
                .as_ref()
                .map_or(String::new(), |code| format!(" {code}"));
            Some(format!("{}{currency}", amount.value))
        }
        "partnerships.directed" => tie.map(|tie| tie.directed.to_string()),
        "partnerships.kind" => text(&tie?.kind),
        "partnerships.notice_months" => tie?.notice_months.map(|months| months.to_string()),
        "partnerships.strength" => tie.map(|tie| tie.strength.to_string()),
        "partnerships.funder_id" => tie?.funder.map(|who| records.stakeholder(who).name.to_string()),
        "partnerships.target" => tie.map(|tie| records.stakeholder(tie.target).name.to_string()),
        "participations.hours" => came?.hours.map(|hours| hours.to_string()),
        "participations.role" => text(&came?.role),
        "commitments.baseline" => records.commitments.last()?.baseline.map(|value| value.to_string()),
        "adoptions.date" => records.adoptions.last().map(|adoption| days(adoption.date)),
        "adoptions.abandoned" => records.adoptions.last()?.abandoned.map(days),
        "stakeholders.kind" => who.map(|who| who.kind.name().to_owned()),
        "stakeholders.sector" => who?.sector.map(|sector| sector.name().to_owned()),
        "stakeholders.consent" => Some(format!("{:?}", who?.consent)).filter(|said| said != "Partners"),
        "stakeholders.country" => text(&who?.country),
        "stakeholders.city" => text(&who?.city),
        "stakeholders.authority" => who?.authority.map(|grade| grade.to_string()),
        "stakeholders.offers" => list(&who?.offers),
        _ => panic!("{place}"),
    }
}

/// The value of a column where its cell counts as empty.
fn empty(place: &str) -> Option<&'static str> {
    match place {
        "partnerships.end" => Some("unknown"),
        "partnerships.directed" => Some("false"),
        "partnerships.strength" => Some("1"),
        "stakeholders.kind" => Some("organization"),
        _ => None,
    }
}

fn judge(case: &Case) {
    let named = format!("{} {:?}", case.place, case.cells);
    let read = read(case);
    let row = case.cells.len() as u64 + 1;
    if let Refused(key) = case.outcome {
        let error = read.err().unwrap_or_else(|| panic!("{named} was read"));
        return refused(&error, key, case, &named);
    }
    let records = read.unwrap_or_else(|error| panic!("{named}: {error}"));
    let table = records
        .ledger
        .tables
        .iter()
        .find(|table| case.place.starts_with(table.table.name()));
    let table = table.expect("a ledger of the table");
    let state = *table.states.last().expect("a row");
    // whom a tie names need not be declared: that is not about the cell
    let about_the_cell = |reason: Reason| !matches!(reason, Reason::Derived | Reason::IdenticalRow);
    let notes: Vec<(Reason, &str)> = table
        .notes
        .iter()
        .filter(|note| note.row == row && about_the_cell(note.reason))
        .map(|note| (note.reason, note.value.as_str()))
        .collect();
    let value = value(&records, case.place);
    match case.outcome {
        Is(expected) => {
            assert_eq!(value.as_deref(), Some(expected), "{named}");
            assert_eq!((state, &notes[..]), (RowState::Used, &[][..]), "{named}");
        }
        Nothing => {
            assert_eq!(value.as_deref(), empty(case.place), "{named}");
            assert_eq!((state, &notes[..]), (RowState::Used, &[][..]), "{named}");
        }
        Repaired(reason) => {
            assert_eq!(value.as_deref(), empty(case.place), "{named}");
            assert_eq!(state, RowState::Repaired, "{named}");
            assert_eq!(notes, [(reason, case.cells[case.cells.len() - 1])], "{named}");
        }
        Excluded(reason) => {
            assert_eq!(state, RowState::Excluded, "{named}");
            assert!(notes.iter().any(|(noted, _)| *noted == reason), "{named}: {notes:?}");
        }
        Flagged(expected, reason) => {
            assert_eq!(value.as_deref(), Some(expected), "{named}");
            assert_eq!(state, RowState::Used, "{named}");
            assert_eq!(notes, [(reason, case.cells[case.cells.len() - 1])], "{named}");
        }
        Refused(_) => unreachable!("judged above"),
    }
}

/// A refusal names file, column, row and value, and says what to do, in both languages.
fn refused(error: &RecordsError, key: &str, case: &Case, named: &str) {
    let ((found, args), (remedy, remedy_args)) = (error.message(), error.remedy());
    assert_eq!(found, key, "{named}");
    let (table, column) = case.place.split_once('.').expect("table.column");
    let said: Vec<String> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let messages = Messages::new(lang);
            let said = messages.say(found, &args);
            for part in [&*format!("{table}.csv"), column] {
                assert!(said.contains(part), "{named}: {part} in {said}");
            }
            let rows: Vec<String> = (2..case.cells.len() + 2).map(|row| row.to_string()).collect();
            let at = case
                .cells
                .iter()
                .position(|cell| said.contains(cell))
                .expect("the value");
            assert!(
                said.contains(&format!(" {})", rows[at])),
                "{named}: row {} in {said}",
                rows[at]
            );
            let advice = messages.say(remedy, &remedy_args);
            assert!(
                advice.contains("hub.toml") || advice.contains("[records"),
                "{named}: {advice}"
            );
            said
        })
        .collect();
    assert_ne!(said[0], said[1], "{named}");
}

#[test]
fn there_are_more_than_120_of_them() {
    let cases: usize = [DATES, ENDS, NUMBERS, WORDS, LISTS]
        .iter()
        .map(|cases| cases.len())
        .sum();
    assert!(cases >= 120, "{cases}");
}

#[test]
fn dates_are_read_as_stated() {
    DATES.iter().for_each(judge);
}

#[test]
fn ends_are_days_open_or_unknown() {
    ENDS.iter().for_each(judge);
}

#[test]
fn numbers_are_read_as_stated() {
    NUMBERS.iter().for_each(judge);
}

#[test]
fn words_are_read_as_stated() {
    WORDS.iter().for_each(judge);
}

#[test]
fn lists_are_read_as_stated() {
    LISTS.iter().for_each(judge);
}

fn read_files(files: &[(&str, &str)]) -> HubRecords {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    let hub: &Path = folder.path();
    records::read(hub, &ReadOptions::default()).unwrap_or_else(|error| panic!("{files:?}: {error}"))
}

#[test]
fn currencies_stand_with_their_amounts_and_contradictions_count_as_nothing() {
    let records = read_files(&[(
        "partnerships.csv",
        "id,source,target,amount,currency\n1,A,B,USD 10,USD\n2,A,B,USD 10,COP\n3,A,B,10,cop\n4,A,B,$ 10,\n5,A,B,USD 10,\n",
    )]);
    let amounts: Vec<Option<(f64, Option<&str>)>> = records
        .partnerships
        .iter()
        .map(|tie| {
            tie.amount
                .as_ref()
                .map(|amount| (amount.value, amount.currency.as_deref()))
        })
        .collect();
    let usd = Some((10.0, Some("USD")));
    assert_eq!(amounts, [usd, None, Some((10.0, Some("COP"))), Some((10.0, None)), usd]);
    let notes = &records.ledger.tables[0].notes;
    let noted: Vec<_> = notes
        .iter()
        .filter(|note| note.reason == Reason::TwoCurrencies)
        .collect();
    assert_eq!(noted.len(), 1, "{notes:?}");
    assert_eq!((noted[0].row, noted[0].value.as_str()), (3, "USD ≠ COP"));
}

#[test]
fn what_a_header_says_of_its_cells_is_heeded() {
    let records = read_files(&[(
        "partnerships.csv",
        "source,target,Fecha de inicio (dd/mm/aaaa),Monto (USD)\nA,B,03/05/2024,10\n",
    )]);
    let tie = &records.partnerships[0];
    assert_eq!(tie.start.map(days).as_deref(), Some("2024-05-03"));
    assert_eq!(
        tie.amount.as_ref().and_then(|amount| amount.currency.as_deref()),
        Some("USD")
    );
}

#[test]
fn a_word_for_nobody_never_becomes_the_most_central_stakeholder() {
    let records = read_files(&[(
        "partnerships.csv",
        "source,target\nA,N/A\nB,N/A\nC,No registrado\nD,Desconocido\nE,Varios\nA,B\n",
    )]);
    let names: Vec<&str> = records.stakeholders.iter().map(|who| &*who.name).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn years_of_two_digits_and_lists_that_were_not_split_are_told() {
    let records = read_files(&[
        ("partnerships.csv", "source,target,start\nA,B,13/05/24\n"),
        ("stakeholders.csv", "id,name,offers\nA,A,\"datos, mapas\"\nB,B,salas\n"),
    ]);
    assert!(records.mapping.short_years.contains("partnerships.start"));
    assert_eq!(records.mapping.unsplit.get("stakeholders.offers"), Some(&1));
}
