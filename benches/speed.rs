//! How long things take on timelines of a thousand events and more.
//!
//! `cargo bench` measures all, `cargo bench -- 100000 lanes` what has that word in its name, at that size. The medians
//! are to be compared within one run on one machine, with the pieces of memory that were asked for each time; nothing here
//! passes or fails. A million events, which need 5 GiB, are measured where that is asked for: `cargo bench -- 1000000`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use neutrality::app::App;
use neutrality::app::input::{Input, Key, Size};
use neutrality::selection::Selection;
use neutrality::selection::facet_index::FacetIndex;
use neutrality::selection::filter::Filter;
use neutrality::selection::search::{Index, Query};
use neutrality::selection::tally::Tally;
use neutrality::selection::value::Value;
use neutrality::timeline::{Timeline, load};
use neutrality::ui::{self, theme::Depth};
use ratatui::buffer::Buffer;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static MEMORY: &StatsAlloc<std::alloc::System> = &INSTRUMENTED_SYSTEM;

/// Events of the timelines that are measured when nothing is asked for.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// How long one thing is measured, and how often at least.
const PATIENCE: Duration = Duration::from_millis(400);
const LEAST: usize = 5;

fn main() {
    let asked = std::env::args().skip(1);
    let asked: Vec<usize> = asked.filter_map(|size| size.parse().ok()).collect();
    let sizes = if asked.is_empty() {
        SIZES.to_vec()
    } else {
        asked
    };
    for size in sizes {
        let written = events(size);
        println!("\n{size} events, {} KiB", written.len() >> 10);
        of_size(&written);
    }
}

/// Measures all there is on one timeline.
fn of_size(written: &str) {
    let bytes = || written.as_bytes().to_vec();
    measure("read and check", || load::read("bench", bytes()));
    let timeline = read(written);
    let packed: &'static [u8] = load::pack(&timeline).unwrap_or_default().leak();
    measure("unpack what was checked", || load::unpack(packed));
    measure("fold the text for the search", || Index::new(&timeline));
    let index = Index::new(&timeline);
    for query in ["e", "condominium", "treaty of 18"] {
        let query = Query::new(query);
        let what = format!("search for “{}”", query.text());
        measure(&what, || index.find(&query, &timeline));
    }
    measure("all events, unfiltered", || Selection::new(&timeline));
    measure("open the reader", || App::new(read_packed(packed)));
    for (view, keys) in [
        ("timeline", "1"),
        ("lanes", "2"),
        ("article", "3"),
        ("cases", "4"),
    ] {
        let mut app = reader(packed);
        press(&mut app, keys);
        let frame = frame_of(&app);
        measure(&format!("draw the {view}"), || {
            let mut buffer = frame.clone();
            ui::draw(&app, Depth::True, &mut buffer);
            buffer
        });
        let keys: &[&str] = match view {
            "timeline" => &["j k", "G g", "PgDn PgUp", "} {"],
            "lanes" => &["j k", "Right Left", "+ -"],
            _ => &["j k"],
        };
        for keys in keys {
            measure(&format!("{keys} in the {view}, drawn"), || {
                keys.split(' ').for_each(|key| {
                    press(&mut app, key);
                    let mut buffer = frame.clone();
                    ui::draw(&app, Depth::True, &mut buffer);
                    black_box(buffer);
                });
            });
        }
    }
    let mut app = reader(packed);
    measure("/ e, drawn, and back", || {
        ["/", "e", "Esc"]
            .into_iter()
            .for_each(|key| press(&mut app, key));
    });
    measure("gather what filters ask for", || {
        FacetIndex::new().gather(&timeline)
    });
    let index = FacetIndex::new();
    let mut country = Filter::default();
    let parties = timeline.events.iter().flat_map(|event| &event.parties);
    let first = parties.take(1).map(|party| Value::Country(party.country));
    country.choices.include.extend(first);
    measure("filter by a country", || {
        Selection::near(
            app.selection().selected(),
            country.clone(),
            &timeline,
            &index,
        )
    });
    let all = Filter::default();
    measure("count what every filter would leave of all", || {
        Tally::new(&all, &timeline, &index)
    });
    measure("count what every filter would leave", || {
        Tally::new(&country, &timeline, &index)
    });
    let mut app = reader(packed);
    press(&mut app, "/ r e v o l t Enter");
    measure("n to the next match", || press(&mut app, "n"));
}

