//! The row of a personal value of an audit record. It is the only part of the audit that can be taken away: then the
//! digest stays, and with it the chain.

use super::digest;
use crate::column::text;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_value")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) audit_id: Uuid,
    /// `by`, `address`, `agent`, `why`, or where it stood: `before/created/by`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) field: String,
    /// `None`: it was erased, and so was the salt.
    pub(crate) value: Option<String>,
    pub(crate) salt: Option<String>,
    /// Of field, salt and value; this is what the chain covers.
    pub(crate) digest: String,
    /// What is shown in place of an erased value.
    pub(crate) stand_in: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Who, by name.
pub(crate) const BY: &str = "by";
/// From which network address.
pub(crate) const ADDRESS: &str = "address";
/// With which program.
pub(crate) const AGENT: &str = "agent";
/// Why.
pub(crate) const WHY: &str = "why";

impl Model {
    pub(crate) fn new(audit_id: Uuid, field: String, value: &str, salt: String) -> Self {
        let value = text(value);
        let digest = digest::of_value(&field, &salt, &value);
        Self { audit_id, field, value: Some(value), salt: Some(salt), digest, stand_in: None }
    }

    /// Whether it is what the digest was made of; an erased value cannot be told from what it was.
    pub(crate) fn holds(&self) -> bool {
        match (&self.value, &self.salt) {
            (Some(value), Some(salt)) => self.digest == digest::of_value(&self.field, salt, value),
            (None, None) => true,
            _ => false,
        }
    }

    /// What is shown.
    pub(crate) fn shown(self) -> Option<String> {
        self.value.or(self.stand_in)
    }
}
