//===- CheckMutability.cpp - what must not be moved from or written to ----===//

#include "driver/rust/mir/Findings.h"

#include <map>
#include <set>

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;
using linkcheck::Code;

namespace {

class MutabilityChecker {
public:
  MutabilityChecker(const Body &body, Items &items, std::vector<Finding> &findings)
      : body(body), items(items), findings(findings) {}
  void run();

private:
  void checkStatement(const Statement &statement);
  void checkTerminator(const Terminator &terminator);

  // Moves.
  void checkMove(const Operand &operand, Span span, const Statement *binding);
  struct Obstacle {
    size_t step; ///< the projection that cannot be moved through
    Code code;
    std::string
        source; ///< "which is behind a shared reference"; E0508, E0509: the rest of the message
  };
  std::optional<Obstacle> findObstacle(const Place &place);
  void reportMove(const Operand &operand, Span span, const Obstacle &obstacle);
  void reportBinding(const Operand &operand, const Statement &binding, const Obstacle &obstacle);
  /// `Vec<T>` when the local is where its Index put the address of an element, else null.
  Ty indexedType(LocalIndex local);
  std::string moveMessage(const Place &place, const Obstacle &obstacle, bool isBinding);

  // Writes.
  enum class Access { Assign, Borrow };
  void checkWrite(const Place &place, Access access, Span span);
  void reportBehind(const Place &place, size_t step, Access access, Span span);
  void reportLocal(const Place &place, Access access, Span span);
  void reportStatic(const Place &place, Access access, Span span);
  std::string quotedOrValue(const Place &place) { return describeOrValue(place, body, items); }
  Place prefix(const Place &place, size_t count) {
    Place result{place.local, {}};
    result.projections.assign(place.projections.begin(), place.projections.begin() + count);
    return result;
  }

