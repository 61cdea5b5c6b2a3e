//! How is anything drawn? Lines, areas, shapes and words in pixels, by plotters, into one SVG text.
//!
//! In: coordinates in pixels. Out: the marks of one picture; [`finish`] turns them into a file with its own title,
//! description, hatching and font. Plotters knows whole pixels only, so everything is drawn on a canvas four times as
//! large and scaled back by the view box.

use std::fmt::Write as _;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::prelude::SVGBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, IntoTextStyle as _, RGBColor, ShapeStyle};

use super::text::{Weight, font_faces, register, width};
use super::theme;

/// How many units of the canvas a pixel has.
pub const SCALE: u32 = 4;
/// Plotters writes a font's size divided by this.
const PLOTTERS_TYPE: f64 = 1.24;

/// A point in pixels, from the left and from the top.
pub type Point = (f64, f64);
type UnitPoint = (i32, i32);

/// A colour and how opaque it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// The colour.
    pub color: RGBColor,
    /// From 0, clear, to 1.
    pub alpha: f64,
}

impl From<RGBColor> for Ink {
    fn from(color: RGBColor) -> Self {
        Self { color, alpha: 1.0 }
    }
}

impl Ink {
    /// A colour, so opaque.
    #[must_use]
    pub const fn clear(color: RGBColor, alpha: f64) -> Self {
        Self { color, alpha }
    }

    fn fill(self) -> ShapeStyle {
        self.color.mix(self.alpha).filled()
    }

    fn stroke(self, width: f64) -> ShapeStyle {
        let units = (width * f64::from(SCALE)).round().max(1.0) as u32;
        self.color.mix(self.alpha).stroke_width(units)
    }
}

/// Which end of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Its size in pixels: one of [`theme::TYPE_SIZES`].
    pub size: f64,
    /// How heavy.
    pub weight: Weight,
    /// Its colour.
    pub color: RGBColor,
    /// Which end stands at the point.
    pub anchor: Anchor,
}

impl Type {
    /// Regular type that starts at its point.
    #[must_use]
    pub const fn new(size: f64, color: RGBColor) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color,
            anchor: Anchor::Start,
        }
    }

    /// The same, anchored elsewhere.
    #[must_use]
    pub const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same, semi-bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self {
            weight: Weight::SemiBold,
            ..self
        }
    }

    /// How wide a text is in it.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        width(text, self.size, self.weight)
    }
}

/// The picture while it is drawn.
pub struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// Draws a picture of so many pixels.
pub fn draw(width: f64, height: f64, paint: impl FnOnce(&Canvas<'_>)) -> String {
    register();
    let mut svg = String::new();
    let size = (units(width).unsigned_abs(), units(height).unsigned_abs());
    let canvas = Canvas {
        area: SVGBackend::with_string(&mut svg, size).into_drawing_area(),
    };
    paint(&canvas);
    drop(canvas);
    svg
}

impl<'a> Canvas<'a> {
    /// A line through points.
    pub fn line(&self, points: &[Point], ink: impl Into<Ink>, width: f64) {
        if points.len() > 1 {
            self.put(&PathElement::new(all_units(points), ink.into().stroke(width)));
        }
    }

    /// A dashed line: on and off in pixels.
    pub fn dashes(&self, points: &[Point], ink: impl Into<Ink>, width: f64, (on, off): (f64, f64)) {
        if points.len() > 1 {
            let style = ink.into().stroke(width);
            self.put(&DashedPathElement::new(all_units(points), units(on), units(off), style));
        }
    }

    /// A filled area within points.
    pub fn area(&self, points: &[Point], ink: impl Into<Ink>) {
        if points.len() > 2 {
            self.put(&Polygon::new(all_units(points), ink.into().fill()));
        }
    }

    /// A filled rectangle.
    pub fn rect(&self, corner: Point, opposite: Point, ink: impl Into<Ink>) {
        let (a, b) = (unit_point(corner), unit_point(opposite));
        let (low, high) = ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)));
        if low.0 < high.0 && low.1 < high.1 {
            self.put(&Rectangle::new([low, high], ink.into().fill()));
        }
    }

    /// The outline of a rectangle.
    pub fn outline(&self, (x0, y0): Point, (x1, y1): Point, ink: impl Into<Ink>, width: f64) {
        self.line(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], ink, width);
    }

    /// A filled disc.
    pub fn disc(&self, center: Point, radius: f64, ink: impl Into<Ink>) {
        self.put(&Circle::new(
            unit_point(center),
            units(radius).max(1),
            ink.into().fill(),
        ));
    }

    /// A circle.
    pub fn ring(&self, center: Point, radius: f64, ink: impl Into<Ink>, width: f64) {
        let style = ink.into().stroke(width);
        self.put(&Circle::new(unit_point(center), units(radius).max(1), style));
    }

    /// A shape of about the same area whatever it is, with a rim of paper around it.
    pub fn shape(&self, center: Point, radius: f64, shape: theme::Shape, ink: RGBColor) {
        match shape {
            theme::Shape::Disc => {
                self.disc(center, radius + RIM, theme::PAPER);
                self.disc(center, radius, ink);
            }
            theme::Shape::Ring => {
                self.disc(center, radius, theme::PAPER);
                self.ring(center, (radius - 0.75).max(0.5), ink, 1.5);
            }
            theme::Shape::Corners(corners, turn) => {
                self.area(&polygon(center, radius + RIM, corners, turn), theme::PAPER);
                self.area(&polygon(center, radius, corners, turn), ink);
            }
        }
    }

    /// A text whose baseline stands at the point.
    pub fn text(&self, at: Point, text: &str, set: Type) {
        let size = set.size * f64::from(SCALE) * PLOTTERS_TYPE;
        let across = match set.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = FontDesc::new(FontFamily::SansSerif, size, set.weight.style())
            .into_text_style(&self.area)
            .color(&set.color)
            .pos(Pos::new(across, VPos::Top));
        self.put(&Text::new(one_line(text), unit_point(at), style));
    }

    /// A text whose capitals are centred on the point's height.
    pub fn text_beside(&self, (x, y): Point, text: &str, set: Type) {
        self.text((x, y + set.size * HALF_CAPITAL), text, set);
    }

    /// Writing into a text cannot fail, and the one font is registered before anything is drawn.
    fn put<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, UnitPoint>,
        E: Drawable<SVGBackend<'a>>,
    {
        let drawn = self.area.draw(element);
        debug_assert!(drawn.is_ok());
    }
}

