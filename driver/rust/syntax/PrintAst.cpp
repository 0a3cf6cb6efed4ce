//===- PrintAst.cpp - items, paths and types as text ----------------------===//

#include "driver/rust/syntax/AstPrinter.h"
#include "driver/rust/syntax/Parse.h"

#include <fmt/format.h>

using namespace cratec::rust;
using namespace cratec::rust::ast;
using llvm::StringRef;

std::string cratec::rust::printAst(const Crate &crate) {
  AstPrinter printer;
  printer.print(crate.root);
  return printer.take();
}

void AstPrinter::print(const Module &root) {
  attributes(root.attributes, true);
  items(root.items);
}

void AstPrinter::line() {
  out.append(2 * size_t(depth), ' ');
}

void AstPrinter::quoted(StringRef t) {
  text("\"");
  for (char c : t) {
    if (c == '\n')
      text("\\n");
    else if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  text("\"");
}

// ---- attributes ----

void AstPrinter::attribute(const MetaItem &item) {
  text(item.name);
  if (item.value) {
    if (!item.name.empty())
      text(" = ");
    quoted(*item.value);
  }
  if (!item.isList)
    return;
  text("(");
  list(item.items, ", ", [&](const MetaItem &each) { attribute(each); });
  text(")");
}

void AstPrinter::attributes(const Attributes &list, bool isInner) {
  for (const MetaItem &item : list) {
    line();
    text(isInner ? "#![" : "#[");
    attribute(item);
    text("]\n");
  }
}

// ---- paths and types ----

void AstPrinter::arguments(const PathSegment &s) {
  text("<");
  list(s.arguments, ", ", [&](const TypeExpr *t) { type(t); });
  text(">");
}

void AstPrinter::segment(const PathSegment &s, bool isExpression) {
  text(s.ident.name);
  if (!s.hasArguments)
    return;
  if (isExpression)
    text("::");
  arguments(s);
}

void AstPrinter::path(const Path &p, bool isExpression) {
  if (p.global)
    text("::");
  list(p.segments, "::", [&](const PathSegment &s) { segment(s, isExpression); });
}

void AstPrinter::functionType(const TypeExpr &t) {
  if (t.isUnsafe)
    text("unsafe ");
  if (t.abi) {
    text("extern ");
    quoted(*t.abi);
    text(" ");
  }
  text("fn(");
  list(t.elements, ", ", [&](const TypeExpr *e) { type(e); });
  if (t.isVariadic)
    text(t.elements.empty() ? "..." : ", ...");
  text(")");
  if (t.result) {
    text(" -> ");
    type(t.result);
  }
}

void AstPrinter::type(const TypeExpr *t) {
  if (!t)
    return text("()");
  switch (t->kind) {
  case TypeExpr::Kind::Path:
    return path(t->path);
  case TypeExpr::Kind::Reference:
    text(t->isMutable ? "&mut " : "&");
    return type(t->inner);
  case TypeExpr::Kind::Pointer:
    text(t->isMutable ? "*mut " : "*const ");
    return type(t->inner);
  case TypeExpr::Kind::Slice:
  case TypeExpr::Kind::Array:
    text("[");
    type(t->inner);
    if (t->length) {
      text("; ");
      expr(t->length);
    }
    return text("]");
  case TypeExpr::Kind::Tuple:
    text("(");
    list(t->elements, ", ", [&](const TypeExpr *e) { type(e); });
    return text(t->elements.size() == 1 ? ",)" : ")");
  case TypeExpr::Kind::Function:
    return functionType(*t);
  case TypeExpr::Kind::Never:
    return text("!");
  case TypeExpr::Kind::Infer:
    return text("_");
  }
}

void AstPrinter::generics(const Generics &g) {
  if (g.params.empty())
    return;
  text("<");
  list(g.params, ", ", [&](const GenericParam &p) {
    text(p.ident.name);
    if (!p.bounds.empty())
      text(": ");
    list(p.bounds, " + ", [&](const Path &b) { path(b); });
  });
  text(">");
}

// ---- items ----

void AstPrinter::items(llvm::ArrayRef<const Item *> list) {
  for (const Item *each : list)
    item(*each);
}

void AstPrinter::braced(llvm::ArrayRef<const Item *> list) {
  text(" {\n");
  ++depth;
  items(list);
  --depth;
  line();
  text("}");
}

void AstPrinter::item(const Item &i) {
  attributes(i.attributes, false);
  line();
  if (i.isPublic)
    text("pub ");
  itemBody(i);
  text("\n");
}

void AstPrinter::itemBody(const Item &i) {
  switch (i.kind) {
  case Item::Kind::ExternCrate:
    text("extern crate ");
    text(llvm::cast<ExternCrateItem>(i).crate);
    if (i.ident.name != llvm::cast<ExternCrateItem>(i).crate)
      text((" as " + i.ident.name).str());
    return text(";");
  case Item::Kind::Use:
    return useItem(llvm::cast<UseItem>(i));
  case Item::Kind::Module:
    text(("mod " + i.ident.name).str());
    return braced(llvm::cast<Module>(i).items);
  case Item::Kind::Function:
    return function(llvm::cast<FunctionItem>(i));
  case Item::Kind::Const:
  case Item::Kind::Static:
    return value(llvm::cast<ValueItem>(i));
  case Item::Kind::TypeAlias:
    text(("type " + i.ident.name).str());
    generics(llvm::cast<TypeAliasItem>(i).generics);
    text(" = ");
    type(llvm::cast<TypeAliasItem>(i).type);
    return text(";");
  case Item::Kind::Struct:
    text(("struct " + i.ident.name).str());
    generics(llvm::cast<StructItem>(i).generics);
    fields(llvm::cast<StructItem>(i).style, llvm::cast<StructItem>(i).fields);
    if (llvm::cast<StructItem>(i).style != FieldStyle::Named)
      text(";");
    return;
  case Item::Kind::Enum:
    return enumItem(llvm::cast<EnumItem>(i));
  case Item::Kind::Impl:
    return implItem(llvm::cast<ImplItem>(i));
  case Item::Kind::Trait:
    return traitItem(llvm::cast<TraitItem>(i));
  case Item::Kind::Extern:
    text("extern ");
    quoted(llvm::cast<ExternItem>(i).abi);
    return braced(llvm::cast<ExternItem>(i).items);
  }
}

void AstPrinter::useItem(const UseItem &i) {
  text("use ");
  path(i.path);
  if (i.isGlob) {
    text(i.path.segments.empty() ? "*" : "::*");
  } else {
    if (i.isSelf)
      text("::{self}");
    if (i.as.name != i.path.last().ident.name)
      text((" as " + i.as.name).str());
  }
  text(";");
}

void AstPrinter::function(const FunctionItem &f) {
  if (f.isConst)
    text("const ");
  if (f.isUnsafe)
    text("unsafe ");
  if (f.abi) {
    text("extern ");
    quoted(*f.abi);
    text(" ");
  }
  text(("fn " + f.ident.name).str());
  generics(f.generics);
  text("(");
  static constexpr StringRef selves[] = {"", "self", "&self", "&mut self", "self: "};
  bool hasSelf = f.self != FunctionItem::Self::None;
  if (f.selfIsMutable)
    text("mut ");
  text(selves[size_t(f.self)]);
  if (f.selfType)
    type(f.selfType);
  if (hasSelf && !f.parameters.empty())
    text(", ");
  list(f.parameters, ", ", [&](const Parameter &p) {
    pattern(p.pattern);
    text(": ");
    type(p.type);
  });
  if (f.isVariadic)
    text(hasSelf || !f.parameters.empty() ? ", ..." : "...");
  text(")");
  if (f.result) {
    text(" -> ");
    type(f.result);
  }
  if (!f.body)
    return text(";");
  text(" ");
  block(f.body.get());
}

void AstPrinter::value(const ValueItem &v) {
  text(v.kind == Item::Kind::Const ? "const " : v.isMutable ? "static mut " : "static ");
  text(v.ident.name);
  text(": ");
  type(v.type);
  if (v.value) {
    text(" = ");
    expr(v.value);
  }
  text(";");
}

void AstPrinter::fields(FieldStyle style, const std::vector<FieldDecl> &declarations) {
  if (style == FieldStyle::Unit)
    return;
  bool isNamed = style == FieldStyle::Named;
  text(isNamed ? " { " : "(");
  list(declarations, ", ", [&](const FieldDecl &f) {
    if (f.isPublic)
      text("pub ");
    if (isNamed)
      text((f.ident.name + ": ").str());
    type(f.type);
  });
  text(isNamed ? " }" : ")");
}

void AstPrinter::enumItem(const EnumItem &e) {
  text(("enum " + e.ident.name).str());
  generics(e.generics);
  text(" { ");
  list(e.variants, ", ", [&](const VariantDecl &v) {
    text(v.ident.name);
    fields(v.style, v.fields);
    if (v.discriminant) {
      text(" = ");
      expr(v.discriminant);
    }
  });
  text(" }");
}

void AstPrinter::implItem(const ImplItem &i) {
  if (i.isUnsafe)
    text("unsafe ");
  text("impl");
  generics(i.generics);
  text(" ");
  if (i.trait) {
    path(*i.trait);
    text(" for ");
  }
  type(i.type);
  if (i.isDerived)
    text(" /* derived */");
  braced(i.items());
}

void AstPrinter::traitItem(const TraitItem &t) {
  if (t.isUnsafe)
    text("unsafe ");
  text(("trait " + t.ident.name).str());
  generics(t.generics);
  if (!t.supertraits.empty())
    text(": ");
  list(t.supertraits, " + ", [&](const Path &p) { path(p); });
  braced(std::vector<const Item *>(t.methods.begin(), t.methods.end()));
}
