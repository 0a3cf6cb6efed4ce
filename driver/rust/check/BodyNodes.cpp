//===- BodyNodes.cpp - making nodes of the typed tree -----------------------===//

#include "driver/rust/check/Body.h"

using namespace cratec::rust;
using thir::Expr;

Node BodyChecker::make(Expr::Kind kind, Ty type, Span span) {
  Node node = arena.make<Expr>(kind, type, span);
  node->checksOverflow = options.overflowChecks;
  return node;
}

std::vector<const Expr *> BodyChecker::list(llvm::ArrayRef<Node> nodes) {
  return std::vector<const Expr *>(nodes.begin(), nodes.end());
}

Node BodyChecker::localNode(thir::LocalIndex local, Span span) {
  Node node = make(Expr::Kind::Local, body->locals[local].type, span);
  node->local = local;
  return node;
}

Node BodyChecker::integerNode(uint64_t value, Ty type, Span span) {
  Node node = make(Expr::Kind::Literal, type, span);
  node->integer = value;
  return node;
}

Node BodyChecker::stringNode(llvm::StringRef text, Span span) {
  Node node = make(Expr::Kind::Literal, types.reference(types.str(), false), span);
  node->text = text;
  return node;
}

Node BodyChecker::borrow(Node place, bool isMutable, Span span) {
  Node node = make(Expr::Kind::Borrow, types.reference(place->type, isMutable), span);
  node->isMutable = isMutable;
  node->operands = {place};
  return node;
}

Node BodyChecker::deref(Node pointer, Ty type, Span span) {
  Node node = make(Expr::Kind::Deref, type, span);
  node->operands = {pointer};
  return node;
}

Node BodyChecker::field(Node base, unsigned index, Ty type, Span span) {
  Node node = make(Expr::Kind::Field, type, span);
  node->operands = {base};
  node->field = index;
  return node;
}

Node BodyChecker::cast(thir::CastKind kind, Node operand, Ty type) {
  Node node = make(Expr::Kind::Cast, type, operand->span);
  node->castKind = kind;
  node->operands = {operand};
  return node;
}

Node BodyChecker::call(DefId def, TypeList args, std::vector<Node> operands, Ty result, Span span) {
  Node node = make(Expr::Kind::Call, result, span);
  node->callee = {def, types.save(args)};
  node->operands = list(operands);
  return node;
}

Node BodyChecker::functionNode(DefId def, TypeList args, Span span) {
  Node node = make(Expr::Kind::Function, types.fnDef(def, args), span);
  node->callee = {def, types.save(args)};
  return node;
}

Node BodyChecker::adtNode(Ty type, unsigned variant, std::vector<Node> fields, Span span) {
  Node node = make(Expr::Kind::Adt, type, span);
  node->variant = variant;
  for (unsigned index = 0; index != fields.size(); ++index)
    node->fields.push_back({index, fields[index]});
  return node;
}

Node BodyChecker::structNode(Ty type, std::vector<std::pair<llvm::StringRef, Node>> fields,
                             Span span) {
  Node node = make(Expr::Kind::Adt, type, span);
  const VariantInfo &variant = items.adt(type->def).only();
  for (auto &[name, value] : fields)
    for (unsigned index = 0; index != variant.fields.size(); ++index)
      if (variant.fields[index].name == name)
        node->fields.push_back({index, value});
  return node;
}

Node BodyChecker::notNode(Node operand, Span span) {
  Node node = make(Expr::Kind::Unary, types.boolean(), span);
  node->unaryOp = ast::UnaryOp::Not;
  node->operands = {operand};
  return node;
}

Node BodyChecker::block(std::vector<thir::Statement> statements, Node tail, Ty type, Span span) {
  Node node = make(Expr::Kind::Block, type, span);
  node->statements = std::move(statements);
  if (tail)
    node->operands = {tail};
  return node;
}

Node BodyChecker::ifNode(Node condition, Node then, Node otherwise, Ty type, Span span) {
  Node node = make(Expr::Kind::If, type, span);
  node->operands = {condition, then};
  if (otherwise)
    node->operands.push_back(otherwise);
  return node;
}

thir::Pattern *BodyChecker::makePattern(thir::Pattern::Kind kind, Ty type, Span span) {
  auto *pattern = arena.make<thir::Pattern>();
  pattern->kind = kind;
  pattern->type = type;
  pattern->span = span;
  return pattern;
}

thir::Pattern *BodyChecker::bindingPattern(thir::LocalIndex local, Span span) {
  auto *pattern = makePattern(thir::Pattern::Kind::Binding, body->locals[local].type, span);
  pattern->local = local;
  return pattern;
}

thir::Pattern *BodyChecker::wildPattern(Ty type, Span span) {
  return makePattern(thir::Pattern::Kind::Wild, type, span);
}

thir::Pattern *BodyChecker::variantPattern(Ty type, unsigned variant,
                                           std::vector<const thir::Pattern *> fields, Span span) {
  auto *pattern = makePattern(thir::Pattern::Kind::Variant, type, span);
  pattern->variant = variant;
  for (unsigned index = 0; index != fields.size(); ++index)
    pattern->fields.push_back({index, fields[index]});
  return pattern;
}

thir::LocalIndex BodyChecker::addLocal(llvm::StringRef name, Ty type, bool isMutable, Span span) {
  body->locals.push_back({name, type, isMutable, span});
  return static_cast<thir::LocalIndex>(body->locals.size() - 1);
}
