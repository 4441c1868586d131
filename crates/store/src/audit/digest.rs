//! The digests of the chain: SHA-256 over the parts, each with its length before it, so that no two lists of parts look
//! alike. docs/audit.md describes them; they never change.

use super::{row, value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What stands before the first change.
pub(crate) const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Of a personal value. The salt keeps it from being guessed once the value is gone.
pub(crate) fn of_value(field: &str, salt: &str, value: &str) -> String {
    Parts::new("samesky audit value 1").text(salt).text(field).text(value).end()
}

/// Of a change, with the digests of its personal values in the order of their fields.
pub(crate) fn of_change(row: &row::Model, values: &[value::Model]) -> String {
    let mut values: Vec<_> = values.iter().map(|value| (value.field.as_str(), value.digest.as_str())).collect();
    values.sort_unstable();
    let parts = Parts::new("samesky audit change 1")
        .id(Some(row.id))
        .id(Some(row.team_id))
        .number(row.done_at)
        .text(&row.actor)
        .id(row.account_id)
        .id(row.token_id)
        .text(&row.action)
        .text(&row.record_kind)
        .id(Some(row.record_id))
        .optional(row.before.as_deref())
        .optional(row.after.as_deref());
    values.iter().fold(parts, |parts, (field, digest)| parts.text(field).text(digest)).end()
}

/// Of a link: a change at its place behind another.
pub(crate) fn of_link(team: Uuid, sequence: i64, previous: &str, change: &str) -> String {
    Parts::new("samesky audit link 1").id(Some(team)).number(sequence).text(previous).text(change).end()
}

struct Parts(Sha256);

impl Parts {
    fn new(what: &str) -> Self {
        Self(Sha256::new()).text(what)
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.update(bytes);
        self
    }

    fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    fn number(self, number: i64) -> Self {
        self.bytes(&number.to_be_bytes())
    }

    /// An identifier; one that is missing is empty, which no identifier is.
    fn id(self, id: Option<Uuid>) -> Self {
        match id {
            Some(id) => self.bytes(id.as_bytes()),
            None => self.bytes(&[]),
        }
    }

    /// A text that may be missing: one byte says whether it is there, since it may be empty as well.
    fn optional(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.bytes(&[1]).text(text),
            None => self.bytes(&[0]),
        }
    }

    fn end(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{NOTHING, of_link, of_value};
    use uuid::Uuid;

    #[test]
    fn digest_parts_cannot_be_shifted_into_one_another() {
        assert_ne!(of_value("by", "s", "ab"), of_value("bya", "s", "b"));
        assert_ne!(of_value("by", "s", "a"), of_value("by", "sa", ""));
        let of = |sequence, previous| of_link(Uuid::nil(), sequence, previous, NOTHING);
        assert_ne!(of(1, NOTHING), of(2, NOTHING));
        assert_ne!(of(1, NOTHING), of(1, ""));
    }

    #[test]
    fn digest_stays_as_it_is() {
        // printf of the parts with their lengths, through sha256sum.
        assert_eq!(of_value("by", "salt", "林澄"), "9a84761216f4c626f253cc0248de2e21cedb110e2fa4ef1c4ebf886f77533045");
    }
}
