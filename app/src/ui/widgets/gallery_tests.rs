//! Every part in light, dark, strong contrast, at 150 % and in Arabic, against frozen pictures: a pixel of a dose that
//! moves is seen. `HEARTH_FREEZE=1` writes them anew, to be looked at before they are committed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui::{Color32, Id, Theme, Ui};
use jiff::tz::TimeZone;

use super::banner::Tone;
use super::bubble::Bubble;
use super::button::{Button, Kind};
use super::field::Field;
use super::menu::Item;
use super::row::Row;
use super::*;
use crate::engine::display::Display;
use crate::ui::flow::Flow;
use crate::ui::frozen::{self, STEP, coarse};
use crate::ui::i18n::{Language, Words};
use crate::ui::look::{Clock, Look};
use crate::ui::studio::{Picture, Studio};
use crate::ui::text::doses::DOSES;
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style, Text};
use crate::ui::theme::{self, tokens};

/// One way of looking at a part.
#[derive(Clone, Copy)]
struct Way {
    theme: Theme,
    strong: bool,
    zoom: f32,
    arabic: bool,
}

const PLAIN: Way = Way { theme: Theme::Light, strong: false, zoom: 1.0, arabic: false };
const WAYS: [Way; 5] = [
    PLAIN,
    Way { theme: Theme::Dark, ..PLAIN },
    Way { strong: true, ..PLAIN },
    Way { zoom: 1.5, ..PLAIN },
    Way { arabic: true, ..PLAIN },
];

/// The words of a sample, in English or Arabic.
struct Say(bool);

impl Say {
    fn of<'a>(&self, english: &'a str, arabic: &'a str) -> &'a str {
        if self.0 { arabic } else { english }
    }

    fn name(&self) -> &'static str {
        self.of("Anneke Visser", "سليم الحداد")
    }

    fn dose(&self) -> &'static str {
        self.of("Take 10 mg twice a day. Call above 38 °C.", "خذ 10 mg مرتين في اليوم. اتصل بنا فوق 38 °C.")
    }
}

/// A part under way in one of the ways.
struct Sample<'a> {
    way: Way,
    text: Text,
    words: Words,
    studio: Studio,
    now_ms: u64,
    still: bool,
    draw: &'a mut dyn FnMut(&mut Ui, &Look<'_>, &Say),
}

impl<'a> Sample<'a> {
    fn new(way: Way, (width, height): (f32, f32), draw: &'a mut dyn FnMut(&mut Ui, &Look<'_>, &Say)) -> Self {
        let (text, words) = (Text::new(), Words::new(if way.arabic { Language::Arabic } else { Language::English }));
        let studio = Studio::new((width * way.zoom).round(), (height * way.zoom).round(), way.zoom);
        theme::restyle(&studio.ctx, way.strong);
        studio.ctx.set_theme(way.theme);
        Self { way, text, words, studio, now_ms: crate::ui::stage::NOW_MS, still: true, draw }
    }

    /// Its picture once all is laid out, and when it asks to be drawn again.
    fn picture(&mut self) -> (Picture, std::time::Duration) {
        let (zone, display) = (TimeZone::UTC, Display::default());
        let Self { way, text, words, studio, draw, .. } = self;
        let clock = Clock { now_ms: self.now_ms, zone: &zone };
        let (tokens, flow) = (tokens(way.theme, way.strong), Flow::of(words.language()));
        let look = Look { text, words, tokens, flow, display: &display, clock, still: self.still };
        let mut page = |ui: &mut Ui| {
            text.begin_frame(look.tokens.dark, way.arabic);
            ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, look.tokens.surface);
            let inside = ui.max_rect().shrink(12.0);
            let place = egui::UiBuilder::new().max_rect(inside).layout(look.flow.down());
            ui.scope_builder(place, |ui| draw(ui, &look, &Say(way.arabic)));
        };
        for _ in 0..2 {
            studio.frame(Vec::new(), &mut page);
        }
        let output = studio.frame(Vec::new(), &mut page);
        let again = output.viewport_output.values().map(|v| v.repaint_delay).min().unwrap();
        (studio.picture(&mut page), again)
    }
}

