//! An invite as words to be read out: over a telephone, from paper, across a room.
//!
//! The payload's bits become words of a BIP39 list, eleven bits each, in numbered lines of five and a sixth that checks
//! them. With α a root of x¹¹ + x² + 1 in GF(2¹¹), the words of a line, the checking one first, weigh α⁰, α¹, α² …; their
//! sum says which line it is and, in the last, how many words it has. So any one wrong word and any two that changed
//! places show in their line, a line in another's place shows which one it is, and the end is known to be one. What is
//! left the payload's own checksum finds: two mistakes in one line, or one that makes it look like an end, each pass once in
//! two thousand.
//!
//! In each list the first four letters, accents aside, belong to one word only: more are not looked at.

use std::sync::LazyLock;

use bip39::Language;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Invite, MAX_PAYLOAD_BYTES};
use crate::error::{Damaged, Error};
use crate::secret::Personal;

/// Words in a line but the last.
pub const LINE_WORDS: usize = 6;
/// The most lines that an invite takes.
pub const MAX_LINES: usize = (MAX_PAYLOAD_BYTES * 8).div_ceil(WORD_BITS).div_ceil(LINE_WORDS - 1);

/// More than any invite takes in any list, with numbers and gaps.
const MAX_TEXT_BYTES: usize = 16 * 1024;
const WORD_BITS: usize = 11;
const WORDS: u16 = 1 << WORD_BITS;
/// Letters that tell a word.
const TELLING: usize = 4;

/// A published list of 2,048 words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordList {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Portuguese.
    Portuguese,
    /// Japanese, in hiragana.
    Japanese,
    /// Simplified Chinese, a character each.
    Chinese,
    /// Traditional Chinese, a character each.
    TraditionalChinese,
}

impl WordList {
    /// All that are read.
    pub const ALL: [Self; 7] = [
        Self::English,
        Self::Spanish,
        Self::French,
        Self::Portuguese,
        Self::Japanese,
        Self::Chinese,
        Self::TraditionalChinese,
    ];

    /// The list in a language, by its BCP 47 tag; English for those that have none.
    #[must_use]
    pub fn of(language: &str) -> Self {
        match language.split('-').next().unwrap_or_default() {
            "es" => Self::Spanish,
            "fr" => Self::French,
            "pt" => Self::Portuguese,
            "ja" => Self::Japanese,
            "zh" => Self::Chinese,
            _ => Self::English,
        }
    }

    fn words(self) -> &'static [&'static str; WORDS as usize] {
        match self {
            Self::English => Language::English,
            Self::Spanish => Language::Spanish,
            Self::French => Language::French,
            Self::Portuguese => Language::Portuguese,
            Self::Japanese => Language::Japanese,
            Self::Chinese => Language::SimplifiedChinese,
            Self::TraditionalChinese => Language::TraditionalChinese,
        }
        .word_list()
    }

    /// As keyboards write it: the lists come with their accents apart.
    fn word(self, number: u16) -> String {
        self.words().get(usize::from(number)).map(|word| word.nfc().collect()).unwrap_or_default()
    }

    fn number(self, told: Told) -> Option<u16> {
        type Index = Vec<(Told, u16)>;
        static INDEXES: [LazyLock<Index>; WordList::ALL.len()] = [
            LazyLock::new(|| WordList::English.index()),
            LazyLock::new(|| WordList::Spanish.index()),
            LazyLock::new(|| WordList::French.index()),
            LazyLock::new(|| WordList::Portuguese.index()),
            LazyLock::new(|| WordList::Japanese.index()),
            LazyLock::new(|| WordList::Chinese.index()),
            LazyLock::new(|| WordList::TraditionalChinese.index()),
        ];
        let index = INDEXES.get(self as usize)?;
        let at = index.binary_search_by_key(&told, |(told, _)| *told).ok()?;
        index.get(at).map(|(_, number)| *number)
    }

    fn index(self) -> Vec<(Told, u16)> {
        let mut index: Vec<(Told, u16)> = self.words().iter().map(|word| told(word)).zip(0..).collect();
        index.sort_unstable();
        index
    }
}

/// What a word is told by: its first letters, without case or accents, katakana as hiragana.
type Told = [char; TELLING];

fn told(word: &str) -> Told {
    let mut told = ['\0'; TELLING];
    let plain = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let kana = |c: char| match c {
        '\u{30A1}'..='\u{30F6}' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    for (place, c) in told.iter_mut().zip(plain) {
        *place = kana(c);
    }
    told
}

/// How a line holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is right, and another comes.
    Fits,
    /// It is right, and the last.
    Ends,
    /// Words are missing still.
    Short,
    /// It has more words than a line.
    Long,
    /// This is in no list, or not in that of the others.
    Unknown(Personal),
    /// It would be right as the line of this number, counted from one.
    Other(usize),
    /// A word was misheard, or two changed places.
    Wrong,
}

