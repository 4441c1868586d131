//! Remarks: what a reader or a check has to say about its own work, in words that can be translated.

use crate::code::code_list;
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

code_list! {
    /// What a remark says. The interface holds one message `remark-<code>` per language; `{name}` marks an argument.
    RemarkCode {
        // ---- about the bytes
        /// The input has no text at all.
        EmptyInput = "empty-input",
        /// The input has bytes that are not text in the encoding found. Arguments: `encoding`, `count`.
        BadBytes = "bad-bytes",
        /// The input is longer than is read. Arguments: `limit`, `size`.
        TooLarge = "too-large",
        /// The format cannot be read. Arguments: `format`, `reason`.
        UnreadableFormat = "unreadable-format",
        /// A document without any text in it (a scan). Arguments: `format`.
        NoTextInDocument = "no-text-in-document",
        /// A line of a stream that is no JSON object with a text. Arguments: `reason`.
        BadLine = "bad-line",
        /// Looks like a table of data, not like an announcement. Arguments: `format`.
        LooksLikeTable = "looks-like-table",
        /// The input is of a kind that is not read. Arguments: `found`.
        UnknownFormat = "unknown-format",
        /// A ZIP archive that is no docx. Arguments: `found`.
        NotADocx = "not-a-docx",
        /// The file is broken. Arguments: `format`.
        DamagedFile = "damaged-file",
        /// The file is locked with a password. Arguments: `format`.
        LockedFile = "locked-file",
        /// The file unpacks to more than is read. Arguments: `format`, `limit`.
        UnpacksTooLarge = "unpacks-too-large",
        /// A file that is no spreadsheet. Arguments: `found`.
        NotASheet = "not-a-sheet",
        /// A workbook without such a sheet. Arguments: `found`, `sheets`.
        NoSuchSheet = "no-such-sheet",
        /// A sheet without any value. Arguments: `sheet`.
        EmptySheet = "empty-sheet",
        /// A sheet with more rows than are read. Arguments: `limit`.
        SheetTooLong = "sheet-too-long",
        /// The program that reads the format broke off. Arguments: `format`.
        ParserBroke = "parser-broke",
        /// Reading took longer than is allowed. Arguments: `format`.
        ParserTooSlow = "parser-too-slow",
        /// Reading needed more memory than is allowed. Arguments: `format`.
        ParserOutOfMemory = "parser-out-of-memory",
        /// The reading program could not be started. Arguments: `reason`.
        ParserUnavailable = "parser-unavailable",
        /// Pages that could not be read were left out. Arguments: `pages`, `total`.
        PagesSkipped = "pages-skipped",
        /// The text holds no event, figure, organisation or project.
        NothingFound = "nothing-found",
        /// Characters whose font does not say what they are. Arguments: `count`, `format`.
        LostCharacters = "lost-characters",
        // ---- about a claim
        /// The unit is not written beside the number and was taken from the context. Arguments: `quote`, `unit`.
        UnitFromContext = "unit-from-context",
        /// A size class is not an amount. Arguments: `quote`.
        TierNotAmount = "tier-not-amount",
        /// The currency is not known. Arguments: `quote`.
        UnknownCurrency = "unknown-currency",
        /// The number is written in a way that cannot be right, and was kept as written. Arguments: `quote`.
        SourceError = "source-error",
        /// The date does not exist. Arguments: `quote`.
        ImpossibleDate = "impossible-date",
        /// The year is not written and was taken from elsewhere. Arguments: `year`, `basis`.
        YearInferred = "year-inferred",
        /// The year is not stated.
        YearUnknown = "year-unknown",
        /// Whether the amount is of the period or cumulative is not written.
        FlowUnclear = "flow-unclear",
        /// The number is too large to be kept exactly. Arguments: `quote`.
        NumberTooLarge = "number-too-large",
        /// More than one reading is right. Arguments: `readings`.
        Ambiguous = "ambiguous",
        // ---- about a check
        /// The parts are of other classes than the total. Arguments: `classes`.
        ClassesDiffer = "classes-differ",
        /// Companies were counted as parts of a total of projects.
        CompaniesAsProjects = "companies-as-projects",
        /// The list is open (“and others”), so the rest is not known. Arguments: `listed`, `stated`.
        OpenList = "open-list",
        /// The text states no parts to add.
        NoParts = "no-parts",
        /// Figures whose qualifiers leave room. Arguments: `stated`, `found`.
        WithinQualifier = "within-qualifier",
        /// Anything else, in the words of the reader. Arguments: `text`.
        Other = "other",
    }
}

