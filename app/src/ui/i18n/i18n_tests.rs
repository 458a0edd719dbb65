//! Every key has a sentence, every sentence a use, every fault a way on.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::*;
use crate::engine::fault::Code;

const CODES: [Code; 34] = [
    Code::ParseError,
    Code::MethodNotFound,
    Code::InvalidParams,
    Code::Locked,
    Code::NoProfile,
    Code::ProfileExists,
    Code::InUse,
    Code::WrongPassphrase,
    Code::WrongCode,
    Code::TooManyAttempts,
    Code::WeakPassphrase,
    Code::InvalidName,
    Code::UnknownContact,
    Code::UnknownRoom,
    Code::UnknownMessage,
    Code::NotAMember,
    Code::NotAllowed,
    Code::TextTooLong,
    Code::InviteDamaged,
    Code::InviteExpired,
    Code::InviteUsed,
    Code::InviteForged,
    Code::Unreachable,
    Code::NoNode,
    Code::InvalidCharter,
    Code::RoomFull,
    Code::UnreadableFile,
    Code::NoCode,
    Code::NoKeyring,
    Code::UnwritableFile,
    Code::NoModel,
    Code::StoreFailed,
    Code::Busy,
    Code::Internal,
];

fn keys() -> BTreeSet<String> {
    let files = files::files(Language::English).iter();
    let lines =
        files.flat_map(|file| file.text.lines()).filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            sources(&path, into);
        } else if name.ends_with(".rs") && !name.ends_with("_tests.rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Everything between quotes in the window's source that looks like a key.
fn quoted() -> BTreeSet<String> {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"), &mut source);
    let parts = source.split('"').map(str::to_owned);
    parts
        .filter(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        .collect()
}

#[test]
fn every_code_has_a_sentence_that_says_what_to_do() {
    let words = Words::default();
    for code in CODES {
        let said = words.fault(&code.into());
        assert!(words.has(&fault_key(code)), "{code:?}");
        assert!(said.len() > 30 && said.ends_with('.'), "{code:?}: {said}");
        assert!(!said.contains(code.as_str()) || code == Code::Busy || code == Code::Locked, "{code:?} shows its code");
    }
}

#[test]
fn the_list_of_codes_is_whole() {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine/fault.rs")).unwrap();
    let named = source.matches("Self::").count() - source.matches("Self::}").count();
    let arms = source.lines().filter(|l| l.trim().starts_with("Self::") && l.contains("=> \"")).count();
    assert!(named >= arms && arms == CODES.len(), "{arms} codes in fault.rs, {} here", CODES.len());
}

#[test]
fn every_key_in_use_has_a_sentence() {
    let (known, quoted) = (keys(), quoted());
    let families = [
        "welcome-",
        "unlock-",
        "room-",
        "rooms-",
        "charter-",
        "kind-",
        "state-",
        "join-",
        "invite-",
        "link-",
        "settings-",
        "safety-",
        "person-",
        "people-",
        "member-",
        "rank-",
        "knock-",
        "compose-",
        "message-",
        "notice-",
        "toast-",
        "theme-",
        "size-",
        "entry-",
        "about-",
        "home-",
        "role-",
        "closing-",
        "typing-",
        "passphrase-",
    ];
    let ids = ["welcome-name", "room-people", "unlock-passphrase", "room-missing", "room-foot", "room-head"];
    for key in quoted.iter().filter(|key| families.iter().any(|f| key.starts_with(f)) && !key.ends_with('-')) {
        assert!(
            known.contains(key) || ids.contains(&key.as_str()) || key.ends_with("-passphrase"),
            "{key} has no sentence"
        );
    }
}

#[test]
fn no_sentence_is_left_over() {
    let quoted = quoted();
    for key in keys() {
        let made_up = ["month-", "fault-"].iter().any(|made| key.starts_with(made)) || key.ends_with("-short");
        assert!(made_up || quoted.contains(&key), "{key} is used nowhere");
    }
}

/// Which argument chooses, and between what.
type Plurals = Vec<(String, BTreeSet<String>)>;

/// Every message of a language: its key, the arguments it takes and the plurals it chooses between.
fn messages(language: Language) -> BTreeMap<String, (BTreeSet<String>, Plurals)> {
    let mut all = BTreeMap::new();
    for file in files::files(language) {
        let resource = FluentResource::try_new(file.text.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{language:?} {}: {errors:?}", file.noun));
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            let (mut args, mut plurals) = (BTreeSet::new(), Vec::new());
            if let Some(pattern) = &message.value {
                walk(pattern, &mut args, &mut plurals);
            }
            let key = message.id.name.to_owned();
            let before = all.insert(key.clone(), (args, plurals));
            assert!(before.is_none(), "{language:?} says {key} twice");
        }
    }
    all
}

fn walk(pattern: &ast::Pattern<&str>, args: &mut BTreeSet<String>, plurals: &mut Plurals) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
                args.insert(id.name.to_owned());
            }
            ast::Expression::Inline(_) => {}
            ast::Expression::Select { selector, variants } => {
                let mut names = BTreeSet::new();
                for variant in variants {
                    if let ast::VariantKey::Identifier { name } = &variant.key {
                        names.insert((*name).to_owned());
                    }
                    walk(&variant.value, args, plurals);
                }
                if let ast::InlineExpression::VariableReference { id } = selector {
                    args.insert(id.name.to_owned());
                    plurals.push((id.name.to_owned(), names));
                }
            }
        }
    }
}

