//! Size and weight of a piece of text: the type scale of the design, and nothing between its steps.

/// How heavy the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Names, headings and what is pressed.
    Semi,
}

/// Size in points and weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// In points, before the person's text size is applied.
    pub size: f32,
    /// How heavy.
    pub weight: Weight,
}

/// Line height over size; generous, because tired eyes lose the line.
pub const LINE: f32 = 1.45;

impl Style {
    /// Times, receipts, hints: the smallest text there is.
    pub const CAPTION: Self = Self::regular(14.0);
    /// Secondary text.
    pub const LABEL: Self = Self::regular(15.0);
    /// What people wrote and what they are told.
    pub const BODY: Self = Self::regular(17.0);
    /// A name in a list.
    pub const NAME: Self = Self::semi(16.0);
    /// What is pressed.
    pub const BUTTON: Self = Self::semi(15.0);
    /// The heading of a part.
    pub const H3: Self = Self::semi(20.0);
    /// The heading of a pane.
    pub const H2: Self = Self::semi(24.0);
    /// The heading of a page.
    pub const H1: Self = Self::semi(30.0);

    const fn regular(size: f32) -> Self {
        Self { size, weight: Weight::Regular }
    }

    const fn semi(size: f32) -> Self {
        Self { size, weight: Weight::Semi }
    }

    /// The same size in semi-bold.
    #[must_use]
    pub const fn strong(self) -> Self {
        Self { weight: Weight::Semi, ..self }
    }

    /// The height of one line, in points.
    #[must_use]
    pub fn line(self) -> f32 {
        self.size * LINE
    }
}
