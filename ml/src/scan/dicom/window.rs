//! From a scanner's values to brightness: the window (PS3.3 C.11.2.1).

/// How values inside the window become brightness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// DICOM's default, with its half steps.
    Linear,
    /// A straight line from edge to edge.
    Exact,
    /// An S.
    Sigmoid,
}

/// Which values are shown, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The value in the middle.
    pub centre: f64,
    /// From black to white.
    pub width: f64,
    /// Inside of it.
    pub curve: Curve,
}

impl Window {
    /// A window as a file gives it; `None` where the width is none.
    #[must_use]
    pub fn new(centre: f64, width: f64, curve: Curve) -> Option<Self> {
        let least = if curve == Curve::Linear { 1.0 } else { f64::MIN_POSITIVE };
        (width >= least).then_some(Self { centre, width, curve })
    }

    /// The brightness of a value, in 0..1.
    #[must_use]
    pub fn brightness(&self, value: f32) -> f32 {
        let value = f64::from(value);
        let bright = match self.curve {
            // A width of 1 is a threshold.
            Curve::Linear if self.width <= 1.0 => f64::from(value > self.centre - 0.5),
            Curve::Linear => (value - (self.centre - 0.5)) / (self.width - 1.0) + 0.5,
            Curve::Exact => (value - self.centre) / self.width + 0.5,
            Curve::Sigmoid => 1.0 / (1.0 + (-4.0 * (value - self.centre) / self.width).exp()),
        };
        bright.clamp(0.0, 1.0) as f32
    }
}