/// The plurals that whole numbers up to a million choose in a language; "other" stands for all else.
fn categories(language: Language) -> BTreeSet<String> {
    let rules = PluralRules::create(language.identifier(), PluralRuleType::CARDINAL).unwrap();
    let numbers = (0..=200_u32).chain([1_000, 10_000, 100_000]);
    let named = numbers.map(|n| match rules.select(n).unwrap() {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    });
    named.chain(["other"]).map(str::to_owned).collect()
}

#[test]
fn every_language_says_everything() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let own = messages(language);
        let missing: Vec<&String> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let orphans: Vec<&String> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language:?} does not say {missing:?}");
        assert!(orphans.is_empty(), "{language:?} says what nobody asks: {orphans:?}");
    }
}

#[test]
fn every_language_puts_in_the_same_things() {
    let english = messages(Language::English);
    for language in Language::ALL {
        for (key, (args, _)) in messages(language) {
            let wanted = english.get(&key).map(|(args, _)| args.clone()).unwrap_or_default();
            // A language may put a number into words ("two messages"), but never something that English lacks.
            assert!(args.is_subset(&wanted), "{language:?} {key}: {args:?} of {wanted:?}");
            let named = |of: &BTreeSet<String>| of.iter().filter(|arg| !COUNTS.contains(&arg.as_str())).count();
            assert_eq!(named(&args), named(&wanted), "{language:?} {key} leaves something out");
        }
    }
}

/// Arguments that are numbers.
const COUNTS: [&str; 7] = ["count", "seconds", "days", "here", "all", "minutes", "hours"];

#[test]
fn every_plural_is_there() {
    for language in Language::ALL {
        let needed = categories(language);
        for (key, (_, plurals)) in messages(language) {
            for (arg, names) in plurals {
                // A choice between whole numbers only, such as nobody or somebody, is no plural.
                if names.iter().all(|name| name == "other") && needed.len() > 1 {
                    continue;
                }
                assert!(needed.is_subset(&names), "{language:?} {key} of {arg}: {names:?} of {needed:?}");
            }
        }
    }
}

/// What is rightly the same in another language.
const SAME: [(&str, &[Language]); 2] = [
    ("size-normal", &[Language::Spanish, Language::German, Language::Portuguese]),
    ("join-link", &[Language::German, Language::Portuguese]),
];

#[test]
fn nothing_is_left_in_english() {
    let english: BTreeMap<String, String> = said(Language::English);
    let everywhere = ["app-name", "join-link-hint", "rooms-last"];
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        for (key, text) in said(language) {
            let allowed = everywhere.contains(&key.as_str())
                || SAME.iter().any(|(same, languages)| *same == key && languages.contains(&language));
            let copied = english.get(&key).is_some_and(|english| *english == text);
            assert!(!copied || allowed, "{language:?} {key} is English: {text}");
        }
    }
}

/// Every sentence as it stands in the file.
fn said(language: Language) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut key = String::new();
    for line in files::files(language).iter().flat_map(|file| file.text.lines()) {
        if let Some((new, text)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            key = new.to_owned();
            all.insert(key.clone(), text.trim().to_owned());
        } else if line.starts_with([' ', '}']) {
            all.entry(key.clone()).or_default().push_str(line);
        }
    }
    all
}

