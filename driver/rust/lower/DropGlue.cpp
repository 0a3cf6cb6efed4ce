//===- DropGlue.cpp - what dropping a type means ------------------------------===//
//
// First the type's own Drop::drop, then its parts in their order. A Box drops what it points at,
// then gives the memory back.
//
//===----------------------------------------------------------------------===//

#include "driver/rust/lower/ShimBuilder.h"

namespace cratec::rust::ir {

namespace {

class GlueWriter {
public:
  GlueWriter(Unit &unit, Ty type)
      : unit(unit), type(type), writer(unit, {unit.types.pointer(type, true)}, unit.types.unit()),
        target(writer.deref(ShimBuilder::at(1))) {}

  std::unique_ptr<mir::Body> write() {
    switch (type->kind) {
    case Type::Kind::Array:
      writer.loop(writer.word(type->length), [&](mir::LocalIndex index) {
        writer.drop(writer.element(target, index, type->element()));
      });
      break;
    case Type::Kind::Slice:
      dropSlice();
      break;
    case Type::Kind::Tuple:
      for (unsigned i = 0; i < type->args.size(); ++i)
        writer.drop(writer.field(target, i, type->args[i]));
      break;
    case Type::Kind::Adt:
      dropAdt();
      break;
    default:
      break;
    }
    writer.give();
    return writer.take();
  }

private:
  void dropSlice() {
    mir::LocalIndex count = writer.local(unit.types.usize());
    writer.length(count, target);
    writer.loop(ShimBuilder::copy(ShimBuilder::at(count)), [&](mir::LocalIndex index) {
      writer.drop(writer.element(target, index, type->element()));
    });
  }

  void dropBox() {
    writer.drop(writer.deref(target));
    DefId free = unit.defs.langItem(LangItem::BoxFree);
    if (free == noDef)
      return;
    mir::LocalIndex nothing = writer.local(unit.types.unit());
    Ty content = type->args.front();
    writer.call({free, unit.types.save({content})},
                {ShimBuilder::copy(writer.field(target, 0, unit.types.pointer(content, true)))},
                ShimBuilder::at(nothing));
  }

  void dropAdt() {
    const AdtInfo &adt = unit.items.adt(type->def);
    if (type->def == unit.defs.langItem(LangItem::OwnedBox))
      return dropBox();
    if (adt.dropMethod != noDef) {
      mir::LocalIndex self = writer.local(unit.types.reference(type, true));
      mir::LocalIndex nothing = writer.local(unit.types.unit());
      writer.borrow(self, target, true);
      // The impl's parameters are the type's, in the order that its impl gives them.
      writer.call({adt.dropMethod, dropArguments(adt.dropMethod)},
                  {ShimBuilder::copy(ShimBuilder::at(self))}, ShimBuilder::at(nothing));
    }
    if (!adt.isEnum)
      return dropFields(target, 0);
    dropVariants(adt);
  }

  TypeList dropArguments(DefId method) {
    const ImplInfo &impl = unit.items.impl(unit.defs[method].parent);
    std::vector<Ty> args(unit.items.generics(method).count(), unit.types.error());
    for (size_t i = 0; i < impl.self->args.size() && i < type->args.size(); ++i)
      if (Ty param = impl.self->args[i]; param->is(Type::Kind::Param) && param->index < args.size())
        args[param->index] = type->args[i];
    return unit.types.save(args);
  }

  void dropFields(const mir::Place &place, unsigned variant) {
    std::vector<Ty> fields = unit.layouts.fields(type, variant);
    for (unsigned i = 0; i < fields.size(); ++i)
      writer.drop(writer.field(place, i, fields[i]));
  }

  void dropVariants(const AdtInfo &adt) {
    mir::LocalIndex tag = writer.local(adt.discriminantType);
    writer.discriminant(tag, target);
    mir::BlockIndex after = writer.newBlock();
    std::vector<uint64_t> values;
    std::vector<mir::BlockIndex> targets;
    for (unsigned i = 0; i < adt.variants.size(); ++i) {
      bool matters = llvm::any_of(unit.layouts.fields(type, i),
                                  [&](Ty field) { return unit.items.needsDrop(field); });
      if (!matters)
        continue;
      values.push_back(static_cast<uint64_t>(adt.variants[i].discriminant));
      targets.push_back(writer.newBlock());
    }
    std::vector<mir::BlockIndex> begins = targets;
    writer.choose(ShimBuilder::copy(ShimBuilder::at(tag)), values, targets, after);
    size_t next = 0;
    for (unsigned i = 0; i < adt.variants.size() && next < begins.size(); ++i) {
      if (static_cast<uint64_t>(adt.variants[i].discriminant) != values[next])
        continue;
      writer.begin(begins[next++]);
      dropFields(writer.variant(target, i), i);
      writer.jump(after);
    }
    writer.begin(after);
  }

  Unit &unit;
  Ty type;
  ShimBuilder writer;
  mir::Place target;
};

} // namespace

std::unique_ptr<mir::Body> makeDropGlue(Unit &unit, Ty type) {
  return GlueWriter(unit, type).write();
}

} // namespace cratec::rust::ir
