//! Which event is a sheet about, and when was it?
//!
//! In: the rows above the header, the sheet's name and the file's name. Out: the event and the text of its date, each
//! with the place it was read from, and whether anything there speaks of an event at all. A year alone is no date:
//! `Agenda 2030` took place in another year.

use super::headers;
use crate::records::cells::{self, DateForm, DayOrder, Read};
use crate::records::words;

/// Where something was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldBy {
    /// `[attendance]` of `hub.toml`.
    HubToml,
    /// A row above the header.
    Title,
    /// The sheet's name.
    Sheet,
    /// The file's name.
    File,
    /// The header of a column.
    Header,
    /// The rows themselves.
    Rows,
}

impl ToldBy {
    /// Its key in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::HubToml => "told-by-hub-toml",
            Self::Title => "told-by-title",
            Self::Sheet => "told-by-sheet",
            Self::File => "told-by-file",
            Self::Header => "told-by-header",
            Self::Rows => "told-by-rows",
        }
    }
}

/// What a sheet's titles and names tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Told {
    pub event: Option<(String, ToldBy)>,
    /// The date as written.
    pub date: Option<(String, ToldBy)>,
    /// Whether anything speaks of an event or of attendance.
    pub of_event: bool,
}

/// Reads what stands above the header and in the names; the titles from the top row down.
pub(super) fn told(titles: &[Vec<&str>], sheet: Option<&str>, stem: &str) -> Told {
    let mut found = Findings::default();
    let names = sheet.into_iter().chain([stem]);
    let year = only_year(titles.iter().flatten().copied().chain(names));
    for (row, cells) in titles.iter().enumerate() {
        for segment in segments(&with_year(&cells.join("\n"), year)) {
            found.take(&segment, ToldBy::Title, row);
        }
    }
    for (name, by) in [(sheet, ToldBy::Sheet), (Some(stem), ToldBy::File)] {
        let name = with_year(&name.unwrap_or_default().replace('_', " "), year);
        for segment in segments(&name) {
            found.take(&segment, by, 0);
        }
    }
    found.settled()
}

/// A name and a date told in one text, such as the header `Taller 1 (14/05/2024)`; the form's words are left out.
pub(super) fn name_and_date(text: &str) -> (String, Option<String>) {
    let mut names = Vec::new();
    let mut date = None;
    for segment in segments(text) {
        let (name, found) = split_date(&segment.text);
        date = date.or(found);
        if !name.is_empty() {
            names.push(name);
        }
    }
    (names.join(" – "), date)
}

/// The year that titles and names tell, where they tell one and no other.
fn only_year<'a>(texts: impl Iterator<Item = &'a str>) -> Option<u16> {
    let mut years: Vec<u16> = texts
        .flat_map(|text| text.split(|c: char| !c.is_ascii_digit()))
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .filter(|year| (1990..2100).contains(year))
        .collect();
    years.sort_unstable();
    years.dedup();
    match years[..] {
        [year] => Some(year),
        _ => None,
    }
}