/// The rim of paper around a shape.
const RIM: f64 = 0.75;
/// Half the height of a capital over the em (`OS/2` capital height 714 of 1000).
const HALF_CAPITAL: f64 = 0.357;

fn units(pixels: f64) -> i32 {
    (pixels * f64::from(SCALE)).round() as i32
}

fn unit_point((x, y): Point) -> UnitPoint {
    (units(x), units(y))
}

fn all_units(points: &[Point]) -> Vec<UnitPoint> {
    points.iter().map(|&point| unit_point(point)).collect()
}

/// A regular polygon with about the area of a disc of that radius, one corner up before it is turned.
fn polygon((x, y): Point, radius: f64, corners: u8, turn: i16) -> Vec<Point> {
    let step = std::f64::consts::TAU / f64::from(corners.max(3));
    let reach = radius * (std::f64::consts::TAU / (f64::from(corners.max(3)) * step.sin())).sqrt();
    (0..corners.max(3))
        .map(|corner| {
            let angle = f64::from(corner) * step + f64::from(turn).to_radians();
            (x + reach * angle.sin(), y - reach * angle.cos())
        })
        .collect()
}

/// What a picture is called, for those who cannot see it.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    /// The chart's id, unique on the page.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it shows.
    pub description: &'a str,
}

/// Makes a file of what was drawn: title and description, hatching, the font, and no repeated attributes.
#[must_use]
pub fn finish(drawn: &str, (width, height): Point, caption: Caption<'_>) -> String {
    let body = drawn
        .split_once('\n')
        .map_or("", |(_, rest)| rest)
        .replace(" dy=\"0.76em\"", "")
        .replace(" font-family=\"sans-serif\"", "")
        .replace(" text-anchor=\"start\"", "")
        .replace(" opacity=\"1\"", "")
        .replace("\n</text>", "</text>")
        .replace(" stroke=\"none\" stroke-width=\"1\"", "")
        .replace(
            "fill=\"#FE0102\"",
            &format!("fill=\"url(#chart-{}-hatch)\"", caption.id),
        );
    let body = share_line_styles(&round_type(body));
    let mut svg = String::with_capacity(body.len() + 40_000);
    let id = caption.id;
    let (across, down) = (units(width), units(height));
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {across} {down}\" width=\"{}\" height=\"{}\" \
         role=\"img\" aria-labelledby=\"chart-{id}-title chart-{id}-desc\" \
         font-family=\"'Noto Sans',sans-serif\">\n<title id=\"chart-{id}-title\">{}</title>\n<desc id=\"chart-{id}-desc\">{}</desc>\n",
        width.round(),
        height.round(),
        escape(caption.title),
        escape(caption.description),
    );
    if body.contains("<text ") {
        let _ = writeln!(svg, "{FONT_START}{}{FONT_END}", font_faces());
    }
    if body.contains("-hatch)") {
        let _ = writeln!(
            svg,
            "<defs><pattern id=\"chart-{id}-hatch\" patternUnits=\"userSpaceOnUse\" width=\"24\" height=\"24\">\
             <path d=\"M-6 6L6 -6M0 24L24 0M18 30L30 18\" stroke=\"#9AA5B1\" stroke-width=\"4\"/></pattern></defs>"
        );
    }
    svg + &body
}

