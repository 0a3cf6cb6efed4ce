//===- Shims.cpp - functions that no source stands for ------------------------===//
//
// Constructors as functions, and the known traits of tuples and arrays: those of a tuple go
// through its fields, those of an array are its slice's, where there are such.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/lower/ShimBuilder.h"

namespace cratec::rust::ir {

namespace {

using ast::BinaryOp;

class StructuralWriter {
public:
  StructuralWriter(Unit &unit, const Instance &instance, TypeList parameters, Ty result)
      : unit(unit), instance(instance), self(instance.args.front()), parameters(parameters),
        result(result), writer(unit, parameters, result) {}

  /// Null where the method cannot be made.
  std::unique_ptr<mir::Body> write();

private:
  using Writer = bool (StructuralWriter::*)();

  bool writeClone();
  bool writeEq();
  bool writeNe();
  bool writePartialCmp();
  bool writeCmp();
  bool writeDebug();
  bool writeHash();
  bool writeDefault();
  bool bySlice();

  Callee forPart(std::optional<unsigned> index);
  mir::Place selfField(unsigned parameter, unsigned index);
  mir::LocalIndex borrowed(mir::Place place);
  void returnUnlessEqual(mir::LocalIndex ordering);
  void giveVariant(llvm::StringRef name, std::vector<mir::Operand> parts);
  std::optional<uint64_t> discriminantNamed(Ty type, llvm::StringRef name);
  std::optional<unsigned> variantNamed(Ty type, llvm::StringRef name);
  DefId debugHelper(llvm::StringRef name);
  DefId formatterMethod(llvm::StringRef name);
  bool writeLoneComma(const mir::Operand &formatter);
  bool callOrReturn(DefId helper, TypeList args, std::vector<mir::Operand> operands);
  bool isTuple() const { return self->is(Type::Kind::Tuple); }
  bool isArray() const { return self->is(Type::Kind::Array); }

