//! Words read out come back as the invite they were; a slip shows in its line, in every list.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::id::RoomId;
use crate::identity::PersonaPublic;
use crate::invite::{Hint, InviteKind, InviteSecret, Transport};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::net::IpAddr;

fn invite(room: Option<[u8; 16]>, key: [u8; 32], secret: [u8; 16], hints: Vec<Hint>) -> Invite {
    let kind = room.map_or(InviteKind::Contact, |id| InviteKind::Room(RoomId(id)));
    Invite { kind, key: PersonaPublic(key), secret: InviteSecret::new(secret), expiry_hours: 472_222, hints }
}

fn address(ip: IpAddr) -> Hint {
    Hint::Address { ip, port: 4433, transport: Transport::Quic }
}

fn plain() -> Invite {
    invite(None, [0x11; 32], [0x22; 16], vec![address(IpAddr::from([192, 0, 2, 7]))])
}

fn any_invite() -> impl Strategy<Value = Invite> {
    let name = "[a-z.]{1,26}";
    let hints = prop_oneof![
        prop::collection::vec(any::<IpAddr>().prop_map(address), 0..3),
        name.prop_map(|name| vec![Hint::Node { name, port: 443, transport: Transport::Tcp, node: [4; 16] }]),
    ];
    (any::<Option<[u8; 16]>>(), any::<[u8; 32]>(), any::<[u8; 16]>(), hints)
        .prop_map(|(room, key, secret, hints)| invite(room, key, secret, hints))
}

fn any_list() -> impl Strategy<Value = WordList> {
    prop::sample::select(WordList::ALL.to_vec())
}

/// The lines as lists of words.
fn split(invite: &Invite, list: WordList) -> Vec<Vec<String>> {
    let lines = invite.words(list).unwrap();
    lines.iter().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

fn joined(lines: &[Vec<String>]) -> String {
    lines.iter().map(|line| line.join(" ")).collect::<Vec<_>>().join("\n")
}

/// The property that everything here stands on.
#[test]
fn in_every_list_the_first_letters_tell_a_word() {
    for list in WordList::ALL {
        let words: BTreeSet<Told> = list.words().iter().map(|word| told(word)).collect();
        assert_eq!(words.len(), usize::from(WORDS), "{list:?}");
        for number in 0..WORDS {
            assert_eq!(list.number(told(&list.word(number))), Some(number), "{list:?}");
        }
    }
}

/// x¹¹ + x² + 1 is primitive: the weights of all places differ.
#[test]
fn weights_do_not_repeat() {
    let mut element = 1;
    let seen: BTreeSet<u16> = (0..WORDS - 1)
        .map(|_| {
            element = times_alpha(element);
            element
        })
        .collect();
    assert_eq!((seen.len(), element), (2047, 1));
}

/// From the shortest payload to the longest.
#[test]
fn every_length_survives() {
    let mut lengths = BTreeSet::new();
    for room in [None, Some([0x33; 16])] {
        let named = (1..=26).map(|length| {
            let name = "n".repeat(length);
            vec![Hint::Node { name, port: 443, transport: Transport::Tcp, node: [0x44; 16] }]
        });
        for hints in named.chain([vec![], vec![address(IpAddr::from([10, 0, 0, 1])); 6]]) {
            let invite = invite(room, [0x11; 32], [0x22; 16], hints);
            lengths.insert(invite.payload().unwrap().len());
            for list in WordList::ALL {
                let lines = invite.words(list).unwrap();
                assert!(lines.len() <= MAX_LINES && lines.iter().all(|line| line.split(' ').count() <= LINE_WORDS));
                assert_eq!(Invite::decode(&lines.join("\n")), Ok(invite.clone()), "{list:?}");
            }
        }
    }
    assert!(lengths.contains(&58) && lengths.contains(&MAX_PAYLOAD_BYTES) && lengths.len() > 40, "{lengths:?}");
}

#[test]
fn they_are_read_however_they_are_written() {
    let invite = plain();
    let lines = invite.words(WordList::Spanish).unwrap();
    let numbered: Vec<String> = lines.iter().enumerate().map(|(at, line)| format!("{}. {line}", at + 1)).collect();
    let arabic: Vec<String> = lines.iter().map(|line| format!("١) {line}")).collect();
    let short: Vec<String> = lines.iter().map(|line| line.split(' ').map(first_letters).collect::<String>()).collect();
    let wrapped = numbered.join("\n").replacen(' ', "\n", 9);
    for text in [
        lines.join("\n"),
        lines.join("\r\n\r\n"),
        lines.join(" "),
        lines.join(", ").to_uppercase(),
        numbered.join("\n"),
        numbered.join(" "),
        wrapped,
        arabic.join("  "),
        short.join("\n"),
        short.join(" "),
    ] {
        assert_eq!(Invite::decode(&text), Ok(invite.clone()), "{text}");
    }
    let japanese = invite.words(WordList::Japanese).unwrap().join("\n");
    let katakana: String = japanese.chars().map(katakana).collect();
    for text in [japanese.replace(' ', "\u{3000}"), katakana] {
        assert_eq!(Invite::decode(&text), Ok(invite.clone()), "{text}");
    }
    let chinese = invite.words(WordList::Chinese).unwrap().join("\n");
    assert_eq!(Invite::decode(&chinese.replace(' ', "")), Ok(invite));
}

fn katakana(c: char) -> char {
    if ('\u{3041}'..='\u{3096}').contains(&c) { char::from_u32(u32::from(c) + 0x60).unwrap() } else { c }
}

/// Four letters without accents, and a gap.
fn first_letters(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).take(4).chain([' ']).collect()
}

