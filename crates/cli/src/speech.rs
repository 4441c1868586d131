//! Messages in the language of whoever sits at the terminal.

use crate::args::Arguments;
use samesky_model::language::Language;
use samesky_model::remark::Remark;
use samesky_web::lang::{self, Arg};

/// The language of this run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech {
    pub(crate) language: Language,
}

impl Speech {
    /// The language asked for, else that of the environment (POSIX: `LC_ALL` before `LC_MESSAGES` before `LANG`), else
    /// English.
    pub(crate) fn of(arguments: &Arguments) -> Self {
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .and_then(|value| Language::from_tag(value.split('.').next().unwrap_or_default()));
        Self { language: arguments.language.or(environment).unwrap_or(Language::En) }
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        lang::tr(self.language, key, args)
    }

    pub(crate) fn remark(&self, remark: &Remark) -> String {
        lang::remark::remark(self.language, remark)
    }
}
