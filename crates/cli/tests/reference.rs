//! `docs/reference/cli.md` and the README against the program: the same commands, the same options, the same variables.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Every command with the words that start it.
const COMMANDS: &[&[&str]] = &[
    &["read"],
    &["import", "announcements"],
    &["import", "organisations"],
    &["organisations", "compare"],
    &["organisations", "export"],
    &["organisations", "undo-import"],
    &["serve"],
    &["demo"],
    &["backup"],
    &["restore"],
    &["admin", "roles"],
    &["admin", "settings"],
    &["admin", "audit", "head"],
    &["admin", "audit", "verify"],
    &["admin", "person", "export"],
    &["admin", "person", "erase"],
    &["timetable", "solve"],
    &["timetable", "check"],
    &["timetable", "explain"],
    &["timetable", "show"],
];

fn page(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn help(command: &[&str]) -> String {
    let mut samesky = Command::new(env!("CARGO_BIN_EXE_samesky"));
    let done = samesky.args(command).arg("--help").output().expect("samesky starts");
    assert!(done.status.success(), "samesky {} --help", command.join(" "));
    String::from_utf8(done.stdout).expect("help in UTF-8")
}

/// The long options that a text names, without those that every command has.
fn options(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    let long = words.filter(|word| word.starts_with("--") && !word.ends_with("-")).map(str::to_owned);
    let everywhere = ["--help", "--version", "--language", "--config"];
    long.filter(|option| !everywhere.contains(&option.as_str())).collect()
}

/// What the page says under the heading of a command.
fn section<'a>(page: &'a str, command: &[&str]) -> &'a str {
    let heading = format!("## `samesky {}`\n", command.join(" "));
    let (_, after) = page.split_once(&heading).unwrap_or_else(|| panic!("no heading {heading}"));
    after.split("\n## ").next().unwrap_or_default()
}

#[test]
fn options_of_each_command_are_those_of_the_page() {
    let reference = page("docs/reference/cli.md");
    for command in COMMANDS {
        // The page names options of other commands nowhere, so the sets are the same.
        assert_eq!(options(section(&reference, command)), options(&help(command)), "samesky {}", command.join(" "));
    }
}

#[test]
fn commands_are_those_of_the_page() {
    let listed = |text: &str| -> BTreeSet<String> {
        let lines = text.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        names
            .filter_map(|line| line.split_whitespace().next())
            .filter(|name| *name != "help")
            .map(str::to_owned)
            .collect()
    };
    let (mut found, mut waiting) = (BTreeSet::new(), vec![Vec::new()]);
    while let Some(words) = waiting.pop() {
        let below = listed(&help(&words.iter().map(String::as_str).collect::<Vec<_>>()));
        if below.is_empty() {
            found.insert(words.join(" "));
        }
        waiting.extend(below.into_iter().map(|next| [&words[..], &[next]].concat()));
    }
    let reference = page("docs/reference/cli.md");
    let headings = reference.lines().filter_map(|line| line.strip_prefix("## `samesky ")?.strip_suffix('`'));
    assert_eq!(found, headings.map(str::to_owned).collect());
    assert_eq!(found, COMMANDS.iter().map(|words| words.join(" ")).collect());
}

#[test]
fn variables_of_the_program_are_on_the_page() {
    let settings = page("docs/settings.md");
    for command in COMMANDS {
        let help = help(command);
        for variable in help.split("[env: ").skip(1).filter_map(|rest| rest.split(['=', ']']).next()) {
            assert!(settings.contains(&format!("`{variable}`")), "{variable} is not on the page");
        }
    }
}

#[test]
fn commands_of_the_readme_are_understood() {
    let readme = page("README.md");
    let lines = readme.lines().filter_map(|line| {
        let start = ["cargo run -- ", "target/release/samesky ", "$ samesky "];
        start.iter().find_map(|start| line.strip_prefix(start))
    });
    let mut seen = 0;
    for line in lines {
        seen += 1;
        let words: Vec<_> = line.split_whitespace().collect();
        let command: Vec<_> = words.iter().copied().take(1).collect();
        let unknown: Vec<_> = options(line).difference(&options(&help(&command))).cloned().collect();
        assert_eq!(unknown, Vec::<String>::new(), "{line}");
    }
    assert!(seen >= 5, "only {seen} commands were recognised");
}

#[test]
fn example_of_the_readme_is_what_the_program_prints() {
    let readme = page("README.md");
    let (_, example) = readme.split_once("```console\n$ samesky ").expect("an example");
    let (command, shown) = example.split("\n```").next().and_then(|lines| lines.split_once('\n')).expect("an answer");
    let mut samesky = Command::new(env!("CARGO_BIN_EXE_samesky"));
    samesky.args(["--language", "en"]).args(command.split_whitespace());
    let done = samesky.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).output().expect("it starts");
    let printed = String::from_utf8(done.stdout).expect("UTF-8");
    let printed: BTreeSet<_> = printed.lines().map(str::trim_end).collect();
    let other: Vec<_> = shown.lines().filter(|line| !printed.contains(line.trim_end())).collect();
    assert_eq!(other, Vec::<&str>::new(), "the README shows what samesky {command} does not print");
}
