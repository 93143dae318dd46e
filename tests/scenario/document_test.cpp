#include "sim/scenario/document.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

/// Complaints about a text, one a line.
std::string complaints_of(std::string_view text) {
  std::string all;
  for (const Complaint& complaint : parse_document(text, {"d.yaml", {}}).complaints) {
    all += (all.empty() ? "" : "\n") + complaint.text();
  }
  return all;
}

std::string repeated(std::string_view piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

TEST(Document, EveryNodeKnowsItsLineAndColumn) {
  const Document document = parse_document("a: 1\nb:\n  - x\n  - {c: y}\n", {"d.yaml", {}});
  ASSERT_TRUE(document.complaints.empty());
  const Node& list = *document.root.find("b");
  EXPECT_EQ(document.root.find("a")->place.text(), "d.yaml:1:4");
  EXPECT_EQ(list.key_place.text(), "d.yaml:2:1");
  EXPECT_EQ(list.children[0].place.text(), "d.yaml:3:5");
  EXPECT_EQ(list.children[1].find("c")->place.text(), "d.yaml:4:9");
}

TEST(Document, ColumnsCountCharactersNotBytes) {
  const Document document = parse_document("{\"äöü\": x, b: y}", {"d.yaml", {}});
  EXPECT_EQ(document.root.find("b")->place.text(), "d.yaml:1:15");
}

TEST(Document, AByteOrderMarkIsNotAColumn) {
  const Document document = parse_document(
      "\xEF\xBB\xBF"
      "a: 1\n",
      {"d.yaml", {}});
  EXPECT_EQ(document.root.find("a")->place.text(), "d.yaml:1:4");
}

TEST(Document, WindowsLineEndsAreLineEnds) {
  const Document document = parse_document("a: 1\r\nb: two\r\n", {"d.yaml", {}});
  EXPECT_EQ(document.root.find("b")->text, "two");
  EXPECT_EQ(document.root.find("b")->place.text(), "d.yaml:2:4");
}

TEST(Document, PlainScalarsKeepTheirSpelling) {
  const Document document = parse_document("a: 0100007\nb: NO\nc: '5'\nd: 1.50\n", {"d.yaml", {}});
  EXPECT_EQ(document.root.find("a")->text, "0100007");
  EXPECT_EQ(document.root.find("b")->text, "NO");
  EXPECT_EQ(document.root.find("d")->text, "1.50");
  EXPECT_FALSE(document.root.find("a")->quoted);
  EXPECT_TRUE(document.root.find("c")->quoted);
}

TEST(Document, DuplicateKeysAreAllFound) {
  EXPECT_EQ(complaints_of("a: 1\nb: {c: 1, c: 2}\na: 3\n"),
            "d.yaml:2:11: the key c is written twice (first on line 2)\n"
            "d.yaml:3:1: the key a is written twice (first on line 1)");
}

TEST(Document, ASecondDocumentIsNotIgnored) {
  EXPECT_EQ(complaints_of("a: 1\n---\nb: 2\n"), "d.yaml:2:1: a second document begins; a file holds one document");
}

TEST(Document, SyntaxErrorsHaveAPlace) {
  EXPECT_EQ(complaints_of("a: [1, 2\n"), "d.yaml:2:1: not valid YAML: a [ is not closed by ]");
  EXPECT_EQ(complaints_of("a: 1\nb: \"open\n"), "d.yaml:2:4: not valid YAML: a quotation mark is not closed");
  EXPECT_EQ(complaints_of("a:\n\tb: 1\n"), "d.yaml:2:1: a tab indents this line; indent with spaces");
  EXPECT_EQ(complaints_of("a: b: c\n").find("d.yaml:1:5: not valid YAML"), 0U);
}

TEST(Document, TextThatIsNotTextIsRefused) {
  EXPECT_EQ(complaints_of(std::string_view("a: 1\nb: \0\n", 10)), "d.yaml:2:4: NUL byte: this is not a text file");
  EXPECT_EQ(complaints_of("a: \xFF\n"), "d.yaml:1:4: not UTF-8 text (byte 0xFF); save the file as UTF-8");
  EXPECT_EQ(complaints_of("a: \xC0\xAF\n"), "d.yaml:1:4: not UTF-8 text (byte 0xC0); save the file as UTF-8");
  EXPECT_EQ(complaints_of("a: \xED\xA0\x80\n"), "d.yaml:1:4: not UTF-8 text (byte 0xED); save the file as UTF-8");
  EXPECT_EQ(complaints_of("a: 1\n\x04 b: 2\n"), "d.yaml:2:1: control character U+0004 is not allowed in text");
  EXPECT_EQ(complaints_of("a: \"\\0\"\n"), "d.yaml:1:4: the text holds a control character");
}

TEST(Document, EmptyTextIsNamedSo) {
  EXPECT_EQ(complaints_of(""), "d.yaml: is empty");
  EXPECT_EQ(complaints_of("# only a comment\n"), "d.yaml: is empty");
}

TEST(Document, WhatScenariosDoNotNeedIsRefused) {
  EXPECT_EQ(complaints_of("<<: {a: 1}\n"),
            "d.yaml:1:1: merge keys (<<) are not supported; use extends or repeat the values");
  EXPECT_EQ(complaints_of("a: !!str 5\n"), "d.yaml:1:4: tags (tag:yaml.org,2002:str) are not supported");
  EXPECT_EQ(complaints_of("? [a, b]\n: 1\n"), "d.yaml:1:3: a key must be plain text");
}

TEST(Document, AnAliasIsACopy) {
  const Document document = parse_document("a: &x {b: 1}\nc: *x\n", {"d.yaml", {}});
  ASSERT_TRUE(document.complaints.empty());
  EXPECT_EQ(document.root.find("c")->find("b")->text, "1");
}

TEST(Document, AliasBombsDoNotExplode) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string name = "a" + std::to_string(i);
    bomb += name + ": &" + name + " [" + repeated("*a" + std::to_string(i - 1) + ", ", 9) + "x]\n";
  }
  EXPECT_NE(complaints_of(bomb).find("anchors and aliases copy more than 100000 values"), std::string::npos);
}

