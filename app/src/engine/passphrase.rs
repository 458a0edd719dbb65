//! What makes a passphrase good enough, said in words while it is typed and held to when it is set.

use crypto::secret::Passphrase;
use unicode_normalization::UnicodeNormalization;

use super::fault::{Code, Fault};

/// Longest passphrase that is read.
const PASSPHRASE_BYTES: usize = 1024;

/// How well a passphrase holds against guessing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Nothing is typed.
    Empty,
    /// Refused: guessed within hours.
    Weak,
    /// Good enough.
    Good,
    /// More than good enough.
    Strong,
}

/// How well a passphrase holds, for whoever goes by this name.
#[must_use]
pub fn strength(passphrase: &str, name: &str) -> Strength {
    if passphrase.is_empty() {
        return Strength::Empty;
    }
    match guessed(passphrase, name).score() {
        zxcvbn::Score::Three => Strength::Good,
        zxcvbn::Score::Four => Strength::Strong,
        _ => Strength::Weak,
    }
}

/// The estimate looks at the first hundred characters.
fn guessed(passphrase: &str, name: &str) -> zxcvbn::Entropy {
    zxcvbn::zxcvbn(passphrase, &[name, "hearth"])
}

/// The same passphrase typed on another system is the same bytes.
pub(super) fn normal(passphrase: &Passphrase) -> Passphrase {
    Passphrase::new(passphrase.expose().nfkc().collect())
}

pub(super) fn strong(passphrase: &Passphrase, name: &str) -> Result<(), Fault> {
    let weak = |reason| Err(Fault::because(Code::WeakPassphrase, reason));
    if passphrase.expose().len() > PASSPHRASE_BYTES {
        return weak("the passphrase is longer than 1024 bytes");
    }
    if passphrase.expose().is_empty() {
        return weak("the passphrase is empty");
    }
    let guessed = guessed(passphrase.expose(), name);
    if guessed.score() >= zxcvbn::Score::Three {
        return Ok(());
    }
    weak(match guessed.feedback().and_then(zxcvbn::feedback::Feedback::warning) {
        Some(warning) => reason(warning),
        None => "the passphrase is too easy to guess: three unrelated words are better",
    })
}

/// The library's warnings as fixed words.
const fn reason(warning: zxcvbn::feedback::Warning) -> &'static str {
    use zxcvbn::feedback::Warning as W;
    match warning {
        W::StraightRowsOfKeysAreEasyToGuess | W::ShortKeyboardPatternsAreEasyToGuess => {
            "the passphrase is a row of keys: three unrelated words are better"
        }
        W::RepeatsLikeAaaAreEasyToGuess | W::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "the passphrase repeats itself: three unrelated words are better"
        }
        W::DatesAreOftenEasyToGuess | W::RecentYearsAreEasyToGuess => {
            "the passphrase is a date: three unrelated words are better"
        }
        W::NamesAndSurnamesByThemselvesAreEasyToGuess | W::CommonNamesAndSurnamesAreEasyToGuess => {
            "the passphrase is a name: three unrelated words are better"
        }
        W::ThisIsATop10Password
        | W::ThisIsATop100Password
        | W::ThisIsACommonPassword
        | W::ThisIsSimilarToACommonlyUsedPassword => "the passphrase is a common one: three unrelated words are better",
        _ => "the passphrase is too easy to guess: three unrelated words are better",
    }
}
