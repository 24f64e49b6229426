//! Reads a page as tongbao writes it and in no other way: a sign that is not in the one form of the
//! house is an error, so what this reader takes every browser takes alike.

use std::ops::Range;

/// A page: its elements in their order, and the text of them all.
pub struct Page {
    pub elements: Vec<Element>,
    text: String,
}

/// One element.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    /// Attributes in their order, values as meant; one without a value has an empty one.
    pub attributes: Vec<(String, String)>,
    /// The element around it.
    parent: Option<usize>,
    /// Its text, with that of all below.
    text: Range<usize>,
}

const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];
const ENTITIES: [(&str, char); 6] =
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("#x27", '\''), ("#39", '\'')];

impl Page {
    /// Reads a page; the error shows where it is not as the house writes.
    pub fn read(html: &str) -> Result<Self, String> {
        let rest = html.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
        let page = Self { elements: Vec::new(), text: String::new() };
        let mut reader = Reader { rest, page, open: Vec::new() };
        while !reader.rest.is_empty() {
            reader.step().map_err(|why| format!("{why}: {}", reader.near()))?;
        }
        if reader.open.is_empty() { Ok(reader.page) } else { Err("an element is not closed".to_owned()) }
    }

    /// The elements at a path of tags and `.class`es, each somewhere below the one before.
    pub fn select(&self, path: &str) -> Vec<&Element> {
        let mut steps: Vec<&str> = path.split(' ').collect();
        let last = steps.pop().expect("a path");
        let is_below = |element: &Element| {
            let mut above = element.parent;
            steps.iter().rev().all(|step| {
                while let Some(at) = above {
                    above = self.elements[at].parent;
                    if self.elements[at].is(step) {
                        return true;
                    }
                }
                false
            })
        };
        self.elements.iter().filter(|e| e.is(last) && is_below(e)).collect()
    }

    /// What a reader sees of an element.
    pub fn text(&self, element: &Element) -> &str {
        &self.text[element.text.clone()]
    }

    /// The texts at a path.
    pub fn texts(&self, path: &str) -> Vec<&str> {
        self.select(path).into_iter().map(|e| self.text(e)).collect()
    }
}

impl Element {
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    fn is(&self, step: &str) -> bool {
        match step.strip_prefix('.') {
            Some(class) => self.attribute("class").is_some_and(|all| all.split(' ').any(|c| c == class)),
            None => self.name == step,
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    page: Page,
    open: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn step(&mut self) -> Result<(), String> {
        if let Some(rest) = self.rest.strip_prefix("</") {
            self.rest = rest;
            self.close()
        } else if let Some(rest) = self.rest.strip_prefix('<') {
            self.rest = rest;
            self.open()
        } else {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            let text = decode(&self.rest[..end])?;
            self.page.text.push_str(&text);
            self.rest = &self.rest[end..];
            Ok(())
        }
    }

    fn close(&mut self) -> Result<(), String> {
        let name = self.take(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let open = self.open.pop().ok_or("nothing is open")?;
        self.page.elements[open].text.end = self.page.text.len();
        if self.page.elements[open].name != name {
            return Err(format!("</{name}> does not close <{}>", self.page.elements[open].name));
        }
        self.expect(">")
    }

    fn open(&mut self) -> Result<(), String> {
        let name = self.take(|c| c.is_ascii_lowercase() || c.is_ascii_digit()).to_owned();
        if name.is_empty() {
            return Err("a `<` that begins no tag".to_owned());
        }
        let mut attributes: Vec<(String, String)> = Vec::new();
        while !self.rest.starts_with('>') {
            self.expect(" ")?;
            let key = self.take(|c| c.is_ascii_lowercase() || c == '-').to_owned();
            if key.is_empty() || attributes.iter().any(|(k, _)| *k == key) {
                return Err(format!("attribute {key:?} of <{name}>"));
            }
            let mut value = String::new();
            if let Some(rest) = self.rest.strip_prefix("=\"") {
                let end = rest.find('"').ok_or("a value without end")?;
                value = decode(&rest[..end])?;
                self.rest = &rest[end + 1..];
            }
            attributes.push((key, value));
        }
        self.expect(">")?;
        let text = self.page.text.len()..self.page.text.len();
        let is_void = VOID.contains(&name.as_str());
        self.page.elements.push(Element { name, attributes, parent: self.open.last().copied(), text });
        if !is_void {
            self.open.push(self.page.elements.len() - 1);
        }
        Ok(())
    }

    fn take(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn expect(&mut self, sign: &str) -> Result<(), String> {
        self.rest = self.rest.strip_prefix(sign).ok_or_else(|| format!("no {sign:?}"))?;
        Ok(())
    }

    fn near(&self) -> String {
        self.rest.chars().take(60).collect()
    }
}

/// A text as meant. Signs that could be markup stand as entities, and only these.
fn decode(raw: &str) -> Result<String, String> {
    if let Some(sign) = raw.chars().find(|c| matches!(c, '<' | '>' | '\0' | '\r')) {
        return Err(format!("{sign:?} in the text {raw:?}"));
    }
    let mut parts = raw.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').ok_or_else(|| format!("a bare & in {raw:?}"))?;
        let known = ENTITIES.iter().find(|(entity, _)| *entity == name);
        text.push(known.ok_or_else(|| format!("&{name}; in {raw:?}"))?.1);
        text.push_str(rest);
    }
    Ok(text)
}

#[test]
fn only_the_form_of_the_house_is_read() {
    let good =
        "<!DOCTYPE html><main id=\"a\"><p class=\"x y\" hidden>甲 &lt;b&gt;<br>乙 <b>丙</b></p></main>";
    let page = Page::read(good).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(page.texts("main .y"), ["甲 <b>乙 丙"]);
    assert_eq!(page.texts("main .x b"), ["丙"]);
    assert!(page.select("b b").is_empty() && page.select(".z").is_empty());
    for bad in [
        "<p>",
        "<p></b>",
        "</p>",
        "<p x='1'></p>",
        "<p x=1></p>",
        "<p x=\"1\"y></p>",
        "<p x x></p>",
        "<P></P>",
        "<!-- x -->",
        "< p></p>",
        "<p/>",
        "<p x=\"<\"></p>",
        "a > b",
        "a & b",
        "&nbsp;",
        "<?x?>",
    ] {
        assert!(Page::read(&format!("<!DOCTYPE html>{bad}")).is_err(), "{bad}");
    }
}
