//===- Unit.h - one crate on its way to one LLVM module -----------*- C++ -*-===//
//
// The worklist: who mentions a function, static or constant gets its address here, and what
// has to be defined in this module is queued and made later, once.
//
//   1. A generic or #[inline] function, and glue, is a local copy: every crate makes its own.
//   2. All else is defined by the crate that it stands in, and declared elsewhere.
//   3. What cannot be made (an evaluation that failed, a type that is too large) has been said and
//      is poison; lowerCrate() then yields no module.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/lower/DebugInfo.h"
#include "driver/rust/lower/Layout.h"
#include "driver/rust/lower/Lower.h"
#include "driver/rust/lower/Mangle.h"

#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/InstrTypes.h>

#include <deque>
#include <functional>
#include <set>

namespace cratec::rust::ir {

/// Where bodies and values come from: the MirProvider, or a test's own.
struct BodySource {
  std::function<const mir::Body *(DefId)> body;
  /// The value of a promoted body, and of a Const, AssociatedConst or Static.
  std::function<std::optional<ConstValue>(const mir::Body &, TypeList)> evaluate;
  std::function<std::optional<ConstValue>(DefId, TypeList)> constant;
};

/// How a function takes its arguments and gives its result.
struct CallShape {
  enum class Passing {
    Nothing,  ///< has no size
    Direct,   ///< a scalar or a pair
    Memory,   ///< a pointer to a copy that is the callee's; of the result: to where it goes
    Pieces,   ///< C: a struct in registers
    StackCopy ///< C: a struct among the arguments on the stack; seen as a pointer
  };
  /// What one register has of a struct. It may go beyond the struct's end.
  struct Piece {
    llvm::Type *type;
    uint64_t offset;
  };
  llvm::FunctionType *type = nullptr;
  std::vector<Ty> parameterTypes;
  Ty resultType = nullptr;
  std::vector<Passing> parameters;
  Passing result = Passing::Nothing;
  std::vector<std::vector<Piece>> pieces; ///< by parameter
  std::vector<Piece> resultPieces;
  bool isC = false;
  bool returns = true;

  bool hasResultPointer() const { return result == Passing::Memory; }
  /// What holds all of the pieces: at least the struct, which has this size.
  static uint64_t sizeWith(llvm::ArrayRef<Piece> pieces, uint64_t size,
                           const llvm::DataLayout &layout);
};

/// Bytes of a constant, and the addresses among them.
struct Image {
  std::vector<uint8_t> bytes;
  std::map<uint64_t, llvm::Constant *> addresses;
  uint64_t align = 1;

  explicit Image(uint64_t size = 0, uint64_t align = 1) : bytes(size), align(align) {}
  void putInteger(uint64_t offset, uint64_t value, unsigned size);
};

class Unit {
public:
  Unit(Items &items, BodySource source, const LowerOptions &options, llvm::LLVMContext &context);
  ~Unit();

  Items &items;
  TypeContext &types;
  const Definitions &defs;
  const Reporter &report;
  const BodySource source;
  const LowerOptions &options;
  llvm::LLVMContext &context;
  std::unique_ptr<llvm::Module> module;
  Layouts layouts;
  Mangler mangler;
  std::unique_ptr<DebugInfo> debug; ///< null without debug information

  // ---- Collect.cpp: the worklist ----

  /// The address of a function; `from` is the place that mentions it.
  llvm::Function *function(const Instance &instance, Span from);
  /// Of a callee as MIR has it, after resolveCallee(). Null, after an error, for what has no
  /// address.
  llvm::Function *function(Callee callee, Span from);
  /// Whether each crate that uses the function makes it for itself.
  bool isLocalCopy(const Instance &instance);
  /// Makes all that is queued, and what that mentions.
  void drain();
  /// After everything: false, after an internal error, when the module is not well formed.
  bool finish();
  /// The function or variable of that symbol, declared if need be.
  llvm::Function *declareFunction(llvm::StringRef symbol, const CallShape &shape);

  // ---- Roots.cpp ----

  void lowerRoots();

  // ---- Statics.cpp ----

