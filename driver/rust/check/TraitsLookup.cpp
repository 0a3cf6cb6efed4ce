//===- TraitsLookup.cpp - what a method's name means ----------------------===//

#include "driver/rust/check/ItemsImplementation.h"

#include <llvm/ADT/STLExtras.h>

using namespace cratec::rust;
using llvm::StringRef;
using Implementation = Items::Implementation;

std::vector<Items::Candidate> Items::lookupAssociated(Ty self, StringRef name, const Probe &probe) {
  std::vector<Candidate> found;
  if (self->is(Type::Kind::Error))
    return found;
  Implementation &impl = *implementation;
  impl.buildIndex();
  impl.findInherent(self, name, probe, found);
  const TraitRefs none;
  const TraitRefs &assumed = probe.assumed ? *probe.assumed : none;
  impl.findInBounds(self, name, assumed, found);
  auto members = impl.traitMembers.find(name);
  if (members == impl.traitMembers.end())
    return found;
  std::vector<DefId> byBound;
  for (const Candidate &candidate : found)
    if (defs[candidate.def].kind == DefKind::TraitMethod)
      byBound.push_back(candidate.def);
  for (DefId member : members->second)
    if (!llvm::is_contained(byBound, member))
      impl.findInTrait(self, member, probe, found);
  return found;
}

void Implementation::findInherent(Ty self, StringRef name, const Probe &probe,
                                  std::vector<Candidate> &found) {
  auto head = headOf(self);
  if (!head)
    return;
  auto impls = inherentIndex.find(*head);
  if (impls == inherentIndex.end())
    return;
  for (DefId def : impls->second) {
    const ImplInfo &info = impl(def);
    DefId member = defs.member(def, name);
    if (member == noDef || defs[member].kind == DefKind::AssociatedType)
      continue;
    HeaderMatcher matcher(generics(def).count());
    if (!matcher.match(info.self, self))
      continue;
    std::vector<Ty> args;
    for (unsigned i = 0; i != generics(def).count(); ++i)
      args.push_back(probe.freshInfer());
    if (probe.unifies(types.substitute(info.self, args), self))
      found.push_back({member, std::move(args), false});
  }
}

void Implementation::findInBounds(Ty self, StringRef name, const TraitRefs &assumed,
                                  std::vector<Candidate> &found) {
  for (const TraitRef &bound : assumed)
    for (TraitRef &super : elaborate(bound)) {
      if (super.args.empty() || super.args[0] != self)
        continue;
      DefId member = traitMember(super.trait, name);
      if (member == noDef || defs[member].kind != DefKind::TraitMethod)
        continue;
      bool isKnown = llvm::any_of(found, [&](const Candidate &candidate) {
        return candidate.def == member && candidate.parentArgs == super.args;
      });
      if (!isKnown)
        found.push_back({member, std::move(super.args), true});
    }
}

void Implementation::findInTrait(Ty self, DefId member, const Probe &probe,
                                 std::vector<Candidate> &found) {
  const TraitRefs none;
  const TraitRefs &assumed = probe.assumed ? *probe.assumed : none;
  DefId trait = defs[member].parent;
  TraitRef ref{trait, {self}};
  while (ref.args.size() < generics(trait).count())
    ref.args.push_back(probe.freshInfer());
  // Of an unknown type nothing can be said.
  if (self->is(Type::Kind::Infer) && self->inferKind == Type::Infer::Any)
    return;
  std::vector<DefId> possible;
  for (DefId candidate : implCandidates(trait, self))
    if (matchImpl(candidate, ref, assumed, 0))
      possible.push_back(candidate);
  if (possible.empty()) {
    if (holdsStructurally(ref, assumed, 0)) {
      // Elements are compared with their like.
      std::fill(ref.args.begin() + 1, ref.args.end(), self);
      found.push_back({member, std::move(ref.args), true});
    }
    return;
  }
  if (possible.size() > 1) {
    found.push_back({member, std::move(ref.args), false});
    return;
  }
  const ImplInfo &info = impl(possible.front());
  std::vector<Ty> args;
  for (unsigned i = 0; i != generics(possible.front()).count(); ++i)
    args.push_back(probe.freshInfer());
  std::vector<Ty> header = types.substitute(info.trait->args, args);
  if (!probe.unifies(normalize(header[0], assumed, 0), self))
    return;
  DefId own = defs.member(possible.front(), defs[member].name);
  bool isOwn = own != noDef && defs[own].kind == DefKind::Method;
  if (isOwn)
    found.push_back({own, std::move(args), false});
  else
    found.push_back({member, std::move(header), false});
}

Callee Items::resolveCallee(Callee callee) {
  if (callee.def == noDef || defs[callee.def].kind != DefKind::TraitMethod)
    return callee;
  DefId trait = defs[callee.def].parent;
  size_t count = implementation->generics(trait).count();
  if (callee.args.size() < count)
    return callee;
  TraitRef ref{trait, {callee.args.begin(), callee.args.begin() + count}};
  std::optional<ImplMatch> match = implementation->select(ref, {}, 0);
  if (!match)
    return callee;
  DefId own = defs.member(match->impl, defs[callee.def].name);
  if (own == noDef || defs[own].kind != DefKind::Method)
    return callee;
  std::vector<Ty> args = std::move(match->args);
  for (Ty type : callee.args.drop_front(count))
    args.push_back(normalize(type));
  return {own, types.save(args)};
}
