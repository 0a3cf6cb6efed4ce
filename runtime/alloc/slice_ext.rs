//! What slices have beyond core: that which makes vectors and text.

use string::String;
use vec::Vec;

#[lang = "inherent"]
impl<T: Clone> [T] {
    pub fn to_vec(&self) -> Vec<T> {
        let mut items = Vec::with_capacity(self.len());
        items.extend_from_slice(self);
        items
    }

    #[inline]
    pub fn to_owned(&self) -> Vec<T> {
        self.to_vec()
    }

    pub fn repeat(&self, count: usize) -> Vec<T> {
        let mut items = Vec::with_capacity(self.len() * count);
        let mut made = 0;
        while made < count {
            items.extend_from_slice(self);
            made += 1;
        }
        items
    }
}

// Of texts, and of vectors.

#[lang = "inherent"]
impl [String] {
    pub fn concat(&self) -> String {
        join_texts(self, "")
    }

    pub fn join(&self, between: &str) -> String {
        join_texts(self, between)
    }

    pub fn connect(&self, between: &str) -> String {
        join_texts(self, between)
    }
}

#[lang = "inherent"]
impl [&str] {
    pub fn concat(&self) -> String {
        join_texts(self, "")
    }

    pub fn join(&self, between: &str) -> String {
        join_texts(self, between)
    }

    pub fn connect(&self, between: &str) -> String {
        join_texts(self, between)
    }
}

fn join_texts<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut joined = String::new();
    let mut is_first = true;
    for text in texts {
        if !is_first {
            joined.push_str(between);
        }
        is_first = false;
        joined.push_str(AsRef::<str>::as_ref(text));
    }
    joined
}

#[lang = "inherent"]
impl<T: Clone> [Vec<T>] {
    pub fn concat(&self) -> Vec<T> {
        let mut all = Vec::new();
        for items in self {
            all.extend_from_slice(items.as_slice());
        }
        all
    }
}
