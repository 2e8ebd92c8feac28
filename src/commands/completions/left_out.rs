//! The words that the scripts of clap leave out: those that stand after a command in fish, and in PowerShell also those after
//! a flag.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::{Arg, Command};

/// The words that may stand in one place.
struct WordPlace<'c> {
    /// The command; empty for what stands before one.
    command: &'c str,
    /// The spellings of the flag; none for what stands after the command itself.
    flags: Vec<String>,
    /// None where any word may stand.
    words: Vec<String>,
}

/// Every place for a word, those of the program first and then those of its commands.
fn places(program: &Command) -> Vec<WordPlace<'_>> {
    let commands = program.get_subcommands();
    let commands = commands.map(|command| (command.get_name(), command));
    let mut places = Vec::new();
    for (name, command) in std::iter::once(("", program)).chain(commands) {
        let arguments = command.get_arguments();
        let taking = arguments.filter(|arg| arg.get_num_args().is_some_and(|of| of.takes_values()));
        places.extend(taking.map(|arg| WordPlace {
            command: name,
            flags: spellings(arg),
            words: words(arg),
        }));
    }
    places
}

fn spellings(arg: &Arg) -> Vec<String> {
    let long = arg.get_long().map(|long| format!("--{long}"));
    let short = arg.get_short().map(|short| format!("-{short}"));
    long.into_iter().chain(short).collect()
}

fn words(arg: &Arg) -> Vec<String> {
    let values = arg.get_possible_values().into_iter();
    let shown = values.filter(|value| !value.is_hide_set());
    shown.map(|value| value.get_name().to_owned()).collect()
}

/// What follows the script for fish. The program is built.
pub(super) fn fish(program: &Command) -> String {
    let mut script = String::from(
        "
# A flag that still waits for its value is no fault of the line.
function __fish_neutrality_needs_command
    set -l cmd (commandline -opc)
    set -e cmd[1]
    if not argparse -s (__fish_neutrality_global_optspecs) -- $cmd 2>/dev/null
        set -e cmd[-1]
        argparse -s (__fish_neutrality_global_optspecs) -- $cmd 2>/dev/null
        or return
    end
    if set -q argv[1]
        echo $argv[1]
        return 1
    end
    return 0
end

# The names that stand after a command.
",
    );
    for place in places(program) {
        if place.flags.is_empty() && !place.words.is_empty() && !place.command.is_empty() {
            let (command, words) = (place.command, place.words.join("\n"));
            let _ = writeln!(
                script,
                "complete -c neutrality -n \"__fish_neutrality_using_subcommand {command}\" -f -a \"{words}\""
            );
        }
    }
    script
}

/// The script for PowerShell with the words before the place where it gathers commands and flags. The program is built.
pub(super) fn with_words_for_powershell(script: &str, program: &Command) -> String {
    const GATHERS: &str = "    $completions = @(switch ($command) {";
    script.replacen(GATHERS, &format!("{}\n{GATHERS}", powershell(program)), 1)
}

/// A flag that means the same wherever it stands goes by its name, any other by its command too.
fn powershell(program: &Command) -> String {
    let mut lists: Vec<Vec<String>> = Vec::new();
    let mut of_flags: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    for place in places(program) {
        let known = lists.iter().position(|list| *list == place.words);
        let list = known.unwrap_or_else(|| {
            lists.push(place.words);
            lists.len() - 1
        });
        if place.flags.is_empty() {
            keys.entry(place.command.to_owned()).or_insert(list);
        }
        for flag in place.flags {
            of_flags
                .entry(flag)
                .or_default()
                .push((place.command, list));
        }
    }
    for (flag, places) in of_flags {
        match places.iter().all(|(_, list)| *list == places[0].1) {
            true => drop(keys.insert(flag, places[0].1)),
            false => keys.extend(
                places
                    .iter()
                    .map(|(command, list)| (format!("{command} {flag}"), *list)),
            ),
        }
    }
    let mut script =
        String::from("    # The words that may stand after a flag, or after a command.\n");
    for (at, list) in lists.iter().enumerate() {
        let words: Vec<String> = list.iter().map(|word| quoted(word)).collect();
        let _ = writeln!(script, "    $words{at} = @({})", words.join(", "));
    }
    script.push_str("    $words = @{\n");
    for (key, list) in keys {
        let _ = writeln!(script, "        {} = $words{list}", quoted(&key));
    }
    script.push_str(
        "    }
    $before = @($commandElements | ForEach-Object { $_.Extent.Text })
    if ($wordToComplete -ne '') {
        $before = @($before | Select-Object -SkipLast 1)
    }
    $last = $before[-1]
    $name = \"$(@($command.Split(';'))[1])\"
    foreach ($key in \"$name $last\", $last) {
        if ($last.StartsWith('-') -and $words.ContainsKey($key)) {
            $words[$key].Where{ $_ -like \"$wordToComplete*\" } |
                ForEach-Object { [CompletionResult]::new($_) }
            return
        }
    }
    if (-not $wordToComplete.StartsWith('-') -and $words[$name]) {
        $words[$name].Where{ $_ -like \"$wordToComplete*\" } |
            ForEach-Object { [CompletionResult]::new($_) }
        return
    }
",
    );
    script
}

fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "''"))
}
