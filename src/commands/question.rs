//! `neutrality QUESTION`: what `:` understands in the reader, asked in the shell and answered in text.
//!
//! Where a question can mean several things nothing is guessed: they are listed, and the exit status is 1.

use super::{answer, article, filter, list, print, progress, read_out, tour};
use crate::app::picker::readings::Readings;
use crate::app::picker::target::Target;
use crate::cli::{AnswerForm, AnswerFormat, ReadArgs};
use crate::error::Error;
use crate::files::Origin;
use crate::page::cases;
use crate::page::evidence::Numbers;
use crate::selection::facet::Facet;
use crate::selection::filter::Filter;
use crate::selection::range::Range;
use crate::selection::value::Value;
use crate::text;
use crate::timeline::{EventId, HistoricDate, Timeline};

/// The most things that are listed where several can be meant.
const FEW: usize = 12;

pub(super) fn run(args: &ReadArgs, question: &str, origin: Origin) -> Result<u8, Error> {
    refuse_reader_flags(args)?;
    answer::refuse_style_alone(&args.answer)?;
    let first = question.split_whitespace().next().unwrap_or_default();
    if super::usage::is_command(first) {
        return Err(usage(format!(
            "the command stands first: 'neutrality {first} …'"
        )));
    }
    let timeline = progress::timeline(origin)?;
    let readings = Readings::of(question, &timeline);
    let target = one(question, &readings, "things", &timeline)?;
    let about_events = matches!(target, Target::Date | Target::Country(_));
    if !about_events && !args.filter.is_empty() {
        return Err(usage(format!(
            "'{question}' is answered whole; flags that filter are for questions with several events"
        )));
    }
    let date = readings.date.as_ref();
    match (target, date) {
        (Target::StatusAt(country), Some(date)) => {
            answer::statuses(&timeline, date, &[country], &args.answer, false)
        }
        (Target::Date, Some(date)) => events_of(&timeline, args, date, origin),
        (Target::Country(country), _) => {
            let mut filter = filter::filter(&args.filter, &timeline, origin)?;
            filter
                .choices
                .include_only(Facet::Country, &[Value::Country(country)]);
            events(&timeline, &filter, args)
        }
        (Target::Event(event), _) => answer::event(&timeline, event, &args.answer),
        (Target::Passage(passage), _) => match text_or_json(args)? {
            AnswerFormat::Json => article::print_json(&timeline, &[passage]),
            _ => article::print_text(&timeline, &[passage]),
        },
        (Target::Case(case), _) => {
            text_only(args, "neutrality cases --format json")?;
            let signs: cases::Signs = |sign| sign;
            let numbers = Numbers::for_ascii(false);
            read_out(&cases::full(&timeline, case, super::columns(), signs, numbers).plain())
        }
        (Target::Tour(tour), _) => {
            text_only(args, "neutrality tour TOUR --format json")?;
            tour::print_text(&timeline, tour)
        }
        _ => print(""),
    }
}

/// The events that may lie in a date.
fn events_of(
    timeline: &Timeline,
    args: &ReadArgs,
    date: &HistoricDate,
    origin: Origin,
) -> Result<u8, Error> {
    if args.filter.from.is_some() || args.filter.to.is_some() {
        return Err(usage(
            "the question names the time already; leave out --from and --to".to_owned(),
        ));
    }
    if let Some(note) = answer::beyond_the_record(timeline, date) {
        super::warn(&note);
    }
    let filter = Filter {
        range: Range {
            from: Some(date.clone()),
            to: Some(date.clone()),
        },
        ..filter::filter(&args.filter, timeline, origin)?
    };
    events(timeline, &filter, args)
}

fn events(timeline: &Timeline, filter: &Filter, args: &ReadArgs) -> Result<u8, Error> {
    if args.answer.form == Some(AnswerForm::Footnote) {
        return Err(usage(
            "a footnote is of a status on a day, 'belgium 1914-08-01', or of one event".to_owned(),
        ));
    }
    list::print_events(timeline, filter, args.answer.format())
}

fn text_or_json(args: &ReadArgs) -> Result<AnswerFormat, Error> {
    match (args.answer.form, args.answer.format()) {
        (None, format @ (AnswerFormat::Text | AnswerFormat::Json)) => Ok(format),
        _ => Err(usage("a claim is answered as text or json".to_owned())),
    }
}

fn text_only(args: &ReadArgs, instead: &str) -> Result<(), Error> {
    match (args.answer.form, args.answer.format()) {
        (None, AnswerFormat::Text) => Ok(()),
        _ => Err(usage(format!(
            "this is answered as text; there is '{instead}'"
        ))),
    }
}

