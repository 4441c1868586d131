//! Code lists: closed sets of words that are the same in code, database, API and files.

use thiserror::Error;

/// A word that is not on the code list it was read for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("“{value}” is not a {list}; expected one of: {expected}")]
pub struct UnknownCode {
    /// The name of the code list.
    pub list: &'static str,
    /// What was found.
    pub value: String,
    /// The words that would have been right, separated by commas.
    pub expected: String,
}

/// Declares an enum whose variants have one fixed word each, used wherever the value leaves the program.
macro_rules! code_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for this value in the database, the API and files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::UnknownCode;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word).ok_or_else(|| crate::UnknownCode {
                    list: stringify!($name),
                    value: word.to_owned(),
                    expected: Self::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}
pub(crate) use code_list;
