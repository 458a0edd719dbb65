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

const FACES: [&[u8]; 30] = [
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
    include_bytes!("../../../fonts/NotoSansCJKkr-Subset.otf"),
    include_bytes!("../../../fonts/NotoSansArmenian-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansBengali-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansGeorgian-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansGujarati-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansGurmukhi-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansKannada-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansKhmer-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansLao-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansMalayalam-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansMyanmar-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansOriya-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansSinhala-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansTamil-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansThai-Regular.ttf"),
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

/// Faces of scripts that no language of the window uses but its people may: asked for only where a text needs them.
const RARE: [&str; 17] = [
    "Noto Sans CJK KR",
    "Noto Sans Armenian",
    "Noto Sans Bengali",
    "Noto Sans Ethiopic",
    "Noto Sans Georgian",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Hebrew",
    "Noto Sans Kannada",
    "Noto Sans Khmer",
    "Noto Sans Lao",
    "Noto Sans Malayalam",
    "Noto Sans Myanmar",
    "Noto Sans Oriya",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Sans Thai",
];

/// A font context that knows the bundled faces and nothing else.
pub(super) fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for face in FACES {
        collection.register_fonts(Blob::new(Arc::new(face)), None);
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// The families to ask for. Han characters look Japanese where kana stand beside them or the window speaks Japanese,
/// Chinese otherwise.
pub(super) fn families(text: &str, japanese: bool) -> FontFamily<'static> {
    let names = if japanese || has_kana(text) { JAPANESE_FIRST } else { CHINESE_FIRST };
    let rare = if text.chars().any(rare) { RARE.as_slice() } else { &[] };
    let names: Vec<FontFamilyName<'static>> =
        names.into_iter().chain(rare.iter().copied()).map(FontFamilyName::named).collect();
    FontFamily::List(names.into())
}

/// A letter of a script that only [`RARE`] faces have.
const fn rare(c: char) -> bool {
    matches!(c, '\u{530}'..='\u{5ff}' | '\u{980}'..='\u{bff}' | '\u{c80}'..='\u{eff}' | '\u{1000}'..='\u{11ff}'
        | '\u{1200}'..='\u{139f}' | '\u{1780}'..='\u{17ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}')
}

/// Whether a text is Japanese rather than Chinese, as far as its characters tell.
pub(super) fn has_kana(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}'))
}
