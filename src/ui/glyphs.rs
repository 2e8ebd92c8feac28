//! The shapes of the legal bases, in the lanes and in the life-lines, so that none is told by its colour alone.

use crate::timeline::LegalBasis;

/// The texture of a band.
pub(super) fn texture(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Treaty => "█",
        LegalBasis::OwnAct => "▓",
        LegalBasis::War => "▒",
        LegalBasis::Policy => "▚",
        LegalBasis::Proposal => "░",
        LegalBasis::Territory => "┄",
    }
}

/// The stroke of a life-line.
pub(super) fn line(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Treaty => "┃",
        LegalBasis::OwnAct => "║",
        LegalBasis::War => "│",
        LegalBasis::Policy => "┇",
        LegalBasis::Proposal => "┊",
        LegalBasis::Territory => "▏",
    }
}
