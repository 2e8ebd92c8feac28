//! A day in a packed timeline: its number, counted from the first of the year 1, instead of figures that would be parsed.

use chrono::{Datelike as _, NaiveDate};
use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

pub(super) fn serialize<S: Serializer>(
    day: &Option<NaiveDate>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let number = day.map(|day| day.num_days_from_ce());
    number.serialize(serializer)
}

pub(super) fn deserialize<'d, D: Deserializer<'d>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    let day = |number| {
        let day = NaiveDate::from_num_days_from_ce_opt(number);
        day.ok_or_else(|| D::Error::custom("no day has this number"))
    };
    Option::<i32>::deserialize(deserializer)?
        .map(day)
        .transpose()
}
