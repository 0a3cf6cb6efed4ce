// A list made of raw pointers from Box::into_raw.
use std::ptr;

struct Node {
    value: i32,
    next: *mut Node,
}

struct Queue {
    head: *mut Node,
    tail: *mut Node,
    len: usize,
}

impl Queue {
    fn new() -> Queue {
        Queue { head: ptr::null_mut(), tail: ptr::null_mut(), len: 0 }
    }
    fn push(&mut self, value: i32) {
        let node = Box::into_raw(Box::new(Node { value: value, next: ptr::null_mut() }));
        if self.tail.is_null() {
            self.head = node;
        } else {
            unsafe {
                (*self.tail).next = node;
            }
        }
        self.tail = node;
        self.len += 1;
    }
    fn pop(&mut self) -> Option<i32> {
        if self.head.is_null() {
            return None;
        }
        let node = unsafe { Box::from_raw(self.head) };
        self.head = node.next;
        if self.head.is_null() {
            self.tail = ptr::null_mut();
        }
        self.len -= 1;
        Some(node.value)
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        let mut freed = 0;
        while self.pop().is_some() {
            freed += 1;
        }
        println!("freed {}", freed);
    }
}

fn main() {
    let mut q = Queue::new();
    for i in 0..5 {
        q.push(i * i);
    }
    println!("{:?} {:?} {}", q.pop(), q.pop(), q.len);
    q.push(100);
    println!("{}", q.len);
}
