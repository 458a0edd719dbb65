//! Every page in every state is drawn, and what can be known of a picture without eyes is held: it is not blank, and what
//! is pressed is large enough. `HEARTH_PICTURES=DIR` keeps the pictures in every look there is, to be looked at;
//! `HEARTH_PICTURES_OF=room,@ar;` only those that have all of these words in their names, which end with a semicolon.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use egui::accesskit::{self, Action as Act, Node, NodeId, Role};
use egui::{Event as Input, Key, Modifiers};

use super::scenes_tests::{self as scenes, Scene, Step};
use super::*;
use crate::engine::display::{Display, Theme};
use crate::ui::frozen;
use crate::ui::i18n::bare;
use crate::ui::stage::{NOW_MS, Stage};
use crate::ui::studio::{Picture, Studio};

/// One way of looking at the window.
#[derive(Clone, Copy)]
struct Way {
    name: &'static str,
    language: &'static str,
    theme: Theme,
    strong: bool,
    percent: u16,
    size: [f32; 2],
}

const DESK: [f32; 2] = [1280.0, 800.0];
const NARROW: [f32; 2] = [480.0, 640.0];
const LIGHT: Way = Way { name: "en", language: "en", theme: Theme::Light, strong: false, percent: 100, size: DESK };
const ARABIC: Way = Way { name: "ar", language: "ar", ..LIGHT };

// Drawn by every run of the tests.
const NIGHT: Way = Way { name: "ar-dark", theme: Theme::Dark, ..ARABIC };
const NARROWER: Way = Way { name: "te-150-narrow", language: "te", percent: 150, size: NARROW, ..LIGHT };
const LARGEST: Way = Way { name: "ja-200", language: "ja", percent: 200, ..LIGHT };

/// The others, for eyes.
const MORE: [Way; 13] = [
    Way { name: "en-dark", theme: Theme::Dark, ..LIGHT },
    Way { name: "en-strong", strong: true, ..LIGHT },
    Way { name: "en-strong-dark", strong: true, theme: Theme::Dark, ..LIGHT },
    Way { name: "en-150", percent: 150, ..LIGHT },
    Way { name: "en-200-narrow", percent: 200, size: NARROW, ..LIGHT },
    Way { name: "en-narrow", size: NARROW, ..LIGHT },
    Way { name: "en-4k", size: [3840.0, 2160.0], ..LIGHT },
    ARABIC,
    Way { name: "ar-150", percent: 150, ..ARABIC },
    Way { name: "ar-narrow", size: NARROW, ..ARABIC },
    Way { name: "te", language: "te", ..LIGHT },
    Way { name: "ja", language: "ja", ..LIGHT },
    Way { name: "ja-dark-narrow", language: "ja", theme: Theme::Dark, size: NARROW, ..LIGHT },
];

/// A scene under way in a window that nobody sees.
struct Show {
    app: App,
    studio: Studio,
    nodes: BTreeMap<NodeId, Node>,
    now_ms: Rc<Cell<u64>>,
}

impl Show {
    fn open(scene: &Scene, way: Way) -> Self {
        let contrast = if way.strong { Contrast::High } else { Contrast::Standard };
        let (theme, text_percent, simple) = (way.theme, way.percent, scene.simple);
        let language = Some(way.language.to_owned());
        let display = Display { language, theme, text_percent, simple, contrast, ..Display::default() };
        let stage = Stage::new(Snapshot { display: Arc::new(display), ..scene.snapshot.clone() });
        let refused = scene.refused.clone();
        stage.script(move |command, snapshot| match (&refused, command) {
            (_, Command::View(_)) | (None, _) => scenes::answer(command, snapshot),
            (Some(fault), _) => Err(fault.clone()),
        });
        let now_ms = Rc::new(Cell::new(NOW_MS));
        let clock = Rc::clone(&now_ms);
        let mut app = App::with_clock(Box::new(stage), Box::new(move || clock.get()), TimeZone::UTC);
        app.route = scene.route;
        let mut show = Self { app, studio: Studio::new(way.size[0], way.size[1], 1.0), nodes: BTreeMap::new(), now_ms };
        show.frames(Vec::new());
        for step in &scene.steps {
            show.act(*step);
        }
        show
    }