TEST(Document, AnAliasInsideItsOwnAnchorIsRefused) {
  EXPECT_EQ(complaints_of("a: &x [*x]\n"), "d.yaml:1:8: an alias inside the value it stands for");
}

TEST(Document, NestingHasALimit) {
  const std::string deep = repeated("[", deepest_nesting) + repeated("]", deepest_nesting);
  EXPECT_EQ(complaints_of(deep), "");
  EXPECT_EQ(complaints_of("[" + deep + "]"), "d.yaml:1:65: nested deeper than 64 levels");
  EXPECT_EQ(complaints_of(repeated("- ", 100'000)), "d.yaml:1:129: nested deeper than 64 levels");
}

TEST(Document, TooManyValuesAreTooMany) {
  const std::string many = "[" + repeated("0,", static_cast<int>(most_nodes)) + "0]";
  EXPECT_NE(complaints_of(many).find("more than 1000000 values"), std::string::npos);
}

using DocumentFile = ScenarioFolder;

TEST_F(DocumentFile, WhatCannotBeReadIsSaid) {
  EXPECT_EQ(errors(folder() / "none.yaml"), Messages{"none.yaml: does not exist"});
  EXPECT_EQ(errors(write("empty.yaml", "")), Messages{"empty.yaml: is empty"});
  EXPECT_EQ(errors(write("big.yaml", std::string(largest_document + 1, ' '))),
            Messages{"big.yaml: is larger than 16 MiB"});
  std::filesystem::create_directory(folder() / "folder.yaml");
  EXPECT_EQ(errors(folder() / "folder.yaml"), Messages{"folder.yaml: is a directory, not a file"});
}

TEST_F(DocumentFile, WithoutPermissionItSaysSo) {
  const std::filesystem::path path = write_scenario("secret.yaml", "");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  if (std::ifstream(path)) GTEST_SKIP() << "this user may read everything";
  EXPECT_EQ(errors(path), Messages{"secret.yaml: cannot be read (Permission denied)"});
}

}  // namespace
}  // namespace districtsim
