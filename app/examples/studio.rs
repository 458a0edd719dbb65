//! Pictures of pages without a screen: `cargo run -p app --features stage --example studio -- FOLDER`.
//!
//! One file for each page, size, theme and text size, to be looked at.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::engine::command::{Command, View};
use app::engine::event::Reply;
use app::engine::snapshot::{Contrast, Display, ProfileState, Snapshot, Theme};
use app::ui::shell::{App, Route};
use app::ui::stage::{self, NOW_MS, Stage};
use app::ui::studio::{Picture, Studio};

/// One way of looking at all pages.
struct Way {
    name: &'static str,
    size: (f32, f32),
    display: Display,
}

fn ways() -> Vec<Way> {
    let language = Some("en".to_owned());
    let light = Display { language, theme: Theme::Light, ..Display::default() };
    let dark = Display { theme: Theme::Dark, ..light.clone() };
    let arabic = Display { language: Some("ar".to_owned()), ..light.clone() };
    let strong = Display { contrast: Contrast::High, ..light.clone() };
    let at = |text_percent| Display { text_percent, ..light.clone() };
    let (wide, way) = ((1280.0, 800.0), |name, size, display| Way { name, size, display });
    vec![
        way("wide", wide, light.clone()),
        way("dark", wide, dark.clone()),
        way("strong", wide, strong),
        way("strongdark", wide, Display { contrast: Contrast::High, ..dark }),
        way("arabic", wide, arabic),
        way("narrow", (480.0, 640.0), light.clone()),
        way("150", wide, at(150)),
        way("200", wide, at(200)),
        way("4k", (3840.0, 2160.0), at(200)),
    ]
}

fn pages() -> Vec<(&'static str, Snapshot, Option<Route>)> {
    let room = stage::room_id(1);
    vec![
        ("welcome", stage::empty(), None),
        ("locked", stage::profile(ProfileState::Locked), None),
        ("home", stage::profile(ProfileState::Open), None),
        ("rooms", stage::circle(), Some(Route::Rooms)),
        ("room", stage::circle(), Some(Route::Room(room))),
        ("about", stage::circle(), Some(Route::About(room))),
        ("newroom", stage::circle(), Some(Route::NewRoom)),
        ("join", stage::circle(), Some(Route::Join)),
        ("people", stage::circle(), Some(Route::People)),
        ("settings", stage::circle(), Some(Route::Settings)),
    ]
}

fn take(way: &Way, mut snapshot: Snapshot, route: Option<Route>) -> Picture {
    snapshot.display = Arc::new(way.display.clone());
    let stage = Stage::new(snapshot);
    stage.script(|command, snapshot: &mut Snapshot| {
        if let Command::View(View::Open(room)) = command {
            snapshot.open = room.and(stage::conversation().open);
        }
        Ok(Reply::Done {})
    });
    let mut app = App::with_clock(Box::new(stage), Box::new(|| NOW_MS), jiff::tz::TimeZone::UTC);
    let zoom = f32::from(way.display.text_percent) / 100.0;
    let mut studio = Studio::new(way.size.0, way.size.1, zoom);
    studio.window(&mut app);
    if let Some(route) = route {
        app.go(route);
    }
    studio.window(&mut app)
}

fn save(path: &Path, picture: &Picture) -> Result<(), Box<dyn std::error::Error>> {
    let file = BufWriter::new(File::create(path)?);
    let mut encoder = png::Encoder::new(file, u32::try_from(picture.width)?, u32::try_from(picture.height)?);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&picture.bytes())?;
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "pictures".into()));
    let only = std::env::args().nth(2).unwrap_or_default();
    std::fs::create_dir_all(&folder)?;
    for way in ways() {
        for (page, snapshot, route) in pages() {
            let name = format!("{page}-{}.png", way.name);
            if name.contains(&only) {
                save(&folder.join(name), &take(&way, snapshot, route))?;
            }
        }
    }
    Ok(())
}
