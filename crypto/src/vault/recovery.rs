//! The code on a recovery sheet: 128 random bits as eight groups of six digits.
//!
//! Each group is a number below 65,536 times eleven, so that any one wrong digit and any two swapped neighbours show
//! in the group where they stand. Digits need no alphabet: they can be read and typed in every language of Hearth.
//! The code is long enough to need no slow hash, and gets the same one as a passphrase all the same.

use rand::CryptoRng;
use zeroize::Zeroizing;

use crate::secret::Passphrase;

/// Groups in a code.
pub const GROUPS: usize = 8;
/// Digits in a group.
pub const DIGITS: usize = 6;
const FACTOR: u32 = 11;

/// A code; never shown by `Debug`.
#[derive(Debug, Clone)]
pub struct RecoveryCode(Passphrase);

/// What is wrong with a code as typed so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// Digits are missing still.
    Short,
    /// There are more digits than a code has.
    Long,
    /// This group, counted from one, was misread.
    Group(usize),
    /// Something in it is neither a digit nor a gap.
    NotDigits,
}

impl RecoveryCode {
    /// A fresh code.
    #[must_use]
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut bytes = Zeroizing::new([0_u8; GROUPS * 2]);
        rng.fill_bytes(bytes.as_mut());
        let groups = bytes.chunks_exact(2).map(|pair| {
            let number = pair.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            format!("{:06}", number * FACTOR)
        });
        Self(Passphrase::new(groups.collect::<Vec<_>>().join("-")))
    }

    /// Reads what a person typed: digits of any script, with or without gaps.
    ///
    /// # Errors
    /// [`CodeFault`], which says where to look.
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        let digits = Zeroizing::new(digits(text)?);
        for (at, group) in digits.chunks(DIGITS).enumerate() {
            let number = group.iter().fold(0, |number, digit| number * 10 + digit);
            let whole = group.len() == DIGITS;
            if at < GROUPS && whole && !(number.is_multiple_of(FACTOR) && number / FACTOR <= u32::from(u16::MAX)) {
                return Err(CodeFault::Group(at + 1));
            }
        }
        match digits.len() {
            short if short < GROUPS * DIGITS => return Err(CodeFault::Short),
            whole if whole == GROUPS * DIGITS => {}
            _ => return Err(CodeFault::Long),
        }
        let groups = digits.chunks(DIGITS).map(|group| group.iter().map(u32::to_string).collect::<String>());
        Ok(Self(Passphrase::new(groups.collect::<Vec<_>>().join("-"))))
    }

    /// The code as it is printed and as it opens the vault.
    #[must_use]
    pub const fn secret(&self) -> &Passphrase {
        &self.0
    }
}

fn digits(text: &str) -> Result<Vec<u32>, CodeFault> {
    let gap = |c: &char| {
        !(c.is_whitespace()
            || matches!(c, '-' | '–' | '—' | '·' | '.' | '\u{2010}'..='\u{2012}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'))
    };
    text.chars().filter(gap).map(|c| digit(c).ok_or(CodeFault::NotDigits)).collect()
}

/// The value of a digit in the scripts of Hearth's languages.
fn digit(c: char) -> Option<u32> {
    const ZEROES: [u32; 6] = [0x30, 0x660, 0x6F0, 0x966, 0xC66, 0xFF10];
    let code = u32::from(c);
    ZEROES.into_iter().find(|zero| (*zero..zero + 10).contains(&code)).map(|zero| code - zero)
}

#[cfg(test)]
#[path = "recovery_tests.rs"]
mod tests;
