//===- Heap.h - how the process gets its memory -------------------*- C++ -*-===//

#pragma once

namespace cratec {

/// A compiler lives for milliseconds, and what it spends on small programs is to a large part
/// the first touch of each page of memory. So its heap grows in large steps, keeps what is
/// freed, and asks for huge pages. Nothing depends on it; where the C library or the system do
/// not know of such things, nothing happens. To be called once, before other threads start.
void growHeapInLargeSteps();

} // namespace cratec
