use proptest::prelude::*;

use super::*;

/// What inputs are called in these tests: keys by their names, the mouse and pastes by what they are.
fn names(inputs: &[Input]) -> String {
    let name = |input: &Input| match input {
        Input::Key(key) => key.to_string(),
        Input::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
        Input::Paste(text) => format!("paste {text:?}"),
        Input::Resize(_) => "a size".to_owned(),
        Input::Background(background) => format!("{background:?}"),
    };
    inputs.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// Decodes pieces with a pause behind each that is longer than any patience.
fn in_pieces(pieces: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.feed(piece, &mut inputs);
        if decoder.patience().is_some() {
            decoder.give_up(&mut inputs);
        }
    }
    inputs
}

fn decoded(bytes: &[u8]) -> Vec<Input> {
    in_pieces(&[bytes])
}

#[test]
fn another_background_is_heard_of_and_nothing_that_only_looks_like_it() {
    let check = |sent: &str, expected: &str| {
        assert_eq!(names(&decoded(sent.as_bytes())), expected, "{sent:?}");
    };
    check("\x1b[?997;1n", "Dark");
    check("j\x1b[?997;2nk", "j Light k");
    check("\x1b[?997;3nj", "j");
    check("\x1b[?997nj", "j");
    check("\x1b[997;1nj", "j");
    check("\x1b[?2031;0$yj", "j");
}

#[test]
fn keys_are_known_in_every_way_that_terminals_send_them() {
    let check = |sent: &str, expected: &str| {
        assert_eq!(names(&decoded(sent.as_bytes())), expected, "{sent:?}");
    };
    check("jG ä日", "j G Space ä 日");
    check(
        "\r\n\t\x7f\x08\x01\x1a\x03\0",
        "Enter Enter Tab Backspace Ctrl-H Ctrl-A Ctrl-Z Ctrl-C Ctrl-Space",
    );
    check("\x1c\x1d\x1e\x1f", "Ctrl-\\ Ctrl-] Ctrl-^ Ctrl-_");
    check("\x1b", "Esc");
    check("\x1b\x1b", "Esc Esc");
    check("\x1bq\x1bä\x1b\x7f", "Alt-q Alt-ä Alt-Backspace");
    check("\x1b\x03", "Esc Ctrl-C");
    check("\x1b[", "Alt-[");
    check("\x1b]", "Alt-]");
    check("\x1bO", "Alt-O");
    check(
        "\x1b[A\x1bOB\x1b[1;2D\x1b[1;5C\x1b[1;3H",
        "Up Down Shift-Left Ctrl-Right Alt-Home",
    );
    check("\x1b[Z\x1b[1;2Z", "Shift-Tab Shift-Tab");
    check(
        "\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~",
        "Home Delete End PgUp PgDn Home End",
    );
    check(
        "\x1bOP\x1b[S\x1b[[A\x1b[[E\x1b[15~\x1b[17~\x1b[24~",
        "F1 F4 F1 F5 F5 F6 F12",
    );
    check("\x1bOM\x1bOj\x1bOy", "Enter * 9");
    // The forms of kitty and of xterm's modifyOtherKeys, with presses, repeats and releases.
    check(
        "\x1b[106u\x1b[106;2u\x1b[106:74;2u\x1b[99;5u\x1b[113;3u",
        "j J J Ctrl-C Alt-q",
    );
    check(
        "\x1b[27u\x1b[13u\x1b[127u\x1b[9;2u\x1b[27;5;67~",
        "Esc Enter Backspace Shift-Tab Ctrl-C",
    );
    check("\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u\x1b[1;1:3A", "j j");
    check("\x1b[106;9u\x1b[57441u\x1b[0u", "");
}

