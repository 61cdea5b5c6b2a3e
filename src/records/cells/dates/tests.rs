//! Dates as people write them, one by one and by column.

use super::*;

const OPEN: DateForm = DateForm {
    order: None,
    epoch: None,
    short_months: false,
    short_years: false,
};

const fn in_order(order: DayOrder) -> DateForm {
    DateForm {
        order: Some(order),
        ..OPEN
    }
}

const fn counted(epoch: Epoch) -> DateForm {
    DateForm {
        epoch: Some(epoch),
        ..OPEN
    }
}

fn decide(cells: &[&str]) -> Result<DateForm, DateDoubt> {
    date_form(cells.iter().map(|cell| Some(*cell)), DatesTold::default())
}

fn order_of(cells: &[&str]) -> Option<DayOrder> {
    decide(cells).expect("decided").order
}

fn span(text: &str, form: DateForm) -> Option<(String, String)> {
    match date(text, form) {
        Read::Value(span) => Some((span.first.to_string(), span.last.to_string())),
        _ => None,
    }
}

#[test]
fn a_year_far_from_any_hub_is_a_slip_of_the_hand() {
    for slip in ["0202-05-01", "9990-01-31", "2202-01-01"] {
        assert_eq!(date(slip, OPEN), Read::Bad, "{slip}");
    }
    assert!(matches!(date("2200-12-31", OPEN), Read::Value(_)));
    assert_eq!(date("9999-12-31", OPEN), Read::Nothing);
}

#[test]
fn one_cell_settles_the_order_of_the_column() {
    assert_eq!(order_of(&["03/05/2024", "13/02/2026"]), Some(DayOrder::DayMonth));
    assert_eq!(order_of(&["03/05/2024", "02/13/2026"]), Some(DayOrder::MonthDay));
    assert_eq!(order_of(&["05/05/2024", "2024"]), None);
    assert_eq!(order_of(&["13/02/2026", "02/13/2026"]), None);
    assert_eq!(decide(&["2024-01-01", "03/05/2024"]), Err(DateDoubt::Undecidable(1)));
    let both = ["13/02/2026", "02/13/2026", "03/05/2024"];
    assert_eq!(decide(&both), Err(DateDoubt::Undecidable(2)));
}

#[test]
fn what_hub_toml_says_of_all_columns_does_not_turn_a_column_that_says_otherwise() {
    let told = |order, of_this_column| DatesTold {
        order: Some(order),
        epoch: None,
        of_this_column,
    };
    let cells = ["03/05/2024", "02/13/2026"];
    let decide = |told| date_form(cells.iter().map(|cell| Some(*cell)), told);
    assert_eq!(decide(told(DayOrder::DayMonth, false)), Err(DateDoubt::Contradicted(1)));
    let order = |told| decide(told).expect("decided").order;
    assert_eq!(order(told(DayOrder::DayMonth, true)), Some(DayOrder::DayMonth));
    assert_eq!(order(told(DayOrder::MonthDay, false)), Some(DayOrder::MonthDay));
}

#[test]
fn day_numbers_are_read_where_they_stand_alone_and_refused_among_written_dates() {
    assert_eq!(
        decide(&["45123", "45200.5"]).expect("decided").epoch,
        Some(Epoch::Y1900)
    );
    assert_eq!(decide(&["45123", "pronto"]).expect("decided").epoch, Some(Epoch::Y1900));
    assert_eq!(decide(&["2024-01-01", "45123"]), Err(DateDoubt::Mixed(1)));
    assert_eq!(decide(&["2023", "45123"]), Err(DateDoubt::Mixed(1)));
    assert_eq!(decide(&["2023", "2024"]).expect("decided").epoch, None);
    let told = DatesTold {
        order: None,
        epoch: Some(Epoch::Y1904),
        of_this_column: true,
    };
    let form = date_form(["2024-01-01", "43661"].into_iter().map(Some), told).expect("told");
    // 43661 days after 1904-01-01 is the day that counts 45123 from 1899-12-30
    assert_eq!(span("43661", form), span("45123", counted(Epoch::Y1900)));
}