impl Verdict {
    /// Whether the line is right.
    #[must_use]
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Fits | Self::Ends)
    }
}

/// What was made of a text.
#[derive(Debug, Clone)]
pub struct Reading {
    /// In which list it makes most sense.
    pub list: WordList,
    /// Line by line: its words written out where it holds, else as they were typed; and how it holds.
    pub lines: Vec<(Personal, Verdict)>,
    /// The invite, once every line holds and all are there.
    pub invite: Option<Invite>,
}

impl Reading {
    /// The first line that does not hold, counted from one.
    #[must_use]
    pub fn first_fault(&self) -> Option<(usize, &Verdict)> {
        let mut lines = self.lines.iter().enumerate();
        lines.find(|(_, (_, verdict))| !verdict.holds()).map(|(at, (_, verdict))| (at + 1, verdict))
    }

    /// All lines hold and the last is there, yet together they are no invite.
    #[must_use]
    pub fn damaged(&self) -> bool {
        let ended = self.lines.iter().any(|(_, verdict)| *verdict == Verdict::Ends);
        ended && self.first_fault().is_none() && self.invite.is_none()
    }

    /// Whether somebody meant words: a line's worth of them is known.
    #[must_use]
    pub fn is_words(&self) -> bool {
        let known = |(_, verdict): &(Personal, Verdict)| !matches!(verdict, Verdict::Unknown(_) | Verdict::Short);
        self.lines.iter().any(known)
    }
}

impl Invite {
    /// The invite as lines of words, to be read out by their numbers.
    ///
    /// # Errors
    /// As [`Self::encode`].
    pub fn words(&self, list: WordList) -> Result<Vec<String>, Error> {
        let data = numbers(&self.payload()?);
        let count = data.len().div_ceil(LINE_WORDS - 1);
        let line = |(at, data): (usize, &[u16])| {
            let last = at + 1 == count;
            let check = sum(&[&[0], data].concat()) ^ tag(at + 1, last.then_some(data.len() + 1));
            let words = data.iter().chain([&check]).map(|number| list.word(*number));
            words.collect::<Vec<_>>().join(" ")
        };
        Ok(data.chunks(LINE_WORDS - 1).enumerate().map(line).collect())
    }
}

/// Reads words as far as they go: in any list, by their first four letters, with or without numbers and line breaks.
#[must_use]
pub fn read(text: &str) -> Reading {
    let text = if text.len() > MAX_TEXT_BYTES { "" } else { text };
    let mut best: Option<Reading> = None;
    for (at, lines) in layouts(text).iter().enumerate() {
        // Another layout than the text's own counts where it makes it whole, as where a letter broke long lines.
        let readings =
            WordList::ALL.iter().map(|list| judge(*list, lines)).filter(|found| at == 0 || found.invite.is_some());
        best =
            best.into_iter().chain(readings).reduce(|best, next| if score(&next) > score(&best) { next } else { best });
    }
    best.unwrap_or(Reading { list: WordList::English, lines: Vec::new(), invite: None })
}

/// Reads words that must be a whole invite.
pub(super) fn read_whole(text: &str) -> Result<Invite, Damaged> {
    read(text).invite.ok_or(Damaged)
}

fn score(reading: &Reading) -> (bool, usize, usize) {
    let lines = || reading.lines.iter().map(|(_, verdict)| verdict);
    let known = lines().filter(|verdict| !matches!(verdict, Verdict::Unknown(_))).count();
    (reading.invite.is_some(), lines().filter(|verdict| verdict.holds()).count(), known)
}

/// The lines as they may be meant, the likeliest first: by their numbers, by line breaks, or by counting.
fn layouts(text: &str) -> Vec<Vec<Vec<String>>> {
    let split = |breaks: fn(char) -> bool| {
        let lines = text.split(breaks).map(tokens).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>()
    };
    let (numbered, broken) = (split(digit), split(|c| matches!(c, '\n' | '\r')));
    let counted = tokens(text).chunks(LINE_WORDS).map(<[String]>::to_vec).collect();
    let mut layouts = Vec::new();
    if text.contains(digit) {
        layouts.push(numbered);
    }
    if broken.len() > 1 {
        layouts.push(broken);
    }
    layouts.push(counted);
    layouts
}

/// Digits number lines; a character that is a number and a word (一) does not.
fn digit(c: char) -> bool {
    c.is_numeric() && !c.is_alphabetic()
}

