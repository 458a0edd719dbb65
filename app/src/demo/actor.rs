//! One of the two: a process of this same program with a window, spoken to over its standard input and output.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use data_encoding::BASE32_NOPAD;
use rand::Rng as _;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::folder::Folder;
use super::{Error, News};

/// How long a window may take to close before it is ended.
const GOODBYE: Duration = Duration::from_secs(5);

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Patient,
    Doctor,
}

impl Side {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Patient => "Marta Oliveira",
            Self::Doctor => "Anneke Visser",
        }
    }

    pub const fn role(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Doctor => "doctor",
        }
    }

    const fn half(self) -> &'static str {
        match self {
            Self::Patient => "left",
            Self::Doctor => "right",
        }
    }
}

/// A running window and its engine.
pub(super) struct Actor {
    child: Child,
    stdin: Option<ChildStdin>,
    passphrase: Zeroizing<String>,
    next_id: u64,
}

impl Actor {
    /// Starts the process; its lines come as news.
    pub fn start(side: Side, folder: &Folder, tell: SyncSender<News>) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg("--data")
            .arg(folder.path().join(side.role()))
            .args(["window", "--piped", "--demo", side.half()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Ctrl+C is for the demonstration, which closes both windows in order.
            .process_group(0)
            .spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let read = move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let Ok(value) = serde_json::from_str(&line) else { continue };
                if tell.send(News::Line(side, value)).is_err() {
                    return;
                }
            }
            // Nobody listens any more where the demonstration is over.
            let _ = tell.send(News::Over(side));
        };
        // Not joined: it ends with the process it reads from.
        std::thread::Builder::new().name(side.role().into()).spawn(read)?;
        let mut secret = Zeroizing::new([0; 20]);
        rand::rng().fill_bytes(secret.as_mut());
        let passphrase = Zeroizing::new(BASE32_NOPAD.encode(secret.as_ref()));
        Ok(Self { stdin: child.stdin.take(), child, passphrase, next_id: 1 })
    }

    /// Asks for something; the answer's id is returned.
    pub fn ask(&mut self, method: &str, params: &Value) -> Result<u64, Error> {
        let id = self.next_id;
        self.next_id += 1;
        let call = json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params});
        let line = Zeroizing::new(format!("{call}\n"));
        let stdin = self.stdin.as_mut().ok_or(Error::Broken)?;
        stdin.write_all(line.as_bytes()).map_err(|_| Error::Broken)?;
        Ok(id)
    }

    /// Makes the profile, under the passphrase that nobody knows.
    pub fn create(&mut self, side: Side) -> Result<u64, Error> {
        let passphrase = self.passphrase.as_str();
        let params = json!({"name": side.name(), "role": side.role(), "passphrase": passphrase});
        self.ask("profile.create", &params)
    }

    /// Opens it again.
    pub fn unlock(&mut self) -> Result<u64, Error> {
        let params = json!({"passphrase": self.passphrase.as_str()});
        self.ask("profile.unlock", &params)
    }

    /// How the process ended, once it has.
    pub fn ended(&mut self) -> Option<i32> {
        self.stdin = None;
        self.child.wait().ok().and_then(|status| status.code())
    }

    /// Closes the window, and ends the process where it does not close.
    pub fn end(&mut self) {
        self.stdin = None;
        let until = Instant::now() + GOODBYE;
        while Instant::now() < until {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        // Ended already is what is wanted here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Actor {
    fn drop(&mut self) {
        self.end();
    }
}
