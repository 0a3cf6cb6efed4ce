//===- ModuleAssembly.cpp - reads a section of module-level assembly -*- C++ -*-===//

#include "driver/native/ModuleAssembly.h"

#include "driver/target/TargetSpec.h"

#include <llvm/IR/Module.h>
#include <llvm/MC/MCAsmInfo.h>
#include <llvm/MC/MCContext.h>
#include <llvm/MC/MCInstrInfo.h>
#include <llvm/MC/MCObjectFileInfo.h>
#include <llvm/MC/MCParser/MCAsmParser.h>
#include <llvm/MC/MCParser/MCTargetAsmParser.h>
#include <llvm/MC/MCRegisterInfo.h>
#include <llvm/MC/MCSectionELF.h>
#include <llvm/MC/MCStreamer.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/MCTargetOptions.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/TargetParser/Triple.h>

using llvm::StringRef;

namespace cratec {
namespace {

/// Hears what the parser understands and keeps the bytes of one section.
class SectionCollector final : public llvm::MCStreamer {
public:
  SectionCollector(llvm::MCContext &context, StringRef wanted)
      : MCStreamer(context), wanted(wanted) {}

  bool emitSymbolAttribute(llvm::MCSymbol *, llvm::MCSymbolAttr) override { return true; }
  void emitCommonSymbol(llvm::MCSymbol *, uint64_t, llvm::Align) override {}
  void emitZerofill(llvm::MCSection *, llvm::MCSymbol *, uint64_t, llvm::Align,
                    llvm::SMLoc) override {}
  void emitBytes(StringRef data) override {
    if (isWanted())
      bytes += data;
  }
  void emitFill(const llvm::MCExpr &count, uint64_t value, llvm::SMLoc) override {
    if (int64_t number; isWanted() && count.evaluateAsAbsolute(number) && number > 0)
      addFill(number, 1, value);
  }
  void emitFill(const llvm::MCExpr &count, int64_t size, int64_t value, llvm::SMLoc) override {
    if (int64_t number; isWanted() && count.evaluateAsAbsolute(number) && number > 0)
      addFill(number, size, value);
  }

  std::string bytes;

private:
  bool isWanted() const {
    const llvm::MCSection *section = getCurrentSectionOnly();
    return section && section->getName() == wanted;
  }
  void addFill(int64_t count, int64_t size, uint64_t value) {
    // More than any declaration has; what is longer is damaged either way.
    constexpr int64_t limit = 1 << 20;
    for (int64_t i = 0; i < std::min(count, limit); ++i)
      for (int64_t byte = 0; byte < std::min<int64_t>(size, 8); ++byte)
        bytes += char(value >> (8 * byte));
  }

  StringRef wanted;
};

llvm::Error complain(const std::string &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message.c_str());
}

/// Keeps the first thing the assembler complains about.
void keepFirstMessage(const llvm::SMDiagnostic &diagnostic, void *context) {
  std::string &message = *static_cast<std::string *>(context);
  if (diagnostic.getKind() == llvm::SourceMgr::DK_Error && message.empty())
    message = "line " + std::to_string(diagnostic.getLineNo()) + ": " +
              diagnostic.getMessage().str() + ": `" + diagnostic.getLineContents().str() + "`";
}

} // namespace

llvm::Expected<std::string> collectAssemblySection(const llvm::Module &module, StringRef name) {
  llvm::Triple triple(module.getTargetTriple());
  std::string reason;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple.str(), reason);
  if (!target || !target->hasMCAsmParser())
    return complain(target ? "the target has no assembly parser" : reason);

  // What the code generator will accept must be accepted here.
  const TargetSpec *spec = findTarget(triple.str());
  llvm::MCTargetOptions options;
  std::unique_ptr<llvm::MCRegisterInfo> registers(target->createMCRegInfo(triple.str()));
  std::unique_ptr<llvm::MCAsmInfo> assembly(
      target->createMCAsmInfo(*registers, triple.str(), options));
  std::unique_ptr<llvm::MCSubtargetInfo> subtarget(target->createMCSubtargetInfo(
      triple.str(), spec ? spec->cpu : "", spec ? spec->features : ""));
  std::unique_ptr<llvm::MCInstrInfo> instructions(target->createMCInstrInfo());

  llvm::SourceMgr sources;
  std::string message;
  sources.setDiagHandler(keepFirstMessage, &message);
  sources.AddNewSourceBuffer(
      llvm::MemoryBuffer::getMemBuffer(module.getModuleInlineAsm(), "<module assembly>"),
      llvm::SMLoc());

  llvm::MCContext context(triple, assembly.get(), registers.get(), subtarget.get(), &sources);
  context.setDiagnosticHandler(
      [&](const llvm::SMDiagnostic &diagnostic, bool, const llvm::SourceMgr &,
          std::vector<const llvm::MDNode *> &) { keepFirstMessage(diagnostic, &message); });
  std::unique_ptr<llvm::MCObjectFileInfo> sections(
      target->createMCObjectFileInfo(context, /*PIC=*/true));
  context.setObjectFileInfo(sections.get());
  SectionCollector collector(context, name);
  // The target's streamer is owned by the collector it registers itself with.
  target->createNullTargetStreamer(collector);

  std::unique_ptr<llvm::MCAsmParser> parser(
      llvm::createMCAsmParser(sources, context, collector, *assembly));
  std::unique_ptr<llvm::MCTargetAsmParser> targetParser(
      target->createMCAsmParser(*subtarget, *parser, *instructions, options));
  parser->setTargetParser(*targetParser);
  if (parser->Run(/*NoInitialTextSection=*/false))
    return complain(message.empty() ? "it cannot be parsed" : message);
  return std::move(collector.bytes);
}

} // namespace cratec
