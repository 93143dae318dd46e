#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> words_of(const std::string& output, const std::vector<std::string>& more) {
  std::vector<std::string> words = {"run", "base.yaml", "-o",        output, "--years", "12", "--replicates",
                                    "3",   "--json",    "--threads", "2",    "--seed",  "4"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string digest_in(const Ended& ended) {
  return ended.code == 0 ? nlohmann::json::parse(ended.out).at("digest").get<std::string>() : ended.err;
}

TEST(CheckpointReleaseOnly, KilledAgainAndAgainARunEndsWithTheDigestOfAnUndisturbedOne) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const std::string whole = digest_in(districtsim(folder, words_of("whole.h5", {})));
  int killed = 0;
  for (int attempt = 0; attempt < 12; ++attempt) {
    Program program(folder, words_of("out.h5", {"--checkpoint-every", "5", "--resume"}));
    std::this_thread::sleep_for(std::chrono::milliseconds(40 + 37 * attempt % 90));
    program.send(attempt % 3 == 2 ? SIGTERM : SIGKILL);
    const Ended ended = program.wait();
    if (ended.code == 130) {
      EXPECT_THAT(ended.err, HasSubstr("out.h5.checkpoint keeps what is done"));
    }
    if (ended.code == 0) break;
    ++killed;
  }
  EXPECT_GE(killed, 1);
  EXPECT_EQ(digest_in(districtsim(folder, words_of("out.h5", {"--checkpoint-every", "5", "--resume"}))), whole);
  EXPECT_THAT(sorted_names(folder), ElementsAre("base.yaml", "out.h5", "whole.h5"));
}

TEST(Checkpoint, ACheckpointOfAnotherRunIsRefused) {
  const TemporaryFolder folder;
  put_scenario(folder);
  std::filesystem::create_directory(folder / "out.h5.checkpoint");
  put_text(folder / "out.h5.checkpoint" / "run.json", R"({"seed": "9"})");
  const Ended anew = districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--checkpoint-every", "36"});
  EXPECT_EQ(anew.code, 2);
  EXPECT_THAT(anew.err, HasSubstr("go on with --resume, or remove the folder"));
  const Ended other = districtsim(folder, {"run", "base.yaml", "-o", "out.h5", "--resume"});
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("seed: 9, and now 1"));
  EXPECT_FALSE(std::filesystem::exists(folder / "out.h5"));
  const Ended nowhere = districtsim(folder, {"run", "base.yaml", "--ledger", "--resume"});
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("-o OUT.h5 is missing"));
}

}  // namespace
}  // namespace districtsim
