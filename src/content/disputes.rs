//! A dispute has two sides: where only one claim names the other, the other is made to name it too.

use atlas_model::Claim;
use std::collections::BTreeMap;

/// Fills in the missing side of every dispute.
pub(crate) fn make_symmetric(claims: &mut [Claim]) {
    let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for claim in claims.iter() {
        for disputed in &claim.disputes {
            answers.entry(disputed.clone()).or_default().push(claim.id.clone());
        }
    }
    for claim in claims {
        for answer in answers.remove(&claim.id).unwrap_or_default() {
            if !claim.disputes.contains(&answer) {
                claim.disputes.push(answer);
            }
        }
    }
}
