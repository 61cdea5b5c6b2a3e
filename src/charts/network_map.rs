//! Who is tied to whom? The map: fixed positions, colour and shape by sector, size by ties.
//!
//! In: a snapshot, its positions and the roster. Out: a chart, `None` where nobody is in the window. The most
//! connected organisations are named; persons never are.

use super::canvas::{Canvas, Ink, Point, Type};
use super::figure::{Figure, Frame, MARGIN};
use super::indicator_lines::layer_words;
use super::labels::{Patch, Wish, place};
use super::numbers::{table, text, whole, window_words};
use super::sector_matrix::{capital, sector_word};
use super::text::{Weight, fold};
use super::theme::sector_look;
use super::{Chart, Context, theme};
use crate::network::layout::Position;
use crate::network::{Layer, NodeIndex, Roster, Snapshot};
use crate::records::Sector;
use crate::tables::Table;
use crate::time::Window;

/// More ties than this are not drawn; the subtitle says so.
pub const MOST_TIES: usize = 6000;
/// How many are named.
const NAMED: usize = 12;
const TALLEST: f64 = 620.0;
const LOWEST: f64 = 240.0;

/// What the map shows.
#[derive(Debug, Clone, Copy)]
pub struct Map<'a> {
    /// Who is tied to whom.
    pub snapshot: &'a Snapshot,
    /// Where each node stands; `None` for those who are not on it.
    pub positions: &'a [Option<Position>],
    /// Sectors and kinds.
    pub roster: &'a Roster,
    /// The layer.
    pub layer: Layer,
    /// The window.
    pub window: &'a Window,
}

