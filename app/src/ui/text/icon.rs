//! Pictograms, painted from the Lucide face; a screen reader never meets their code points.

use std::sync::OnceLock;

/// The pictograms in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are Lucide's own")]
pub enum Icon {
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    BadgeCheck,
    Bell,
    Check,
    CheckCheck,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    CircleAlert,
    Clock,
    Contrast,
    Copy,
    DoorOpen,
    Ellipsis,
    Eye,
    EyeOff,
    Globe,
    Hand,
    Heart,
    Hourglass,
    House,
    Info,
    Key,
    LifeBuoy,
    Link,
    Lock,
    LogIn,
    LogOut,
    MessageCircle,
    Moon,
    Paste,
    Pencil,
    Plus,
    Reply,
    Search,
    Send,
    Settings,
    Shield,
    ShieldCheck,
    Smile,
    Stethoscope,
    Sun,
    Trash,
    TriangleAlert,
    User,
    UserCheck,
    UserPlus,
    UserX,
    Users,
    WifiOff,
    X,
}

impl Icon {
    const fn codepoint(self) -> u32 {
        match self {
            Self::ArrowDown => 0xe042,
            Self::ArrowLeft => 0xe048,
            Self::ArrowRight => 0xe049,
            Self::ArrowUp => 0xe04a,
            Self::BadgeCheck => 0xe241,
            Self::Bell => 0xe059,
            Self::Check => 0xe06c,
            Self::CheckCheck => 0xe38e,
            Self::ChevronDown => 0xe06d,
            Self::ChevronLeft => 0xe06e,
            Self::ChevronRight => 0xe06f,
            Self::CircleAlert => 0xe077,
            Self::Clock => 0xe087,
            Self::Contrast => 0xe09d,
            Self::Copy => 0xe09e,
            Self::DoorOpen => 0xe3d6,
            Self::Ellipsis => 0xe0b6,
            Self::Eye => 0xe0ba,
            Self::EyeOff => 0xe0bb,
            Self::Globe => 0xe0e8,
            Self::Hand => 0xe1d7,
            Self::Heart => 0xe0f2,
            Self::Hourglass => 0xe296,
            Self::House => 0xe0f5,
            Self::Info => 0xe0f9,
            Self::Key => 0xe4a3,
            Self::LifeBuoy => 0xe101,
            Self::Link => 0xe102,
            Self::Lock => 0xe10b,
            Self::LogIn => 0xe10d,
            Self::LogOut => 0xe10e,
            Self::MessageCircle => 0xe116,
            Self::Moon => 0xe11e,
            Self::Paste => 0xe3e8,
            Self::Pencil => 0xe1f9,
            Self::Plus => 0xe13d,
            Self::Reply => 0xe22a,
            Self::Search => 0xe151,
            Self::Send => 0xe152,
            Self::Settings => 0xe154,
            Self::Shield => 0xe158,
            Self::ShieldCheck => 0xe1ff,
            Self::Smile => 0xe164,
            Self::Stethoscope => 0xe2f1,
            Self::Sun => 0xe178,
            Self::Trash => 0xe18e,
            Self::TriangleAlert => 0xe193,
            Self::User => 0xe19f,
            Self::UserCheck => 0xe1a0,
            Self::UserPlus => 0xe1a2,
            Self::UserX => 0xe1a3,
            Self::Users => 0xe1a4,
            Self::WifiOff => 0xe1af,
            Self::X => 0xe1b2,
        }
    }

    /// Whether it points along the line, and so must turn where reading begins at the right.
    pub(super) const fn points(self) -> bool {
        matches!(self, Self::ArrowLeft | Self::LogIn | Self::LogOut | Self::Reply | Self::Send)
    }

    pub(super) fn glyph(self) -> Option<u16> {
        static FACE: OnceLock<Option<swash::FontRef<'static>>> = OnceLock::new();
        let face = FACE.get_or_init(|| swash::FontRef::from_index(super::fonts::LUCIDE, 0)).as_ref()?;
        Some(face.charmap().map(self.codepoint())).filter(|glyph| *glyph != 0)
    }
}
