//! A user's own file of names: places, organisations, industries and endings of organisations' names in one.
//!
//! The format is in `docs/reading.md`. Every line is checked; the first fault is named by its line and field.

use super::{GazetteerError, KnownOrganisation, Place, lines, place};
use samesky_model::reading::OrganisationKind;

/// The only version of the format.
const FIRST_LINE: &str = "# samesky gazetteer 1";
/// Kinds of places.
const KINDS: [&str; 7] = ["country", "province", "municipality", "prefecture", "region", "city", "district"];
/// A name is not longer than this, in code points.
const LONGEST: usize = 100;

/// What one line adds.
pub(super) enum Entry {
    Place(Place),
    Organisation(KnownOrganisation),
    Industry(String, Vec<String>),
    Ending(OrganisationKind, Vec<String>),
}

/// Every line of the file, in its order.
pub(super) fn parse(text: &str) -> Result<Vec<Entry>, GazetteerError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default().trim_end();
    if first != FIRST_LINE {
        return Err(wrong(1, "version", first, "“# samesky gazetteer 1” as the first line"));
    }
    lines(text).map(|(line, words)| Fields { line, words: words.split('\t').collect() }.entry()).collect()
}

/// The fields of one line.
struct Fields<'a> {
    line: usize,
    words: Vec<&'a str>,
}

impl Fields<'_> {
    fn entry(&self) -> Result<Entry, GazetteerError> {
        match self.at(0) {
            "place" => self.place().map(Entry::Place),
            "organisation" => Ok(Entry::Organisation(KnownOrganisation { kind: self.kind()?, names: self.names(2)? })),
            "industry" => Ok(Entry::Industry(self.industry()?, self.names(2)?)),
            "ending" => Ok(Entry::Ending(self.kind()?, self.names(2)?)),
            other => Err(wrong(self.line, "what", other, "place, organisation, industry or ending")),
        }
    }

    fn at(&self, field: usize) -> &str {
        self.words.get(field).map_or("", |words| words.trim())
    }

    fn place(&self) -> Result<Place, GazetteerError> {
        let (key, kind, iso) = (self.at(1), self.at(2), self.at(3));
        let fits = |char: char| char.is_ascii_alphanumeric() || "-/_".contains(char);
        if key.is_empty() || !key.chars().all(fits) {
            return Err(wrong(self.line, "key", key, "Latin letters, digits, - / _, as in CN-ZJ/hekou"));
        }
        if !KINDS.contains(&kind) {
            let expected = "country, province, municipality, prefecture, region, city or district";
            return Err(wrong(self.line, "kind", kind, expected));
        }
        if !iso.is_empty() && !is_iso(iso) {
            return Err(wrong(self.line, "code", iso, "nothing, or an ISO 3166 code as CN or CN-ZJ"));
        }
        self.names(4)?;
        let fields = [key, kind, iso].into_iter().chain(self.words.iter().skip(4).copied());
        place::place(&fields.collect::<Vec<_>>().join("\t")).ok_or_else(|| wrong(self.line, "names", "", "names"))
    }

    fn kind(&self) -> Result<OrganisationKind, GazetteerError> {
        let expected = "company, government, chamber, institute, zone or other";
        self.at(1).parse().map_err(|_| wrong(self.line, "kind", self.at(1), expected))
    }

    /// A section letter of ISIC with up to four digits.
    fn industry(&self) -> Result<String, GazetteerError> {
        let code = self.at(1);
        let digits = code.strip_prefix(|char: char| ('A'..='U').contains(&char));
        let fits = digits.is_some_and(|digits| digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        if fits { Ok(code.to_owned()) } else { Err(wrong(self.line, "code", code, "an ISIC code as C26")) }
    }

    /// The names from this field on, in any number of fields, `|` between those of one.
    fn names(&self, from: usize) -> Result<Vec<String>, GazetteerError> {
        let fields = self.words.get(from..).unwrap_or_default();
        let names = fields.iter().flat_map(|names| names.split('|')).map(str::trim).filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_owned).collect();
        let size = |name: &&String| !(2..=LONGEST).contains(&name.chars().count());
        if let Some(name) = names.iter().find(size) {
            return Err(wrong(self.line, "names", name, "names of 2 to 100 characters"));
        }
        if names.is_empty() {
            return Err(wrong(self.line, "names", "", "at least one name, | between several"));
        }
        Ok(names)
    }
}