#[test]
fn the_mouse_is_told_in_cells_from_0() {
    let check = |sent: &str, expected: &str| {
        assert_eq!(names(&decoded(sent.as_bytes())), expected, "{sent:?}");
    };
    check("\x1b[<0;1;1M\x1b[<0;1;1m", "Press@0,0");
    check("\x1b[<32;80;24M\x1b[<4;2;3M", "Drag@79,23 Press@1,2");
    check(
        "\x1b[<64;1;2M\x1b[<65;1;2M\x1b[<2;1;1M",
        "ScrollUp@0,1 ScrollDown@0,1",
    );
    // A second wheel, Shift (4), Ctrl (16), Alt (8) and both.
    check(
        "\x1b[<66;1;2M\x1b[<67;1;2M\x1b[<68;1;2M\x1b[<69;1;2M",
        "ScrollLeft@0,1 ScrollRight@0,1 ScrollLeft@0,1 ScrollRight@0,1",
    );
    check(
        "\x1b[<80;1;2M\x1b[<81;1;2M\x1b[<72;1;2M\x1b[<84;1;2M",
        "ZoomIn@0,1 ZoomOut@0,1 ScrollUp@0,1 ZoomIn@0,1",
    );
    check("\x1b[<0;0;0M\x1b[<0;99999;1M\x1b[<;;M\x1b[<0;1M", "");
    check("\x1b[M   \x1b[M\x20\x21\x20j", "j");
    check("\x1b[32;1;1Mj", "j");
}

/// What terminals answer and report, asked or not.
const ANSWERS: &[&str] = &[
    "\x1b[?62;22c",
    "\x1b[>1;10;0c",
    "\x1b[?1;2c",
    "\x1b[?2026;2$y",
    "\x1b[?996;1n",
    "\x1b[24;80R",
    "\x1b[8;24;80t",
    "\x1b[?1u",
    "\x1b[<u",
    "\x1b[0n",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "\x1b]52;c;amo=\x1b\\",
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1bP!|00000000\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^private\x1b\\",
];

/// These come only where they were asked for, and they are no keys either.
const REPORTS: &[&str] = &["\x1b[I", "\x1b[O", "\x1b[1;1\x07", "\x1b[1 q", "\x1b[=1;2s"];

#[test]
fn an_answer_is_dropped_and_the_keys_around_it_are_kept() {
    for answer in ANSWERS.iter().chain(REPORTS) {
        let bell = answer.ends_with("1\x07");
        let sent = format!("j{answer}{answer}k");
        let expected = if bell { "j Ctrl-G Ctrl-G k" } else { "j k" };
        assert_eq!(names(&decoded(sent.as_bytes())), expected, "{sent:?}");
    }
}

#[test]
fn an_answer_that_a_pause_cuts_anywhere_types_nothing() {
    for answer in ANSWERS {
        for cut in 1..answer.len() {
            let (start, end) = answer.as_bytes().split_at(cut);
            let found = names(&in_pieces(&[b"j", start, end, b"k"]));
            // What begins an answer is a key when nothing follows for long; its rest is never one.
            let alone = match start {
                b"\x1b" => "j Esc k".to_owned(),
                [0x1b, introducer] => format!("j Alt-{} k", char::from(*introducer)),
                _ => "j k".to_owned(),
            };
            // A letter alone is what a person types; any pause so long makes it that.
            let letter = match end {
                [last] if last.is_ascii_alphabetic() => format!("j {} k", char::from(*last)),
                _ => alone.clone(),
            };
            assert!(
                found == alone || found == letter,
                "{answer:?} at {cut}: {found}"
            );
        }
    }
}

#[test]
fn keys_behind_an_escape_that_was_one_are_keys() {
    let check = |pieces: &[&str], expected: &str| {
        let pieces: Vec<_> = pieces.iter().map(|piece| piece.as_bytes()).collect();
        assert_eq!(names(&in_pieces(&pieces)), expected, "{pieces:?}");
    };
    check(&["\x1b", "["], "Esc [");
    check(&["\x1b", "[["], "Esc [ [");
    check(&["\x1b", "]]]"], "Esc ] ] ]");
    check(&["\x1b", "[3"], "Esc [ 3");
    check(&["\x1b", "]j"], "Esc ] j");
    check(&["\x1b", "P"], "Esc P");
    // A figure alone is pressed: no answer is cut behind its first one and at its introducer too.
    check(&["\x1b]", "1", "j"], "Alt-] 1 j");
    check(&["\x1b", "]1", "j"], "Esc ] 1 j");
    check(&["\x1b", "j", "[?62;1c"], "Esc j [ ? 6 2 ; 1 c");
}