impl RemarkCode {
    const fn english(self) -> &'static str {
        match self {
            Self::EmptyInput => "the input has no text",
            Self::BadBytes => "{count} bytes are not text in {encoding}",
            Self::TooLarge => "the input has {size} bytes; at most {limit} are read",
            Self::UnreadableFormat => "this {format} cannot be read: {reason}",
            Self::NoTextInDocument => "this {format} holds no text (a scan?)",
            Self::BadLine => "this line cannot be read: {reason}",
            Self::LooksLikeTable => "this looks like a table of data ({format}), not like an announcement",
            Self::UnknownFormat => "{found} is not read; text, HTML, PDF and docx are",
            Self::NotADocx => "this ZIP archive is no docx: {found}",
            Self::DamagedFile => "this {format} is damaged",
            Self::LockedFile => "this {format} is locked with a password",
            Self::NotASheet => "{found} is no spreadsheet; XLSX, XLS, ODS and CSV are read",
            Self::NoSuchSheet => "there is no sheet {found}; there are: {sheets}",
            Self::EmptySheet => "the sheet {sheet} is empty",
            Self::SheetTooLong => "the sheet has more rows than are read: {limit}",
            Self::UnpacksTooLarge => "this {format} unpacks to more than {limit} bytes",
            Self::ParserBroke => "this {format} broke its reader off; nothing was read from it",
            Self::ParserTooSlow => "reading this {format} took longer than is allowed",
            Self::ParserOutOfMemory => "reading this {format} needed more memory than is allowed",
            Self::ParserUnavailable => "the program that reads files could not be started: {reason}",
            Self::LostCharacters => "{count} characters of this {format} cannot be told; � stands for each",
            Self::PagesSkipped => "pages {pages} of {total} could not be read and are left out",
            Self::NothingFound => "nothing was found in this text that an announcement states",
            Self::UnitFromContext => "“{quote}” has no unit of its own; {unit} was taken from the context",
            Self::TierNotAmount => "“{quote}” is a size class, not an amount",
            Self::UnknownCurrency => "the currency of “{quote}” is not known",
            Self::SourceError => "“{quote}” is kept as written, but cannot be right",
            Self::ImpossibleDate => "“{quote}” is no day of the calendar",
            Self::YearInferred => "the year {year} is not written here; it was taken from: {basis}",
            Self::YearUnknown => "the year is not stated",
            Self::FlowUnclear => "whether this is of the period or cumulative is not stated",
            Self::NumberTooLarge => "“{quote}” is too large to be kept exactly",
            Self::Ambiguous => "other readings are right too: {readings}",
            Self::ClassesDiffer => "the parts are of different classes ({classes})",
            Self::CompaniesAsProjects => "companies that signed are counted as projects",
            Self::OpenList => "{listed} named of {stated} stated; the list is open",
            Self::NoParts => "the text states no parts to add",
            Self::WithinQualifier => "{found} is within “{stated}”",
            Self::Other => "{text}",
        }
    }
}

/// One remark: a code with what it speaks of. In JSON it is its English sentence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Remark {
    /// What is said.
    pub code: RemarkCode,
    /// Named arguments, in the order given.
    pub args: Vec<(String, String)>,
}

impl Remark {
    /// A remark with the arguments that its code names.
    ///
    /// ```
    /// use samesky_model::remark::{Remark, RemarkCode};
    /// let remark = Remark::new(RemarkCode::TierNotAmount, &[("quote", "50亿元级")]);
    /// assert_eq!(remark.to_string(), "“50亿元级” is a size class, not an amount");
    /// ```
    #[must_use]
    pub fn new(code: RemarkCode, args: &[(&str, &str)]) -> Self {
        Self { code, args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect() }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.code.english();
        while let Some((before, after)) = rest.split_once('{') {
            f.write_str(before)?;
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            f.write_str(self.args.iter().find(|(n, _)| n == name).map_or("?", |(_, value)| value.as_str()))?;
            rest = after;
        }
        f.write_str(rest)
    }
}

impl Serialize for Remark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A remark as it is kept in a database: the code and the arguments, so that it can be shown in any language later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredRemark {
    /// What is said.
    pub code: RemarkCode,
    /// Named arguments.
    #[serde(default)]
    pub args: Vec<(String, String)>,
}

impl From<Remark> for StoredRemark {
    fn from(remark: Remark) -> Self {
        Self { code: remark.code, args: remark.args }
    }
}

impl From<StoredRemark> for Remark {
    fn from(stored: StoredRemark) -> Self {
        Self { code: stored.code, args: stored.args }
    }
}