/// A text whose days without a year have the one that stands elsewhere: sheets `14 mayo` in `Asistencia 2024.xlsx`.
fn with_year(text: &str, year: Option<u16>) -> String {
    let Some(year) = year else { return text.to_owned() };
    let lines = text.lines().map(|line| {
        let tokens: Vec<&str> = line.split_whitespace().collect();
        let mut out: Vec<String> = Vec::new();
        for (place, token) in tokens.iter().enumerate() {
            out.push((*token).to_owned());
            let day = match words::key(tokens[..place].last().unwrap_or(&"")).as_str() {
                "de" | "of" => place.checked_sub(2),
                _ => place.checked_sub(1),
            };
            let is_day = day.is_some_and(|day| is_day(tokens[day]) && !is_ordinal(&tokens, day));
            let key = words::key(token);
            let dated = tokens[place + 1..]
                .iter()
                .take(2)
                .any(|next| next.contains(|c: char| c.is_ascii_digit()));
            if is_day && key.len() > 3 && words::month(&key).is_some() && !dated {
                out.push(format!("de {year}"));
            }
        }
        out.join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a number before a month counts an event: `Taller 3 mayo 2024` is no third of May for sure.
fn is_ordinal(tokens: &[&str], number: usize) -> bool {
    let follows = tokens[..number]
        .last()
        .is_some_and(|word| headers::begins_as_event(word));
    let month_next = tokens
        .get(number + 1)
        .is_some_and(|word| words::month(&words::key(word)).is_some());
    follows && month_next
}

/// Whether a text is a date and nothing else.
pub(super) fn is_date(text: &str) -> bool {
    readable(text).is_some_and(|days| days <= 31)
}

/// A piece of a title, with the label before it: `Fecha: 14/05/2024`.
struct Segment {
    label: Option<Label>,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Event,
    Date,
    /// Place, time, who is responsible: nothing that tells the event.
    Other,
}

fn label(word: &str) -> Option<Label> {
    let key = words::key(word);
    let key = key
        .strip_prefix("nombre del ")
        .or_else(|| key.strip_prefix("nombre de la "))
        .unwrap_or(&key);
    match key {
        "evento" | "actividad" | "event" | "activity" | "atividade" | "evenement" | "activite" | "titulo" | "title" => {
            Some(Label::Event)
        }
        "fecha" | "date" | "data" | "dia" | "day" => Some(Label::Date),
        "lugar" | "hora" | "horario" | "facilitador" | "facilitadora" | "responsable" | "objetivo" | "modalidad"
        | "ciudad" | "municipio" | "sala" | "place" | "time" | "organiza" | "organizador" | "convoca" | "proyecto"
        | "programa" | "local" | "lieu" | "heure" | "horas" | "duracion" | "tipo" | "dependencia" | "codigo"
        | "version" | "pagina" => Some(Label::Other),
        _ => None,
    }
}

/// Cuts a text at line ends, bars and dashes between blanks, and before each label.
fn segments(text: &str) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut pending: Option<Label> = None;
    let text = text
        .replace(" – ", "\n")
        .replace(" — ", "\n")
        .replace(" - ", "\n")
        .replace(['|', '·', ';', '\t'], "\n");
    for line in text.lines() {
        let mut current = Segment {
            label: pending.take(),
            text: String::new(),
        };
        let mut rest = line.trim();
        while let Some(at) = rest.find(':') {
            let (before, after) = (&rest[..at], &rest[at + 1..]);
            // the label is the shortest run of words before the colon that is one
            let starts = before
                .char_indices()
                .rev()
                .filter(|(place, c)| *place == 0 || c.is_whitespace());
            let labelled = starts
                .map(|(place, _)| place)
                .find_map(|place| Some((place, label(&before[place..])?)));
            match labelled {
                Some((place, label)) => {
                    current.text.push_str(&before[..place]);
                    found.push(std::mem::replace(
                        &mut current,
                        Segment {
                            label: Some(label),
                            text: String::new(),
                        },
                    ));
                }
                None => current.text.push_str(&rest[..=at]),
            }
            rest = after;
        }
        current.text.push_str(rest);
        // the label may stand in a cell of its own
        if current.text.trim().is_empty() {
            pending = current.label;
        }
        found.push(current);
    }
    found.retain(|segment| !segment.text.trim().is_empty());
    found
}

#[derive(Default)]
struct Findings {
    /// How surely, where, in which row, what.
    events: Vec<(u8, ToldBy, usize, String)>,
    /// Whether labelled, where, in which row, what.
    dates: Vec<(bool, ToldBy, usize, String)>,
    of_event: bool,
}

impl Findings {
    fn take(&mut self, segment: &Segment, by: ToldBy, row: usize) {
        self.of_event |= headers::speaks_of_attendance(&segment.text);
        match segment.label {
            Some(Label::Other) => return,
            Some(Label::Date) => {
                let text = segment.text.trim();
                let (_, within) = split_date(text);
                // under its label even a month or a year is a date
                let date = within.or_else(|| readable(text).map(|_| text.to_owned()));
                self.dates.extend(date.map(|date| (true, by, row, date)));
                return;
            }
            _ => {}
        }
        let (name, date) = split_date(&segment.text);
        self.dates.extend(date.map(|date| (false, by, row, date)));
        if name.is_empty() || headers::says_nothing(&name) {
            return;
        }
        let sure = match segment.label {
            Some(_) => 5,
            None if headers::begins_as_event(&name) => 4,
            None if headers::names_event(&name) => 3,
            None if by == ToldBy::Sheet => 2,
            None => 1,
        };
        self.of_event |= sure >= 3;
        self.events.push((sure, by, row, name));
    }

    /// The surest event; among equals a title, then the sheet's, then the file's name; of titles the lowest. Titles of
    /// which nothing tells which is the event tell none.
    fn settled(self) -> Told {
        let dated: Vec<(ToldBy, usize)> = self.dates.iter().map(|(_, by, row, _)| (*by, *row)).collect();
        let best = self.events.iter().map(|(sure, ..)| *sure).max();
        let mut likely: Vec<&(u8, ToldBy, usize, String)> =
            self.events.iter().filter(|(sure, ..)| Some(*sure) == best).collect();
        likely.sort_by_key(|(_, by, row, _)| (*by, !dated.contains(&(*by, *row)), std::cmp::Reverse(*row)));
        let undecided = best == Some(1)
            && likely.iter().filter(|(_, by, ..)| *by == ToldBy::Title).count() > 1
            && !likely
                .first()
                .is_some_and(|(_, by, row, _)| dated.contains(&(*by, *row)));
        if undecided {
            likely.retain(|(_, by, ..)| *by != ToldBy::Title);
        }
        let date = self
            .dates
            .iter()
            .min_by_key(|(labelled, by, row, _)| (!labelled, *by, *row));
        Told {
            event: likely.first().map(|(_, by, _, name)| (name.clone(), *by)),
            date: date.map(|(_, by, _, date)| (date.clone(), *by)),
            of_event: self.of_event || !self.dates.is_empty(),
        }
    }
}

/// How many days a text names, where it can be read as a date in either order.
fn readable(text: &str) -> Option<i32> {
    let read = |order| match cells::date(text, DateForm::ordered(Some(order))) {
        Read::Value(span) => Some(span.last.days_since(span.first) + 1),
        _ => None,
    };
    read(DayOrder::DayMonth).or_else(|| read(DayOrder::MonthDay))
}

const JOINED: [&str; 9] = ["y", "al", "a", "e", "et", "to", "and", "-", "–"];
const BEFORE: [&str; 18] = [
    "del",
    "de",
    "el",
    "on",
    "du",
    "le",
    "em",
    "en",
    "fecha",
    "date",
    "data",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
];

/// The name in a text and the date that stands in it, as written; of several days the first.
fn split_date(text: &str) -> (String, Option<String>) {
    let spread = spread(text);
    let tokens: Vec<&str> = spread.iter().map(String::as_str).collect();
    for length in (1..=6.min(tokens.len())).rev() {
        for start in 0..=tokens.len() - length {
            let Some(date) = date_of(&tokens[start..start + length]).filter(|_| !is_ordinal(&tokens, start)) else {
                continue;
            };
            let end = start + length;
            let (start, date) = first_of_several(&tokens, start, date);
            let mut before = &tokens[..start];
            while let Some((last, rest)) = before.split_last() {
                let key = words::key(last);
                if !key.is_empty() && !BEFORE.contains(&key.as_str()) {
                    break;
                }
                before = rest;
            }
            let name: Vec<&str> = before.iter().chain(&tokens[end..]).copied().collect();
            return (named(&name), Some(date));
        }
    }
    (named(&tokens), None)
}

fn words_or_mark(token: &str) -> String {
    let key = words::key(token);
    if key.is_empty() { token.to_owned() } else { key }
}

/// Tokens of a text; `13-14` before a month falls into its days.
fn spread(text: &str) -> Vec<String> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let mut out = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let month_follows = tokens[place + 1..]
            .iter()
            .take(2)
            .any(|word| words::month(&words::key(word)).is_some());
        match token.split_once(['-', '–']) {
            Some((first, last)) if month_follows && is_day(first) && is_day(last) => {
                out.extend([first.to_owned(), "-".to_owned(), last.to_owned()]);
            }
            _ => out.push((*token).to_owned()),
        }
    }
    out
}

