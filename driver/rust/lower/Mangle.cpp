//===- Mangle.cpp - names of symbols ------------------------------------------===//

#include "driver/rust/lower/Mangle.h"

#include <llvm/ADT/StringExtras.h>

namespace cratec::rust::ir {

namespace {

/// "_" for 0, else the digits of one less.
std::string base62(uint64_t number) {
  constexpr llvm::StringLiteral digits =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::string text = "_";
  if (number-- == 0)
    return text;
  do {
    text.insert(text.begin(), digits[number % 62]);
    number /= 62;
  } while (number);
  return text;
}

/// A disambiguator of zero is left out.
std::string disambiguator(uint64_t number) {
  return number ? "s" + base62(number - 1) : "";
}

std::string identifier(llvm::StringRef name) {
  std::string text = std::to_string(name.size());
  // The digits end where a letter begins.
  if (!name.empty() && (llvm::isDigit(name.front()) || name.front() == '_'))
    text += "_";
  return text + name.str();
}

llvm::StringRef basicType(Ty type) {
  switch (type->kind) {
  case Type::Kind::Bool:
    return "b";
  case Type::Kind::Char:
    return "c";
  case Type::Kind::Str:
    return "e";
  case Type::Kind::Never:
    return "z";
  case Type::Kind::Float:
    return type->floatBits == 32 ? "f" : "d";
  case Type::Kind::Tuple:
    return type->args.empty() ? "u" : "";
  case Type::Kind::Int: {
    constexpr llvm::StringLiteral letters = "aslxihtmyj";
    return letters.substr(static_cast<unsigned>(type->intKind), 1);
  }
  case Type::Kind::Param:
  case Type::Kind::Infer:
  case Type::Kind::Error:
  case Type::Kind::Projection:
    return "p";
  default:
    return "";
  }
}

} // namespace

/// Writes one symbol. Positions, for back references, count from after "_R".
class SymbolWriter {
public:
  SymbolWriter(Items &items, Mangler &mangler) : items(items), defs(items.defs), mangler(mangler) {}

  void instance(const Instance &instance);
  void path(DefId def, TypeList args);
  void crateRoot(CrateNumber crate);
  std::string take() { return "_R" + std::move(out); }

  void type(Ty type);

private:
  void typeParts(Ty type);
  void functionPointer(Ty type);
  void nested(char space, DefId parent, TypeList args, llvm::StringRef name, uint64_t number);
  void parentPath(DefId parent, TypeList args, uint64_t &number);
  void implPath(DefId impl, TypeList args);
  void traitPath(DefId trait, TypeList args);
  void generics(TypeList args);
  void dropGlue(Ty type);
  bool refer(const std::tuple<int, DefId, std::vector<Ty>> &key);

