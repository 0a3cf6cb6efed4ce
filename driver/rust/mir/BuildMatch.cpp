//===- BuildMatch.cpp - MIR of match --------------------------------------===//
//
// Every alternative of every arm is a candidate with a list of tests. The first
// test of the first candidate is made for all candidates that it decides something for, up to
// the first that it does not: each of these falls into one outcome, where the rest
// of its tests is gone through in the same way. So every test of a pattern becomes code once,
// and neighbours that look at one discriminant or integer share one switch.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/mir/Builder.h"

#include <map>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using Kind = thir::Pattern::Kind;

void Builder::intoMatch(const Place &destination, const thir::Expr &expr) {
  const thir::Expr &scrutinee = *expr.operands[0];
  Place matched = place(scrutinee);
  std::vector<std::unique_ptr<Candidate>> owned;
  std::vector<Candidate *> candidates;
  for (const thir::Arm &arm : expr.arms) {
    auto add = [&](const thir::Pattern *pattern) {
      auto candidate = std::make_unique<Candidate>();
      candidate->arm = &arm;
      candidate->pairs.push_back({matched, pattern});
      simplifyCandidate(*candidate);
      candidates.push_back(candidate.get());
      owned.push_back(std::move(candidate));
    };
    if (arm.alternatives.empty())
      add(arm.pattern);
    for (const thir::Pattern *alternative : arm.alternatives)
      add(alternative);
  }
  BlockIndex first = current;
  if (isDead) {
    first = newBlock();
  }
  if (std::optional<BlockIndex> none = matchCandidates(candidates, first)) {
    startBlock(*none);
    unreachable(expr.span);
  }
  BlockIndex join = newBlock();
  size_t at = 0;
  for (const thir::Arm &arm : expr.arms) {
    size_t begin = at;
    while (at < candidates.size() && candidates[at]->arm == &arm)
      ++at;
    buildArm(destination, arm, llvm::ArrayRef(candidates).slice(begin, at - begin), join,
             scrutinee.span);
  }
  startBlock(join);
}

void Builder::buildArm(const Place &destination, const thir::Arm &arm,
                       llvm::ArrayRef<Candidate *> candidates, BlockIndex join, Span scrutinee) {
  ScopeIndex outer = debugScope;
  pushScope(true);
  size_t scope = scopes.size() - 1;
  debugScope = newDebugScope(arm.span);
  const thir::Pattern &first = arm.alternatives.empty() ? *arm.pattern : *arm.alternatives.front();
  declareBindings(first, debugScope);
  BlockIndex bound = newBlock();
  for (Candidate *candidate : candidates) {
    if (!candidate->matched)
      continue;
    startBlock(*candidate->matched);
    if (arm.guard) {
      bindForGuard(*candidate, bound, scrutinee);
      continue;
    }
    for (const MatchPair &binding : candidate->bindings) {
      LocalIndex local = localOf(binding.pattern->local);
      storage(Statement::Kind::StorageLive, local, binding.pattern->span);
      bind(binding, local, scrutinee);
    }
    gotoBlock(bound, arm.span);
  }
  for (const MatchPair &binding : candidates.front()->bindings) {
    LocalIndex local = localOf(binding.pattern->local);
    scheduleStorage(scope, local);
    scheduleDrop(scope, local);
  }
  startBlock(bound);
  intoScoped(destination, *arm.body);
  popScope(arm.body->span);
  gotoBlock(join, arm.span);
  debugScope = outer;
}

