//===- ProcessTest.cpp - other programs ------------------------------------===//

#include "driver/Process.h"

#include "DriverFixture.h"
#include "driver/Signals.h"
#include "driver/TemporaryFiles.h"

using namespace cratec;

namespace {

class Process : public DriverFixture {
protected:
  ProcessResult shell(const std::string &script, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"-c", script, "sh"});
    return runProcess("/bin/sh", arguments);
  }
};

} // namespace

TEST_F(Process, TheExitCodeAndTheErrorsAreKept) {
  for (int code : {0, 1, 2, 101, 125, 255}) {
    ProcessResult result = shell("printf 'one\\ntwo' >&2; exit " + std::to_string(code));
    EXPECT_EQ(result.exitCode, code);
    EXPECT_EQ(result.errorOutput, "one\ntwo");
    EXPECT_EQ(result.failure, "");
  }
}

TEST_F(Process, TheOutputIsKeptWhereItIsAskedFor) {
  ProcessResult result =
      runProcess("/bin/sh", {std::string("-c"), std::string("printf 'a\\nb'; echo c >&2")},
                 StandardOutput::Kept);
  EXPECT_EQ(result.output, "a\nb");
  EXPECT_EQ(result.errorOutput, "c\n");
  EXPECT_EQ(shell("echo printed").output, "");
}

TEST_F(Process, ItReadsNothingAndPrintsNothing) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  ProcessResult result = shell("echo printed; cat; echo said >&2");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(result.exitCode, 0);
  EXPECT_EQ(result.errorOutput, "said\n");
}

TEST_F(Process, ArgumentsArriveAsTheyAre) {
  EXPECT_EQ(
      shell("printf '<%s>' \"$@\" >&2", {"a b", "", "'\"", "$HOME", "*", "-x\n", "\\"}).errorOutput,
      "<a b><><'\"><$HOME><*><-x\n><\\>");
}

TEST_F(Process, MuchOutputIsNoDeadlock) {
  ProcessResult result = shell("head -c 3000000 /dev/zero >&2");
  EXPECT_EQ(result.exitCode, 0);
  EXPECT_EQ(result.errorOutput.size(), 3000000u);
}

TEST_F(Process, ThatDoesNotRunSaysWhy) {
  ProcessResult missing = runProcess(path("missing"), {});
  EXPECT_LT(missing.exitCode, 0);
  EXPECT_NE(missing.failure, "");
  ProcessResult text = runProcess(write("text", "no program"), {});
  EXPECT_LT(text.exitCode, 0);
  EXPECT_NE(text.failure, "");
}

TEST_F(Process, ThatIsKilledSaysHow) {
  ProcessResult result = shell("echo last words >&2; kill -9 $$");
  EXPECT_LT(result.exitCode, 0);
  EXPECT_NE(result.failure, "");
  EXPECT_EQ(result.errorOutput, "last words\n");
}

// Told to end, this process ends the program too, and leaves no files.
TEST_F(Process, EndsWithThisOne) {
  for (auto [signal, name] : {std::pair{SIGTERM, "TERM"}, {SIGINT, "INT"}, {SIGHUP, "HUP"}}) {
    EXPECT_EXIT(
        {
          WithEnvironment temporaryFolder("TMPDIR", path(""));
          endCleanlyOnSignals();
          shell("echo $$ > \"$1\"; sleep 0.3; kill -$2 $PPID; exec sleep 5", {path("pid"), name});
          _exit(0);
        },
        testing::KilledBySignal(signal), "");
    EXPECT_EQ(files(), Names{"pid"});
    int pid = 0;
    ASSERT_FALSE(llvm::StringRef(read("pid")).trim().getAsInteger(10, pid));
    EXPECT_NE(kill(pid, 0), 0);
  }
}

TEST_F(Process, SignalsMeanAfterwardsWhatTheyMeantBefore) {
  for (bool runs : {true, false})
    EXPECT_EXIT(
        {
          runProcess(runs ? "/bin/true" : path("missing"), {});
          TemporaryFiles temporaries("");
          temporaries.create("a", "o", diags);
          raise(SIGINT);
          _exit(0);
        },
        testing::KilledBySignal(SIGINT), "");
}

TEST_F(Process, NoFilesStay) {
  WithEnvironment temporaryFolder("TMPDIR", path(""));
  shell("echo x >&2");
  runProcess(path("missing"), {});
  EXPECT_EQ(files(), Names());
}

TEST_F(Process, WithoutATemporaryFolderItDoesNotRun) {
  WithEnvironment temporaryFolder("TMPDIR", path("none"));
  ProcessResult result = shell("exit 0");
  EXPECT_LT(result.exitCode, 0);
  EXPECT_NE(result.failure, "");
}
