//! The codes of wrong fields in English.

/// Every code of the use cases with its sentence; docs/api.md lists them.
const SAID: [(&str, &str); 39] = [
    ("attachment-kind", "a file of a kind that is not taken, or one with macros; what it is, its content says"),
    ("attachment-too-large", "the file has more MiB than are taken"),
    ("class-without-currency", "an amount of a money class needs the currency as its unit (ISO 4217)"),
    ("is-shared", "the team sees this record already"),
    ("kind-changed", "a correction keeps the kind of the claim"),
    ("name-missing", "a name is needed"),
    ("negative-count", "a count cannot be below zero"),
    ("no-country-code", "no code of a country/region (ISO 3166-1, two letters)"),
    ("no-email", "no e-mail address"),
    ("no-file", "at least one file is needed"),
    ("no-industry-code", "no code of ISIC Rev.4: a section A to U, or two to four digits"),
    ("no-language-tag", "not a BCP 47 language tag, such as zh-Hans"),
    ("no-mapping", "the mapping cannot be used"),
    ("no-parent", "no team stands above the own one"),
    ("no-scheme", "no word for a register or a classification: letters, digits, hyphens"),
    ("no-such-column", "the mapping names no column that there is"),
    ("no-such-field", "the mapping names no field that there is"),
    ("no-such-organisation", "there is no such organisation, or it is this one"),
    ("no-web-address", "not an address that begins with http:// or https://"),
    ("nothing-to-undo", "there is no decision to take back"),
    ("number-taken", "another organisation has this number"),
    ("one-file", "one file at a time"),
    ("only-one", "there can be one value only"),
    ("outside-text", "the place is not within the text"),
    ("own-request", "whoever asked to publish cannot decide on it; somebody else has to"),
    ("own-team", "a record is not shared with the own team"),
    ("publication-same", "just this is published already"),
    ("publication-waits", "a request to publish this record waits already"),
    ("range-upside-down", "the lower end is above the upper one"),
    ("reason-missing", "what is in the ledger changes only with a reason"),
    ("reason-too-long", "a reason has at most 2,000 characters"),
    ("record-withdrawn", "no accepted claim speaks of the record any more"),
    ("same-event", "an event cannot be joined with itself"),
    ("share-target", "name one team in `with`, or set `parent` to true"),
    ("too-long", "longer than is kept"),
    ("too-many-attachments", "200 files stand beside this record already"),
    ("too-many-values", "more values than are kept of one organisation"),
    ("value-missing", "a value is needed"),
    ("value-too-long", "longer than is kept: 500 characters, of a note 4,000"),
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
