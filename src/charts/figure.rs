//! What stands around a chart? Title (the finding), subtitle (layer, window, unit), notes and the source line.
//!
//! In: these texts and the height of the body. Out: a [`Chart`] once the body is painted into its [`Frame`].

use super::canvas::{self, Canvas, Caption, Type};
use super::text::{Weight, balance, wrap};
use super::{Chart, Context, theme};
use crate::tables::Table;

/// Where the body of a chart is drawn, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its bottom edge.
    pub bottom: f64,
}

impl Frame {
    /// The same, smaller by so much on each side.
    #[must_use]
    pub fn inset(self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left: self.left + left,
            top: self.top + top,
            right: self.right - right,
            bottom: self.bottom - bottom,
        }
    }

    /// How wide it is.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// How high it is.
    #[must_use]
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }
}

/// A chart before its body is drawn.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its name, also the file's stem.
    pub id: String,
    /// The finding, as a sentence.
    pub title: String,
    /// Layer, window and unit.
    pub subtitle: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// What must be known to read it.
    pub notes: Vec<String>,
    /// How wide the picture is.
    pub width: f64,
    /// How high the body is.
    pub body: f64,
}

/// The margin at both sides of a chart.
pub const MARGIN: f64 = 16.0;
const LEADING: f64 = 1.3;

impl Figure {
    /// Draws the chart: the texts around, the body by `paint`.
    pub fn draw(self, context: &Context<'_>, table: Table, paint: impl FnOnce(&Canvas<'_>, Frame)) -> Chart {
        let room = self.width - 2.0 * MARGIN;
        let title_size = if self.width < theme::WIDE {
            theme::TITLE_HALF
        } else {
            theme::TITLE
        };
        let title = balance(&self.title, room, title_size, Weight::SemiBold);
        let subtitle = wrap(&self.subtitle, room, theme::LABEL, Weight::Regular);
        let source = context.say("chart-source", &[("hub", context.hub.into())]);
        let notes: Vec<String> = self
            .notes
            .iter()
            .chain([&source])
            .flat_map(|note| wrap(note, room, theme::NOTE, Weight::Regular))
            .collect();
        let above = MARGIN - 2.0 + block(&title, title_size) + block(&subtitle, theme::LABEL) + 12.0;
        let below = 14.0 + block(&notes, theme::NOTE) + 10.0;
        let height = (above + self.body + below).ceil();
        let frame = Frame {
            left: MARGIN,
            top: above,
            right: self.width - MARGIN,
            bottom: above + self.body,
        };
        let drawn = canvas::draw(self.width, height, |canvas| {
            canvas.rect((0.0, 0.0), (self.width, height), theme::PAPER);
            let mut y = MARGIN - 2.0;
            y = lines(canvas, y, &title, Type::new(title_size, theme::INK).bold());
            lines(canvas, y + 2.0, &subtitle, Type::new(theme::LABEL, theme::GREY));
            paint(canvas, frame);
            lines(canvas, frame.bottom + 14.0, &notes, Type::new(theme::NOTE, theme::GREY));
        });
        self.finish(&drawn, height, table)
    }

    /// Draws the chart without any text around: a word-sized graphic that stands beside its number.
    pub fn draw_bare(self, table: Table, paint: impl FnOnce(&Canvas<'_>, Frame)) -> Chart {
        let frame = Frame {
            left: 0.0,
            top: 0.0,
            right: self.width,
            bottom: self.body,
        };
        let drawn = canvas::draw(self.width, self.body, |canvas| paint(canvas, frame));
        let height = self.body;
        self.finish(&drawn, height, table)
    }

    fn finish(self, drawn: &str, height: f64, table: Table) -> Chart {
        let caption = Caption {
            id: &self.id,
            title: &self.title,
            description: &self.description,
        };
        let svg = canvas::finish(drawn, (self.width, height), caption);
        Chart {
            svg,
            id: self.id,
            title: self.title,
            description: self.description,
            table,
        }
    }
}

fn block(lines: &[String], size: f64) -> f64 {
    lines.len() as f64 * size * LEADING
}

fn lines(canvas: &Canvas<'_>, mut y: f64, lines: &[String], set: Type) -> f64 {
    for line in lines {
        canvas.text((MARGIN, y + set.size), line, set);
        y += set.size * LEADING;
    }
    y
}
