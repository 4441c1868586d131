//! What is mailed: a link, with a sentence on what it is for, in the language of whoever reads it.

use crate::lang::{Arg, Lang, tr};
use crate::state::WebState;
use samesky_app::mail::MailError;

/// A link to be mailed.
pub(super) struct Letter<'a> {
    /// The language of whoever reads it.
    pub(super) lang: Lang,
    /// The address.
    pub(super) to: &'a str,
    /// Which message: `mail-<kind>-subject` and `mail-<kind>-text`.
    pub(super) kind: &'a str,
    /// What stands in it, the link among it.
    pub(super) args: &'a [(&'a str, Arg<'a>)],
}

/// Sends it. `None`: the settings name no mail server.
pub(super) async fn send(state: &WebState, letter: &Letter<'_>) -> Option<Result<(), MailError>> {
    let mailer = state.app().mailer()?;
    let subject = tr(letter.lang, &format!("mail-{}-subject", letter.kind), letter.args);
    let text = tr(letter.lang, &format!("mail-{}-text", letter.kind), letter.args);
    let text = format!("{text}\n\n{}\n", tr(letter.lang, "mail-foot", &[]));
    let outcome = mailer.send(letter.to, &subject, &text).await;
    if let Err(error) = &outcome {
        tracing::warn!(kind = letter.kind, %error, "a message was not sent");
    }
    Some(outcome)
}

/// What went wrong and what to do, in the reader's language.
pub(super) fn problem(lang: Lang, error: &MailError) -> String {
    let (key, reason) = match error {
        MailError::Address => ("mail-problem-address", String::new()),
        MailError::TimedOut => ("mail-problem-time", String::new()),
        MailError::Unreachable(reason) => ("mail-problem-way", reason.clone()),
        MailError::Refused(reason) => ("mail-problem-refused", reason.clone()),
        MailError::Settings { setting, reason } => ("mail-problem-way", format!("{setting}: {reason}")),
    };
    tr(lang, key, &[("reason", reason.into())])
}

#[cfg(test)]
mod tests {
    use super::problem;
    use crate::lang::Lang;
    use samesky_app::mail::MailError;

    #[test]
    fn problem_says_what_to_do_in_every_language() {
        for lang in Lang::ALL {
            for error in [MailError::Address, MailError::TimedOut, MailError::Refused("550 no".into())] {
                let said = problem(*lang, &error);
                assert!(!said.starts_with("mail-problem"), "{lang} {said}");
            }
        }
    }
}
