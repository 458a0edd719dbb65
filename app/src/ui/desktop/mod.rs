//! What the desktop around the window does for it: notifications without content, a place to go when the window is
//! closed to the background, and one window per profile.
//!
//! [`Desktop`] is all that the shell knows; [`linux`] speaks D-Bus behind it ([`taste`] how things should look), [`door`] is the socket over which a
//! second start hands over to the first. Absent on purpose: anything a person wrote, in any of it.

pub mod door;
pub mod linux;
mod taste;
mod tray;

pub use taste::Taste;

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::port::Waker;

/// Wishes that may wait; the person is not that quick.
const WISHES: usize = 16;

/// Hearth's mark, for window and tray.
pub const MARK: &[u8] = include_bytes!("../../../packaging/icons/hearth-64.png");

/// What somebody outside the window wants of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Comes to the front.
    Show,
    /// Locks the profile.
    Lock,
    /// Ends Hearth; asks first where something would be lost.
    Quit,
    /// Ends Hearth without a question: whoever opened it has gone.
    End,
    /// Offers a link; nothing is done with it until the person says so.
    Link(String),
}

/// The few words that are seen outside the window, in the person's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// All that a notification ever says.
    pub message: String,
    /// Menu: to the front.
    pub open: String,
    /// Menu: lock.
    pub lock: String,
    /// Menu: end.
    pub quit: String,
}

/// The desktop as the window sees it. Every call returns at once.
pub trait Desktop {
    /// Sets the words; comes first, and again when the language changes.
    fn say(&mut self, said: &Said);

    /// Shows that there is a new message.
    fn notify(&mut self);

    /// Takes the notification back: it was seen.
    fn withdraw(&mut self);

    /// Whether there is a place from which a hidden window can be called back.
    fn has_tray(&self) -> bool;

    /// Whether the window comes back where it stood; not so for demonstrations and tests.
    fn keeps_place(&self) -> bool {
        false
    }

    /// How everything on this desktop should look.
    fn taste(&self) -> Taste {
        Taste::default()
    }

    /// The next wish not seen yet.
    fn next_wish(&mut self) -> Option<Wish>;
}

/// Brings wishes to the window, from any thread.
#[derive(Clone)]
pub struct Wishes {
    queue: SyncSender<Wish>,
    waker: Waker,
}

impl Wishes {
    /// A queue whose every wish wakes the window.
    #[must_use]
    pub fn new(waker: Waker) -> (Self, Receiver<Wish>) {
        let (queue, wishes) = sync_channel(WISHES);
        (Self { queue, waker }, wishes)
    }

    /// Wishes; false where too many wait already.
    pub fn wish(&self, wish: Wish) -> bool {
        let taken = self.queue.try_send(wish).is_ok();
        self.wake();
        taken
    }

    /// Has the window look again.
    fn wake(&self) {
        (self.waker)();
    }
}

/// No desktop to speak of: demonstrations and tests. Wishes still come.
#[derive(Default)]
pub struct Bare {
    wishes: Option<Receiver<Wish>>,
}

impl Bare {
    /// A desktop that only brings wishes.
    #[must_use]
    pub const fn new(wishes: Receiver<Wish>) -> Self {
        Self { wishes: Some(wishes) }
    }
}

impl Desktop for Bare {
    fn say(&mut self, _said: &Said) {}

    fn notify(&mut self) {}

    fn withdraw(&mut self) {}

    fn has_tray(&self) -> bool {
        false
    }

    fn next_wish(&mut self) -> Option<Wish> {
        self.wishes.as_ref()?.try_recv().ok()
    }
}
