//! Numbers that registers give to organisations: their schemes, check digits, and the repair of what spreadsheets do
//! to them.

mod corporate_number;
mod juristic;
mod lei;
mod repair;
mod scheme;
mod ubn;
mod uscc;

pub use repair::Repair;
pub use scheme::{Scheme, UnknownScheme};

use thiserror::Error;

/// A number that its scheme allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The number as its register writes it: no spaces, capital letters, all leading zeros.
    pub value: String,
    /// What had to be mended.
    pub repairs: Vec<Repair>,
}

/// Why a number is none of its scheme.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// Too many or too few characters.
    #[error("{found} characters where {expected} are expected")]
    Length {
        /// How many the scheme has.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A character that the scheme does not use.
    #[error("the character {found:?} does not occur in such numbers")]
    Character {
        /// The first such character.
        found: char,
    },
    /// A prefix that the scheme does not give out.
    #[error("no such number begins so")]
    Prefix,
    /// The check digit is another one.
    #[error("the check digit does not hold: {expected} is expected")]
    CheckDigit {
        /// The check digit, or digits, that would hold. With the Taiwanese number: what the sum should divide by.
        expected: String,
    },
    /// A spreadsheet rounded the number; its last digits are gone (9.135E+17).
    #[error("a spreadsheet has rounded the number, its last digits are lost")]
    DigitsLost,
}

impl Fault {
    /// The word that stands for it outside of the program.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length { .. } => "length",
            Self::Character { .. } => "character",
            Self::Prefix => "prefix",
            Self::CheckDigit { .. } => "check-digit",
            Self::DigitsLost => "digits-lost",
        }
    }

    /// What it found and what it expected; empty where it names none.
    #[must_use]
    pub fn details(&self) -> (String, String) {
        match self {
            Self::Length { expected, found } => (found.to_string(), expected.to_string()),
            Self::Character { found } => (found.to_string(), String::new()),
            Self::CheckDigit { expected } => (String::new(), expected.clone()),
            Self::Empty | Self::Prefix | Self::DigitsLost => (String::new(), String::new()),
        }
    }
}

/// Checks a number as somebody wrote it, after mending what spreadsheets and keyboards do.
///
/// # Errors
/// The fault, where the number is none of the scheme even after repair.
pub fn check(scheme: Scheme, written: &str) -> Result<Checked, Fault> {
    let (value, repairs) = repair::repair(scheme, written)?;
    verify(scheme, &value)?;
    Ok(Checked { value, repairs })
}

/// Every scheme whose check a number passes as it stands. A number may be valid under several.
#[must_use]
pub fn schemes_of(written: &str) -> Vec<Scheme> {
    Scheme::ALL.into_iter().filter(|scheme| check(*scheme, written).is_ok()).collect()
}

fn verify(scheme: Scheme, value: &str) -> Result<(), Fault> {
    match scheme {
        Scheme::CnUscc => uscc::verify(value),
        Scheme::JpCorporateNumber => corporate_number::verify(value),
        Scheme::Lei => lei::verify(value),
        Scheme::ThJuristic => juristic::verify(value),
        Scheme::TwUbn => ubn::verify(value),
    }
}

/// The digits of a number that has so many of them and nothing else.
fn digits(value: &str, expected: usize) -> Result<Vec<u32>, Fault> {
    let digit = |found: char| found.to_digit(10).ok_or(Fault::Character { found });
    let digits = value.chars().map(digit).collect::<Result<Vec<_>, _>>()?;
    if digits.len() != expected {
        return Err(Fault::Length { expected, found: digits.len() });
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::{Scheme, schemes_of};

    #[test]
    fn number_of_thirteen_digits_is_tried_under_both_schemes() {
        assert_eq!(schemes_of("1180301018771"), vec![Scheme::JpCorporateNumber]);
        assert_eq!(schemes_of("0107544000108"), vec![Scheme::ThJuristic]);
        assert_eq!(schemes_of(""), Vec::<Scheme>::new());
    }
}
