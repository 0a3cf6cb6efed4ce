//===- Parser.h - the parser of one text --------------------------*- C++ -*-===//
//
// Recursive descent over the tokens of one text. Of mistakes:
//
// - A mistake is said once and sets `broken`; while broken, there are no tokens, and
//   nothing more is said. So every function may go on as if all were well, and returns
//   a node (an empty tuple, `_`) in any case.
// - Brackets match, as the lexer has made sure. What is read between two of them is
//   delimited(): after a mistake inside, the parser goes on behind the closing one.
// - Lists of statements, items and arms resume at the next one: recover().
//
// Of depth: each Nesting is a level, and levels are limited to nestingLimit. Chains
// (`a + b + c`, `a.b().c()`) need no levels to read, but make deep trees: `height` is
// how deep what was read is, and limited to treeHeightLimit.
//
//===----------------------------------------------------------------------===//

#pragma once

#include "driver/rust/syntax/Lexer.h"
#include "driver/rust/syntax/Parse.h"

#include <llvm/ADT/STLExtras.h>

namespace cratec::rust {

struct FormatMistake;
class InterfaceReader;

/// What the parsers of the texts of one crate share.
struct ParseContext {
  ParseContext(SourceMap &sources, linkcheck::Diagnostics &diags, ast::Crate &crate,
               const Configuration &configuration)
      : sources(sources), report(sources, diags), crate(crate), configuration(configuration) {}

  SourceMap &sources;
  Reporter report;
  ast::Crate &crate;
  const Configuration &configuration;
  FileReader *reader = nullptr;
  std::vector<std::string> *files = nullptr;
  bool isCore = false;
  bool isTest = false;              ///< functions under `#[test]` stay
  bool isInterface = false;         ///< functions may lack bodies
  InterfaceReader *later = nullptr; ///< of an interface: reads what was deferred
  bool debugAssertions = true;
  bool boundsAllowed = false;
  std::string crateName;
  std::vector<std::string> modulePath; ///< names of the modules around, without the crate
  std::vector<std::string> openFiles;  ///< files of the modules around, the root first
  unsigned depth = 0;
  unsigned height = 0;
  bool saidTooDeep = false;
  /// Above zero within what `cfg` takes away: its syntax counts, its meaning does not.
  unsigned off = 0;
};

/// Adds a text of the crate to the source map, with line ends as `\n` and without a byte
/// order mark. Nothing, and said, where it cannot be read; `where` is what asks for it.
std::optional<uint32_t> addSourceText(ParseContext &context, const std::string &path,
                                      std::unique_ptr<llvm::MemoryBuffer> text, Span where);

/// Reads the root file into `context.crate`. False where there is no tree at all.
bool parseRoot(ParseContext &context, const std::string &path,
               std::unique_ptr<llvm::MemoryBuffer> text);

/// Adds the function that hands all tests of the crate to the runner, which is the crate
/// `test`: `context.crate.testMain`.
void addTestHarness(ParseContext &context);

/// Attributes before something, `cfg` and `cfg_attr` applied.
struct AttributeList {
  ast::Attributes attributes;
  bool isOn = true;
  Span span; ///< unknown where there are none
};

class Parser {
public:
  Parser(ParseContext &context, uint32_t start, LexMode mode);
  /// Of a part of a text.
  Parser(ParseContext &context, Span part, LexMode mode,
         llvm::ArrayRef<linkcheck::TextRange> deferred = {});

  /// The whole text, as the contents of `module`; `directory` is where its `mod name;`
  /// look for files. False where the text's own `cfg` takes it away.
  bool parseFile(ast::Module &module, llvm::StringRef directory);
  /// Whether the text, a predicate of `cfg`, holds. What is no predicate is said.
  bool parsePredicate();
  /// The items of a derive's text.
  void parseGenerated(std::vector<const ast::Item *> &items);
  /// The text is what stands for a Deferred.
  void parseDeferred(const ast::Block *&block);
  void parseDeferred(const ast::ItemList *&items);

private:
  using Kind = TokenKind;
  enum class Place { Module, Block, Impl, Trait, Extern };

