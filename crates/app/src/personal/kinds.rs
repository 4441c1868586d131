//! Every kind of personal data, what for, and for how long: one table, read by the job that takes expired things away and
//! printed in docs/personal-data.md.

use std::fmt::Write;

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// What it is.
    pub what: &'static str,
    /// Where it stands: tables, and files beside the database.
    pub tables: &'static [&'static str],
    /// What it is kept for.
    pub purpose: &'static str,
    /// How long.
    pub kept: Kept,
    /// What becomes of it when the person is erased.
    pub erased: &'static str,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Until the person is erased.
    UntilErased,
    /// Until it ends by itself.
    UntilItEnds,
    /// So many days after it ended, was used or taken back.
    DaysAfterItsEnd(i64),
    /// Until the record is removed, and so many days more, in which it can be brought back.
    DaysAfterRemoval(i64),
    /// So many days.
    Days(i64),
    /// For ever: it names nobody.
    ForEver,
}

/// Days that attempts to sign in are kept.
pub(crate) const ATTEMPTS: i64 = 90;
/// Days that one-time links are kept after they were used or ended.
pub(crate) const TICKETS: i64 = 30;
/// Days that tokens are kept after they were taken back or ended.
pub(crate) const TOKENS: i64 = 365;
/// Days that the audit keeps network addresses and programs. Network logs must be kept for six months at least in some places
/// (Cybersecurity Law of China, article 21).
pub(crate) const ORIGINS: i64 = 200;

/// Days that people of organisations are kept after they were removed.
pub(crate) const REMOVED_PEOPLE: i64 = 30;

/// The table.
pub const KINDS: &[Kind] = &[
    Kind {
        what: "account: name, e-mail address, language, time zone",
        tables: &["account"],
        purpose: "to sign in, to be written to, to stand behind one's changes",
        kept: Kept::UntilErased,
        erased: "becomes “former officer N”, without address",
    },
    Kind {
        what: "what proves an account: the hash of a password, one-time codes, recovery codes, public keys of passkeys, what it is called at another service",
        tables: &["credential", "passkey", "identity"],
        purpose: "to sign in",
        kept: Kept::UntilErased,
        erased: "removed",
    },
    Kind {
        what: "membership: who belongs to which team in which role",
        tables: &["membership"],
        purpose: "permissions",
        kept: Kept::UntilErased,
        erased: "removed; the audit keeps that there was one",
    },
    Kind {
        what: "step of a sign-in that is under way",
        tables: &["sign_in_step"],
        purpose: "to sign in",
        kept: Kept::UntilItEnds,
        erased: "removed",
    },
    Kind {
        what: "session: since when, last used, network address, program; ends after 7 days without use, 30 in any case",
        tables: &["sign_in"],
        purpose: "to stay signed in; to find a session that is not one's own",
        kept: Kept::UntilItEnds,
        erased: "removed",
    },
    Kind {
        what: "one-time link: the address of the invited, whose password it sets",
        tables: &["ticket"],
        purpose: "to invite, to set a new password",
        kept: Kept::DaysAfterItsEnd(TICKETS),
        erased: "removed",
    },
    Kind {
        what: "token for programs: its name, last used",
        tables: &["api_token"],
        purpose: "to let a program in on somebody's behalf",
        kept: Kept::DaysAfterItsEnd(TOKENS),
        erased: "removed",
    },
    Kind {
        what: "attempt to sign in: a hash of the e-mail address, network address, whether it succeeded",
        tables: &["sign_in_attempt"],
        purpose: "to slow guessing down without locking anybody out",
        kept: Kept::Days(ATTEMPTS),
        erased: "removed",
    },
    Kind {
        what: "person of an organisation: names, reading, posts, e-mail addresses, telephone numbers and the like, languages, notes",
        tables: &["organisation_person", "organisation_person_fact"],
        purpose: "to know whom to speak to at an organisation, and in which language",
        kept: Kept::DaysAfterRemoval(REMOVED_PEOPLE),
        erased: "removed; the audit keeps that there was somebody, and who changed what when",
    },
    Kind {
        what: "audit: what was entered of a person of an organisation, and why",
        tables: &["audit_value"],
        purpose: "to account for every change, and to take one back",
        kept: Kept::UntilErased,
        erased: "values and salts are removed; digests stay, the chain holds",
    },
    Kind {
        what: "stamp: the name behind an import, a decision, an entry, a record",
        tables: &[
            "import",
            "announcement",
            "claim",
            "claim_decision",
            "event",
            "organisation",
            "organisation_fact",
            "organisation_person",
            "organisation_person_fact",
            "organisation_import",
            "saved_view",
            "list_job",
            "project",
            "figure_entry",
            "attachment",
            "share",
            "publication",
            "edition",
            "membership",
            "ticket",
        ],
        purpose: "to account for figures",
        kept: Kept::UntilErased,
        erased: "the name becomes “former officer N”; what was decided stays",
    },
    Kind {
        what: "audit: the name behind a change, names of members in it, reasons",
        tables: &["audit_value"],
        purpose: "to account for every change",
        kept: Kept::UntilErased,
        erased: "names become “former officer N”, values and salts are removed; digests stay, the chain holds",
    },
    Kind {
        what: "audit: network address and program of a change",
        tables: &["audit_value"],
        purpose: "to look into misuse",
        kept: Kept::Days(ORIGINS),
        erased: "removed",
    },
    Kind {
        what: "audit: identifiers of account and token",
        tables: &["audit_change"],
        purpose: "to tell whose changes belong together",
        kept: Kept::ForEver,
        erased: "stay; they lead to “former officer N” and to nobody else",
    },
    Kind {
        what: "erasure: identifier of the account and its number, or identifier of the person of an organisation; when",
        tables: &["erasure", "person_erasure", "erasures.jsonl"],
        purpose: "to erase again after a restore",
        kept: Kept::ForEver,
        erased: "this is what is left",
    },
];

impl Kept {
    fn words(self) -> String {
        match self {
            Self::UntilErased => "until the person is erased".to_owned(),
            Self::UntilItEnds => "until it ends by itself".to_owned(),
            Self::DaysAfterItsEnd(days) => format!("{days} days after it was used, was taken back or ended"),
            Self::DaysAfterRemoval(days) => {
                format!("until they are removed, and {days} days more, in which they can be brought back")
            }
            Self::Days(days) => format!("{days} days"),
            Self::ForEver => "for ever; names nobody".to_owned(),
        }
    }
}

/// The table in Markdown, as docs/personal-data.md has it.
#[must_use]
pub fn markdown() -> String {
    let mut page = String::from(
        "| what | where | what for | how long | when the person is erased |\n| --- | --- | --- | --- | --- |\n",
    );
    for kind in KINDS {
        let tables: Vec<_> = kind.tables.iter().map(|table| format!("`{table}`")).collect();
        let Kind { what, purpose, erased, .. } = kind;
        let _ = writeln!(page, "| {what} | {} | {purpose} | {} | {erased} |", tables.join(", "), kind.kept.words());
    }
    page
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn page_of_the_documentation_has_this_table() {
        let page = include_str!("../../../../docs/personal-data.md");
        assert!(page.contains(&markdown()), "docs/personal-data.md differs; it should have:\n{}", markdown());
    }
}