/// Where the embedded font begins and ends in a finished picture.
pub const FONT_START: &str = "<style>";
/// See [`FONT_START`].
pub const FONT_END: &str = "</style>";

/// Font sizes come out of plotters divided by a decimal; this writes them whole again.
fn round_type(mut svg: String) -> String {
    for size in theme::TYPE_SIZES {
        let units = size * f64::from(SCALE);
        let found = format!("font-size=\"{}\"", units * PLOTTERS_TYPE / PLOTTERS_TYPE);
        svg = svg.replace(&found, &format!("font-size=\"{units}\""));
    }
    svg
}

/// Runs of lines of one style become one group with short paths: a map of thousands of ties stays small.
fn share_line_styles(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut open: Option<&str> = None;
    for line in svg.lines() {
        let parts = line
            .strip_prefix("<polyline fill=\"none\" ")
            .and_then(|rest| rest.split_once(" points=\""))
            .and_then(|(style, points)| Some((style, points.strip_suffix(" \"/>")?)));
        let style = parts.map(|(style, _)| style);
        if open.is_some() && style != open {
            out.push_str("</g>\n");
        }
        match parts {
            Some((style, points)) => {
                if open != Some(style) {
                    let style = style.replace("opacity", "stroke-opacity");
                    let _ = writeln!(out, "<g fill=\"none\" {style}>");
                }
                let _ = writeln!(out, "<path d=\"M{points}\"/>");
            }
            // What stands between the tags of a text is the text, without line breaks.
            None if line.starts_with("<text ") => out.push_str(line),
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
        open = style;
    }
    out
}

/// Control characters are not allowed in a picture, and line breaks are lost in it.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Text that is safe between tags.
#[must_use]
pub fn escape(text: &str) -> String {
    one_line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption() -> Caption<'static> {
        Caption {
            id: "test",
            title: "A < B",
            description: "x & y",
        }
    }

    #[test]
    fn a_finished_picture_names_itself_and_repeats_no_style() {
        let drawn = draw(100.0, 50.0, |canvas| {
            canvas.line(&[(0.0, 0.0), (10.0, 10.0)], theme::INK, 1.0);
            canvas.line(&[(5.0, 0.0), (10.0, 20.25)], theme::INK, 1.0);
            canvas.rect((0.0, 0.0), (20.0, 20.0), theme::HATCH);
            canvas.text((10.0, 20.0), "R&D <sí>", Type::new(theme::SMALL, theme::INK));
        });
        let svg = finish(&drawn, (100.0, 50.0), caption());
        assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
        assert!(svg.contains("viewBox=\"0 0 400 200\" width=\"100\" height=\"50\""));
        assert!(svg.contains("<title id=\"chart-test-title\">A &lt; B</title>"));
        assert!(svg.contains("fill=\"url(#chart-test-hatch)\"") && svg.contains("<pattern id=\"chart-test-hatch\""));
        assert_eq!(svg.matches("<g ").count(), 1, "{svg}");
        assert!(svg.contains("<path d=\"M0,0 40,40\"/>") && svg.contains("<path d=\"M20,0 40,81\"/>"));
        assert!(svg.contains(">R&amp;D &lt;sí&gt;</text>"), "{svg}");
        assert!(svg.contains("font-size=\"44\""));
    }

    #[test]
    fn every_size_of_type_is_written_whole() {
        for size in theme::TYPE_SIZES {
            let drawn = draw(100.0, 50.0, |canvas| {
                canvas.text((0.0, 0.0), "a", Type::new(size, theme::INK))
            });
            let whole = format!("font-size=\"{}\"", size * f64::from(SCALE));
            assert!(finish(&drawn, (100.0, 50.0), caption()).contains(&whole));
        }
    }

    #[test]
    fn shapes_of_one_radius_have_one_area() {
        let area = |points: &[Point]| {
            let next = points.iter().cycle().skip(1);
            points
                .iter()
                .zip(next)
                .map(|(a, b)| a.0 * b.1 - a.1 * b.0)
                .sum::<f64>()
                .abs()
                / 2.0
        };
        for corners in [3, 4, 5, 6] {
            let found = area(&polygon((0.0, 0.0), 10.0, corners, 15));
            assert!(
                (found - std::f64::consts::PI * 100.0).abs() <= 1e-9,
                "{corners}: {found}"
            );
        }
    }
}
