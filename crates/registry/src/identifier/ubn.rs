//! The unified business number of Taiwan: 8 digits. Since April 2023 the weighted sum has to divide by 5, before by 10
//! (Fiscal Information Agency of the Ministry of Finance, 營利事業統一編號檢查碼邏輯修正說明).

use super::{Fault, digits};

const LENGTH: usize = 8;
const WEIGHTS: [u32; LENGTH] = [1, 2, 1, 2, 1, 2, 4, 1];
const DIVISOR: u32 = 5;

pub(super) fn verify(number: &str) -> Result<(), Fault> {
    let digits = digits(number, LENGTH)?;
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| cross_sum(digit * weight)).sum();
    // A seventh digit 7 makes 28, whose digits make 10, which may count as 1 or as 0.
    let seven = digits.get(6) == Some(&7);
    if sum.is_multiple_of(DIVISOR) || seven && (sum + 1).is_multiple_of(DIVISOR) {
        return Ok(());
    }
    Err(Fault::CheckDigit { expected: "a sum that divides by 5".to_owned() })
}

fn cross_sum(number: u32) -> u32 {
    number / 10 + number % 10
}

#[cfg(test)]
mod tests {
    use super::{Fault, verify};

    #[test]
    fn numbers_old_and_new_hold() {
        // 04595257 and 10458575 are of the old rule (the second with the seventh digit 7), 10000004 is of the new one.
        for number in ["04595257", "10458575", "10458574", "10000004", "22099131"] {
            assert_eq!(verify(number), Ok(()), "{number}");
        }
    }

    #[test]
    fn wrong_number_is_refused() {
        let fault = Err(Fault::CheckDigit { expected: "a sum that divides by 5".to_owned() });
        assert_eq!(verify("10000005"), fault);
        assert_eq!(verify("22099132"), fault);
        assert_eq!(verify("2209913"), Err(Fault::Length { expected: 8, found: 7 }));
    }
}
