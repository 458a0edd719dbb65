//! Shows the window over a staged engine, for pictures: `cargo run -p app --features stage --example tour -- SCENE`.
//!
//! Scenes: `welcome`, `locked`, `home`, `room`.

use app::engine::command::{Command, View};
use app::engine::event::Reply;
use app::engine::snapshot::{ProfileState, Snapshot};
use app::ui::stage::{self, Stage};

fn main() -> Result<(), app::ui::WindowError> {
    let scene = std::env::args().nth(1).unwrap_or_default();
    let snapshot = match scene.as_str() {
        "welcome" => stage::empty(),
        "locked" => stage::profile(ProfileState::Locked),
        "home" => stage::profile(ProfileState::Open),
        _ => stage::circle(),
    };
    let stage = Stage::new(snapshot);
    stage.script(|command, snapshot: &mut Snapshot| {
        if let Command::View(View::Open(room)) = command {
            snapshot.open = room.and(stage::conversation().open);
        }
        Ok(Reply::Done {})
    });
    app::ui::show(Box::new(stage))
}