  /// One level of nesting, for as long as it lives. False where it is too deep; the
  /// parser is broken then.
  class Nesting {
  public:
    explicit Nesting(Parser &parser);
    ~Nesting();
    explicit operator bool() const { return isFine; }

  private:
    ParseContext &context;
    unsigned outerHeight;
    bool isFine;
  };
  /// Another link of a chain was read.
  bool link();
  void tooDeep();

  // ---- tokens (Parser.cpp) ----
  const Token &peek() const { return peekAt(0); }
  const Token &peekAt(size_t distance) const {
    return broken ? eofToken : lexed.tokens[std::min(pos + distance, end)];
  }
  bool at(Kind kind) const { return peek().is(kind); }
  bool atWord(llvm::StringRef word) const { return peek().isWord(word); }
  bool atEnd() const { return broken || pos >= end; }
  bool atIdentifier() const { return isIdentifier(peek()); }
  static bool isIdentifier(const Token &token);
  /// Whether the tokens at `distance` and after it touch.
  bool touches(size_t distance) const;
  bool atTwo(Kind first, Kind second) const {
    return at(first) && peekAt(1).is(second) && touches(0);
  }
  const Token &bump();
  /// As at(), and remembers for the message that it was looked for.
  bool check(Kind kind);
  bool checkWord(llvm::StringRef word);
  bool eat(Kind kind) { return check(kind) && (bump(), true); }
  bool eatWord(llvm::StringRef word) { return checkWord(word) && (bump(), true); }
  bool expect(Kind kind);
  bool expectWord(llvm::StringRef word);
  /// Takes `first` off a longer token (`>` off `>>`), or the token itself.
  bool eatPart(Kind first);
  bool atPart(Kind first) const;
  void expectPart(Kind first);
  Span previous() const { return lastSpan; }
  /// From `begin` to the last token.
  Span since(Span begin) const { return {begin.begin, std::max(begin.end, lastSpan.end)}; }
  ast::Ident expectIdentifier();
  std::optional<ast::Ident> eatLifetime();
  ast::Name save(llvm::StringRef text) { return context.crate.arena.save(text); }
  template <typename T, typename... Args> T *make(Args &&...args) {
    return context.crate.arena.make<T>(std::forward<Args>(args)...);
  }

  // ---- mistakes ----
  /// Another token than those looked for.
  void unexpected();
  /// "expected type, found `x`"
  void expected(llvm::StringRef what);
  template <typename... Args>
  void fail(linkcheck::Code code, Span span, llvm::StringRef label,
            fmt::format_string<Args...> format, Args &&...args) {
    if (!broken)
      context.report.error(code, span, label, format, std::forward<Args>(args)...).done();
    broken = true;
    wanted.clear();
  }
  /// D01: `what` is "closures are".
  void outside(Span span, llvm::StringRef what, llvm::StringRef help = {});
  bool isMuted() const { return broken || context.off != 0; }
  std::string describeFound() const;
  /// Goes on behind the statement or item that begins at token `from`.
  void recover(size_t from, bool braceEnds);
  /// Reads between brackets; `inside` is called once, and has to read up to the end.
  template <typename Inside> bool delimited(Kind open, Inside inside) {
    if (!check(open)) {
      unexpected();
      return false;
    }
    size_t close = lexed.partners[pos];
    size_t outerEnd = std::exchange(end, close);
    bump();
    inside();
    if (!broken && pos < end)
      unexpected();
    closeDelimited(close, outerEnd);
    return true;
  }
  void closeDelimited(size_t close, size_t outerEnd);
  /// `element` once for each, with commas between; up to the end of the brackets.
  template <typename Element> void commaList(Element element) {
    while (!atEnd()) {
      element();
      if (!eat(Kind::Comma))
        break;
    }
  }
  /// Over a bracket with all that it holds, or over one token.
  void skipTree();

