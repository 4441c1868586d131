//! Settings of a file. Every option that an environment variable can set can stand in it, under the option's name. What the
//! file says comes before what is built in; a variable of the environment comes before the file, an option before both.

mod document;
mod page;

pub(crate) use page::{markdown, table};

use crate::args::Arguments;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory, FromArgMatches, parser::ValueSource};
use document::{Said, read};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where the settings are, where nobody says otherwise. The file need not be there.
pub(crate) const PLACE: &str = "/etc/samesky/samesky.toml";

/// The variable that names another file.
pub(crate) const VARIABLE: &str = "SAMESKY_CONFIG";

/// The command line, with the settings of the file behind it.
///
/// # Errors
/// What is wrong with the file, with its line; usage errors end the program as clap does.
pub(crate) fn arguments() -> Result<Arguments, String> {
    let said = match place() {
        Some((path, must_be)) => of_file(&path, must_be)?,
        None => BTreeMap::new(),
    };
    let mut command = with(Arguments::command(), &said);
    let matches = command.get_matches_mut();
    no_secret(&matches)?;
    Ok(Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.format(&mut command).exit()))
}

/// Every option that can be set by the environment, and so by the file, by its name; with the commands that take it.
pub(super) fn known(command: &Command) -> BTreeMap<String, (Arg, Vec<String>)> {
    let mut found = BTreeMap::new();
    collect(command, "", &mut found);
    found
}

fn collect(command: &Command, above: &str, found: &mut BTreeMap<String, (Arg, Vec<String>)>) {
    for arg in command.get_arguments().filter(|arg| arg.get_env().is_some() && arg.get_id() != "config") {
        let entry = found.entry(key(arg)).or_insert_with(|| (arg.clone(), Vec::new()));
        entry.1.push(above.trim().to_owned());
    }
    for below in command.get_subcommands() {
        collect(below, &format!("{above} {}", below.get_name()), found);
    }
}

/// The name in the file: that of the option.
fn key(arg: &Arg) -> String {
    arg.get_long().map_or_else(|| arg.get_id().as_str().replace('_', "-"), str::to_owned)
}

/// The file of settings, and whether it must be there.
fn place() -> Option<(PathBuf, bool)> {
    let words: Vec<String> = std::env::args().skip(1).take_while(|word| word != "--").collect();
    let named = words.iter().enumerate().find_map(|(at, word)| {
        word.strip_prefix("--config=")
            .map(str::to_owned)
            .or_else(|| (word == "--config").then(|| words.get(at + 1).cloned())?)
    });
    let named = named.or_else(|| std::env::var(VARIABLE).ok()).filter(|path| !path.is_empty());
    match named {
        Some(path) => Some((path.into(), true)),
        None => Some((PathBuf::from(PLACE), false)).filter(|(path, _)| path.exists()),
    }
}

