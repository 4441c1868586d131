//! The juristic person number of Thailand: 13 digits beginning with 0, the last a check digit modulo 11 (the rule of
//! the Thai national number, which the Department of Business Development uses since 2549 BE).

use super::{Fault, digits};

const LENGTH: usize = 13;

pub(super) fn verify(number: &str) -> Result<(), Fault> {
    let digits = digits(number, LENGTH)?;
    if digits.first() != Some(&0) {
        return Err(Fault::Prefix);
    }
    let (body, check) = digits.split_at(LENGTH - 1);
    let expected = check_digit(body);
    if check == [expected] { Ok(()) } else { Err(Fault::CheckDigit { expected: expected.to_string() }) }
}

/// The first digit counts 13 times, the last but one twice.
fn check_digit(body: &[u32]) -> u32 {
    let sum: u32 = body.iter().zip((2..=13).rev()).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 10
}

#[cfg(test)]
mod tests {
    use super::{Fault, verify};

    #[test]
    fn published_numbers_hold() {
        for number in ["0107544000108", "0994000165668", "0105562990015"] {
            assert_eq!(verify(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn wrong_digit_is_named() {
        assert_eq!(verify("0107544000109"), Err(Fault::CheckDigit { expected: "8".to_owned() }));
        assert_eq!(verify("1107544000108"), Err(Fault::Prefix));
    }
}
