//! Tables within a table: lists of them, named ones, and those that may be one word instead.

use std::slice;

use super::value::type_name;
use super::{Fill, FromText, Located, TableReader, TextOrTable};
use crate::text;
use crate::timeline::diagnostic::quoted;
use crate::timeline::tree::{TomlEntry, TomlValue};

impl<'t, 'i> TableReader<'t, 'i> {
    /// What is read of the tables of a list, `[[events]]` or `parties = [{ … }]`.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        mut read: impl FnMut(TableReader<'t, 'i>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let TomlValue::List(items) = &value.value else {
            self.faults.lose(what);
            self.wrong_type(key, "a list of tables", value);
            return Vec::new();
        };
        let item = |item: &'t Located<TomlValue<'i>>| read(self.table_of_list(key, item, what)?);
        all(items, item)
    }

    /// The same of a list whose items are tables or lines of text; a line by itself is a list of one.
    pub(crate) fn tables_or_texts<T, S: FromText>(
        &mut self,
        key: &'static str,
        what: &'static str,
        mut read: impl FnMut(TextOrTable<'t, 'i, S>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let items = match &value.value {
            TomlValue::List(items) => items,
            TomlValue::String(_) => slice::from_ref(value),
            _ => {
                self.faults.lose(what);
                self.wrong_type(key, "a list of tables", value);
                return Vec::new();
            }
        };
        let item = |item: &'t Located<TomlValue<'i>>| {
            if !matches!(item.value, TomlValue::String(_)) {
                let table = self.table_of_list(key, item, what)?;
                return read(TextOrTable::Table(table));
            }
            let text = self.string(key, item, Fill::OrLeaveOut, false);
            if text.is_none() {
                self.lose();
                self.faults.lose(what);
            }
            read(TextOrTable::Text(text?))
        };
        all(items, item)
    }

    /// An item of a list of tables.
    fn table_of_list(
        &self,
        key: &'static str,
        item: &'t Located<TomlValue<'i>>,
        what: &'static str,
    ) -> Option<TableReader<'t, 'i>> {
        if let TomlValue::Table(table) = &item.value {
            let span = item.span.clone();
            return Some(TableReader::new(table, span, what, self.faults));
        }
        self.faults.lose(what);
        let found = type_name(&item.value);
        let message = format!("{what} is a table, and this is {found}");
        let help = self.rewritten(key, "a list of tables", &item.value);
        self.faults.error(&item.span, message, help);
        None
    }

    /// A key whose value is for the author alone: it has to be text, and nothing is made of it.
    pub(crate) fn passed_over(&mut self, key: &'static str) {
        if let Some(value) = self.get(key) {
            self.string::<String>(key, value, Fill::OrEmpty, true);
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
        if let TomlValue::Table(table) = &value.value {
            return Some(TableReader::new(
                table,
                value.span.clone(),
                what,
                self.faults,
            ));
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
        let read = |(id, value): (Located<String>, &'t Located<TomlValue<'i>>)| {
            if let TomlValue::Table(table) = &value.value {
                return Some((
                    id,
                    TableReader::new(table, value.span.clone(), what, outer.faults),
                ));
            }
            outer.lose();
            let message = format!(
                "{what} is a table, and {} is {}",
                quoted(&id.value),
                type_name(&value.value)
            );
            let help = format!("write it as {}", quoted(&format!("[{key}.{}]", id.value)));
            outer.faults.error(&value.span, message, Some(help));
            None
        };
        outer.in_order().filter_map(read).collect()
    }

    /// The values of a table by their keys, strings or tables, `[relations]`, in the order of the file.
    pub(crate) fn values(
        &mut self,
        key: &'static str,
        what: &'static str,
        fill: Fill,
    ) -> Vec<(Located<String>, TextOrTable<'t, 'i, String>)> {
        let Some(outer) = self.table(key, what) else {
            return Vec::new();
        };
        let read = |(id, value): (Located<String>, &'t Located<TomlValue<'i>>)| {
            if let TomlValue::Table(table) = &value.value {
                return Some((
                    id,
                    TextOrTable::Table(TableReader::new(
                        table,
                        value.span.clone(),
                        what,
                        outer.faults,
                    )),
                ));
            }
            let text = outer.string(&id.value, value, fill, false);
            if text.is_none() {
                outer.lose();
            }
            Some((id, TextOrTable::Text(text?)))
        };
        outer.in_order().filter_map(read).collect()
    }

    /// Keys and values in the order of the file.
    fn in_order(
        &self,
    ) -> impl Iterator<Item = (Located<String>, &'t Located<TomlValue<'i>>)> + use<'t, 'i> {
        let entries = self.table.entries().iter();
        entries.map(|TomlEntry { key, value }| {
            let name = text::clean(&key.value).into_owned();
            (Located::new(name, key.span.clone()), value)
        })
    }
}

/// What is read of the items of a list, in no more room than they take: there are very many lists.
pub(crate) fn all<'l, T, R>(items: &'l [T], read: impl FnMut(&'l T) -> Option<R>) -> Vec<R> {
    let mut all = Vec::with_capacity(items.len());
    all.extend(items.iter().filter_map(read));
    all
}
