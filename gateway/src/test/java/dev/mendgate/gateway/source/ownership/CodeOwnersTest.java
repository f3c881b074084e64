package dev.mendgate.gateway.source.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples are those of the two forges' manuals, shortened and renamed. */
final class CodeOwnersTest {
  private static final String GITHUB =
      """
      # A comment.
      *       @global-1 @global-2

      *.js    @js-owner #This is an inline comment.
      *.go docs@example.com
      *.txt @octo-org/octocats
      /build/logs/ @doctocat
      docs/*  docs@example.com
      apps/ @octocat
      /docs/ @doctocat
      /scripts/ @doctocat @octocat
      **/logs @logs
      /apps/ @octocat
      /apps/github
      """;

  @Test
  void theLastPatternThatMatchesCountsOnGithub() {
    assertEquals(List.of("@global-1", "@global-2"), github("Makefile"));
    assertEquals(List.of("@js-owner"), github("web/app.js"));
    assertEquals(List.of("docs@example.com"), github("main.go"));
    assertEquals(List.of("@octo-org/octocats"), github("a/b.txt"));
    assertEquals(List.of("@doctocat"), github("docs/guide/start.md"));
    assertEquals(List.of("@octocat"), github("x/apps/a.rb"));
    assertEquals(List.of("@doctocat", "@octocat"), github("scripts/run"));
    assertEquals(List.of("@logs"), github("deeply/nested/logs/a"));
  }

  @Test
  void aPatternWithoutOwnersUnsetsThem() {
    assertEquals(List.of("@octocat"), github("apps/web/a.rb"));
    assertEquals(List.of(), github("apps/github/a.rb"));
  }

  @Test
  void linesThatGithubRefusesArePassedOver() {
    String text =
        """
        * @all
        !a @not
        b[12] @not
        \\#c @not
        d @ok not-an-owner
        e\\ f @space
        """;
    for (String path : List.of("a", "b1", "#c", "d")) {
      assertEquals(List.of("@all"), owners(CodeOwnersSyntax.GITHUB, text, path), path);
    }
    assertEquals(List.of("@space"), owners(CodeOwnersSyntax.GITHUB, text, "e f"));
  }

  @Test
  void eachSectionHasItsSayOnGitlab() {
    String text =
        """
        * @admin

        [README Owners]
        README.md @user1 @user2
        internal/README.md @user4

        [README other owners]
        README.md @user3
        """;
    assertEquals(List.of("@admin", "@user1", "@user2", "@user3"), gitlab(text, "README.md"));
    assertEquals(List.of("@admin", "@user4", "@user3"), gitlab(text, "internal/README.md"));
    assertEquals(List.of("@admin"), gitlab(text, "other"));
  }

  @Test
  void headingsNameOwnersForLinesThatNameNone() {
    String text =
        """
        [Documentation][2] @docs-team
        docs/
        README.md

        ^[Database] @database-team @agarcia
        model/db/
        config/db/database-setup.md @docs-team

        [Bare]
        bare/
        """;
    assertEquals(List.of("@docs-team"), gitlab(text, "docs/a.md"));
    assertEquals(List.of("@database-team", "@agarcia"), gitlab(text, "model/db/a.rb"));
    assertEquals(List.of("@docs-team"), gitlab(text, "config/db/database-setup.md"));
    assertEquals(List.of(), gitlab(text, "bare/a"));
  }

  @Test
  void sectionsOfOneNameAreOne() {
    String text =
        """
        [Documentation]
        docs/       @docs
        [Database]
        README.md  @database
        [DOCUMENTATION]
        docs/README.md  @writers
        """;
    assertEquals(List.of("@writers", "@database"), gitlab(text, "docs/README.md"));
  }

  @Test
  void exclusionsHoldForTheirSectionAndForGood() {
    String text =
        """
        * @default-owner
        !*.rb
        /special/*.rb @ruby-owner
        !**/generated/

        [Ruby]
        *.rb @ruby-team
        !/config/**/*.rb
        /config/routes.rb @ops

        [Config]
        /config/ @ops-team
        """;
    assertEquals(List.of("@ruby-team"), gitlab(text, "special/a.rb"));
    assertEquals(List.of("@ops-team"), gitlab(text, "config/routes.rb"));
    assertEquals(List.of("@default-owner"), gitlab(text, "a.py"));
    assertEquals(List.of(), gitlab(text, "x/generated/a.py"));
  }

  @Test
  void gitlabPassesOverWordsThatAreNoOwners() {
    String text =
        """
        /path/* @group user_without_at_symbol @user
        \\#pound.rb @pound
        path\\ with\\ spaces/ @space jane@example.com
        /roles/ @@maintainer @group/with-nested/subgroup
        a.md @md  # Match @also
        """;
    assertEquals(List.of("@group", "@user"), gitlab(text, "path/a"));
    assertEquals(List.of("@pound"), gitlab(text, "x/#pound.rb"));
    assertEquals(List.of("@space", "jane@example.com"), gitlab(text, "path with spaces/a"));
    assertEquals(List.of("@@maintainer", "@group/with-nested/subgroup"), gitlab(text, "roles/a"));
    assertEquals(List.of("@md", "@also"), gitlab(text, "a.md"));
  }

  @Test
  void aHeadingThatIsNotClosedIsALineOfTheSectionBefore() {
    String text = "[Docs]\ndocs/**/* @group\n\n[Section name\ndocs/ @docs_group\n";
    assertEquals(List.of("@docs_group"), gitlab(text, "docs/a"));
  }

  private static List<String> github(String path) {
    return owners(CodeOwnersSyntax.GITHUB, GITHUB, path);
  }

  private static List<String> gitlab(String text, String path) {
    return owners(CodeOwnersSyntax.GITLAB, text, path);
  }

  private static List<String> owners(CodeOwnersSyntax syntax, String text, String path) {
    return syntax.parse(text).deciding(path).stream()
        .flatMap(rule -> rule.owners().stream())
        .toList();
  }
}
