//! The text of a slide out of its HTML: paragraphs, each with the class that it bears, and nothing of the markup.
//!
//! It is no HTML parser: slides hold a few simple elements, and what is no tag stays as it is written.

/// A paragraph or an item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// The class of the element, or of the list around an item.
    pub class: String,
    pub text: String,
}

/// Elements that begin a paragraph.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "section",
    "article",
    "table",
    "tr",
    "hr",
];

/// Elements whose content is not text.
const SILENT: [&str; 3] = ["script", "style", "iframe"];

/// The paragraphs in their order; an address of a link stands behind its words.
#[must_use]
pub(super) fn blocks(html: &str) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    let mut list_class = String::new();
    let mut address: Option<String> = None;
    let mut silent: Option<&str> = None;
    let mut rest = html;
    // Behind the last ">" there is no tag, and none need be looked for.
    let last = html.rfind('>').unwrap_or(0);
    while !rest.is_empty() {
        let at = html.len() - rest.len();
        let may_be = at < last || rest.starts_with("<!--");
        let found = may_be.then(|| tag(rest)).flatten();
        let Some((tag, after)) = found else {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<');
            let end = end.map_or(rest.len(), |(at, _)| at);
            if silent.is_none() {
                push(&mut blocks, &decoded(&rest[..end]));
            }
            rest = &rest[end..];
            continue;
        };
        rest = after;
        if let Some(until) = silent {
            silent = Some(until).filter(|until| !(tag.closing && tag.name == *until));
            continue;
        }
        silent = SILENT
            .into_iter()
            .find(|name| *name == tag.name && !tag.closing);
        match (tag.name.as_str(), tag.closing) {
            ("br", _) => push(&mut blocks, "\n"),
            ("a", false) => address = attribute(tag.attributes, "href"),
            ("a", true) => {
                if let Some(address) = address.take()
                    && !blocks
                        .last()
                        .is_some_and(|block| block.text.ends_with(&address))
                {
                    push(&mut blocks, &format!(" {address}"));
                }
            }
            ("ul" | "ol", closing) => {
                list_class = attribute(tag.attributes, "class")
                    .filter(|_| !closing)
                    .unwrap_or_default();
                blocks.push(Block::default());
            }
            (name, closing) if BLOCKS.contains(&name) => {
                let class = attribute(tag.attributes, "class").filter(|_| !closing);
                let inherited = (name == "li" && !closing).then(|| list_class.clone());
                blocks.push(Block {
                    class: class.or(inherited).unwrap_or_default(),
                    text: String::new(),
                });
            }
            _ => {}
        }
    }
    for block in &mut blocks {
        let words: Vec<&str> = block.text.split_whitespace().collect();
        block.text = words.join(" ");
    }
    blocks.retain(|block| !block.text.is_empty());
    blocks
}

/// The text of one line, as a headline's.
#[must_use]
pub(super) fn line(html: &str) -> String {
    let blocks = blocks(html);
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    texts.join(" ")
}

fn push(blocks: &mut [Block], text: &str) {
    if let Some(block) = blocks.last_mut() {
        block.text.push_str(text);
    }
}

struct Tag<'h> {
    name: String,
    closing: bool,
    attributes: &'h str,
}

/// The tag or comment with which a text begins, and what follows; "a < b" has none.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let (_, after) = comment.split_once("-->").unwrap_or((comment, ""));
        let comment = Tag {
            name: String::new(),
            closing: false,
            attributes: "",
        };
        return Some((comment, after));
    }
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    if !inner.starts_with(|first: char| first.is_ascii_alphabetic() || first == '!') {
        return None;
    }
    let (inner, after) = inner.split_once('>')?;
    let end = inner.find(|c: char| c.is_whitespace() || c == '/');
    let (name, attributes) = inner.split_at(end.unwrap_or(inner.len()));
    let name = name.to_ascii_lowercase();
    Some((
        Tag {
            name,
            closing,
            attributes,
        },
        after,
    ))
}

/// The value of an attribute of the first tag in a text.
#[must_use]
pub(super) fn attribute_in(html: &str, name: &str) -> Option<String> {
    let at = html.find('<')?;
    let (tag, _) = tag(html.get(at..)?)?;
    attribute(tag.attributes, name)
}

/// The value of an attribute, between quotation marks or bare.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = attributes.get(at..)?;
    let quoted = |quote: char| value.strip_prefix(quote)?.split(quote).next();
    let bare = || value.split_whitespace().next();
    let value = quoted('"').or_else(|| quoted('\'')).or_else(bare)?;
    Some(decoded(value))
}

/// A text with its character references resolved; an unknown one stays as it is.
pub(super) fn decoded(text: &str) -> String {
    const NAMED: [(&str, &str); 17] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", " "),
        ("ndash", "–"),
        ("mdash", "—"),
        ("hellip", "…"),
        ("lsquo", "‘"),
        ("rsquo", "’"),
        ("ldquo", "“"),
        ("rdquo", "”"),
        ("laquo", "«"),
        ("raquo", "»"),
        ("middot", "·"),
        ("para", "¶"),
    ];
    const LONGEST_REFERENCE: usize = 40;
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        // No reference is as long as that.
        let near = after.bytes().take(LONGEST_REFERENCE);
        let end = near.into_iter().position(|byte| byte == b';');
        let named = end.and_then(|end| {
            let (name, after) = (after.get(..end)?, after.get(end + 1..)?);
            let number = |digits: &str, radix| {
                let character = u32::from_str_radix(digits, radix)
                    .ok()
                    .and_then(char::from_u32);
                character.map(String::from)
            };
            let found = match name.strip_prefix('#') {
                Some(code) => match code.strip_prefix(['x', 'X']) {
                    Some(digits) => number(digits, 16),
                    None => number(code, 10),
                },
                None => NAMED
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, meant)| (*meant).to_owned()),
            };
            Some((found?, after))
        });
        match named {
            Some((meant, after)) => {
                decoded.push_str(&meant);
                rest = after;
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_come_out_of_the_markup() {
        let check = |html: &str, expected: &[(&str, &str)]| {
            let found = blocks(html);
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|block| (block.class.as_str(), block.text.as_str()))
                .collect();
            assert_eq!(found, expected, "{html}");
        };
        check("plain", &[("", "plain")]);
        check(
            "<p>one</p><p>two &amp; &#8220;three&#x201D;</p>",
            &[("", "one"), ("", "two & “three”")],
        );
        check("<p class=\"place\">London</p>", &[("place", "London")]);
        check(
            "<ol class='sources'><li>A</li><li>B</li></ol>after",
            &[("sources", "A"), ("sources", "B"), ("", "after")],
        );
        check(
            "see <a href=\"https://a.org/?b&amp;c\">this</a>.",
            &[("", "see this https://a.org/?b&c.")],
        );
        check(
            "<a href=https://a.org>https://a.org</a>",
            &[("", "https://a.org")],
        );
        check("3 < 4 & 5 > 4; AT&T", &[("", "3 < 4 & 5 > 4; AT&T")]);
        check("a<script>alert('<b>')</script>b<!-- c -->d", &[("", "abd")]);
        check("un<b>closed", &[("", "unclosed")]);
        check("one<br>two", &[("", "one two")]);
        check("broken <tag", &[("", "broken <tag")]);
        check("", &[]);
    }
}