#[test]
fn days_are_read_as_people_write_them() {
    use DayOrder::{DayMonth, MonthDay};
    let cases = [
        ("2024-05-13", OPEN, "2024-05-13"),
        ("2024-05-13T09:30:00", OPEN, "2024-05-13"),
        ("2024-05-13T23:30:00.000Z", OPEN, "2024-05-13"),
        ("2024-05-13T23:30:00-05:00", OPEN, "2024-05-13"),
        ("2024-05-13+02:00", OPEN, "2024-05-13"),
        ("20240513T093000Z", OPEN, "2024-05-13"),
        ("20240513", OPEN, "2024-05-13"),
        ("2024-05-13 09:30 America/Bogota", OPEN, "2024-05-13"),
        ("2024/05/13", OPEN, "2024-05-13"),
        ("2024-5-3", OPEN, "2024-05-03"),
        ("2024/5/13 09:30", OPEN, "2024-05-13"),
        ("03/05/2024", in_order(DayMonth), "2024-05-03"),
        ("03/05/2024", in_order(MonthDay), "2024-03-05"),
        ("13/05/2024", OPEN, "2024-05-13"),
        ("13 / 05 / 2024", OPEN, "2024-05-13"),
        ("3-5-24", in_order(DayMonth), "2024-05-03"),
        ("3.5.1999 17h30", in_order(DayMonth), "1999-05-03"),
        ("10/05/2026 05:55:00 PM", in_order(MonthDay), "2026-10-05"),
        ("10/05/2026 5:55 p. m.", in_order(DayMonth), "2026-05-10"),
        ("13 de mayo de 2024", OPEN, "2024-05-13"),
        ("lunes, 13 de mayo de 2024", OPEN, "2024-05-13"),
        ("segunda-feira, 13 de maio de 2024", OPEN, "2024-05-13"),
        ("1.º de mayo del 2024", OPEN, "2024-05-01"),
        ("primero de mayo de 2024", OPEN, "2024-05-01"),
        ("May 13, 2024", OPEN, "2024-05-13"),
        ("May 1st, 2024", OPEN, "2024-05-01"),
        ("1er mai 2024", OPEN, "2024-05-01"),
        ("13 août 2024", OPEN, "2024-08-13"),
        ("13-feb-2026", OPEN, "2026-02-13"),
        ("13-feb-99", OPEN, "1999-02-13"),
        ("13FEB2026", OPEN, "2026-02-13"),
        ("2024-may-13", OPEN, "2024-05-13"),
        ("２０２４-０５-１３", OPEN, "2024-05-13"),
        ("2024\u{2013}05\u{2013}13", OPEN, "2024-05-13"),
        ("13\u{a0}de\u{a0}mayo\u{a0}de\u{a0}2024", OPEN, "2024-05-13"),
        // 45123 days after 1899-12-30: LibreOffice shows 2023-07-16
        ("45123", counted(Epoch::Y1900), "2023-07-16"),
        ("45123,25", counted(Epoch::Y1900), "2023-07-16"),
    ];
    for (text, form, expected) in cases {
        let expected = Some((expected.to_owned(), expected.to_owned()));
        assert_eq!(span(text, form), expected, "{text}");
    }
}

