//! The flags of the commands that write, check and convert files, and of those that print what the program itself is.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::{
    Align, DateOrder, ExportFormat, FileArg, FilterArgs, Format, ImportFormat, NotesFormat,
    PartArg, PathArg, SchemaFormat,
};

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The files; '-' is standard input, and without any the shipped timeline is checked
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub file: FileArg,
    /// Let warnings count as faults
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct FormatArgs {
    /// The files; '-' is read from standard input and written to standard output
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub paths: Vec<PathBuf>,
    /// Change nothing; print the names of the files that are not in order, and exit with 1 if there are any
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The file to write; '-' is standard output
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub path: PathBuf,
    /// Write over a file that is there already
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// Only a tour, as a hand-out with its events and their sources as notes: its id, for markdown and html
    #[arg(long, value_name = "TOUR", conflicts_with = "only")]
    pub tour: Option<String>,
    /// For svg: what the titles stand by
    #[arg(long, value_enum, default_value_t = Align::Years)]
    pub align: Align,
    /// The title of the document, for markdown and html; the timeline's without it
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Only these parts of the document, with commas between them, for markdown and html
    #[arg(long, value_enum, value_name = "PART", value_delimiter = ',')]
    pub only: Vec<PartArg>,
    /// The style of the sources, one of 'neutrality cite --styles', for markdown and html; all that is known without it
    #[arg(long, value_name = "STYLE")]
    pub style: Option<String>,
    /// For csv: begin with a byte-order mark, by which old spreadsheets know UTF-8
    #[arg(long)]
    pub bom: bool,
    #[command(flatten)]
    pub output: OutputArgs,
    #[command(flatten)]
    pub file: PathArg,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// What to import; '-' is standard input
    #[arg(value_name = "IN", value_hint = ValueHint::FilePath)]
    pub path: PathBuf,
    /// What it is; told from its name and its beginning without it
    #[arg(long, value_enum)]
    pub format: Option<ImportFormat>,
    /// What a column holds: title=Topic; repeat it for others
    #[arg(long, value_name = "ROLE=NAME")]
    pub column: Vec<String>,
    /// A file of TOML that says so of many columns: title = "Topic"
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub map: Option<PathBuf>,
    /// How 8/4/1914 is read; without it a date that can only be read in one way decides
    #[arg(long, value_enum, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Debug, Args)]
pub(crate) struct NotesArgs {
    #[command(flatten)]
    pub file: PathArg,
    #[arg(long, value_enum, default_value_t = NotesFormat::Text)]
    pub format: NotesFormat,
    /// Take in the marks and notes of a file that '--format toml' wrote, beside those that are there
    #[arg(long, value_name = "NOTES", value_hint = ValueHint::FilePath, conflicts_with_all = ["format", "output", "force"])]
    pub import: Option<PathBuf>,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Where to.
#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// The file to write; '-', or none, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// The id of the event: small letters, figures and hyphens; without it one is made of the title and the year
    #[arg(value_name = "EVENT-ID", required_unless_present = "title")]
    pub id: Option<String>,
    /// When it happened: 1914-08-04, 4 August 1914, c. 1907, 44 BC
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub date: Option<String>,
    /// What happened, in a line
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The timeline that the event is for, which may not have the id yet
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    #[arg(long, value_enum, default_value_t = SchemaFormat::Json)]
    pub format: SchemaFormat,
}
