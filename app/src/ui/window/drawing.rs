//! Whether a graphics processor draws here.
//!
//! OpenGL without one is the system's own painter behind a compiler of its own: it takes longer for each frame and 70 MB
//! more than ours, so it is asked for only where somebody says so.

use std::ffi::OsStr;
use std::path::Path;

/// Set by a person whose window stays black or slow: `opengl` or `software`.
const CHOICE: &str = "HEARTH_DRAWING";
/// How Mesa is told to draw without a processor.
const MESA: &str = "LIBGL_ALWAYS_SOFTWARE";

pub(super) fn accelerated() -> bool {
    let set = |name| std::env::var(name).ok();
    decide(set(CHOICE).as_deref(), set(MESA).as_deref(), || has_processor(Path::new("/dev")))
}

fn decide(choice: Option<&str>, mesa: Option<&str>, has_processor: impl FnOnce() -> bool) -> bool {
    match choice {
        Some("opengl") => true,
        Some("software") => false,
        _ => !matches!(mesa, Some("1" | "true" | "y" | "yes")) && has_processor(),
    }
}

/// Whether the system has a place where pictures are made, by the names Linux gives these.
fn has_processor(devices: &Path) -> bool {
    let nodes = std::fs::read_dir(devices.join("dri")).into_iter().flatten().flatten();
    let makes_pictures = |name: &OsStr| name.as_encoded_bytes().starts_with(b"renderD");
    nodes.into_iter().any(|node| makes_pictures(&node.file_name())) || devices.join("nvidia0").exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_decides_before_the_machine_does() {
        assert!(decide(Some("opengl"), Some("1"), || false));
        assert!(!decide(Some("software"), None, || true));
        assert!(decide(Some("nonsense"), None, || true), "what is not understood changes nothing");
        assert!(!decide(None, Some("true"), || true));
        assert!(decide(None, Some("0"), || true));
        assert!(!decide(None, None, || false));
    }

    #[test]
    fn a_processor_is_known_by_its_node() {
        let devices = tempfile::tempdir().unwrap();
        assert!(!has_processor(devices.path()), "nothing there");
        std::fs::create_dir(devices.path().join("dri")).unwrap();
        std::fs::write(devices.path().join("dri/card0"), "").unwrap();
        assert!(!has_processor(devices.path()), "a screen alone makes no pictures");
        std::fs::write(devices.path().join("dri/renderD128"), "").unwrap();
        assert!(has_processor(devices.path()));
    }
}
