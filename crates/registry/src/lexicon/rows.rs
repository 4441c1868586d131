//! Lines of a data file: comments left out, columns by tabs.

/// The columns of each line.
pub(crate) fn rows(data: &str) -> Vec<Vec<&str>> {
    let lines = data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect()).collect()
}
