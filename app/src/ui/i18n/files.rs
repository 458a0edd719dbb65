//! The sentences as they are bundled: a folder per language, a file per noun.
//!
//! Whoever adds a noun lists it here once; a missing file in any language then fails the build.

use super::language::Language;

/// One file.
#[derive(Debug, Clone, Copy)]
pub(super) struct File {
    /// What its keys are about.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests name the file that is at fault"))]
    pub noun: &'static str,
    /// In Fluent's form.
    pub text: &'static str,
}

macro_rules! nouns {
    ($($noun:literal),* $(,)?) => {
        macro_rules! of {
            ($lang:literal) => {
                &[$(File { noun: $noun, text: include_str!(concat!($lang, "/", $noun, ".ftl")) }),*]
            };
        }
        /// The files of a language.
        pub(super) const fn files(language: Language) -> &'static [File] {
            match language {
                Language::English => of!("en"),
                Language::Spanish => of!("es"),
                Language::Hindi => of!("hi"),
                Language::French => of!("fr"),
                Language::German => of!("de"),
                Language::Chinese => of!("zh"),
                Language::Japanese => of!("ja"),
                Language::Arabic => of!("ar"),
                Language::Portuguese => of!("pt"),
                Language::Russian => of!("ru"),
                Language::Telugu => of!("te"),
            }
        }
    };
}

nouns![
    "app", "charter", "closing", "code", "contact", "fault", "find", "help", "home", "how", "invite", "join",
    "keyring", "member", "message", "option", "outside", "profile", "room", "settings", "sheet", "start", "time",
    "toast", "today", "words",
];