impl Map<'_> {
    fn sector(&self, node: NodeIndex) -> Option<Sector> {
        self.roster.member(self.snapshot.places()[node.at()]).sector
    }

    fn is_person(&self, node: NodeIndex) -> bool {
        self.roster.member(self.snapshot.places()[node.at()]).is_person()
    }

    fn is_drawn(&self, node: NodeIndex) -> bool {
        self.positions[node.at()].is_some()
    }

    /// The ties between those drawn.
    fn ties(&self) -> impl Iterator<Item = (NodeIndex, NodeIndex, f64)> + '_ {
        let drawn = self.snapshot.nodes().filter(|node| self.is_drawn(*node));
        drawn.flat_map(move |node| {
            let later = self
                .snapshot
                .ties()
                .row(node.at())
                .filter(move |(other, _)| *other > node.0);
            let ties = later.map(move |(other, strength)| (node, NodeIndex(other), strength));
            ties.filter(|(_, other, _)| self.is_drawn(*other))
        })
    }

    /// The nodes drawn, by ties, most first.
    fn by_degree(&self) -> Vec<NodeIndex> {
        let mut nodes: Vec<NodeIndex> = self.snapshot.nodes().filter(|node| self.is_drawn(*node)).collect();
        nodes.sort_by_key(|node| (std::cmp::Reverse(self.snapshot.degree(*node)), *node));
        nodes
    }

    /// The sectors on the map with how many there are, in their order, those without one last.
    fn sectors(&self) -> Vec<(Option<Sector>, usize)> {
        let count = |sector| {
            self.snapshot
                .nodes()
                .filter(|node| self.sector(*node) == sector)
                .count()
        };
        Sector::ALL
            .iter()
            .map(|sector| Some(*sector))
            .chain([None])
            .map(|sector| (sector, count(sector)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }
}

/// The map of the network.
#[must_use]
pub fn network_map(map: &Map<'_>, context: &Context<'_>) -> Option<Chart> {
    if map.snapshot.node_count() == 0 || map.positions.len() != map.snapshot.node_count() {
        return None;
    }
    let ties = map.snapshot.tie_count();
    let key = Key::of(map, context);
    let mut subtitle = format!(
        "{} · {} · {}",
        layer_words(map.layer, context),
        window_words(map.window, context),
        context.messages.word("chart-map-unit")
    );
    let (nodes, drawn) = (map.snapshot.node_count(), map.positions.iter().flatten().count());
    if drawn < nodes {
        subtitle += " · ";
        subtitle += &context.say(
            "chart-map-most-connected",
            &[("drawn", drawn.into()), ("nodes", nodes.into())],
        );
    }
    let between = map.ties().count();
    if between > MOST_TIES {
        subtitle += " · ";
        subtitle += &context.say(
            "chart-map-strongest",
            &[("drawn", MOST_TIES.into()), ("ties", between.into())],
        );
    }
    let figure = Figure {
        id: "map".into(),
        title: finding(map, context),
        subtitle,
        description: context.say(
            "chart-map-description",
            &[("nodes", nodes.into()), ("ties", ties.into())],
        ),
        notes: vec![context.messages.word("chart-map-note")],
        width: theme::WIDE,
        body: key.height + Fit::of(map.positions).body(),
    };
    let table = numbers_behind(&figure.id, map, context);
    Some(figure.draw(context, table, |canvas, frame| {
        key.paint(canvas, frame);
        paint(canvas, frame.inset(0.0, key.height, 0.0, 0.0), map, context);
    }))
}

fn finding(map: &Map<'_>, context: &Context<'_>) -> String {
    let alone = map
        .snapshot
        .nodes()
        .filter(|node| map.snapshot.degree(*node) == 0)
        .count();
    let first = map.by_degree().into_iter().find(|node| !map.is_person(*node));
    let numbers = [
        ("nodes", map.snapshot.node_count().into()),
        ("ties", map.snapshot.tie_count().into()),
        ("alone", alone.into()),
    ];
    match first.filter(|node| map.snapshot.degree(*node) > 0) {
        Some(node) => {
            let name = (context.name)(map.snapshot.places()[node.at()]);
            let most = [
                ("first", name.into()),
                ("most", map.snapshot.degree(node).into()),
                ("others", (map.snapshot.node_count() - 1).into()),
            ];
            context.say("chart-map-title-first", &[&numbers[..], &most[..]].concat())
        }
        None => context.say("chart-map-title", &numbers),
    }
}

/// The sectors, each beside its own mark, in as few lines as they need.
struct Key {
    items: Vec<(Option<Sector>, String, Point)>,
    height: f64,
}

impl Key {
    fn of(map: &Map<'_>, context: &Context<'_>) -> Self {
        let set = Type::new(theme::SMALL, theme::INK);
        let room = theme::WIDE - 2.0 * MARGIN;
        let (mut x, mut y) = (0.0, 0.0);
        let items = map
            .sectors()
            .into_iter()
            .map(|(sector, count)| {
                let words = capital(&sector_word(sector, context));
                let words = format!("{words} {}", context.messages.number(count as f64, 0));
                let wide = set.width(&words) + 32.0;
                if x + wide - 16.0 > room {
                    (x, y) = (0.0, y + 18.0);
                }
                let at = (x, y);
                x += wide;
                (sector, words, at)
            })
            .collect();
        Self {
            items,
            height: y + 26.0,
        }
    }

    fn paint(&self, canvas: &Canvas<'_>, frame: Frame) {
        for (sector, words, (x, y)) in &self.items {
            let (color, shape) = sector_look(*sector);
            let at = (frame.left + x + 6.0, frame.top + y + 7.0);
            canvas.shape(at, 5.0, shape, color);
            canvas.text_beside((at.0 + 10.0, at.1), words, Type::new(theme::SMALL, theme::INK));
        }
    }
}

fn paint(canvas: &Canvas<'_>, frame: Frame, map: &Map<'_>, context: &Context<'_>) {
    let fit = Fit::of(map.positions);
    let middle = Position { x: 0.5, y: 0.5 };
    let at = |node: NodeIndex| fit.at(map.positions[node.at()].unwrap_or(middle), frame);
    let nodes = map.by_degree();
    let radius = radii(map.snapshot, nodes.first().copied());
    paint_ties(canvas, map.ties().collect(), &at);
    // The largest first: a small node in front of a large one stays visible.
    for &node in &nodes {
        let (color, shape) = sector_look(map.sector(node));
        canvas.shape(at(node), radius(node), shape, color);
    }
    let named: Vec<NodeIndex> = nodes
        .iter()
        .copied()
        .filter(|node| !map.is_person(*node) && map.snapshot.degree(*node) > 0)
        .take(NAMED)
        .collect();
    let around = |node: NodeIndex| {
        let ((x, y), r) = (at(node), radius(node) * REACH);
        Patch {
            left: x - r,
            top: y - r,
            right: x + r,
            bottom: y + r,
        }
    };
    let busy: Vec<Patch> = nodes.iter().take(400).map(|node| around(*node)).collect();
    let edge = Patch {
        left: frame.left,
        top: frame.top,
        right: frame.right,
        bottom: frame.bottom,
    };
    paint_names(canvas, map, context, &named, (&at, &radius), (&busy, edge));
}

/// How far the corners of a shape reach beyond the disc of its area, about.
const REACH: f64 = 1.2;

/// The part of the plane that the nodes take up, scaled alike in both directions.
struct Fit {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    /// Pixels per unit of the plane.
    scale: f64,
}

/// Room for nodes and labels at the edges of the map.
const EDGE: f64 = 22.0;
/// The map never magnifies a smaller part of the plane than this.
const LEAST_SPAN: f64 = 0.1;

impl Fit {
    fn of(positions: &[Option<Position>]) -> Self {
        let range = |part: fn(&Position) -> f64| {
            let finite = || positions.iter().flatten().map(part).filter(|share| share.is_finite());
            let (low, high) = (
                finite().fold(f64::INFINITY, f64::min),
                finite().fold(f64::NEG_INFINITY, f64::max),
            );
            if low <= high {
                (low, (high - low).max(LEAST_SPAN))
            } else {
                (0.0, 1.0)
            }
        };
        let ((left, width), (top, height)) = (range(|position| position.x), range(|position| position.y));
        let room = (theme::WIDE - 2.0 * (MARGIN + EDGE), TALLEST - 2.0 * EDGE);
        let scale = (room.0 / width).min(room.1 / height);
        Self {
            left,
            top,
            width,
            height,
            scale,
        }
    }

    /// How high the map is drawn.
    fn body(&self) -> f64 {
        (self.height * self.scale + 2.0 * EDGE).clamp(LOWEST, TALLEST)
    }

    fn at(&self, position: Position, frame: Frame) -> Point {
        let along = |value: f64, low: f64, span: f64| {
            if value.is_finite() {
                value - low - span / 2.0
            } else {
                0.0
            }
        };
        (
            f64::midpoint(frame.left, frame.right) + along(position.x, self.left, self.width) * self.scale,
            f64::midpoint(frame.top, frame.bottom) + along(position.y, self.top, self.height) * self.scale,
        )
    }
}

/// How large a node is drawn: its area grows with its ties, and less where there are many.
fn radii(snapshot: &Snapshot, first: Option<NodeIndex>) -> impl Fn(NodeIndex) -> f64 + '_ {
    let most = first.map_or(1.0, |node| snapshot.degree(node) as f64).max(1.0);
    let (least, largest) = match snapshot.node_count() {
        0..=80 => (4.0, 12.0),
        81..=400 => (2.25, 8.5),
        401..=900 => (1.75, 7.5),
        _ => (1.4, 7.0),
    };
    move |node| least + (largest - least) * (snapshot.degree(node) as f64 / most).sqrt()
}

