//! The order of the first steps. The simple view asks name, part and passphrase on a page each; otherwise they share one.

/// One of the first steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Step {
    /// The language, in its own script.
    #[default]
    Language,
    /// How large everything is, and whether one thing at a time is asked.
    Size,
    /// Name, part and passphrase together.
    Who,
    /// What others call one.
    Name,
    /// Whether one is ill, a doctor or at somebody's side.
    Role,
    /// What the profile is opened with.
    Passphrase,
    /// The recovery sheet.
    Sheet,
}

impl Step {
    /// All of them in order.
    pub(super) const fn all(simple: bool) -> &'static [Self] {
        if simple {
            &[Self::Language, Self::Size, Self::Name, Self::Role, Self::Passphrase, Self::Sheet]
        } else {
            &[Self::Language, Self::Size, Self::Who, Self::Sheet]
        }
    }

    /// Its number, from one on, and how many there are.
    pub(super) fn place(self, simple: bool) -> (u64, u64) {
        let all = Self::all(simple);
        (self.at(simple) as u64 + 1, all.len() as u64)
    }

    /// The one after it, or itself where it is the last.
    pub(super) fn next(self, simple: bool) -> Self {
        Self::all(simple).get(self.at(simple) + 1).copied().unwrap_or(self)
    }

    /// The one before it.
    pub(super) fn back(self, simple: bool) -> Option<Self> {
        let before = self.at(simple).checked_sub(1)?;
        Self::all(simple).get(before).copied()
    }

    fn at(self, simple: bool) -> usize {
        Self::all(simple).iter().position(|step| *step == self).unwrap_or(0)
    }
}
