//! What spreadsheets and keyboards do to numbers, undone where nothing is lost.

use super::{Fault, Scheme, verify};
use unicode_normalization::UnicodeNormalization;

/// What had to be mended in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// Full-width characters, small letters, spaces, hyphens, quotation marks.
    Spelling,
    /// Written as a number with a decimal point or an exponent.
    NumberFormat,
    /// Leading zeros were lost.
    LeadingZeros,
    /// A letter that the scheme does not use stood for the digit that looks like it.
    Lookalike,
}

/// A number of any scheme is shorter; what is longer is no number.
const LONGEST: usize = 64;

/// The number as its register writes it, and what was mended.
pub(super) fn repair(scheme: Scheme, written: &str) -> Result<(String, Vec<Repair>), Fault> {
    let mut repairs = Vec::new();
    let mut value = spell(scheme, written);
    if value.is_empty() {
        return Err(Fault::Empty);
    }
    note(&mut repairs, Repair::Spelling, value != written);
    if let Some(plain) = plain_number(&value)? {
        value = plain;
        note(&mut repairs, Repair::NumberFormat, true);
    }
    value.retain(|char| char != '.');
    if let Some(padded) = pad(scheme, &value) {
        value = padded;
        note(&mut repairs, Repair::LeadingZeros, true);
    }
    if let Some(mended) = lookalikes(scheme, &value) {
        value = mended;
        note(&mut repairs, Repair::Lookalike, true);
    }
    Ok((value, repairs))
}

fn note(repairs: &mut Vec<Repair>, repair: Repair, done: bool) {
    if done {
        repairs.push(repair);
    }
}

/// Half-width capitals without what stands between them. The T before a corporate number on an invoice goes too.
fn spell(scheme: Scheme, written: &str) -> String {
    let kept = |char: &char| char.is_ascii_alphanumeric() || matches!(char, '.' | '+' | ',');
    let folded = written.nfkc().filter(kept).flat_map(char::to_uppercase).take(LONGEST);
    let text: String = folded.filter(|char| *char != ',').collect();
    match (scheme, text.strip_prefix('T')) {
        (Scheme::JpCorporateNumber, Some(number)) => number.to_owned(),
        _ => text,
    }
}

/// `1180301018771.0` and `1.180301018771E+12` as whole numbers; nothing for what is written without point or exponent.
fn plain_number(value: &str) -> Result<Option<String>, Fault> {
    let (mantissa, exponent) = match value.split_once("E+") {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<usize>().ok().filter(|digits| *digits < LONGEST)),
        None => (value, Some(0)),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let number =
        !whole.is_empty() && [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(exponent) = exponent.filter(|exponent| number && (*exponent > 0 || value.contains('.'))) else {
        return Ok(None);
    };
    let fraction = if exponent == 0 { fraction.trim_end_matches('0') } else { fraction };
    if fraction.len() != exponent {
        return Err(Fault::DigitsLost);
    }
    Ok(Some(format!("{whole}{fraction}")))
}

/// Zeros in front, where that makes a number that holds. Schemes whose numbers may begin with 0 only.
fn pad(scheme: Scheme, value: &str) -> Option<String> {
    let zeros = scheme.length().checked_sub(value.len()).filter(|zeros| *zeros > 0)?;
    let may = matches!(scheme, Scheme::ThJuristic | Scheme::TwUbn) && zeros <= 3;
    let padded = format!("{}{value}", "0".repeat(zeros));
    (may && verify(scheme, &padded).is_ok()).then_some(padded)
}

/// O for 0, I for 1, and so on, where that makes a number that holds: the Chinese code leaves these letters out.
fn lookalikes(scheme: Scheme, value: &str) -> Option<String> {
    if scheme == Scheme::Lei || verify(scheme, value).is_ok() {
        return None;
    }
    let digit = |char| match char {
        'O' => '0',
        'I' => '1',
        'Z' => '2',
        'S' => '5',
        other => other,
    };
    let mended: String = value.chars().map(digit).collect();
    (mended != value && verify(scheme, &mended).is_ok()).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::super::{Checked, Fault, Scheme, check};
    use super::Repair;

    fn mended(scheme: Scheme, written: &str) -> Result<(String, Vec<Repair>), Fault> {
        check(scheme, written).map(|Checked { value, repairs }| (value, repairs))
    }

    #[test]
    fn spelling_is_mended() {
        let code = |repairs: &[Repair]| Ok(("91350100M000100Y43".to_owned(), repairs.to_vec()));
        assert_eq!(mended(Scheme::CnUscc, "91350100M000100Y43"), code(&[]));
        assert_eq!(mended(Scheme::CnUscc, " ９１３５0100 m000100y43 "), code(&[Repair::Spelling]));
        assert_eq!(mended(Scheme::CnUscc, "9135O1OOM000100Y43"), code(&[Repair::Lookalike]));
        let toyota = Ok(("1180301018771".to_owned(), vec![Repair::Spelling]));
        assert_eq!(mended(Scheme::JpCorporateNumber, "T1180301018771"), toyota);
        assert_eq!(mended(Scheme::JpCorporateNumber, "1-1803-0101-8771"), toyota);
    }

    #[test]
    fn number_formats_are_mended_where_no_digit_is_lost() {
        let toyota = Ok(("1180301018771".to_owned(), vec![Repair::NumberFormat]));
        assert_eq!(mended(Scheme::JpCorporateNumber, "1180301018771.0"), toyota);
        assert_eq!(mended(Scheme::JpCorporateNumber, "1.180301018771E+12"), toyota);
        assert_eq!(mended(Scheme::CnUscc, "9.135E+17"), Err(Fault::DigitsLost));
        assert_eq!(mended(Scheme::CnUscc, "9.135e+17"), Err(Fault::DigitsLost));
    }

    #[test]
    fn lost_zeros_come_back_where_the_number_then_holds() {
        let both = vec![Repair::NumberFormat, Repair::LeadingZeros];
        assert_eq!(
            mended(Scheme::ThJuristic, "107544000108"),
            Ok(("0107544000108".to_owned(), vec![Repair::LeadingZeros]))
        );
        assert_eq!(mended(Scheme::TwUbn, "4595257.0"), Ok(("04595257".to_owned(), both)));
        assert_eq!(mended(Scheme::TwUbn, "4595258"), Err(Fault::Length { expected: 8, found: 7 }));
    }

    #[test]
    fn nonsense_is_a_fault_and_no_panic() {
        assert_eq!(mended(Scheme::Lei, " \u{200B} "), Err(Fault::Empty));
        assert_eq!(mended(Scheme::TwUbn, &"9".repeat(1000)), Err(Fault::Length { expected: 8, found: 64 }));
        assert!(mended(Scheme::CnUscc, "E+E+.").is_err());
        assert!(mended(Scheme::CnUscc, "1E+99999999999999999999").is_err());
    }
}