  // ---- attributes (Attributes.cpp) ----
  AttributeList parseOuterAttributes();
  void parseInnerAttributes(ast::Attributes &attributes, bool &isOn);
  bool parseAttributeBody(ast::MetaItem &item);
  ast::MetaItem parseMetaItem();
  void parseMetaList(ast::MetaItem &item);
  bool atLiteral() const;
  std::string literalText(const Token &token) const;
  void applyAttribute(ast::MetaItem item, Span whole, ast::Attributes &attributes, bool &isOn);
  void applyConfigurationAttribute(const ast::MetaItem &item, Span whole,
                                   ast::Attributes &attributes, bool &isOn);
  bool evaluate(const ast::MetaItem &predicate, llvm::StringRef where, Span whole);
  bool evaluateList(const ast::MetaItem &predicate, llvm::StringRef where, Span whole);
  void malformed(llvm::StringRef where, Span whole, llvm::StringRef why, bool wrongCount);
  void noteRemoved(Span span);
  /// Counts as off for as long as it lives, if `isOn` is false.
  class OffScope {
  public:
    OffScope(Parser &parser, bool isOn) : context(parser.context), counted(!isOn) {
      context.off += counted;
    }
    ~OffScope() { context.off -= counted; }

  private:
    ParseContext &context;
    bool counted;
  };

  // ---- items (ParseItems.cpp, ParseFunctions.cpp, ParseUse.cpp, Modules.cpp) ----
  using Items = ast::ItemList;
  void parseItems(Items &items, Place place);
  void parseOneItem(Items &items, Place place);
  bool atItem() const;
  bool atFunction(size_t distance = 0) const;
  /// What the item begins with, before its keyword.
  struct Head {
    AttributeList attributes;
    Span begin;
    bool isPublic = false;
  };
  void parseItemAfterHead(Items &items, Head head, Place place);
  bool parseItemByKeyword(Items &items, Head &head, Place place);
  bool parseForeignConstruct(Head &head);
  bool isAllowed(const ast::Item &item, Place place);
  // TestHarness.cpp
  bool isLeftOutTest(const ast::Attributes &attributes, Place place) const;
  void checkTest(const ast::Item &item, Place place);
  void sayNoTest(const ast::MetaItem &attribute, const ast::Item *item);
  /// Puts `item` into `items`, unless it is off, with the impls that it derives.
  void finish(Items &items, Head &head, ast::Item *item);
  bool parseVisibility(bool isField = false);
  void skipItem();
  void parseExternCrate(Items &items, Head &head);
  void parseValueItem(Items &items, Head &head, Place place);
  void parseTypeAlias(Items &items, Head &head, Place place);
  void parseStruct(Items &items, Head &head);
  void parseEnum(Items &items, Head &head);
  void parseVariant(ast::EnumItem &item);
  void parseNamedFields(std::vector<ast::FieldDecl> &fields, bool inVariant);
  void parseTupleFields(std::vector<ast::FieldDecl> &fields, bool inVariant);
  void parseImpl(Items &items, Head &head);
  ast::Deferred<ast::ItemList> parseImplMembers(ast::ImplItem &item, bool &isOn);
  void parseTrait(Items &items, Head &head);
  void parseExternBlock(Items &items, Head &head, ast::Name abi);
  void parseFunction(Items &items, Head &head, Place place);
  void parseParameters(ast::FunctionItem &function, Place place);
  bool parseSelf(ast::FunctionItem &function);
  void parseParameter(ast::FunctionItem &function, Place place);
  void parseFunctionBody(ast::FunctionItem &function, Place place);
  std::optional<ast::Name> parseAbi();
  ast::Generics parseGenerics();
  void parseGenericParam(ast::Generics &generics);
  void parseWhere(ast::Generics &generics);
  void parseWherePredicate(ast::Generics &generics);
  /// Bounds up to a `,`, `>`, `=`, `{` or `;`.
  std::vector<ast::Path> parseBounds();
  void parseBound(std::vector<ast::Path> &bounds);
  void parseUse(Items &items, Head &head);
  struct UseTree;
  void parseUseTree(UseTree &tree, ast::Path prefix, bool inList);
  void addUse(UseTree &tree, ast::Path path, bool inList);
  void parseModule(Items &items, Head &head);
  void setCrateAttributes();
  bool loadModule(ast::Module &module, const ast::Attributes &attributes, Span span);
  std::unique_ptr<llvm::MemoryBuffer> findModule(const ast::Module &module,
                                                 const ast::Attributes &attributes, Span span,
                                                 std::string &path, bool &ownsDirectory);
  void derive(Items &items, const ast::Item &item);

