//! Passwords: what is taken, and what is kept of it.
//!
//! Kept is argon2id with 19 MiB of memory, two passes and one lane: the least of the settings that OWASP's Password Storage
//! Cheat Sheet recommends. No rule asks for digits or signs; what is common or easily guessed is refused (NIST SP 800-63B).

use crate::error::{AppError, Field};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

/// Characters of a password at least.
pub const SHORTEST: usize = 12;
/// Characters of a password at most.
pub const LONGEST: usize = 200;

/// Characters at least that have nothing to do with the person's name and address.
const OWN: usize = 8;

/// Memory in KiB, passes, lanes.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Guesses, as a power of ten, that a password must withstand at least.
const SCORE: zxcvbn::Score = zxcvbn::Score::Three;

/// Passwords that are worked on at once: each takes a processor and 19 MiB. The others queue.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// Whether a new password is taken from somebody of this name and address.
pub(super) fn check(password: &str, about: &[&str]) -> Result<(), AppError> {
    match problem(password, about) {
        Some(problem) => Err(AppError::Invalid(vec![Field { name: "password".into(), problem, found: None }])),
        None => Ok(()),
    }
}

fn problem(password: &str, about: &[&str]) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some("password-short");
    }
    if length > LONGEST {
        return Some("password-long");
    }
    let mut words: Vec<&str> = about.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
    words.extend(["samesky", "administrator"]);
    let is_guessed = zxcvbn::zxcvbn(password, &words).score() < SCORE || own_part(password, &words) < OWN;
    is_guessed.then_some("password-common")
}

/// Characters that are left when everything that is known of the person is taken out.
fn own_part(password: &str, words: &[&str]) -> usize {
    let known = words.iter().map(|word| word.to_lowercase()).filter(|word| word.chars().count() > 2);
    known.fold(password.to_lowercase(), |left, word| left.replace(&word, "")).chars().count()
}

/// What is kept of a password: its hash with salt and cost (PHC string).
pub(super) async fn hashed(password: &str, salt: [u8; 32]) -> Result<String, AppError> {
    let password = password.to_owned();
    aside(move || {
        let hash = hasher()?.hash_password_with_salt(password.as_bytes(), &salt[..16]);
        hash.map(|hash| hash.to_string()).map_err(|error| AppError::Stopped(error.to_string()))
    })
    .await?
}

/// Whether it is the password. Takes as long where there is none to compare with.
pub(super) async fn is_right(password: &str, kept: Option<String>) -> Result<bool, AppError> {
    let password: String = password.chars().take(LONGEST + 1).collect();
    aside(move || {
        let there = kept.is_some();
        let kept = match kept {
            Some(kept) => kept,
            None => nobodys()?.to_owned(),
        };
        let hash = PasswordHash::new(&kept).map_err(|error| AppError::Stopped(error.to_string()))?;
        Ok(hasher()?.verify_password(password.as_bytes(), &hash).is_ok() && there)
    })
    .await?
}

/// A hash that belongs to nobody.
fn nobodys() -> Result<&'static str, AppError> {
    static KEPT: OnceLock<String> = OnceLock::new();
    if let Some(kept) = KEPT.get() {
        return Ok(kept);
    }
    let hash = hasher()?.hash_password_with_salt(b"nobody's password", &[0x53; 16]);
    let made = hash.map_err(|error| AppError::Stopped(error.to_string()))?.to_string();
    Ok(KEPT.get_or_init(|| made))
}

fn hasher() -> Result<Argon2<'static>, AppError> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| AppError::Stopped(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Works on a thread that may be busy for a while.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    let stopped = |reason: String| AppError::Stopped(reason);
    let turn = AT_ONCE.acquire().await.map_err(|error| stopped(error.to_string()))?;
    let done = tokio::task::spawn_blocking(work).await.map_err(|error| stopped(error.to_string()));
    drop(turn);
    done
}

#[cfg(test)]
mod tests {
    use super::{hashed, is_right, problem};

    #[test]
    fn password_short_long_or_common_is_refused_with_its_reason() {
        let about = ["林澄 Lin Cheng", "lin.cheng@example.org"];
        let found = |password: &str| problem(password, &about);
        assert_eq!(found("k7#Qz!pW2x"), Some("password-short"));
        assert_eq!(found("山川異域風月同天寄諸佛子"), None);
        assert_eq!(found(&"山川異域風月同天".repeat(26)), Some("password-long"));
        for common in
            ["passwordpassword", "123456789012", "qwertyuiop123", "aaaaaaaaaaaaaaaa", "LinCheng2026!", "samesky12345"]
        {
            assert_eq!(found(common), Some("password-common"), "{common}");
        }
        assert_eq!(found("copper lantern follows tide"), None);
    }

    #[tokio::test]
    async fn password_is_kept_as_argon2id_and_known_again() {
        let kept = hashed("copper lantern follows tide", [1; 32]).await.expect("hashed");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(is_right("copper lantern follows tide", Some(kept.clone())).await.expect("compared"));
        assert!(!is_right("copper lantern follows tidE", Some(kept)).await.expect("compared"));
        assert!(!is_right("nobody's password", None).await.expect("compared"));
    }
}