fn is_day(token: &str) -> bool {
    token.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// The text of a date, where these tokens are one and nothing else.
fn date_of(tokens: &[&str]) -> Option<String> {
    let marks: &[char] = &[',', '.', ';', ':', '(', ')', '[', ']'];
    let joined = tokens.join(" ");
    let text = joined.trim_matches(marks);
    let first = tokens.first()?.trim_matches(marks);
    let compact = |day: &str| format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]);
    if tokens.len() == 1 {
        // as file names begin: 20240514
        if text.len() == 8 && text.starts_with("20") && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let date = compact(text);
            return readable(&date).map(|_| date);
        }
        return (readable(text) == Some(1)).then(|| text.to_owned());
    }
    let clean: String = text.replace(',', "");
    let has_month = tokens.iter().any(|word| words::month(&words::key(word)).is_some());
    let has_time = tokens.len() == 2 && tokens[1].contains(':') && first.len() >= 8;
    let has_year = tokens.last().is_some_and(|word| words::key(word).len() == 4) || tokens.len() > 2;
    let whole = words::key(first).chars().next().is_some_and(|c| c.is_ascii_digit())
        || words::month(&words::key(first)).is_some();
    let fits = whole && (has_month && has_year || has_time);
    (fits && readable(&clean).is_some_and(|days| days <= 31)).then_some(clean)
}

