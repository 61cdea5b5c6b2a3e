//! Made-up hubs for the tests of the charts, and what must hold of every chart.

use super::text::{Weight, width};
use super::{Chart, Context};
use crate::indicators::{Indicator, Point, Series};
use crate::messages::{Lang, Messages};
use crate::network::{Layer, Place};
use crate::statistics::{Interval, IntervalMethod};
use crate::time::{Day, Period, Window};

pub fn english() -> Messages {
    Messages::new(Lang::En)
}

pub fn spanish() -> Messages {
    Messages::new(Lang::Es)
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

const NAMES: [&str; 12] = [
    "Municipalidad de Concepción",
    "Universidad del Bío-Bío",
    "Ministerio de Transportes y Telecomunicaciones, Secretaría Regional Ministerial",
    "Metro Sur",
    "Corporación de Desarrollo Social y Urbano de Talcahuano",
    "Cámara de la Producción y del Comercio",
    "Fundación Ciudad Abierta",
    "Gobierno Regional",
    "Instituto Nacional de Estadísticas",
    "Junta de Vecinos Nº 12 Barrio Norte",
    "Buses Línea 40",
    "Universidad de Concepción",
];

pub fn name(place: Place) -> String {
    let name = NAMES[place.at() % NAMES.len()];
    match place.at() / NAMES.len() {
        0 => name.to_owned(),
        round => format!("{name} {round}"),
    }
}

pub fn context(messages: &Messages) -> Context<'_> {
    Context {
        hub: "Gran Concepción",
        messages,
        name: &name,
        text: &str::to_owned,
    }
}

pub fn year(year: i16) -> Window {
    Window {
        label: year.to_string(),
        period: Period::new(
            Day::from_ymd(year, 1, 1).expect("a day"),
            Day::from_ymd(year + 1, 1, 1).expect("a day"),
        ),
        includes_undated: false,
        partial: None,
    }
}

/// Rolling windows of twelve months up to the end of 2025, stepped by a quarter.
pub fn series_of(indicator: Indicator, windows: i32, value: impl Fn(i32) -> Option<f64>) -> Series {
    let points = (0..windows)
        .map(|n| {
            let end = day("2026-01-01").plus_months(-3 * (windows - 1 - n));
            let start = end.plus_months(-12);
            let value = value(n);
            Point {
                window: Window {
                    label: format!("{start}/{end}"),
                    period: Period::new(start, end),
                    includes_undated: false,
                    partial: None,
                },
                value,
                undefined: value.is_none().then_some(crate::indicators::Undefined::TooFewMembers),
                interval: value.filter(|v| *v <= 1.0).map(|v| Interval {
                    low: (v - 0.08).max(0.0),
                    high: (v + 0.08).min(1.0),
                    method: IntervalMethod::Wilson,
                }),
                numerator: None,
                denominator: None,
            }
        })
        .collect();
    Series {
        indicator,
        layer: (indicator == Indicator::Density).then_some(Layer::Working),
        points,
    }
}

/// Holds of every chart: it is whole, named, without undefined numbers, and every word lies inside it.
pub fn check(chart: &Chart) {
    let svg = &chart.svg_without_font();
    assert!(
        svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"),
        "{}",
        chart.id
    );
    for tag in ["g", "text", "title", "desc", "defs"] {
        let opened = svg.matches(&format!("<{tag} ")).count() + svg.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, svg.matches(&format!("</{tag}>")).count(), "{}: {tag}", chart.id);
    }
    assert!(svg.contains("role=\"img\"") && !chart.title.is_empty() && !chart.description.is_empty());
    for word in [
        "NaN",
        "inf\"",
        "inf,",
        "chart-",
        "indicator-",
        "sector-",
        "component-",
        "measure-",
    ] {
        let found = svg.replace(&format!("chart-{}-", chart.id), "").contains(word);
        assert!(!found, "{}: {word} in {svg}", chart.id);
    }
    for row in &chart.table.rows {
        assert_eq!(row.len(), chart.table.columns.len(), "{}", chart.id);
    }
    for column in &chart.table.columns {
        assert!(!column.definition.starts_with("chart-column-"), "{}", column.name);
    }
    let size = attribute(svg, "viewBox=\"").expect("a view box");
    let size: Vec<f64> = size.split(' ').map(|n| n.parse().expect("a number")).collect();
    for (x, y, half, text) in words(svg) {
        let (left, right) = half;
        assert!(
            x - left >= -8.0 && x + right <= size[2] + 8.0,
            "{}: {text} is cut",
            chart.id
        );
        assert!(y >= 0.0 && y <= size[3], "{}: {text} is cut", chart.id);
    }
}

fn attribute<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let start = text.find(name)? + name.len();
    Some(&text[start..start + text[start..].find('"')?])
}

/// Every text with its place and how far it reaches to the left and right of it.
fn words(svg: &str) -> Vec<(f64, f64, (f64, f64), String)> {
    svg.split("<text ")
        .skip(1)
        .map(|element| {
            let number = |name: &str| attribute(element, name).expect(name).parse::<f64>().expect("a number");
            let inner = &element[element.find('>').expect("an end") + 1..element.find("</text>").expect("an end")];
            let plain = inner
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .replace("&apos;", "'")
                .replace("&quot;", "\"");
            let weight = if element.contains("font-weight") {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            let wide = width(&plain, number("font-size=\""), weight);
            let reach = match attribute(&element[..element.find('>').expect("an end")], "text-anchor=\"") {
                Some("end") => (wide, 0.0),
                Some("middle") => (wide / 2.0, wide / 2.0),
                _ => (0.0, wide),
            };
            (number("x=\""), number(" y=\""), reach, plain)
        })
        .collect()
}

/// The words drawn in a chart.
pub fn drawn_words(chart: &Chart) -> Vec<String> {
    words(&chart.svg_without_font())
        .into_iter()
        .map(|(_, _, _, text)| text)
        .collect()
}
