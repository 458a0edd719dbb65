//! How tall a long history is, of which only a part was ever laid out: a height for each depth of its order, guessed
//! until it is known, in a Fenwick tree, so that a place and its distance from the top are found in a few steps.

/// The most heights held; a longer history shares one among neighbours.
const MOST: u64 = 1 << 17;

/// Heights by depth.
#[derive(Debug, Default)]
pub(super) struct Heights {
    first: u64,
    last: u64,
    /// Depths that share a height.
    stride: u64,
    each: Vec<f32>,
    /// Sums, as Fenwick's trees hold them: `sums[i]` covers the `i & -i` heights that end at `i`.
    sums: Vec<f64>,
}

impl Heights {
    /// Makes it reach from the first to the last depth; what is known of others stays, what is new is guessed.
    pub fn reach(&mut self, (first, last): (u64, u64), guess: f32) {
        let last = last.max(first);
        if (self.first, self.last) == (first, last) && !self.each.is_empty() {
            return;
        }
        let stride = (last - first) / MOST + 1;
        let slots = usize::try_from((last - first) / stride + 1).unwrap_or(1);
        if (self.first, self.stride) == (first, stride) {
            self.each.resize(slots, guess);
        } else {
            // A beginning that ran out moves every depth: what was known is known again when it is seen again.
            self.each = vec![guess; slots];
        }
        (self.first, self.last, self.stride) = (first, last, stride);
        self.sum();
    }

    /// Builds the tree from the heights.
    fn sum(&mut self) {
        self.sums = std::iter::once(0.0).chain(self.each.iter().map(|h| f64::from(*h))).collect();
        for at in 1..self.sums.len() {
            let parent = at + (at & at.wrapping_neg());
            let sum = self.sums.get(at).copied().unwrap_or_default();
            if let Some(above) = self.sums.get_mut(parent) {
                *above += sum;
            }
        }
    }

    fn slot(&self, depth: u64) -> usize {
        let slot = depth.saturating_sub(self.first) / self.stride.max(1);
        usize::try_from(slot).unwrap_or(usize::MAX).min(self.each.len().saturating_sub(1))
    }

    /// Takes in the heights of messages that follow each other without a gap, by depth, in order. Depths between them
    /// that have no message have no height.
    pub fn learn(&mut self, known: &[(u64, f32)]) {
        let (Some((first, _)), Some((last, _))) = (known.first(), known.last()) else { return };
        let (from, to) = (self.slot(*first), self.slot(*last));
        let mut known = known.iter().peekable();
        for slot in from..=to {
            let mut height = 0.0;
            while let Some((_, h)) = known.next_if(|(depth, _)| self.slot(*depth) <= slot) {
                height += h;
            }
            // Shared heights at the ends cover depths out of sight.
            if self.stride == 1 || (slot > from && slot < to) {
                self.set(slot, height);
            }
        }
    }

    fn set(&mut self, slot: usize, height: f32) {
        let Some(held) = self.each.get_mut(slot) else { return };
        let change = f64::from(height) - f64::from(*held);
        if change == 0.0 {
            return;
        }
        *held = height;
        let mut at = slot + 1;
        while let Some(sum) = self.sums.get_mut(at) {
            *sum += change;
            at += at & at.wrapping_neg();
        }
    }

    /// The height above a depth.
    pub fn above(&self, depth: u64) -> f64 {
        let mut at = self.slot(depth);
        let mut sum = 0.0;
        while at > 0 {
            sum += self.sums.get(at).copied().unwrap_or_default();
            at &= at - 1;
        }
        sum
    }

    /// The height of all.
    pub fn whole(&self) -> f64 {
        self.above(self.last) + self.each.last().map_or(0.0, |h| f64::from(*h))
    }

    /// The depth that lies at a height.
    pub fn at(&self, height: f64) -> u64 {
        let (mut at, mut left) = (0_usize, height.max(0.0));
        let mut step = self.sums.len().next_power_of_two();
        while step > 0 {
            let next = at + step;
            if let Some(sum) = self.sums.get(next).filter(|sum| **sum <= left) {
                left -= sum;
                at = next;
            }
            step /= 2;
        }
        let depth = self.first + at as u64 * self.stride;
        depth.clamp(self.first, self.last)
    }
}

#[cfg(test)]
#[path = "heights_tests.rs"]
mod tests;