#[test]
fn lines_are_judged_while_they_are_typed() {
    let lines = plain().words(WordList::English).unwrap();
    let fault = |text: &str| read(text).first_fault().map(|(at, verdict)| (at, verdict.clone()));
    assert_eq!(fault(&lines[0]), None);
    assert!(read(&lines[0]).invite.is_none() && !read(&lines[0]).damaged());
    assert_eq!(read(&lines[0]).lines[0].1, Verdict::Fits);
    let begun: Vec<&str> = lines[1].split(' ').take(3).collect();
    assert_eq!(fault(&format!("{}\n{}", lines[0], begun.join(" "))), Some((2, Verdict::Short)));
    assert_eq!(fault(&format!("{}\n{}", lines[0], lines[2])), Some((2, Verdict::Other(3))));
    assert_eq!(
        fault(&format!("{}\n{} xylophone", lines[0], lines[1])),
        Some((2, Verdict::Unknown("xylophone".into())))
    );
    assert_eq!(fault(&format!("{}\n{} abandon", lines[0], lines[1])), Some((2, Verdict::Long)));
    let more = format!("{}\n{}", lines.join("\n"), lines[0]);
    assert_eq!(fault(&more), Some((lines.len(), Verdict::Short)), "an end is none where more follows");
    assert_eq!(read("").lines.len(), 0);
    assert!(!read("Good morning, how are you today my friend").is_words());
    assert!(read(&lines[0]).is_words());
}

/// Two wrong words may weigh what the right ones did; the payload's own checksum is behind them.
#[test]
fn what_passes_the_lines_is_still_found() {
    let mut lines = split(&plain(), WordList::English);
    let list = WordList::English;
    let number = |word: &str| list.number(told(word)).unwrap();
    // The second word, weighing α, changes by d; the checking one, the last, makes up for it by α·d.
    let (second, check) = (number(&lines[0][1]) ^ 1, number(&lines[0][5]) ^ times_alpha(times_alpha(1)));
    lines[0][1] = list.word(second);
    lines[0][5] = list.word(check);
    let reading = read(&joined(&lines));
    assert_eq!(reading.first_fault(), None, "the line holds");
    assert!(reading.damaged());
    assert_eq!(Invite::decode(&joined(&lines)), Err(Damaged));
}

/// Words are on paper and in other people's heads.
#[test]
fn words_are_frozen() {
    let lines = |list| plain().words(list).unwrap().join("\n");
    assert_eq!(
        lines(WordList::English),
        "absurd above dust captain baby cash\n\
         mass dust captain baby mass cabbage\n\
         dust captain baby mass dust mix\n\
         captain baby mass dust captain excite\n\
         baby mass dust captain bachelor come\n\
         baby mass dust captain baby clown\n\
         mass dust captain baby mass between\n\
         dust cactus adjust sponsor scan concert\n\
         scale abandon limb cargo brisk develop\n\
         lecture short parade venture"
    );
    assert_eq!(
        lines(WordList::French),
        "abrasif abolir dessiner boutique arlequin brigade\n\
         jugement dessiner boutique arlequin jugement bobard\n\
         dessiner boutique arlequin jugement dessiner licorne\n\
         boutique arlequin jugement dessiner boutique effigie\n\
         arlequin jugement dessiner boutique armature chance\n\
         arlequin jugement dessiner boutique arlequin ceinture\n\
         jugement dessiner boutique arlequin jugement automne\n\
         dessiner boiser achat rouge pratique chausson\n\
         prairie abaisser ingérer brave besogne cuisine\n\
         immuable ralentir mouvant tympan"
    );
    assert_eq!(
        lines(WordList::Japanese),
        "あこがれる あかちゃん けっこん おこなう いろえんぴつ おしゃれ\n\
         たおる けっこん おこなう いろえんぴつ たおる おうべい\n\
         けっこん おこなう いろえんぴつ たおる けっこん たりきほんがん\n\
         おこなう いろえんぴつ たおる けっこん おこなう こくとう\n\
         いろえんぴつ たおる けっこん おこなう いわい かんけい\n\
         いろえんぴつ たおる けっこん おこなう いろえんぴつ かのう\n\
         たおる けっこん おこなう いろえんぴつ たおる うちき\n\
         けっこん おおい あぶら ふうふ はいしん かんち\n\
         はいご あいこくしん そめる おさめる えほうまき ぐたいてき\n\
         そせん はんおん でっぱ ゆにゅう"
    );
}

