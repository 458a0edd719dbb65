//! A grey picture in 0..1 and the three ways to get a part or another size of it. Exact: training does the same sums.

/// Side of what every net looks at, in pixels.
pub const SIDE: usize = 128;

/// Grey values in 0..1, row by row, y downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Plane {
    /// A plane of `width` × `height` values; `None` unless there are exactly that many, and at least one.
    #[must_use]
    pub fn new(width: usize, height: usize, values: Vec<f32>) -> Option<Self> {
        let fits = width > 0 && height > 0 && width.checked_mul(height) == Some(values.len());
        fits.then_some(Self { width, height, values })
    }

    /// Pixels across.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Pixels down.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// All values, row by row.
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The values of a plane that is needed no more.
    #[must_use]
    pub fn into_values(self) -> Vec<f32> {
        self.values
    }

    /// The longer and the shorter side.
    #[must_use]
    pub fn sides(&self) -> (usize, usize) {
        (self.width.max(self.height), self.width.min(self.height))
    }

    /// Largest minus smallest value.
    #[must_use]
    pub fn range(&self) -> f32 {
        let (low, high) =
            self.values.iter().fold((f32::MAX, f32::MIN), |(low, high), &value| (low.min(value), high.max(value)));
        high - low
    }

    /// The row at `y`, the nearest one where there is none.
    fn row(&self, y: isize) -> &[f32] {
        let y = usize::try_from(y).unwrap_or(0).min(self.height - 1);
        self.values.get(y * self.width..(y + 1) * self.width).unwrap_or_default()
    }

    /// The window of [`SIDE`] × [`SIDE`] around a point; outside the picture the nearest edge pixel goes on.
    #[must_use]
    pub fn crop(&self, x: f64, y: f64) -> Self {
        let corner = |centre: f64| (centre + 0.5).floor() as isize - (SIDE / 2) as isize;
        let (left, top) = (corner(x), corner(y));
        let last = self.width - 1;
        let columns: Vec<usize> =
            (0..SIDE as isize).map(|dx| usize::try_from(left.saturating_add(dx)).unwrap_or(0).min(last)).collect();
        let mut values = Vec::with_capacity(SIDE * SIDE);
        for dy in 0..SIDE as isize {
            let row = self.row(top.saturating_add(dy));
            values.extend(columns.iter().map(|&column| row.get(column).copied().unwrap_or_default()));
        }
        Self { width: SIDE, height: SIDE, values }
    }

    /// The window around the middle.
    #[must_use]
    pub fn centre_crop(&self) -> Self {
        self.crop(self.width as f64 / 2.0, self.height as f64 / 2.0)
    }

    /// The same picture in another size: each pixel is the mean of what it covers, weighted by overlap.
    #[must_use]
    pub fn resampled(&self, width: usize, height: usize) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        if (width, height) == (self.width, self.height) {
            return self.clone();
        }
        let across = overlaps(self.width, width);
        let mut narrow = Vec::with_capacity(width * self.height);
        for row in self.values.chunks_exact(self.width) {
            narrow.extend(across.iter().map(|span| span.mean(|at| row.get(at).copied().unwrap_or_default())));
        }
        let down = overlaps(self.height, height);
        let mut values = Vec::with_capacity(width * height);
        for span in &down {
            for x in 0..width {
                values.push(span.mean(|at| narrow.get(at * width + x).copied().unwrap_or_default()));
            }
        }
        Self { width, height, values }
    }

    /// The picture so that its longer side is `longer`.
    #[must_use]
    pub fn with_longer_side(&self, longer: usize) -> Self {
        let now = self.sides().0 as f64;
        let side = |pixels: usize| (((pixels * longer) as f64 / now + 0.5).floor() as usize).clamp(1, longer);
        self.resampled(side(self.width), side(self.height))
    }

    /// The whole picture inside [`SIDE`] × [`SIDE`], in the middle, black around it.
    #[must_use]
    pub fn letterbox(&self) -> Self {
        let small = self.with_longer_side(SIDE);
        let (left, top) = ((SIDE - small.width) / 2, (SIDE - small.height) / 2);
        let mut values = vec![0.0; SIDE * SIDE];
        let rows = values.chunks_exact_mut(SIDE).skip(top);
        for (to, from) in rows.zip(small.values.chunks_exact(small.width)) {
            for (to, from) in to.iter_mut().skip(left).zip(from) {
                *to = *from;
            }
        }
        Self { width: SIDE, height: SIDE, values }
    }
}

/// The pixels that one new pixel covers: from which on, and with what weights.
struct Span {
    first: usize,
    weights: Vec<f64>,
}

impl Span {
    fn mean(&self, value: impl Fn(usize) -> f32) -> f32 {
        let total: f64 = self.weights.iter().sum();
        let sum: f64 =
            self.weights.iter().enumerate().map(|(at, weight)| weight * f64::from(value(self.first + at))).sum();
        (sum / total) as f32
    }
}

/// What each of `to` new pixels covers of `from` old ones.
fn overlaps(from: usize, to: usize) -> Vec<Span> {
    let step = from as f64 / to as f64;
    let spans = (0..to).map(|at| {
        let (start, end) = (at as f64 * step, (at + 1) as f64 * step);
        let first = (start.floor() as usize).min(from - 1);
        let last = (end.ceil() as usize).clamp(first + 1, from);
        let weights = (first..last).map(|pixel| (end.min((pixel + 1) as f64) - start.max(pixel as f64)).max(0.0));
        let weights: Vec<f64> = weights.collect();
        // Rounding may leave nothing where a span begins on a pixel's edge.
        let weights = if weights.iter().sum::<f64>() > 0.0 { weights } else { vec![1.0] };
        Span { first, weights }
    });
    spans.collect()
}

#[cfg(test)]
#[path = "plane_tests.rs"]
mod tests;
