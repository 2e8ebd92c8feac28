//! Values of a file, compared by what they say and not by where they stand.

use toml::de::DeValue;

/// Whether two values say the same, wherever and in whatever order they stand.
pub(crate) fn are_alike(one: &DeValue, other: &DeValue) -> bool {
    match (one, other) {
        (DeValue::Table(one), DeValue::Table(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| {
                    let same = other.get(key.get_ref().as_ref());
                    same.is_some_and(|same| are_alike(value.get_ref(), same.get_ref()))
                })
        }
        (DeValue::Array(one), DeValue::Array(other)) => {
            let mut pairs = one.iter().zip(other.iter());
            one.len() == other.len()
                && pairs.all(|(one, other)| are_alike(one.get_ref(), other.get_ref()))
        }
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => one.as_str() == other.as_str(),
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one.to_string() == other.to_string(),
        _ => false,
    }
}
