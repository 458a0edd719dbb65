//! People: the list, one person with the safety number, and a link for somebody new.

mod number;
mod view;

pub use number::Number;
pub(super) use view::{role_key, standing};

use crypto::id::ContactId;
use crypto::secret::Personal;

use super::room::Spoken;

/// What the pages about people keep.
#[derive(Default)]
pub struct People {
    number: Option<(ContactId, Number)>,
    asked: Option<ContactId>,
    /// Whose blocking was asked for once already.
    blocking: Option<ContactId>,
    link: Option<Personal>,
    spoken: Spoken,
    busy: bool,
    fault: Option<String>,
}

impl People {
    /// The link for somebody new is there.
    pub fn made(&mut self, link: Personal) {
        self.busy = false;
        self.link = Some(link);
    }

    /// The engine said no to a link.
    pub fn refused(&mut self, said: String) {
        self.busy = false;
        self.fault = Some(said);
    }

    /// The safety number with somebody is there.
    pub fn number(&mut self, contact: ContactId, number: Number) {
        self.number = Some((contact, number));
    }

    /// Forgets a link once its page is left.
    pub fn put_away(&mut self) {
        self.link = None;
        self.spoken = Spoken::default();
        self.fault = None;
        self.busy = false;
    }
}
