//! The four palettes. The ratios of every pair are computed in a test.

use egui::Color32;

use super::{Pair, Tokens};

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn pair(ink: u32, ground: u32) -> Pair {
    Pair { ink: rgb(ink), ground: rgb(ground) }
}

const WHITE: Color32 = rgb(0xFF_FFFF);
const BLACK: Color32 = rgb(0);

const AVATARS: [Pair; 6] = [
    pair(0x5A_3A1E, 0xE7_D6C4),
    pair(0x22_492C, 0xCF_E0D2),
    pair(0x24_3F63, 0xD4_DDEA),
    pair(0x6A_2A2E, 0xEB_D3D3),
    pair(0x43_346B, 0xDD_D6EA),
    pair(0x4D_430F, 0xE6_E1C3),
];

/// Linen by day.
pub const LIGHT: Tokens = Tokens {
    dark: false,
    strong: false,
    canvas: rgb(0xF6_F2EA),
    surface: rgb(0xFF_FDF9),
    sunken: rgb(0xEE_E8DD),
    ink: rgb(0x1F_2B28),
    ink2: rgb(0x4A_5853),
    ink3: rgb(0x5C_6863),
    hairline: rgb(0xE1_D9CB),
    border: rgb(0x85_7C6E),
    accent: rgb(0x1B_6B62),
    accent_hover: rgb(0x16_574F),
    on_accent: rgb(0xFF_FFFF),
    soft: pair(0x12_4A43, 0xDA_EAE4),
    info: pair(0x27_568A, 0xDF_EAF5),
    caution: pair(0x7A_5200, 0xFA_EDCB),
    danger: pair(0xA4_2A2A, 0xF9_E0DD),
    success: pair(0x2B_6636, 0xDF_EEDD),
    clay: pair(0xA5_482A, 0xF8_E5DA),
    focus: rgb(0x0A_57B0),
    select: rgb(0xC2_DAF3),
    avatars: AVATARS,
};

/// Linen by night.
pub const DARK: Tokens = Tokens {
    dark: true,
    strong: false,
    canvas: rgb(0x14_1C1A),
    surface: rgb(0x1C_2623),
    sunken: rgb(0x10_1715),
    ink: rgb(0xED_E8DE),
    ink2: rgb(0xBD_C6C0),
    ink3: rgb(0x9A_A69F),
    hairline: rgb(0x2C_3834),
    border: rgb(0x7C_8983),
    accent: rgb(0x6F_C5B6),
    accent_hover: rgb(0x85_D2C4),
    on_accent: rgb(0x0B_231F),
    soft: pair(0xBF_E6DD, 0x1F_3F39),
    info: pair(0x93_BEE8, 0x1B_3048),
    caution: pair(0xE8_C26A, 0x3B_2E10),
    danger: pair(0xF2_938C, 0x45_1F1E),
    success: pair(0x93_CF9B, 0x1E_3A24),
    clay: pair(0xF0_A583, 0x40_271B),
    focus: rgb(0x8F_C3FF),
    select: rgb(0x27_4A6E),
    avatars: AVATARS,
};

/// Strong contrast by day: black on white.
pub const STRONG_LIGHT: Tokens = Tokens {
    dark: false,
    strong: true,
    canvas: WHITE,
    surface: WHITE,
    sunken: rgb(0xEF_EFEF),
    ink: BLACK,
    ink2: BLACK,
    ink3: rgb(0x1C_1C1C),
    hairline: BLACK,
    border: BLACK,
    accent: rgb(0x00_463F),
    accent_hover: rgb(0x00_2B27),
    on_accent: WHITE,
    soft: pair(0x00_0000, 0xDD_F1EC),
    info: pair(0x00_2A66, 0xFF_FFFF),
    caution: pair(0x4A_3000, 0xFF_FFFF),
    danger: pair(0x7A_0000, 0xFF_FFFF),
    success: pair(0x00_4A14, 0xFF_FFFF),
    clay: pair(0x6B_2100, 0xFF_FFFF),
    focus: rgb(0x00_33CC),
    select: rgb(0xB5_D2FF),
    avatars: [pair(0x00_0000, 0xFF_FFFF); 6],
};

/// Strong contrast by night: white on black.
pub const STRONG_DARK: Tokens = Tokens {
    dark: true,
    strong: true,
    canvas: BLACK,
    surface: BLACK,
    sunken: rgb(0x20_2020),
    ink: WHITE,
    ink2: WHITE,
    ink3: rgb(0xE4_E4E4),
    hairline: WHITE,
    border: WHITE,
    accent: rgb(0x8F_F0DF),
    accent_hover: rgb(0xC4_FFF4),
    on_accent: BLACK,
    soft: pair(0xFF_FFFF, 0x00_332E),
    info: pair(0xA8_D1FF, 0x00_0000),
    caution: pair(0xFF_DD85, 0x00_0000),
    danger: pair(0xFF_B3AC, 0x00_0000),
    success: pair(0xA5_F2AE, 0x00_0000),
    clay: pair(0xFF_C3A3, 0x00_0000),
    focus: rgb(0x7A_B8FF),
    select: rgb(0x00_3F85),
    avatars: [pair(0xFF_FFFF, 0x00_0000); 6],
};
