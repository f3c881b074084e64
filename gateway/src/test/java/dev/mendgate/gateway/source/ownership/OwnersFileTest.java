package dev.mendgate.gateway.source.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OwnersFileTest {
  @Test
  void theLastLineAboutAPathOrAMailWins() {
    OwnerRules rules =
        parse(
            """
            # teams may be described below
            path *             core
            path /services/    payments
            mail example.org   core
            mail *.example.org payments
            mail ana@example.org payments
            team core
            team payments responds 4h contact #payments on chat
            """);
    assertEquals("payments", rules.forPath("services/a.java").orElseThrow().team().name());
    assertEquals("core", rules.forPath("a.java").orElseThrow().team().name());
    assertEquals("payments", rules.forMail("Ana@Example.org").orElseThrow().team().name());
    assertEquals("core", rules.forMail("bo@example.org").orElseThrow().team().name());
    assertEquals("payments", rules.forMail("bo@x.example.org").orElseThrow().team().name());
    assertTrue(rules.forMail("bo@another.org").isEmpty());
    assertEquals(
        new Team("payments", Duration.ofHours(4), "#payments on chat"),
        rules.team("PAYMENTS").orElseThrow());
    assertEquals(new Team("core", null, null), rules.team("core").orElseThrow());
  }

  @Test
  void botsThatEverybodyKnowsNeedNoLine() {
    for (String bot :
        List.of(
            "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
            "dependabot-preview[bot] <27856297+dependabot-preview[bot]@users.noreply.github.com>",
            "Renovate Bot <bot@renovateapp.com>",
            "renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>",
            "github-actions <github-actions@github.com>",
            "GitHub Action <action@github.com>",
            "GitHub <noreply@github.com>",
            "release <project_7_bot_0a1b@noreply.gitlab.example.com>",
            "acme-bot <ci@acme.example>")) {
      assertTrue(OwnerRules.DEFAULT.isBot(person(bot)), bot);
    }
    for (String human :
        List.of(
            "Ana Lima <ana@example.org>",
            "Bo <1234+bo@users.noreply.github.com>",
            "Piet Bot <piet.bot@example.org>",
            "Ruth Abbot <abbot@example.org>")) {
      assertFalse(OwnerRules.DEFAULT.isBot(person(human)), human);
    }
  }

  @Test
  void botsAndThoseWhoLeftAreListed() {
    OwnerRules rules =
        parse("bot release train\ndeparted *@contractor.example\ndeparted Ana  Lima\n");
    assertTrue(rules.isBot(new Person("Release Train", "x@example.org")));
    assertTrue(rules.isBot(new Person("x[bot]", "x@example.org")));
    assertTrue(rules.hasLeft(new Person("Cy", "cy@contractor.example")));
    assertTrue(rules.hasLeft(new Person("ana lima", "al@example.org")));
    assertFalse(rules.hasLeft(new Person("Bo", "bo@example.org")));
    assertFalse(parse("known-bots off\n").isBot(new Person("x[bot]", "x@example.org")));
  }

  @Test
  void aLineThatIsNotUnderstoodIsNamed() {
    assertMessage("teams core", "'teams' is no entry; begin with team, path, mail, bot,");
    assertMessage("path /a/ core", "there is no line 'team core'; add one");
    assertMessage("path /a/", "write: path PATTERN TEAM");
    assertMessage("path a[bc] core\nteam core", "'a[bc]' is no pattern for paths");
    assertMessage("mail a.org b.org core", "write: mail DOMAIN_OR_ADDRESS TEAM");
    assertMessage("team core responds soon", "'soon' is no time; write 30m, 4h or 2d");
    assertMessage("team core responds", "'' is no time; write 30m, 4h or 2d");
    assertMessage("team core answers 4h", "write: team NAME [responds 4h] [contact WORDS]");
    assertMessage("team a\nteam A", "team A is described twice", 4);
    assertMessage("bot", "write: bot NAME_OR_ADDRESS");
    assertMessage("codeowners bitbucket", "write: codeowners auto|github|gitlab|off");
    assertMessage("known-bots", "write: known-bots on|off");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    OwnersFileException missing =
        assertThrows(OwnersFileException.class, () -> OwnersFile.read(Path.of("no-such-file")));
    assertEquals("there is no owners file no-such-file", missing.getMessage());
  }

  private static void assertMessage(String line, String message) {
    assertMessage(line, message, 3);
  }

  private static void assertMessage(String line, String message, int number) {
    OwnersFileException wrong =
        assertThrows(OwnersFileException.class, () -> parse("# owners\n\n" + line + "\n"), line);
    String begin = "owners.txt, line " + number + ": " + message;
    assertTrue(wrong.getMessage().startsWith(begin), wrong.getMessage());
  }

  private static Person person(String text) {
    int open = text.indexOf('<');
    return new Person(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
  }

  private static OwnerRules parse(String text) {
    return OwnersFile.parse("owners.txt", text);
  }
}
