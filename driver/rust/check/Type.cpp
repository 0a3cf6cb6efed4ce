//===- Type.cpp - types, each once ----------------------------------------===//

#include "driver/rust/check/Type.h"

#include "driver/rust/source/Arena.h"

#include <fmt/format.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/Hashing.h>
#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using llvm::StringRef;

namespace {

bool sameType(const Type &a, const Type &b) {
  return a.kind == b.kind && a.intKind == b.intKind && a.floatBits == b.floatBits &&
         a.isMutable == b.isMutable && a.isUnsafe == b.isUnsafe && a.isVariadic == b.isVariadic &&
         a.abi == b.abi && a.inferKind == b.inferKind && a.index == b.index &&
         a.length == b.length && a.def == b.def && a.name == b.name && a.args == b.args;
}

/// Tells types apart by what they say, not by where they lie.
struct ByContent {
  static Ty getEmptyKey() { return llvm::DenseMapInfo<Ty>::getEmptyKey(); }
  static Ty getTombstoneKey() { return llvm::DenseMapInfo<Ty>::getTombstoneKey(); }
  static unsigned getHashValue(const Type &type) {
    return static_cast<unsigned>(llvm::hash_combine(
        type.kind, type.intKind, type.floatBits, type.isMutable, type.isUnsafe, type.isVariadic,
        type.abi, type.inferKind, type.index, type.length, type.def, type.name,
        llvm::hash_combine_range(type.args.begin(), type.args.end())));
  }
  static unsigned getHashValue(Ty type) { return getHashValue(*type); }
  static bool isEqual(Ty a, Ty b) { return a == b; }
  static bool isEqual(const Type &a, Ty b) {
    return b != getEmptyKey() && b != getTombstoneKey() && sameType(a, *b);
  }
};

Type plain(Type::Kind kind) {
  Type type{};
  type.kind = kind;
  return type;
}

} // namespace

struct TypeContext::Implementation {
  Arena arena;
  llvm::BumpPtrAllocator lists;
  llvm::DenseSet<Ty, ByContent> types;
};

// ---- making ----

TypeContext::TypeContext() : implementation(std::make_unique<Implementation>()) {
  boolType = intern(plain(Type::Kind::Bool));
  charType = intern(plain(Type::Kind::Char));
  strType = intern(plain(Type::Kind::Str));
  neverType = intern(plain(Type::Kind::Never));
  unitType = intern(plain(Type::Kind::Tuple));
  errorType = intern(plain(Type::Kind::Error));
}

TypeContext::~TypeContext() = default;

Ty TypeContext::intern(Type type) {
  auto found = implementation->types.find_as(type);
  if (found != implementation->types.end())
    return *found;
  type.args = save(type.args);
  type.name = implementation->arena.save(type.name);
  type.hasInfer = type.is(Type::Kind::Infer);
  type.hasParam = type.is(Type::Kind::Param) || type.is(Type::Kind::Projection);
  type.hasError = type.is(Type::Kind::Error);
  for (Ty inside : type.args) {
    type.hasInfer |= inside->hasInfer;
    type.hasParam |= inside->hasParam;
    type.hasError |= inside->hasError;
  }
  Ty made = implementation->arena.make<Type>(type);
  implementation->types.insert(made);
  return made;
}

TypeList TypeContext::save(TypeList types) {
  if (types.empty())
    return {};
  Ty *copy = implementation->lists.Allocate<Ty>(types.size());
  llvm::copy(types, copy);
  return {copy, types.size()};
}

Ty TypeContext::integer(IntKind kind) {
  Type type = plain(Type::Kind::Int);
  type.intKind = kind;
  return intern(type);
}

Ty TypeContext::floating(unsigned bits) {
  Type type = plain(Type::Kind::Float);
  type.floatBits = bits;
  return intern(type);
}

Ty TypeContext::adt(DefId def, TypeList args) {
  Type type = plain(Type::Kind::Adt);
  type.def = def;
  type.args = args;
  return intern(type);
}

