//! How wide is a text, and where does it break? Measured with the bundled font, so that nothing overlaps or is cut.
//!
//! In: text and a size in pixels. Out: widths, lines, shortened text.

use std::sync::Once;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use super::canvas::SCALE;

const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("fonts/NotoSans-SemiBold.ttf");
const REGULAR_WEB: &[u8] = include_bytes!("fonts/NotoSans-Regular.woff2");
const SEMI_BOLD_WEB: &[u8] = include_bytes!("fonts/NotoSans-SemiBold.woff2");

/// Height of the font's line over its em (`hhea` ascent 1069, descent 293 of 1000): plotters measures by the former.
const LINE_OVER_EM: f64 = 1.362;

/// How heavy the type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Regular.
    Regular,
    /// Semi-bold, for titles and values.
    SemiBold,
}

impl Weight {
    /// The style under which plotters knows it.
    #[must_use]
    pub const fn style(self) -> FontStyle {
        match self {
            Self::Regular => FontStyle::Normal,
            Self::SemiBold => FontStyle::Bold,
        }
    }
}

/// Makes the bundled font known to plotters, once.
pub fn register() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        for (style, bytes) in [(FontStyle::Normal, REGULAR), (FontStyle::Bold, SEMI_BOLD)] {
            // The bytes are compiled in; a test holds that they are read.
            let _ = register_font("sans-serif", style, bytes);
        }
    });
}

/// How wide a text is, in pixels.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    register();
    let font = FontDesc::new(
        FontFamily::SansSerif,
        size * LINE_OVER_EM * f64::from(SCALE),
        weight.style(),
    );
    // Only an unregistered font fails, and it is registered above.
    font.box_size(text)
        .map_or(0.0, |(width, _)| f64::from(width) / f64::from(SCALE))
}

/// The text in lines no wider than `room`, broken at spaces; a single longer word stands alone on its line.
#[must_use]
pub fn wrap(text: &str, room: f64, size: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_ascii_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, weight) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The same, in narrower lines where otherwise a word or two would be left alone on the last.
#[must_use]
pub fn balance(text: &str, room: f64, size: f64, weight: Weight) -> Vec<String> {
    let lines = wrap(text, room, size, weight);
    let is_even = |lines: &[String]| lines.last().is_none_or(|last| width(last, size, weight) >= room * 0.4);
    (0..10)
        .map(|step| wrap(text, room * (1.0 - 0.05 * f64::from(step)), size, weight))
        .take_while(|narrower| narrower.len() == lines.len())
        .find(|narrower| narrower.len() == 1 || is_even(narrower))
        .unwrap_or(lines)
}

/// The text, its end replaced by an ellipsis where it is wider than `room`.
#[must_use]
pub fn shorten(text: &str, room: f64, size: f64, weight: Weight) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let short: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if width(&short, size, weight) <= room {
            return short;
        }
    }
    String::new()
}

/// The text in at most `lines` lines, the last one shortened.
#[must_use]
pub fn fold(text: &str, room: f64, lines: usize, size: f64, weight: Weight) -> Vec<String> {
    let mut all = wrap(text, room, size, weight);
    if all.len() > lines && lines > 0 {
        let rest = all.split_off(lines - 1).join(" ");
        all.push(rest);
    }
    all.iter().map(|line| shorten(line, room, size, weight)).collect()
}

/// The bundled font as style rules, for a file that stands alone or a page that shows several charts.
#[must_use]
pub fn font_faces() -> String {
    let face = |weight: u16, bytes: &[u8]| {
        format!(
            "@font-face{{font-family:\"Noto Sans\";font-weight:{weight};src:url(data:font/woff2;base64,{}) format(\"woff2\")}}",
            STANDARD.encode(bytes)
        )
    };
    face(400, REGULAR_WEB) + &face(700, SEMI_BOLD_WEB)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_the_fonts_own_advances() {
        // Advance widths of Noto Sans Regular in thousandths of an em: H 741, o 605, l 258, a 561.
        let expected = (741.0 + 605.0 + 258.0 + 561.0) / 1000.0 * 20.0;
        let found = width("Hola", 20.0, Weight::Regular);
        assert!((found - expected).abs() <= 0.5, "{found} {expected}");
        assert!(width("Hola", 20.0, Weight::SemiBold) > found);
    }

    #[test]
    fn wrapped_lines_fit_and_lose_no_word() {
        let text = "Municipalidad de Concepción y Universidad del Bío-Bío firman un convenio";
        let lines = wrap(text, 140.0, 12.0, Weight::Regular);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|l| width(l, 12.0, Weight::Regular) <= 140.0));
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn long_text_ends_in_an_ellipsis_and_fits() {
        let short = shorten("Corporación de Desarrollo Social", 80.0, 12.0, Weight::Regular);
        assert!(short.ends_with('…') && width(&short, 12.0, Weight::Regular) <= 80.0);
        assert_eq!(shorten("Cali", 80.0, 12.0, Weight::Regular), "Cali");
        let folded = fold("uno dos tres cuatro cinco seis siete", 40.0, 2, 12.0, Weight::Regular);
        assert_eq!(folded.len(), 2);
        assert!(folded[1].ends_with('…'));
    }
}
