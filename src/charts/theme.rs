//! What do all charts look like? One theme: calm ink on white, one accent, and for groups colours that colour-blind
//! readers tell apart (Okabe & Ito 2008) beside shapes that survive a grey printer.
//!
//! In: a sector or a group. Out: its colour and shape; and the sizes of type that every chart uses.

use plotters::style::RGBColor;

use crate::findings::adoption::Group;
use crate::records::Sector;

/// Titles, values, labels that matter.
pub const INK: RGBColor = RGBColor(0x1f, 0x29, 0x33);
/// Subtitles, axes, notes.
pub const GREY: RGBColor = RGBColor(0x5b, 0x66, 0x70);
/// Baselines and ticks.
pub const RULE: RGBColor = RGBColor(0x9a, 0xa5, 0xb1);
/// Grid lines and quiet fills.
pub const FAINT: RGBColor = RGBColor(0xe4, 0xe7, 0xeb);
/// The one accent.
pub const ACCENT: RGBColor = RGBColor(0x00, 0x72, 0xb2);
/// The other end of a diverging scale, and what asks for attention.
pub const ALERT: RGBColor = RGBColor(0xd5, 0x5e, 0x00);
/// Paper.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// Stands for diagonal hatching until the picture is finished; no chart uses it as a colour.
pub const HATCH: RGBColor = RGBColor(0xfe, 0x01, 0x02);

const ORANGE: RGBColor = RGBColor(0xe6, 0x9f, 0x00);
const SKY: RGBColor = RGBColor(0x56, 0xb4, 0xe9);
const GREEN: RGBColor = RGBColor(0x00, 0x9e, 0x73);
const PURPLE: RGBColor = RGBColor(0xcc, 0x79, 0xa7);

/// The size of titles, in pixels.
pub const TITLE: f64 = 17.0;
/// The size of titles of charts that stand side by side.
pub const TITLE_HALF: f64 = 15.0;
/// The size of subtitles and labels that stand alone.
pub const LABEL: f64 = 12.0;
/// The size of axes and of labels in a crowd.
pub const SMALL: f64 = 11.0;
/// The size of notes and of the source.
pub const NOTE: f64 = 10.0;
/// Every size of type, for the finishing of the picture.
pub const TYPE_SIZES: [f64; 5] = [TITLE, TITLE_HALF, LABEL, SMALL, NOTE];

/// The width of a chart that fills the page.
pub const WIDE: f64 = 720.0;
/// The width of a chart of which two stand side by side.
pub const HALF: f64 = 460.0;

/// Fewer than this in a group, and it is drawn lighter.
pub const FEW: usize = 20;

/// The shape of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A disc.
    Disc,
    /// A regular polygon with so many corners, turned by so many degrees.
    Corners(u8, i16),
    /// A ring: nothing is recorded.
    Ring,
}

/// The colour and shape of a sector on the map and in keys.
#[must_use]
pub const fn sector_look(sector: Option<Sector>) -> (RGBColor, Shape) {
    match sector {
        Some(Sector::Government) => (ACCENT, Shape::Disc),
        Some(Sector::Business) => (ORANGE, Shape::Corners(4, 45)),
        Some(Sector::Academia) => (GREEN, Shape::Corners(3, 0)),
        Some(Sector::Research) => (SKY, Shape::Corners(4, 0)),
        Some(Sector::CivilSociety) => (PURPLE, Shape::Corners(6, 0)),
        Some(Sector::Funder) => (ALERT, Shape::Corners(3, 180)),
        Some(Sector::Other) => (GREY, Shape::Corners(5, 0)),
        None => (RULE, Shape::Ring),
    }
}

/// The colour of a group of adoptions or partnerships; its label always stands beside it.
#[must_use]
pub const fn group_color(group: Group) -> RGBColor {
    match group {
        Group::Neither => GREY,
        Group::TopDown => ORANGE,
        Group::BottomUp => GREEN,
        Group::Both => ACCENT,
        Group::Unknown => FAINT,
    }
}

/// How the line of a group is dashed, so that grey print tells it apart: on and off in pixels, `None` for a full line.
#[must_use]
pub const fn group_dash(group: Group) -> Option<(f64, f64)> {
    match group {
        Group::Both => None,
        Group::BottomUp => Some((8.0, 3.0)),
        Group::TopDown => Some((4.0, 3.0)),
        Group::Neither | Group::Unknown => Some((1.5, 3.0)),
    }
}

/// A colour mixed into the paper: 0 is paper, 1 the colour.
#[must_use]
pub fn tint(color: RGBColor, share: f64) -> RGBColor {
    let mix = |part: u8| {
        let part = f64::from(part);
        (255.0 + (part - 255.0) * share.clamp(0.0, 1.0)).round() as u8
    };
    RGBColor(mix(color.0), mix(color.1), mix(color.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_sectors_share_a_colour_or_a_shape() {
        let looks: Vec<_> = Sector::ALL
            .iter()
            .map(|s| sector_look(Some(*s)))
            .chain([sector_look(None)])
            .collect();
        for (place, one) in looks.iter().enumerate() {
            for other in &looks[place + 1..] {
                assert!(one.0 != other.0 && one.1 != other.1, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn tints_run_from_paper_to_the_colour() {
        assert_eq!(tint(ACCENT, 0.0), PAPER);
        assert_eq!(tint(ACCENT, 1.0), ACCENT);
    }
}