Ty TypeContext::reference(Ty to, bool isMutable) {
  Type type = plain(Type::Kind::Reference);
  type.isMutable = isMutable;
  type.args = to;
  return intern(type);
}

Ty TypeContext::pointer(Ty to, bool isMutable) {
  Type type = plain(Type::Kind::Pointer);
  type.isMutable = isMutable;
  type.args = to;
  return intern(type);
}

Ty TypeContext::slice(Ty element) {
  Type type = plain(Type::Kind::Slice);
  type.args = element;
  return intern(type);
}

Ty TypeContext::array(Ty element, uint64_t length) {
  Type type = plain(Type::Kind::Array);
  type.args = element;
  type.length = length;
  return intern(type);
}

Ty TypeContext::tuple(TypeList elements) {
  Type type = plain(Type::Kind::Tuple);
  type.args = elements;
  return intern(type);
}

Ty TypeContext::fnPointer(TypeList parameters, Ty result, Type::Abi abi, bool isUnsafe,
                          bool isVariadic) {
  std::vector<Ty> args(parameters.begin(), parameters.end());
  args.push_back(result);
  Type type = plain(Type::Kind::FnPointer);
  type.abi = abi;
  type.isUnsafe = isUnsafe;
  type.isVariadic = isVariadic;
  type.args = args;
  return intern(type);
}

Ty TypeContext::fnDef(DefId def, TypeList args) {
  Type type = plain(Type::Kind::FnDef);
  type.def = def;
  type.args = args;
  return intern(type);
}

Ty TypeContext::param(unsigned index, StringRef name) {
  Type type = plain(Type::Kind::Param);
  type.index = index;
  type.name = name;
  return intern(type);
}

Ty TypeContext::projection(Ty self, DefId associatedType) {
  Type type = plain(Type::Kind::Projection);
  type.def = associatedType;
  type.args = self;
  return intern(type);
}

Ty TypeContext::projection(TypeList traitArguments, DefId associatedType) {
  Type type = plain(Type::Kind::Projection);
  type.def = associatedType;
  type.args = traitArguments;
  return intern(type);
}

Ty TypeContext::infer(unsigned index, Type::Infer kind) {
  Type type = plain(Type::Kind::Infer);
  type.index = index;
  type.inferKind = kind;
  return intern(type);
}

Ty TypeContext::primitive(PrimitiveType type) {
  switch (type) {
  case PrimitiveType::Bool:
    return boolean();
  case PrimitiveType::Char:
    return character();
  case PrimitiveType::Str:
    return str();
  case PrimitiveType::I8:
    return integer(IntKind::I8);
  case PrimitiveType::I16:
    return integer(IntKind::I16);
  case PrimitiveType::I32:
    return integer(IntKind::I32);
  case PrimitiveType::I64:
    return integer(IntKind::I64);
  case PrimitiveType::Isize:
    return integer(IntKind::Isize);
  case PrimitiveType::U8:
    return integer(IntKind::U8);
  case PrimitiveType::U16:
    return integer(IntKind::U16);
  case PrimitiveType::U32:
    return integer(IntKind::U32);
  case PrimitiveType::U64:
    return integer(IntKind::U64);
  case PrimitiveType::Usize:
    return integer(IntKind::Usize);
  case PrimitiveType::F32:
    return floating(32);
  case PrimitiveType::F64:
    return floating(64);
  }
  return error();
}

// ---- substituting ----

Ty TypeContext::substitute(Ty type, TypeList args) {
  if (!type->hasParam || args.empty())
    return type;
  if (type->is(Type::Kind::Param))
    return type->index < args.size() ? args[type->index] : type;
  Type replaced = *type;
  std::vector<Ty> inside = substitute(type->args, args);
  replaced.args = inside;
  return intern(replaced);
}

std::vector<Ty> TypeContext::substitute(TypeList types, TypeList args) {
  std::vector<Ty> result;
  result.reserve(types.size());
  for (Ty type : types)
    result.push_back(substitute(type, args));
  return result;
}

// ---- printing ----

StringRef cratec::rust::spelling(IntKind kind) {
  static constexpr StringRef names[] = {"i8", "i16", "i32", "i64", "isize",
                                        "u8", "u16", "u32", "u64", "usize"};
  return names[static_cast<size_t>(kind)];
}

