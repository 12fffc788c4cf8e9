#include <gtest/gtest.h>

#include <vector>

#include "report/github.hpp"
#include "report/sarif.hpp"

namespace unbake::report {
namespace {

Found found() {
  Found result;
  result.file = "a,b:c%\n.txt";
  result.begin = {3, 5};
  result.end = {3, 7};
  result.offset = 40;
  result.length = 4;
  result.before = "x\r\ny: 1, %";
  result.after = "z";
  result.written = "z";
  result.path = "utf-8>gbk";
  return result;
}

TEST(Github, EscapesWhatEndsCommandsAndProperties) {
  EXPECT_EQ(github_command(found()),
            "::error file=a%2Cb%3Ac%25%0A.txt,line=3,endLine=3,col=5,endColumn=7,title=utf-8>gbk::\"x%0D%0Ay: 1, %25\" "
            "should be \"z\"\n");
}

TEST(Github, TellsNoColumnsOfSeveralLines) {
  Found over = found();
  over.end = {4, 1};
  EXPECT_EQ(github_command(over).find("col="), std::string::npos);
}

TEST(Sarif, NamesFilesAsUris) {
  const std::string log = sarif_log(std::vector<Found>{found()}, "1.2.3");
  EXPECT_NE(log.find("\"uri\":\"a%2Cb%3Ac%25%0A.txt\""), std::string::npos);
  EXPECT_NE(log.find("\"version\":\"1.2.3\""), std::string::npos);
  EXPECT_NE(log.find("\"byteOffset\":40,\"byteLength\":4"), std::string::npos);
}

}  // namespace
}  // namespace unbake::report