  Unit &unit;
  const Instance &instance;
  Ty self;
  std::vector<Ty> parameters;
  Ty result;
  ShimBuilder writer;
};

std::unique_ptr<mir::Body> StructuralWriter::write() {
  static constexpr std::pair<llvm::StringLiteral, Writer> writers[] = {
      {"clone", &StructuralWriter::writeClone}, {"eq", &StructuralWriter::writeEq},
      {"ne", &StructuralWriter::writeNe},       {"partial_cmp", &StructuralWriter::writePartialCmp},
      {"cmp", &StructuralWriter::writeCmp},     {"fmt", &StructuralWriter::writeDebug},
      {"hash", &StructuralWriter::writeHash},   {"default", &StructuralWriter::writeDefault},
  };
  llvm::StringRef name = unit.defs[instance.def].name;
  for (auto [wanted, writeMethod] : writers)
    if (wanted == name)
      return (this->*writeMethod)() ? writer.take() : nullptr;
  return nullptr;
}

/// The same method of a tuple's field `index`, or of an array's element.
Callee StructuralWriter::forPart(std::optional<unsigned> index) {
  std::vector<Ty> args = instance.args;
  unsigned parents = unit.items.generics(unit.defs[instance.def].parent).count();
  for (unsigned i = 0; i < args.size() && i < std::max(1u, parents); ++i)
    if (index && args[i]->is(Type::Kind::Tuple) && *index < args[i]->args.size())
      args[i] = args[i]->args[*index];
    else if (!index && args[i]->is(Type::Kind::Array))
      args[i] = args[i]->element();
  return {instance.def, unit.types.save(args)};
}

mir::Place StructuralWriter::selfField(unsigned parameter, unsigned index) {
  mir::Place whole = writer.deref(ShimBuilder::at(parameter));
  Ty type = writer.typeOf(whole);
  return writer.field(whole, index, index < type->args.size() ? type->args[index] : type);
}

mir::LocalIndex StructuralWriter::borrowed(mir::Place place) {
  mir::LocalIndex local = writer.local(unit.types.reference(writer.typeOf(place), false));
  writer.borrow(local, std::move(place));
  return local;
}

/// Calls the slice's method with the array's references made references to slices.
bool StructuralWriter::bySlice() {
  if (!isArray())
    return false;
  TraitRef ref;
  ref.trait = unit.defs[instance.def].parent;
  std::vector<Ty> args = instance.args;
  unsigned parents = unit.items.generics(ref.trait).count();
  for (unsigned i = 0; i < args.size() && i < std::max(1u, parents); ++i) {
    if (args[i]->is(Type::Kind::Array))
      args[i] = unit.types.slice(args[i]->element());
    ref.args.push_back(args[i]);
  }
  if (!unit.items.holds(ref))
    return false;
  std::vector<mir::Operand> operands;
  for (unsigned i = 0; i < parameters.size(); ++i) {
    Ty type = parameters[i];
    mir::Operand operand = ShimBuilder::copy(ShimBuilder::at(i + 1));
    if (type->is(Type::Kind::Reference) && type->element()->is(Type::Kind::Array)) {
      Ty slice = unit.types.slice(type->element()->element());
      mir::LocalIndex fat = writer.local(unit.types.reference(slice, type->isMutable));
      writer.unsize(fat, operand);
      operand = ShimBuilder::copy(ShimBuilder::at(fat));
    }
    operands.push_back(operand);
  }
  writer.call({instance.def, unit.types.save(args)}, operands, ShimBuilder::at(0));
  writer.give();
  return true;
}

bool StructuralWriter::writeClone() {
  if (unit.items.isCopy(self)) {
    writer.use(ShimBuilder::at(0), ShimBuilder::copy(writer.deref(ShimBuilder::at(1))));
  } else if (isTuple()) {
    std::vector<mir::Operand> parts;
    for (unsigned i = 0; i < self->args.size(); ++i) {
      mir::LocalIndex part = writer.local(self->args[i]);
      writer.call(forPart(i), {ShimBuilder::copy(ShimBuilder::at(borrowed(selfField(1, i))))},
                  ShimBuilder::at(part));
      parts.push_back(ShimBuilder::move(ShimBuilder::at(part)));
    }
    writer.aggregate(ShimBuilder::at(0), 0, parts);
  } else if (isArray()) {
    Ty type = self->element();
    writer.loop(writer.word(self->length), [&](mir::LocalIndex index) {
      mir::Place from = writer.element(writer.deref(ShimBuilder::at(1)), index, type);
      writer.call(forPart(std::nullopt), {ShimBuilder::copy(ShimBuilder::at(borrowed(from)))},
                  writer.element(ShimBuilder::at(0), index, type));
    });
  } else {
    return false;
  }
  writer.give();
  return true;
}

bool StructuralWriter::writeEq() {
  if (!isTuple())
    return bySlice();
  mir::LocalIndex isEqual = writer.local(unit.types.boolean());
  for (unsigned i = 0; i < self->args.size(); ++i) {
    mir::LocalIndex left = borrowed(selfField(1, i)), right = borrowed(selfField(2, i));
    writer.call(
        forPart(i),
        {ShimBuilder::copy(ShimBuilder::at(left)), ShimBuilder::copy(ShimBuilder::at(right))},
        ShimBuilder::at(isEqual));
    mir::BlockIndex differs = writer.newBlock(), next = writer.newBlock();
    writer.choose(ShimBuilder::copy(ShimBuilder::at(isEqual)), {0}, {differs}, next);
    writer.begin(differs);
    writer.use(ShimBuilder::at(0), writer.boolean(false));
    writer.give();
    writer.begin(next);
  }
  writer.use(ShimBuilder::at(0), writer.boolean(true));
  writer.give();
  return true;
}

bool StructuralWriter::writeNe() {
  for (DefId method : unit.defs.members(unit.defs[instance.def].parent)) {
    if (unit.defs[method].name != "eq")
      continue;
    mir::LocalIndex isEqual = writer.local(unit.types.boolean());
    writer.call({method, unit.types.save(instance.args)},
                {ShimBuilder::copy(ShimBuilder::at(1)), ShimBuilder::copy(ShimBuilder::at(2))},
                ShimBuilder::at(isEqual));
    writer.binary(0, BinaryOp::Equal, ShimBuilder::copy(ShimBuilder::at(isEqual)),
                  writer.boolean(false));
    writer.give();
    return true;
  }
  return false;
}

std::optional<unsigned> StructuralWriter::variantNamed(Ty type, llvm::StringRef name) {
  if (!type->is(Type::Kind::Adt))
    return std::nullopt;
  const AdtInfo &adt = unit.items.adt(type->def);
  for (unsigned i = 0; i < adt.variants.size(); ++i)
    if (adt.variants[i].name == name)
      return i;
  return std::nullopt;
}

std::optional<uint64_t> StructuralWriter::discriminantNamed(Ty type, llvm::StringRef name) {
  std::optional<unsigned> variant = variantNamed(type, name);
  if (!variant)
    return std::nullopt;
  return static_cast<uint64_t>(unit.items.adt(type->def).variants[*variant].discriminant);
}

/// Of an Ordering, or an Option of one, that stands in `ordering`.
void StructuralWriter::returnUnlessEqual(mir::LocalIndex ordering) {
  mir::Place place = ShimBuilder::at(ordering);
  mir::BlockIndex differs = writer.newBlock();
  Ty type = writer.typeOf(place);
  if (std::optional<unsigned> some = variantNamed(type, "Some")) {
    const AdtInfo &option = unit.items.adt(type->def);
    mir::LocalIndex tag = writer.local(option.discriminantType);
    mir::BlockIndex isSome = writer.newBlock();
    writer.discriminant(tag, place);
    writer.choose(ShimBuilder::copy(ShimBuilder::at(tag)), {*discriminantNamed(type, "Some")},
                  {isSome}, differs);
    writer.begin(isSome);
    type = type->args.front();
    place = writer.field(writer.variant(place, *some), 0, type);
  }
  mir::LocalIndex tag = writer.local(unit.items.adt(type->def).discriminantType);
  mir::BlockIndex next = writer.newBlock();
  writer.discriminant(tag, place);
  writer.choose(ShimBuilder::copy(ShimBuilder::at(tag)), {*discriminantNamed(type, "Equal")},
                {next}, differs);
  writer.begin(differs);
  writer.use(ShimBuilder::at(0), ShimBuilder::copy(ShimBuilder::at(ordering)));
  writer.give();
  writer.begin(next);
}

bool StructuralWriter::writeCmp() {
  if (!isTuple())
    return bySlice();
  Ty ordering = variantNamed(result, "Some") ? result->args.front() : result;
  std::optional<unsigned> equal = variantNamed(ordering, "Equal");
  if (!equal)
    return false;
  for (unsigned i = 0; i < self->args.size(); ++i) {
    mir::LocalIndex left = borrowed(selfField(1, i)), right = borrowed(selfField(2, i));
    mir::LocalIndex part = writer.local(result);
    writer.call(
        forPart(i),
        {ShimBuilder::copy(ShimBuilder::at(left)), ShimBuilder::copy(ShimBuilder::at(right))},
        ShimBuilder::at(part));
    returnUnlessEqual(part);
  }
  if (ordering == result) {
    writer.aggregate(ShimBuilder::at(0), *equal, {});
  } else {
    mir::LocalIndex value = writer.local(ordering);
    writer.aggregate(ShimBuilder::at(value), *equal, {});
    writer.aggregate(ShimBuilder::at(0), *variantNamed(result, "Some"),
                     {ShimBuilder::copy(ShimBuilder::at(value))});
  }
  writer.give();
  return true;
}

bool StructuralWriter::writePartialCmp() {
  return writeCmp();
}

bool StructuralWriter::writeHash() {
  if (!isTuple())
    return bySlice();
  for (unsigned i = 0; i < self->args.size(); ++i)
    writer.call(forPart(i),
                {ShimBuilder::copy(ShimBuilder::at(borrowed(selfField(1, i)))),
                 ShimBuilder::copy(ShimBuilder::at(2))},
                ShimBuilder::at(0));
  writer.give();
  return true;
}

bool StructuralWriter::writeDefault() {
  if (isTuple()) {
    std::vector<mir::Operand> parts;
    for (unsigned i = 0; i < self->args.size(); ++i) {
      mir::LocalIndex part = writer.local(self->args[i]);
      writer.call(forPart(i), {}, ShimBuilder::at(part));
      parts.push_back(ShimBuilder::move(ShimBuilder::at(part)));
    }
    writer.aggregate(ShimBuilder::at(0), 0, parts);
  } else if (isArray()) {
    writer.loop(writer.word(self->length), [&](mir::LocalIndex index) {
      writer.call(forPart(std::nullopt), {},
                  writer.element(ShimBuilder::at(0), index, self->element()));
    });
  } else {
    return false;
  }
  writer.give();
  return true;
}

/// A function of core::fmt::derive.
DefId StructuralWriter::debugHelper(llvm::StringRef name) {
  DefId trait = unit.defs[instance.def].parent;
  DefId scope = unit.defs.crateRoot(unit.defs[trait].crate);
  for (llvm::StringRef module : {"fmt", "derive"}) {
    std::optional<DefId> inner = unit.defs.lookupIn(scope, module, Namespace::Type);
    if (!inner)
      return noDef;
    scope = *inner;
  }
  return unit.defs.lookupIn(scope, name, Namespace::Value).value_or(noDef);
}

DefId StructuralWriter::formatterMethod(llvm::StringRef name) {
  CrateNumber crate = unit.defs[unit.defs[instance.def].parent].crate;
  DefId formatter = unit.defs.langItem(LangItem::FmtFormatter);
  for (DefId impl : unit.defs.all(DefKind::Impl, crate)) {
    const ImplInfo &info = unit.items.impl(impl);
    if (formatter == noDef || !info.self || !info.self->isAdt(formatter))
      continue;
    if (DefId found = unit.defs.member(impl, name); found != noDef)
      return found;
  }
  return noDef;
}

/// `(1,)`: the comma tells it from an expression in parentheses. Over several lines
/// there is one anyway.
bool StructuralWriter::writeLoneComma(const mir::Operand &formatter) {
  DefId isAlternate = formatterMethod("alternate"), writeText = formatterMethod("write_str");
  if (isAlternate == noDef || writeText == noDef)
    return false;
  mir::LocalIndex answer = writer.local(unit.types.boolean());
  writer.call({isAlternate, {}}, {formatter}, ShimBuilder::at(answer));
  mir::BlockIndex plain = writer.newBlock(), after = writer.newBlock();
  writer.choose(ShimBuilder::copy(ShimBuilder::at(answer)), {0}, {plain}, after);
  writer.begin(plain);
  if (!callOrReturn(writeText, {}, {formatter, writer.text(",")}))
    return false;
  writer.jump(after);
  writer.begin(after);
  return true;
}

/// Calls what gives a fmt::Result, and returns it when it is an error.
bool StructuralWriter::callOrReturn(DefId helper, TypeList args,
                                    std::vector<mir::Operand> operands) {
  std::optional<uint64_t> ok = discriminantNamed(result, "Ok");
  if (helper == noDef || !ok)
    return false;
  mir::LocalIndex tag = writer.local(unit.items.adt(result->def).discriminantType);
  writer.call({helper, args}, std::move(operands), ShimBuilder::at(0));
  writer.discriminant(tag, ShimBuilder::at(0));
  mir::BlockIndex next = writer.newBlock(), failed = writer.newBlock();
  writer.choose(ShimBuilder::copy(ShimBuilder::at(tag)), {*ok}, {next}, failed);
  writer.begin(failed);
  writer.give();
  writer.begin(next);
  return true;
}

bool StructuralWriter::writeDebug() {
  if (!isTuple())
    return bySlice();
  mir::Operand formatter = ShimBuilder::copy(ShimBuilder::at(2));
  if (!callOrReturn(debugHelper("begin_tuple"), {}, {formatter, writer.text("")}))
    return false;
  DefId helper = debugHelper("tuple_field");
  for (unsigned i = 0; i < self->args.size(); ++i) {
    mir::LocalIndex part = borrowed(selfField(1, i));
    if (!callOrReturn(
            helper, unit.types.save({self->args[i]}),
            {formatter, ShimBuilder::copy(ShimBuilder::at(part)), writer.boolean(i == 0)}))
      return false;
  }
  if (self->args.size() == 1 && !writeLoneComma(formatter))
    return false;
  if (!callOrReturn(debugHelper("end_tuple"), {}, {formatter, writer.boolean(!self->args.empty())}))
    return false;
  writer.give();
  return true;
}

std::unique_ptr<mir::Body> makeConstructor(Unit &unit, const Instance &instance,
                                           TypeList parameters, Ty result) {
  ShimBuilder writer(unit, parameters, result);
  const Def &def = unit.defs[instance.def];
  std::vector<mir::Operand> parts;
  for (unsigned i = 0; i < parameters.size(); ++i)
    parts.push_back(ShimBuilder::move(ShimBuilder::at(i + 1)));
  writer.aggregate(ShimBuilder::at(0), def.kind == DefKind::Variant ? def.index : 0, parts);
  writer.give();
  return writer.take();
}

} // namespace

std::unique_ptr<mir::Body> makeShim(Unit &unit, const Instance &instance, Span from) {
  CallShape shape = unit.callShape(instance);
  if (instance.kind == Instance::Kind::Constructor)
    return makeConstructor(unit, instance, shape.parameterTypes, shape.resultType);
  std::unique_ptr<mir::Body> body;
  if (!instance.args.empty())
    body = StructuralWriter(unit, instance, shape.parameterTypes, shape.resultType).write();
  if (!body)
    unit.error(from, "`" + unit.defs.path(instance.def) + "` cannot be made for the type `" +
                         (instance.args.empty() ? std::string("?")
                                                : toString(instance.args.front(), unit.defs)) +
                         "`");
  return body;
}

} // namespace cratec::rust::ir
