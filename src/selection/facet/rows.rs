//! The table of facets, a row each, in the order of the panel.

use super::{Facet, FacetRow, Flags, Takes};
use crate::selection::attribute::Attribute;
use crate::selection::value::Value;
use crate::timeline::{
    Breach, CountryId, Event, Importance, KindId, PassageId, PlaceId, RoleId, Stance, StatusId,
    TagId,
};

pub(super) const FACETS: [FacetRow; 13] = [
    FacetRow {
        facet: Facet::Country,
        title: "Country",
        group: Facet::Country,
        by_count: true,
        phrases: ("{}", "not {}"),
        flags: Some(Flags {
            name: "country",
            value_name: "NAME",
            noun: "country",
            takes: Takes::Names,
            include: "Only events of this country: its id, name, code or an alias, in any case; can be repeated",
            exclude: "No events in which this country takes part; can be repeated",
        }),
        values: |timeline| CountryId::all(timeline).map(Value::Country).collect(),
        of: |event, each| {
            for party in &event.parties {
                each(Attribute {
                    value: Value::Country(party.country),
                    with: Some(Value::Role(party.role)),
                });
            }
        },
    },
    FacetRow {
        facet: Facet::Role,
        title: "Role",
        group: Facet::Country,
        by_count: false,
        phrases: ("as {}", "not as {}"),
        flags: Some(Flags {
            name: "role",
            value_name: "ROLE",
            noun: "role",
            takes: Takes::Names,
            include: "Only events in which the country, or any, has this role; can be repeated",
            exclude: "No events in which the country, or any, has this role; can be repeated",
        }),
        values: |timeline| RoleId::all(timeline).map(Value::Role).collect(),
        // A role comes with its country.
        of: |_, _| {},
    },
    FacetRow {
        facet: Facet::Kind,
        title: "Kind",
        group: Facet::Kind,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: Some(Flags {
            name: "kind",
            value_name: "KIND",
            noun: "kind",
            takes: Takes::Names,
            include: "Only events of this kind; can be repeated",
            exclude: "No events of this kind; can be repeated",
        }),
        values: |timeline| KindId::all(timeline).map(Value::Kind).collect(),
        of: |event, each| {
            if let Some(kind) = event.kind {
                each(Value::Kind(kind).into());
            }
        },
    },
    FacetRow {
        facet: Facet::Status,
        title: "Status",
        group: Facet::Status,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: Some(Flags {
            name: "status",
            value_name: "STATUS",
            noun: "status",
            takes: Takes::Names,
            include: "Only events that begin, end or violate a status of this sort; can be repeated",
            exclude: "No events that begin, end or violate a status of this sort; can be repeated",
        }),
        values: |timeline| StatusId::all(timeline).map(Value::Status).collect(),
        of: |event, each| {
            for status in &event.statuses {
                each(Value::Status(*status).into());
            }
        },
    },
    FacetRow {
        facet: Facet::Violation,
        title: "Violation",
        group: Facet::Violation,
        by_count: false,
        phrases: ("violation {}", "no violation {}"),
        flags: Some(Flags {
            name: "violation",
            value_name: "BY",
            noun: "violation",
            takes: Takes::WordOrAll(&["guarantor", "others"]),
            include: "Only events that violate a status; with 'guarantor' those in which a state violates what it had \
                      itself guaranteed, with 'others' the rest",
            exclude: "No events that violate a status, or none in which these do so",
        }),
        values: |timeline| {
            let breaks = |event: &Event| event.breach.is_some();
            if timeline.events.iter().any(breaks) {
                Breach::ALL.map(Value::Violation).into()
            } else {
                Vec::new()
            }
        },
        of: |event, each| {
            if let Some(breach) = event.breach {
                each(Value::Violation(breach).into());
            }
        },
    },
    FacetRow {
        facet: Facet::Time,
        title: "Time",
        group: Facet::Time,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: None,
        values: |_| Vec::new(),
        of: |_, _| {},
    },
    FacetRow {
        facet: Facet::Place,
        title: "Place",
        group: Facet::Place,
        by_count: true,
        phrases: ("at {}", "not at {}"),
        flags: Some(Flags {
            name: "place",
            value_name: "PLACE",
            noun: "place",
            takes: Takes::Names,
            include: "Only events at this place, in any case; can be repeated",
            exclude: "No events at this place; can be repeated",
        }),
        values: |timeline| PlaceId::all(timeline).map(Value::Place).collect(),
        of: |event, each| {
            if let Some(place) = event.place_id {
                each(Value::Place(place).into());
            }
        },
    },
    FacetRow {
        facet: Facet::Tag,
        title: "Tag",
        group: Facet::Tag,
        by_count: true,
        phrases: ("tagged {}", "not tagged {}"),
        flags: Some(Flags {
            name: "tag",
            value_name: "TAG",
            noun: "tag",
            takes: Takes::Names,
            include: "Only events with this tag, in any case; can be repeated",
            exclude: "No events with this tag; can be repeated",
        }),
        values: |timeline| TagId::all(timeline).map(Value::Tag).collect(),
        of: |event, each| {
            for tag in &event.tags {
                each(Value::Tag(*tag).into());
            }
        },
    },
    FacetRow {
        facet: Facet::Article,
        title: "Article",
        group: Facet::Article,
        by_count: false,
        phrases: ("linked to {}", "not linked to {}"),
        flags: Some(Flags {
            name: "linked",
            value_name: "PASSAGE",
            noun: "passage",
            takes: Takes::NameOrAll,
            include: "Only events linked to the article, or to one passage of it",
            exclude: "No events linked to the article, or to one passage of it",
        }),
        values: |timeline| {
            let passages = PassageId::all(timeline).map(Value::Passage);
            let linked = (!timeline.passages.is_empty()).then_some(Value::Linked);
            linked.into_iter().chain(passages).collect()
        },
        of: |event, each| {
            for link in &event.links {
                each(Attribute {
                    value: Value::Passage(link.passage),
                    with: Some(Value::Stance(link.stance)),
                });
            }
        },
    },
    FacetRow {
        facet: Facet::Stance,
        title: "Stance",
        group: Facet::Article,
        by_count: false,
        phrases: ("{} a claim", "{} no claim"),
        flags: Some(Flags {
            name: "stance",
            value_name: "STANCE",
            noun: "stance",
            takes: Takes::Names,
            include: "Only events that do this to a claim: supports, complicates, context; can be repeated",
            exclude: "No events that do this to a claim; can be repeated",
        }),
        values: |timeline| {
            if timeline.passages.is_empty() {
                Vec::new()
            } else {
                Stance::ALL.map(Value::Stance).into()
            }
        },
        // A stance comes with its passage.
        of: |_, _| {},
    },
    FacetRow {
        facet: Facet::Importance,
        title: "Importance",
        group: Facet::Importance,
        by_count: false,
        phrases: ("importance {}", "not importance {}"),
        flags: Some(Flags {
            name: "importance",
            value_name: "N",
            noun: "importance",
            takes: Takes::UpTo(3),
            include: "Only events of this importance and above: 1 high, 2 middle, 3 low",
            exclude: "",
        }),
        values: |_| Importance::ALL.map(Value::Importance).into(),
        of: |event, each| each(Value::Importance(event.importance).into()),
    },
    FacetRow {
        facet: Facet::Text,
        title: "Text",
        group: Facet::Text,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: None,
        values: |_| Vec::new(),
        of: |_, _| {},
    },
    FacetRow {
        facet: Facet::Marked,
        title: "Marked",
        group: Facet::Marked,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: None,
        values: |_| Vec::new(),
        of: |_, _| {},
    },
];