/// Classes of strength in which ties are drawn.
const CLASSES: usize = 5;

/// The strongest ties, weakest first, darker and wider by class of strength.
fn paint_ties(canvas: &Canvas<'_>, mut ties: Vec<(NodeIndex, NodeIndex, f64)>, at: &impl Fn(NodeIndex) -> Point) {
    ties.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    ties.truncate(MOST_TIES);
    let strongest = ties.first().map_or(1.0, |tie| tie.2);
    let crowd = (250.0 / (ties.len().max(1) as f64)).sqrt().clamp(0.22, 1.0);
    for &(a, b, strength) in ties.iter().rev() {
        let class = ((strength / strongest).sqrt() * CLASSES as f64)
            .ceil()
            .clamp(1.0, CLASSES as f64);
        let share = class / CLASSES as f64;
        let alpha = ((0.25 + 0.45 * share) * crowd * 100.0).round() / 100.0;
        canvas.line(
            &[at(a), at(b)],
            Ink::clear(theme::GREY, alpha),
            0.5 + 1.25 * share * crowd,
        );
    }
}

const NAME_WIDTH: f64 = 150.0;
const NAME_LINE: f64 = 13.0;

fn paint_names(
    canvas: &Canvas<'_>,
    map: &Map<'_>,
    context: &Context<'_>,
    named: &[NodeIndex],
    (at, radius): (&impl Fn(NodeIndex) -> Point, &impl Fn(NodeIndex) -> f64),
    (busy, edge): (&[Patch], Patch),
) {
    let set = Type::new(theme::SMALL, theme::INK).bold();
    let texts: Vec<Vec<String>> = named
        .iter()
        .map(|node| {
            let name = (context.name)(map.snapshot.places()[node.at()]);
            fold(&name, NAME_WIDTH, 2, set.size, Weight::SemiBold)
        })
        .collect();
    let wishes: Vec<Wish> = named
        .iter()
        .zip(&texts)
        .map(|(node, lines)| Wish {
            center: at(*node),
            radius: radius(*node) * REACH,
            size: (
                lines.iter().map(|line| set.width(line)).fold(0.0, f64::max) + 6.0,
                lines.len() as f64 * NAME_LINE + 3.0,
            ),
        })
        .collect();
    for (patch, lines) in place(&wishes, busy, edge).iter().zip(&texts) {
        let Some(patch) = patch else { continue };
        canvas.rect(
            (patch.left, patch.top),
            (patch.right, patch.bottom),
            Ink::clear(theme::PAPER, 0.78),
        );
        for (line, words) in lines.iter().enumerate() {
            let y = patch.top + 1.0 + line as f64 * NAME_LINE + set.size;
            canvas.text((patch.left + 3.0, y), words, set);
        }
    }
}

