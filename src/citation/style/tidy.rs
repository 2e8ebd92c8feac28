//! Marks as a printer sets them, where the engine puts one beside another.
//!
//! The engine joins what a style says with what a work holds, and sees neither a question mark at the end of a title
//! nor a field that stayed empty. Nothing but marks is changed here, and of words only whether "ed." is written large.

/// What the engine writes, and what stands there in print.
const MARKS: &[(&str, &str)] = &[
    ("..", "."),
    (",)", ")"),
    (".,.", ".,"),
    (",.", "."),
    (", .", "."),
    (" ,", ","),
    (" .", "."),
    (" :", ":"),
    ("?.", "?"),
    ("!.", "!"),
    (".”.", ".”"),
    ("?”.", "?”"),
    ("!”.", "!”"),
    (",”.", ".”"),
    (",,", ","),
    ("  ", " "),
];

/// Three stops, which leave something out, stay as they are.
const ELLIPSIS: [&str; 2] = ["...", "\u{E00F}"];

/// A closing quotation mark that has a comma or a stop behind it in the title itself, which stays there.
pub(super) const INNER_CLOSING: &str = "\u{E007}";

/// A comma or a stop that stands within the outer marks stands within the inner ones, in every style.
const WITHIN_BOTH: &[(&str, &str)] = &[("”,”", ",””"), ("”.”", ".””")];

/// In American print a comma or a stop stands within the marks that it follows.
const WITHIN: &[(&str, &str)] = &[("”,", ",”"), ("”.", ".”")];

/// A citation with the marks mended.
pub(super) fn tidy(text: &str, stops_inside: bool) -> String {
    let text = replaced(text.replace(ELLIPSIS[0], ELLIPSIS[1]), MARKS);
    let text = replaced(text, if stops_inside { WITHIN } else { WITHIN_BOTH });
    let text = text.replace(INNER_CLOSING, "”");
    quotes_by_depth(&text.replace(ELLIPSIS[1], ELLIPSIS[0]))
}

/// A text with each of these replaced until none is left.
fn replaced(mut text: String, marks: &[(&str, &str)]) -> String {
    for (written, printed) in marks {
        while text.contains(written) {
            text = text.replace(written, printed);
        }
    }
    text
}

/// Quotation marks within quotation marks are single ones. Texts with other marks are left as they are.
fn quotes_by_depth(text: &str) -> String {
    if text.contains('„') || text.matches('“').count() != text.matches('”').count() {
        return text.to_owned();
    }
    let mut depth = 0_usize;
    text.chars()
        .map(|sign| match sign {
            '“' => {
                depth += 1;
                if depth.is_multiple_of(2) { '‘' } else { sign }
            }
            '”' => {
                let inner = depth > 0 && depth.is_multiple_of(2);
                depth = depth.saturating_sub(1);
                if inner { '’' } else { sign }
            }
            _ => sign,
        })
        .collect()
}

/// Straight quotation marks as printed ones: they open at the beginning of a word.
pub(super) fn printed_quotes(title: &str) -> String {
    let mut before = ' ';
    title
        .chars()
        .map(|sign| {
            let opens = before.is_whitespace() || "([{“‘—–".contains(before);
            before = sign;
            match (sign, opens) {
                ('"', true) => '“',
                ('"', false) => '”',
                _ => sign,
            }
        })
        .collect()
}

/// Labels in brackets behind names, as styles write them that begin labels with a capital.
pub(super) fn capital_labels(text: &str) -> String {
    const LABELS: [(&str, &str); 9] = [
        ("(ed.)", "(Ed.)"),
        ("(eds.)", "(Eds.)"),
        ("(trans.)", "(Trans.)"),
        (", ed.)", ", Ed.)"),
        (", eds.)", ", Eds.)"),
        (", trans.)", ", Trans.)"),
        ("(ed. & trans.)", "(Ed. & Trans.)"),
        ("(editor)", "(Editor)"),
        ("(editors)", "(Editors)"),
    ];
    let replaced = |text: String, (small, large): &(&str, &str)| text.replace(small, large);
    LABELS.iter().fold(text.to_owned(), replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_as_in_print() {
        let check = |written, expected| assert_eq!(tidy(written, false), expected, "{written}");
        check("Act of Paris. (1815,).", "Act of Paris. (1815).");
        check(
            "Weather. (autumn 1939,). Affairs.",
            "Weather. (autumn 1939). Affairs.",
        );
        check("Smith, n.d.. Plon.", "Smith, n.d. Plon.");
        check("“Weather,.” Affairs,.", "“Weather.” Affairs.");
        check(
            "Is Neutrality Dead?. Affairs",
            "Is Neutrality Dead? Affairs",
        );
        check("“Why?.” In Reader", "“Why?” In Reader");
        check("“Dead?,” Affairs, 1941", "“Dead?,” Affairs, 1941");
        check(
            "“Notes.”. National Archives.",
            "“Notes.” National Archives.",
        );
        check("Wait ... and see...", "Wait ... and see...");
        check("Jr., M. L., ed.,. Plon", "Jr., M. L., ed., Plon");
        check("Smith et al., ed.", "Smith et al., ed.");
    }

    #[test]
    fn quotation_marks_follow_their_depth() {
        let check = |written, expected| assert_eq!(tidy(written, false), expected, "{written}");
        check("“The “Belgian” question,” 5", "“The ‘Belgian’ question,” 5");
        check("“A “b “c” d” e”", "“A ‘b “c” d’ e”");
        check("The “Belgian” question", "The “Belgian” question");
        check("„Die „Frage““", "„Die „Frage““");
        check("“open", "“open");
        let check = |written, expected| assert_eq!(printed_quotes(written), expected, "{written}");
        check("The \"Belgian\" question", "The “Belgian” question");
        check("\"Peace\" (\"paix\")", "“Peace” (“paix”)");
    }
}
