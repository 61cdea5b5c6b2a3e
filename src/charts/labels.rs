//! Where can labels stand without covering each other?
//!
//! In: where each would like to stand. Out: where it stands, in the order given; `None` where there is no room.

use super::canvas::Point;

/// Heights for labels beside the ends of lines: as near to those wished for as `gap` between them allows, between
/// `top` and `bottom` where they fit there at all.
#[must_use]
pub fn spread(wished: &[f64], gap: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wished.len()).collect();
    order.sort_by(|&a, &b| wished[a].total_cmp(&wished[b]).then(a.cmp(&b)));
    let mut heights = vec![0.0; wished.len()];
    let mut free = top;
    for &label in &order {
        heights[label] = wished[label].max(free);
        free = heights[label] + gap;
    }
    let mut free = bottom;
    for &label in order.iter().rev() {
        heights[label] = heights[label].min(free).max(top);
        free = heights[label] - gap;
    }
    heights
}

/// A rectangle on the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patch {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its bottom edge.
    pub bottom: f64,
}

impl Patch {
    fn overlap(self, other: Self) -> f64 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across.max(0.0) * down.max(0.0)
    }

    fn within(self, other: Self) -> bool {
        self.left >= other.left && self.top >= other.top && self.right <= other.right && self.bottom <= other.bottom
    }
}

/// A label to be placed beside a node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The node's centre.
    pub center: Point,
    /// The node's radius.
    pub radius: f64,
    /// The label's width and height.
    pub size: Point,
}

/// Places labels one after the other beside their nodes: never over another label or the edge, and over as little as
/// possible of what is `busy`.
#[must_use]
pub fn place(wishes: &[Wish], busy: &[Patch], edge: Patch) -> Vec<Option<Patch>> {
    let mut placed: Vec<Patch> = Vec::new();
    wishes
        .iter()
        .map(|wish| {
            let best = around(*wish)
                .into_iter()
                .filter(|patch| patch.within(edge) && placed.iter().all(|other| patch.overlap(*other) <= 0.0))
                .map(|patch| (busy.iter().map(|other| patch.overlap(*other)).sum::<f64>(), patch))
                .reduce(|best, next| if next.0 < best.0 - 1e-9 { next } else { best })
                .map(|(_, patch)| patch)?;
            placed.push(best);
            Some(best)
        })
        .collect()
}

/// Sixteen places around a node, nearest and most usual first.
fn around(wish: Wish) -> Vec<Patch> {
    let (x, y) = wish.center;
    let (width, height) = wish.size;
    let patch = |left: f64, top: f64| Patch {
        left,
        top,
        right: left + width,
        bottom: top + height,
    };
    [3.0, 14.0]
        .into_iter()
        .flat_map(|gap| {
            let reach = wish.radius + gap;
            let (above, below) = (y - reach - height, y + reach);
            let (right, left) = (x + reach, x - reach - width);
            [
                patch(right, y - height / 2.0),
                patch(left, y - height / 2.0),
                patch(x - width / 2.0, above),
                patch(x - width / 2.0, below),
                patch(x + reach * 0.7, above + reach * 0.3),
                patch(x - reach * 0.7 - width, above + reach * 0.3),
                patch(x + reach * 0.7, below - reach * 0.3),
                patch(x - reach * 0.7 - width, below - reach * 0.3),
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_labels_keep_their_gap_and_stay_inside() {
        let heights = spread(&[10.0, 12.0, 11.0, 95.0], 14.0, (0.0, 100.0));
        let mut sorted = heights.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|w| w[1] - w[0] >= 14.0 - 1e-9), "{heights:?}");
        assert!(sorted[0] >= 0.0 && sorted[3] <= 100.0);
        // the order of the wishes is kept: 10, 11, 12
        assert!(heights[0] < heights[2] && heights[2] < heights[1]);
    }

    #[test]
    fn placed_labels_never_overlap_and_stay_inside() {
        let edge = Patch {
            left: 0.0,
            top: 0.0,
            right: 200.0,
            bottom: 100.0,
        };
        let wish = |x: f64, y: f64| Wish {
            center: (x, y),
            radius: 4.0,
            size: (60.0, 14.0),
        };
        let wishes = [
            wish(100.0, 50.0),
            wish(104.0, 52.0),
            wish(108.0, 50.0),
            wish(195.0, 95.0),
        ];
        let placed: Vec<Patch> = place(&wishes, &[], edge).into_iter().flatten().collect();
        assert_eq!(placed.len(), 4);
        for (n, one) in placed.iter().enumerate() {
            assert!(one.within(edge));
            assert!(placed[n + 1..].iter().all(|other| one.overlap(*other) <= 0.0));
        }
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        let edge = Patch {
            left: 0.0,
            top: 0.0,
            right: 50.0,
            bottom: 50.0,
        };
        let wish = Wish {
            center: (25.0, 25.0),
            radius: 4.0,
            size: (60.0, 14.0),
        };
        assert_eq!(place(&[wish], &[], edge), [None]);
    }
}
