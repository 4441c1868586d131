//! The languages that Samesky speaks to its users.

use crate::code::code_list;

code_list! {
    /// A language of the interface (BCP 47). The language of a *text* is a free BCP 47 tag, kept as a string.
    Language {
        /// Simplified Chinese, 简体中文.
        ZhHans = "zh-Hans",
        /// Japanese, 日本語.
        Ja = "ja",
        /// English.
        En = "en",
        /// Thai, ไทย.
        Th = "th",
    }
}

impl Language {
    /// The language's name in itself.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::ZhHans => "简体中文",
            Self::Ja => "日本語",
            Self::En => "English",
            Self::Th => "ไทย",
        }
    }

    /// The interface language for a BCP 47 tag, by its primary subtag: `zh-CN` and `zh-Hant` give [`Language::ZhHans`].
    ///
    /// ```
    /// use samesky_model::language::Language;
    /// assert_eq!(Language::from_tag("ja-JP"), Some(Language::Ja));
    /// assert_eq!(Language::from_tag("fr"), None);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "zh" => Some(Self::ZhHans),
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            "th" => Some(Self::Th),
            _ => None,
        }
    }
}