fn numbers_behind(id: &str, map: &Map<'_>, context: &Context<'_>) -> Table {
    let rows = map
        .by_degree()
        .into_iter()
        .map(|node| {
            vec![
                text((context.name)(map.snapshot.places()[node.at()])),
                text(sector_word(map.sector(node), context)),
                whole(map.snapshot.degree(node)),
            ]
        })
        .collect();
    table(id, &[("name", ""), ("sector", ""), ("ties", "ties")], rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, name, spanish, year};
    use super::*;
    use crate::network::{Level, Place, RosterMember};
    use crate::random::{Draws as _, stream};
    use crate::records::{HubRecords, StakeholderId, StakeholderIndex, StakeholderKind};

    fn roster(nodes: u32, kind: StakeholderKind) -> Roster {
        let members = (0..nodes)
            .map(|n| RosterMember {
                stakeholder: StakeholderIndex(n),
                id: StakeholderId::from(format!("s{n:05}").as_str()),
                name: name(Place(n)).into(),
                kind,
                sector: Sector::ALL.get(n as usize % 9).copied(),
                city: None,
                of_the_hub: false,
            })
            .collect();
        let mut roster = Roster::new(&HubRecords::default(), Level::Organization, std::iter::empty());
        roster.members = members;
        roster
    }

    /// A few communities of unequal size, busy members in the middle of theirs.
    fn made_up(nodes: u32, ties: usize) -> (Snapshot, Vec<Position>) {
        let mut random = stream(7, "map", u64::from(nodes));
        let groups = 6;
        let positions: Vec<Position> = (0..nodes)
            .map(|n| {
                let angle = f64::from(n % groups) / f64::from(groups) * std::f64::consts::TAU;
                let far = 0.02 + 0.1 * random.normal().abs() + 0.05 * f64::from(n) / f64::from(nodes);
                let turn = random.unit() * std::f64::consts::TAU;
                Position {
                    x: (0.5 + 0.3 * angle.cos() + far * turn.cos()).clamp(0.0, 1.0),
                    y: (0.5 + 0.3 * angle.sin() + far * turn.sin()).clamp(0.0, 1.0),
                }
            })
            .collect();
        let mut pairs = std::collections::BTreeMap::new();
        while pairs.len() < ties {
            let a = (random.unit().powi(3) * f64::from(nodes)) as u32;
            let inside = random.chance(0.8);
            let b = (random.unit().powi(2) * f64::from(nodes)) as u32;
            let b = if inside { b - b % groups + a % groups } else { b };
            if a != b && b < nodes {
                pairs.insert((a.min(b), a.max(b)), 0.1 + random.unit().powi(4) * 5.0);
            }
        }
        let ties: Vec<(u32, u32, f64)> = pairs.into_iter().map(|((a, b), s)| (a, b, s)).collect();
        (Snapshot::from_ties(nodes, &ties), positions)
    }

    fn mapped(nodes: u32, ties: usize, kind: StakeholderKind, spanish_words: bool) -> Option<Chart> {
        let (snapshot, positions) = made_up(nodes, ties);
        mapped_at(
            &snapshot,
            &positions.into_iter().map(Some).collect::<Vec<_>>(),
            kind,
            spanish_words,
        )
    }

    fn mapped_at(
        snapshot: &Snapshot,
        positions: &[Option<Position>],
        kind: StakeholderKind,
        spanish_words: bool,
    ) -> Option<Chart> {
        let nodes = snapshot.node_count() as u32;
        let roster = roster(nodes, kind);
        let window = year(2025);
        let messages = if spanish_words { spanish() } else { english() };
        let map = Map {
            snapshot,
            positions,
            roster: &roster,
            layer: Layer::Combined,
            window: &window,
        };
        let mut chart = network_map(&map, &context(&messages))?;
        chart.id = format!("map-{nodes}");
        chart.svg = chart.svg.replace("chart-map-", &format!("chart-map-{nodes}-"));
        check(&chart);
        Some(chart)
    }

    #[test]
    fn every_node_and_every_tie_is_drawn() {
        for (nodes, ties) in [(2, 1), (60, 140), (300, 1200), (1600, 5200)] {
            let chart = mapped(nodes, ties, StakeholderKind::Organization, nodes == 60).expect("a chart");
            let key = if nodes < 9 { nodes as usize } else { 8 };
            let shapes = chart.svg.matches("<circle").count() + chart.svg.matches("<polygon").count();
            // each shape has its rim; the key repeats each look once
            assert_eq!(shapes, 2 * (nodes as usize + key), "{nodes}");
            let drawn = chart.svg.matches("<path d=\"M").count();
            assert_eq!(drawn, ties, "{nodes}");
            assert_eq!(chart.table.rows.len(), nodes as usize);
        }
    }

    #[test]
    fn of_many_ties_the_strongest_are_drawn_and_the_subtitle_says_so() {
        let chart = mapped(1500, 9000, StakeholderKind::Organization, false).expect("a chart");
        assert_eq!(chart.svg.matches("<path d=\"M").count(), MOST_TIES);
        assert!(drawn_words(&chart).join(" ").contains("6,000 of 9,000"));
        assert!(
            chart.svg_without_font().len() < 800_000,
            "{}",
            chart.svg_without_font().len()
        );
    }

    #[test]
    fn those_without_a_place_are_not_drawn_and_the_subtitle_says_so() {
        let (snapshot, positions) = made_up(60, 140);
        let place = |(n, position)| (n % 3 > 0).then_some(position);
        let positions: Vec<_> = positions.into_iter().enumerate().map(place).collect();
        let chart = mapped_at(&snapshot, &positions, StakeholderKind::Organization, false).expect("a chart");
        let shapes = chart.svg.matches("<circle").count() + chart.svg.matches("<polygon").count();
        assert_eq!(shapes, 2 * (40 + 8));
        let between = snapshot.pairs().filter(|(a, b, _)| a.0 % 3 > 0 && b.0 % 3 > 0).count();
        assert_eq!(chart.svg.matches("<path d=\"M").count(), between);
        assert!(drawn_words(&chart).join(" ").contains("40 most connected of 60"));
        assert_eq!(chart.table.rows.len(), 40);
    }

    #[test]
    fn persons_are_drawn_but_not_named() {
        let chart = mapped(40, 80, StakeholderKind::Person, false).expect("a chart");
        assert!(
            !drawn_words(&chart).iter().any(|word| word.contains("Municipalidad")),
            "{:?}",
            drawn_words(&chart)
        );
    }

    #[test]
    fn nobody_is_no_map_and_the_same_network_gives_the_same_bytes() {
        assert!(mapped(0, 0, StakeholderKind::Organization, false).is_none());
        let twice = [1, 2].map(|_| {
            mapped(60, 140, StakeholderKind::Organization, false)
                .expect("a chart")
                .svg
        });
        assert_eq!(twice[0], twice[1]);
    }
}
