//! Tables within a table: lists of them, named ones, and those that may be one word instead.

use toml::Spanned;
use toml::de::DeValue;

use super::value::type_name;
use super::{Fill, Located, TableReader, TextOrTable};
use crate::text;
use crate::timeline::diagnostic::quoted;

impl<'t, 'i> TableReader<'t, 'i> {
    /// The tables of a list, `[[events]]` or `parties = [{ … }]`.
    pub(crate) fn tables(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Vec<TableReader<'t, 'i>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.faults.lose(what);
            self.wrong_type(key, "a list of tables", value);
            return Vec::new();
        };
        let table = |item: &'t Spanned<DeValue<'i>>| match item.get_ref() {
            DeValue::Table(table) => Some(TableReader::new(table, item.span(), what, self.faults)),
            other => {
                self.faults.lose(what);
                let message = format!("{what} is a table, and this is {}", type_name(other));
                self.faults.error(
                    &item.span(),
                    message,
                    self.rewritten(key, "a list of tables", other),
                );
                None
            }
        };
        items.iter().filter_map(table).collect()
    }

    /// A list whose items are tables or lines of text; a line by itself is a list of one.
    pub(crate) fn tables_or_texts(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Vec<TextOrTable<'t, 'i>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            DeValue::String(_) => vec![value],
            _ => {
                self.faults.lose(what);
                self.wrong_type(key, "a list of tables", value);
                return Vec::new();
            }
        };
        let item = |item: &'t Spanned<DeValue<'i>>| match item.get_ref() {
            DeValue::Table(table) => Some(TextOrTable::Table(TableReader::new(
                table,
                item.span(),
                what,
                self.faults,
            ))),
            DeValue::String(_) => {
                let text = self.string(key, item, Fill::OrLeaveOut, false);
                if text.is_none() {
                    self.lose();
                    self.faults.lose(what);
                }
                text.map(TextOrTable::Text)
            }
            other => {
                self.faults.lose(what);
                let message = format!("{what} is a table, and this is {}", type_name(other));
                self.faults.error(
                    &item.span(),
                    message,
                    self.rewritten(key, "a list of tables", other),
                );
                None
            }
        };
        items.into_iter().filter_map(item).collect()
    }

    /// A key whose value is for the author alone: it has to be text, and nothing is made of it.
    pub(crate) fn passed_over(&mut self, key: &'static str) {
        if let Some(value) = self.get(key) {
            self.string(key, value, Fill::OrEmpty, true);
        }
    }

    /// A single table, `[article]`.
    pub(crate) fn table(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Option<TableReader<'t, 'i>> {
        self.table_as(key, what, "a table")
    }

    fn table_as(
        &mut self,
        key: &'static str,
        what: &'static str,
        wanted: &str,
    ) -> Option<TableReader<'t, 'i>> {
        let value = self.get(key)?;
        if let DeValue::Table(table) = value.get_ref() {
            return Some(TableReader::new(table, value.span(), what, self.faults));
        }
        self.faults.lose(what);
        self.wrong_type(key, wanted, value);
        None
    }

    /// The named tables of a table, `[countries.belgium]`, in the order of the file.
    pub(crate) fn entries(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Vec<(Located<String>, TableReader<'t, 'i>)> {
        let Some(outer) = self.table_as(key, what, "a table of tables") else {
            return Vec::new();
        };
        let read = |(id, value): (Located<String>, &'t Spanned<DeValue<'i>>)| {
            if let DeValue::Table(table) = value.get_ref() {
                return Some((
                    id,
                    TableReader::new(table, value.span(), what, outer.faults),
                ));
            }
            outer.lose();
            let message = format!(
                "{what} is a table, and {} is {}",
                quoted(&id.value),
                type_name(value.get_ref())
            );
            let help = format!("write it as {}", quoted(&format!("[{key}.{}]", id.value)));
            outer.faults.error(&value.span(), message, Some(help));
            None
        };
        outer.in_order().into_iter().filter_map(read).collect()
    }

    /// The values of a table by their keys, strings or tables, `[relations]`, in the order of the file.
    pub(crate) fn values(
        &mut self,
        key: &'static str,
        what: &'static str,
        fill: Fill,
    ) -> Vec<(Located<String>, TextOrTable<'t, 'i>)> {
        let Some(outer) = self.table(key, what) else {
            return Vec::new();
        };
        let read = |(id, value): (Located<String>, &'t Spanned<DeValue<'i>>)| {
            if let DeValue::Table(table) = value.get_ref() {
                return Some((
                    id,
                    TextOrTable::Table(TableReader::new(table, value.span(), what, outer.faults)),
                ));
            }
            let text = outer.string(&id.value, value, fill, false);
            if text.is_none() {
                outer.lose();
            }
            Some((id, TextOrTable::Text(text?)))
        };
        outer.in_order().into_iter().filter_map(read).collect()
    }

    /// Keys and values in the order of the file.
    fn in_order(&self) -> Vec<(Located<String>, &'t Spanned<DeValue<'i>>)> {
        let mut items: Vec<_> = self
            .table
            .iter()
            .map(|(name, value)| {
                (
                    Located::new(text::clean(name.get_ref()).into_owned(), name.span()),
                    value,
                )
            })
            .collect();
        items.sort_by_key(|(id, _)| id.span.start);
        items
    }
}