namespace {

/// Prints one type onto the end of a text.
class TypePrinter {
public:
  TypePrinter(const Definitions &defs, std::string &out) : defs(defs), out(out) {}

  void print(Ty type) {
    switch (type->kind) {
    case Type::Kind::Bool:
      out += "bool";
      return;
    case Type::Kind::Char:
      out += "char";
      return;
    case Type::Kind::Int:
      out += spelling(type->intKind);
      return;
    case Type::Kind::Float:
      out += type->floatBits == 32 ? "f32" : "f64";
      return;
    case Type::Kind::Str:
      out += "str";
      return;
    case Type::Kind::Never:
      out += "!";
      return;
    case Type::Kind::Adt:
      out += defs[type->def].name;
      arguments("<", type->args);
      return;
    case Type::Kind::Reference:
      prefixed(type->isMutable ? "&mut " : "&", type);
      return;
    case Type::Kind::Pointer:
      prefixed(type->isMutable ? "*mut " : "*const ", type);
      return;
    case Type::Kind::Slice:
      prefixed("[", type);
      out += "]";
      return;
    case Type::Kind::Array:
      prefixed("[", type);
      out += fmt::format("; {}]", type->length);
      return;
    case Type::Kind::Tuple:
      tuple(type->args);
      return;
    case Type::Kind::FnPointer:
      fnPointer(type);
      return;
    case Type::Kind::FnDef:
      fnDef(type);
      return;
    case Type::Kind::Param:
      out += type->name;
      return;
    case Type::Kind::Projection:
      projection(type);
      return;
    case Type::Kind::Infer:
      infer(type->inferKind);
      return;
    case Type::Kind::Error:
      out += "{type error}";
      return;
    }
  }

private:
  void prefixed(StringRef prefix, Ty type) {
    out += prefix;
    print(type->element());
  }

  void list(TypeList types) {
    bool first = true;
    for (Ty type : types) {
      if (!first)
        out += ", ";
      first = false;
      print(type);
    }
  }

  void arguments(StringRef open, TypeList types) {
    if (types.empty())
      return;
    out += open;
    list(types);
    out += ">";
  }

  void tuple(TypeList elements) {
    out += "(";
    list(elements);
    out += elements.size() == 1 ? ",)" : ")";
  }

  void fnPointer(Ty type) {
    if (type->isUnsafe)
      out += "unsafe ";
    if (type->abi == Type::Abi::C)
      out += "extern \"C\" ";
    else if (type->abi == Type::Abi::Intrinsic)
      out += "extern \"rust-intrinsic\" ";
    out += "fn(";
    list(type->parameters());
    if (type->isVariadic)
      out += type->parameters().empty() ? "..." : ", ...";
    out += ")";
    if (!type->result()->isUnit()) {
      out += " -> ";
      print(type->result());
    }
  }

  /// The signature is Items' to know; the name tells as much.
  void fnDef(Ty type) {
    const Def &def = defs[type->def];
    out += "fn item {";
    if (def.parent != noDef && (def.kind == DefKind::Variant || def.kind == DefKind::TraitMethod)) {
      out += defs[def.parent].name;
      out += "::";
    }
    out += def.name;
    arguments("::<", type->args);
    out += "}";
  }

  void projection(Ty type) {
    const Def &def = defs[type->def];
    out += "<";
    print(type->element());
    if (def.parent != noDef) {
      out += " as ";
      out += defs[def.parent].name;
    }
    out += ">::";
    out += def.name;
  }

  void infer(Type::Infer kind) {
    switch (kind) {
    case Type::Infer::Any:
      out += "_";
      return;
    case Type::Infer::Int:
      out += "{integer}";
      return;
    case Type::Infer::Float:
      out += "{float}";
      return;
    }
  }

  const Definitions &defs;
  std::string &out;
};

} // namespace

std::string cratec::rust::toString(Ty type, const Definitions &defs) {
  std::string text;
  TypePrinter(defs, text).print(type);
  return text;
}
