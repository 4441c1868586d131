//! The map is held to the land: ARCHITECTURE.md, README.md and the links of every page, against the files there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each crate may import from the house, and nothing beyond it.
const IMPORTS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("extract", &["model"]),
    ("reading", &["model"]),
    ("figures", &["model"]),
    ("timetable", &[]),
    ("registry", &[]),
    ("store", &["model"]),
    ("app", &["extract", "figures", "model", "reading", "registry", "store"]),
    ("web", &["app", "model"]),
    ("cli", &["app", "extract", "model", "registry", "timetable", "web"]),
    ("testkit", &["model"]),
];

/// Libraries that are one crate's business: the beginning of the name, and who may import it.
const KEPT: &[(&str, &[&str])] = &[
    ("sea-orm", &["store", "testkit"]),
    ("sqlx", &["store"]),
    ("axum", &["web"]),
    ("maud", &["web"]),
    ("tower", &["web"]),
    ("utoipa", &["web"]),
    ("fluent", &["web"]),
    ("clap", &["cli"]),
    ("pdf-extract", &["extract"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the root of the repository")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn crates() -> BTreeSet<String> {
    let folders = fs::read_dir(root().join("crates")).expect("the folder crates");
    folders
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().join("Cargo.toml").is_file())
        .map(|entry| entry.file_name().into_string().expect("a name in UTF-8"))
        .collect()
}

/// The names under `[section]` of a crate's Cargo.toml.
fn names_in(crate_name: &str, section: &str) -> BTreeSet<String> {
    let manifest = read(&format!("crates/{crate_name}/Cargo.toml"));
    let heading = format!("[{section}]");
    let lines = manifest.lines().skip_while(|line| line.trim() != heading).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

fn house_imports(crate_name: &str, section: &str) -> BTreeSet<String> {
    names_in(crate_name, section).iter().filter_map(|name| name.strip_prefix("samesky-")).map(str::to_owned).collect()
}

/// What each crate imports from the house.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    crates().into_iter().map(|name| (name.clone(), house_imports(&name, "dependencies"))).collect()
}

#[test]
fn crates_import_what_the_rule_allows_and_nothing_else() {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let allowed: BTreeMap<_, BTreeSet<String>> =
        IMPORTS.iter().map(|(name, of)| ((*name).to_owned(), set(of))).collect();
    assert_eq!(imports(), allowed);
}

#[test]
fn tests_of_engines_import_no_other_crate_but_the_testkit() {
    for engine in ["extract", "reading", "figures", "timetable"] {
        let mut found = house_imports(engine, "dev-dependencies");
        found.remove("testkit");
        assert_eq!(found, BTreeSet::new(), "{engine}");
    }
}

#[test]
fn libraries_of_one_trade_stay_in_their_crate() {
    let mut astray = Vec::new();
    for name in crates() {
        for import in names_in(&name, "dependencies") {
            let strays = KEPT.iter().filter(|(library, homes)| import.starts_with(library) && !homes.contains(&&*name));
            astray.extend(strays.map(|_| format!("{name} imports {import}")));
        }
    }
    assert_eq!(astray, Vec::<String>::new());
}

#[test]
fn dependencies_stand_in_sections_that_these_tests_read() {
    for name in crates() {
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        let sections = manifest.lines().filter(|line| line.starts_with('[') && line.contains("dependencies"));
        let odd: Vec<_> = sections.filter(|line| !["[dependencies]", "[dev-dependencies]"].contains(line)).collect();
        assert_eq!(odd, Vec::<&str>::new(), "crates/{name}/Cargo.toml");
    }
}

/// The rows of the map: the crate's name and what it imports.
fn map() -> BTreeMap<String, BTreeSet<String>> {
    let page = read("ARCHITECTURE.md");
    let rows = page.lines().skip_while(|line| !line.starts_with("| crate |")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split('|').collect();
            assert_eq!(cells.len(), 3, "{line}");
            (ticked(cells[0]).concat(), ticked(cells[2]).into_iter().map(str::to_owned).collect())
        })
        .collect()
}

#[test]
fn map_names_the_crates_there_are_with_their_imports() {
    assert_eq!(map(), imports());
}

#[test]
fn every_path_of_the_map_exists() {
    let page = read("ARCHITECTURE.md");
    let paths: Vec<_> = ticked(&page).into_iter().filter(|word| is_path(word)).collect();
    let missing: Vec<_> = paths.iter().filter(|path| !root().join(path).exists()).collect();
    assert_eq!(missing, Vec::<&&str>::new());
    assert!(paths.len() > 50, "only {} paths were recognised", paths.len());
}

/// Whether something in backticks is meant as a path of the repository.
fn is_path(word: &str) -> bool {
    let first = word.split('/').next().unwrap_or_default();
    let file = [".md", ".toml", ".rs"].iter().any(|ending| word.ends_with(ending));
    let folder = word.contains('/') && !first.is_empty() && root().join(first).is_dir();
    !word.contains([' ', ':', '<']) && (file || folder)
}

