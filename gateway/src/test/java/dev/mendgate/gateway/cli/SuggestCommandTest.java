package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuggestCommandTest {
  private static final String NAMES =
      """
      package app;

      /** Names of people. */
      public class Names {
        public int length(String name) {
          return name.length();
        }
      }
      """;
  private static final String TRACE =
      """
      2026-01-05 10:00:00,000 ERROR [main] app.Server - request failed
      java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null
      \tat app.Names.length(Names.java:6)
      \tat app.Server.main(Server.java:12)
      """;

  private Path temp;
  private TestRepository repository;
  private Path out;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    temp = folder;
    repository = new TestRepository(temp.resolve("repository"));
    out = temp.resolve("out");
  }

  @Test
  void aCrashBecomesAProvenPatchThatGitApplies() throws Exception {
    repository
        .write("src/app/Names.java", NAMES)
        .write("test/app/NamesTest.java", passingTest())
        .commit("ana");

    CommandRun run =
        suggest(
            TRACE,
            "--source",
            "src",
            "--test-source",
            "test",
            "--classpath",
            jupiter(),
            "--release",
            "17");

    assertEquals(0, run.exitCode(), run.err());
    JsonObject answer = json();
    assertEquals(
        "java.lang.NullPointerException", text(answer.getAsJsonObject("failure"), "exceptionType"));
    assertTrue(
        text(answer.getAsJsonObject("failure"), "patternHash").matches("[0-9a-f]{16}"),
        "the log line before the trace has a pattern");
    JsonObject location = answer.getAsJsonObject("location");
    assertEquals("src/app/Names.java", text(location, "path"));
    assertEquals(6, location.get("line").getAsInt());
    assertEquals("ana <ana@example.com>", text(location, "author"));
    assertEquals("2026-01-02T03:04:05Z", text(location, "authoredAt"));
    JsonObject best = answer.getAsJsonArray("candidates").get(0).getAsJsonObject();
    assertEquals("PROVEN", text(best, "verdict"), run.out());
    JsonObject evidence = best.getAsJsonObject("evidence");
    assertEquals(
        "fails-before-passes-after", text(evidence.getAsJsonObject("reproducer"), "status"));
    assertTrue(evidence.getAsJsonObject("tests").get("run").getAsInt() >= 1);
    assertTrue(Files.exists(out.resolve(text(evidence.getAsJsonObject("reproducer"), "file"))));
    assertEquals(0, repository.git("apply", "--check", patch(best)));
  }

  @Test
  void anUnvalidatedAnswerRunsNothingAndHasNoVerdict() throws Exception {
    repository.write("src/app/Names.java", NAMES).commit("ana");

    CommandRun run = suggest(TRACE, "--no-validate", "--top", "1");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(1, json().getAsJsonArray("candidates").size());
    JsonObject only = json().getAsJsonArray("candidates").get(0).getAsJsonObject();
    assertTrue(only.get("verdict").isJsonNull());
    assertEquals(0, repository.git("apply", "--check", patch(only)));
  }

  @Test
  void aProjectThatCannotBeBuiltLeavesItsCandidatesInconclusiveAndSaysWhy() throws Exception {
    repository.write("src/app/Names.java", NAMES).commit("ana");

    CommandRun run = suggest(TRACE);

    assertEquals(0, run.exitCode(), run.err());
    JsonObject best = json().getAsJsonArray("candidates").get(0).getAsJsonObject();
    assertEquals("INCONCLUSIVE", text(best, "verdict"));
    assertTrue(text(best.getAsJsonObject("evidence"), "summary").contains("pom.xml"));
  }

  @Test
  void crlfAndOtherEncodingsStayAsTheyAre() throws Exception {
    String windows = NAMES.replace("of people", "für Müller").replace("\n", "\r\n");
    repository.write("src/app/Names.java", windows, StandardCharsets.ISO_8859_1).commit("ana");

    CommandRun run = suggest(TRACE, "--no-validate");

    assertEquals(0, run.exitCode(), run.err());
    JsonObject best = json().getAsJsonArray("candidates").get(0).getAsJsonObject();
    assertEquals(0, repository.git("apply", patch(best)));
    byte[] patched = Files.readAllBytes(repository.folder().resolve("src/app/Names.java"));
    String text = new String(patched, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("für Müller"));
    assertFalse(text.replace("\r\n", "").contains("\n"), "a line lost its carriage return");
  }

  @Test
  void aSourceThatDoesNotParseGetsNoPatchAndANote() throws Exception {
    repository
        .write("src/app/Names.java", NAMES.replace("return name.length();", "return name.length("))
        .commit("ana");

    CommandRun run = suggest(TRACE, "--no-validate");

    assertEquals(1, run.exitCode(), run.out());
    assertTrue(run.out().contains("does not parse"), run.out());
  }

  @Test
  void badInputIsOneClearLineAndExitCodeTwo() throws Exception {
    repository.write("src/app/Names.java", NAMES).commit("ana");

    refused(
        suggest(
            "Traceback (most recent call last):\n  File \"a.py\", line 3, in f\nKeyError: 'a'\n"),
        "Python");
    refused(
        suggest(
            "java.lang.IllegalStateException: x\n\tat java.util.ArrayList.get(ArrayList.java:427)\n"),
        "no frame");
    refused(suggest(TRACE, "--revision", "nowhere"), "nowhere");
    refused(suggest(""), "empty");
    refused(suggest("{\"stackTrace\": 3, \"nope\": 1}"), "protobuf JSON");
    refused(suggest(TRACE, "--top", "0"), "--top");
    Path absent = temp.resolve("absent");
    refused(
        CommandRun.of("suggest", "--repo", absent.toString(), "--failure", absent.toString()),
        "absent");
    refused(CommandRun.of("suggest", "--repo", temp.toString()), "--failure");
  }

  private static void refused(CommandRun run, String mention) {
    assertEquals(2, run.exitCode(), run.out() + run.err());
    assertTrue(run.err().contains(mention), run.err());
    List<String> said = run.err().lines().filter(line -> line.startsWith("mendgate: ")).toList();
    assertEquals(1, said.size(), run.err());
  }

  private CommandRun suggest(String failure, String... more) throws Exception {
    Path file = Files.writeString(temp.resolve("failure.log"), failure);
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "suggest",
                    "--repo",
                    repository.folder().toString(),
                    "--failure",
                    file.toString(),
                    "--data",
                    temp.resolve("data").toString(),
                    "--out",
                    out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private JsonObject json() throws Exception {
    return JsonParser.parseString(Files.readString(out.resolve("suggestions.json")))
        .getAsJsonObject();
  }

  private String patch(JsonObject candidate) {
    return out.resolve(text(candidate, "patch")).toString();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  private static String passingTest() {
    return """
        package app;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class NamesTest {
          @Test
          void lengthCountsCharacters() {
            assertEquals(3, new Names().length("Ana"));
          }
        }
        """;
  }

  /** The JUnit jars this test itself runs with. */
  private static String jupiter() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
        .filter(entry -> entry.matches(".*(junit-|opentest4j|apiguardian|jspecify).*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
