//! Where are spots worth a look? Overlapping tiles, one map of their answers, and its peaks.

use crate::pack::manifest::Finder;

use super::plane::{Plane, SIDE};

/// What the finder's network looks at, and where its corner lies in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    left: isize,
    top: isize,
    /// Its pixels.
    pub plane: Plane,
}

/// Tiles that cover a picture, row by row. Their corners are even, so that cells of neighbours meet.
#[must_use]
pub fn tiles(plane: &Plane, how: &Finder) -> Vec<Tile> {
    let centre = |origin: usize, size: usize| {
        if size > SIDE { (origin + SIDE / 2) as f64 } else { size as f64 / 2.0 }
    };
    let corner = |centre: f64| (centre + 0.5).floor() as isize - (SIDE / 2) as isize;
    let mut tiles = Vec::new();
    for top in origins(plane.height(), how.stride) {
        for left in origins(plane.width(), how.stride) {
            let (x, y) = (centre(left, plane.width()), centre(top, plane.height()));
            tiles.push(Tile { left: corner(x), top: corner(y), plane: plane.crop(x, y) });
        }
    }
    tiles
}

fn origins(size: usize, stride: usize) -> Vec<usize> {
    let Some(room) = size.checked_sub(SIDE).filter(|room| *room > 0) else { return vec![0] };
    let mut origins: Vec<usize> = (0..room).step_by(stride.max(1)).collect();
    let last = room - (room & 1);
    if origins.last() != Some(&last) {
        origins.push(last);
    }
    origins
}

/// The answers of all tiles over the whole picture, a cell for every few pixels.
#[derive(Debug, Clone)]
pub struct Map {
    width: usize,
    height: usize,
    cell: usize,
    heat: Vec<f64>,
    weight: Vec<f64>,
}

impl Map {
    /// An empty map over a picture.
    #[must_use]
    pub fn over(plane: &Plane, how: &Finder) -> Self {
        let (width, height) = (plane.width().div_ceil(how.cell), plane.height().div_ceil(how.cell));
        let empty = vec![0.0; width * height];
        Self { width, height, cell: how.cell, heat: empty.clone(), weight: empty }
    }

    /// Adds a tile's answer; the middle of a tile counts more than its edge.
    pub fn add(&mut self, tile: &Tile, answer: &[f32]) {
        let side = SIDE / self.cell;
        let ramp = |at: usize| (1 + at.min(side - 1 - at)) as f64;
        let place = |corner: isize, at: usize| corner.div_euclid(self.cell as isize).checked_add_unsigned(at);
        for (row, values) in answer.chunks_exact(side).take(side).enumerate() {
            let Some(y) = place(tile.top, row).and_then(|y| usize::try_from(y).ok()).filter(|y| *y < self.height)
            else {
                continue;
            };
            for (column, value) in values.iter().enumerate() {
                let x = place(tile.left, column).and_then(|x| usize::try_from(x).ok()).filter(|x| *x < self.width);
                let Some(at) = x.map(|x| y * self.width + x) else { continue };
                let weight = ramp(row) * ramp(column);
                if let (Some(heat), Some(total)) = (self.heat.get_mut(at), self.weight.get_mut(at)) {
                    *heat += f64::from(*value) * weight;
                    *total += weight;
                }
            }
        }
    }

    /// The heat of a cell; none outside.
    fn at(&self, x: isize, y: isize) -> Option<f32> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        if x >= self.width {
            return None;
        }
        let at = y * self.width + x;
        let (heat, weight) = (self.heat.get(at)?, self.weight.get(at)?);
        Some((heat / weight.max(1e-9)) as f32)
    }

    /// The peaks, strongest first, in pixels of the picture.
    #[must_use]
    pub fn spots(&self, how: &Finder) -> Vec<(f64, f64)> {
        let mut peaks = Vec::new();
        for y in 0..self.height as isize {
            for x in 0..self.width as isize {
                let heat = self.at(x, y).unwrap_or_default();
                let highest = || around(x, y).all(|(x, y)| self.at(x, y).is_none_or(|other| heat >= other));
                if heat >= how.min_heat && highest() {
                    peaks.push((heat, x, y));
                }
            }
        }
        // Stable: equal ones stay in the order of rows.
        peaks.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut kept: Vec<(isize, isize)> = Vec::new();
        for (_, x, y) in peaks {
            let apart = |(other_x, other_y): &(isize, isize)| {
                x.abs_diff(*other_x).max(y.abs_diff(*other_y)) >= how.separation_cells
            };
            if kept.len() < how.max_spots && kept.iter().all(apart) {
                kept.push((x, y));
            }
        }
        kept.into_iter().map(|(x, y)| self.centred(x, y)).collect()
    }

    /// Where a peak's weight lies, its neighbours included.
    fn centred(&self, x: isize, y: isize) -> (f64, f64) {
        let (mut total, mut across, mut down) = (0.0, 0.0, 0.0);
        let middle = |at: isize| (at as f64 + 0.5) * self.cell as f64;
        for (x, y) in around(x, y).chain([(x, y)]) {
            let heat = self.at(x, y).map_or(0.0, f64::from);
            total += heat;
            across += heat * middle(x);
            down += heat * middle(y);
        }
        if total > 0.0 { (across / total, down / total) } else { (middle(x), middle(y)) }
    }
}

/// The eight cells around one.
fn around(x: isize, y: isize) -> impl Iterator<Item = (isize, isize)> {
    (-1..=1).flat_map(move |dy| (-1..=1).map(move |dx| (x + dx, y + dy))).filter(move |at| *at != (x, y))
}

#[cfg(test)]
#[path = "finder_tests.rs"]
mod tests;