#[test]
fn every_name_of_the_map_is_defined_in_the_file_beside_it() {
    let page = read("ARCHITECTURE.md").replace('\n', " ");
    let pieces: Vec<_> = page.split('`').collect();
    let (mut missing, mut seen) = (Vec::new(), 0);
    for around in pieces.windows(3) {
        let [name, between, path] = around else { continue };
        if between.trim() == "in" && path.ends_with(".rs") {
            seen += 1;
            missing.extend((!defines(&read(path), name)).then(|| format!("{name} in {path}")));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(seen > 25, "only {seen} names were recognised");
}

/// Whether the source has a function or type of this name.
fn defines(source: &str, name: &str) -> bool {
    ["fn", "struct", "enum", "trait"].iter().any(|kind| {
        let start = format!("{kind} {name}");
        let mut after = source.match_indices(&start).filter_map(|(at, _)| source[at + start.len()..].chars().next());
        after.any(|next| !next.is_alphanumeric() && next != '_')
    })
}

#[test]
fn readme_gives_commands_that_exist() {
    let page = read("README.md");
    let lines = fenced(&page, "sh");
    for wanted in ["cargo run -- demo", "./check", "cargo build --release --locked"] {
        assert!(lines.iter().any(|line| line.starts_with(wanted)), "README.md lacks the command {wanted}");
    }
    for line in lines {
        let Some(program) = line.split_whitespace().next().and_then(|word| word.strip_prefix("./")) else { continue };
        assert!(is_program(&root().join(program)), "{program} is no program");
    }
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[test]
fn links_lead_somewhere() {
    let (mut dead, mut seen) = (Vec::new(), 0);
    for page in pages() {
        let text = fs::read_to_string(&page).expect("a page");
        for (number, link) in links(&text).into_iter().filter(|(_, link)| !link.contains(':')) {
            seen += 1;
            if !leads_somewhere(&page, link) {
                dead.push(format!("{}:{number}: {link}", page.display()));
            }
        }
    }
    assert_eq!(dead, Vec::<String>::new());
    assert!(seen > 20, "only {seen} links were recognised");
}

fn leads_somewhere(page: &Path, link: &str) -> bool {
    let (file, heading) = link.split_once('#').unwrap_or((link, ""));
    let target = if file.is_empty() { page.to_owned() } else { page.parent().expect("a folder").join(file) };
    let text = || fs::read_to_string(&target).unwrap_or_default();
    target.exists() && (heading.is_empty() || anchors(&text()).contains(heading))
}

/// The anchors of the headings, as forges make them: lower case, words joined by hyphens.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = outside_fences(text).into_iter().filter(|(_, line)| line.starts_with('#'));
    headings
        .map(|(_, line)| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept = words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

#[test]
fn index_of_the_documentation_names_every_page() {
    let index = read("docs/README.md");
    let named: BTreeSet<_> = links(&index).into_iter().map(|(_, link)| link.to_owned()).collect();
    let folder = root().join("docs");
    let pages = pages().into_iter().filter_map(|page| Some(page.strip_prefix(&folder).ok()?.display().to_string()));
    let unnamed: Vec<_> = pages
        .filter(|page| page != "README.md" && (!page.starts_with("decisions/") || page.ends_with("README.md")))
        .filter(|page| !named.contains(page))
        .collect();
    assert_eq!(unnamed, Vec::<String>::new());
}

/// Every page of documentation, below the root.
fn pages() -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry")) {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() && !name.starts_with('.') && name != "target" {
                folders.push(path);
            } else if name.ends_with(".md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The targets of links and pictures, `](target)` and `src="target"`, with their lines.
fn links(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in outside_fences(text) {
        for opening in ["](", "src=\""] {
            for (at, _) in line.match_indices(opening) {
                let rest = &line[at + opening.len()..];
                found.push((number, &rest[..rest.find([')', '"', ' ']).unwrap_or(rest.len())]));
            }
        }
    }
    found
}

/// What stands between backticks; fenced blocks are left out.
fn ticked(text: &str) -> Vec<&str> {
    outside_fences(text).into_iter().flat_map(|(_, line)| line.split('`').skip(1).step_by(2)).collect()
}

/// The lines outside of fenced blocks, numbered from 1.
fn outside_fences(text: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut lines = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim_start().starts_with("```") {
            inside = !inside;
        } else if !inside {
            lines.push((number, line));
        }
    }
    lines
}

/// The lines of the fenced blocks in this language.
fn fenced<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let mut inside = None;
    let mut lines = Vec::new();
    for line in text.lines() {
        if let Some(opened) = line.trim_start().strip_prefix("```") {
            inside = if inside.is_some() { None } else { Some(opened.trim() == language) };
        } else if inside == Some(true) {
            lines.push(line);
        }
    }
    lines
}
