//! What each value that the model knows means, in a sentence: a sentence of ours, since no file can define these.

use crate::timeline::{Answer, LegalBasis, Outcome, RolePart, Stance};

/// What a status rests on, in a sentence.
pub(super) fn basis_in_full(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Guarantee => "It rests on a treaty in which others guarantee it.",
        LegalBasis::Treaty => "It rests on a treaty of several states; nobody guarantees it.",
        LegalBasis::OwnAct => "It rests on the state’s own declaration or law.",
        LegalBasis::War => "A declaration for the length of one war.",
        LegalBasis::Policy => {
            "A policy, or a law on staying out of alliances, without a claim to permanent neutrality."
        }
        LegalBasis::Proposal => "A paper that was never agreed, or an intention.",
        LegalBasis::Territory => "A territory that may not be armed.",
    }
}

/// What an event does to a claim, in a sentence.
pub(super) fn stance_in_full(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "The event speaks for the claim.",
        Stance::Complicates => "The event speaks against the claim, limits it, or does not fit it.",
        Stance::Context => {
            "The event belongs to what the claim is about and speaks neither for nor against it."
        }
    }
}

/// What an answer says, in a sentence.
pub(super) fn answer_in_full(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Yes) => "The record answers the question with yes; neither answer praises.",
        Some(Answer::No) => "The record answers the question with no.",
        Some(Answer::Partly) => "In one respect yes and in another no, as the note says.",
        Some(Answer::Disputed) => "Those who have written of it answer differently.",
        Some(Answer::Unknown) => "The record does not say.",
        None => "The question does not arise in this case.",
    }
}

/// What became of a promise, in a sentence.
pub(super) fn outcome_in_full(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "The neutrality has been kept, and no attack put it to the test.",
        Outcome::TestedAndKept => "It was put to the test and kept.",
        Outcome::Breached => "It was violated.",
        Outcome::Lapsed => "It ended without a violation: given up, replaced or overtaken.",
        Outcome::NeverTested => "It ended or goes on without having been put to the test.",
        Outcome::Proposed => "It was proposed and never agreed.",
    }
}

/// What a role does in a neutrality, in a sentence.
pub(super) fn part_in_full(part: RolePart) -> &'static str {
    match part {
        RolePart::Neutral => "The state whose neutrality it is.",
        RolePart::Guarantor => "A state that promises to uphold it.",
        RolePart::Violator => "A state that breaks it.",
    }
}
