//! Telephone numbers for the worst hours, by country. They lie in the program itself, so that no network is needed and
//! nobody learns that they were looked at.

use std::sync::OnceLock;

use egui::{Sense, Ui, accesskit::Role, vec2};
use serde::Deserialize;

use super::Help;
use crate::ui::i18n::Language;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, choice, label, page};

/// A window lower than this shows numbers before anything else.
const LOW: f32 = 520.0;

const DATA: &str = include_str!("../../../../data/crisis.json");

/// A country's numbers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Country {
    /// ISO 3166-1.
    pub code: String,
    /// Its name for those who live there.
    pub name: String,
    /// For danger to life.
    pub emergency: Vec<Line>,
    /// For despair.
    #[serde(default)]
    pub crisis: Vec<Line>,
    /// For questions about cancer.
    #[serde(default)]
    pub cancer: Vec<Line>,
    /// Where the numbers come from.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by whoever keeps the file and by its test"))]
    pub source: String,
}

/// A number and whose it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// As it is dialled.
    pub number: String,
    /// As it calls itself, in its own language.
    #[serde(default)]
    pub name: String,
}

#[derive(Deserialize)]
struct File {
    #[expect(dead_code, reason = "for whoever keeps the file")]
    note: String,
    countries: Vec<Country>,
}

/// Every country, in the order of the file.
pub(super) fn countries() -> &'static [Country] {
    static READ: OnceLock<Vec<Country>> = OnceLock::new();
    // A test reads the same file, so that a broken one is never shipped.
    READ.get_or_init(|| serde_json::from_str::<File>(DATA).map(|file| file.countries).unwrap_or_default())
}

/// The country of a locale such as `pt_BR.UTF-8`; where it names none, the one where most speak the language.
pub(super) fn guessed(locale: &str, language: Language) -> Option<&'static Country> {
    let region = locale.split(['.', '@']).next().and_then(|tag| tag.split(['_', '-']).nth(1)).unwrap_or_default();
    let find = |code: &str| countries().iter().find(|country| country.code.eq_ignore_ascii_case(code));
    find(region).or_else(|| match language {
        // Spoken in too many countries to guess.
        Language::English | Language::Arabic => None,
        language => spoken_in(language).first().and_then(|code| find(code)),
    })
}

/// Where a language is spoken, of the countries there are; where most speak it first.
const fn spoken_in(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["US", "GB", "CA", "AU", "IE", "NZ", "ZA", "IN"],
        Language::Spanish => &["ES", "MX", "AR", "CO", "CL", "PE", "US"],
        Language::Hindi | Language::Telugu => &["IN"],
        Language::French => &["FR", "BE", "CH", "CA", "LU", "MA", "DZ", "TN"],
        Language::German => &["DE", "AT", "CH", "LU"],
        Language::Chinese => &["CN", "TW", "HK", "SG"],
        Language::Japanese => &["JP"],
        Language::Arabic => &["EG", "SA", "AE", "MA", "DZ", "TN", "JO", "LB", "IQ"],
        Language::Portuguese => &["BR", "PT"],
        Language::Russian => &["RU", "UA", "KZ"],
    }
}

/// Every country: the one in force first, then those where the language is spoken, then the others.
fn order(now: Option<&Country>, language: Language) -> Vec<&'static Country> {
    let near = spoken_in(language);
    let mut all: Vec<&Country> = countries().iter().collect();
    all.sort_by_key(|country| {
        let chosen = now.is_some_and(|now| now.code == country.code);
        let spoken = near.iter().position(|code| *code == country.code).unwrap_or(near.len());
        (!chosen, spoken)
    });
    all
}

fn locale() -> String {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}

impl Help {
    pub(super) fn crisis(&mut self, ui: &mut Ui, look: &Look<'_>) {
        // In a low window the numbers come first.
        let low = ui.ctx().content_rect().height() < LOW;
        if !low {
            comfort(ui, look);
        }
        let chosen = self.country.and_then(|code| countries().iter().find(|country| country.code == code));
        let country = chosen.or_else(|| guessed(&locale(), look.words.language()));
        match country.filter(|_| !self.choosing) {
            Some(country) => {
                numbers(ui, look, country);
                label::hint(ui, look, &look.t("crisis-always"));
                if Button::new(&look.t("crisis-other")).icon(Icon::Search).show(ui, look).clicked() {
                    self.choosing = true;
                }
            }
            None => self.choose(ui, look, country),
        }
        if low {
            comfort(ui, look);
        }
    }

    fn choose(&mut self, ui: &mut Ui, look: &Look<'_>, now: Option<&Country>) {
        page::part(ui, look, &look.t("crisis-choose"));
        label::hint(ui, look, &look.t("crisis-always"));
        let order = order(now, look.words.language());
        let names: Vec<&str> = order.iter().map(|country| country.name.as_str()).collect();
        let at = now.and_then(|now| order.iter().position(|country| country.code == now.code));
        let pressed = choice::grid(ui, look, None, &names, at);
        if let Some(country) = pressed.and_then(|at| order.get(at)) {
            self.country = Some(&country.code);
            self.choosing = false;
        }
    }
}

fn comfort(ui: &mut Ui, look: &Look<'_>) {
    card::proposal(ui, look, (Icon::Heart, &look.t("crisis-not-alone")), |_| {});
}

fn numbers(ui: &mut Ui, look: &Look<'_>, country: &Country) {
    label::heading(ui, look, &country.name, Style::H3);
    for (lines, key) in [
        (&country.emergency, "crisis-emergency"),
        (&country.crisis, "crisis-despair"),
        (&country.cancer, "crisis-cancer"),
    ] {
        if lines.is_empty() {
            continue;
        }
        page::part(ui, look, &look.t(key));
        card::show(ui, look, |ui| {
            ui.spacing_mut().item_spacing.y = space::L;
            for line in lines {
                number(ui, look, line);
            }
        });
    }
}

/// The number large, and whose it is below.
fn number(ui: &mut Ui, look: &Look<'_>, line: &Line) {
    let name = look.text.wrap(ui.ctx(), &line.name, Style::LABEL, ui.available_width() - 52.0);
    let below = if line.name.is_empty() { 0.0 } else { name.size.y + 2.0 };
    let digits = look.text.line(ui.ctx(), &line.number, Style::H2);
    let height = (digits.size.y + below).max(48.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let flow = look.flow;
    let centre = flow.lead_middle(rect, 20.0);
    ui.painter().circle_filled(centre, 20.0, look.tokens.soft.ground);
    look.text.icon(ui.painter(), Icon::Phone, 20.0, centre, look.tokens.soft.ink);
    let top = rect.center().y - (digits.size.y + below) / 2.0;
    let at = flow.rect_at(flow.lead(rect, 52.0), top, digits.size);
    look.text.paint(ui.painter(), &digits, at.min, look.tokens.ink);
    if below > 0.0 {
        let at = flow.rect_at(flow.lead(rect, 52.0), top + digits.size.y + 2.0, name.size);
        look.text.paint(ui.painter(), &name, at.min, look.tokens.ink2);
    }
    crate::ui::widgets::name(&response, Role::Label, &format!("{}. {}", line.number, line.name));
}

#[cfg(test)]
#[path = "crisis_tests.rs"]
mod tests;
