//! Files of other programs, in each form that is imported.

use super::{assert_clean, assert_one_clean_line};
use crate::import::{ImportForm, ImportOptions, Unreadable, import as read};
use crate::timeline::date::words::FigureOrder;
use crate::timeline::diagnostic::Severity;
use crate::timeline::load::{self, Limits};

/// Imports a file; its first byte says which form it is said to have, and how it writes days and months.
///
/// # Panics
/// When what is made of it is no timeline, has another number of events, or something is told that is not clean.
pub fn import(bytes: &[u8]) {
    let Some((first, file)) = bytes.split_first() else {
        return;
    };
    let forms = [
        None,
        Some(ImportForm::Csv),
        Some(ImportForm::TimelineJs),
        Some(ImportForm::Json),
        Some(ImportForm::Markwhen),
        Some(ImportForm::Org),
        Some(ImportForm::ICalendar),
        Some(ImportForm::Ris),
    ];
    let orders = [
        None,
        Some(FigureOrder::DayFirst),
        Some(FigureOrder::MonthFirst),
    ];
    let form = forms[usize::from(first & 7)];
    let options = ImportOptions {
        form,
        order: orders[usize::from(first >> 3) % orders.len()],
        limits: Limits::of_mebibytes(1),
        ..ImportOptions::default()
    };
    let imported = match read("a file", file, &options) {
        Ok(imported) => imported,
        Err(reason) => return check_refusal(&reason),
    };
    let messages = imported.losses.iter().chain(&imported.remarks);
    messages.for_each(|line| assert_one_clean_line(line));
    assert_clean(&imported.file);
    let loaded = load::read("a.toml", imported.file.clone().into_bytes());
    let report = loaded.report.render(false, false);
    assert_eq!(loaded.report.count(Severity::Error), 0, "{report}");
    let events = loaded.timeline.map(|timeline| timeline.events.len());
    assert_eq!(events, Some(imported.events), "{}", imported.file);
    assert!(imported.changed <= imported.events);
}

fn check_refusal(reason: &Unreadable) {
    let reason = reason.to_string();
    assert_clean(&reason);
    assert!(
        !reason.starts_with("what it holds makes no timeline"),
        "{reason}"
    );
}
