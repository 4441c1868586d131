//! Public keys as devices write them (COSE, RFC 9053), and as they are kept. Only the little of CBOR (RFC 8949) that such a key
//! needs is read: a map of small numbers to small numbers or bytes.

use super::super::signature::{PublicKey, Scheme, decoded, encoded};
use super::scheme;

/// A value of the map.
enum Value {
    Number(i64),
    Bytes(Vec<u8>),
}

/// Entries of a map at most.
const MOST: u64 = 16;

/// The key at the beginning of the bytes.
pub(super) fn read(bytes: &[u8]) -> Option<PublicKey> {
    let mut rest = bytes;
    let (kind, count) = head(&mut rest)?;
    if kind != 5 || count > MOST {
        return None;
    }
    let mut map = Vec::new();
    for _ in 0..count {
        let Value::Number(name) = value(&mut rest)? else { return None };
        map.push((name, value(&mut rest)?));
    }
    let number = |name| {
        map.iter().find_map(|(known, value)| match value {
            Value::Number(number) if *known == name => Some(*number),
            _ => None,
        })
    };
    let bytes = |name, length: Option<usize>| {
        map.iter().find_map(|(known, value)| match value {
            Value::Bytes(bytes) if *known == name && length.is_none_or(|length| bytes.len() == length) => {
                Some(bytes.clone())
            }
            _ => None,
        })
    };
    // 1: the kind of key, 3: the algorithm, -1: the curve or the modulus, -2 and -3: the rest of it.
    match (number(1)?, number(3)?) {
        (2, -7) if number(-1) == Some(1) => {
            let (x, y) = (bytes(-2, Some(32))?, bytes(-3, Some(32))?);
            Some(PublicKey::P256([&[4], x.as_slice(), y.as_slice()].concat()))
        }
        (1, -8) if number(-1) == Some(6) => Some(PublicKey::Ed25519(bytes(-2, Some(32))?)),
        (3, -257) => Some(PublicKey::Rsa(bytes(-1, None)?, bytes(-2, None)?)),
        _ => None,
    }
}

fn value(rest: &mut &[u8]) -> Option<Value> {
    let (kind, number) = head(rest)?;
    match kind {
        0 => i64::try_from(number).ok().map(Value::Number),
        1 => i64::try_from(number).ok().map(|number| Value::Number(-1 - number)),
        2 => {
            let length = usize::try_from(number).ok()?;
            let bytes = rest.get(..length)?.to_vec();
            *rest = &rest[length..];
            Some(Value::Bytes(bytes))
        }
        _ => None,
    }
}

/// The kind of the next item and its number: value, length or count.
fn head(rest: &mut &[u8]) -> Option<(u8, u64)> {
    let (first, after) = rest.split_first()?;
    let width = match first & 31 {
        small @ 0..=23 => {
            *rest = after;
            return Some((first >> 5, u64::from(small)));
        }
        24 => 1,
        25 => 2,
        26 => 4,
        _ => return None,
    };
    let number = after.get(..width)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    *rest = &after[width..];
    Some((first >> 5, number))
}

/// The key as it is kept: COSE's number of its algorithm, a colon, its bytes as base64url.
pub(super) fn kept(key: &PublicKey) -> String {
    match key {
        PublicKey::P256(point) => format!("-7:{}", encoded(point)),
        PublicKey::Ed25519(bytes) => format!("-8:{}", encoded(bytes)),
        PublicKey::Rsa(modulus, exponent) => format!("-257:{}.{}", encoded(modulus), encoded(exponent)),
    }
}

/// The key again.
pub(super) fn from_kept(text: &str) -> Option<(PublicKey, Scheme)> {
    let (algorithm, bytes) = text.split_once(':')?;
    let key = match algorithm {
        "-7" => PublicKey::P256(decoded(bytes)?),
        "-8" => PublicKey::Ed25519(decoded(bytes)?),
        "-257" => {
            let (modulus, exponent) = bytes.split_once('.')?;
            PublicKey::Rsa(decoded(modulus)?, decoded(exponent)?)
        }
        _ => return None,
    };
    let scheme = scheme(&key);
    Some((key, scheme))
}
