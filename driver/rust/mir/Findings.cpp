//===- Findings.cpp - what the checks of a body have found ----------------===//

#include "driver/rust/mir/Findings.h"

using namespace cratec;
using namespace cratec::rust;
using namespace cratec::rust::mir;

bool mir::isVariable(LocalIndex local, const Body &body) {
  return !body.locals[local].name.empty();
}

namespace {

std::string fieldName(Ty type, std::optional<unsigned> variant, unsigned field, Items &items) {
  if (!type->is(Type::Kind::Adt))
    return std::to_string(field);
  const AdtInfo &info = items.adt(type->def);
  unsigned index = variant.value_or(0);
  if (index >= info.variants.size() || field >= info.variants[index].fields.size())
    return std::to_string(field);
  return info.variants[index].fields[field].name.str();
}

} // namespace

std::string mir::describe(const Place &place, const Body &body, Items &items) {
  const Local &local = body.locals[place.local];
  std::string text = local.name.str();
  size_t start = 0;
  if (local.staticItem != noDef && !place.projections.empty()) {
    text = items.defs[local.staticItem].name.str();
    start = 1;
  }
  if (text.empty())
    return text;
  std::optional<unsigned> variant;
  for (size_t i = start; i < place.projections.size(); ++i) {
    const Projection &step = place.projections[i];
    switch (step.kind) {
    case Projection::Kind::Deref: {
      // `.` and `[]` go through pointers by themselves.
      bool isLast = true;
      for (size_t k = i + 1; k < place.projections.size(); ++k)
        isLast &= place.projections[k].kind == Projection::Kind::Downcast;
      if (isLast)
        text = "*" + text;
      else if (place.projections[i + 1].kind == Projection::Kind::Deref)
        text = "*" + text;
      break;
    }
    case Projection::Kind::Field:
      text += "." + fieldName(typeBefore(place, i, body), variant, step.index, items);
      break;
    case Projection::Kind::Index:
      text += "[_]";
      break;
    case Projection::Kind::Downcast:
      break;
    }
    variant = step.kind == Projection::Kind::Downcast ? std::optional(step.index) : std::nullopt;
  }
  return text;
}

std::string mir::describeOrValue(const Place &place, const Body &body, Items &items) {
  std::string text = describe(place, body, items);
  return text.empty() ? "value" : fmt::format("`{}`", text);
}

std::string mir::describeMove(llvm::StringRef what, Ty type, bool isPartial, Items &items) {
  return fmt::format("{}move occurs because {} has type `{}`, which does not implement the "
                     "`Copy` trait",
                     isPartial ? "partial " : "", what.str(), toString(type, items.defs));
}

std::string mir::describeMove(const Place &place, bool isPartial, const Body &body, Items &items) {
  // What is in a variant has no name.
  bool isInVariant = llvm::any_of(place.projections, [](const Projection &step) {
    return step.kind == Projection::Kind::Downcast;
  });
  std::string what = isInVariant ? "value" : describeOrValue(place, body, items);
  return describeMove(what, typeOf(place, body), isPartial, items);
}