  llvm::Constant *staticAddress(DefId def);
  void queueStatic(DefId def);
  /// The address of bytes that nothing changes; equal ones are one.
  llvm::Constant *constantAddress(const Image &image);
  /// A `&'static str` or its text's address.
  llvm::Constant *textAddress(llvm::StringRef text);
  llvm::Constant *textPair(llvm::StringRef text);
  llvm::Constant *initializer(const Image &image);
  bool hasInteriorMutability(Ty type);

  // ---- ConstInit.cpp ----

  void writeConstant(Image &image, uint64_t offset, const ConstValue &value, Ty type);
  llvm::Constant *referenceAddress(const ConstValue &target, bool isMutable);
  bool isAllZero(const ConstValue &value);
  Image imageOf(const ConstValue &value, Ty type);
  /// What a scalar or pair is in a register.
  llvm::Constant *immediate(const Image &image, const Layout &layout);
  void writeTag(Image &image, uint64_t offset, const Layout &layout, unsigned variant);

  // ---- Call.cpp ----

  CallShape callShape(TypeList parameters, Ty result, Type::Abi abi, bool isVariadic);
  CallShape callShape(const Instance &instance);
  void passForC(CallShape &shape);
  void addAttributes(llvm::Function &function, const CallShape &shape);
  llvm::AttributeList callAttributes(const CallShape &shape);

  // ---- types ----

  llvm::Type *memoryType(const Scalar &scalar);
  llvm::Type *registerType(const Scalar &scalar);
  /// Of a Scalar or Pair.
  llvm::Type *registerType(const Layout &layout);
  llvm::Type *pointerType() { return llvm::PointerType::get(context, 0); }
  llvm::IntegerType *wordType() { return llvm::Type::getInt64Ty(context); }
  llvm::IntegerType *byteType() { return llvm::Type::getInt8Ty(context); }
  llvm::StructType *pairType();
  llvm::Type *bytesType(const Layout &layout);
  /// layouts.of(), and the error for a type that is too large.
  const Layout &layout(Ty type, Span from);

  /// `type` with `args` put in.
  Ty put(Ty type, TypeList args) {
    return type->hasParam ? items.normalize(types.substitute(type, args)) : type;
  }
  /// How many types it is made of, up to a limit.
  uint64_t typeLength(Ty type);
  /// An error without a code, at a place.
  void error(Span span, const llvm::Twine &message);

private:
  friend class RootFinder;
  struct Queued {
    Instance instance;
    llvm::Function *function;
  };
  bool mayInstantiate(const Instance &instance, Span from);
  unsigned typeDepth(Ty type);
  void setLinkage(llvm::Function &function, const Instance &instance, bool isPlain);
  void setStaticLinkage(llvm::GlobalVariable &variable, DefId def, bool isPlain);
  void define(const Queued &queued);
  void defineStatic(DefId def);
  bool isNamedElsewhere(DefId def);
  void addSourceAttributes(llvm::Function &function, DefId def);

  std::map<Instance, llvm::Function *> functions;
  std::map<DefId, llvm::GlobalVariable *> statics;
  /// Stand-ins of statics. `constants` knows their addresses, so they go last.
  std::vector<llvm::GlobalVariable *> replaced;
  std::map<std::string, DefId> symbolOwners; ///< of plain names that are defined here
  std::deque<Queued> queue;
  std::deque<DefId> staticQueue;
  std::map<std::pair<std::vector<uint8_t>, std::vector<std::pair<uint64_t, llvm::Constant *>>>,
           llvm::GlobalVariable *>
      constants;
  std::map<Ty, std::pair<uint64_t, unsigned>> typeMeasures;
  std::set<Ty> saidTooBig;
  std::set<DefId> saidRecursion;
  std::set<DefId> mentioned; ///< private items that other crates' copies use
};

/// Which function a resolved callee is.
Instance instanceOf(const Definitions &defs, const Callee &callee);

/// Makes the body of `function` (Function.cpp). `body` may hold Params, which `args` replace.
void lowerBody(Unit &unit, const Instance &instance, const mir::Body &body, TypeList args,
               llvm::Function &function);

/// The body of a Structural, Constructor or DropGlue instance. Null, after an error, where it
/// cannot be made.
std::unique_ptr<mir::Body> makeShim(Unit &unit, const Instance &instance, Span from);
std::unique_ptr<mir::Body> makeDropGlue(Unit &unit, Ty type);

} // namespace cratec::rust::ir
