//! Which part of a room's messages is in sight of the window, and how that part moves through a long history.
//!
//! It is a stretch between two places, each exclusive, of which either may be the room's own end. A move reads a page
//! or two, never the whole room, and what it holds is bounded. Absent: what a message looks like, and the store; both
//! come through [`Pages`].

use net::wire::Place;

use super::fault::Code;

/// Messages in sight at first, and by how many the window moves.
pub const STEP: usize = 100;
/// The most that moves leave in sight.
pub const MOST: usize = 400;
/// What arrives at the end is added without letting go of the beginning, up to here.
const BRIM: usize = MOST + 2 * STEP;

/// Two places, both exclusive.
pub type Ends = (Option<Place>, Option<Place>);

/// Messages in order, by pages from either side of a place.
pub trait Pages {
    /// One message.
    type Line;

    /// Up to `limit` messages before a place, the newest first; from the room's end without one.
    ///
    /// # Errors
    /// Where the store fails.
    fn before(&self, end: Option<Place>, limit: usize) -> Result<Vec<(Place, Self::Line)>, Code>;

    /// Up to `limit` messages between two places, the oldest first; without one, from or to the room's own end.
    ///
    /// # Errors
    /// Where the store fails.
    fn between(&self, ends: Ends, limit: usize) -> Result<Vec<(Place, Self::Line)>, Code>;
}

/// How the window moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// To the newest messages, following what arrives.
    Newest,
    /// By a page towards the beginning.
    Older,
    /// By a page towards the end.
    Newer,
    /// To both sides of a place, which need not be a message's.
    Around(Place),
}

/// The stretch in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The last message before it; without one it starts at the room's beginning.
    after: Option<Place>,
    /// The first message behind it; without one it follows the room's end.
    before: Option<Place>,
}

/// What is in sight.
pub struct Sight<L> {
    /// Oldest first.
    pub lines: Vec<(Place, L)>,
    /// There are older ones.
    pub older: bool,
    /// There are newer ones.
    pub newer: bool,
    /// The depths of the room's first and last message.
    pub depths: (u64, u64),
}

impl Window {
    /// Moves it.
    ///
    /// # Errors
    /// Where the store fails; it then stays where it is.
    pub fn go(&mut self, pages: &impl Pages, to: Move) -> Result<(), Code> {
        *self = match to {
            Move::Newest => Self { after: edge(&pages.before(None, STEP + 1)?), before: None },
            Move::Older => self.older(pages)?,
            Move::Newer => self.newer(pages)?,
            Move::Around(place) => Self::around(pages, place)?,
        };
        Ok(())
    }

    fn around(pages: &impl Pages, place: Place) -> Result<Self, Code> {
        let (above, below) =
            (pages.before(Some(place), STEP / 2 + 1)?, pages.between((Some(place), None), STEP / 2 + 1)?);
        let last = |lines: &[(Place, _)]| lines.get(STEP / 2).map(|(place, _)| *place);
        Ok(Self { after: above.get(STEP / 2).map(|(place, _)| *place), before: last(&below) })
    }

    fn older(self, pages: &impl Pages) -> Result<Self, Code> {
        let lines = self.read(pages)?;
        let Some((first, _)) = lines.first() else { return Ok(self) };
        let after = edge(&pages.before(Some(*first), STEP + 1)?);
        // The far end is let go of, so that a walk through the whole history holds no more than a part of it.
        let spare = (lines.len() + STEP).saturating_sub(MOST);
        let cut = (spare > 0).then(|| lines.get(lines.len().saturating_sub(spare)).map(|(place, _)| *place)).flatten();
        Ok(Self { after, before: cut.or(self.before) })
    }

    fn newer(self, pages: &impl Pages) -> Result<Self, Code> {
        let lines = self.read(pages)?;
        let Some((last, _)) = lines.last() else { return Ok(self) };
        let before = edge(&pages.between((Some(*last), None), STEP + 1)?);
        let spare = (lines.len() + STEP).saturating_sub(MOST);
        let cut = spare.checked_sub(1).and_then(|at| lines.get(at)).map(|(place, _)| *place);
        Ok(Self { after: cut.or(self.after), before })
    }

    /// The messages of the stretch, oldest first, at most [`BRIM`].
    fn read<P: Pages>(self, pages: &P) -> Result<Vec<(Place, P::Line)>, Code> {
        let mut lines = pages.between((self.after, self.before), BRIM + 1)?;
        if self.before.is_none() && lines.len() > BRIM {
            lines = pages.before(None, MOST)?;
            lines.reverse();
        }
        Ok(lines)
    }

    /// What is in sight just now.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn look<P: Pages>(self, pages: &P) -> Result<Sight<P::Line>, Code> {
        let mut lines = self.read(pages)?;
        if lines.is_empty() {
            // What it held has run out or was erased: the newest are shown rather than nothing.
            lines = pages.before(None, STEP)?;
            lines.reverse();
        }
        let depth = |found: Vec<(Place, P::Line)>| found.first().map_or(0, |(place, _)| place.depth);
        let depths = (depth(pages.between((None, None), 1)?), depth(pages.before(None, 1)?));
        let (older, newer) = match (lines.first(), lines.last()) {
            (Some((first, _)), Some((last, _))) => {
                (!pages.before(Some(*first), 1)?.is_empty(), !pages.between((Some(*last), None), 1)?.is_empty())
            }
            _ => (false, false),
        };
        Ok(Sight { lines, older, newer, depths })
    }
}

/// The exclusive edge behind a page: its message too many, where there is one.
fn edge<L>(page: &[(Place, L)]) -> Option<Place> {
    page.get(STEP).map(|(place, _)| *place)
}

#[cfg(test)]
#[path = "window_tests.rs"]
pub(crate) mod tests;