/// Prints the median of some runs.
fn measure<T>(what: &str, mut work: impl FnMut() -> T) {
    let is_word = |word: &String| word.parse::<usize>().is_err() && !word.starts_with('-');
    let mut words = std::env::args().skip(1).filter(is_word).peekable();
    if words.peek().is_some() && !words.any(|word| what.contains(&word)) {
        return;
    }
    let (begun, mut runs) = (Instant::now(), Vec::with_capacity(1 << 20));
    let memory = Region::new(MEMORY);
    while runs.len() < LEAST || begun.elapsed() < PATIENCE {
        let start = Instant::now();
        black_box(work());
        runs.push(start.elapsed());
    }
    let pieces = memory.change().allocations / runs.len();
    runs.sort_unstable();
    let median = runs.get(runs.len() / 2).copied().unwrap_or_default();
    let median = median.as_secs_f64() * 1e3;
    println!("  {what:<40}{median:>12.3} ms{pieces:>12} pieces");
}

fn read(written: &str) -> Timeline {
    let load::Loaded { timeline, report } = load::read("bench", written.as_bytes().to_vec());
    timeline.unwrap_or_else(|| panic!("{}", report.render(false, false)))
}

fn read_packed(packed: &'static [u8]) -> Timeline {
    load::unpack(packed).unwrap_or_default()
}

fn reader(packed: &'static [u8]) -> App {
    let Some(mut app) = App::new(read_packed(packed)) else {
        panic!("the timeline has no events");
    };
    let (columns, rows) = (120, 40);
    app.handle(Input::Resize(Size { columns, rows }));
    app
}

fn frame_of(app: &App) -> Buffer {
    Buffer::empty(ui::screen(app))
}

fn press(app: &mut App, keys: &str) {
    for key in keys.split(' ').filter_map(Key::named) {
        app.handle(Input::Key(key));
    }
}

/// A timeline of so many events from 1648 on, in order of time, with the countries and words of ordinary ones.
fn events(number: usize) -> String {
    const COUNTRIES: [&str; 12] = [
        "Switzerland",
        "Belgium",
        "Sweden",
        "Austria",
        "Ireland",
        "Finland",
        "Luxembourg",
        "Netherlands",
        "Denmark",
        "Norway",
        "Portugal",
        "Spain",
    ];
    const WORDS: [&str; 16] = [
        "treaty",
        "guarantee",
        "declares",
        "conference",
        "passage",
        "troops",
        "mediation",
        "blockade",
        "congress",
        "note",
        "alliance",
        "revolt",
        "harbour",
        "frontier",
        "decree",
        "envoy",
    ];
    let mut file = "format = 1\n[timeline]\ntitle = \"Synthetic\"\n[sources.s]\ntype = \"book\"\ntitle = \"Synthetic\"\n\
                    [kinds.treaty]\nlabel = \"Treaty\"\ndefinition = \"A treaty.\"\n\
                    [roles.party]\nlabel = \"Party\"\ndefinition = \"It took part.\"\n\
                    [statuses.neutral]\nlabel = \"Neutral\"\ndefinition = \"It took no part.\"\nground = \"treaty\"\nletter = \"n\"\n"
        .to_owned();
    for country in COUNTRIES {
        let _ = writeln!(
            file,
            "[countries.{}]\nname = \"{country}\"",
            country.to_lowercase()
        );
    }
    for at in 0..number {
        // The same words in another order for every event, whatever the machine.
        let pick =
            |salt: usize| WORDS[(at.wrapping_mul(2_654_435_761) >> (salt * 3 + 4)) % WORDS.len()];
        let country = |salt: usize| COUNTRIES[(at / 3 + salt) % COUNTRIES.len()].to_lowercase();
        let (year, month, day) = (1648 + at * 370 / number, at % 12 + 1, at % 28 + 1);
        let _ = write!(
            file,
            "[[events]]\nid = \"e-{at}\"\ndate = \"{year}-{month:02}-{day:02}\"\ntitle = \"{} of {} and the {}\"\nkind = \"treaty\"\n\
             parties = [{{ country = \"{}\", role = \"party\" }}, {{ country = \"{}\", role = \"party\" }}]\nsources = [\"s\"]\n\
             text = \"\"\"\nThe {} met the {} before the {}, and the {} was read to those who had come for it, as it had been agreed.\n\n\
             Of the {} nothing more is known than what the {} says.\n\"\"\"\n",
            pick(0),
            country(0),
            pick(1),
            country(0),
            country(5),
            pick(2),
            pick(3),
            pick(4),
            pick(5),
            pick(6),
            pick(7),
        );
    }
    for (at, country) in COUNTRIES.iter().enumerate() {
        let country = country.to_lowercase();
        let _ = writeln!(
            file,
            "[[spans]]\ncountry = \"{country}\"\nstatus = \"neutral\"\nbegins = \"e-{}\"",
            at * 3
        );
    }
    file
}
