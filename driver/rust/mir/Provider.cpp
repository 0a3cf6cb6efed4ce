//===- Provider.cpp - the MIR of definitions, and the values of constants -===//

#include "driver/rust/mir/Provider.h"

#include "driver/rust/check/CheckBody.h"
#include "driver/rust/mir/Evaluator.h"

using namespace cratec;
using namespace cratec::rust;
using linkcheck::Code;

MirProvider::MirProvider(Items &items, bool overflowChecks)
    : implementation(std::make_unique<Implementation>(items, overflowChecks)) {}

MirProvider::~MirProvider() = default;

void rust::reportCycle(DefId def, Items &items) {
  std::string name = items.defs.path(def);
  items.report
      .error(Code::E0391, items.defs[def].span, "",
             "cycle detected when simplifying constant for the type system `{}`", name)
      .note("which again requires the value of `{}`, completing the cycle", name);
}

namespace {

NamedConstantBits namedConstants(MirProvider &provider, Items &items) {
  return [&provider, &items](const Callee &constant, Ty) -> std::optional<uint64_t> {
    for (Ty arg : constant.args)
      if (arg->hasParam)
        return std::nullopt;
    std::optional<ConstValue> value =
        evaluateConstant(constant.def, constant.args, provider, items);
    if (!value || value->kind != ConstValue::Kind::Scalar)
      return std::nullopt;
    return value->bits;
  };
}

/// Null after an error.
std::unique_ptr<mir::Body> makeBody(std::unique_ptr<thir::Body> typed, MirProvider &provider,
                                    Items &items) {
  if (!typed)
    return nullptr;
  unsigned errors = items.report.diags.errorCount();
  std::unique_ptr<mir::Body> body =
      buildMir(std::move(typed), items, namedConstants(provider, items));
  if (items.report.diags.errorCount() != errors || !checkMoves(*body, items))
    return nullptr;
  elaborateDrops(*body, items);
  mir::simplify(*body);
  return body;
}

} // namespace

const mir::Body *MirProvider::get(DefId def) {
  auto [entry, isNew] = implementation->bodies.try_emplace(def);
  auto &answer = entry->second;
  if (!isNew) {
    if (answer.isUnderWay) {
      answer.isUnderWay = false;
      reportCycle(def, implementation->items);
    }
    return answer.value.get();
  }
  Items &items = implementation->items;
  CheckOptions options;
  options.overflowChecks = implementation->overflowChecks;
  std::unique_ptr<mir::Body> body = makeBody(checkBody(def, items, options), *this, items);
  if (answer.isUnderWay)
    answer.value = std::move(body);
  answer.isUnderWay = false;
  return answer.value.get();
}

const ConstValue *MirProvider::valueOfStatic(DefId def) {
  if (implementation->items.defs[def].isForeign ||
      !evaluateConstant(def, {}, *this, implementation->items))
    return nullptr;
  return &*implementation->constants.at({def, {}}).value;
}

std::optional<ConstValue> rust::evaluate(const mir::Body &body, TypeList args,
                                         MirProvider &provider, Items &items) {
  std::string name = body.owner == noDef ? "{constant#0}" : items.defs.path(body.owner);
  return mir::Evaluator(provider, items, std::move(name)).run(body, args);
}

std::optional<ConstValue> rust::evaluateConstant(DefId def, TypeList args, MirProvider &provider,
                                                 Items &items) {
  auto &constants = provider.internals().constants;
  auto [entry, isNew] = constants.try_emplace({def, std::vector<Ty>(args.begin(), args.end())});
  auto &answer = entry->second;
  if (!isNew) {
    if (answer.isUnderWay) {
      answer.isUnderWay = false;
      reportCycle(def, items);
    }
    return answer.value;
  }
  const mir::Body *body = provider.get(def);
  std::optional<ConstValue> value;
  if (body && answer.isUnderWay)
    value = evaluate(*body, args, provider, items);
  if (answer.isUnderWay)
    answer.value = std::move(value);
  answer.isUnderWay = false;
  return answer.value;
}

void rust::installConstantEvaluator(Items &items, MirProvider &provider) {
  items.setConstantEvaluator([&items, &provider](const ast::Expr &expr, DefId module,
                                                 DefId selfScope,
                                                 Ty expected) -> std::optional<uint64_t> {
    std::unique_ptr<thir::Body> typed =
        checkConstantExpr(expr, module, selfScope == noDef ? module : selfScope, expected, items);
    std::unique_ptr<mir::Body> body = makeBody(std::move(typed), provider, items);
    if (!body)
      return std::nullopt;
    std::string name =
        selfScope == noDef ? "{constant#0}" : items.defs.path(selfScope) + "::{constant#0}";
    std::optional<ConstValue> value =
        mir::Evaluator(provider, items, std::move(name)).run(*body, {});
    if (!value || value->kind != ConstValue::Kind::Scalar)
      return std::nullopt;
    return value->bits;
  });
}
