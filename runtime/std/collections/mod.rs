//! Collections beside Vec.

mod vec_deque;

pub use self::vec_deque::VecDeque;
