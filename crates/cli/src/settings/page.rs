//! The table of all settings, for docs/settings.md and for a terminal, from the options themselves.

use super::known;
use crate::args::Arguments;
use clap::{Arg, Command, CommandFactory};
use std::fmt::Write;

/// The table in Markdown, as docs/settings.md has it.
pub(crate) fn markdown() -> String {
    let mut page = String::from(
        "| key | option | variable | of | meaning | without it |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for [key, option, variable, commands, meaning, without] in rows(&Arguments::command()) {
        let (option, without) = (code(&option), code(&without));
        let _ = writeln!(page, "| `{key}` | {option} | `{variable}` | {commands} | {meaning} | {without} |");
    }
    page
}

/// The table for a terminal.
pub(crate) fn table() -> String {
    let mut text = String::new();
    for [key, _, variable, _, meaning, without] in rows(&Arguments::command()) {
        let _ = writeln!(text, "{key}  ({variable})\n    {meaning}");
        if !without.is_empty() {
            let _ = writeln!(text, "    without it: {without}");
        }
    }
    text
}

fn code(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { format!("`{text}`") }
}

fn rows(command: &Command) -> Vec<[String; 6]> {
    known(command).into_iter().map(|(key, (arg, commands))| row(key, &arg, &commands)).collect()
}

fn row(key: String, arg: &Arg, commands: &[String]) -> [String; 6] {
    let text =
        |text: Option<&std::ffi::OsStr>| text.map(|text| text.to_string_lossy().into_owned()).unwrap_or_default();
    let takes_value = arg.get_action().takes_values();
    let value = arg.get_value_names().and_then(|names| names.first()).filter(|_| takes_value);
    let option = match (arg.get_long(), value) {
        (Some(long), Some(value)) => format!("--{long} {value}"),
        (Some(long), None) => format!("--{long}"),
        (None, _) => String::new(),
    };
    let meaning = arg.get_help().map(ToString::to_string).unwrap_or_default().replace('|', "\\|");
    let without: Vec<_> =
        arg.get_default_values().iter().map(|value| text(Some(value))).filter(|v| v != "false").collect();
    [key, option, text(arg.get_env()), commands.join(", "), meaning, without.join(",")]
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn page_of_the_documentation_has_this_table() {
        let page = include_str!("../../../../docs/settings.md");
        assert!(page.contains(&markdown()), "docs/settings.md differs; it should have:\n{}", markdown());
    }
}
