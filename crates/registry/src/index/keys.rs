//! What an organisation is filed under: its numbers, its whole name, its core, how that sounds, and pieces of it.

use crate::compare::Profile;
use crate::fold::Script;
use crate::name::Name;
use crate::sound::{self, main_script};

/// From this weight on a key is a number or nearly the whole name.
pub(super) const NAME: u32 = 20;
/// A core is cut into so many pairs of characters at most.
const PAIRS: usize = 8;

/// Keys with their weights, each once.
pub(super) fn of(profile: &Profile) -> Vec<(u32, u32)> {
    let mut keys = Vec::new();
    for (scheme, value) in profile.identifiers() {
        keys.push((hash('i', &[scheme.code(), value]), 100));
    }
    for spoken in profile.spoken() {
        let known = spoken.found.entities.iter().chain(&spoken.found.base);
        keys.extend(known.map(|entity| (hash('e', &[&entity.to_string()]), 60)));
        of_name(&spoken.name, &mut keys);
    }
    keys.sort_unstable_by_key(|(key, weight)| (*key, std::cmp::Reverse(*weight)));
    keys.dedup_by_key(|(key, _)| *key);
    keys
}

fn of_name(name: &Name, keys: &mut Vec<(u32, u32)>) {
    keys.push((hash('r', &[&name.rest]), NAME));
    for place in name.places() {
        keys.push((hash('p', &[place, if name.core.is_empty() { &name.rest } else { &name.core }]), 12));
    }
    if name.core.is_empty() {
        return;
    }
    keys.push((hash('c', &[&name.core]), 10));
    let whole = sound::whole_reading(&name.rest);
    keys.extend(whole.filter(|_| !name.words.is_empty()).map(|sound| (hash('s', &[&sound]), 8)));
    for sound in sounds(&name.core) {
        keys.push((hash('s', &[&sound]), 8));
    }
    pieces(name, keys);
}

/// How a core is read, in Latin letters, and its consonants for loan words.
fn sounds(core: &str) -> Vec<String> {
    let mut sounds = sound::readings(core);
    let consonants = if main_script(core) == Script::Han { String::new() } else { sound::consonants(core) };
    if consonants.len() >= 4 {
        sounds.push(format!("~{consonants}"));
    }
    sounds
}

fn pieces(name: &Name, keys: &mut Vec<(u32, u32)>) {
    if main_script(&name.core) == Script::Latin {
        let words = name.base.split(' ').filter(|word| word.len() >= 4 && name.core.contains(*word));
        keys.extend(words.take(PAIRS).map(|word| (hash('w', &[word]), 3)));
        return;
    }
    let chars: Vec<char> = name.core.chars().collect();
    for pair in chars.windows(2).take(PAIRS) {
        keys.push((hash('b', &[&pair.iter().collect::<String>()]), 2));
    }
}

/// FNV-1a, 32 bits: the same on every machine. Two keys that fall together cost a comparison, nothing else.
fn hash(kind: char, parts: &[&str]) -> u32 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let kind = u8::try_from(kind).unwrap_or_default();
    std::iter::once(kind)
        .chain(bytes)
        .fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
