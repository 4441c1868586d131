//! Why something was read as it was: which rule made it, and by which words.

use crate::code::code_list;
use crate::span::Span;
use serde::Serialize;

code_list! {
    /// What an explanation is of.
    Explained {
        /// A number expression.
        Quantity = "quantity",
        /// An event.
        Event = "event",
        /// A figure.
        Figure = "figure",
        /// An organisation.
        Organisation = "organisation",
        /// A project.
        Project = "project",
    }
}

/// Why a claim or a number expression was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What it is of.
    pub of: Explained,
    /// The claim's id; number expressions have none.
    pub id: Option<String>,
    /// The rule that found it, by the name of its file or function in the reader.
    pub rule: &'static str,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What was decided about it, in the order of deciding.
    pub steps: Vec<Step>,
}

/// One decision about a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What was decided: `measure`, `date`, `unit` …
    pub step: &'static str,
    /// The rule that decided it.
    pub rule: &'static str,
    /// What it decided on.
    pub gave: String,
    /// The words of the text that the rule looked for and met, in the order of the text.
    pub words: Vec<Span>,
}