/// `14 y 15 de mayo de 2024` begins on the 14th.
fn first_of_several(tokens: &[&str], start: usize, date: String) -> (usize, String) {
    let joined = start >= 2 && is_day(tokens[start - 2]) && JOINED.contains(&words_or_mark(tokens[start - 1]).as_str());
    match date.split_once(' ') {
        Some((day, rest)) if joined && is_day(day) => (start - 2, format!("{} {rest}", tokens[start - 2])),
        _ => (start, date),
    }
}

/// What is left of a text once its date is taken: without the words of a form and marks at its ends.
fn named(tokens: &[&str]) -> String {
    let joined = headers::without_list_words(tokens).join(" ");
    let marks: &[char] = &[',', '.', ';', ':', '(', '[', '-', '–', '—', '_', '/', ' '];
    let text = joined.trim_start_matches([')', ']']).trim_matches(marks);
    let text = text.replace("()", "").replace("( )", "");
    if words::key(&text).is_empty() {
        String::new()
    } else {
        text.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_in(titles: &[&[&str]], sheet: Option<&str>, stem: &str) -> (Option<String>, Option<String>) {
        let titles: Vec<Vec<&str>> = titles.iter().map(|row| row.to_vec()).collect();
        let told = told(&titles, sheet, stem);
        (told.event.map(|(name, _)| name), told.date.map(|(date, _)| date))
    }

    fn some(event: &str, date: &str) -> (Option<String>, Option<String>) {
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        (filled(event), filled(date))
    }

    #[test]
    fn titles_tell_the_event_and_its_day() {
        type Titles = &'static [&'static [&'static str]];
        let cases: [(Titles, (&str, &str)); 8] = [
            (
                &[&["Taller 3 de codiseño – 14 de mayo de 2024 – Lista de asistencia"]],
                ("Taller 3 de codiseño", "14 de mayo de 2024"),
            ),
            (
                &[
                    &["Alcaldía de Concepción"],
                    &["LISTA DE ASISTENCIA"],
                    &["Evento:", "Mesa técnica"],
                    &["Fecha:", "2024-05-14"],
                ],
                ("Mesa técnica", "2024-05-14"),
            ),
            (
                &[&["Lista de asistencia al taller de movilidad (14/05/2024)"]],
                ("taller de movilidad", "14/05/2024"),
            ),
            (
                &[&["Jornada del 14 y 15 de mayo de 2024"]],
                ("Jornada", "14 de mayo de 2024"),
            ),
            (&[&["Taller 13-14 de mayo de 2024"]], ("Taller", "13 de mayo de 2024")),
            (
                &[
                    &["Fecha: 14/05/2024   Lugar: Sala 2   Hora: 9:00 - 12:00"],
                    &["Taller 2: Agua"],
                ],
                ("Taller 2: Agua", "14/05/2024"),
            ),
            (
                &[&["Oficina 2 | 3 de maio de 2024 | Lista de presença"]],
                ("Oficina 2", "3 de maio de 2024"),
            ),
            (&[&["Foro Agenda 2030"]], ("Foro Agenda 2030", "")),
        ];
        for (titles, (event, date)) in cases {
            assert_eq!(told_in(titles, None, "lista"), some(event, date), "{titles:?}");
        }
    }

    #[test]
    fn names_of_sheets_and_files_tell_it_where_titles_do_not() {
        for (sheet, stem, event, date) in [
            (Some("Taller 2 14-05-2024"), "Asistencia 2024", "Taller 2", "14-05-2024"),
            (Some("Hoja1"), "2024-05-14_taller_3", "taller 3", "2024-05-14"),
            (Some("Hoja1"), "20240514 Reunión mensual", "Reunión mensual", "20240514"),
            (Some("Movilidad"), "asistencia", "Movilidad", ""),
            (Some("Hoja1"), "lista de asistencia", "", ""),
            (None, "Taller 3 2024", "Taller 3 2024", ""),
            (Some("Mesa 14 de mayo"), "Asistencia 2024", "Mesa", "14 de mayo de 2024"),
            (
                Some("21 mayo"),
                "Mesa técnica 2024",
                "Mesa técnica 2024",
                "21 mayo de 2024",
            ),
            (Some("Mesa 14 de mayo"), "Asistencia", "Mesa 14 de mayo", ""),
            (Some("Taller 3 mayo 2024"), "Asistencia", "Taller 3", "mayo 2024"),
        ] {
            let date = if date == "20240514" { "2024-05-14" } else { date };
            assert_eq!(told_in(&[], sheet, stem), some(event, date), "{sheet:?} {stem}");
        }
    }

    #[test]
    fn titles_of_which_none_is_surely_the_event_tell_none() {
        let titles: [&[&str]; 2] = [&["Alcaldía de Concepción"], &["Laboratorio de innovación"]];
        assert_eq!(told_in(&titles, Some("Hoja1"), "lista"), some("", ""));
        assert_eq!(told_in(&titles, Some("Hoja1"), "Taller 1"), some("Taller 1", ""));
    }

    #[test]
    fn a_header_tells_name_and_day() {
        let told = |text: &str| name_and_date(text);
        assert_eq!(
            told("Taller 1 (14/05/2024)"),
            ("Taller 1".into(), Some("14/05/2024".into()))
        );
        assert_eq!(
            told("14/05/2024\nTaller 1"),
            ("Taller 1".into(), Some("14/05/2024".into()))
        );
        assert_eq!(told("2024-05-14"), (String::new(), Some("2024-05-14".into())));
        assert_eq!(told("Reunión mayo 2024"), ("Reunión".into(), Some("mayo 2024".into())));
    }
}
