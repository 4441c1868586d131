//! The unified social credit code: 18 characters, the last a check character modulo 31 (GB 32100-2015, 5.3).

use super::Fault;

/// The characters in the order of their values: I, O, S, V and Z are left out.
const CHARACTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH: usize = 18;

pub(super) fn verify(code: &str) -> Result<(), Fault> {
    let values = code.chars().map(value).collect::<Result<Vec<_>, _>>()?;
    if values.len() != LENGTH {
        return Err(Fault::Length { expected: LENGTH, found: values.len() });
    }
    let (body, check) = values.split_at(LENGTH - 1);
    let expected = check_value(body);
    if check == [expected] { Ok(()) } else { Err(Fault::CheckDigit { expected: character(expected) }) }
}

/// The weight of each place is 3 to the power of the place, modulo 31.
fn check_value(body: &[u32]) -> u32 {
    let weights = std::iter::successors(Some(1), |weight| Some(weight * 3 % 31));
    let sum: u32 = body.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    (31 - sum % 31) % 31
}

fn value(found: char) -> Result<u32, Fault> {
    let at = CHARACTERS.chars().position(|char| char == found).ok_or(Fault::Character { found })?;
    u32::try_from(at).map_err(|_| Fault::Character { found })
}

fn character(value: u32) -> String {
    CHARACTERS.chars().nth(value as usize).map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Fault, verify};

    #[test]
    fn codes_of_the_standard_and_of_registers_hold() {
        for code in ["913501005729731690", "91350100M000100Y43", "91510100MA6FX0A131"] {
            assert_eq!(verify(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn wrong_character_or_digit_is_named() {
        assert_eq!(verify("913501005729731691"), Err(Fault::CheckDigit { expected: "0".to_owned() }));
        assert_eq!(verify("91350100M00010OY43"), Err(Fault::Character { found: 'O' }));
        assert_eq!(verify("9135010057297316"), Err(Fault::Length { expected: 18, found: 16 }));
    }
}
