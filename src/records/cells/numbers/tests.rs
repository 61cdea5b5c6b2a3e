//! Numbers as people write them, one by one and by column.

use super::NumberMarks::{Comma, Point};
use super::*;

fn decide(cells: &[&str]) -> Result<Option<NumberMarks>, NumberDoubt> {
    number_marks(
        cells.iter().map(|cell| Some(*cell)),
        Measures::Money,
        MarksTold::default(),
    )
}

fn value(text: &str, marks: Option<NumberMarks>, measures: Measures) -> Option<f64> {
    match number(text, marks, measures) {
        Read::Value(quantity) => Some(quantity.value),
        _ => None,
    }
}

#[test]
fn one_cell_settles_the_column() {
    assert_eq!(decide(&["1.200", "1.200,50"]), Ok(Some(Comma)));
    assert_eq!(decide(&["1,200", "1,200.50"]), Ok(Some(Point)));
    assert_eq!(decide(&["1.200", "$1.200.000"]), Ok(Some(Comma)));
    assert_eq!(decide(&["1.125", "0.5"]), Ok(Some(Point)));
    assert_eq!(decide(&["1 200,500", "1.200"]), Ok(Some(Comma)));
    assert_eq!(decide(&["12", "7"]), Ok(None));
    assert_eq!(decide(&["12", "1.200"]), Err(NumberDoubt::Undecidable(1)));
    assert_eq!(decide(&["1.5", "1,5"]), Ok(None));
    assert_eq!(decide(&["1.5", "1,5", "1.200"]), Err(NumberDoubt::Undecidable(2)));
    // what is no number speaks for nothing
    assert_eq!(
        decide(&["1.200-1.500", "1.2.3", "1.200"]),
        Err(NumberDoubt::Undecidable(2))
    );
}

#[test]
fn what_hub_toml_says_of_all_columns_does_not_turn_a_column_that_says_otherwise() {
    let decide = |cells: &[&str], of_this_column| {
        let told = MarksTold {
            marks: Some(Comma),
            of_this_column,
        };
        number_marks(cells.iter().map(|cell| Some(*cell)), Measures::Money, told)
    };
    assert_eq!(decide(&["1.200", "3.5"], false), Err(NumberDoubt::Contradicted(1)));
    assert_eq!(decide(&["1.200", "3.5"], true), Ok(Some(Comma)));
    assert_eq!(decide(&["3.5"], false), Ok(Some(Point)));
    assert_eq!(decide(&["1.200"], false), Ok(Some(Comma)));
}

#[test]
fn numbers_are_read_by_the_marks_of_their_column() {
    let cases = [
        ("1.200,50", Comma, 1200.5),
        ("1,200.50", Point, 1200.5),
        ("$1.200.000", Comma, 1_200_000.0),
        ("US$ 1,200", Point, 1200.0),
        ("1.2M", Point, 1_200_000.0),
        ("£1.2m", Point, 1_200_000.0),
        ("3 k", Point, 3000.0),
        ("2,5 millones", Comma, 2_500_000.0),
        ("2 mil millones de pesos", Comma, 2e9),
        ("1,2 billones", Comma, 1.2e12),
        ("1.2 billion USD", Point, 1.2e9),
        ("MM$ 12", Comma, 12e6),
        ("(1.200)", Comma, -1200.0),
        ("-7", Point, -7.0),
        ("\u{2212}7", Point, -7.0),
        ("1.200,50-", Comma, -1200.5),
        ("1.200.-", Comma, 1200.0),
        (".5", Point, 0.5),
        ("1e-7", Point, 1e-7),
        ("1 200 000 COP", Point, 1_200_000.0),
        ("1\u{a0}200\u{202f}000", Point, 1_200_000.0),
        ("1'200'000.50", Point, 1_200_000.5),
        ("1'200", Comma, 1200.0),
        ("€ 12", Point, 12.0),
        ("12 EUR", Point, 12.0),
        ("R$ 1.200", Comma, 1200.0),
        ("１２３", Point, 123.0),
    ];
    for (text, marks, expected) in cases {
        let value = value(text, Some(marks), Measures::Money).unwrap_or_else(|| panic!("{text} was not read"));
        assert!((value - expected).abs() <= 1e-9 * expected.abs(), "{text}: {value}");
    }
}

#[test]
fn what_may_stand_beside_a_number_follows_what_it_measures() {
    for (text, hours) in [
        ("4 horas", 4.0),
        ("2:30", 2.5),
        ("1h30", 1.5),
        ("1 h 30 min", 1.5),
        ("90 min", 1.5),
    ] {
        let value = value(text, None, Measures::Hours).unwrap_or_else(|| panic!("{text} was not read"));
        assert!((value - hours).abs() <= 1e-12, "{text}: {value}");
    }
    assert_eq!(value("12 %", None, Measures::Anything), Some(12.0));
    for (text, measures) in [
        ("12 %", Measures::Money),
        ("12 horas", Measures::Money),
        ("USD 12", Measures::Hours),
        ("$ 5", Measures::Bare),
        ("5 m", Measures::Money),
        ("5 B", Measures::Money),
        ("M$ 12", Measures::Money),
        ("2:75", Measures::Hours),
    ] {
        assert_eq!(number(text, None, measures), Read::Bad, "{text}");
    }
    assert_eq!(number("$ -", None, Measures::Money), Read::Nothing);
}

#[test]
fn the_currency_beside_a_number_is_kept() {
    let currency = |text| match number(text, Some(Comma), Measures::Money) {
        Read::Value(quantity) => quantity.currency,
        read => panic!("{text}: {read:?}"),
    };
    assert_eq!(currency("USD 1.200"), Currency::Code("USD"));
    assert_eq!(currency("1.200 cop"), Currency::Code("COP"));
    assert_eq!(currency("$ 1.200 COP"), Currency::Code("COP"));
    assert_eq!(currency("$ 1.200"), Currency::Unnamed);
    assert_eq!(currency("1.200"), Currency::None);
    assert_eq!(number("USD 1.200 COP", Some(Comma), Measures::Money), Read::Bad);
}

#[test]
fn what_is_no_number_is_bad() {
    for text in [
        "abc",
        "12 de mayo",
        "1.2.3",
        "12/05",
        "1,20,000.5",
        "mucho 12 poco",
        "1..2",
        "1 2",
        "12 15",
        "10-20",
        "1 200'000",
        "~1200",
        "12+",
        "0,500,000",
        "--5",
        "(-5)",
        "٣x",
    ] {
        assert_eq!(number(text, Some(Point), Measures::Money), Read::Bad, "{text}");
    }
    assert_eq!(number("1.200", None, Measures::Money), Read::Bad);
}
