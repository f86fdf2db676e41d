use serde::{Serialize, Deserialize};
use super::{
    ASchemaWhoseNameIsRatherLongIndeed,
    ASchemaWhoseNameIsSoLongThatTheLineOfItsImplIsWiderThan89Columns, Descriptions,
    Options,
};
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct LineWidth {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_field_whose_line_is_too_wide_for_the_form: Option<
        ASchemaWhoseNameIsRatherLongIndeed,
    >,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub another: Option<
        Vec<ASchemaWhoseNameIsSoLongThatTheLineOfItsImplIsWiderThan89Columns>,
    >,
    ///Trimmed, on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fourth: Option<Descriptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub third: Option<Options>,
}
impl std::fmt::Display for LineWidth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}