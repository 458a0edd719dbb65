//! The bundled faces, and which of them are asked for in which order.
//!
//! The system's fonts are never consulted: a dose has to look the same on every desk, tests have to see what people
//! see, and asking fontconfig costs up to a third of a second. The faces live in the binary and cost memory only
//! where they are read.

use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName};

/// The icon face; only [`super::Icon`] draws with it.
pub(super) const LUCIDE: &[u8] = include_bytes!("../../../fonts/Lucide.ttf");

const FACES: [&[u8]; 13] = [
    include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
    include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansDevanagari-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSansTelugu-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansTelugu-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSansCJKsc-Subset.otf"),
    include_bytes!("../../../fonts/NotoSansCJKjp-Subset.otf"),
    include_bytes!("../../../fonts/NotoColorEmoji.ttf"),
];

/// Latin first, so that digits and drug names never come from another script's face; emoji last, so that they come
/// in colour.
const CHINESE_FIRST: [&str; 8] = [
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Telugu",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Color Emoji",
];
const JAPANESE_FIRST: [&str; 8] = [
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Telugu",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Color Emoji",
];

/// A font context that knows the bundled faces and nothing else.
pub(super) fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for face in FACES {
        collection.register_fonts(Blob::new(Arc::new(face)), None);
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// The families to ask for. Han characters look Japanese where kana stand beside them, Chinese otherwise.
pub(super) fn families(text: &str) -> FontFamily<'static> {
    let names = if has_kana(text) { JAPANESE_FIRST } else { CHINESE_FIRST };
    let names: Vec<FontFamilyName<'static>> = names.into_iter().map(FontFamilyName::named).collect();
    FontFamily::List(names.into())
}

/// Whether a text is Japanese rather than Chinese, as far as its characters tell.
pub(super) fn has_kana(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}'))
}
