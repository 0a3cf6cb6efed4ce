//===- Exhaustive.cpp - whether a match leaves something out ----------------===//

#include "driver/rust/check/Exhaustive.h"

#include "driver/rust/check/ExhaustiveMatrix.h"

using namespace cratec::rust;
using linkcheck::Code;

namespace {

std::string joined(llvm::ArrayRef<std::string> witnesses) {
  std::string text;
  size_t shown = std::min<size_t>(witnesses.size(), 3);
  if (witnesses.size() > 4)
    shown = 3;
  else
    shown = witnesses.size();
  for (size_t i = 0; i != shown; ++i) {
    if (i)
      text += i + 1 == witnesses.size() ? " and " : ", ";
    text += "`" + witnesses[i] + "`";
  }
  if (shown != witnesses.size())
    text += fmt::format(" and {} more", witnesses.size() - shown);
  return text;
}

std::string notCovered(llvm::ArrayRef<std::string> witnesses) {
  return fmt::format("pattern{} {} not covered", witnesses.size() == 1 ? "" : "s",
                     joined(witnesses));
}

/// The enum behind references, to point at its definition.
void nameEnum(linkcheck::DiagnosticBuilder &error, Ty type, Items &items) {
  error.note("the matched value is of type `{}`", toString(type, items.defs));
  while (type->is(Type::Kind::Reference))
    type = type->element();
  if (type->is(Type::Kind::Adt) && items.defs[type->def].crate == localCrateNumber)
    items.report.label(error, items.defs[type->def].span,
                       fmt::format("`{}` defined here", toString(type, items.defs)));
}

void sayTooMany(Span span, Items &items) {
  items.report.error(Code::None, span, "", "the patterns are too many to be checked")
      .help("add an arm for all that is left, or match in two steps");
}

} // namespace

void cratec::rust::checkMatchArms(const thir::Expr &match, MatchSource source, Span span,
                                  Items &items) {
  PatternMatrix matrix(items);
  Ty type = match.operands[0]->type;
  bool isSugar = source != MatchSource::Match;
  for (const thir::Arm &arm : match.arms) {
    std::vector<const thir::Pattern *> patterns = arm.alternatives;
    if (patterns.empty())
      patterns.push_back(arm.pattern);
    for (const thir::Pattern *pattern : patterns) {
      bool isReachable = matrix.isUseful(*pattern);
      if (matrix.gaveUp()) {
        sayTooMany(span, items);
        return;
      }
      if (!isReachable && isSugar) {
        const char *noun = source == MatchSource::IfLet ? "if let" : "while let";
        items.report.warning(Code::None, span, "", "irrefutable `{}` pattern", noun)
            .note("this pattern will always match, so the `{}` is useless", noun);
      } else if (!isReachable) {
        items.report
            .warning(Code::None, pattern->span, "no value can reach this", "unreachable pattern")
            .done();
      }
      if (!arm.guard)
        matrix.add(*pattern);
    }
  }
  std::vector<std::string> witnesses = matrix.missing(type);
  if (matrix.gaveUp()) {
    sayTooMany(span, items);
    return;
  }
  if (witnesses.empty())
    return;
  auto error = items.report.error(Code::E0004, span, notCovered(witnesses),
                                  "non-exhaustive patterns: {} not covered", joined(witnesses));
  nameEnum(error, type, items);
  error.help("ensure that all possible cases are being handled by adding a match arm with a "
             "wildcard pattern or an explicit pattern");
}

void cratec::rust::checkIrrefutable(const thir::Pattern &pattern, MatchSource source,
                                    Items &items) {
  PatternMatrix matrix(items);
  matrix.add(pattern);
  std::vector<std::string> witnesses = matrix.missing(pattern.type);
  if (witnesses.empty() || matrix.gaveUp())
    return;
  const char *where = source == MatchSource::For         ? "`for` loop binding"
                      : source == MatchSource::Parameter ? "function argument"
                                                         : "local binding";
  auto error = items.report.error(Code::E0005, pattern.span, notCovered(witnesses),
                                  "refutable pattern in {}", where);
  if (source == MatchSource::Let)
    error.note("`let` bindings require an \"irrefutable pattern\", like a `struct` or an `enum` "
               "with only one variant");
  nameEnum(error, pattern.type, items);
}
