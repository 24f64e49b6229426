//! How large will a view be as HTML? Known without making it.

use serde::ser::{self, Impossible, Serialize};
use std::fmt;

/// Bytes of tags around a value.
pub(in crate::page) const AROUND: usize = 25;

/// Bytes of a view as HTML, roughly: each of its texts and numbers with the tags around it.
pub(super) fn estimated_html(view: &impl Serialize) -> usize {
    let mut size = Size(0);
    view.serialize(&mut size).expect("a view is plain data");
    size.0
}

/// Adds up what passes.
struct Size(usize);

impl Size {
    fn text(&mut self, bytes: usize) -> Result<(), Never> {
        self.0 += bytes + AROUND;
        Ok(())
    }
}

/// The size of a text or number, by its type.
macro_rules! values {
    ($($name:ident: $type:ty = $bytes:expr;)*) => {
        $(fn $name(self, value: $type) -> Result<(), Never> {
            #[allow(clippy::redundant_closure_call)]
            self.text($bytes(value))
        })*
    };
}

impl<'a> ser::Serializer for &'a mut Size {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = &'a mut Size;
    type SerializeTuple = &'a mut Size;
    type SerializeTupleStruct = &'a mut Size;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = &'a mut Size;
    type SerializeStruct = &'a mut Size;
    type SerializeStructVariant = Impossible<(), Never>;

    values! {
        serialize_str: &str = str::len;
        serialize_char: char = char::len_utf8;
        serialize_i8: i8 = |_| 0;
        serialize_i16: i16 = |_| 0;
        serialize_i32: i32 = |_| 0;
        serialize_i64: i64 = |_| 0;
        serialize_u8: u8 = |_| 0;
        serialize_u16: u16 = |_| 0;
        serialize_u32: u32 = |_| 0;
        serialize_u64: u64 = |_| 0;
        serialize_f32: f32 = |_| 0;
        serialize_f64: f64 = |_| 0;
    }

    fn serialize_bool(self, _: bool) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, v: &T) -> Result<(), Never> {
        v.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Never> {
        self.text(name.len())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Never> {
        Err(Never)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Never> {
        Err(Never)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Never> {
        Err(Never)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Never> {
        Err(Never)
    }
}

/// A list adds up its elements.
macro_rules! lists {
    ($($name:ident.$element:ident;)*) => {
        $(impl ser::$name for &mut Size {
            type Ok = ();
            type Error = Never;

            fn $element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Never> {
                Ok(())
            }
        })*
    };
}

lists! {
    SerializeSeq.serialize_element;
    SerializeTuple.serialize_element;
    SerializeTupleStruct.serialize_field;
}

/// Keys are the template's business.
impl ser::SerializeMap for &mut Size {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Size {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

/// Something that no view holds.
#[derive(Debug)]
struct Never;

impl fmt::Display for Never {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain data")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_and_numbers_count_with_their_tags() {
        let view =
            json!({"name": "曹镇乡", "issues": [1, 2], "note": null, "more": true, "of": {"url": "a"}});
        assert_eq!(estimated_html(&view), 9 + 1 + 4 * AROUND);
        assert_eq!(estimated_html(&(Some("ab"), None::<&str>, ["c"])), 3 + 2 * AROUND);
    }
}
