//! The eleven languages of the window: their tags, their own names, and which way they run.

use unic_langid::LanguageIdentifier;

/// A language that the window speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// Hindi.
    Hindi,
    /// French.
    French,
    /// German.
    German,
    /// Simplified Chinese.
    Chinese,
    /// Japanese.
    Japanese,
    /// Arabic.
    Arabic,
    /// Portuguese.
    Portuguese,
    /// Russian.
    Russian,
    /// Telugu.
    Telugu,
}

impl Language {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::English,
        Self::Spanish,
        Self::Hindi,
        Self::French,
        Self::German,
        Self::Chinese,
        Self::Japanese,
        Self::Arabic,
        Self::Portuguese,
        Self::Russian,
        Self::Telugu,
    ];

    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Hindi => "hi",
            Self::French => "fr",
            Self::German => "de",
            Self::Chinese => "zh",
            Self::Japanese => "ja",
            Self::Arabic => "ar",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
            Self::Telugu => "te",
        }
    }

    /// Its name for those who speak it, in its own script.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
            Self::Hindi => "हिन्दी",
            Self::French => "Français",
            Self::German => "Deutsch",
            Self::Chinese => "中文",
            Self::Japanese => "日本語",
            Self::Arabic => "العربية",
            Self::Portuguese => "Português",
            Self::Russian => "Русский",
            Self::Telugu => "తెలుగు",
        }
    }

    /// Whether it runs from right to left.
    #[must_use]
    pub const fn rtl(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The language of a tag, by its first part, so that `pt-BR` and `pt_BR.UTF-8` are Portuguese.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == first)
    }

    /// What the desktop speaks, as far as the window speaks it too.
    #[must_use]
    pub fn of_desktop() -> Option<Self> {
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
        said.filter(|value| !value.is_empty()).find_map(|value| Self::of_tag(&value))
    }

    /// The country whose clock the desktop uses, where it speaks this language.
    #[must_use]
    pub fn country_of_desktop(self) -> Option<String> {
        let said = ["LC_ALL", "LC_TIME", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
        let value = said.into_iter().find(|value| !value.is_empty())?;
        let country = value.split(['_', '-']).nth(1)?.split(['.', '@']).next()?.to_owned();
        let fits = Self::of_tag(&value) == Some(self) && country.len() == 2;
        (fits && country.bytes().all(|b| b.is_ascii_uppercase())).then_some(country)
    }

    /// For Fluent's plural rules.
    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}
