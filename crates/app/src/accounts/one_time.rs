//! Codes of an authenticator app (TOTP, RFC 6238): six digits of HMAC-SHA-1 over the number of half minutes since 1970, which
//! is what every such app knows. A code counts half a minute before and after its time too, for clocks that differ.

use crate::error::AppError;
use jiff::{SignedDuration, Timestamp};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::{Builder, Secret, Totp};

/// Seconds that a code stands for.
const STEP: u64 = 30;
/// Steps before and after in which it counts as well.
const SKEW: u16 = 1;
/// Digits of a code.
pub(super) const DIGITS: u8 = 6;

/// A new shared secret of 160 bits, as RFC 4226 recommends, in base32.
pub(super) fn secret(random: [u8; 32]) -> String {
    Secret::from(random[..20].to_vec()).to_base32()
}

/// What the app's camera reads: `otpauth://totp/…`.
pub(super) fn address(secret: &str, email: &str) -> String {
    let email = utf8_percent_encode(email, NON_ALPHANUMERIC);
    format!(
        "otpauth://totp/Samesky:{email}?secret={secret}&issuer=Samesky&algorithm=SHA1&digits={DIGITS}&period={STEP}"
    )
}

/// The beginning of the half minute for which this is the code, where it is one now. Whoever accepts it notes this moment,
/// so that no code counts twice and none counts after a later one.
pub(super) fn moment(secret: &str, code: &str, now: Timestamp) -> Result<Option<Timestamp>, AppError> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != usize::from(DIGITS) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let Some(step) = totp(secret)?.check(&digits, seconds) else { return Ok(None) };
    let begins = SignedDuration::from_secs(i64::try_from(step * STEP).unwrap_or(i64::MAX));
    Ok(Timestamp::UNIX_EPOCH.checked_add(begins).ok())
}

fn totp(secret: &str) -> Result<Totp, AppError> {
    let unusable = |error: String| AppError::Stopped(error);
    let secret = Secret::try_from_base32(secret).map_err(|error| unusable(error.to_string()))?;
    let totp = Builder::new().with_secret(secret).with_digits(DIGITS).with_step_duration(STEP).with_skew(SKEW);
    totp.build().map_err(|error| unusable(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{address, moment, secret};
    use jiff::Timestamp;

    /// The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("an instant")
    }

    #[test]
    fn code_is_that_of_the_standard() {
        // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
        let cases = [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")];
        for (second, code) in cases {
            assert_eq!(moment(SECRET, code, at(second)).expect("asked"), Some(at(second / 30 * 30)), "{code}");
        }
    }

    #[test]
    fn code_counts_half_a_minute_early_and_late_and_no_longer() {
        let found = |second| moment(SECRET, "287 082", at(second)).expect("asked");
        assert_eq!(found(29), Some(at(30)));
        assert_eq!(found(0), Some(at(30)));
        assert_eq!(found(89), Some(at(30)));
        assert_eq!(found(90), None);
    }

    #[test]
    fn what_is_no_code_is_never_one() {
        for text in ["", "28708", "2870820", "28708２", "-87082", "287082\0", "abcdef"] {
            assert_eq!(moment(SECRET, text, at(59)).expect("asked"), None, "{text}");
        }
    }

    #[test]
    fn secret_fits_into_an_address_that_apps_read() {
        let made = secret([b'1'; 32]);
        assert_eq!(made.len(), 32);
        assert_eq!(
            address(&made, "lin&cheng@example.org"),
            format!(
                "otpauth://totp/Samesky:lin%26cheng%40example%2Eorg?secret={made}&issuer=Samesky&algorithm=SHA1&digits=6&period=30"
            )
        );
    }
}
