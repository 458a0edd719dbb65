//! Whether OpenGL draws here.
//!
//! Without a graphics processor OpenGL is the system's own painter behind a compiler of its own: it takes longer for each
//! frame and 90 MB more than ours. Under Wayland a window that OpenGL draws cannot be hidden and called back, which people
//! are offered. In both cases it is asked for only where somebody says so.

use std::ffi::OsStr;
use std::path::Path;

/// Set by a person whose window stays black or slow: `opengl` or `software`.
const CHOICE: &str = "HEARTH_DRAWING";
/// How Mesa is told to draw without a processor.
const MESA: &str = "LIBGL_ALWAYS_SOFTWARE";
/// How a program is told that it runs under Wayland.
const WAYLAND: [&str; 2] = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"];

pub(super) fn by_opengl() -> bool {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    decide(set, || has_processor(Path::new("/dev")))
}

fn decide(set: impl Fn(&'static str) -> Option<String>, has_processor: impl FnOnce() -> bool) -> bool {
    match set(CHOICE).as_deref() {
        Some("opengl") => true,
        Some("software") => false,
        _ => {
            let told_not_to = matches!(set(MESA).as_deref(), Some("1" | "true" | "y" | "yes"));
            let wayland = WAYLAND.into_iter().any(|name| set(name).is_some());
            !told_not_to && !wayland && has_processor()
        }
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
        let decide = |set: &[(&str, &str)], processor: bool| {
            let held = |name| set.iter().find(|(of, _)| *of == name).map(|(_, value)| (*value).to_owned());
            decide(held, || processor)
        };
        assert!(decide(&[], true));
        assert!(!decide(&[], false));
        assert!(decide(&[(CHOICE, "opengl"), (MESA, "1")], false));
        assert!(!decide(&[(CHOICE, "software")], true));
        assert!(decide(&[(CHOICE, "nonsense")], true), "what is not understood changes nothing");
        assert!(!decide(&[(MESA, "true")], true));
        assert!(decide(&[(MESA, "0")], true));
        assert!(!decide(&[("WAYLAND_DISPLAY", "wayland-0")], true), "a window must be able to hide");
        assert!(decide(&[("WAYLAND_DISPLAY", "wayland-0"), (CHOICE, "opengl")], true));
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