/// The guard sees what is bound by value through a copy that nobody drops: if it fails,
/// the value is still where it was.
void Builder::bindForGuard(const Candidate &candidate, BlockIndex bound, Span scrutinee) {
  const thir::Expr &guard = *candidate.arm->guard;
  std::vector<std::pair<const MatchPair *, LocalIndex>> moved;
  for (const MatchPair &binding : candidate.bindings) {
    LocalIndex local = localOf(binding.pattern->local);
    storage(Statement::Kind::StorageLive, local, binding.pattern->span);
    if (binding.pattern->byReference || isCopy(body.locals[local].type)) {
      bind(binding, local, scrutinee);
      continue;
    }
    moved.push_back({&binding, local});
    LocalIndex seen = newLocal(body.locals[local].type, binding.pattern->span);
    body.locals[seen].name = body.locals[local].name;
    body.locals[seen].scope = debugScope;
    body.locals[seen].isGuardCopy = true;
    Operand copy = consume(binding.place, binding.pattern->span);
    copy.kind = Operand::Kind::Copy;
    assign(Place{seen, {}}, useOf(body.locals[local].type, std::move(copy)), binding.pattern->span);
    locals[binding.pattern->local] = seen;
  }
  BlockIndex yes = newBlock(), no = newBlock();
  branch(guard, yes, no);
  startBlock(no);
  for (const auto &[binding, local] : moved)
    locals[binding->pattern->local] = local;
  for (const MatchPair &binding : candidate.bindings)
    storage(Statement::Kind::StorageDead, localOf(binding.pattern->local), guard.span);
  gotoBlock(*candidate.otherwise, guard.span);
  startBlock(yes);
  for (const auto &[binding, local] : moved)
    bind(*binding, local, scrutinee);
  gotoBlock(bound, guard.span);
}

// ---- the tests ----

std::optional<BlockIndex> Builder::matchCandidates(llvm::ArrayRef<Candidate *> candidates,
                                                   BlockIndex start) {
  size_t at = 0;
  while (at < candidates.size()) {
    startBlock(start);
    Candidate &first = *candidates[at];
    if (!first.pairs.empty()) {
      start = testCandidates(candidates, at);
      continue;
    }
    first.matched = start;
    ++at;
    if (!first.arm->guard)
      return std::nullopt;
    start = newBlock();
    first.otherwise = start;
    if (!isDead)
      markReached(start);
  }
  return start;
}

BlockIndex Builder::testCandidates(llvm::ArrayRef<Candidate *> candidates, size_t &from) {
  const MatchPair &pair = candidates[from]->pairs.front();
  if (pair.pattern->kind == Kind::Variant)
    return testVariant(candidates, from);
  if (pair.pattern->kind == Kind::Constant && patternBits(pair.pattern->constant))
    return testSwitch(candidates, from);
  return testOne(candidates, from);
}

namespace {

/// The candidate's test of that place, or null.
MatchPair *findPair(Candidate &candidate, const Place &place) {
  for (MatchPair &pair : candidate.pairs)
    if (pair.place == place)
      return &pair;
  return nullptr;
}

} // namespace

void Builder::descend(llvm::ArrayRef<Candidate *> bucket, BlockIndex block, BlockIndex remainder) {
  std::optional<BlockIndex> none = matchCandidates(bucket, block);
  if (!none)
    return;
  startBlock(*none);
  gotoBlock(remainder, bucket.front()->arm->span);
}

