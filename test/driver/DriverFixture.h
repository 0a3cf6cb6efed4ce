//===- DriverFixture.h - sessions and inputs for tests -----------*- C++ -*-===//
//
// What the tests of the driver's own passes share besides files: options as a
// user types them, a session for them, and modules from text. No compiler takes
// part.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/Session.h"
#include "driver/codegen/CodeGenerator.h"
#include "link/LinkFixture.h"

#include <llvm/AsmParser/Parser.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/Support/SourceMgr.h>

#include <csignal>
#include <sys/resource.h>

namespace cratec {

class DriverFixture : public LinkFixture {
protected:
  Options options;

  DriverFixture() { registerTargets(); }

  /// `options` for what the user typed, which has to be right.
  void parse(std::vector<std::string> arguments) {
    options = parseOptions(std::move(arguments), diags);
    EXPECT_EQ(said(), "");
  }
  /// For `options`; a program of an installation in `/opt`.
  Session session() {
    std::optional<Session> opened = openSession(options, "/opt/bin/cratec", diags);
    EXPECT_TRUE(opened) << said();
    return *opened;
  }

  /// An object from the lines below `Sections:` and `Symbols:`.
  std::string objectFromYaml(const std::string &sections, const std::string &symbols = "") {
    std::string yaml = "--- !ELF\nFileHeader: {Class: ELFCLASS64, Data: ELFDATA2LSB, Type: "
                       "ET_REL, Machine: EM_X86_64}\nSections:\n" +
                       sections + (symbols.empty() ? "" : "Symbols:\n" + symbols) + "...\n";
    llvm::SmallString<0> bytes;
    llvm::raw_svector_ostream out(bytes);
    llvm::yaml::Input input(yaml); // refers to the text
    EXPECT_TRUE(llvm::yaml::convertYAML(
        input, out, [](const llvm::Twine &message) { ADD_FAILURE() << message.str(); }));
    return bytes.str().str();
  }

  /// A module from LLVM assembly.
  static std::unique_ptr<llvm::Module> module(const std::string &text, llvm::LLVMContext &context) {
    llvm::SMDiagnostic error;
    std::unique_ptr<llvm::Module> parsed = llvm::parseAssemblyString(text, error, context);
    EXPECT_TRUE(parsed) << error.getMessage().str();
    return parsed;
  }

  /// From now on this process can write no large files, as when the disk is full.
  static void limitFileSize() {
    signal(SIGXFSZ, SIG_IGN);
    rlimit limit = {1000, 1000};
    setrlimit(RLIMIT_FSIZE, &limit);
  }

  /// Whether `said()` holds that text.
  testing::AssertionResult says(llvm::StringRef text) const {
    std::string all = said();
    if (llvm::StringRef(all).contains(text))
      return testing::AssertionSuccess();
    return testing::AssertionFailure() << "`" << text.str() << "` is not in:\n" << all;
  }
  std::vector<linkcheck::Code> codes() const {
    std::vector<linkcheck::Code> result;
    for (const linkcheck::Diagnostic &message : messages.diagnostics)
      result.push_back(message.code);
    return result;
  }
};

/// Sets a variable of the environment for as long as it lives.
class WithEnvironment {
public:
  WithEnvironment(const char *name, const std::string &value) : name(name) {
    if (const char *before = getenv(name))
      old = before;
    setenv(name, value.c_str(), 1);
  }
  WithEnvironment(const WithEnvironment &) = delete;
  WithEnvironment &operator=(const WithEnvironment &) = delete;
  ~WithEnvironment() {
    if (old)
      setenv(name, old->c_str(), 1);
    else
      unsetenv(name);
  }

private:
  const char *name;
  std::optional<std::string> old;
};

} // namespace cratec