fn is_iso(code: &str) -> bool {
    let (country, part) = code.split_once('-').unwrap_or((code, "AA"));
    let upper = |words: &str| words.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    country.len() == 2 && (1..=3).contains(&part.len()) && upper(country) && upper(part)
}

fn wrong(line: usize, field: &'static str, words: &str, expected: &'static str) -> GazetteerError {
    let words: String = words.chars().take(40).collect();
    GazetteerError { line, field, problem: format!("“{words}” cannot be used"), expected }
}

#[cfg(test)]
mod tests {
    use super::super::Gazetteer;

    fn fault(lines: &str) -> Option<String> {
        let file = format!("# samesky gazetteer 1\n{lines}");
        Gazetteer::builder().file(&file).err().map(|error| error.to_string())
    }

    #[test]
    fn file_faults_are_named_by_line_and_field() {
        for (lines, said) in [
            ("place\tCN ZJ\tcity\tCN-ZJ\t河口", "line 2, key: “CN ZJ” cannot be used"),
            ("# note\n\nplace\tCN-ZJ/x\ttown\tCN-ZJ\t河口", "line 4, kind: “town” cannot be used"),
            ("place\tCN-ZJ/x\tcity\tChina\t河口", "line 2, code: “China” cannot be used"),
            ("place\tCN-ZJ/x\tcity\tCN-ZJ", "line 2, names: “” cannot be used"),
            ("place\tCN-ZJ/x\tcity\tCN-ZJ\t河口|江", "line 2, names: “江” cannot be used"),
            ("organisation\tfirm\t星澜科技", "line 2, kind: “firm” cannot be used"),
            ("industry\tX1\t光伏组件", "line 2, code: “X1” cannot be used"),
            ("company\t星澜科技", "line 2, what: “company” cannot be used"),
        ] {
            assert!(fault(lines).is_some_and(|fault| fault.starts_with(said)), "{lines}: {:?}", fault(lines));
        }
    }

    #[test]
    fn file_without_its_version_is_refused() {
        let said = Gazetteer::builder().file("place\tCN-ZJ/x\tcity\tCN-ZJ\t河口").err().map(|error| error.to_string());
        assert!(said.is_some_and(|said| said.starts_with("line 1, version: ")));
    }

    #[test]
    fn file_every_kind_of_line_is_read() {
        let lines = "place\tCN-ZJ/hekou\tcity\tCN-ZJ\t河口市|河口\tHekou\r\n\
                     place\tCN-SC/chengdu\tcity\tCN-SC\t蓉城\n\
                     organisation\tcompany\t星澜\n\
                     industry\tC27\t光伏组件\n\
                     ending\tchamber\t同业公会\n";
        let own = Gazetteer::builder().file(&format!("# samesky gazetteer 1\n{lines}")).expect("fine").build();
        assert_eq!(own.place("河口市").map(|place| place.key.as_str()), Some("CN-ZJ/hekou"));
        assert_eq!(own.place("蓉城").map(|place| place.names.contains(&"成都".to_owned())), Some(true));
        let text = "5月1日,河口市光伏组件推介会在蓉城举行,星澜与河口市竹材同业公会出席。";
        let reading = crate::read_with(&crate::Input::text(text), &crate::Options::default(), &own);
        let names: Vec<&str> = reading.organisations.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["星澜", "河口市竹材同业公会"]);
        assert!(reading.events[0].industries.contains(&"C27".to_owned()), "{:?}", reading.events);
        assert_eq!(reading.events[0].places, ["蓉城"]);
    }
}
