//! Laws that hold for any text: nothing panics, what was written is read back, and a sign less or more never turns one
//! number into another.

use proptest::prelude::*;

use super::*;
use crate::records::words;
use crate::time::Day;

/// Texts made of what dates and numbers are made of, and of what breaks them.
fn scraps() -> impl Strategy<Value = String> {
    let likely = "[0-9/\\-. :,'eETZ+$€%()apmqthsºª°\u{a0}\u{200b}٣１]{0,24}";
    let words = "((13|2024|mayo|de|trimestre|Q2|1er|mil|USD|MM\\$|h|T|:|[-/., ]) ?){0,7}";
    prop_oneof![likely, words, "\\PC{0,20}"]
}

/// A number as people write it: groups of three, two places.
fn grouped(cents: i64, thousands: char, decimal: char) -> String {
    let whole = (cents.abs() / 100).to_string();
    let mut text = String::from(if cents < 0 { "-" } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    format!("{text}{decimal}{:02}", cents.abs() % 100)
}

proptest! {
    #[test]
    fn no_text_panics(text in scraps()) {
        let cells = || std::iter::once(Some(text.as_str()));
        let form = date_form(cells(), DatesTold::default()).unwrap_or_default();
        let _ = (date(&text, form), end(&text, form), words::yes_no(&text), words::is_broken(&text));
        for measures in [Measures::Money, Measures::Hours, Measures::Anything, Measures::Bare] {
            let marks = number_marks(cells(), measures, MarksTold::default()).unwrap_or_default();
            if let Read::Value(quantity) = number(&text, marks, measures) {
                prop_assert!(quantity.value.is_finite());
            }
        }
        let declared = [text.clone(), "a, b".to_owned()];
        let items = Options::new(&declared).split(&format!("{text}; a, b {text}"));
        prop_assert!(items.items.iter().all(|item| !item.is_empty()));
    }

    #[test]
    fn a_day_is_read_back_in_every_form(number in -20_000..60_000_i32) {
        let day = Day::from_number(number);
        let (year, month, of_month) = (day.year(), day.month(), day.day_of_month());
        let name = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
        let named = name[usize::try_from(month).expect("a month") - 1];
        let never = matches!(number, -1 | 0);
        for (text, order) in [
            (format!("{day}"), None),
            (format!("{of_month:02}/{month:02}/{year}"), Some(DayOrder::DayMonth)),
            (format!("{month}-{of_month}-{year} 17:30"), Some(DayOrder::MonthDay)),
            (format!("{of_month} de {named} de {year}"), None),
            (format!("{year}{month:02}{of_month:02}"), None),
        ] {
            let form = DateForm { order, ..DateForm::default() };
            match date(&text, form) {
                Read::Value(span) => prop_assert_eq!((span.first, span.last), (day, day), "{}", text),
                read => prop_assert!(never && read == Read::Nothing, "{}: {:?}", text, read),
            }
        }
    }

    #[test]
    fn a_number_is_read_back_with_either_mark(cents in -999_999_999_999_i64..999_999_999_999) {
        let expected = cents as f64 / 100.0;
        for (thousands, decimal, marks) in [
            (',', '.', NumberMarks::Point),
            ('.', ',', NumberMarks::Comma),
            (' ', ',', NumberMarks::Comma),
            ('\'', '.', NumberMarks::Point),
            ('\u{202f}', ',', NumberMarks::Comma),
        ] {
            let text = grouped(cents, thousands, decimal);
            for cell in [text.clone(), format!("$ {text}"), format!("{text} COP")] {
                // its own two places settle how it is written
                let own = number_marks(std::iter::once(Some(cell.as_str())), Measures::Money, MarksTold::default());
                prop_assert_eq!(own, Ok(Some(marks)), "{}", cell);
                let Read::Value(quantity) = number(&cell, Some(marks), Measures::Money) else {
                    return Err(TestCaseError::fail(cell));
                };
                prop_assert!((quantity.value - expected).abs() <= 1e-9 * expected.abs(), "{}: {}", cell, quantity.value);
            }
        }
    }
}
