//! The solver's proof in the form that the check reads.

use crate::bound::Certificate;
use crate::check::Prices;
use crate::problem::Problem;

/// The prices of a certificate, where every interpreter of a class has the prices of the class. None if the certificate
/// is not one of this problem.
#[must_use]
pub fn prices(problem: &Problem, certificate: &Certificate) -> Option<Prices> {
    let (slots, count) = (problem.slot_count(), problem.ids.interpreters.len());
    let (mut interpreter_slot, mut interpreter) = (vec![0; count * slots], vec![0; count]);
    for (at, class) in problem.classes.iter().enumerate() {
        let row = certificate.class_slot.get(at * slots..(at + 1) * slots)?;
        for member in class.members.iter().map(|member| *member as usize) {
            interpreter_slot.get_mut(member * slots..(member + 1) * slots)?.copy_from_slice(row);
            *interpreter.get_mut(member)? = *certificate.class.get(at)?;
        }
    }
    Some(Prices {
        participant_slot: certificate.person_slot.clone(),
        participant: certificate.person.clone(),
        table: certificate.table.clone(),
        interpreter_slot,
        interpreter,
    })
}
