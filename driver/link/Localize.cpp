//===- Localize.cpp - from one relocatable object to a staticlib ----------===//

#include "driver/link/Localize.h"

#include "driver/link/Archive.h"
#include "driver/link/ObjectCopy.h"

using namespace cratec;
using linkcheck::Code;

bool cratec::writeLocalizedArchive(llvm::StringRef object, llvm::StringRef output,
                                   llvm::StringRef member, llvm::ArrayRef<std::string> exports,
                                   linkcheck::Diagnostics &diags) {
  auto buffer = llvm::MemoryBuffer::getFile(object, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer) {
    diags.error(Code::C01, "cannot read the linked object: {}", buffer.getError().message()).done();
    return false;
  }
  auto localized = localizeSymbols((*buffer)->getMemBufferRef(), exports);
  if (!localized) {
    diags
        .error(Code::L01, "cannot make the symbols of the linked object local: {}",
               llvm::toString(localized.takeError()))
        .done();
    return false;
  }
  std::vector<LoadedMember> members;
  members.push_back({member.str(), llvm::StringRef(localized->data(), localized->size())});
  if (llvm::Error error = writeArchiveFile(output, members)) {
    diags.error(Code::C01, "cannot write the archive: {}", llvm::toString(std::move(error))).done();
    return false;
  }
  return true;
}
