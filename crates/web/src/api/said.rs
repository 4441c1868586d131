//! The codes of wrong fields in English.

/// Every code of the use cases with its sentence; docs/api.md lists them.
const SAID: [(&str, &str); 17] = [
    ("attachment-kind", "a file of a kind that is not taken, or one with macros; what it is, its content says"),
    ("attachment-too-large", "the file has more MiB than are taken"),
    ("class-without-currency", "an amount of a money class needs the currency as its unit (ISO 4217)"),
    ("kind-changed", "a correction keeps the kind of the claim"),
    ("name-missing", "a name is needed"),
    ("negative-count", "a count cannot be below zero"),
    ("no-file", "at least one file is needed"),
    ("no-language-tag", "not a BCP 47 language tag, such as zh-Hans"),
    ("no-web-address", "not an address that begins with http:// or https://"),
    ("nothing-to-undo", "there is no decision to take back"),
    ("one-file", "one file at a time"),
    ("outside-text", "the place is not within the text"),
    ("range-upside-down", "the lower end is above the upper one"),
    ("reason-missing", "what is in the ledger changes only with a reason"),
    ("same-event", "an event cannot be joined with itself"),
    ("too-many-attachments", "200 files stand beside this record already"),
    ("too-long", "longer than is kept"),
];

/// The sentence for a code.
pub(super) fn of(code: &str) -> Option<&'static str> {
    SAID.iter().find(|(known, _)| *known == code).map(|(_, said)| *said)
}

#[cfg(test)]
mod tests {
    use super::SAID;

    #[test]
    fn code_every_one_is_written_down() {
        let page = include_str!("../../../../docs/api.md");
        for (code, _) in SAID {
            assert!(page.contains(&format!("`{code}`")), "{code} is not in docs/api.md");
        }
    }
}
