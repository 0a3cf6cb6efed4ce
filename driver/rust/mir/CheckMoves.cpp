//===- CheckMoves.cpp - uses of what has been moved or never was there ----===//

#include "driver/rust/mir/Build.h"
#include "driver/rust/mir/Findings.h"

#include <set>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using linkcheck::Code;

namespace {

enum class Use { Value, Borrow, PartOf };

/// Where a value went, as seen from a use.
struct MoveSite {
  Span span;
  PathIndex path;
  bool isAcrossLoop = false;
};

class MoveChecker {
public:
  MoveChecker(const Body &body, Items &items, std::vector<Finding> &findings)
      : body(body), items(items), findings(findings), paths(body, items), flow(body, paths),
        predecessors(body.blocks.size()), position(body.blocks.size(), 0) {}
  void run();

private:
  void checkBlock(BlockIndex block);
  void checkStatement(const Statement &statement);
  void checkTerminator(const Terminator &terminator);
  void checkOperand(const Operand &operand, Span span);
  void checkUse(const Place &place, Use use, Span span);
  void checkDestination(const Place &place, Span span);
  void checkSecondAssignment(const Place &place, Span span);
  /// Index locals are read too.
  void checkIndexes(const Place &place, Span span);
  void report(PathIndex path, Use use, Span span);
  void reportUninit(PathIndex path, Use use, Span span);
  void reportMoved(PathIndex path, Use use, Span span, llvm::ArrayRef<MoveSite> sites);
  std::vector<MoveSite> findMoves(PathIndex path) const;
  /// Goes back through the effects; true when nothing before can matter.
  bool searchStatements(BlockIndex block, size_t end, PathIndex path, bool isAcrossLoop,
                        std::vector<MoveSite> &sites) const;
  bool addSite(Effect effect, PathIndex changed, PathIndex path, Span span, bool isAcrossLoop,
               std::vector<MoveSite> &sites) const;
  std::vector<std::tuple<Effect, PathIndex, Span>> effects(BlockIndex block, size_t index) const;

