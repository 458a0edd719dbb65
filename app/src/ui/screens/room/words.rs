//! An invitation in words: shown to be read out line by line, and typed in by whoever hears them, each line judged
//! before the next is asked for.

use crypto::invite::Invite;
use crypto::invite::words::{self, Reading, Verdict, WordList};
use egui::{Id, Ui};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::ui::i18n::{Arg, Language};
use crate::ui::look::Look;
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, label, page, segment, steps};

/// Bytes of an invite in words, in any script, with its numbers.
pub(super) const TEXT_BYTES: usize = 8 * 1024;

/// Whether the words of a link are shown, and in which language where the person chose another.
#[derive(Default)]
pub struct Spoken {
    shown: bool,
    english: bool,
}

impl Spoken {
    /// Whether they stand in the place of the square code.
    pub const fn is_shown(&self) -> bool {
        self.shown
    }

    /// Draws the words of this link where they are shown, and the button that turns to them or back.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>, link: &str) {
        if self.shown {
            self.lines(ui, look, link);
        }
        let (key, icon) = if self.shown { ("words-hide", Icon::QrCode) } else { ("words-show", Icon::Phone) };
        if Button::new(&look.t(key)).icon(icon).show(ui, look).clicked() {
            self.shown = !self.shown;
        }
    }

    fn lines(&mut self, ui: &mut Ui, look: &Look<'_>, link: &str) {
        label::heading(ui, look, &look.t("words-title"), Style::H3);
        label::hint(ui, look, &look.t("words-say"));
        let own = WordList::of(look.words.language().tag());
        if own != WordList::English {
            let names = [look.words.language().own_name(), Language::English.own_name()];
            let id = Id::unique("words-list");
            let chosen = usize::from(self.english);
            if let Some(at) = segment::show(ui, look, id, &look.t("words-list"), &names, chosen) {
                self.english = at == 1;
            }
        }
        let list = if self.english { WordList::English } else { own };
        if let Some(lines) = Invite::decode(link).ok().and_then(|invite| invite.words(list).ok()) {
            let lines: Vec<String> = lines.iter().map(|line| unbroken(line)).collect();
            steps::show(ui, look, &lines);
        }
    }
}

/// Lines break between words only, in scripts too that may break anywhere: half a word would be read out as two.
fn unbroken(line: &str) -> String {
    let anywhere = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    let word = |word: &str| match word.contains(anywhere) {
        true => word.graphemes(true).collect::<Vec<_>>().join("\u{2060}"),
        false => word.to_owned(),
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// What was heard so far: the lines that hold, and the one that is typed.
pub struct Heard {
    lines: Vec<String>,
    line: Editor,
    focused: bool,
}

impl Default for Heard {
    fn default() -> Self {
        Self { lines: Vec::new(), line: Editor::lines(Style { size: 20.0, ..Style::BODY }, TEXT_BYTES), focused: false }
    }
}

/// Where typing led to.
pub enum Led {
    /// All lines are there: this is their link.
    Link(String),
    /// The person wants to paste a link after all.
    Back,
}

impl Heard {
    /// Draws the field of the line that comes next, and the lines that hold.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>) -> Option<Led> {
        label::body(ui, look, &look.t("words-type-text"));
        let number = self.lines.len() + 1;
        let name = look.say("words-line", &[("number", Arg::Count(number as u64))]);
        let written = Field::new(&name).lines(3).show(ui, look, Id::unique("words-line"), &mut self.line);
        if !self.focused {
            self.focused = true;
            written.response.request_focus();
        }
        let text = self.line.text();
        let typing = text.chars().last().is_some_and(char::is_alphabetic) && !written.entered;
        let whole = self.read(&text);
        let unknown = matches!(whole.lines.get(number - 1), Some((_, Verdict::Unknown(_))));
        // The word that is still being typed is no mistake yet.
        let reading = if typing && unknown { self.read(whole_words(&text)) } else { whole };
        say(ui, look, &reading, number);
        let ends = matches!(reading.lines.last(), Some((_, Verdict::Ends)));
        let holds = reading.lines.get(number - 1).is_some_and(|(_, verdict)| verdict.holds()) && !reading.damaged();
        let key = if ends { "words-done" } else { "words-next" };
        let pressed = Button::primary(&look.t(key)).enabled(holds).wide().show(ui, look).clicked();
        let pasted = written.changed && reading.lines.len() > number;
        if holds && (pressed || written.entered || pasted) {
            if let Some(link) = reading.invite.as_ref().and_then(|invite| invite.encode().ok()) {
                return Some(Led::Link(link));
            }
            self.take(&reading);
            written.response.request_focus();
        }
        let back = Button::new(&look.t("words-back")).kind(Kind::Quiet).show(ui, look).clicked();
        self.right(ui, look);
        back.then_some(Led::Back)
    }

    fn read(&self, line: &str) -> Reading {
        words::read(&format!("{}\n{line}", self.lines.join("\n")))
    }

    /// Keeps the lines that hold, and leaves the rest in the field.
    fn take(&mut self, reading: &Reading) {
        let holding = reading.lines.iter().take_while(|(_, verdict)| verdict.holds()).count();
        let (held, rest) = reading.lines.split_at_checked(holding).unwrap_or_default();
        self.lines = held.iter().map(|(words, _)| words.expose().to_owned()).collect();
        let rest: Vec<&str> = rest.iter().map(|(words, _)| words.expose()).collect();
        self.line.set_text(&rest.join("\n"));
    }

    /// The lines that hold, the newest first, so that it stands beside what is typed.
    fn right(&mut self, ui: &mut Ui, look: &Look<'_>) {
        if self.lines.is_empty() {
            return;
        }
        page::part(ui, look, &look.t("words-right"));
        card::inset(ui, look, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            for (at, line) in self.lines.iter().enumerate().rev() {
                let said = format!("{}. {line}", at + 1);
                label::with_icon(ui, look, Icon::Check, look.tokens.success.ink, &said, Style::LABEL);
            }
        });
        if Button::new(&look.t("words-again")).icon(Icon::RefreshCw).kind(Kind::Quiet).show(ui, look).clicked() {
            *self = Self::default();
        }
    }
}