    /// Lets something happen and the window come to rest.
    fn frames(&mut self, mut events: Vec<Input>) {
        for _ in 0..4 {
            let app = &mut self.app;
            let output = self.studio.frame(std::mem::take(&mut events), |ui| {
                app.listen(ui.ctx());
                app.show(ui);
            });
            if let Some(update) = output.platform_output.accesskit_update {
                self.nodes = update.nodes.into_iter().collect();
            }
        }
    }

    /// How many of the next frames are laid out more than once, though nothing happens.
    fn unrest(&mut self) -> u64 {
        let over = |show: &Self| show.studio.ctx.cumulative_pass_nr() - show.studio.ctx.cumulative_frame_nr();
        let before = over(self);
        self.frames(Vec::new());
        over(self) - before
    }

    fn say(&self, key: &str) -> String {
        bare(&self.app.words.say(key, &[]))
    }

    fn named(&self, name: &str, whole: bool) -> NodeId {
        self.found(name, whole).unwrap_or_else(|| panic!("nothing is called {name:?}"))
    }

    fn found(&self, name: &str, whole: bool) -> Option<NodeId> {
        let fits = |node: &Node| {
            let told = node.label().or_else(|| node.value()).unwrap_or_default();
            let can = node.supports_action(Act::Click) || node.supports_action(Act::Focus);
            can && if whole { told == name } else { told.contains(name) }
        };
        self.nodes.iter().find(|(_, node)| fits(node)).map(|(id, _)| *id)
    }

    fn ask(&mut self, target_node: NodeId, action: Act) {
        let target_tree = accesskit::TreeId::ROOT;
        let request = accesskit::ActionRequest { action, target_tree, target_node, data: None };
        self.frames(vec![Input::AccessKitActionRequest(request)]);
    }

    fn act(&mut self, step: Step) {
        match step {
            Step::Press(key) => self.ask(self.named(&self.say(key), true), Act::Click),
            Step::Try(key) => {
                if let Some(node) = self.found(&self.say(key), true) {
                    self.ask(node, Act::Click);
                }
            }
            Step::PressHas(words) => self.ask(self.named(&self.said(words), false), Act::Click),
            Step::Type(key, text) => {
                self.ask(self.named(&self.say(key), true), Act::Focus);
                let text = if text == "LINK" { super::tests::link() } else { text.to_owned() };
                self.frames(vec![Input::Text(text)]);
                self.now_ms.set(self.now_ms.get() + 1_000);
                self.frames(Vec::new());
            }
            Step::Show(number) => {
                self.app.screens.room.go_to(crate::ui::stage::message_id(number));
                self.frames(Vec::new());
            }
            Step::Tab => self.key(Key::Tab, Modifiers::NONE),
            Step::Quit => self.key(Key::Q, Modifiers::COMMAND),
        }
    }

    /// The sentence of a key, or the words themselves where there is no such key.
    fn said(&self, words: &str) -> String {
        if words.contains('-') && !words.contains(' ') { self.say(words) } else { words.to_owned() }
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        let press = |pressed| Input::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frames(vec![press(true), press(false)]);
    }

    fn picture(&mut self) -> Picture {
        let app = &mut self.app;
        self.studio.picture(|ui| {
            app.listen(ui.ctx());
            app.show(ui);
        })
    }

    /// How many things have a name.
    fn told(&self) -> usize {
        self.nodes.values().filter(|node| node.label().is_some_and(|label| !label.is_empty())).count()
    }