  // ---- paths and types (ParseTypes.cpp) ----
  enum class PathStyle { Type, Expression, Module };
  ast::Path parsePath(PathStyle style);
  bool atPathStart() const;
  bool atPathSegment() const;
  void parseSegment(ast::Path &path, PathStyle style);
  void parseGenericArguments(ast::PathSegment &segment);
  void parseGenericArgument(ast::PathSegment &segment);
  void parseFunctionTraitArguments(const ast::PathSegment &segment);
  /// `<T as Trait>::name`: read, and D01.
  void skipQualifiedPath();
  const ast::TypeExpr *parseType();
  const ast::TypeExpr *parseTypeBeforeBounds();
  ast::TypeExpr *newType(ast::TypeExpr::Kind kind, Span span);
  const ast::TypeExpr *parseReferenceType(Span begin);
  const ast::TypeExpr *parsePointerType(Span begin);
  const ast::TypeExpr *parseParenType(Span begin);
  const ast::TypeExpr *parseBracketType(Span begin);
  const ast::TypeExpr *parseFunctionType(Span begin);
  const ast::TypeExpr *parsePathType(Span begin);
  void skipLifetimeBinder();
  const ast::TypeExpr *errorType() { return newType(ast::TypeExpr::Kind::Tuple, peek().span); }

  // ---- patterns (ParsePatterns.cpp) ----
  std::vector<const ast::Pattern *> parseAlternatives();
  const ast::Pattern *parsePattern();
  ast::Pattern *newPattern(ast::Pattern::Kind kind, Span span);
  const ast::Pattern *parsePatternStart(Span begin);
  const ast::Pattern *parseReferencePattern(Span begin);
  const ast::Pattern *parseBinding(Span begin);
  const ast::Pattern *parseTuplePattern(Span begin);
  const ast::Pattern *parsePathPattern(Span begin);
  const ast::Pattern *parseRangeRest(Span begin, const ast::Expr *low);
  void parsePatternList(ast::Pattern &pattern);
  void parseFieldPattern(ast::Pattern &pattern);
  const ast::Expr *parsePatternLiteral();
  bool atPatternLiteral() const;
  bool atRangeSign() const;

  // ---- expressions (ParseExpressions.cpp, ParsePrimary.cpp, ParseControl.cpp) ----
  const ast::Expr *parseExpr();
  const ast::Expr *parseExprNoStruct();
  /// The rest of an expression whose beginning has been read.
  const ast::Expr *parseExprRest(const ast::Expr *left);
  const ast::Expr *parseRangeOrAbove();
  const ast::Expr *parseRangeRest(const ast::Expr *low);
  const ast::Expr *parseBinary(unsigned lowest);
  const ast::Expr *parseBinaryRest(const ast::Expr *left, unsigned lowest);
  const ast::Expr *parseCast(const ast::Expr *operand);
  bool mayBeArguments(size_t distance) const;
  struct Operator {
    ast::BinaryOp op;
    unsigned precedence;
    unsigned tokens; ///< 1; 2 for `<-`, which is `<` and `-`
  };
  std::optional<Operator> atOperator() const;
  const ast::Expr *parsePrefix();
  const ast::Expr *parseBorrow();
  const ast::Expr *parsePostfix(const ast::Expr *base);
  const ast::Expr *parseDot(const ast::Expr *base);
  std::vector<const ast::Expr *> parseArguments();
  bool atExprStart() const;
  const ast::Expr *parsePrimary();
  const ast::Expr *parseKeywordExpr(const Token &token);
  const ast::Expr *parseParenExpr();
  const ast::Expr *parseArrayExpr();
  const ast::Expr *parsePathExpr();
  const ast::Expr *parseStructExpr(ast::Path path);
  void parseFieldValue(ast::StructExpr &expr);
  const ast::Expr *parseClosure();
  const ast::Expr *parseJump();
  const ast::LiteralExpr *parseLiteral();
  void setNumber(ast::LiteralExpr &literal, const Token &token);
  const ast::Expr *errorExpr(Span span) {
    return make<ast::ListExpr>(ast::Expr::Kind::Tuple, span, std::vector<const ast::Expr *>());
  }
  const ast::Expr *errorExpr() { return errorExpr(peek().span); }

