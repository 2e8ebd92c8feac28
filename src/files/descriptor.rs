//! Paths that name what is open already: standard output and the like.

use std::fs;
use std::path::{Path, PathBuf};

/// How many links are followed from one to the next.
const MOST_LINKS: usize = 8;

/// The number of the descriptor that a path names, be it by way of links.
pub(super) fn number(path: &Path) -> Option<u32> {
    let mut path = PathBuf::from(path);
    for _ in 0..MOST_LINKS {
        if let Some(number) = direct(&path) {
            return Some(number);
        }
        let target = fs::read_link(&path).ok()?;
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    None
}

fn direct(path: &Path) -> Option<u32> {
    match path.to_str()? {
        "/dev/stdin" => Some(0),
        "/dev/stdout" => Some(1),
        "/dev/stderr" => Some(2),
        path => ["/dev/fd/", "/proc/self/fd/"]
            .iter()
            .find_map(|folder| path.strip_prefix(folder)?.parse().ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_descriptor_is_known_by_its_path() {
        let check = |path: &str, expected: Option<u32>| {
            assert_eq!(number(Path::new(path)), expected, "{path}");
        };
        check("/dev/stdout", Some(1));
        check("/dev/fd/63", Some(63));
        check("/proc/self/fd/2", Some(2));
        check("/dev/fd/x", None);
        check("/dev/null", None);
        check("stdout", None);
    }
}
