//! What a picture is: its form and its size, told by its first bytes. Nothing is decoded here, nothing is drawn, and no
//! file is known.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The most bytes of a picture.
pub(crate) const MOST_BYTES: u64 = 8 << 20;

/// The most pixels along a side, and in all: what a terminal or a browser unpacks takes four bytes each.
const MOST_PIXELS: [u32; 2] = [10_000, 40_000_000];

/// What begins a PNG, and the length of all that its first chunk takes with it.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const PNG_HEAD: usize = 33;

/// The form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureForm {
    Png,
    Gif,
    Jpeg,
}

impl PictureForm {
    /// As browsers call it.
    #[must_use]
    fn media_type(self) -> &'static str {
        match self {
            PictureForm::Png => "image/png",
            PictureForm::Gif => "image/gif",
            PictureForm::Jpeg => "image/jpeg",
        }
    }
}

/// A picture as it is in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub bytes: Vec<u8>,
    pub form: PictureForm,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Why bytes are no picture that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureFault {
    /// They begin as none.
    OtherForm,
    /// They end before the picture does.
    CutOff,
    /// It has no pixels, or too many.
    Size(u32, u32),
}

impl Picture {
    /// The picture that a file holds.
    ///
    /// # Errors
    /// Says why it holds none that is shown.
    pub(crate) fn new(bytes: Vec<u8>) -> Result<Self, PictureFault> {
        let (form, size) = if bytes.starts_with(PNG) {
            (PictureForm::Png, png(&bytes))
        } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            (PictureForm::Gif, gif(&bytes))
        } else if bytes.starts_with(b"\xFF\xD8\xFF") {
            (PictureForm::Jpeg, jpeg(&bytes))
        } else {
            return Err(PictureFault::OtherForm);
        };
        let (width, height) = size.ok_or(PictureFault::CutOff)?;
        let [along, in_all] = MOST_PIXELS;
        let is_shown = (1..=along).contains(&width)
            && (1..=along).contains(&height)
            && width * height <= in_all;
        match is_shown {
            true => Ok(Picture {
                bytes,
                form,
                width,
                height,
            }),
            false => Err(PictureFault::Size(width, height)),
        }
    }

    /// Its bytes in letters and figures, which no terminal takes for anything else.
    #[must_use]
    pub(crate) fn in_base64(&self) -> String {
        STANDARD.encode(&self.bytes)
    }

    /// An address that holds all of it.
    #[must_use]
    pub(crate) fn as_address(&self) -> String {
        format!(
            "data:{};base64,{}",
            self.form.media_type(),
            self.in_base64()
        )
    }
}

/// Width and height of a PNG whose chunks go on to its end.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let first = chunk(bytes, PNG.len())?;
    if first != (b"IHDR", PNG_HEAD) {
        return None;
    }
    let mut at = PNG_HEAD;
    loop {
        let (name, end) = chunk(bytes, at)?;
        if name == b"IEND" {
            return Some((number(bytes, 16)?, number(bytes, 20)?));
        }
        at = end;
    }
}

/// The name of the chunk of a PNG that begins here, and where it ends, if the file has all of it.
fn chunk(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let length = usize::try_from(number(bytes, at)?).ok()?;
    let end = at.checked_add(12)?.checked_add(length)?;
    (end <= bytes.len()).then_some((bytes.get(at + 4..at + 8)?, end))
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

/// Width and height of a GIF, which has them behind its name.
fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let side = |at: usize| {
        let two = bytes.get(at..at + 2)?;
        Some(u16::from_le_bytes(two.try_into().ok()?).into())
    };
    Some((side(6)?, side(8)?))
}

/// Width and height of a JPEG, which has them in the segment that begins its frame.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let two = |at: usize| -> Option<u16> {
        Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
    };
    let mut at = 2;
    loop {
        // Before a marker there may stand any number of its first byte.
        match (*bytes.get(at)?, *bytes.get(at + 1)?) {
            (0xFF, 0xFF) => at += 1,
            (0xFF, 0xC0..=0xCF) if !matches!(bytes[at + 1], 0xC4 | 0xC8 | 0xCC) => {
                return Some((two(at + 7)?.into(), two(at + 5)?.into()));
            }
            // The picture itself, or its end, before there was a frame.
            (0xFF, 0xD9 | 0xDA) => return None,
            (0xFF, _) => at += 2 + usize::from(two(at + 2)?.max(2)),
            _ => return None,
        }
    }
}