#[test]
fn sentences_are_in_the_languages_own_script() {
    for (language, from, to) in [
        (Language::Hindi, '\u{900}', '\u{97f}'),
        (Language::Telugu, '\u{c00}', '\u{c7f}'),
        (Language::Arabic, '\u{600}', '\u{6ff}'),
        (Language::Russian, '\u{400}', '\u{4ff}'),
        (Language::Chinese, '\u{3400}', '\u{9fff}'),
        (Language::Japanese, '\u{3040}', '\u{9fff}'),
    ] {
        for (key, text) in said(language) {
            let outside = text.split('}').map(|part| part.split('{').next().unwrap_or_default()).collect::<String>();
            let wordless = !outside.chars().any(char::is_alphabetic);
            let bare = ["app-name", "join-link-hint"].contains(&key.as_str());
            assert!(bare || wordless || text.chars().any(|c| (from..=to).contains(&c)), "{language:?} {key}: {text}");
        }
    }
}

#[test]
fn every_fault_says_what_to_do_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        for code in CODES {
            let said = bare(&words.fault(&code.into()));
            assert!(said.ends_with(['.', '。', '।']), "{language:?} {code:?}: {said}");
            assert!(said.chars().count() >= 10 && !said.contains("fault-"), "{language:?} {code:?}: {said}");
        }
    }
}

#[test]
fn no_sentence_fails_when_it_is_said() {
    for language in Language::ALL {
        let words = Words::new(language);
        for (key, (args, _)) in messages(Language::English) {
            for count in [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000] {
                let names: Vec<&'static str> = args.iter().map(|arg| &*arg.clone().leak()).collect();
                let args: Vec<_> = names
                    .iter()
                    .map(|name| (*name, if COUNTS.contains(name) { Arg::Count(count) } else { Arg::Text("مارتا") }))
                    .collect();
                let said = words.say(&key, &args);
                assert!(!said.contains(['{', '$']) && !said.is_empty(), "{language:?} {key}: {said}");
            }
        }
    }
}

#[test]
fn an_arabic_sentence_runs_from_right_to_left_whatever_its_first_word() {
    let words = Words::new(Language::Arabic);
    assert!(words.say("unlock-locked", &[]).starts_with(RLM));
    assert!(!words.say("unlock-title", &[]).starts_with(RLM));
    assert!(!bare(&words.say("unlock-locked", &[])).contains(RLM));
}

#[test]
fn languages_are_found_by_their_tags() {
    for language in Language::ALL {
        assert_eq!(Language::of_tag(language.tag()), Some(language));
        assert!(!language.own_name().is_empty());
    }
    assert_eq!(Language::of_tag("pt_BR.UTF-8"), Some(Language::Portuguese));
    assert_eq!(Language::of_tag("zh-Hans-CN"), Some(Language::Chinese));
    assert_eq!(Language::of_tag("C"), None);
    assert_eq!(Language::of_tag(""), None);
}

#[test]
fn every_file_of_sentences_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/i18n");
    for language in Language::ALL {
        let listed: BTreeSet<String> = files::files(language).iter().map(|file| format!("{}.ftl", file.noun)).collect();
        let there = std::fs::read_dir(folder.join(language.tag())).unwrap();
        let there: BTreeSet<String> = there.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        assert_eq!(listed, there, "{language:?}");
    }
}

#[test]
fn names_stand_between_isolation_marks_and_numbers_choose_the_plural() {
    let words = Words::default();
    let said = words.say("typing-one", &[("name", Arg::Text("سليم"))]);
    assert_eq!(said, "\u{2068}سليم\u{2069} is writing…");
    assert_eq!(bare(&said), "سليم is writing…");
    assert_eq!(bare(&words.say("rooms-unread", &[("count", Arg::Count(1))])), "1 new message");
    assert_eq!(bare(&words.say("rooms-unread", &[("count", Arg::Count(4))])), "4 new messages");
}

#[test]
fn a_wait_is_said_in_whole_seconds() {
    let fault = Fault { retry_after_ms: Some(1_400), ..Fault::from(Code::TooManyAttempts) };
    assert!(bare(&Words::default().fault(&fault)).contains("2 seconds"));
}
