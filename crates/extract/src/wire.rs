//! What the two processes say to each other.
//!
//! The job is one line of JSON, then the document's bytes to the end of the stream. The answer is one line of JSON after
//! a mark; whatever a parser prints before it is passed over.

use crate::{ExtractError, Format, Limits, Sheet};
use samesky_model::{date::PartialDate, remark::StoredRemark};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Stands before the answer.
pub(crate) const MARK: &[u8] = b"\n\x1esamesky-extract ";

/// What is to be done.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// How to read the bytes; HTML comes already decoded, as UTF-8.
    pub(crate) format: Format,
    /// What the process may use.
    pub(crate) limits: Limits,
    /// Which sheet is meant, where the answer is to be a sheet and not a text.
    #[serde(default)]
    pub(crate) sheet: Option<SheetWish>,
}

/// Which sheet of a workbook.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct SheetWish {
    /// Its name; none means the first that is not empty.
    pub(crate) name: Option<String>,
}

/// What a parser found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Found {
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) source_address: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<PartialDate>,
    /// Starts and ends of blocks, in code points.
    pub(crate) body: Option<Vec<(usize, usize)>>,
    pub(crate) remarks: Vec<StoredRemark>,
}

/// The answer to a document.
pub(crate) type Answer = Result<Found, ExtractError>;
/// The answer to a workbook.
pub(crate) type SheetAnswer = Result<Sheet, ExtractError>;

/// The answer in what a reading process wrote, if it is whole.
pub(crate) fn answer_in<T: DeserializeOwned>(output: &[u8]) -> Option<Result<T, ExtractError>> {
    let at = output.windows(MARK.len()).rposition(|window| window == MARK)?;
    serde_json::from_slice(output.get(at + MARK.len()..)?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Found, MARK, answer_in};
    use crate::ExtractError;

    #[test]
    fn answer_in_chatter_is_passed_over() {
        let answer: super::Answer = Ok(Found { text: "签约".to_owned(), ..Found::default() });
        let json = serde_json::to_vec(&answer).expect("an answer is JSON");
        assert_eq!(answer_in(&[b"chatter\n", MARK, &json].concat()), Some(answer));
    }

    #[test]
    fn answer_in_half_an_answer_is_none() {
        let json = serde_json::to_vec(&Err::<Found, _>(ExtractError::Empty)).expect("an answer is JSON");
        assert_eq!(answer_in::<Found>(&[MARK, &json[..json.len() - 1]].concat()), None);
        assert_eq!(answer_in::<Found>(b"chatter"), None);
    }
}