proptest! {
    #[test]
    fn every_invite_survives_every_list(invite in any_invite(), list in any_list()) {
        let lines = invite.words(list).unwrap();
        let reading = read(&lines.join("\n"));
        prop_assert_eq!(reading.invite.as_ref(), Some(&invite));
        let canonical: Vec<&str> = reading.lines.iter().map(|(words, _)| words.expose()).collect();
        prop_assert_eq!(canonical, lines);
    }

    #[test]
    fn a_wrong_word_shows_in_its_line(invite in any_invite(), list in any_list(), at in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(), to in 0..WORDS,
    ) {
        let mut lines = split(&invite, list);
        let at = at.index(lines.len());
        let place = place.index(lines[at].len());
        prop_assume!(lines[at][place] != list.word(to));
        lines[at][place] = list.word(to);
        let reading = read(&joined(&lines));
        prop_assert!(reading.invite.is_none());
        // Once in two thousand the last line looks like one that others follow; what is missing then is still asked for.
        let open = at + 1 == lines.len() && reading.lines[at].1 == Verdict::Fits;
        prop_assert!(open || reading.first_fault().map(|(line, _)| line) == Some(at + 1));
    }

    #[test]
    fn two_swapped_words_show_in_their_line(invite in any_invite(), list in any_list(),
        at in any::<prop::sample::Index>(), (one, two) in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
    ) {
        let mut lines = split(&invite, list);
        let at = at.index(lines.len());
        let (one, two) = (one.index(lines[at].len()), two.index(lines[at].len()));
        prop_assume!(lines[at][one] != lines[at][two]);
        lines[at].swap(one, two);
        let reading = read(&joined(&lines));
        prop_assert!(reading.invite.is_none());
        let open = at + 1 == lines.len() && reading.lines[at].1 == Verdict::Fits;
        prop_assert!(open || reading.first_fault().map(|(line, _)| line) == Some(at + 1));
    }

    #[test]
    fn a_missing_word_shows_in_its_line(invite in any_invite(), list in any_list(), at in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
    ) {
        let mut lines = split(&invite, list);
        let at = at.index(lines.len() - 1);
        let place = place.index(lines[at].len());
        lines[at].remove(place);
        let reading = read(&joined(&lines));
        prop_assert!(reading.invite.is_none());
        prop_assert_eq!(reading.first_fault().map(|(line, _)| line), Some(at + 1));
    }

    #[test]
    fn swapped_and_missing_lines_are_named(invite in any_invite(), list in any_list(),
        one in any::<prop::sample::Index>(),
    ) {
        let whole = split(&invite, list);
        let one = one.index(whole.len() - 2);
        let mut lines = whole.clone();
        lines.swap(one, one + 1);
        let reading = read(&joined(&lines));
        prop_assert!(reading.invite.is_none());
        prop_assert_eq!(reading.first_fault(), Some((one + 1, &Verdict::Other(one + 2))));
        let mut lines = whole;
        lines.remove(one);
        let reading = read(&joined(&lines));
        prop_assert!(reading.invite.is_none());
        prop_assert_eq!(reading.first_fault(), Some((one + 1, &Verdict::Other(one + 2))));
        lines.pop();
        prop_assert!(read(&joined(&lines)).invite.is_none());
    }

    #[test]
    fn hostile_text_never_panics(text in "\\PC{0,400}", words in "([a-z]{3,5}[ \n]){0,200}") {
        prop_assert!(read(&text).invite.is_none());
        prop_assert!(read(&words).invite.is_none());
    }
}
