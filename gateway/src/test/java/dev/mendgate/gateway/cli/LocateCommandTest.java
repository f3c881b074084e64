package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocateCommandTest {
  private static final String PATH = "src/main/java/app/Cart.java";
  private static final String CART =
      """
      package app;

      public class Cart {
        private static final System.Logger log = System.getLogger("app.Cart");

        int count(String[] items) {
          log.log(System.Logger.Level.INFO, "counting the cart of {0}", items);
          return items.length;
        }
      }
      """;
  private static final String TRACE =
      "java.lang.NullPointerException\n\tat app.Cart.count(Cart.java:8)\n";

  private Path temp;
  private TestRepository repository;
  private String deployed;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    temp = folder;
    repository = new TestRepository(folder.resolve("repository"));
    deployed = repository.write(PATH, CART).commit("ana");
    repository
        .write(PATH, CART.replace("public class", "/** What is\n * bought. */\npublic class"))
        .commit("bo");
  }

  @Test
  void aLineOfTheDeployedRevisionIsMappedToHeadAndBlamedThere() throws Exception {
    JsonObject location = located(TRACE, "--revision", deployed);

    assertEquals(PATH, location.get("path").getAsString());
    assertEquals(10, location.get("line").getAsInt());
    assertEquals(8, location.get("deployedLine").getAsInt());
    assertEquals("return items.length;", location.get("source").getAsString());
    assertEquals(deployed, location.get("commit").getAsString());
    assertEquals("ana <ana@example.com>", location.get("owner").getAsString());
    assertEquals("author", location.get("ownerKind").getAsString());
    assertEquals("last to change the line", location.get("ownerReason").getAsString());
    assertEquals("stack-frame", location.get("found").getAsString());
  }

  @Test
  void aLogLineAloneIsMappedToTheStatementThatWroteIt() throws Exception {
    JsonObject location = located("2026-01-05 10:00:00 INFO app.Cart - counting the cart of bea\n");

    assertEquals(9, location.get("line").getAsInt());
    assertEquals("log-pattern", location.get("found").getAsString());
  }

  @Test
  void aHashAloneIsMappedToTheStatement() throws Exception {
    CommandRun patterns =
        CommandRun.of("patterns", write("line.log", "counting the cart of 7\n"), "--data", data());
    String hash = patterns.out().substring(0, patterns.out().indexOf('\t'));

    JsonObject location = located("{\"logPatternHash\": \"" + hash + "\"}");

    assertEquals(9, location.get("line").getAsInt());
  }

  @Test
  void thePlaceTheSenderNamesIsMappedToHead() throws Exception {
    JsonObject location =
        located(
            "{\"logMessage\": \"something else\", \"code\": {\"functionName\": \"app.Cart.count\","
                + " \"filePath\": \"Cart.java\", \"lineNumber\": 7}}",
            "--revision",
            deployed);

    assertEquals(9, location.get("line").getAsInt());
    assertEquals("code-reference", location.get("found").getAsString());
  }

  @Test
  void theOwnerIsWhomCodeOwnersNamesWithTheResponseTimeThatIsConfigured() throws Exception {
    repository.write("CODEOWNERS", "*.java @acme/carts\n").commit("bo");
    String owners = write("owners", "team @acme/carts responds 4h contact #carts\n");

    JsonObject location = located(TRACE, "--revision", deployed, "--owners", owners);

    assertEquals("@acme/carts", location.get("owner").getAsString());
    assertEquals("code-owners", location.get("ownerKind").getAsString());
    assertEquals("CODEOWNERS line 1 (*.java)", location.get("ownerReason").getAsString());
    assertEquals("PT4H", location.get("ownerResponseTime").getAsString());
    assertEquals("#carts", location.get("ownerContact").getAsString());
  }

  @Test
  void theTextSaysHowSoonTheOwnerAnswersAndWhyItIsThem() throws Exception {
    String owners = write("owners", "team carts responds 90m\npath *.java carts\n");

    String folder = repository.folder().toString();
    String failure = write("failure.log", TRACE);
    CommandRun run =
        CommandRun.of(
            "locate", "--repo", folder, "--failure", failure, "--data", data(), "--owners", owners);

    String expected =
        "owner     carts, answers within 90m\n          path *.java, line 2 of the owners file\n";
    assertTrue(run.out().contains(expected), run.out() + run.err());
  }

  @Test
  void nobodyIsNamedWhereAllHaveLeft() throws Exception {
    String owners = write("owners", "departed *@example.com\n");

    JsonObject location = located(TRACE, "--revision", deployed, "--owners", owners);

    assertTrue(location.get("owner").isJsonNull());
    assertEquals("nobody", location.get("ownerKind").getAsString());
    assertEquals(
        "nobody is left of those who wrote " + PATH + "; ana has left, bo has left",
        location.get("ownerReason").getAsString());
    assertTrue(location.get("ownerResponseTime").isJsonNull());
  }

  @Test
  void aLineOfTheOwnersFileThatIsNotUnderstoodIsBadInput() throws Exception {
    String owners = write("owners", "team carts\npath /src/ cards\n");

    CommandRun run = locate(TRACE, "--owners", owners);

    assertEquals(2, run.exitCode());
    String message = owners + ", line 2: there is no line 'team cards'; add one";
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void theFramesOptionSaysOfEachFrameWhereItStandsOrWhyNot() throws Exception {
    repository.write("src/main/kotlin/app/Tax.kt", "package app\n\nclass Tax\n").commit("bo");
    String trace =
        TRACE
            + "\tat app.Tax.of(Tax.kt:3) ~[tax-1.0.jar:1.0]\n"
            + "\tat java.base/java.util.List.of(List.java:9)\n";

    CommandRun run = locate(trace, "--frames", "--revision", deployed);

    JsonArray frames = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("frames");
    JsonObject cart = frames.get(0).getAsJsonObject();
    assertEquals("found", cart.get("status").getAsString());
    assertEquals(PATH, cart.get("path").getAsString());
    JsonObject candidate = cart.getAsJsonArray("candidates").get(0).getAsJsonObject();
    assertEquals(8, candidate.get("line").getAsInt());
    assertTrue(candidate.get("insideMethod").getAsBoolean());
    JsonObject tax = frames.get(1).getAsJsonObject();
    assertEquals("third-party", tax.get("status").getAsString());
    assertEquals("tax-1.0.jar", tax.get("origin").getAsString());
    assertEquals("platform", frames.get(2).getAsJsonObject().get("status").getAsString());
    String folder = repository.folder().toString();
    String failure = write("failure.log", trace);
    CommandRun text =
        CommandRun.of(
            "locate", "--repo", folder, "--failure", failure, "--data", data(), "--frames");
    assertTrue(
        text.out()
            .contains(
                "  app.Tax.of(Tax.kt:3)\n"
                    + "      not-repairable: src/main/kotlin/app/Tax.kt is Kotlin;"
                    + " only Java is repaired\n"),
        text.out());
  }

  @Test
  void theFramesOptionNeedsAStackTrace() throws Exception {
    CommandRun run = locate("INFO app.Cart - counting the cart of bea\n", "--frames");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("no Java stack trace"), run.err());
  }

  @Test
  void aFrameOfARelocatedPackageIsMappedByARule() throws Exception {
    String trace = TRACE.replace("app.Cart", "com.acme.shaded.Cart");

    JsonObject location =
        located(trace, "--revision", deployed, "--shade", "com.acme.shaded=app,x.y=z");

    assertEquals(PATH, location.get("path").getAsString());
    assertEquals("app.Cart", location.get("class").getAsString());
    CommandRun without = locate(trace, "--revision", deployed);
    assertEquals(2, without.exitCode());
  }

  @Test
  void aRuleThatIsNoneIsBadInput() throws Exception {
    CommandRun run = locate(TRACE, "--shade", "com.acme.shaded");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("is no shading rule; write FROM=TO"), run.err());
  }

  @Test
  void aMessageThatNoStatementWritesIsBadInput() throws Exception {
    CommandRun run = locate("nothing in this repository says so\n");

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("no logging or throwing statement"), run.err());
  }

  private JsonObject located(String failure, String... more) throws Exception {
    CommandRun run = locate(failure, more);
    assertEquals(0, run.exitCode(), run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("location");
  }

  private CommandRun locate(String failure, String... more) throws Exception {
    String[] fixed = {
      "locate",
      "--repo",
      repository.folder().toString(),
      "--failure",
      write("failure.log", failure),
      "--data",
      data(),
      "--format",
      "json"
    };
    String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return CommandRun.of(all);
  }

  private String data() {
    return temp.resolve("data").toString();
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(temp.resolve(name), text).toString();
  }
}