  const Body &body;
  Items &items;
  std::vector<Finding> &findings;
  MovePaths paths;
  MoveFlow flow;
  std::vector<std::vector<BlockIndex>> predecessors;
  std::vector<size_t> position; ///< of a block in the order of the flow
  MoveState state;
  BlockIndex currentBlock = 0;
  size_t currentIndex = 0;
  std::vector<MoveSite> here; ///< moved by operands of the current statement so far
  std::set<PathIndex> reported;
  std::set<std::pair<LocalIndex, uint32_t>> reportedAssignments;
};

void MoveChecker::run() {
  size_t at = 0;
  for (BlockIndex block : flow.order()) {
    position[block] = at++;
    for (BlockIndex target : body.blocks[block].terminator.targets)
      predecessors[target].push_back(block);
  }
  for (BlockIndex block : flow.order())
    checkBlock(block);
}

void MoveChecker::checkBlock(BlockIndex block) {
  currentBlock = block;
  state = flow.atEntry(block);
  const Block &code = body.blocks[block];
  for (currentIndex = 0; currentIndex < code.statements.size(); ++currentIndex) {
    here.clear();
    checkStatement(code.statements[currentIndex]);
  }
  here.clear();
  checkTerminator(code.terminator);
}

void MoveChecker::checkStatement(const Statement &statement) {
  if (statement.kind != Statement::Kind::Assign)
    return flow.apply(state, statement);
  const Rvalue &value = statement.value;
  for (const Operand &operand : value.operands)
    checkOperand(operand, statement.span);
  if (value.kind == Rvalue::Kind::Borrow)
    checkUse(value.place, Use::Borrow, statement.span);
  if (value.kind == Rvalue::Kind::Length || value.kind == Rvalue::Kind::Discriminant)
    checkUse(value.place, Use::Value, statement.span);
  checkDestination(statement.place, statement.span);
  PathIndex path = paths.exact(statement.place);
  if (path != noPath)
    flow.apply(state, Effect::Init, path);
}

void MoveChecker::checkTerminator(const Terminator &terminator) {
  switch (terminator.kind) {
  case Terminator::Kind::Switch:
  case Terminator::Kind::Assert:
    checkOperand(terminator.operand, terminator.span);
    return;
  case Terminator::Kind::Call:
    checkOperand(terminator.operand, terminator.span);
    for (const Operand &operand : terminator.args)
      checkOperand(operand, terminator.span);
    checkDestination(terminator.place, terminator.span);
    return;
  default:
    return;
  }
}

void MoveChecker::checkIndexes(const Place &place, Span span) {
  for (const Projection &step : place.projections)
    if (step.kind == Projection::Kind::Index)
      checkUse(Place{step.local, {}}, Use::Value, span);
}

void MoveChecker::checkOperand(const Operand &operand, Span span) {
  if (operand.kind == Operand::Kind::Constant)
    return;
  Span at = operand.span.isKnown() ? operand.span : span;
  checkUse(operand.place, Use::Value, at);
  if (operand.kind != Operand::Kind::Move)
    return;
  PathIndex path = paths.exact(operand.place);
  if (path == noPath)
    return;
  flow.apply(state, Effect::Move, path);
  here.push_back({at, path, false});
}

void MoveChecker::checkUse(const Place &place, Use use, Span span) {
  checkIndexes(place, span);
  MovePaths::Found found = paths.find(place);
  if (found.path == noPath)
    return;
  bool isGone = state.maybeUninit.test(found.path);
  if (found.isExact && !isGone)
    paths.forSubtree(found.path,
                     [&](PathIndex inside) { isGone |= state.maybeUninit.test(inside); });
  if (isGone)
    report(found.path, use, span);
}

void MoveChecker::checkDestination(const Place &place, Span span) {
  checkIndexes(place, span);
  if (place.projections.empty())
    return checkSecondAssignment(place, span);
  // A part can be assigned to only where the whole is there.
  Place whole = place;
  whole.projections.pop_back();
  MovePaths::Found found = paths.find(whole);
  if (found.path != noPath && state.maybeUninit.test(found.path)) {
    bool isThroughPointer = llvm::any_of(place.projections, [](const Projection &step) {
      return step.kind == Projection::Kind::Deref;
    });
    report(found.path, isThroughPointer ? Use::Value : Use::PartOf, span);
  }
}

void MoveChecker::checkSecondAssignment(const Place &place, Span span) {
  const Local &local = body.locals[place.local];
  PathIndex path = paths.exact(place);
  if (local.name.empty() || local.isMutable || local.isGuardCopy || path == noPath ||
      !state.everInit.test(path) || !reportedAssignments.insert({place.local, span.begin}).second)
    return;
  Finding finding;
  finding.code = Code::E0384;
  finding.span = span;
  bool isArgument = place.local <= body.parameters;
  std::string what = isArgument ? "cannot assign to immutable argument"
                                : "cannot assign twice to immutable variable";
  finding.message = fmt::format("{} `{}`", what, local.name.str());
  finding.label = what;
  std::optional<Span> first;
  for (const Block &block : body.blocks)
    for (const Statement &statement : block.statements)
      if (!first && statement.kind == Statement::Kind::Assign && statement.place == place)
        first = statement.span;
  for (const Block &block : body.blocks)
    if (!first && block.terminator.kind == Terminator::Kind::Call &&
        block.terminator.place == place)
      first = block.terminator.span;
  if (!isArgument && first && !(*first == span)) {
    // Where it is declared with a value, that is the first.
    Span at = first->begin > local.span.end && body.source &&
                      items.report.sources.text({local.span.end, first->begin}).contains(';')
                  ? *first
                  : local.span;
    finding.labels.push_back({at, fmt::format("first assignment to `{}`", local.name.str())});
  }
  finding.helps.push_back(
      fmt::format("consider making this binding mutable: `mut {}`", local.name.str()));
  findings.push_back(std::move(finding));
}

// ---- where it went ----

std::vector<std::tuple<Effect, PathIndex, Span>> MoveChecker::effects(BlockIndex block,
                                                                      size_t index) const {
  const Block &code = body.blocks[block];
  std::vector<std::tuple<Effect, PathIndex, Span>> result;
  std::vector<Span> spans;
  auto addSpans = [&](llvm::ArrayRef<Operand> operands, Span span) {
    for (const Operand &operand : operands)
      if (operand.kind == Operand::Kind::Move && paths.exact(operand.place) != noPath)
        spans.push_back(operand.span.isKnown() ? operand.span : span);
  };
  size_t next = 0;
  Span own = index < code.statements.size() ? code.statements[index].span : code.terminator.span;
  auto add = [&](Effect effect, PathIndex path) {
    bool isMove = effect == Effect::Move && next < spans.size();
    result.push_back({effect, path, isMove ? spans[next++] : own});
  };
  if (index < code.statements.size()) {
    const Statement &statement = code.statements[index];
    addSpans(statement.value.operands, own);
    paths.effectsOf(statement, add);
    return result;
  }
  addSpans(code.terminator.operand, own);
  addSpans(code.terminator.args, own);
  paths.effectsOf(code.terminator, add);
  PathIndex filled = paths.resultOf(code.terminator);
  if (filled != noPath)
    result.push_back({Effect::Init, filled, own});
  return result;
}

bool MoveChecker::addSite(Effect effect, PathIndex changed, PathIndex path, Span span,
                          bool isAcrossLoop, std::vector<MoveSite> &sites) const {
  if (effect == Effect::Move && (paths.isWithin(changed, path) || paths.isWithin(path, changed))) {
    auto same = llvm::find_if(sites, [&](const MoveSite &site) { return site.span == span; });
    if (same == sites.end())
      sites.push_back({span, changed, isAcrossLoop});
    return true;
  }
  return paths.isWithin(path, changed);
}

bool MoveChecker::searchStatements(BlockIndex block, size_t end, PathIndex path, bool isAcrossLoop,
                                   std::vector<MoveSite> &sites) const {
  for (size_t i = end; i-- > 0;) {
    std::vector<std::tuple<Effect, PathIndex, Span>> all = effects(block, i);
    for (const auto &[effect, changed, span] : llvm::reverse(all))
      if (addSite(effect, changed, path, span, isAcrossLoop, sites))
        return true;
  }
  return false;
}

std::vector<MoveSite> MoveChecker::findMoves(PathIndex path) const {
  std::vector<MoveSite> sites;
  for (const MoveSite &site : here)
    if (paths.isWithin(site.path, path) || paths.isWithin(path, site.path))
      return {site};
  if (searchStatements(currentBlock, currentIndex, path, false, sites))
    return sites;
  // A block can be come to with and without having gone round a loop.
  std::vector<std::pair<BlockIndex, bool>> todo;
  std::set<std::pair<BlockIndex, bool>> seen;
  auto push = [&](BlockIndex block, bool isAcrossLoop) {
    for (BlockIndex before : predecessors[block]) {
      bool across = isAcrossLoop || position[before] >= position[block];
      if (seen.insert({before, across}).second)
        todo.push_back({before, across});
    }
  };
  push(currentBlock, false);
  while (!todo.empty()) {
    auto [block, isAcrossLoop] = todo.back();
    todo.pop_back();
    size_t count = body.blocks[block].statements.size() + 1;
    if (!searchStatements(block, count, path, isAcrossLoop, sites))
      push(block, isAcrossLoop);
  }
  llvm::sort(sites,
             [](const MoveSite &a, const MoveSite &b) { return a.span.begin < b.span.begin; });
  return sites;
}

// ---- messages ----

void MoveChecker::report(PathIndex path, Use use, Span span) {
  PathIndex root = path;
  while (paths[root].parent != noPath) {
    if (reported.count(root))
      return;
    root = paths[root].parent;
  }
  bool isSaid = reported.count(root) != 0;
  paths.forSubtree(path, [&](PathIndex inside) { isSaid |= reported.count(inside) != 0; });
  if (isSaid)
    return;
  std::vector<MoveSite> sites = findMoves(path);
  if (sites.empty()) {
    // Only what the source can leave without a value.
    if (!isVariable(paths[root].place.local, body))
      return;
    reported.insert(root);
    return reportUninit(root, use, span);
  }
  reported.insert(path);
  reportMoved(path, use, span, sites);
}

void MoveChecker::reportUninit(PathIndex path, Use use, Span span) {
  const Local &local = body.locals[paths[path].place.local];
  std::string name = local.name.str();
  bool isPossible = state.maybeInit.test(path);
  Finding finding;
  finding.code = Code::E0381;
  finding.span = span;
  llvm::StringRef how = isPossible ? "is possibly-uninitialized" : "isn't initialized";
  if (use == Use::PartOf) {
    how = isPossible ? how : "isn't fully initialized";
    finding.message = fmt::format("partially assigned binding `{}` {}", name, how.str());
    finding.label = fmt::format("`{}` partially assigned here but it {}", name, how.str());
    finding.helps.push_back("partial initialization isn't supported, fully initialize the binding "
                            "with a default value and mutate it");
  } else {
    finding.message = fmt::format("used binding `{}` {}", name, how.str());
    finding.label = fmt::format("`{}` used here but it {}{}", name, isPossible ? "is " : "",
                                isPossible ? "possibly-uninitialized" : "isn't initialized");
  }
  finding.labels.push_back({local.span, "binding declared here but left uninitialized"});
  findings.push_back(std::move(finding));
}

void MoveChecker::reportMoved(PathIndex path, Use use, Span span, llvm::ArrayRef<MoveSite> sites) {
  const MovePath &moved = paths[sites.front().path];
  // Moving the content of a Box leaves nothing that could be used.
  bool isBelow = sites.front().path != path && paths.isWithin(sites.front().path, path);
  bool isPartial = isBelow;
  for (PathIndex at = sites.front().path; isBelow && at != path; at = paths[at].parent)
    isPartial &= paths[at].place.projections.back().kind != Projection::Kind::Deref;
  std::string name = describe(paths[path].place, body, items);
  llvm::StringRef action = use == Use::Borrow   ? "borrow of"
                           : use == Use::PartOf ? "assign to part of"
                                                : "use of";
  llvm::StringRef done = use == Use::Borrow   ? "borrowed"
                         : use == Use::PartOf ? "partially assigned"
                                              : "used";
  llvm::StringRef partly = isPartial ? "partially " : "";
  Finding finding;
  finding.code = Code::E0382;
  finding.span = span;
  finding.message = fmt::format("{} {}moved value{}", action.str(), partly.str(),
                                name.empty() ? "" : fmt::format(": `{}`", name));
  for (const MoveSite &site : sites) {
    std::string text = fmt::format("value {}moved here{}", partly.str(),
                                   site.isAcrossLoop ? ", in previous iteration of loop" : "");
    if (site.span == span)
      finding.label = text;
    else
      finding.labels.push_back({site.span, text});
  }
  if (finding.label.empty())
    finding.label =
        fmt::format("value {} here after {}move", done.str(), isPartial ? "partial " : "");
  std::string why = describeMove(moved.place, isPartial, body, items);
  if (moved.place.projections.empty() && isVariable(moved.place.local, body))
    finding.labels.push_back({body.locals[moved.place.local].span, why});
  else
    finding.notes.push_back(why);
  findings.push_back(std::move(finding));
}

} // namespace

bool rust::checkMoves(const Body &body, Items &items) {
  std::vector<Finding> findings;
  MoveChecker(body, items, findings).run();
  checkMutability(body, items, findings);
  std::vector<std::pair<uint32_t, size_t>> order;
  for (size_t i = 0; i < findings.size(); ++i)
    order.push_back({findings[i].span.begin, i});
  llvm::sort(order);
  for (const auto &[begin, index] : order) {
    const Finding &finding = findings[index];
    // What is not there need not be mutable either.
    bool isMissing = llvm::any_of(findings, [&](const Finding &other) {
      return other.span == finding.span && (other.code == Code::E0381 || other.code == Code::E0382);
    });
    if (isMissing && finding.code == Code::E0594)
      continue;
    linkcheck::DiagnosticBuilder diagnostic =
        items.report.error(finding.code, finding.span, finding.label, "{}", finding.message);
    for (const auto &[span, text] : finding.labels)
      items.report.label(diagnostic, span, text);
    for (const std::string &note : finding.notes)
      diagnostic.note("{}", note);
    for (const std::string &help : finding.helps)
      diagnostic.help("{}", help);
  }
  return findings.empty();
}
