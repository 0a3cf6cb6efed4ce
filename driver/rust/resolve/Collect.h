//===- Collect.h - numbers the definitions of a crate -------------*- C++ -*-===//

#pragma once

#include "driver/rust/resolve/Words.h"

namespace cratec::rust {

/// A `use` on its way to being resolved.
struct Import {
  const ast::UseItem *item;
  DefId module;
  CrateNumber crate;
};

/// Enters every item of one crate: into the table, and into the scope of its module. Says E0428
/// and its like where two items (or extern crates) of the local crate have one name.
class DefinitionCollector {
public:
  DefinitionCollector(Definitions &defs, CrateNumber crate, std::vector<Import> &imports,
                      const Reporter &report)
      : defs(defs), crate(crate), imports(imports), report(report), words(defs, report) {}

  /// Of every crate before any crate's items, since crates name each other.
  void addRoot();
  void run();

private:
  using Binding = Definitions::Binding;

  DefId add(DefKind kind, ast::Name name, Span span, DefId parent, bool isPublic,
            const ast::Item *item);
  DefId add(DefKind kind, const ast::Item &item, DefId parent);
  void openScope(DefId def);
  void bind(DefId module, ast::Name name, Namespace space, Binding binding);
  void bindItem(DefId def, DefId module, bool inType, bool inValue);

  void addImplicitCrate(DefId root);
  void collectItems(llvm::ArrayRef<const ast::Item *> items, DefId module);
  void collect(const ast::Item &item, DefId module);
  void collectExternCrate(const ast::ExternCrateItem &item, DefId module);
  void collectModule(const ast::Module &item, DefId module);
  void collectFunction(const ast::FunctionItem &item, DefId module);
  void collectStruct(const ast::StructItem &item, DefId module);
  void collectEnum(const ast::EnumItem &item, DefId module);
  void collectImpl(const ast::ImplItem &item, DefId module);
  void collectTrait(const ast::TraitItem &item, DefId module);
  void collectExternBlock(const ast::ExternItem &item, DefId module);
  void addMember(DefKind kind, const ast::Item &item, DefId parent, bool isPublic);

  // Blocks with items, in what an item holds.
  void walkFunction(const ast::FunctionItem &function, DefId module);
  void walkFields(llvm::ArrayRef<ast::FieldDecl> fields, DefId module);
  void walkValue(const ast::ValueItem &value, DefId module);
  template <typename... Nodes> void walk(DefId module, const Nodes *...nodes);
  void enterBlock(const ast::Block &block, DefId module);

  Definitions &defs;
  CrateNumber crate;
  std::vector<Import> &imports;
  const Reporter &report;
  Words words;
};

} // namespace cratec::rust