/// The words of a text; a Chinese character is one by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    for c in text.chars() {
        let han = matches!(c, '\u{3400}'..='\u{9FFF}');
        let part = c.is_alphabetic() || is_combining_mark(c);
        if han || !part {
            tokens.push(String::new());
        }
        if part && let Some(last) = tokens.last_mut() {
            last.push(c);
        }
        if han {
            tokens.push(String::new());
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

fn judge(list: WordList, lines: &[Vec<String>]) -> Reading {
    let (mut judged, mut data) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let found: Vec<Option<u16>> = line.iter().map(|word| list.number(told(word))).collect();
        let unknown = found.iter().zip(line).find(|(number, _)| number.is_none()).map(|(_, word)| word.clone());
        let found: Vec<u16> = found.into_iter().flatten().collect();
        let verdict = match unknown {
            Some(word) => Verdict::Unknown(word.into()),
            // Whatever looks like an end is none where more follows.
            None => match verdict(at + 1, &found) {
                Verdict::Ends if at + 1 < lines.len() && found.len() < LINE_WORDS => Verdict::Short,
                Verdict::Ends if at + 1 < lines.len() => Verdict::Wrong,
                verdict => verdict,
            },
        };
        let words = match (verdict.holds(), found.split_last()) {
            (true, Some((_, before))) => {
                data.extend_from_slice(before);
                found.iter().map(|number| list.word(*number)).collect::<Vec<_>>().join(" ")
            }
            _ => line.join(" "),
        };
        judged.push((words.into(), verdict));
    }
    let whole = matches!(judged.last(), Some((_, Verdict::Ends))) && judged.iter().all(|(_, verdict)| verdict.holds());
    let invite = whole.then(|| payloads(&data).find_map(|payload| Invite::read_payload(&payload).ok())).flatten();
    Reading { list, lines: judged, invite }
}

/// How the line of this number holds, by the numbers of its words, the checking one last.
fn verdict(at: usize, words: &[u16]) -> Verdict {
    if words.len() > LINE_WORDS {
        return Verdict::Long;
    }
    let Some((check, data)) = words.split_last() else { return Verdict::Short };
    let sum = sum(&[&[*check], data].concat());
    let whole = words.len() == LINE_WORDS;
    let is = |at: usize| match sum {
        sum if whole && sum == tag(at, None) => Some(Verdict::Fits),
        sum if words.len() > 1 && sum == tag(at, Some(words.len())) => Some(Verdict::Ends),
        _ => None,
    };
    let other = || whole.then(|| (1..=MAX_LINES).find(|other| is(*other).is_some())).flatten();
    is(at).or_else(|| other().map(Verdict::Other)).unwrap_or(if whole { Verdict::Wrong } else { Verdict::Short })
}

/// What the words of a line sum up to: its number and, in the last, how many they are.
fn tag(line: usize, last: Option<usize>) -> u16 {
    u16::try_from(line << 4 | last.unwrap_or(0)).unwrap_or(0) % WORDS
}

/// Σ αⁱ·wᵢ in GF(2¹¹), by Horner from the last word.
fn sum(words: &[u16]) -> u16 {
    words.iter().rev().fold(0, |sum, word| times_alpha(sum) ^ word)
}

fn times_alpha(element: u16) -> u16 {
    let shifted = element << 1;
    if shifted & WORDS == 0 { shifted } else { shifted ^ (WORDS | 0b101) }
}

/// The bytes as numbers of eleven bits, the last filled with zeroes.
fn numbers(bytes: &[u8]) -> Vec<u16> {
    regroup(bytes.iter().map(|byte| u16::from(*byte)), 8, WORD_BITS, true)
}

/// What bytes the words may have been: two lengths can fill the same number of words.
fn payloads(words: &[u16]) -> impl Iterator<Item = Vec<u8>> {
    let bytes: Vec<u8> =
        regroup(words.iter().copied(), WORD_BITS, 8, false).iter().map(|byte| byte.to_le_bytes()[0]).collect();
    let all = bytes.len();
    let words: Vec<u16> = words.to_vec();
    // Filled with anything but zeroes, or cut at another length, it would be a second spelling of the same invite.
    let lengths = [all, all.saturating_sub(1)].into_iter();
    lengths.filter_map(move |length| bytes.get(..length).map(<[u8]>::to_vec)).filter(move |cut| numbers(cut) == words)
}

fn regroup(from: impl Iterator<Item = u16>, width: usize, into: usize, fill: bool) -> Vec<u16> {
    let (mut held, mut bits, mut out) = (0_u32, 0, Vec::new());
    let mask = (1_u32 << into) - 1;
    let mut put = |value: u32| out.extend(u16::try_from(value & mask));
    for value in from {
        held = (held << width | u32::from(value)) & 0xFF_FFFF;
        bits += width;
        while bits >= into {
            bits -= into;
            put(held >> bits);
        }
    }
    if fill && bits > 0 {
        put(held << (into - bits));
    }
    out
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
