//! A place in a list, as text that goes with a page.

use crate::StoreError;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use serde::{Deserialize, Serialize};

/// Behind what a page begins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// In the order of how well organisations fit.
    Fit {
        /// Which word of the question gives the order.
        word: usize,
        /// Which beginning of the word.
        beginning: usize,
        /// The term.
        term: String,
        /// The number of the organisation in its space.
        number: i32,
        /// The space.
        space: i16,
    },
    /// In the order of a text.
    Text {
        /// The text.
        key: String,
        /// The number of the organisation in its space.
        number: i32,
        /// The space.
        space: i16,
    },
    /// In the order of a number, the greatest first.
    Number {
        /// The number, its sign turned.
        key: i64,
        /// The number of the organisation in its space, its sign turned.
        number: i32,
        /// The space, its sign turned.
        space: i16,
    },
}

impl Place {
    /// As a cursor of a list with this name.
    ///
    /// # Errors
    /// Never, but for want of memory.
    pub fn cursor(&self, list: &str) -> Result<String, StoreError> {
        let json = crate::column::json(self)?;
        Ok(BASE64.encode(format!("{list}\n{json}")))
    }

    /// What a cursor says.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`].
    pub fn of_cursor(list: &str, cursor: &str) -> Result<Self, StoreError> {
        let parse = || {
            let plain = String::from_utf8(BASE64.decode(cursor).ok()?).ok()?;
            let (name, json) = plain.split_once('\n')?;
            (name == list).then(|| serde_json::from_str(json).ok())?
        };
        parse().ok_or_else(|| StoreError::BadCursor(cursor.to_owned()))
    }
}
