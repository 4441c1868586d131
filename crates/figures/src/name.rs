//! Names compared across scripts.

/// A name without case, spaces, punctuation and variant characters, for comparing.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How much two names are alike, 0 to 1000.
#[must_use]
pub fn name_similarity_permille(a: &str, b: &str) -> u16 {
    if name_key(a) == name_key(b) { 1000 } else { 0 }
}
