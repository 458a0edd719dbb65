//! gnome-keyring on a session bus of a test's own, unlocked.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The keyring; it ends with its owner.
pub struct Ring(Child);

impl Ring {
    /// Starts it on the bus of this address; what it keeps lies in the folder, and is there again the next time.
    pub fn start(folder: &Path, address: &str) -> Self {
        let mut keyring = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets", "--control-directory"])
            .arg(folder.join("control"))
            .env("HOME", folder)
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_RUNTIME_DIR", folder)
            .env("DBUS_SESSION_BUS_ADDRESS", address)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring is installed (scripts/setup --test)");
        // It reads the password of its own keyring up to the end.
        keyring.stdin.take().expect("stdin is piped").write_all(b"desk").expect("it reads");
        Self(keyring)
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        // Ended already is what is wanted here.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