BlockIndex Builder::testVariant(llvm::ArrayRef<Candidate *> candidates, size_t &from) {
  Place place = candidates[from]->pairs.front().place;
  Span span = candidates[from]->pairs.front().pattern->span;
  const AdtInfo &info = items.adt(candidates[from]->pairs.front().pattern->type->def);
  std::map<unsigned, std::vector<Candidate *>> buckets;
  for (; from < candidates.size(); ++from) {
    Candidate &candidate = *candidates[from];
    MatchPair *pair = findPair(candidate, place);
    if (!pair || pair->pattern->kind != Kind::Variant)
      break;
    const thir::Pattern &pattern = *pair->pattern;
    candidate.pairs.erase(candidate.pairs.begin() + (pair - candidate.pairs.data()));
    addFields(candidate.pairs, place, pattern);
    simplifyCandidate(candidate);
    buckets[pattern.variant].push_back(&candidate);
  }
  Rvalue discriminant = discriminantOf(place);
  Ty type = discriminant.type;
  LocalIndex local = newLocal(type, span);
  assign(Place{local, {}}, std::move(discriminant), span);
  Terminator terminator;
  terminator.kind = Terminator::Kind::Switch;
  terminator.operand = consume(Place{local, {}}, span);
  terminator.switchType = type;
  std::vector<BlockIndex> blocks;
  for (const auto &[variant, bucket] : buckets) {
    blocks.push_back(newBlock());
    terminator.values.push_back(
        truncateBits(static_cast<uint64_t>(info.variants[variant].discriminant), type));
    terminator.targets.push_back(blocks.back());
  }
  BlockIndex remainder = newBlock(), never = remainder;
  bool isExhaustive = buckets.size() == info.variants.size();
  if (isExhaustive)
    never = newBlock();
  terminator.targets.push_back(never);
  terminate(std::move(terminator), span);
  if (isExhaustive) {
    startBlock(never);
    unreachable(span);
  }
  size_t at = 0;
  for (const auto &[variant, bucket] : buckets)
    descend(bucket, blocks[at++], remainder);
  return remainder;
}

BlockIndex Builder::testSwitch(llvm::ArrayRef<Candidate *> candidates, size_t &from) {
  Place place = candidates[from]->pairs.front().place;
  Ty type = candidates[from]->pairs.front().pattern->type;
  Span span = candidates[from]->pairs.front().pattern->span;
  std::vector<uint64_t> values; // in the order of the source
  std::map<uint64_t, std::vector<Candidate *>> buckets;
  for (; from < candidates.size(); ++from) {
    Candidate &candidate = *candidates[from];
    MatchPair *pair = findPair(candidate, place);
    std::optional<uint64_t> bits;
    if (pair && pair->pattern->kind == Kind::Constant)
      bits = patternBits(pair->pattern->constant);
    if (!bits)
      break;
    candidate.pairs.erase(candidate.pairs.begin() + (pair - candidate.pairs.data()));
    std::vector<Candidate *> &bucket = buckets[*bits];
    if (bucket.empty())
      values.push_back(*bits);
    bucket.push_back(&candidate);
  }
  Terminator terminator;
  terminator.kind = Terminator::Kind::Switch;
  terminator.operand = consume(place, span);
  terminator.switchType = type;
  terminator.values = values;
  std::vector<BlockIndex> blocks;
  for (size_t i = 0; i < values.size(); ++i)
    blocks.push_back(newBlock());
  terminator.targets = blocks;
  BlockIndex remainder = newBlock();
  if (type->is(Type::Kind::Bool) && values.size() == 2) {
    // The second value needs no test.
    terminator.values.pop_back();
  } else {
    terminator.targets.push_back(remainder);
  }
  terminate(std::move(terminator), span);
  for (size_t i = 0; i < values.size(); ++i)
    descend(buckets[values[i]], blocks[i], remainder);
  return remainder;
}

/// A test with two outcomes: a range, or equality with what is no integer. Shared only by
/// candidates that ask the same next to each other.
BlockIndex Builder::testOne(llvm::ArrayRef<Candidate *> candidates, size_t &from) {
  MatchPair pair = candidates[from]->pairs.front();
  const thir::Pattern &pattern = *pair.pattern;
  std::vector<Candidate *> bucket = {candidates[from]};
  candidates[from]->pairs.erase(candidates[from]->pairs.begin());
  ++from;
  BlockIndex remainder = newBlock(), yes = newBlock();
  if (pattern.kind == Kind::Range) {
    testRange(pair, yes, remainder);
  } else {
    Operand value = operand(*pattern.constant);
    LocalIndex local = newLocal(pattern.type, pattern.span);
    assign(Place{local, {}}, useOf(pattern.type, std::move(value)), pattern.span);
    testEqual(pair.place, Place{local, {}}, pattern.type, remainder, pattern.span);
    gotoBlock(yes, pattern.span);
  }
  descend(bucket, yes, remainder);
  return remainder;
}