/// Draws a part in all five ways, side by side.
fn pictures(size: (f32, f32), draw: &mut dyn FnMut(&mut Ui, &Look<'_>, &Say)) -> Picture {
    let mut whole: Option<Picture> = None;
    for way in WAYS {
        let (picture, _) = Sample::new(way, size, draw).picture();
        whole = Some(whole.map_or_else(|| picture.clone(), |whole| whole.beside(&picture)));
    }
    whole.unwrap()
}

fn check(name: &str, size: (f32, f32), mut draw: impl FnMut(&mut Ui, &Look<'_>, &Say)) {
    frozen::check("widgets", name, &pictures(size, &mut draw));
    contrast_reaches(name, size, &mut draw);
    stands_still(name, size, &mut draw);
}

/// Strong contrast changes it: the ground it stands on aside, which changes by itself.
fn contrast_reaches(name: &str, size: (f32, f32), draw: &mut dyn FnMut(&mut Ui, &Look<'_>, &Say)) {
    let [soft, strong] = [false, true].map(|strong| Sample::new(Way { strong, ..PLAIN }, size, draw).picture().0);
    let ground = |strong: bool| crate::ui::theme::tokens(egui::Theme::Light, strong).surface;
    let drawn =
        |(soft, strong): &(&Color32, &Color32)| soft != strong && **soft != ground(false) && **strong != ground(true);
    let changed = soft.pixels.iter().zip(&strong.pixels).filter(drawn).count();
    assert!(changed > 40, "{name}: strong contrast changes {changed} pixels of it");
}

/// Where nothing may move, it looks the same at any moment, and asks for no frame of its own.
fn stands_still(name: &str, size: (f32, f32), draw: &mut dyn FnMut(&mut Ui, &Look<'_>, &Say)) {
    let mut sample = Sample::new(PLAIN, size, draw);
    sample.picture();
    let (before, again) = sample.picture();
    assert!(again > std::time::Duration::from_secs(1), "{name} asks for a frame in {again:?}");
    for later_ms in [40, 90, 500, 1_700] {
        sample.now_ms = crate::ui::stage::NOW_MS + later_ms;
        assert!(sample.picture().0 == before, "{name} moves");
    }
}

/// The proof that a movement is seen as one.
#[test]
fn what_may_move_does() {
    let mut draw = |ui: &mut Ui, look: &Look<'_>, _: &Say| drop(progress::show(ui, look, "Looking", None));
    let mut sample = Sample::new(PLAIN, (340.0, 80.0), &mut draw);
    sample.still = false;
    let (before, again) = sample.picture();
    assert!(again < std::time::Duration::from_secs(1), "{again:?}");
    sample.now_ms += 900;
    assert!(sample.picture().0 != before);
}

/// Whatever draws is in one of the pictures below, so that contrast and stillness are held of it too.
#[test]
fn every_part_that_draws_is_in_a_picture() {
    let here = include_str!("gallery_tests.rs");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/widgets");
    let mut parts = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if path.extension().is_none_or(|kind| kind != "rs") || stem.ends_with("_tests") || !text.contains("painter()") {
            continue;
        }
        // The ring of what has the keyboard is a part of each; a square code is black on white in every look.
        let shown = ["mod", "qr"].contains(&stem.as_str()) || here.contains(&format!("{stem}::"));
        assert!(shown, "{stem} draws and is in no picture");
        parts += 1;
    }
    assert!(parts > 15, "only {parts} parts found: the walk is broken");
}

#[test]
fn buttons() {
    check("button", (300.0, 250.0), |ui, look, say| {
        Button::primary(say.of("Join the room", "ادخل الغرفة")).icon(Icon::LogIn).show(ui, look);
        Button::new(say.of("Copy", "نسخ")).icon(Icon::Copy).show(ui, look);
        Button::new(say.of("Take back", "سحب الرسالة")).kind(Kind::Danger).show(ui, look);
        Button::primary(say.of("Not yet", "ليس بعد")).enabled(false).show(ui, look);
    });
}

#[test]
fn fields() {
    check("field", (300.0, 330.0), |ui, look, say| {
        let mut line = Editor::line(Style::BODY, 256);
        Field::new(say.of("Your name", "اسمك")).hint(say.name()).show(ui, look, Id::unique("empty"), &mut line);
        let mut lines = Editor::lines(Style::BODY, 256);
        lines.load(look.text, say.dose());
        Field::new(say.of("Note", "ملاحظة")).lines(4).show(ui, look, Id::unique("note"), &mut lines);
        let (mut secret, mut shown) = (Secret::default(), false);
        secret.insert("lantern");
        secret_field::show(ui, look, Id::unique("secret"), say.of("Passphrase", "عبارة السر"), &mut secret, &mut shown);
    });
}

#[test]
fn searches() {
    check("search", (300.0, 130.0), |ui, look, say| {
        let mut editor = Editor::line(Style::BODY, 256);
        search::show(ui, look, Id::unique("one"), say.of("Search messages", "ابحث في الرسائل"), &mut editor);
        editor.load(look.text, say.of("10 mg", "10 mg مساءً"));
        search::show(ui, look, Id::unique("two"), say.of("Search", "بحث"), &mut editor);
    });
}

#[test]
fn rows() {
    check("row", (316.0, 250.0), |ui, look, say| {
        let row = Row { name: say.name(), line: say.dose(), when: "10:11", here: true, ..Row::default() };
        row::show(ui, look, Row { chosen: true, count: 3, ..row });
        row::show(ui, look, row);
    });
}

#[test]
fn entries() {
    check("entry", (316.0, 180.0), |ui, look, say| {
        entry::show(ui, look, Icon::Settings, say.of("Settings", "الإعدادات"), say.dose());
        entry::show(ui, look, Icon::LifeBuoy, say.of("Help", "مساعدة"), "");
    });
}

#[test]
fn bubbles() {
    check("bubble", (420.0, 250.0), |ui, look, say| {
        let bubble = Bubble {
            text: say.dose(),
            quote: None,
            own: false,
            first: true,
            faint: false,
            focusable: false,
            chosen: false,
            spoken: "",
        };
        bubble::show(ui, look, bubble);
        let quote = Some((say.name(), say.dose()));
        bubble::show(ui, look, Bubble { own: true, text: say.of("Thank you 😀", "شكرا 😀"), quote, ..bubble });
    });
}

#[test]
fn cards_and_badges() {
    check("card", (300.0, 190.0), |ui, look, say| {
        card::show(ui, look, |ui| {
            label::heading(ui, look, say.name(), Style::H3);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(200.0, 44.0), egui::Sense::hover());
            avatar::paint(ui, look, rect.left_center() + egui::vec2(22.0, 0.0), 44.0, say.name());
            avatar::here(ui, look, rect.left_center() + egui::vec2(22.0, 0.0), 44.0, look.tokens.surface);
            let word = say.of("Verified", "موثّق");
            let place = Rect::from_center_size(rect.center(), egui::vec2(badge::width(ui, look, word), 24.0));
            badge::word_in(ui, look, place, Icon::BadgeCheck, word, look.tokens.info);
            badge::count(ui, look, rect.right_center() - egui::vec2(14.0, 0.0), 12);
            label::hint(ui, look, say.dose());
        });
    });
}

#[test]
fn digits() {
    check("digits", (300.0, 200.0), |ui, look, _| {
        super::digits::show(ui, look, "48151 62342 08157 04812", 4);
        super::digits::numbered(ui, look, "481516-234208", 4);
    });
}

#[test]
fn portraits() {
    check("portrait", (300.0, 200.0), |ui, look, say| {
        let role = say.of("Says they are a doctor", "مهنة الطب");
        portrait::show(ui, look, say.name(), true, &[role, say.dose()]);
        portrait::show(ui, look, say.name(), false, &[role]);
    });
}

#[test]
fn banners() {
    check("banner", (320.0, 290.0), |ui, look, say| {
        for tone in [Tone::Info, Tone::Caution, Tone::Danger, Tone::Success] {
            banner::show(ui, look, tone, say.dose());
        }
    });
}

#[test]
fn dialogs() {
    check("dialog", (420.0, 290.0), |ui, look, say| {
        let words = (say.of("Close Hearth?", "إغلاق؟"), say.dose());
        dialog::show(ui, look, Id::unique("dialog"), words, |ui| {
            Button::primary(say.of("Stay", "ابق")).show(ui, look);
            Button::new(say.of("Close", "أغلق")).kind(Kind::Danger).show(ui, look);
        });
    });
}

#[test]
fn sheets() {
    check("sheet", (420.0, 300.0), |ui, look, say| {
        sheet::show(ui, look, Id::unique("sheet"), say.of("Who is here", "من هنا"), |ui| {
            label::body(ui, look, say.dose());
        });
    });
}

#[test]
fn menus() {
    check("menu", (300.0, 260.0), |ui, look, say| {
        let at = button::icon(ui, look, Icon::Ellipsis, say.of("More", "المزيد"));
        let items = [
            Item::new(Icon::Reply, say.of("Answer", "رد")),
            Item::new(Icon::Copy, say.of("Copy", "نسخ")),
            Item::danger(Icon::Trash, say.of("Take back", "سحب")),
        ];
        menu::show(ui, look, Id::unique("menu"), &at, (say.of("Message", "رسالة"), &items));
    });
}

#[test]
fn empty_states() {
    check("empty", (340.0, 330.0), |ui, look, say| {
        let words = (say.of("Nobody here yet", "لا أحد هنا بعد"), say.dose());
        empty::show(ui, look, Icon::Users, words, Some(say.of("Invite", "ادعُ شخصا")));
    });
}

#[test]
fn proposals_and_steps() {
    check("steps", (360.0, 360.0), |ui, look, say| {
        let wish = say.of("Blue Heron would like to come in.", "مالك الحزين يريد الدخول.");
        card::proposal(ui, look, (Icon::Hand, wish), |ui| {
            Button::primary(say.of("Answer", "رد")).show(ui, look);
        });
        let open = say.of("Ask them to open Hearth.", "اطلب منهم فتح Hearth.");
        steps::show(ui, look, &[open.to_owned(), say.dose().to_owned()]);
    });
}

#[test]
fn choices_in_two_columns() {
    check("grid", (480.0, 170.0), |ui, look, _| {
        choice::grid(ui, look, Some(Icon::Languages), &["English", "العربية", "తెలుగు"], Some(1));
    });
}

#[test]
fn what_leads_on_from_a_form() {
    check("foot", (420.0, 440.0), |ui, look, say| {
        let text = |ui: &mut Ui, (): &mut ()| {
            label::heading(ui, look, say.name(), Style::H2);
            for _ in 0..10 {
                label::body(ui, look, say.dose());
            }
        };
        let lead = |ui: &mut Ui, (): &mut ()| {
            label::hint(ui, look, say.of("Please enter a name.", "اكتب اسمًا."));
            page::leads(ui, look, Button::primary(say.of("Next", "التالي")), true)
        };
        page::footed(ui, look, "form", &mut (), (text, lead));
    });
}

#[test]
fn progress_and_switches() {
    check("switch", (340.0, 330.0), |ui, look, say| {
        progress::show(ui, look, say.of("Saving, 40 %", "جارٍ الحفظ 40 %"), Some(0.4));
        progress::show(ui, look, say.of("Looking for them", "نبحث عنهم"), None);
        let title = say.of("Show when I write", "أظهر أنني أكتب");
        switch::show(ui, look, Icon::Bell, (title, say.dose()), true);
        switch::show(ui, look, Icon::Bell, (title, ""), false);
    });
}

#[test]
fn choices() {
    check("choice", (340.0, 300.0), |ui, look, say| {
        let words = [say.of("Small", "صغير"), say.of("Large", "كبير"), say.of("Largest", "الأكبر")];
        segment::show(ui, look, Id::unique("size"), say.of("Text", "النص"), &words, 1);
        for (title, chosen) in [(say.of("Kept", "محفوظ"), true), (say.of("Not kept", "غير محفوظ"), false)]
        {
            choice::show(ui, look, Icon::Lock, title, say.dose(), chosen);
        }
    });
}

#[test]
fn toasts() {
    check("toast", (420.0, 220.0), |ui, look, say| {
        let mut toasts = toast::Toasts::default();
        toasts.add(Tone::Success, say.of("Link copied", "نُسخ الرابط").to_owned(), look.clock.now_ms);
        toasts.show(ui, look);
    });
}

/// The proof that a difference is a difference.
#[test]
fn a_dose_that_moves_by_a_pixel_is_seen() {
    let draw = |by: f32| {
        pictures((260.0, 60.0), &mut |ui, look, say| {
            ui.add_space(by);
            label::body(ui, look, say.dose());
        })
    };
    let (still, moved) = (coarse(&draw(4.0)), coarse(&draw(5.0)));
    let wrong = still.iter().zip(&moved).filter(|(a, b)| a.abs_diff(**b) > STEP).count();
    assert!(wrong > 500, "{wrong}");
    assert_eq!(still, coarse(&draw(4.0)), "and a picture is the same each time");
    assert_ne!(draw(4.0).pixels[0], Color32::BLACK);
}

/// The doses of a language, as bubbles of somebody who writes in it.
fn doses(language: Language) {
    check(&format!("dose-{}", language.tag()), (400.0, 420.0), |ui, look, _| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let texts = DOSES.iter().filter(|(of, _)| *of == language).map(|(_, text)| *text);
        for text in texts.step_by(2).take(5) {
            label::body(ui, look, text);
        }
    });
}

#[test]
fn doses_in_english() {
    doses(Language::English);
}

#[test]
fn doses_in_arabic() {
    doses(Language::Arabic);
}

#[test]
fn doses_in_hindi() {
    doses(Language::Hindi);
}

#[test]
fn doses_in_telugu() {
    doses(Language::Telugu);
}

#[test]
fn doses_in_japanese() {
    doses(Language::Japanese);
}

#[test]
fn doses_in_chinese() {
    doses(Language::Chinese);
}

#[test]
fn doses_in_russian() {
    doses(Language::Russian);
}
