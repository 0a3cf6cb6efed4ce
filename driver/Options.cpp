//===- Options.cpp - the command line as a value -----------------*- C++ -*-===//

#include "driver/Options.h"

#include "driver/OptionTable.h"

#include <CLI/CLI.hpp>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/MemoryBuffer.h>

#include <map>

using namespace linkcheck;
using llvm::StringRef;

namespace cratec {
namespace {

using RowByOption = std::map<const CLI::Option *, const OptionRow *>;

/// Declares the rows to CLI11; inputs go to `options` directly.
RowByOption declareRows(CLI::App &app, Options &options) {
  RowByOption rows;
  for (const OptionRow &row : optionTable()) {
    CLI::Option *option = nullptr;
    if (row.argument)
      option = app.add_option(row.names, row.help)
                   ->type_name(row.argument)
                   ->take_all()
                   ->allow_extra_args(false);
    else
      option = app.add_flag(row.names, row.help);
    rows.emplace(option, &row);
  }
  app.add_option("INPUT", options.inputs, ".rs .c .cc .cpp .cxx .ll .bc .s .S .o");
  return rows;
}

/// Takes in what was given, in the order of the command line: of two that
/// contradict each other the later wins.
void applyRows(const CLI::App &app, const RowByOption &rows, Options &options, Diagnostics &diags) {
  std::map<const CLI::Option *, size_t> taken;
  for (const CLI::Option *option : app.parse_order()) {
    auto found = rows.find(option);
    if (found == rows.end())
      continue;
    const OptionRow &row = *found->second;
    size_t index = taken[option]++;
    StringRef value = row.argument && index < option->results().size()
                          ? StringRef(option->results()[index])
                          : StringRef();
    if (index == 1 && row.times == OptionRow::Times::Once)
      diags
          .error(Code::C02, "Option '{}' given more than once",
                 StringRef(row.names).ltrim('-').str())
          .done();
    if (row.listings == OptionRow::Listings::Yes) {
      options.forwarded.push_back(StringRef(row.names).split(',').first.str());
      if (row.argument)
        options.forwarded.push_back(value.str());
    }
    if (Complaint complaint = row.apply(options, value); !complaint.empty())
      diags.error(Code::C02, "{}", complaint).done();
  }
}

/// Replaces `@file` by the file's lines. Not applied within such a file.
std::vector<std::string> readResponseFiles(std::vector<std::string> arguments, Diagnostics &diags) {
  std::vector<std::string> result;
  for (std::string &argument : arguments) {
    if (!StringRef(argument).starts_with("@")) {
      result.push_back(std::move(argument));
      continue;
    }
    auto file = llvm::MemoryBuffer::getFile(argument.substr(1), /*IsText=*/true);
    if (!file) {
      diags
          .error(Code::C01, "failed to load argument file `{}`: {}", argument.substr(1),
                 file.getError().message())
          .done();
      continue;
    }
    if ((*file)->getBuffer().empty())
      continue;
    for (StringRef line : llvm::split((*file)->getBuffer().rtrim('\n'), '\n'))
      result.push_back(line.rtrim('\r').str());
  }
  return result;
}

/// The row that `name` ("--crate-name") spells, or null.
const OptionRow *findLongOption(StringRef name) {
  for (const OptionRow &row : optionTable())
    for (StringRef spelled : llvm::split(row.names, ','))
      if (spelled == name)
        return &row;
  return nullptr;
}

/// `--name=value` as two words, so that an empty value is one, and a flag that
/// takes none is told.
std::vector<std::string> splitValues(std::vector<std::string> arguments, Diagnostics &diags) {
  std::vector<std::string> result;
  bool onlyInputs = false;
  for (std::string &argument : arguments) {
    onlyInputs |= argument == "--";
    auto [name, value] = StringRef(argument).split('=');
    const OptionRow *row = !onlyInputs && name.starts_with("--") && name.size() != argument.size()
                               ? findLongOption(name)
                               : nullptr;
    if (!row) {
      result.push_back(std::move(argument));
    } else if (!row->argument) {
      diags.error(Code::C02, "Option '{}' does not take an argument", name.drop_front(2).str())
          .done();
    } else {
      std::string word = value.str();
      result.push_back(name.str());
      result.push_back(std::move(word));
    }
  }
  return result;
}

/// What each option alone does not show.
void checkTogether(const Options &options, Diagnostics &diags) {
  if (options.json && options.errorFormat != ErrorFormat::Json)
    diags.error(Code::C02, "using `--json` requires also using `--error-format=json`").done();
  for (const auto &[lint, flag] : options.unknownLints)
    diags.warning(Code::E0602, "unknown lint: `{}`", lint)
        .note("requested on the command line with `{}`", flag)
        .help("`cratec -W help` lists the lints");
}

} // namespace

bool Options::wantsDump(Product product) const {
  return llvm::is_contained(dumps, product);
}
bool Options::wantsPrint(PrintKind kind) const {
  return llvm::any_of(prints, [&](const PrintRequest &request) { return request.kind == kind; });
}

bool Options::wantsEmit(EmitKind kind) const {
  if (emit.empty())
    return kind == EmitKind::Link;
  return llvm::any_of(emit, [&](const EmitRequest &request) { return request.kind == kind; });
}

bool Options::emitsOnly(EmitKind kind) const {
  return emit.size() == 1 && emit.front().kind == kind;
}

Options parseOptions(std::vector<std::string> arguments, Diagnostics &diags) {
  Options options;
  CLI::App app("cratec: compiles a crate and sees to it that every artifact has one allocator",
               "cratec");
  app.footer(codegenHelp());
  RowByOption rows = declareRows(app, options);
  arguments = readResponseFiles(std::move(arguments), diags);
  arguments = splitValues(std::move(arguments), diags);
  // CLI11 takes the arguments last first.
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp &) {
    options.help = app.help();
  } catch (const CLI::ExtrasError &) {
    for (const std::string &extra : app.remaining())
      diags
          .error(Code::C02, "Unrecognized option: '{}'",
                 StringRef(extra).ltrim('-').split('=').first.str())
          .help("`cratec --help` lists the options");
  } catch (const CLI::ArgumentMismatch &error) {
    StringRef name = StringRef(error.what()).split(':').first;
    diags.error(Code::C02, "Argument to option '{}' missing", name.ltrim('-').str())
        .help("`cratec --help` lists the options");
  } catch (const CLI::ParseError &error) {
    diags.error(Code::C02, "{}", error.what()).help("`cratec --help` lists the options");
  }
  // Also after a mistake: the others are said too, and how they are shown is an
  // option itself.
  applyRows(app, rows, options, diags);
  checkTogether(options, diags);
  return options;
}

std::string printOptions(const Options &options) {
  std::string text;
  auto line = [&](StringRef name, StringRef value) {
    text += fmt::format("{}: {}\n", name.str(), value.str());
  };
  for (const std::string &input : options.inputs)
    line("input", input);
  line("crate-name", options.crateName.value_or("(from the source)"));
  for (CrateType type : options.crateTypes)
    line("crate-type", spelling(type));
  for (const ExternOption &option : options.externs)
    line("extern", option.path ? option.name + "=" + *option.path : option.name);
  for (const SearchPath &path : options.searchPaths)
    line("search-path", path.directory);
  for (const NativeLibrarySpec &spec : options.nativeLibraries)
    line("native-library", (spelling(spec.library.kind) + "=" + spec.library.name).str());
  line("allocator", options.allocator.value_or("default"));
  line("opt-level", options.codegen.optLevel);
  line("debuginfo", std::to_string(options.codegen.debugInfo));
  line("prefer-dynamic", options.codegen.preferDynamic ? "yes" : "no");
  line("malloc", options.codegen.keepMalloc ? "keep" : "replace");
  return text;
}

} // namespace cratec