fn of_file(path: &Path, must_be: bool) -> Result<BTreeMap<String, Said>, String> {
    match std::fs::read_to_string(path) {
        Ok(text) => checked(&text).map_err(|(line, why)| format!("{}:{line}: {why}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_be => Ok(BTreeMap::new()),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// What the text of a file says, held against what there is; or the first line that is wrong, and why.
fn checked(text: &str) -> Result<BTreeMap<String, Said>, (usize, String)> {
    let command = Arguments::command();
    let known = known(&command);
    let said = read(text)?;
    for (key, value) in &said {
        let Some((arg, _)) = known.get(key) else { return Err((value.line, unknown(key, known.keys()))) };
        tried(arg, value).map_err(|why| (value.line, format!("{key}: {why}")))?;
    }
    Ok(said)
}

fn unknown<'a>(key: &str, known: impl Iterator<Item = &'a String>) -> String {
    let nearest = known.map(|known| (strsim::damerau_levenshtein(key, known), known)).min();
    match nearest {
        Some((distance, nearest)) if distance <= key.len() / 2 => {
            format!("unknown key “{key}”; did you mean “{nearest}”?")
        }
        _ => format!("unknown key “{key}”; docs/settings.md lists those there are"),
    }
}

/// Whether the option takes the value.
fn tried(arg: &Arg, said: &Said) -> Result<(), String> {
    let several = matches!(arg.get_action(), ArgAction::Append) || arg.get_value_delimiter().is_some();
    if said.values.len() != 1 && !several {
        return Err("one value is expected, not a list".to_owned());
    }
    // On its own, without what it needs beside it.
    let mut bare = Arg::new("value").long("value").action(arg.get_action().clone());
    if arg.get_action().takes_values() {
        bare = bare.value_parser(arg.get_value_parser().clone()).num_args(1..);
    }
    let alone = Command::new("samesky").no_binary_name(true).arg(prepared(bare, said));
    match alone.try_get_matches_from(std::iter::empty::<&str>()) {
        Ok(_) => Ok(()),
        Err(error) => {
            let said = error.to_string();
            let first = said.lines().next().unwrap_or_default();
            Err(first.rsplit_once("': ").map_or(first, |(_, why)| why).trim_start_matches("error: ").to_owned())
        }
    }
}

fn with(command: Command, said: &BTreeMap<String, Said>) -> Command {
    let ids: Vec<_> =
        command.get_arguments().map(|arg| (arg.get_id().clone(), key(arg), arg.get_env().is_some())).collect();
    let command =
        ids.into_iter().filter(|(_, _, settable)| *settable).fold(command, |command, (id, key, _)| {
            match said.get(&key) {
                Some(said) => command.mut_arg(id, |arg| prepared(arg, said)),
                None => command,
            }
        });
    command.mut_subcommands(|below| with(below, said))
}

/// The option with the file's value where it had its own.
fn prepared(arg: Arg, said: &Said) -> Arg {
    arg.default_values(said.values.iter().map(|value| clap::builder::OsStr::from(value.clone())))
}

/// A password on the command line is seen by every user of the machine.
fn no_secret(matches: &ArgMatches) -> Result<(), String> {
    let mut below = Some(matches);
    while let Some(matches) = below {
        if matches.ids().any(|id| id == "database")
            && matches.value_source("database") == Some(ValueSource::CommandLine)
        {
            let url = matches.get_one::<String>("database").map_or("", String::as_str);
            if has_password(url) {
                let said = "--database: a password on the command line is seen by every user of the machine; put the address \
                            into SAMESKY_DATABASE or into the file of settings (docs/settings.md)";
                return Err(said.to_owned());
            }
        }
        below = matches.subcommand().map(|(_, below)| below);
    }
    Ok(())
}

fn has_password(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let before_host = rest.rsplit_once('@').is_some_and(|(account, _)| account.contains(':'));
    before_host
        || rest.split_once('?').is_some_and(|(_, query)| query.split('&').any(|pair| pair.starts_with("password=")))
}

#[cfg(test)]
mod tests {
    use super::{checked, has_password, known};
    use crate::args::Arguments;
    use clap::CommandFactory;

    fn refused(text: &str) -> (usize, String) {
        checked(text).expect_err("must be refused")
    }

    #[test]
    fn file_with_known_keys_is_taken() {
        let text = "# ours\nlisten = \"127.0.0.1:9000\"\nimport-lease = 30\nlog-json = true\n\
                    trusted-proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\n";
        let said = checked(text).expect("taken");
        let values: Vec<_> = said.iter().map(|(key, said)| (key.as_str(), said.line, said.values.join(" "))).collect();
        let expected = [
            ("import-lease", 3, "30".to_owned()),
            ("listen", 2, "127.0.0.1:9000".to_owned()),
            ("log-json", 4, "true".to_owned()),
            ("trusted-proxies", 5, "127.0.0.1 10.0.0.0/8".to_owned()),
        ];
        assert_eq!(values, expected);
    }

    #[test]
    fn file_with_a_fault_is_refused_with_its_line() {
        let nearest = "unknown key “lisen”; did you mean “listen”?".to_owned();
        assert_eq!(refused("\n\nlisen = \"127.0.0.1:9000\""), (3, nearest));
        let none = "unknown key “colour-of-the-sky”; docs/settings.md lists those there are".to_owned();
        assert_eq!(refused("[colour-of]\nthe-sky = 1"), (2, none));
        for (text, line) in [
            ("listen = 3.5", 1),
            ("listen = \"here\"", 1),
            ("import-lease = -1", 1),
            ("url = \"ftp://x\"", 1),
            ("log-json = \"perhaps\"", 1),
            ("listen = [\"127.0.0.1:1\", \"127.0.0.1:2\"]", 1),
            ("database = \"a\"\ndatabase = \"b\"", 2),
            ("database = ", 1),
        ] {
            assert_eq!(refused(text).0, line, "{text}: {:?}", refused(text));
        }
    }

    #[test]
    fn settings_have_one_meaning_wherever_they_stand() {
        for (key, (arg, _)) in known(&Arguments::command()) {
            let variable = arg.get_env().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            assert!(variable.starts_with("SAMESKY_"), "{key}: {variable}");
        }
    }

    #[test]
    fn password_in_an_address_is_seen() {
        for (url, found) in [
            ("postgres://a:s@h/d", true),
            ("postgres://h/d?user=a&password=s", true),
            ("postgres://a@h:5432/d", false),
            ("postgres://h:5432/d", false),
            ("sqlite:a:b@c", false),
        ] {
            assert_eq!(has_password(url), found, "{url}");
        }
    }
}
