//! Language, text size, theme, contrast, motion and the simple view. Each takes effect at once, so that nothing has to
//! be imagined. The simple view has a line for each, which leads to its answers.

use egui::Ui;

use super::super::profile::{SIZES, languages, simple_view, sizes};
use super::Settings;
use super::question::{Question, answered, answers, choose, heading, one_of};
use crate::engine::display::{Contrast, DisplayPatch, Motion, Theme};
use crate::ui::look::Look;
use crate::ui::shell::{Action, Out};
use crate::ui::widgets::card;

const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "theme-system"), (Theme::Light, "theme-light"), (Theme::Dark, "theme-dark")];
const CONTRASTS: [(Contrast, &str); 3] =
    [(Contrast::System, "theme-system"), (Contrast::Standard, "contrast-standard"), (Contrast::High, "contrast-high")];
const MOTIONS: [(Motion, &str); 3] =
    [(Motion::System, "theme-system"), (Motion::Full, "motion-full"), (Motion::Reduced, "motion-reduced")];
/// What is asked beside the language.
const ASKED: [Question; 4] = [Question::Size, Question::Colours, Question::Contrast, Question::Motion];

/// How the answers to a question are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As a line that leads to them.
    Line,
    /// Under a heading, among others.
    Part,
    /// Alone on the page.
    Page,
}

impl Settings {
    pub(super) fn look(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        match self.asking {
            Some(Question::Language) => {
                if languages(ui, look, out) {
                    self.asking = None;
                }
            }
            Some(question) => self.ask(ui, look, out, question, How::Page),
            None => self.looks(ui, look, out),
        }
    }

    /// Everything about looks.
    fn looks(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let simple = look.display.simple;
        card::list(ui, look, |ui| {
            self.lead_to(ui, look, Question::Language, look.words.language().own_name());
            for question in ASKED.into_iter().filter(|_| simple) {
                self.ask(ui, look, out, question, How::Line);
            }
            simple_view(ui, look, out);
        });
        for question in ASKED.into_iter().filter(|_| !simple) {
            self.ask(ui, look, out, question, How::Part);
        }
    }

    fn ask(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, question: Question, how: How) {
        let (shown, nothing) = (look.display, DisplayPatch::default());
        let patch = match question {
            Question::Size => match how {
                How::Page => sizes(ui, look, false),
                _ => self.answer(ui, look, question, &SIZES, shown.text_percent, how),
            }
            .map(|percent| DisplayPatch { text_percent: Some(percent), ..nothing }),
            Question::Colours => self
                .answer(ui, look, question, &THEMES, shown.theme, how)
                .map(|theme| DisplayPatch { theme: Some(theme), ..nothing }),
            Question::Contrast => self
                .answer(ui, look, question, &CONTRASTS, shown.contrast, how)
                .map(|contrast| DisplayPatch { contrast: Some(contrast), ..nothing }),
            Question::Motion => self
                .answer(ui, look, question, &MOTIONS, shown.motion, how)
                .map(|motion| DisplayPatch { motion: Some(motion), ..nothing }),
            _ => None,
        };
        if let Some(patch) = patch {
            out.push(Action::Display(patch));
        }
    }

    fn answer<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        look: &Look<'_>,
        question: Question,
        offered: &[(T, &str)],
        now: T,
        how: How,
    ) -> Option<T> {
        let offered = answers(look, offered);
        match how {
            How::Line => {
                self.lead_to(ui, look, question, answered(&offered, now));
                None
            }
            How::Part => {
                heading(ui, look, question);
                one_of(ui, look, question, &offered, now)
            }
            How::Page => choose(ui, look, question, &offered, now),
        }
    }
}
