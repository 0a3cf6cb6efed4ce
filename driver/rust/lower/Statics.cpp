//===- Statics.cpp - variables and constants in memory ------------------------===//

#include "driver/rust/lower/Unit.h"

#include <llvm/IR/Constants.h>
#include <llvm/Transforms/Utils/ModuleUtils.h>

namespace cratec::rust::ir {

void Image::putInteger(uint64_t offset, uint64_t value, unsigned size) {
  for (unsigned i = 0; i < size && offset + i < bytes.size(); ++i)
    bytes[offset + i] = i < 8 ? static_cast<uint8_t>(value >> (8 * i)) : 0;
}

/// Bytes as they are; addresses among them make it a packed struct.
llvm::Constant *Unit::initializer(const Image &image) {
  auto bytesBetween = [&](uint64_t begin, uint64_t end) -> llvm::Constant * {
    llvm::ArrayRef<uint8_t> part(image.bytes.data() + begin, end - begin);
    if (llvm::all_of(part, [](uint8_t byte) { return byte == 0; }))
      return llvm::ConstantAggregateZero::get(llvm::ArrayType::get(byteType(), part.size()));
    return llvm::ConstantDataArray::get(context, part);
  };
  if (image.addresses.empty())
    return bytesBetween(0, image.bytes.size());

  std::vector<llvm::Constant *> parts;
  uint64_t end = 0;
  for (auto [offset, address] : image.addresses) {
    if (offset > end)
      parts.push_back(bytesBetween(end, offset));
    parts.push_back(address);
    end = offset + 8;
  }
  if (end < image.bytes.size())
    parts.push_back(bytesBetween(end, image.bytes.size()));
  return llvm::ConstantStruct::getAnon(context, parts, /*Packed=*/true);
}

llvm::Constant *Unit::constantAddress(const Image &image) {
  if (image.bytes.empty())
    return llvm::ConstantExpr::getIntToPtr(llvm::ConstantInt::get(wordType(), image.align),
                                           pointerType());
  auto &known = constants[{image.bytes, {image.addresses.begin(), image.addresses.end()}}];
  if (!known) {
    llvm::Constant *value = initializer(image);
    known = new llvm::GlobalVariable(*module, value->getType(), /*isConstant=*/true,
                                     llvm::GlobalValue::PrivateLinkage, value,
                                     "const." + llvm::Twine(constants.size()));
    known->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
    known->setAlignment(llvm::Align(image.align));
  }
  if (known->getAlign().valueOrOne().value() < image.align)
    known->setAlignment(llvm::Align(image.align));
  return known;
}

llvm::Constant *Unit::textAddress(llvm::StringRef text) {
  Image image;
  image.bytes.assign(text.bytes_begin(), text.bytes_end());
  return constantAddress(image);
}

llvm::Constant *Unit::textPair(llvm::StringRef text) {
  return llvm::ConstantStruct::get(
      pairType(), {textAddress(text), llvm::ConstantInt::get(wordType(), text.size())});
}

bool Unit::hasInteriorMutability(Ty type) {
  switch (type->kind) {
  case Type::Kind::Array:
    return hasInteriorMutability(type->element());
  case Type::Kind::Tuple:
    return llvm::any_of(type->args, [&](Ty field) { return hasInteriorMutability(field); });
  case Type::Kind::Adt: {
    if (type->def == defs.langItem(LangItem::UnsafeCell))
      return true;
    const AdtInfo &adt = items.adt(type->def);
    for (unsigned i = 0; i < adt.variants.size(); ++i)
      for (Ty field : layouts.fields(type, i))
        if (hasInteriorMutability(field))
          return true;
    return false;
  }
  default:
    return false;
  }
}

void Unit::setStaticLinkage(llvm::GlobalVariable &variable, DefId def, bool isPlain) {
  if (!isPlain && !isNamedElsewhere(def))
    variable.setLinkage(llvm::GlobalValue::InternalLinkage);
}

llvm::Constant *Unit::staticAddress(DefId id) {
  if (auto found = statics.find(id); found != statics.end())
    return found->second;
  const Def &def = defs[id];
  std::optional<std::string> plain = mangler.plainName(id);
  std::string symbol = plain ? *plain : mangler.staticItem(id);
  bool isHere = !def.isForeign && def.crate == localCrateNumber;
  if (!isHere)
    if (llvm::GlobalValue *existing = module->getNamedValue(symbol))
      return existing;

  Ty type = items.typeOf(id);
  const Layout &shape = layout(type, def.span);
  auto *variable = new llvm::GlobalVariable(
      *module, llvm::ArrayType::get(byteType(), shape.size), /*isConstant=*/false,
      llvm::GlobalValue::ExternalLinkage, nullptr, isHere ? "" : symbol);
  variable->setAlignment(llvm::Align(shape.align));
  statics[id] = variable;
  if (!isHere)
    return variable;

  if (plain) {
    auto [owner, isNew] = symbolOwners.try_emplace(symbol, id);
    if (!isNew && owner->second != id)
      error(def.span, "symbol `" + symbol + "` is already defined");
  }
  variable->setName(symbol);
  setStaticLinkage(*variable, id, plain.has_value());
  staticQueue.push_back(id);
  return variable;
}

void Unit::queueStatic(DefId def) {
  staticAddress(def);
}

void Unit::defineStatic(DefId id) {
  std::optional<ConstValue> value = source.constant(id, {});
  if (!value) // has been said
    return;
  const Def &def = defs[id];
  Ty type = items.typeOf(id);
  llvm::Constant *content = isAllZero(*value)
                                ? llvm::ConstantAggregateZero::get(
                                      llvm::ArrayType::get(byteType(), layouts.of(type).size))
                                : initializer(imageOf(*value, type));

  // The address may be in use already, with a type of the same size but another shape.
  llvm::GlobalVariable *declared = statics[id];
  auto *variable = declared;
  const auto *item = llvm::dyn_cast_or_null<ast::ValueItem>(def.item);
  if (content->getType() != declared->getValueType()) {
    variable = new llvm::GlobalVariable(*module, content->getType(), false, declared->getLinkage(),
                                        nullptr, "", declared);
    variable->setAlignment(declared->getAlign());
    variable->takeName(declared);
    statics[id] = variable;
  }
  variable->setInitializer(content);
  if (variable != declared) {
    declared->replaceAllUsesWith(variable);
    replaced.push_back(declared);
  }
  variable->setConstant(item && !item->isMutable && !hasInteriorMutability(type));
  if (!item)
    return;
  if (const ast::MetaItem *section = ast::findAttribute(item->attributes, "link_section");
      section && section->value)
    variable->setSection(*section->value);
  if (ast::findAttribute(item->attributes, "used"))
    llvm::appendToUsed(*module, {variable});
  if (debug)
    debug->describeStatic(id, type, *variable);
}

} // namespace cratec::rust::ir