/// A flag of the reader would do nothing where no reader is opened.
fn refuse_reader_flags(args: &ReadArgs) -> Result<(), Error> {
    let look = &args.look;
    let flags = [
        ("--view", look.view.is_some()),
        ("--at", look.at.is_some()),
        ("--tour", look.tour.is_some()),
        ("--theme", look.theme.is_some()),
        ("--ascii", look.ascii.is_some()),
        ("--linear", args.linear),
        ("--no-mouse", args.no_mouse),
        ("--print-view", args.print_view),
    ];
    match flags.iter().find(|(_, given)| *given) {
        Some((flag, _)) => Err(usage(format!(
            "{flag} is for the reader, and a question is answered without it"
        ))),
        None => Ok(()),
    }
}

fn usage(message: String) -> Error {
    Error::Usage { message }
}

/// The event that words mean: its id, or what is told of it, when only one answers.
pub(super) fn event(words: &str, timeline: &Timeline) -> Result<EventId, Error> {
    if let Some(event) = timeline.event_called(words) {
        return Ok(event);
    }
    let readings = Readings::of(words, timeline).only(|target| matches!(target, Target::Event(_)));
    match one(words, &readings, "events", timeline) {
        Ok(Target::Event(event)) => Ok(event),
        Err(error @ Error::Several { .. }) => Err(error),
        Ok(_) | Err(_) => {
            let ids = timeline.events.iter().map(|event| event.id.as_str());
            Err(filter::unknown("event", words, ids))
        }
    }
}

/// The one thing that is meant, or the error that lists what can be.
fn one(
    question: &str,
    readings: &Readings,
    what: &'static str,
    timeline: &Timeline,
) -> Result<Target, Error> {
    let best = readings.best();
    let is_slip = !readings.answers_in_whole_words() && is_almost_a_command(question);
    if best.is_empty() || is_slip {
        return Err(nothing(question, readings));
    }
    if let Some(target) = readings.one() {
        return Ok(target);
    }
    let more = best.len().saturating_sub(FEW);
    let candidates = best.iter().take(FEW);
    Err(Error::Several {
        value: question.to_owned(),
        what,
        candidates: candidates
            .map(|target| candidate(timeline, *target, readings.date.as_ref()))
            .collect(),
        more: (more > 0).then(|| {
            format!("and {more} more; 'neutrality list --search' finds them by their words")
        }),
    })
}

/// "event    treaty-of-london-1839: Treaties of London: Belgium neutralised, 19 April 1839", beginning with what can
/// be asked for alone.
fn candidate(timeline: &Timeline, target: Target, date: Option<&HistoricDate>) -> String {
    // A status has no id; there is a command for it.
    if let (Target::StatusAt(id), Some(date)) = (target, date) {
        let country = &timeline[id];
        let title = format!("{}, {}", country.name, date.label());
        let command = format!("at '{}' --country {}", date.written(), country.id);
        return format!("{:<8} {command}: {title}", target.kind());
    }
    let (title, id) = match target {
        Target::Event(id) => {
            let event = &timeline[id];
            (
                format!("{}, {}", event.title, event.date.label()),
                event.id.as_str(),
            )
        }
        Target::Passage(id) => {
            let passage = &timeline[id];
            (
                format!("{} {}", passage.mark(), passage.heading),
                passage.id.as_str(),
            )
        }
        Target::Country(id) | Target::StatusAt(id) => {
            (timeline[id].name.clone(), timeline[id].id.as_str())
        }
        Target::Case(id) => (timeline[id].title.clone(), timeline[id].id.as_str()),
        Target::Tour(id) => (timeline[id].title.clone(), timeline[id].id.as_str()),
        _ => return target.kind().to_owned(),
    };
    format!("{:<8} {id}: {title}", target.kind())
}

/// `neutrality lst` is a slip of the fingers and no question.
fn is_almost_a_command(question: &str) -> bool {
    super::usage::meant(question.as_ref()).is_some()
}

/// Why nothing answers: no date, almost a command of ours (`neutrality lst`), or the nearest name.
fn nothing(question: &str, readings: &Readings) -> Error {
    let begins_as_date = question.starts_with(|sign: char| sign.is_ascii_digit());
    if let (true, None, Err(error)) = (begins_as_date, &readings.nearest, filter::date(question)) {
        return error;
    }
    if let Some(reason) = &readings.reason {
        return Error::Request {
            message: format!("nothing is called '{}': {reason}", text::clean(question)),
        };
    }
    let first = question.split_whitespace().next().unwrap_or_default();
    let suggestion = match (super::usage::meant(first.as_ref()), &readings.nearest) {
        (Some(command), _) => format!("did you mean 'neutrality {command}'?"),
        (None, Some(near)) => format!("did you mean '{near}'?"),
        (None, None) => {
            "'neutrality list' prints the events, 'neutrality countries' the countries".to_owned()
        }
    };
    let kind = if question.contains(std::path::MAIN_SEPARATOR) {
        "no file and nothing in the timeline"
    } else {
        "nothing"
    };
    Error::Request {
        message: format!("{kind} is called '{}'; {suggestion}", text::clean(question)),
    }
}
