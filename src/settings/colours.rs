//! Own colours in a settings file, `[colours.dark]` and `[colours.light]`: each is checked for what it is to be read on.

use crate::app::Theme;
use crate::app::colours::{ColourRole, Colours, Rgb};
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::table_reader::TableReader;
use crate::ui::theme::contrast::{LEAST, unreadable};

const THEMES: [(&str, Theme); 2] = [("dark", Theme::Dark), ("light", Theme::Light)];

/// Takes the colours that can be understood; one that is hard to read is taken too, and said.
pub(super) fn take(colours: &mut Colours, table: &mut TableReader, faults: &Faults) {
    for (name, mut chosen) in table.entries("colours", "a set of colours") {
        let theme = THEMES.iter().find(|(known, _)| *known == name.value);
        let Some((_, theme)) = theme else {
            let message = format!("{} is no theme that has colours", quoted(&name.value));
            let help = "write `[colours.dark]` or `[colours.light]`".to_owned();
            faults.error(&name.span, message, Some(help));
            continue;
        };
        for role in ColourRole::ALL {
            let Some(written) = chosen.text::<String>(role.name()) else {
                continue;
            };
            match Rgb::named(&written.value) {
                Some(colour) => {
                    warn_of(*theme, role, colour, &written.span, faults);
                    colours.choose(*theme, role, colour);
                }
                None => {
                    let message = format!("{} is no colour", quoted(&written.value));
                    let help = format!("write it as `{} = \"#e6b052\"`", role.name());
                    faults.error(&written.span, message, Some(help));
                }
            }
        }
        chosen.finish();
    }
}

/// Names the pair that cannot be told apart well enough, and how well.
fn warn_of(
    theme: Theme,
    role: ColourRole,
    colour: Rgb,
    span: &std::ops::Range<usize>,
    faults: &Faults,
) {
    for (name, behind, contrast) in unreadable(theme, colour) {
        let role = role.name();
        let message =
            format!("{role} {colour} on {name} {behind} has a contrast of {contrast:.1}:1");
        let help = format!("text can be read from {LEAST}:1 on");
        faults.warning(span, message, Some(help));
    }
}