#[test]
fn what_has_no_end_stops_no_key() {
    let check = |pieces: &[&str], expected: &str| {
        let pieces: Vec<_> = pieces.iter().map(|piece| piece.as_bytes()).collect();
        assert_eq!(names(&in_pieces(&pieces)), expected, "{pieces:?}");
    };
    for start in [
        "\x1b]11;rgb:1e1e",
        "\x1bP1$r",
        "\x1b_G",
        "\x1b[?2026;2",
        "\x1b[M",
        "\x1b[1;",
    ] {
        check(&[start, "q"], "q");
        check(&[start, "\x03"], "Ctrl-C");
        // Without a pause a control character ends it.
        if start != "\x1b[M" {
            check(&[&format!("{start}\x03")], "Ctrl-C");
            check(&[&format!("{start}\x1b[A")], "Up");
        }
    }
    check(&["\x1b[200~pasted", "\x03"], "paste \"pasted\" Ctrl-C");
    check(&[&format!("\x1b[{}A", "1;".repeat(1000)), "q"], "q");
}

#[test]
fn what_is_pasted_is_text() {
    let check = |pieces: &[&str], expected: &str| {
        let pieces: Vec<_> = pieces.iter().map(|piece| piece.as_bytes()).collect();
        assert_eq!(names(&in_pieces(&pieces)), expected, "{pieces:?}");
    };
    check(
        &["j\x1b[200~q\x03\x1b[A\r\x1b[201~k"],
        "j paste \"q\\u{3}\\u{1b}[A\\r\" k",
    );
    check(
        &["\x1b[200~\x1b[200~a\x1b[20\x1b[201~q"],
        "paste \"\\u{1b}[200~a\\u{1b}[20\" q",
    );
    check(&["\x1b[200~\x1b[201~q"], "q");
    check(&["\x1b[201~q"], "q");
    // A slow line: what is long, or ends as pastes do, goes on with it.
    check(
        &["\x1b[200~one ", "two, and much more than this\x1b[201~q"],
        "paste \"one \" paste \"two, and much more than this\" q",
    );
    check(
        &["\x1b[200~one", "!\x1b[201~q"],
        "paste \"one\" paste \"!\" q",
    );
    check(&["\x1b[200~one\x1b[2", "01~q"], "paste \"one\" q");
}

#[test]
fn a_paste_is_bounded() {
    let sent = format!("\x1b[200~{}\x1b[201~q", "x".repeat(3 * LONGEST_PASTE));
    let inputs = decoded(sent.as_bytes());
    let [Input::Paste(text), Input::Key(_)] = inputs.as_slice() else {
        panic!("{} inputs", inputs.len());
    };
    assert_eq!(text.len(), LONGEST_PASTE);
}

/// Pieces of what terminals send, and bytes of no sense.
fn anything() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::sample::select(ANSWERS).prop_map(|answer| answer.as_bytes().to_vec()),
        prop::sample::select(vec![
            "\x1b",
            "\x1b[",
            "\x1b]",
            "\x1bP",
            "\x1b[200~",
            "\x1b[201~",
            "\x1b[<",
            "\x1b[M",
            "\\",
            "q"
        ])
        .prop_map(|piece| piece.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn where_a_read_ends_changes_nothing(bytes in anything(), cut in any::<prop::sample::Index>()) {
        let (start, end) = bytes.split_at(cut.index(bytes.len() + 1));
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(start, &mut inputs);
        decoder.feed(end, &mut inputs);
        if decoder.patience().is_some() {
            decoder.give_up(&mut inputs);
        }
        prop_assert_eq!(inputs, decoded(&bytes));
    }

    #[test]
    fn control_c_is_heard_behind_anything(bytes in anything()) {
        let inputs = in_pieces(&[&bytes, b"\x03"]);
        prop_assert_eq!(inputs.last(), Some(&Input::Key(Key::ctrl('c'))));
    }

    #[test]
    fn a_key_types_no_control_character(bytes in anything()) {
        for input in decoded(&bytes) {
            if let Input::Key(Key { code: Code::Char(character), .. }) = input {
                prop_assert!(!character.is_control(), "{character:?}");
            }
        }
    }
}
