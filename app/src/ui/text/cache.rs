//! Shaped texts by what they were made from, within a budget of bytes.
//!
//! Looked up by hash, compared in full: a collision would put one person's dose under another's name.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::shape::Shaped;
use super::style::{Style, Weight};

/// How a text is broken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fit {
    /// At the text's own line ends only.
    Free,
    /// At this many points.
    Wrap(f32),
    /// The same, each line around the middle.
    Centre(f32),
    /// At most so many lines of this many points, cut with an ellipsis.
    Elide(f32, u8),
}

/// Everything that a shaping depends on but the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Form {
    pub style: Style,
    pub fit: Fit,
    pub scale: f32,
}

impl Form {
    fn bits(self) -> (u32, Weight, u8, u32, u32) {
        let (kind, width) = match self.fit {
            Fit::Free => (0, 0.0),
            Fit::Wrap(width) => (1, width),
            Fit::Centre(width) => (1, -width),
            Fit::Elide(width, lines) => (lines.saturating_add(1), width),
        };
        (self.style.size.to_bits(), self.style.weight, kind, width.to_bits(), self.scale.to_bits())
    }
}

struct Slot {
    text: Box<str>,
    form: Form,
    shaped: Arc<Shaped>,
    last_used: u64,
}

impl Slot {
    fn bytes(&self) -> usize {
        size_of::<Self>() + self.text.len() + self.shaped.bytes()
    }
}

/// The cache; a lock empties it.
pub(super) struct Cache {
    slots: HashMap<u64, Vec<Slot>>,
    bytes: usize,
    budget: usize,
}

impl Cache {
    pub fn new(budget: usize) -> Self {
        Self { slots: HashMap::new(), bytes: 0, budget }
    }

    pub fn clear(&mut self) {
        self.slots.clear();
        self.bytes = 0;
    }

    pub fn get(&mut self, text: &str, form: Form, frame: u64) -> Option<Arc<Shaped>> {
        let slots = self.slots.get_mut(&hash(text, form))?;
        let slot = slots.iter_mut().find(|slot| *slot.text == *text && slot.form == form)?;
        slot.last_used = frame;
        Some(Arc::clone(&slot.shaped))
    }

    pub fn put(&mut self, text: &str, form: Form, shaped: Arc<Shaped>, frame: u64) {
        let slot = Slot { text: text.into(), form, shaped, last_used: frame };
        self.bytes += slot.bytes();
        self.slots.entry(hash(text, form)).or_default().push(slot);
    }

    /// Drops the oldest quarter of the ages that this frame did not use, until the budget holds.
    pub fn trim(&mut self, frame: u64) {
        while self.bytes > self.budget {
            let oldest = self.slots.values().flatten().map(|slot| slot.last_used).min().unwrap_or(frame);
            if oldest >= frame {
                return;
            }
            let cut = oldest + (frame - oldest) / 4;
            self.slots.retain(|_, slots| {
                slots.retain(|slot| slot.last_used > cut);
                !slots.is_empty()
            });
            self.bytes = self.slots.values().flatten().map(Slot::bytes).sum();
        }
    }

    /// Texts and bytes held.
    pub fn usage(&self) -> (usize, usize) {
        (self.slots.values().map(Vec::len).sum(), self.bytes)
    }
}

fn hash(text: &str, form: Form) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    form.bits().hash(&mut hasher);
    hasher.finish()
}
