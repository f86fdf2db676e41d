// A stand-in for the crate rust_decimal, which the loose typing names: only what it
// names, and by the same names. Debian's own is older than `str_option`.

export const rustDecimal = `
#[derive(Debug, Clone, Default, ::serde::Serialize, ::serde::Deserialize)]
pub struct Decimal(String);

pub mod serde {
    pub mod str {
        use crate::Decimal;
        use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

        pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
            value.serialize(serializer)
        }

        pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
            Decimal::deserialize(deserializer)
        }
    }

    pub mod str_option {
        use crate::Decimal;
        use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

        pub fn serialize<S: Serializer>(
            value: &Option<Decimal>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            value.serialize(serializer)
        }

        pub fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<Decimal>, D::Error> {
            Option::deserialize(deserializer)
        }
    }
}
`;