    /// What is pressed and smaller than a numb finger: its name and its size.
    fn small(&self) -> Vec<String> {
        let pressed = [Role::Button, Role::Tab, Role::ListItem, Role::RadioButton, Role::Switch, Role::MenuItem];
        let can = |node: &&Node| pressed.contains(&node.role()) && node.supports_action(Act::Click);
        let nodes = self.nodes.values().filter(can);
        let small = nodes.filter_map(|node| {
            let bounds = node.bounds()?;
            let least =
                if node.role() == Role::RadioButton { bounds.height() } else { bounds.height().min(bounds.width()) };
            (least < 47.9).then(|| format!("{:?} {bounds:?}", node.label()))
        });
        small.collect()
    }
}

fn keep(folder: &std::ffi::OsStr, name: &str, picture: &Picture) {
    let (width, height) = (u32::try_from(picture.width).unwrap(), u32::try_from(picture.height).unwrap());
    let image = image::RgbImage::from_raw(width, height, picture.bytes()).unwrap();
    image.save(std::path::Path::new(folder).join(format!("{name}.png"))).unwrap();
}

/// Whether hardly more than a ground stands in it.
fn blank(picture: &Picture) -> bool {
    let mut seen = BTreeSet::new();
    !picture.pixels.iter().any(|pixel| {
        seen.insert(pixel.to_array());
        seen.len() > 20
    })
}

/// Draws every scene in these looks, and in all others where pictures are kept.
fn drawn(ways: &[Way]) {
    let folder = std::env::var_os("HEARTH_PICTURES");
    let only = std::env::var("HEARTH_PICTURES_OF").unwrap_or_default();
    let only: Vec<&str> = only.split(',').filter(|word| !word.is_empty()).collect();
    let mut small = Vec::new();
    for scene in scenes::all() {
        for way in ways {
            let name = format!("{}@{}", scene.name, way.name);
            if !only.iter().all(|word| format!("{name};").contains(word)) {
                continue;
            }
            let mut show = Show::open(&scene, *way);
            assert!(show.told() > 2, "nothing of {name} is told to a screen reader");
            assert_eq!(show.unrest(), 0, "{name} does not come to rest");
            small.extend(show.small().into_iter().map(|what| format!("{name}: {what}")));
            // Filling in every pixel is slow; the smallest window shows whether anything is drawn at all.
            if folder.is_some() || way.name == NARROWER.name {
                let picture = show.picture();
                assert!(!blank(&picture), "{name} is blank");
                if let Some(folder) = &folder {
                    keep(folder, &name, &picture);
                }
            }
        }
    }
    assert!(small.is_empty(), "too small to press:\n{}", small.join("\n"));
}

#[test]
fn every_page_is_drawn_in_every_state() {
    drawn(&[LIGHT]);
    if std::env::var_os("HEARTH_PICTURES").is_some() {
        drawn(&MORE);
    }
}

#[test]
fn every_page_is_drawn_in_arabic_at_night() {
    drawn(&[NIGHT]);
}

#[test]
fn every_page_is_drawn_large_in_a_narrow_window() {
    drawn(&[NARROWER]);
}

#[test]
fn every_page_is_drawn_in_the_largest_text() {
    drawn(&[LARGEST]);
}

/// Whole pages in the two looks that move most, against frozen pictures.
#[test]
fn key_pages_stay_as_they_were_judged() {
    let kept = ["room", "home", "welcome-3-filled", "set-look"];
    let size = [960.0, 700.0];
    let ways = [Way { name: "150", percent: 150, size, ..LIGHT }, Way { name: "ar", size, ..ARABIC }];
    for scene in scenes::all().iter().filter(|scene| kept.contains(&scene.name)) {
        for way in ways {
            let picture = Show::open(scene, way).picture();
            frozen::check("shell", &format!("{}-{}", scene.name, way.name), &picture);
        }
    }
}

/// Where there is no graphics card, pixels are what a frame costs; the window itself is cleared for next to nothing.
#[test]
fn a_room_fills_few_pixels_twice() {
    let room = scenes::all().into_iter().find(|scene| scene.name == "room").unwrap();
    let mut show = Show::open(&room, LIGHT);
    let picture = show.picture();
    let layers = show.studio.filled as f64 / picture.pixels.len() as f64;
    assert!(layers < 1.5, "each pixel is filled {layers:.2} times");
}
