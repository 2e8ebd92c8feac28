//! Writing a timeline, as processes: beginning one, adding to it, and what happens where it cannot be written.

use std::fs;

use crate::common::files::{folder, names};
use crate::common::process::{answer, shell};

#[test]
fn a_timeline_begins_without_a_fault() {
    let folder = folder();
    let file = folder.join("mine.toml");
    let file = file.to_str().unwrap();
    let (status, answered, complaint) = answer(&["init", file]);
    assert_eq!((status, complaint.as_str()), (0, ""));
    assert!(answered.contains("is written"), "{answered}");
    assert_eq!(names(&folder), ["mine.toml"]);
    assert_eq!(answer(&["check", "--strict", file]).0, 0);
    let (_, printed, _) = answer(&["init", "-"]);
    assert_eq!(printed, fs::read_to_string(file).unwrap());
    assert!(printed.starts_with("#:schema ./timeline.schema.json\n"));
}

#[test]
fn a_file_that_is_there_is_written_over_only_by_force() {
    let folder = folder();
    let file = folder.join("mine.toml");
    fs::write(&file, "mine").unwrap();
    let path = file.to_str().unwrap();
    let (status, answered, complaint) = answer(&["init", path]);
    assert_eq!((status, answered.as_str()), (2, ""));
    assert!(
        complaint.contains("exists already; --force replaces it"),
        "{complaint}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(answer(&["init", "--force", path]).0, 0);
    assert!(fs::read_to_string(&file).unwrap().contains("The metre"));
    assert_eq!(names(&folder), ["mine.toml"]);
}

#[cfg(unix)]
#[test]
fn a_file_written_over_keeps_its_permissions_and_its_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder();
    let (file, link) = (folder.join("mine.toml"), folder.join("link.toml"));
    fs::write(&file, "mine").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("mine.toml", &link).unwrap();
    assert_eq!(answer(&["init", "--force", link.to_str().unwrap()]).0, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&file).unwrap().contains("The metre"));
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing_behind() {
    let folder = folder();
    let check = |target: &str, expected: &str| {
        let (status, answered, complaint) = answer(&["init", "--force", target]);
        assert_eq!((status, answered.as_str()), (2, ""), "{target}");
        assert!(
            complaint.starts_with("neutrality: cannot write '") && complaint.contains(expected),
            "{complaint}"
        );
    };
    let nowhere = folder.join("no/such/folder/mine.toml");
    check(nowhere.to_str().unwrap(), "there is no such folder");
    check(folder.to_str().unwrap(), "it is a directory");
    check("/dev/full", "the disk is full");
    assert_eq!(names(&folder), Vec::<String>::new());
}

#[test]
fn a_disk_that_is_full_loses_neither_the_old_file_nor_half_of_the_new_one() {
    let folder = folder();
    let file = folder.join("mine.toml");
    fs::write(&file, "mine").unwrap();
    // A limit on the size of files stands for the end of the disk.
    let line = "trap '' XFSZ; ulimit -f 1; exec \"$0\" init --force \"$1\"";
    let (status, answered, complaint) = shell(line, file.to_str().unwrap());
    assert_eq!((status, answered.as_str()), (2, ""));
    assert!(complaint.contains("cannot write '"), "{complaint}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(names(&folder), ["mine.toml"]);
}

#[test]
fn an_answer_that_cannot_be_written_is_told() {
    for asked in [
        "schema",
        "schema --format markdown",
        "new an-event",
        "init -",
    ] {
        let (status, _, complaint) = shell("exec \"$0\" $1 > /dev/full", asked);
        assert_eq!(status, 2, "{asked}");
        assert!(complaint.contains("cannot write"), "{asked}: {complaint}");
    }
}

#[test]
fn a_new_event_fits_into_the_timeline_that_it_is_for() {
    let folder = folder();
    let file = folder.join("mine.toml");
    let path = file.to_str().unwrap();
    answer(&["init", path]);
    let asked = [
        "new",
        "second-metre-1889",
        "--date",
        "1889-09",
        "--title",
        "The \"second\" \\metre",
        "-f",
        path,
    ];
    let (status, stub, complaint) = answer(&asked);
    assert_eq!((status, complaint.as_str()), (0, ""));
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}\n{stub}")).unwrap();
    let (status, shown, complaint) = answer(&["show", "second-metre-1889", "-f", path]);
    assert_eq!((status, complaint.as_str()), (0, ""));
    assert!(shown.contains("The \"second\" \\metre"), "{shown}");
    // Now that it is there, it is there.
    let (status, answered, complaint) = answer(&asked);
    assert_eq!((status, answered.as_str()), (1, ""));
    assert!(
        complaint.contains("has an event 'second-metre-1889' already, at line"),
        "{complaint}"
    );
}

#[test]
fn every_line_of_a_new_event_can_be_taken_into_use() {
    let (_, stub, _) = answer(&["new", "an-event", "--date", "1900", "--title", "An event"]);
    let used = stub.replace("\n# ", "\n");
    let event: toml::Table = toml::from_str(&used).unwrap();
    let mut keys: Vec<&String> = event["events"][0].as_table().unwrap().keys().collect();
    keys.sort();
    let table = &neutrality::timeline::format::tables::EVENT;
    let mut known: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
    known.sort_unstable();
    // What few events need is left to the reference.
    known.retain(|key| !["calendar", "milestones", "readings"].contains(key));
    assert_eq!(keys, known);
}

#[test]
fn what_no_event_can_have_is_refused_with_a_way_out() {
    let check = |arguments: &[&str], expected: &str| {
        let (status, answered, complaint) = answer(arguments);
        assert_eq!((status, answered.as_str()), (1, ""), "{arguments:?}");
        assert!(complaint.contains(expected), "{complaint}");
    };
    check(&["new", "Treaty of London"], "as in 'treaty-of-london'");
    check(&["new", "Åland"], "as in 'aland'");
    check(&["new", ""], "is no good id");
    check(
        &["new", "a", "--date", "8/4/1914"],
        "write it as '1914-04-08' (8 April 1914) or '1914-08-04' (4 August 1914)",
    );
    check(
        &["new", "a", "--date", "-44"],
        "write it as '-0043' (44 BC) or '-0044' (45 BC)",
    );
    let (_, stub, _) = answer(&["new", "a", "--date", "15 March 44 BC"]);
    assert!(stub.contains("date = \"-0043-03-15\""), "{stub}");
    let (status, _, complaint) = answer(&["new", "a", "-f", "/nowhere/at/all.toml"]);
    assert_eq!(status, 2);
    assert!(complaint.contains("there is no such file"), "{complaint}");
}