  const Body &body;
  Items &items;
  std::vector<Finding> &findings;
  std::map<std::pair<uint32_t, uint32_t>, size_t> bindingFindings; ///< by span: into findings
  std::set<std::pair<LocalIndex, uint32_t>> said;
};

void MutabilityChecker::run() {
  for (const Block &block : body.blocks) {
    for (const Statement &statement : block.statements)
      checkStatement(statement);
    checkTerminator(block.terminator);
  }
}

void MutabilityChecker::checkStatement(const Statement &statement) {
  if (statement.kind != Statement::Kind::Assign)
    return;
  const Rvalue &value = statement.value;
  const Statement *binding = statement.matched.isKnown() ? &statement : nullptr;
  for (const Operand &operand : value.operands)
    checkMove(operand, statement.span, binding);
  if (value.kind == Rvalue::Kind::Borrow && value.isMutable)
    checkWrite(value.place, Access::Borrow, statement.span);
  if (!statement.place.projections.empty())
    checkWrite(statement.place, Access::Assign, statement.span);
}

void MutabilityChecker::checkTerminator(const Terminator &terminator) {
  if (terminator.kind != Terminator::Kind::Call)
    return;
  checkMove(terminator.operand, terminator.span, nullptr);
  for (const Operand &operand : terminator.args)
    checkMove(operand, terminator.span, nullptr);
  if (!terminator.place.projections.empty())
    checkWrite(terminator.place, Access::Assign, terminator.span);
}

// ---- moves ----

std::optional<MutabilityChecker::Obstacle> MutabilityChecker::findObstacle(const Place &place) {
  for (size_t i = place.projections.size(); i-- > 0;) {
    const Projection &step = place.projections[i];
    Ty from = typeBefore(place, i, body);
    if (step.kind == Projection::Kind::Deref && !isBox(from, items.defs)) {
      if (i == 0 && body.locals[place.local].staticItem != noDef)
        return Obstacle{i, Code::E0507, "static"};
      std::string behind = from->is(Type::Kind::Pointer) ? "which is behind a raw pointer"
                           : from->isMutable             ? "which is behind a mutable reference"
                                                         : "which is behind a shared reference";
      return Obstacle{i, Code::E0507, behind};
    }
    if (step.kind == Projection::Kind::Index)
      return Obstacle{i, Code::E0508,
                      fmt::format("type `{}`, a non-copy {}", toString(from, items.defs),
                                  from->is(Type::Kind::Array) ? "array" : "slice")};
    bool isPart = step.kind == Projection::Kind::Field;
    if (isPart && from->is(Type::Kind::Adt) && items.adt(from->def).dropMethod != noDef)
      return Obstacle{
          i, Code::E0509,
          fmt::format("type `{}`, which implements the `Drop` trait", toString(from, items.defs))};
  }
  return std::nullopt;
}

void MutabilityChecker::checkMove(const Operand &operand, Span span, const Statement *binding) {
  if (operand.kind != Operand::Kind::Move)
    return;
  Span at = operand.span.isKnown() ? operand.span : span;
  const Local &local = body.locals[operand.place.local];
  if (local.isGuardCopy) {
    Finding finding{Code::E0507, at, "", "", {}, {}, {}};
    finding.message = fmt::format("cannot move out of {} in pattern guard",
                                  quotedOrValue(Place{operand.place.local, {}}));
    finding.label = describeMove(operand.place, false, body, items);
    finding.notes.push_back("variables bound in patterns cannot be moved from until after the end "
                            "of the pattern guard");
    findings.push_back(std::move(finding));
    return;
  }
  std::optional<Obstacle> obstacle = findObstacle(operand.place);
  if (!obstacle)
    return;
  if (binding)
    return reportBinding(operand, *binding, *obstacle);
  reportMove(operand, at, *obstacle);
}

Ty MutabilityChecker::indexedType(LocalIndex local) {
  for (const Block &block : body.blocks) {
    const Terminator &call = block.terminator;
    if (call.kind != Terminator::Kind::Call || call.place.local != local ||
        call.operand.kind != Operand::Kind::Constant || call.args.empty())
      continue;
    const Def &function = items.defs[call.operand.constant.callee.def];
    DefId trait = function.parent;
    if (function.kind == DefKind::Method && items.defs[trait].kind == DefKind::Impl)
      trait = items.impl(trait).trait ? items.impl(trait).trait->trait : noDef;
    Ty from = typeOf(call.args[0], body);
    if (trait != noDef && from->is(Type::Kind::Reference) &&
        (trait == items.defs.langItem(LangItem::Index) ||
         trait == items.defs.langItem(LangItem::IndexMut)))
      return from->element();
  }
  return nullptr;
}

std::string MutabilityChecker::moveMessage(const Place &place, const Obstacle &obstacle,
                                           bool isBinding) {
  if (obstacle.code != Code::E0507)
    return fmt::format("cannot move out of {}", obstacle.source);
  if (obstacle.source == "static")
    return fmt::format("cannot move out of static item `{}`",
                       items.defs[body.locals[place.local].staticItem].name.str());
  // What is in a variant is named by what holds it.
  for (size_t i = 0; isBinding && i < place.projections.size(); ++i) {
    const Projection &step = place.projections[i];
    if (step.kind != Projection::Kind::Downcast)
      continue;
    Place holder = prefix(place, i);
    while (!holder.projections.empty() && holder.projections.back().kind == Projection::Kind::Deref)
      holder.projections.pop_back();
    const AdtInfo &info = items.adt(step.type->def);
    return fmt::format("cannot move out of {} as enum variant `{}` {}", quotedOrValue(holder),
                       info.variants[step.index].name.str(), obstacle.source);
  }
  std::string name = describe(place, body, items);
  if (!name.empty())
    return fmt::format("cannot move out of `{}` {}", name, obstacle.source);
  if (Ty indexed = indexedType(place.local))
    return fmt::format("cannot move out of index of `{}`", toString(indexed, items.defs));
  return fmt::format("cannot move out of a {}",
                     llvm::StringRef(obstacle.source).substr(strlen("which is behind a ")).str());
}

void MutabilityChecker::reportMove(const Operand &operand, Span span, const Obstacle &obstacle) {
  Finding finding{obstacle.code, span, moveMessage(operand.place, obstacle, false), "", {}, {}, {}};
  std::string why = describeMove(operand.place, false, body, items);
  if (obstacle.code == Code::E0507) {
    finding.label = why;
  } else {
    finding.label = "cannot move out of here";
    finding.labels.push_back({span, why});
  }
  findings.push_back(std::move(finding));
}

void MutabilityChecker::reportBinding(const Operand &operand, const Statement &binding,
                                      const Obstacle &obstacle) {
  // All bindings of one pattern make one message.
  auto [entry, isNew] =
      bindingFindings.try_emplace({binding.matched.begin, binding.matched.end}, findings.size());
  std::string why = describeMove(fmt::format("`{}`", body.locals[binding.place.local].name.str()),
                                 typeOf(binding.place, body), false, items);
  if (isNew) {
    Finding finding{
        obstacle.code, binding.matched, moveMessage(operand.place, obstacle, true), "", {}, {}, {}};
    if (obstacle.code != Code::E0507)
      finding.label = "cannot move out of here";
    finding.labels.push_back({binding.span, "data moved here"});
    finding.labels.push_back({binding.span, why});
    findings.push_back(std::move(finding));
    return;
  }
  Finding &finding = findings[entry->second];
  for (const auto &[span, text] : finding.labels)
    if (span == binding.span)
      return;
  if (finding.notes.empty()) {
    finding.labels.pop_back();
    finding.notes.push_back("move occurs because these variables have types that don't implement "
                            "the `Copy` trait");
  }
  finding.labels.push_back({binding.span, "...and here"});
}

// ---- writes ----

void MutabilityChecker::checkWrite(const Place &place, Access access, Span span) {
  for (size_t i = place.projections.size(); i-- > 0;) {
    if (place.projections[i].kind != Projection::Kind::Deref)
      continue;
    Ty from = typeBefore(place, i, body);
    if (isBox(from, items.defs))
      continue;
    if (from->isMutable)
      return;
    if (i == 0 && body.locals[place.local].staticItem != noDef)
      return reportStatic(place, access, span);
    return reportBehind(place, i, access, span);
  }
  const Local &local = body.locals[place.local];
  if (local.name.empty() || local.isMutable)
    return;
  reportLocal(place, access, span);
}

void MutabilityChecker::reportLocal(const Place &place, Access access, Span span) {
  if (!said.insert({place.local, span.begin}).second)
    return;
  std::string name = body.locals[place.local].name.str();
  std::string what = describe(place, body, items);
  std::string subject = place.projections.empty() ? "it" : fmt::format("`{}`", name);
  Finding finding{Code::E0594, span, "", "cannot assign", {}, {}, {}};
  if (access == Access::Assign) {
    finding.message =
        fmt::format("cannot assign to `{}`, as {} is not declared as mutable", what, subject);
  } else {
    finding.code = Code::E0596;
    finding.message = fmt::format("cannot borrow `{}` as mutable, as {} is not declared as mutable",
                                  what, subject);
    finding.label = "cannot borrow as mutable";
  }
  finding.helps.push_back(fmt::format("consider changing this to be mutable: `mut {}`", name));
  findings.push_back(std::move(finding));
}

void MutabilityChecker::reportBehind(const Place &place, size_t step, Access access, Span span) {
  Ty from = typeBefore(place, step, body);
  std::string kind = from->is(Type::Kind::Pointer) ? "`*const` pointer" : "`&` reference";
  std::string pointer = describe(prefix(place, step), body, items);
  std::string what = describe(place, body, items);
  Finding finding{Code::E0594, span, "", "", {}, {}, {}};
  bool isAssign = access == Access::Assign;
  llvm::StringRef verb = isAssign ? "cannot assign to" : "cannot borrow";
  if (what.empty())
    what = "data in a " + kind;
  else
    what = "`" + what + "`";
  finding.code = isAssign ? Code::E0594 : Code::E0596;
  bool isNamed = what.front() == '`';
  finding.message = fmt::format("{} {}{}", verb.str(), what, isAssign ? "" : " as mutable");
  if (isNamed)
    finding.message += isAssign ? fmt::format(", which is behind a {}", kind)
                                : fmt::format(", as it is behind a {}", kind);
  if (pointer.empty())
    finding.label = isAssign ? "cannot assign" : "cannot borrow as mutable";
  else
    finding.label = fmt::format("`{}` is a {}, so it cannot be {}", pointer, kind,
                                isAssign ? "written to" : "borrowed as mutable");
  findings.push_back(std::move(finding));
}

void MutabilityChecker::reportStatic(const Place &place, Access access, Span span) {
  DefId item = body.locals[place.local].staticItem;
  std::string name = items.defs[item].name.str();
  bool isAssign = access == Access::Assign;
  Finding finding{isAssign ? Code::E0594 : Code::E0596, span, "", "", {}, {}, {}};
  std::string whole = describe(place, body, items);
  std::string subject =
      whole == name ? fmt::format("immutable static item `{}`", name) : fmt::format("`{}`", whole);
  finding.message = fmt::format("cannot {} {}{}", isAssign ? "assign to" : "borrow", subject,
                                isAssign ? "" : " as mutable");
  if (whole != name)
    finding.message += fmt::format(", as `{}` is an immutable static item", name);
  finding.label = isAssign ? "cannot assign" : "cannot borrow as mutable";
  findings.push_back(std::move(finding));
}

} // namespace

void mir::checkMutability(const Body &body, Items &items, std::vector<Finding> &findings) {
  MutabilityChecker(body, items, findings).run();
}
