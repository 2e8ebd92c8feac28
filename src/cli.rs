//! The command line: commands and flags, in the words of the person who uses them.

mod answers;
mod examples;
mod files;
pub(crate) mod filter;
mod plain;
mod words;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueHint};

pub(crate) use answers::{
    AnswerArgs, ArticleArgs, AtArgs, CasesArgs, ChangesArgs, CiteArgs, DiffArgs, LanesArgs,
    ListArgs, NamesArgs, ShowArgs, SignsArgs, TourArgs,
};
pub(crate) use files::{
    CheckArgs, ExportArgs, FormatArgs, ImportArgs, InitArgs, NewArgs, NotesArgs, OutputArgs,
    SchemaArgs,
};
pub(crate) use filter::FilterArgs;
pub(crate) use words::{
    Align, AnswerForm, AnswerFormat, CitationFormat, ColoursArg, DateOrder, DiffFormat,
    ExportFormat, Format, FrameFormat, ImportFormat, NotesFormat, PartArg, SchemaFormat, ShellArg,
    TableFormat, ThemeArg, ViewArg,
};

/// A reader for the history of permanent neutrality, from the Congress of Vienna to the Istanbul talks
#[derive(Debug, Parser)]
#[command(name = "neutrality", version, before_long_help = examples::READ, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,

    #[command(flatten)]
    pub read: ReadArgs,
}

impl Cli {
    /// Reads the arguments of the process, the name of the program first.
    ///
    /// # Errors
    /// What is wrong with them, or the help that they ask for.
    pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Self, clap::Error> {
        let arguments: Vec<OsString> = arguments.collect();
        let plain = Self::of_plain_words(arguments.get(1..).unwrap_or_default());
        plain.map_or_else(|| Self::try_parse_from(arguments), Ok)
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the events, a line each
    #[command(before_long_help = examples::LIST)]
    List(ListArgs),
    /// Print one event, whole
    #[command(before_long_help = examples::SHOW)]
    Show(ShowArgs),
    /// Print the sources of events as citations: in a style, as BibTeX or as CSL-JSON
    #[command(before_long_help = examples::CITE)]
    Cite(CiteArgs),
    /// Print the article’s argument, claim by claim, with the record and the events beside it
    #[command(before_long_help = examples::ARTICLE)]
    Article(ArticleArgs),
    /// Print the tours of the timeline, or one of them from its first stop to its last
    #[command(before_long_help = examples::TOUR)]
    Tour(TourArgs),
    /// Print the cases side by side: what was asked of each, what was promised, what came of it
    #[command(before_long_help = examples::CASES)]
    Cases(CasesArgs),
    /// Find all the faults of timeline files; exits with 0 when there are none, with 1 when there are
    #[command(before_long_help = examples::CHECK)]
    Check(CheckArgs),
    /// Put the keys of every table of timeline files into the order of the format; no comment and no value changes
    #[command(before_long_help = examples::FMT)]
    Fmt(FormatArgs),
    /// Begin a timeline of your own: write a commented file that has no fault
    #[command(before_long_help = examples::INIT)]
    Init(InitArgs),
    /// Print an event to be filled in and put into a file
    #[command(before_long_help = examples::NEW)]
    New(NewArgs),
    /// Print the format of a timeline: as a JSON Schema for editors, or as a reference to be read
    #[command(before_long_help = examples::SCHEMA)]
    Schema(SchemaArgs),
    /// Print one frame of the reader after some keys: for pictures, tests and reports
    #[command(before_long_help = examples::FRAME)]
    Frame(FrameArgs),
    /// Print every country's status at a date, with its guarantors and the event behind it
    #[command(before_long_help = examples::AT)]
    At(AtArgs),
    /// Print the lanes: every country's status over time
    #[command(before_long_help = examples::LANES)]
    Lanes(LanesArgs),
    /// Print the countries with their ids, and how many events each has
    #[command(before_long_help = examples::COUNTRIES)]
    Countries(NamesArgs),
    /// Print the kinds of events with their ids, and how many events each has
    #[command(before_long_help = examples::KINDS)]
    Kinds(NamesArgs),
    /// Print the roles with their ids, and in how many events somebody has each
    #[command(before_long_help = examples::ROLES)]
    Roles(NamesArgs),
    /// Print the statuses with their ids, and how many events begin, end or violate each
    #[command(before_long_help = examples::STATUSES)]
    Statuses(NamesArgs),
    /// Print the places, and how many events each has
    #[command(before_long_help = examples::PLACES)]
    Places(NamesArgs),
    /// Print the passages of the article with their ids, and how many events are linked to each
    #[command(before_long_help = examples::PASSAGES)]
    Passages(NamesArgs),
    /// Print the corrections: what the timeline once had wrong, and what is right
    #[command(before_long_help = examples::CHANGES)]
    Changes(ChangesArgs),
    /// Print what differs between two versions of a timeline; exits with 0 when nothing does, with 1 when something does
    #[command(before_long_help = examples::DIFF)]
    Diff(DiffArgs),
    /// Write the timeline, or a part of it, in another form
    #[command(before_long_help = examples::EXPORT)]
    Export(ExportArgs),
    /// Make a timeline file from TimelineJS, from a spreadsheet's CSV or from an export
    #[command(before_long_help = examples::IMPORT)]
    Import(ImportArgs),
    /// Print your marks and notes, write them to a file, or take others in
    #[command(before_long_help = examples::NOTES)]
    Notes(NotesArgs),
    /// Print every sign that a view can show and every word of the record, with what it means
    #[command(before_long_help = examples::SIGNS)]
    Signs(SignsArgs),
    /// Print the keys of the reader
    #[command(before_long_help = examples::KEYS)]
    Keys(KeysArgs),
    /// Print the settings in force, where they come from, and what the terminal is
    #[command(before_long_help = examples::INFO)]
    Info(InfoArgs),
    /// Print completions for a shell, with the names of the shipped timeline
    #[command(before_long_help = examples::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Print the manual page, or that of one command
    #[command(before_long_help = examples::MAN)]
    Man(ManArgs),
}

/// The file, for every command.
#[derive(Debug, Default, Args)]
pub(crate) struct FileArg {
    /// The timeline; '-' is standard input, and without it the shipped timeline is used
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
}

/// The file, for commands to which nothing else is given by its place.
#[derive(Debug, Args)]
pub(crate) struct PathArg {
    /// The timeline, as --file takes it
    #[arg(value_name = "FILE", conflicts_with = "file", value_hint = ValueHint::FilePath)]
    path: Option<PathBuf>,
    #[command(flatten)]
    file: FileArg,
}

impl PathArg {
    /// The file that was named in either way.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref().or(self.file.file.as_deref())
    }
}