  Items &items;
  const Definitions &defs;
  Mangler &mangler;
  std::string out;
  std::map<std::tuple<int, DefId, std::vector<Ty>>, size_t> positions;
};

/// Writes a reference back to where the same thing stands already; else remembers the place.
bool SymbolWriter::refer(const std::tuple<int, DefId, std::vector<Ty>> &key) {
  auto [found, isNew] = positions.try_emplace(key, out.size());
  if (isNew)
    return false;
  out += "B" + base62(found->second);
  return true;
}

void SymbolWriter::crateRoot(CrateNumber crate) {
  if (refer({0, defs.crateRoot(crate), {}}))
    return;
  const CrateInput &input = defs.crates()[crate];
  uint64_t number = 0;
  llvm::StringRef(input.disambiguator).take_front(16).getAsInteger(16, number);
  out += "C" + disambiguator(number) + identifier(input.name);
}

/// The path of what a thing stands in. Blocks are left out and counted into `number`.
void SymbolWriter::parentPath(DefId parent, TypeList args, uint64_t &number) {
  if (parent != noDef && defs[parent].kind == DefKind::Module && !defs[parent].item) {
    const Mangler::BlockPlace &place = mangler.placeOf(parent);
    number += place.number;
    return path(place.function, {});
  }
  path(parent, args);
}

void SymbolWriter::nested(char space, DefId parent, TypeList args, llvm::StringRef name,
                          uint64_t number) {
  out += 'N';
  out += space;
  parentPath(parent, args, number);
  out += disambiguator(number) + identifier(name);
}

void SymbolWriter::generics(TypeList args) {
  for (Ty arg : args)
    type(arg);
  out += 'E';
}

void SymbolWriter::traitPath(DefId trait, TypeList args) {
  path(trait, args);
}

/// `args` are of the impl's parameters. The path of the module it stands in tells impls apart.
void SymbolWriter::implPath(DefId impl, TypeList args) {
  const ImplInfo &info = items.impl(impl);
  auto put = [&](Ty type) { return items.normalize(items.types.substitute(type, args)); };
  uint64_t number = 0;
  DefId parent = defs[impl].parent;
  if (parent != noDef && defs[parent].kind == DefKind::Module && !defs[parent].item)
    number = mangler.placeOf(parent).number;
  out += info.trait ? "X" : "M";
  out += disambiguator(number);
  parentPath(parent, {}, number);
  type(put(info.self));
  if (!info.trait)
    return;
  std::vector<Ty> traitArgs;
  for (Ty arg : llvm::drop_begin(info.trait->args))
    traitArgs.push_back(put(arg));
  traitPath(info.trait->trait, traitArgs);
}

/// With `args` of all parameters, the parents' first; of a Trait without Self.
void SymbolWriter::path(DefId def, TypeList args) {
  if (def == noDef)
    return crateRoot(localCrateNumber);
  const Def &item = defs[def];
  if (item.kind == DefKind::Module && def == defs.crateRoot(item.crate))
    return crateRoot(item.crate);
  if (refer({1, def, args.vec()}))
    return;
  // Its arguments are in the types that it is of.
  if (item.kind == DefKind::Impl)
    return implPath(def, args);

  size_t parents = 0;
  bool inImpl = item.parent != noDef && defs[item.parent].kind == DefKind::Impl;
  bool inTrait = item.parent != noDef && defs[item.parent].kind == DefKind::Trait;
  if (inImpl || inTrait)
    parents = std::min<size_t>(items.generics(item.parent).count(), args.size());
  TypeList own = args.drop_front(parents), outer = args.take_front(parents);

  if (!own.empty())
    out += 'I';
  switch (item.kind) {
  case DefKind::Module:
  case DefKind::Struct:
  case DefKind::Enum:
  case DefKind::Trait:
    nested('t', item.parent, {}, item.name, 0);
    break;
  default:
    if (inTrait && !outer.empty()) {
      // <T as Trait<…>>::name, with the impl-less path that a default body has
      out += "Nv";
      out += 'Y';
      type(outer.front());
      traitPath(item.parent, outer.drop_front());
      out += identifier(item.name);
      break;
    }
    nested('v', item.parent, outer, item.name, 0);
    break;
  }
  if (!own.empty())
    generics(own);
}

void SymbolWriter::functionPointer(Ty type) {
  out += 'F';
  if (type->isUnsafe)
    out += 'U';
  if (type->abi == Type::Abi::C)
    out += "KC";
  for (Ty parameter : type->parameters())
    this->type(parameter);
  if (type->isVariadic)
    out += 'v';
  out += 'E';
  this->type(type->result());
}

void SymbolWriter::typeParts(Ty type) {
  switch (type->kind) {
  case Type::Kind::Reference:
    out += type->isMutable ? 'Q' : 'R';
    return this->type(type->element());
  case Type::Kind::Pointer:
    out += type->isMutable ? 'O' : 'P';
    return this->type(type->element());
  case Type::Kind::Slice:
    out += 'S';
    return this->type(type->element());
  case Type::Kind::Array:
    out += 'A';
    this->type(type->element());
    out += "j" + llvm::utohexstr(type->length, true) + "_";
    return;
  case Type::Kind::Tuple:
    out += 'T';
    return generics(type->args);
  case Type::Kind::FnPointer:
    return functionPointer(type);
  default:
    return;
  }
}

void SymbolWriter::type(Ty type) {
  if (llvm::StringRef basic = basicType(type); !basic.empty()) {
    out += basic;
    return;
  }
  // A named type is a path, also where it is referred back to.
  if (type->is(Type::Kind::Adt) || type->is(Type::Kind::FnDef))
    return path(type->def, type->args);
  if (!refer({2, 0, {type}}))
    typeParts(type);
}

void SymbolWriter::dropGlue(Ty type) {
  DefId drop = defs.langItem(LangItem::Drop);
  out += "INvNt";
  crateRoot(drop == noDef ? localCrateNumber : defs[drop].crate);
  out += identifier("ptr") + identifier("drop_in_place");
  generics({type});
}

void SymbolWriter::instance(const Instance &instance) {
  if (instance.kind == Instance::Kind::DropGlue)
    dropGlue(instance.type);
  else
    path(instance.def, instance.args);
}

std::string Mangler::function(const Instance &instance, bool isLocalCopy) {
  SymbolWriter writer(items, *this);
  writer.instance(instance);
  if (isLocalCopy)
    writer.crateRoot(localCrateNumber);
  return writer.take();
}

std::string Mangler::staticItem(DefId def) {
  SymbolWriter writer(items, *this);
  writer.path(def, {});
  return writer.take();
}

std::string Mangler::type(Ty type) {
  SymbolWriter writer(items, *this);
  writer.type(type);
  return writer.take().substr(2);
}

std::optional<std::string> Mangler::plainName(DefId id) const {
  const Def &def = items.defs[id];
  if (!def.item)
    return std::nullopt;
  const ast::Attributes &attributes = def.item->attributes;
  if (const ast::MetaItem *name = ast::findAttribute(attributes, "link_name");
      name && def.isForeign && name->value)
    return name->value;
  if (const ast::MetaItem *name = ast::findAttribute(attributes, "export_name");
      name && name->value)
    return name->value;
  if (def.isForeign || ast::findAttribute(attributes, "no_mangle"))
    return def.name.str();
  return std::nullopt;
}

/// The smallest item with a body that stands around a place of the text.
DefId Mangler::itemAround(uint32_t position, CrateNumber crate) const {
  const Definitions &defs = items.defs;
  DefId innermost = noDef;
  for (DefId id = 0; id < defs.size(); ++id) {
    const Def &def = defs[id];
    bool hasBody = def.kind == DefKind::Function || def.kind == DefKind::Method ||
                   def.kind == DefKind::TraitMethod || def.kind == DefKind::Const ||
                   def.kind == DefKind::AssociatedConst || def.kind == DefKind::Static;
    if (!hasBody || def.crate != crate || !def.item || def.isForeign)
      continue;
    Span span = def.item->span;
    if (span.begin < position && position < span.end &&
        (innermost == noDef || defs[innermost].item->span.begin < span.begin))
      innermost = id;
  }
  return innermost;
}

void Mangler::placeBlocks() {
  const Definitions &defs = items.defs;
  // An item of the block tells where it stands; a block's module has no text of its own.
  std::map<DefId, uint32_t> begins;
  for (DefId id = 0; id < defs.size(); ++id)
    if (const Def &def = defs[id]; def.kind == DefKind::Module && !def.item)
      begins[id] = def.span.begin;
    else if (auto found = begins.find(def.parent);
             found != begins.end() && def.item && def.item->span.isKnown())
      found->second = def.item->span.begin;

  std::map<DefId, unsigned> counts;
  for (auto [block, position] : begins) {
    DefId around = itemAround(position, defs[block].crate);
    if (around == noDef)
      around = defs.crateRoot(defs[block].crate);
    blocks[block] = {around, counts[around]++};
  }
}

const Mangler::BlockPlace &Mangler::placeOf(DefId block) {
  if (blocks.empty())
    placeBlocks();
  return blocks[block];
}

} // namespace cratec::rust::ir
