use serde::{Serialize, Deserialize};
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct TypesOfScalars {
    pub boolean: bool,
    #[serde(with = "rust_decimal::serde::str")]
    pub decimal: rust_decimal::Decimal,
    #[serde(rename = "enum")]
    pub enum_: String,
    pub integer: i64,
    pub list: Vec<Vec<i64>>,
    pub number: f64,
    pub plain_list: Vec<serde_json::Value>,
    pub string: String,
    pub time: i64,
}
impl std::fmt::Display for TypesOfScalars {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}