/// How the reader looks and where it starts.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Reader")]
pub(crate) struct LookArgs {
    /// The view to start with
    #[arg(long, value_enum, value_name = "VIEW")]
    pub view: Option<ViewArg>,
    /// The event to start at: its id, or a date
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// The tour to walk, with Space: its id, as `neutrality tour` prints it; behind a colon, the stop to begin at
    #[arg(long, value_name = "TOUR[:STOP]", conflicts_with_all = ["view", "at"])]
    pub tour: Option<String>,
    /// Colours; auto, unless settings say otherwise, asks the terminal
    #[arg(long, value_enum, value_name = "THEME")]
    pub theme: Option<ThemeArg>,
    /// Draw with ASCII only; --ascii=false goes before settings
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub ascii: Option<bool>,
}

/// A place in the reader: the flags that open it.
#[derive(Debug, Default, Args)]
pub(crate) struct PlaceArgs {
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Default, Args)]
pub(crate) struct ReadArgs {
    /// The timeline to read, '-' for standard input, or several files of one timeline; or what you want to know of it, in the words that ':' takes
    #[arg(value_name = "FILE|QUESTION", value_hint = ValueHint::FilePath)]
    pub words: Vec<PathBuf>,
    #[command(flatten)]
    pub file: FileArg,
    #[command(flatten)]
    pub answer: AnswerArgs,
    #[command(flatten)]
    pub look: LookArgs,
    /// Read in lines, with numbers to choose by: for screen readers, simple terminals and transcripts
    #[arg(long, help_heading = "Reader")]
    pub linear: bool,
    /// Leave the mouse to the terminal, which then selects text with it; M takes it
    #[arg(long, help_heading = "Reader")]
    pub no_mouse: bool,
    /// Print, when the reader is left, the command that opens the view that was left
    #[arg(long, help_heading = "Reader")]
    pub print_view: bool,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct KeysArgs {
    /// Print the names of the actions too, as a settings file calls them
    #[arg(long)]
    pub names: bool,
}

#[derive(Debug, Args)]
pub(crate) struct InfoArgs {
    /// Print a settings file to begin with, and nothing else
    #[arg(long, conflicts_with_all = ["file", "format"])]
    pub example: bool,
    #[command(flatten)]
    pub file: PathArg,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_enum)]
    pub shell: ShellArg,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// The command; without it the page of the program
    pub command: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct FrameArgs {
    #[command(flatten)]
    pub file: FileArg,
    /// Columns and rows
    #[arg(
        long,
        default_value = "80x24",
        value_name = "COLUMNSxROWS",
        allow_negative_numbers = true
    )]
    pub size: String,
    /// Keys, parted by spaces: '3 j j Enter'; a word that is no key is typed
    #[arg(
        long,
        default_value = "",
        value_name = "KEYS",
        allow_hyphen_values = true
    )]
    pub keys: String,
    #[arg(long, value_enum, default_value_t = FrameFormat::Text)]
    pub format: FrameFormat,
    /// With '--format ansi': the colours of the terminal that it is for
    #[arg(long, value_enum, default_value_t = ColoursArg::True)]
    pub colours: ColoursArg,
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub filter: FilterArgs,
}
