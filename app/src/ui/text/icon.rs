//! Pictograms, painted from the Lucide face; a screen reader never meets their code points.

use std::sync::OnceLock;

/// The pictograms in use, each with its code point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
#[allow(missing_docs, reason = "the names are Lucide's own")]
pub enum Icon {
    ALargeSmall = 0xe587,
    Activity = 0xe038,
    ArrowDown = 0xe042,
    ArrowLeft = 0xe048,
    ArrowRight = 0xe049,
    ArrowUp = 0xe04a,
    BadgeCheck = 0xe241,
    Ban = 0xe051,
    Bell = 0xe059,
    BookOpen = 0xe05f,
    Check = 0xe06c,
    CheckCheck = 0xe38e,
    ChevronDown = 0xe06d,
    ChevronLeft = 0xe06e,
    ChevronRight = 0xe06f,
    CircleAlert = 0xe077,
    CircleHelp = 0xe082,
    Clock = 0xe087,
    Contrast = 0xe09d,
    Copy = 0xe09e,
    DoorOpen = 0xe3d6,
    Ellipsis = 0xe0b6,
    Eye = 0xe0ba,
    EyeOff = 0xe0bb,
    FileDown = 0xe318,
    Globe = 0xe0e8,
    Hand = 0xe1d7,
    HandHeart = 0xe5b9,
    HardDrive = 0xe0ed,
    Heart = 0xe0f2,
    Hourglass = 0xe296,
    House = 0xe0f5,
    Image = 0xe0f6,
    Info = 0xe0f9,
    Key = 0xe4a3,
    Languages = 0xe0fe,
    LifeBuoy = 0xe101,
    Link = 0xe102,
    Lock = 0xe10b,
    LogIn = 0xe10d,
    LogOut = 0xe10e,
    MessageCircle = 0xe116,
    Moon = 0xe11e,
    Paste = 0xe3e8,
    Pencil = 0xe1f9,
    Phone = 0xe133,
    Plus = 0xe13d,
    QrCode = 0xe1df,
    RefreshCw = 0xe145,
    Reply = 0xe22a,
    Search = 0xe151,
    Send = 0xe152,
    Settings = 0xe154,
    Shield = 0xe158,
    ShieldCheck = 0xe1ff,
    Smile = 0xe164,
    Stethoscope = 0xe2f1,
    Sun = 0xe178,
    Trash = 0xe18e,
    TriangleAlert = 0xe193,
    User = 0xe19f,
    UserCheck = 0xe1a0,
    UserPlus = 0xe1a2,
    UserX = 0xe1a3,
    Users = 0xe1a4,
    Wifi = 0xe1ae,
    WifiOff = 0xe1af,
    X = 0xe1b2,
}

impl Icon {
    /// Where it stands in the face.
    const fn codepoint(self) -> u32 {
        self as u32
    }

    /// Whether it points along the line, and so must turn where reading begins at the right.
    pub(super) const fn points(self) -> bool {
        matches!(
            self,
            Self::ArrowLeft
                | Self::ChevronLeft
                | Self::ChevronRight
                | Self::LogIn
                | Self::LogOut
                | Self::Reply
                | Self::Send
        )
    }

    pub(super) fn glyph(self) -> Option<u16> {
        static FACE: OnceLock<Option<swash::FontRef<'static>>> = OnceLock::new();
        let face = FACE.get_or_init(|| swash::FontRef::from_index(super::fonts::LUCIDE, 0)).as_ref()?;
        Some(face.charmap().map(self.codepoint())).filter(|glyph| *glyph != 0)
    }
}
