//! The examples with which every `--help` begins, and which the manual repeats.

/// Of the program itself.
pub(super) const READ: &str = "\
Examples:
  neutrality                            read the shipped timeline
  neutrality --country Belgium          start with Belgium’s events
  neutrality --at 1914-08 mine.toml     read your own timeline, from August 1914
  neutrality --tour argument            walk a tour, from stop to stop with Space
  neutrality --linear                   read line by line, with numbers to choose by
  neutrality list --linked --to 1914    the events up to 1914 that the article rests on
  neutrality show treaty-of-london-1839
  neutrality belgium 1914-08-01         what Belgium was on that day, and who guaranteed it
  neutrality belgium 1914-08-01 --as footnote
  neutrality check --strict mine.toml

In the reader press ? for its keys.";

pub(super) const LIST: &str = "\
Examples:
  neutrality list                                   all events
  neutrality list --country BE --from 1830 --to 1839
  neutrality list --with-country germany --with-country belgium --format csv
  neutrality list --party germany:violator --party belgium:neutral
  neutrality list --role violator --format json | jq '.events[].id'";

pub(super) const FMT: &str = "\
Examples:
  neutrality fmt mine.toml
  neutrality fmt --check *.toml             for a hook: is every file in order?
  neutrality fmt - < mine.toml              to standard output";

pub(super) const SHOW: &str = "\
Examples:
  neutrality show treaty-of-london-1839
  neutrality show austrian state treaty
  neutrality show treaty-of-london-1839 --as footnote --style apa
  neutrality show budapest-memorandum-1994 --format json";

pub(super) const CITE: &str = "\
Examples:
  neutrality cite treaty-of-london-1839
  neutrality cite treaty-of-london-1839 --style apa
  neutrality cite treaty-of-london-1839 budapest-memorandum-1994 --format bibtex > sources.bib
  neutrality cite treaty-of-london-1839 --own";

pub(super) const ARTICLE: &str = "\
Examples:
  neutrality article                the whole argument
  neutrality article 6              what the author says in paragraph 6, and what the record shows
  neutrality article --stance complicates
  neutrality article two-aggressors --format json";

pub(super) const TOUR: &str = "\
Examples:
  neutrality tour                           the tours that there are
  neutrality tour argument                  its stops, with the events and the questions
  neutrality --tour argument                walk it in the reader, with Space
  neutrality export --tour argument --format html -o tour.html";

pub(super) const SIGNS: &str = "\
Examples:
  neutrality signs                  what ◆, ┃, ╎ and ≠ mean, and what “guarantor” does
  neutrality signs --ascii          the same for the reader with --ascii";

pub(super) const CASES: &str = "\
Examples:
  neutrality cases
  neutrality cases --country Belgium --country Luxembourg
  neutrality cases --format csv > cases.csv";

pub(super) const CHECK: &str = "\
Examples:
  neutrality check mine.toml
  neutrality check --strict mine.toml yours.toml    warnings count as faults
  neutrality check --format json - < mine.toml";

pub(super) const INIT: &str = "\
Examples:
  neutrality init mine.toml
  neutrality init - | less";

pub(super) const NEW: &str = "\
Examples:
  neutrality new treaty-of-london-1839 >> mine.toml
  neutrality new hague-conference-1899 --date 1899-05 --title 'The Hague Conference opens' -f mine.toml";

pub(super) const SCHEMA: &str = "\
Examples:
  neutrality schema > timeline.schema.json    for an editor, beside the timeline
  neutrality schema --format markdown         every key with an example";

pub(super) const FRAME: &str = "\
Examples:
  neutrality frame --size 120x40 --keys '2 + + +'
  neutrality frame --keys '4 End Enter' --format svg > cases.svg";

pub(super) const AT: &str = "\
Examples:
  neutrality at 1914-08-01
  neutrality at '1 Aug 1914' --format csv > statuses.csv
  neutrality at 1914-08-01 --country Belgium --country Luxembourg
  neutrality at 2012 --country UA --format json";

pub(super) const LANES: &str = "\
Examples:
  neutrality lanes
  neutrality lanes --role guarantor
  neutrality lanes --align begin
  neutrality lanes --width 160 --ascii";

pub(super) const COUNTRIES: &str = "\
Examples:
  neutrality countries
  neutrality countries --role guarantor --from 1914 --to 1918
  neutrality countries --format json | jq -r '.countries[].id'";

pub(super) const KINDS: &str = "\
Examples:
  neutrality kinds
  neutrality kinds --country Belgium";

pub(super) const ROLES: &str = "\
Examples:
  neutrality roles
  neutrality roles --country Germany";

pub(super) const STATUSES: &str = "\
Examples:
  neutrality statuses
  neutrality statuses --format csv > statuses.csv";

pub(super) const PLACES: &str = "\
Examples:
  neutrality places
  neutrality places --from 1990";

pub(super) const PASSAGES: &str = "\
Examples:
  neutrality passages
  neutrality passages --stance complicates";

pub(super) const CHANGES: &str = "\
Examples:
  neutrality changes
  neutrality changes --country Belgium --format markdown";

pub(super) const DIFF: &str = "\
Examples:
  neutrality diff old.toml new.toml
  neutrality diff old.toml --format markdown      against the shipped timeline
  git show HEAD~9:timeline.toml | neutrality diff - timeline.toml";

pub(super) const EXPORT: &str = "\
Examples:
  neutrality export --format html -o neutrality.html
  neutrality export --format html --from 1914-08 --to 1914-08 --title 'August 1914' -o class.html
  neutrality export --format markdown --country Belgium --only timeline,sources --style apa
  neutrality export --format csv --country Belgium > belgium.csv
  neutrality export --format timelinejs --linked -o slides.json
  neutrality export --format svg -f mine.toml -o mine.svg --force";

pub(super) const IMPORT: &str = "\
Examples:
  neutrality import slides.json -o mine.toml    TimelineJS’s JSON
  neutrality import sheet.csv -o mine.toml      a spreadsheet
  neutrality import sheet.csv --column title=Topic --column date=Datum -o mine.toml
  neutrality export --format json | neutrality import - > copy.toml";

pub(super) const KEYS: &str = "\
Examples:
  neutrality keys
  neutrality keys --names | grep -i page    what a settings file calls them";

pub(super) const NOTES: &str = "\
Examples:
  neutrality notes
  neutrality notes --format toml -o mine.toml    to keep them elsewhere
  neutrality notes --import mine.toml            beside those that are there; nothing is lost
  neutrality export --format html --marked       a hand-out of them";

pub(super) const INFO: &str = "\
Examples:
  neutrality info
  neutrality info --format json
  neutrality info --example > ~/.config/neutrality/config.toml    every setting, to begin with";

pub(super) const COMPLETIONS: &str = "\
Examples:
  neutrality completions bash > ~/.local/share/bash-completion/completions/neutrality
  neutrality completions zsh > ~/.zfunc/_neutrality
  neutrality completions fish > ~/.config/fish/completions/neutrality.fish
  neutrality completions powershell >> $PROFILE";

pub(super) const MAN: &str = "\
Examples:
  neutrality man | man -l -
  neutrality man at > neutrality-at.1";
