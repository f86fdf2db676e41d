use serde::{Serialize, Deserialize};
///Trimmed, on one line.
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct Descriptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_none: Option<String>,
    ///
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b_empty: Option<String>,
    ///One line, ’as it is’, with <p>HTML</p> and [a link](/docs).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c_one: Option<String>,
    /**Two lines,

with spaces at their ends.*/
    #[serde(skip_serializing_if = "Option::is_none")]
    pub d_several: Option<String>,
    ///A primitive that is referred to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e_reference: Option<String>,
    #[doc = "/v1/charges"]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f_slash: Option<String>,
    #[doc = "It ends */ here,\nand not before."]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub g_comment: Option<String>,
    /**It /* nests */
and stays.*/
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h_nested: Option<String>,
}
impl std::fmt::Display for Descriptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}