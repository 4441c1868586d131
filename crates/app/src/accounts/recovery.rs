//! Recovery codes: what somebody signs in with whose authenticator app is gone. Each has 80 random bits and works once; kept
//! is a hash, and 80 bits need no slower one.

use super::secret::hash;

/// How many there are.
pub(super) const COUNT: usize = 10;
/// Letters of a code without its hyphens.
const LETTERS: usize = 16;
/// Base32 as RFC 4648 has it, in lower case: no 0 or 1 that looks like a letter.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A code, in four groups of four.
pub(super) fn code(random: [u8; 32]) -> String {
    let letters: Vec<char> =
        random[..LETTERS].iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What is kept of a code; `None` for what is none, however it is written.
pub(super) fn kept(typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let is_code = letters.len() == LETTERS;
    is_code.then(|| hash(&format!("recovery:{}", letters.to_ascii_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::{code, kept};

    #[test]
    fn code_is_known_again_however_it_is_typed() {
        let made = code(std::array::from_fn(|index| u8::try_from(index).expect("small")));
        assert_eq!(made, "abcd-efgh-ijkl-mnop");
        let written = kept(&made);
        assert!(written.is_some());
        assert_eq!(kept(" ABCD EFGH-IJKLMNOP "), written);
        assert_ne!(kept("abcd-efgh-ijkl-mnoq"), written);
        for none in ["", "123456", "abcd-efgh-ijkl-mno", "abcd-efgh-ijkl-mnopq"] {
            assert_eq!(kept(none), None, "{none}");
        }
    }
}
