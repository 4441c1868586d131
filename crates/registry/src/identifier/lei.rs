//! The legal entity identifier: 18 letters and digits and two check digits (ISO 17442-1, ISO 7064 MOD 97-10).

use super::Fault;

const LENGTH: usize = 20;

pub(super) fn verify(lei: &str) -> Result<(), Fault> {
    if let Some(found) = lei.chars().find(|char| !(char.is_ascii_digit() || char.is_ascii_uppercase())) {
        return Err(Fault::Character { found });
    }
    let found = lei.len();
    if found != LENGTH {
        return Err(Fault::Length { expected: LENGTH, found });
    }
    if remainder(lei) == 1 {
        return Ok(());
    }
    let zeroed = format!("{}00", lei.get(..LENGTH - 2).unwrap_or_default());
    Err(Fault::CheckDigit { expected: format!("{:02}", 98 - remainder(&zeroed)) })
}

/// The number that stands there when A is 10, B is 11, …, modulo 97.
fn remainder(lei: &str) -> u32 {
    lei.chars().filter_map(|char| char.to_digit(36)).fold(0, |sum, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (sum * shift + value) % 97
    })
}

#[cfg(test)]
mod tests {
    use super::{Fault, verify};

    #[test]
    fn published_identifiers_hold() {
        // The example of the standard's foundation, and two large companies.
        for lei in ["506700GE1G29325QX363", "5493006MHB84DD0ZWV18", "HWUPKR0MPOU8FGXBT394"] {
            assert_eq!(verify(lei), Ok(()), "{lei}");
        }
    }

    #[test]
    fn wrong_digits_are_named() {
        assert_eq!(verify("506700GE1G29325QX364"), Err(Fault::CheckDigit { expected: "63".to_owned() }));
        assert_eq!(verify("506700GE1G29325QX3"), Err(Fault::Length { expected: 20, found: 18 }));
        assert_eq!(verify("506700GE1G29325Q-363"), Err(Fault::Character { found: '-' }));
    }
}
