//===- Suggest.cpp - what a name that is not found may have meant ---------===//

#include "driver/rust/resolve/Suggest.h"

#include <llvm/ADT/DenseSet.h>

#include <deque>

using namespace cratec::rust;
using llvm::StringRef;

/// Enough for std; a search for advice is not to take long in whatever crate.
static constexpr size_t modulesLimit = 2000;

bool Suggester::isWorthIt() const {
  return report.diags.errorCount() < 200;
}

bool Suggester::fits(const Binding &binding, Namespace space) const {
  if (binding.def == noDef || !defs.mayUse(binding, from) || defs.missingFeature(binding.def))
    return false;
  DefKind kind = defs[binding.def].kind;
  if (wanted == "import")
    return true;
  if (wanted == "module")
    return kind == DefKind::Module;
  if (wanted == "trait")
    return kind == DefKind::Trait;
  if (wanted.starts_with("struct"))
    return kind == DefKind::Struct || kind == DefKind::Variant;
  if (wanted.starts_with("function"))
    return kind == DefKind::Function || kind == DefKind::Struct || kind == DefKind::Variant;
  if (space == Namespace::Type)
    return kind == DefKind::Struct || kind == DefKind::Enum || kind == DefKind::TypeAlias;
  return true;
}

// ---- similar names ----

static unsigned farthest(StringRef name) {
  return std::max<unsigned>(static_cast<unsigned>(name.size()), 3) / 3;
}

void Suggester::consider(StringRef candidate, StringRef name, std::string noun, Best &best) const {
  size_t lengths = candidate.size() > name.size() ? candidate.size() - name.size()
                                                  : name.size() - candidate.size();
  if (lengths > best.distance || candidate == name)
    return;
  unsigned distance =
      candidate.equals_insensitive(name) ? 0 : name.edit_distance(candidate, true, best.distance);
  bool isBetter = !best.similar || distance < best.distance ||
                  (distance == best.distance && candidate < best.similar->name);
  if (distance > best.distance || !isBetter)
    return;
  best.distance = distance;
  best.similar = Similar{candidate.str(), std::move(noun)};
}

void Suggester::look(DefId module, StringRef name, Namespace space, Best &best) const {
  if (defs.scopeOf[module] == Definitions::noScope)
    return;
  for (const auto &[candidate, slots] : defs.scopes[defs.scopeOf[module]].names) {
    const Binding &binding = slots[static_cast<size_t>(space)];
    if (binding.isBound() && fits(binding, space))
      consider(candidate, name, words.noun(binding.def, space), best);
  }
}

std::optional<Suggester::Similar> Suggester::similarIn(DefId module, StringRef name,
                                                       Namespace space) const {
  Best best{farthest(name), std::nullopt};
  if (!isWorthIt())
    return std::nullopt;
  look(module, name, space, best);
  return best.similar;
}

std::optional<Suggester::Similar> Suggester::similarAround(DefId module, StringRef name,
                                                           Namespace space) const {
  Best best{farthest(name), std::nullopt};
  if (!isWorthIt())
    return std::nullopt;
  for (;; module = defs[module].parent) {
    look(module, name, space, best);
    if (!defs.isBlockModule(module))
      break;
  }
  DefId prelude = defs.preludes[defs[module].crate];
  if (prelude != noDef)
    look(prelude, name, space, best);
  if (wanted == "type")
    for (StringRef primitive : {"bool", "char", "str", "i8", "i16", "i32", "i64", "isize", "u8",
                                "u16", "u32", "u64", "usize", "f32", "f64"})
      consider(primitive, name, "builtin type", best);
  return best.similar;
}

// ---- names elsewhere ----

std::optional<Suggester::Importable> Suggester::importable(StringRef name, Namespace space) const {
  using Origin = Binding::Origin;
  if (!isWorthIt())
    return std::nullopt;
  std::deque<std::pair<DefId, std::string>> queue{{defs.crateRoot(defs[from].crate), ""}};
  llvm::DenseSet<DefId> seen{queue.front().first};
  for (size_t visited = 0; !queue.empty() && visited != modulesLimit; ++visited) {
    auto [module, path] = queue.front();
    queue.pop_front();
    bool isStart = path.empty();
    const Binding *found = defs.findBinding(module, name, space);
    bool isThere = found && fits(*found, space) &&
                   (isStart || found->visibleIn == noDef || found->origin == Origin::Item);
    if (isThere)
      return Importable{path + name.str(), words.noun(found->def, space)};
    for (const auto &[inside, slots] : defs.scopes[defs.scopeOf[module]].names) {
      const Binding &binding = slots[0];
      if (!binding.isBound() || binding.def == noDef || !defs.mayUse(binding, from) ||
          defs[binding.def].kind != DefKind::Module || defs.missingFeature(binding.def))
        continue;
      if (!binding.isFinal() && binding.visibleIn != noDef)
        continue;
      if (seen.insert(binding.def).second)
        queue.push_back({binding.def, path + inside.str() + "::"});
    }
  }
  return std::nullopt;
}
