//===- Signals.h - ends a run that is told to ---------------------*- C++ -*-===//

#pragma once

namespace cratec {

/// From now on the signals that ask a process to end (hang-up, interrupt, quit,
/// broken pipe, terminate) end the running child as well, have the temporary
/// files removed that LLVM was told of, and then end this process as the same
/// signal would have, so that a shell or make sees what happened.
void endCleanlyOnSignals();

/// The child that must not outlive this process; 0: none.
void setRunningChild(int processId);

} // namespace cratec
