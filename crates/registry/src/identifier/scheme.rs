//! The schemes.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// Who gives the number out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Unified social credit code of China, 统一社会信用代码 (GB 32100-2015).
    CnUscc,
    /// Corporate number of Japan, 法人番号.
    JpCorporateNumber,
    /// Legal entity identifier (ISO 17442).
    Lei,
    /// Juristic person number of Thailand, เลขทะเบียนนิติบุคคล.
    ThJuristic,
    /// Unified business number of Taiwan, 統一編號 (rule of April 2023).
    TwUbn,
}

/// A scheme that is not known here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no scheme known here")]
pub struct UnknownScheme(pub String);

impl Scheme {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::CnUscc, Self::JpCorporateNumber, Self::Lei, Self::ThJuristic, Self::TwUbn];

    /// The name that files and programs use.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CnUscc => "cn-uscc",
            Self::JpCorporateNumber => "jp-corporate-number",
            Self::Lei => "lei",
            Self::ThJuristic => "th-juristic",
            Self::TwUbn => "tw-ubn",
        }
    }

    /// The country/region whose register it is (ISO 3166-1); none for one of all countries.
    #[must_use]
    pub fn country(self) -> Option<&'static str> {
        match self {
            Self::CnUscc => Some("CN"),
            Self::JpCorporateNumber => Some("JP"),
            Self::Lei => None,
            Self::ThJuristic => Some("TH"),
            Self::TwUbn => Some("TW"),
        }
    }

    /// How many characters a number has.
    #[must_use]
    pub fn length(self) -> usize {
        match self {
            Self::CnUscc => 18,
            Self::JpCorporateNumber | Self::ThJuristic => 13,
            Self::Lei => 20,
            Self::TwUbn => 8,
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Scheme {
    type Err = UnknownScheme;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|scheme| scheme.code().eq_ignore_ascii_case(code.trim()));
        known.ok_or_else(|| UnknownScheme(code.to_owned()))
    }
}