  bool atBlockLike() const;
  const ast::Expr *parseBlockLike();
  const ast::Expr *parseIf();
  ast::IfExpr *parseIfHead();
  void parseElse(ast::IfExpr &expr);
  const ast::Expr *parseWhile(Span begin, std::optional<ast::Ident> label);
  const ast::Expr *parseFor(Span begin, std::optional<ast::Ident> label);
  const ast::Expr *parseLabeled();
  const ast::Expr *parseMatch();
  void parseArm(ast::MatchExpr &expr);
  void parseArmAfterAttributes(ast::MatchExpr &expr, bool isOn);
  const ast::Expr *parseLetScrutinee();
  const ast::Block *parseBlock();
  ast::Block *parseBlockContents();
  void parseStatement(ast::Block &block);
  void parseLet(ast::Block &block, bool isOn, Span begin);
  void parseExprStatement(ast::Block &block, bool isOn, Span begin);
  void parseItemStatement(ast::Block &block, AttributeList attributes);

  // ---- macros (ParseMacros.cpp, ParseFormat.cpp) ----
  struct MacroCall {
    llvm::StringRef name;
    Span begin; ///< of the name
    Span nameSpan;
    Span span; ///< the whole invocation, once it is read
  };
  bool atMacro() const;
  const ast::Expr *parseMacro();
  const ast::Expr *parseMacroArguments(MacroCall &call);
  const ast::Expr *parseMacroByName(MacroCall &call);
  const ast::Expr *parseLiteralMacro(MacroCall &call);
  const ast::Expr *parseFormatMacro(MacroCall &call, ast::FormatExpr::Macro macro);
  const ast::Expr *parsePanicMacro(MacroCall &call, ast::FormatExpr::Macro macro);
  const ast::Expr *parseAssertMacro(MacroCall &call, ast::AssertExpr::Macro macro, bool debugOnly);
  const ast::Expr *parseVecMacro(MacroCall &call);
  const ast::Expr *parseTryMacro(MacroCall &call);
  const ast::Expr *parseCfgMacro(MacroCall &call);
  const ast::Expr *parseConcat(MacroCall &call);
  void appendLiteral(std::string &text, const ast::Expr *expr);
  const ast::Expr *parseInclude(MacroCall &call, bool isBytes);
  const ast::Expr *parseEnv(MacroCall &call);
  void noArguments(const MacroCall &call);
  const ast::Expr *stringLiteral(Span span, llvm::StringRef text);
  void unknownMacro(const MacroCall &call);
  void skipMacroItem();
  std::string stringify(size_t first, size_t last) const;
  struct FormatArguments;
  /// From the format string on, up to the end of the macro's brackets.
  void parseFormat(ast::FormatTemplate &format, Span call, bool newline);
  bool parseFormatArguments(FormatArguments &arguments);
  const ast::LiteralExpr *parseFormatLiteral();
  void sayMistake(const FormatMistake &mistake, Span span);
  /// Text that is printed as it is.
  void plainFormat(ast::FormatTemplate &format, Span span, llvm::StringRef text);

  ParseContext &context;
  uint32_t start;
  LexMode mode;
  LexedText lexed;
  Token eofToken;
  size_t pos = 0;
  size_t end = 0;
  Span lastSpan;
  bool broken = false;
  bool noStruct = false;    ///< `{` after a path begins a block
  std::string directory;    ///< where `mod name;` looks for files
  bool inFileModule = true; ///< not within an inline module
  /// What was looked for at this token.
  struct Wanted {
    llvm::StringRef text; ///< a word, or a description as messages print it
    bool isWord;
  };
  llvm::SmallVector<Wanted, 16> wanted;
};

} // namespace cratec::rust
