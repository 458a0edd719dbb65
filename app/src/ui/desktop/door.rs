//! One window per profile: the first start listens at a socket that only its owner may use, and a second one knocks
//! there, hands over a link, and ends.
//!
//! Whoever knocks may say one short line and is told whether it was taken. Nothing is answered about the profile, and
//! no line does anything by itself: it raises the window, or offers a link to the person in front of it.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::watch;

use super::{Wish, Wishes};

/// A line longer than this is no call of ours.
const LINE_BYTES: usize = 1024;
/// How long either side waits for the other.
const PATIENCE: Duration = Duration::from_secs(2);
/// What links begin with.
const SCHEME: &str = "hearth:";

/// What a second start says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// Come to the front.
    Show,
    /// Offer this link.
    Link(String),
}

impl Call {
    /// The line, with its end.
    #[must_use]
    pub fn line(&self) -> String {
        match self {
            Self::Show => "show\n".into(),
            Self::Link(link) => format!("link {link}\n"),
        }
    }

    /// Reads a line without its end; anything else than a call of ours is nothing.
    #[must_use]
    pub fn read(line: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(line).ok()?;
        match line.strip_prefix("link ") {
            None => (line == "show").then_some(Self::Show),
            Some(text) => link(text).map(Self::Link),
        }
    }
}

/// A link as a desktop or a browser hands it over, if it can be one of ours at all. Whether it leads anywhere is for
/// the page that joins to say.
#[must_use]
pub fn link(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_at_checked(SCHEME.len())?;
    let rest = rest.trim_start_matches("//").trim_end_matches('/');
    let plain =
        !rest.is_empty() && rest.len() < LINE_BYTES / 2 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (scheme.eq_ignore_ascii_case(SCHEME) && plain).then(|| format!("{SCHEME}{rest}"))
}

/// Where the profile's door is: in the session's own folder, or in the profile's where there is none.
fn place(data: &Path) -> io::Result<PathBuf> {
    let folder = fs::metadata(data)?;
    let name = format!("hearth-{:x}-{:x}.sock", folder.dev(), folder.ino());
    let session = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_absolute());
    // A folder that others may look into is no place for a door.
    let private = session.filter(|path| {
        fs::metadata(path).is_ok_and(|of| of.is_dir() && of.uid() == folder.uid() && of.mode() & 0o077 == 0)
    });
    Ok(private.unwrap_or_else(|| data.to_owned()).join(name))
}

/// Knocks at the door of whoever has the profile's window open.
///
/// # Errors
/// Where nobody answers.
pub fn knock(data: &Path, call: &Call) -> io::Result<()> {
    let mut stream = UnixStream::connect(place(data)?)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(call.line().as_bytes())?;
    let mut answer = [0; 3];
    stream.read_exact(&mut answer)?;
    if answer == *b"ok\n" { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// The door, open until it is dropped.
pub struct Door {
    place: PathBuf,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Door {
    /// Opens it; only who holds the profile may.
    ///
    /// # Errors
    /// Where no socket can be made: a second start then says that the profile is in use.
    pub fn open(data: &Path, wishes: Wishes) -> io::Result<Self> {
        let place = place(data)?;
        match fs::symlink_metadata(&place) {
            // The profile is held by us, so whoever made this one is gone.
            Ok(left) if left.file_type().is_socket() => fs::remove_file(&place)?,
            Ok(_) => return Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => {}
        }
        let listener = std::os::unix::net::UnixListener::bind(&place)?;
        fs::set_permissions(&place, fs::Permissions::from_mode(0o600))?;
        listener.set_nonblocking(true)?;
        let owner = fs::metadata(&place)?.uid();
        let (stop, stopped) = watch::channel(false);
        let run = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
            match runtime {
                Ok(runtime) => runtime.block_on(attend(listener, owner, wishes, stopped)),
                Err(error) => tracing::warn!(%error, "A second start cannot find this window"),
            }
        };
        let thread = std::thread::Builder::new().name("door".into()).spawn(run)?;
        Ok(Self { place, stop, thread: Some(thread) })
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::warn!("The door's thread ended by a fault");
        }
        // Gone already is what is wanted here.
        let _ = fs::remove_file(&self.place);
    }
}

async fn attend(
    listener: std::os::unix::net::UnixListener,
    owner: u32,
    wishes: Wishes,
    mut stopped: watch::Receiver<bool>,
) {
    let Ok(listener) = tokio::net::UnixListener::from_std(listener) else { return };
    loop {
        let visitor = tokio::select! {
            _ = stopped.wait_for(|stopped| *stopped) => return,
            visitor = listener.accept() => visitor,
        };
        let Ok((stream, _)) = visitor else {
            // Out of handles, most likely: whoever knocks will knock again.
            tokio::time::sleep(PATIENCE).await;
            continue;
        };
        if stream.peer_cred().is_ok_and(|peer| peer.uid() == owner) {
            let heard = tokio::select! {
                _ = stopped.wait_for(|stopped| *stopped) => return,
                heard = tokio::time::timeout(PATIENCE, hear(stream, &wishes)) => heard,
            };
            if !matches!(heard, Ok(Ok(()))) {
                tracing::debug!("Somebody knocked and said nothing of ours");
            }
        }
    }
}

async fn hear(mut stream: tokio::net::UnixStream, wishes: &Wishes) -> io::Result<()> {
    let mut line = Vec::new();
    let mut byte = [0];
    while stream.read_exact(&mut byte).await.is_ok() && byte != *b"\n" {
        line.extend_from_slice(&byte);
        if line.len() > LINE_BYTES {
            break;
        }
    }
    let taken = byte == *b"\n"
        && match Call::read(&line) {
            Some(Call::Show) => wishes.wish(Wish::Show),
            Some(Call::Link(link)) => wishes.wish(Wish::Link(link)),
            None => false,
        };
    stream.write_all(if taken { b"ok\n" } else { b"no\n" }).await
}

#[cfg(test)]
#[path = "door_tests.rs"]
mod tests;
