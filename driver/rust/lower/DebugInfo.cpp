//===- DebugInfo.cpp - what the debugger is told ------------------------------===//

#include "driver/rust/lower/DebugInfo.h"

#include "driver/rust/lower/Unit.h"

#include <llvm/BinaryFormat/Dwarf.h>

namespace cratec::rust::ir {

namespace {
/// Debuggers of today read it, and so do those of ten years ago.
constexpr unsigned dwarfVersion = 4;
} // namespace

DebugInfo::DebugInfo(Unit &unit) : builder(*unit.module), unit(unit) {
  unit.module->addModuleFlag(llvm::Module::Max, "Dwarf Version", dwarfVersion);
  unit.module->addModuleFlag(llvm::Module::Warning, "Debug Info Version",
                             llvm::DEBUG_METADATA_VERSION);
  auto kind = unit.options.debugInfo >= 2 ? llvm::DICompileUnit::FullDebug
                                          : llvm::DICompileUnit::LineTablesOnly;
  llvm::DIFile *root = builder.createFile(unit.options.sourcePath, ".");
  files[unit.options.sourcePath] = root;
  compileUnit = builder.createCompileUnit(llvm::dwarf::DW_LANG_Rust, root, "cratec",
                                          unit.options.optimised, "", 0, "", kind);
}

bool DebugInfo::hasVariables() const {
  return unit.options.debugInfo >= 2;
}

llvm::DIFile *DebugInfo::file(Span span) {
  std::string path = unit.report.sources.path(span.begin).str();
  if (path.empty())
    path = unit.options.sourcePath;
  llvm::DIFile *&known = files[path];
  if (!known)
    known = builder.createFile(path, ".");
  return known;
}

/// The namespace of a module; blocks and impls belong to the module around them.
llvm::DIScope *DebugInfo::module(DefId id) {
  while (id != noDef && (unit.defs[id].kind != DefKind::Module || !unit.defs[id].item) &&
         unit.defs[id].kind != DefKind::Enum && unit.defs[id].kind != DefKind::Trait)
    id = unit.defs[id].parent;
  if (id == noDef)
    return compileUnit;
  if (auto found = modules.find(id); found != modules.end())
    return found->second;
  const Def &def = unit.defs[id];
  bool isRoot = unit.defs.crateRoot(def.crate) == id;
  llvm::StringRef name = isRoot ? llvm::StringRef(unit.defs.crates()[def.crate].name) : def.name;
  llvm::DIScope *parent = isRoot ? nullptr : module(def.parent);
  return modules[id] = builder.createNameSpace(parent, name, /*ExportSymbols=*/false);
}

namespace {

/// "push<i32>"
std::string nameWithArguments(const Definitions &defs, DefId def, TypeList args) {
  std::string name = defs[def].name.str();
  for (size_t i = 0; i < args.size(); ++i)
    name += (i ? ", " : "<") + toString(args[i], defs);
  return args.empty() ? name : name + ">";
}

} // namespace

llvm::DISubprogram *DebugInfo::subprogram(const Instance &instance, const mir::Body &body,
                                          TypeList args, llvm::Function &function) {
  const Def &def = unit.defs[instance.def];
  Span span = def.span.isKnown() ? def.span : body.span;
  llvm::DIFile *where = file(span);
  unsigned line = unit.report.sources.locate(span).line;

  std::vector<llvm::Metadata *> signature;
  if (hasVariables()) {
    CallShape shape = unit.callShape(instance);
    signature.push_back(shape.resultType->isUnit() || !shape.returns ? nullptr
                                                                     : type(shape.resultType));
    for (Ty parameter : shape.parameterTypes)
      signature.push_back(type(parameter));
  }

  auto flags = llvm::DISubprogram::SPFlagDefinition;
  if (function.hasLocalLinkage())
    flags |= llvm::DISubprogram::SPFlagLocalToUnit;
  if (unit.options.optimised)
    flags |= llvm::DISubprogram::SPFlagOptimized;
  size_t parents = 0;
  if (def.kind == DefKind::Method)
    parents = std::min<size_t>(unit.items.generics(def.parent).count(), args.size());
  std::string name = nameWithArguments(unit.defs, instance.def, args.drop_front(parents));
  auto *functionType = builder.createSubroutineType(builder.getOrCreateTypeArray(signature));

  // A method belongs to its type, which then knows a declaration of it.
  llvm::DIScope *scope = module(def.parent);
  llvm::DISubprogram *declaration = nullptr;
  if (hasVariables() && def.kind == DefKind::Method) {
    Ty self = unit.put(unit.items.impl(def.parent).self, args);
    auto *owner = self->is(Type::Kind::Adt)
                      ? llvm::dyn_cast_or_null<llvm::DICompositeType>(type(self))
                      : nullptr;
    if (owner) {
      scope = owner;
      declaration = builder.createMethod(scope, name, function.getName(), where, line, functionType,
                                         0, 0, nullptr, llvm::DINode::FlagPrototyped,
                                         flags & ~llvm::DISubprogram::SPFlagDefinition);
    }
  }
  auto *subprogram =
      builder.createFunction(scope, name, function.getName(), where, line, functionType, line,
                             llvm::DINode::FlagPrototyped, flags, nullptr, declaration);
  function.setSubprogram(subprogram);
  return subprogram;
}

void DebugInfo::describeStatic(DefId id, Ty staticType, llvm::GlobalVariable &variable) {
  if (!hasVariables())
    return;
  const Def &def = unit.defs[id];
  auto *expression = builder.createGlobalVariableExpression(
      module(def.parent), def.name, variable.getName(), file(def.span),
      unit.report.sources.locate(def.span).line, type(staticType), variable.hasLocalLinkage());
  variable.addDebugInfo(expression);
}

void DebugInfo::finish() {
  builder.finalize();
}

FunctionDebug::FunctionDebug(Unit &unit, DebugInfo &debug, const mir::Body &body,
                             llvm::DISubprogram *subprogram)
    : unit(unit), debug(debug), body(body), subprogram(subprogram), scopes(body.scopes.size()) {}

llvm::DIScope *FunctionDebug::scopeOf(mir::ScopeIndex index) {
  // Scopes point outwards, so that walking to the function ends.
  std::vector<mir::ScopeIndex> chain;
  for (mir::ScopeIndex i = index;
       i != 0 && i < scopes.size() && !scopes[i] && chain.size() <= scopes.size();
       i = body.scopes[i].parent) {
    chain.push_back(i);
    index = body.scopes[i].parent;
  }
  llvm::DIScope *scope = subprogram;
  if (index != 0 && index < scopes.size() && scopes[index])
    scope = scopes[index];
  for (mir::ScopeIndex i : llvm::reverse(chain)) {
    linkcheck::SourceLocation where = unit.report.sources.locate(body.scopes[i].span);
    scope = debug.builder.createLexicalBlock(scope, debug.file(body.scopes[i].span), where.line,
                                             where.column);
    scopes[i] = scope;
  }
  return scope;
}

llvm::DebugLoc FunctionDebug::location(mir::ScopeIndex scope, Span span) {
  linkcheck::SourceLocation where = unit.report.sources.locate(span);
  return llvm::DILocation::get(unit.context, where.line, where.column, scopeOf(scope));
}

void FunctionDebug::declare(mir::LocalIndex index, Ty type, llvm::Value *storage,
                            llvm::BasicBlock *block) {
  const mir::Local &local = body.locals[index];
  if (!debug.hasVariables() || local.name.empty())
    return;
  llvm::DIScope *scope = scopeOf(local.scope);
  unsigned line = unit.report.sources.locate(local.span).line;
  llvm::DIType *described = debug.type(type);
  bool isParameter = index <= body.parameters;
  llvm::DILocalVariable *variable =
      isParameter ? debug.builder.createParameterVariable(subprogram, local.name, index,
                                                          debug.file(local.span), line, described,
                                                          /*AlwaysPreserve=*/true)
                  : debug.builder.createAutoVariable(scope, local.name, debug.file(local.span),
                                                     line, described, /*AlwaysPreserve=*/true);
  llvm::DebugLoc where = location(isParameter ? 0 : local.scope, local.span);
  debug.builder.insertDeclare(storage, variable, debug.builder.createExpression(), where.get(),
                              block);
}

} // namespace cratec::rust::ir
