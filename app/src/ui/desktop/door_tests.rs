//! A second start is heard, a stranger's bytes are not, and nothing stays behind.

use std::io::{Read as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use proptest::prelude::*;

use super::*;

fn house() -> (tempfile::TempDir, Door, Receiver<Wish>) {
    let data = tempfile::tempdir().unwrap();
    let (wishes, queue) = Wishes::new(Arc::new(|| ()));
    let door = Door::open(data.path(), wishes).unwrap();
    (data, door, queue)
}

fn say(data: &Path, bytes: &[u8]) -> Vec<u8> {
    let mut stream = UnixStream::connect(place(data).unwrap()).unwrap();
    stream.set_read_timeout(Some(PATIENCE * 4)).unwrap();
    // The door may have heard enough before all was said.
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    answer
}

#[test]
fn a_second_start_is_heard_once_it_was_answered() {
    let (data, _door, wishes) = house();
    knock(data.path(), &Call::Show).unwrap();
    assert_eq!(wishes.try_recv(), Ok(Wish::Show));
    knock(data.path(), &Call::Link("hearth:abc234".into())).unwrap();
    assert_eq!(wishes.try_recv(), Ok(Wish::Link("hearth:abc234".into())));
}

#[test]
fn nobody_answers_where_no_window_is_open_and_nothing_stays_behind() {
    let (data, door, _wishes) = house();
    let socket = place(data.path()).unwrap();
    assert!(socket.exists());
    drop(door);
    assert!(!socket.exists());
    assert!(knock(data.path(), &Call::Show).is_err());
    assert!(knock(&data.path().join("none"), &Call::Show).is_err());
}

#[test]
fn a_socket_left_by_a_crash_is_taken_over() {
    let data = tempfile::tempdir().unwrap();
    let socket = place(data.path()).unwrap();
    drop(std::os::unix::net::UnixListener::bind(&socket).unwrap());
    assert!(socket.exists());
    let (wishes, queue) = Wishes::new(Arc::new(|| ()));
    let _door = Door::open(data.path(), wishes).unwrap();
    knock(data.path(), &Call::Show).unwrap();
    assert_eq!(queue.try_recv(), Ok(Wish::Show));
}

#[test]
fn only_the_owner_may_reach_the_socket() {
    let (data, _door, _wishes) = house();
    let mode = fs::metadata(place(data.path()).unwrap()).unwrap().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn hostile_bytes_are_refused_and_the_door_stays_open() {
    let (data, _door, wishes) = house();
    let long = vec![b'a'; 1 << 20];
    for bytes in [
        b"".as_slice(),
        b"\n",
        b"show",
        b"quit\n",
        b"link \n",
        b"link https://example.org\n",
        b"link hearth:../../etc\n",
        b"link hearth:a\0b\n",
        b"\xff\xfe\n",
        &long,
    ] {
        assert_ne!(say(data.path(), bytes), b"ok\n", "{:?}", bytes.get(..20));
        assert!(wishes.try_recv().is_err());
    }
    knock(data.path(), &Call::Show).unwrap();
}

#[test]
fn links_are_read_as_desktops_hand_them_over() {
    let read = |text| link(text);
    assert_eq!(read("hearth:abc").as_deref(), Some("hearth:abc"));
    assert_eq!(read(" HEARTH://ABC/ ").as_deref(), Some("hearth:ABC"));
    for text in ["", "hearth:", "hearth", "heárth:abc", "hearth:a b", "hearth:a%20b", "mailto:abc", "héarth:é"] {
        assert_eq!(read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_read_is_said_the_same_again(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Some(call) = Call::read(&bytes) {
            let line = call.line();
            prop_assert_eq!(Call::read(line.trim_end().as_bytes()), Some(call));
        }
    }

    #[test]
    fn no_link_carries_anything_but_letters_and_digits(text in "(?i)hearth:.{0,60}") {
        if let Some(link) = link(&text) {
            prop_assert!(link.strip_prefix("hearth:").is_some_and(|rest| rest.chars().all(|c| c.is_ascii_alphanumeric())));
        }
    }
}