#[test]
fn a_part_of_a_date_is_a_span() {
    let cases = [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024.0", "2024-01-01", "2024-12-31"),
        ("año 2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("02/2024", "2024-02-01", "2024-02-29"),
        ("5/2024", "2024-05-01", "2024-05-31"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024Q2", "2024-04-01", "2024-06-30"),
        ("T4 2024", "2024-10-01", "2024-12-31"),
        ("3T2024", "2024-07-01", "2024-09-30"),
        ("2.º trimestre de 2024", "2024-04-01", "2024-06-30"),
        ("IV trimestre 2024", "2024-10-01", "2024-12-31"),
        ("premier trimestre 2024", "2024-01-01", "2024-03-31"),
        ("primer semestre de 2024", "2024-01-01", "2024-06-30"),
        ("2024-S2", "2024-07-01", "2024-12-31"),
        ("H1 2024", "2024-01-01", "2024-06-30"),
        ("second half of 2024", "2024-07-01", "2024-12-31"),
        ("mayo 2024", "2024-05-01", "2024-05-31"),
        ("Março de 2024", "2024-03-01", "2024-03-31"),
        ("setiembre/2024", "2024-09-01", "2024-09-30"),
        ("févr. 2024", "2024-02-01", "2024-02-29"),
        ("feb-24", "2024-02-01", "2024-02-29"),
        ("dic '98", "1998-12-01", "1998-12-31"),
    ];
    for (text, first, last) in cases {
        assert_eq!(span(text, OPEN), Some((first.to_owned(), last.to_owned())), "{text}");
    }
}

#[test]
fn one_digit_beside_a_year_is_a_month_only_where_the_column_says_so() {
    assert_eq!(date("2024-1", OPEN), Read::Bad);
    assert_eq!(date("2024/2", OPEN), Read::Bad);
    let form = decide(&["2024-1", "2024-5"]).expect("decided");
    let january = Some(("2024-01-01".to_owned(), "2024-01-31".to_owned()));
    assert_eq!(span("2024-1", form), january);
    assert!(!decide(&["2024-1", "2024-2", "2024-11"]).expect("decided").short_months);
}

#[test]
fn years_of_two_digits_turn_at_seventy_and_the_column_says_that_it_has_some() {
    let form = decide(&["13/05/69", "13/05/70"]).expect("decided");
    assert!(form.short_years);
    assert_eq!(span("13/05/69", form).expect("read").0, "2069-05-13");
    assert_eq!(span("13/05/70", form).expect("read").0, "1970-05-13");
    assert!(!decide(&["13/05/2024"]).expect("decided").short_years);
}

#[test]
fn ends_are_days_open_or_nothing() {
    let open = [
        "vigente",
        "Indefinido",
        "actual",
        "to date",
        "present",
        "a la fecha",
        "em vigor",
        "en cours",
        "9999-12-31",
        "31/12/9999",
        "2999-12-31",
        "hasta la fecha",
        "por prazo indeterminado",
        "until further notice",
    ];
    for text in open {
        assert_eq!(end(text, OPEN), Read::Value(End::Open), "{text}");
    }
    assert_eq!(end("1900-01-01", OPEN), Read::Nothing);
    assert_eq!(end("pronto", OPEN), Read::Bad);
    assert!(matches!(end("2024", OPEN), Read::Value(End::On(_))));
}

#[test]
fn sentinels_are_nothing_and_no_dates_are_bad() {
    for text in [
        "1970-01-01",
        "1969-12-31T19:00:00-05:00",
        "01/01/1900",
        "30/12/1899",
        "1904-01-01",
        "1753-01-01",
        "0000-00-00",
        "00/00/0000",
        "01/01/0001",
        "1900-01-01 00:00:00",
        "9999-12-31",
    ] {
        assert_eq!(date(text, OPEN), Read::Nothing, "{text}");
    }
    for text in [
        "pronto",
        "31/02/2024",
        "2024-13-01",
        "03/05/2024",
        "45123",
        "12",
        "mayo",
        "mayo 24",
        "24 de mayo",
        "2024-Q5",
        "2024-S3",
        "1/2/3/4",
        "2024-2026",
        "2024/2025",
        "2024-05-13 10:00 - 2024-06-01 12:00",
        "del 3 al 5 de mayo de 2024",
        "mayo y junio 2024",
        "1715594400",
        "13052024",
    ] {
        assert_eq!(date(text, OPEN), Read::Bad, "{text}");
    }
}