/// The text without the word that is still being typed.
fn whole_words(text: &str) -> &str {
    text.rfind(char::is_whitespace).and_then(|at| text.get(..at)).unwrap_or_default()
}

/// Says how the line of this number holds.
fn say(ui: &mut Ui, look: &Look<'_>, reading: &Reading, number: usize) {
    match (reading.first_fault(), reading.lines.get(number - 1)) {
        _ if reading.damaged() => drop(banner::show(ui, look, Tone::Danger, &look.t("words-damaged"))),
        (Some((at, verdict)), _) if at >= number => fault(ui, look, at, verdict),
        (_, Some((_, Verdict::Ends))) => drop(banner::show(ui, look, Tone::Success, &look.t("words-ends"))),
        (_, Some((_, Verdict::Fits))) => drop(banner::show(ui, look, Tone::Success, &look.t("words-fits"))),
        _ => drop(label::hint(ui, look, &look.t("words-length"))),
    }
}

/// Says what to do about a line that does not hold.
pub(super) fn fault(ui: &mut Ui, look: &Look<'_>, at: usize, verdict: &Verdict) {
    let number = ("number", Arg::Count(at as u64));
    let said = match verdict {
        Verdict::Fits | Verdict::Ends => return,
        Verdict::Short => return drop(label::hint(ui, look, &look.t("words-short"))),
        Verdict::Unknown(word) => look.say("words-unknown", &[number, ("word", Arg::Text(word.expose()))]),
        Verdict::Other(other) => look.say("words-other", &[number, ("other", Arg::Count(*other as u64))]),
        Verdict::Long => look.say("words-long", &[number]),
        Verdict::Wrong => look.say("words-wrong", &[number]),
    };
    banner::show(ui, look, Tone::Caution, &said);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::bare;
    use crate::ui::text::Text;

    /// The reader says what stands on a line as it stands there.
    #[test]
    fn no_word_that_is_read_out_is_parted_by_the_end_of_a_line() {
        let (engine, ctx) = (Text::new(), egui::Context::default());
        for line in [
            "あきる そ\u{3099}んひ\u{3099} けんか け\u{3099}きやく あさか\u{3099}お",
            "abandon ability able about above",
        ] {
            let shown = unbroken(line);
            assert_eq!(bare(&shown), line, "a screen reader hears the words alone");
            let widest = line.split(' ').map(|word| engine.line(&ctx, word, Style::BODY).size.x).fold(0.0, f32::max);
            // As many lines as words where each has just room for one: none was parted.
            let parted = engine.wrap(&ctx, &shown, Style::BODY, widest + 1.0).size.y / Style::BODY.line();
            assert!(parted.round() as usize <= line.split(' ').count(), "{line}: {parted} lines");
        }
    }
}