/// Pictures for the tests of all rooms.
#[cfg(test)]
pub(crate) mod samples {
    /// A PNG that says it has this size; what is in it is for nobody to unpack.
    pub(crate) fn png(width: u32, height: u32, content: &[u8]) -> Vec<u8> {
        let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
        head.extend([8, 2, 0, 0, 0]);
        let mut bytes = super::PNG.to_vec();
        for (name, of) in [
            (b"IHDR", head.as_slice()),
            (b"IDAT", content),
            (b"IEND", b""),
        ] {
            bytes.extend((of.len() as u32).to_be_bytes());
            bytes.extend(name);
            bytes.extend(of);
            bytes.extend([0; 4]);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Result<(PictureForm, u32, u32), PictureFault> {
        Picture::new(bytes.to_vec()).map(|of| (of.form, of.width, of.height))
    }

    #[test]
    fn a_picture_is_told_by_its_first_bytes() {
        let check = |bytes: &[u8], expected: Result<(PictureForm, u32, u32), PictureFault>| {
            assert_eq!(found(bytes), expected, "{bytes:x?}");
        };
        check(
            &samples::png(640, 480, b"x"),
            Ok((PictureForm::Png, 640, 480)),
        );
        check(
            b"GIF89a\x40\x01\xF0\x00\x00",
            Ok((PictureForm::Gif, 320, 240)),
        );
        check(b"GIF87a\x01\x00\x01\x00\x00", Ok((PictureForm::Gif, 1, 1)));
        let jpeg = b"\xFF\xD8\xFF\xE0\x00\x04ab\xFF\xFF\xC2\x00\x0B\x08\x00\xF0\x01\x40\x01";
        check(jpeg, Ok((PictureForm::Jpeg, 320, 240)));
        // Tables may stand before the frame.
        let jpeg = b"\xFF\xD8\xFF\xC4\x00\x02\xFF\xC0\x00\x0B\x08\x00\x02\x00\x03\x01";
        check(jpeg, Ok((PictureForm::Jpeg, 3, 2)));
        check(b"", Err(PictureFault::OtherForm));
        check(b"format = 1\n", Err(PictureFault::OtherForm));
        check(b"<svg xmlns=''/>", Err(PictureFault::OtherForm));
        check(b"RIFF\x00\x00\x00\x00WEBP", Err(PictureFault::OtherForm));
        check(b"\x89PNG", Err(PictureFault::OtherForm));
        check(b"GIF89a\x40\x01", Err(PictureFault::CutOff));
        check(b"\xFF\xD8\xFF\xE0\x00\x00\x00", Err(PictureFault::CutOff));
        check(b"\xFF\xD8\xFF\xD9", Err(PictureFault::CutOff));
        check(
            b"\xFF\xD8\xFF\xC0\x00\x0B\x08\x00",
            Err(PictureFault::CutOff),
        );
    }

    #[test]
    fn a_picture_has_pixels_and_not_too_many() {
        let check = |width: u32, height: u32, is_shown: bool| {
            let found = found(&samples::png(width, height, b""));
            let refused = Err(PictureFault::Size(width, height));
            let expected = if is_shown {
                Ok((PictureForm::Png, width, height))
            } else {
                refused
            };
            assert_eq!(found, expected);
        };
        check(1, 1, true);
        check(10_000, 4_000, true);
        check(10_000, 4_001, false);
        check(10_001, 1, false);
        check(1, 10_001, false);
        check(0, 5, false);
        check(5, 0, false);
        check(u32::MAX, u32::MAX, false);
    }

    #[test]
    fn a_file_that_ends_too_early_is_none_wherever_it_is_cut() {
        let whole = samples::png(20, 10, b"what is in it");
        for end in PNG.len()..whole.len() {
            assert_eq!(found(&whole[..end]), Err(PictureFault::CutOff), "{end}");
        }
        assert!(found(&whole).is_ok());
        // A chunk that says it is longer than all there is, and a first one of another name.
        for (at, byte) in [(33, 0x7F), (33, 0xFF), (12, b'X'), (11, 12)] {
            let mut lying = whole.clone();
            lying[at] = byte;
            assert_eq!(found(&lying), Err(PictureFault::CutOff), "{at}");
        }
    }

    #[test]
    fn an_address_holds_all_of_it() {
        let picture = Picture::new(b"GIF89a\x01\x00\x01\x00".to_vec()).unwrap();
        let expected = "data:image/gif;base64,R0lGODlhAQABAA==";
        assert_eq!(picture.as_address(), expected);
    }
}
