//! The corporate number of Japan: 13 digits, the first a check digit modulo 9 (ordinance of the Ministry of Finance on
//! the designation of corporate numbers, 法人番号の指定等に関する省令, article 2).

use super::{Fault, digits};

const LENGTH: usize = 13;

pub(super) fn verify(number: &str) -> Result<(), Fault> {
    let digits = digits(number, LENGTH)?;
    let (check, body) = digits.split_at(1);
    let expected = check_digit(body);
    if check == [expected] { Ok(()) } else { Err(Fault::CheckDigit { expected: expected.to_string() }) }
}

/// From the last digit on, digits count once and twice by turns.
fn check_digit(body: &[u32]) -> u32 {
    let weighted = body.iter().rev().zip([1, 2].into_iter().cycle()).map(|(digit, weight)| digit * weight);
    9 - weighted.sum::<u32>() % 9
}

#[cfg(test)]
mod tests {
    use super::{Fault, verify};

    #[test]
    fn published_numbers_hold() {
        // The example of the ordinance's explanation, the National Tax Agency, and two companies.
        for number in ["8700110005901", "7000012050002", "1180301018771", "7010401006126"] {
            assert_eq!(verify(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn wrong_digit_is_named() {
        assert_eq!(verify("2180301018771"), Err(Fault::CheckDigit { expected: "1".to_owned() }));
        assert_eq!(verify("118030101877"), Err(Fault::Length { expected: 13, found: 12 }));
        assert_eq!(verify("118030101877X"), Err(Fault::Character { found: 'X' }));
    }
}
