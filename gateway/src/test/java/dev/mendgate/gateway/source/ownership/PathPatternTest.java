package dev.mendgate.gateway.source.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.source.ScratchRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathPatternTest {
  /** The pattern, then paths it is about, then {@code |}, then paths it is not about. */
  private static final List<String> GITHUB =
      List.of(
          "* a a/b/c |",
          "*.js a.js src/a.js src/a.js/b | a.jsx a.JS js",
          "/build/logs/ build/logs/a build/logs/b/c | build/logs build/log x/build/logs/a",
          "docs/* docs/getting-started.md | docs/build-app/troubleshooting.md x/docs/a docs",
          "apps/ apps/a x/apps/a x/apps/y/a | apps app/a",
          "/docs/ docs/a docs/a/b | x/docs/a",
          "/scripts scripts scripts/a | x/scripts",
          "**/logs build/logs/a scripts/logs/a deeply/nested/logs/b logs | logsx",
          "/apps/github apps/github/a apps/github | apps/githubs",
          "a/b a/b a/b/c | x/a/b",
          "/* a | a/b",
          "/*/ a/b a/b/c | a",
          "/** a a/b |",
          "a/** a/b a/b/c | a x/a/b",
          "a/**/b a/b a/x/b a/x/y/b a/x/b/c | x/a/b a/xb",
          "a/**/*.md a/b.md a/x/y/b.md | b.md",
          "a/*/b a/x/b/c | a/b a/x/y/b",
          "f?o foo fxo/a | fo f/o",
          "f\\*o f*o | foo",
          "a\\[b\\].c a[b].c x/a[b].c | ab.c",
          "**/a/**/b a/b x/a/y/b | b/a");

  private static final List<String> GITLAB =
      List.of(
          "* a a/b .gitignore |",
          "*.rb a.rb lib/a.rb lib/.rb | a.rbx a.rb/b",
          "/README.md README.md | docs/README.md",
          "/docs/README.md docs/README.md | x/docs/README.md",
          "README.md README.md internal/README.md app/lib/README.md | README.mdx",
          "internal/README.md internal/README.md docs/api/internal/README.md | README.md",
          "/docs/ docs/a docs/a/b docs/.x | docs x/docs/a",
          "lib/ lib/a x/lib/a/b | lib libs/a",
          "/docs/* docs/a docs/.a | docs/a/b",
          "/docs/*.md docs/a.md | docs/a/b.md",
          "/docs/index.* docs/index.md docs/index.html | docs/index",
          "/docs/*spec* docs/qa_specs.rb docs/spec_helpers.rb docs/runtime.spec | docs/a/spec",
          "/docs/*/README.md docs/api/README.md | docs/README.md docs/a/b/README.md",
          "/docs/**/index.md docs/index.md docs/api/index.md docs/api/graphql/index.md | index.md",
          "**/*.rb config/database.rb app/controllers/users/stars_controller.rb a.rb | a.py",
          "/config/**/*.rb config/a.rb config/x/y/a.rb | x/config/a.rb",
          "docs docs x/docs | docs/a",
          "/docs/** docs/a | docs/a/b",
          "/a[bc].txt ab.txt ac.txt | ad.txt a[bc].txt",
          "/a[!b-d] ax ae | ab ac",
          "/a[^b] ac | ab",
          "/a\\[b] a[b] | ab");

  private final Path folder;

  PathPatternTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void githubReadsPatternsAsItsManualSays() {
    for (String row : GITHUB) {
      check(row, PathPattern.github(pattern(row)).orElseThrow());
    }
  }

  @Test
  void gitlabReadsPatternsAsItsManualSays() {
    for (String row : GITLAB) {
      check(row, PathPattern.gitlab(pattern(row)));
    }
  }

  @Test
  void aBracketThatIsNotClosedMatchesNothingOnGitlab() {
    PathPattern open = PathPattern.gitlab("/a[b");
    for (String path : List.of("a[b", "ab", "a")) {
      assertFalse(open.matches(path), path);
    }
  }

  @Test
  void githubHasNoNegationNoRangesAndNoEscapedHash() {
    for (String pattern : List.of("!a", "a[bc]", "\\#a", "[a", "a]", "/", "//")) {
      assertTrue(PathPattern.github(pattern).isEmpty(), pattern);
    }
  }

  @Test
  void githubPatternsMeanWhatGitignoreMeansByThem() {
    ScratchRepository repository = ScratchRepository.in(folder);
    Random random = new Random(7);
    List<String> paths = paths(random);
    int matched = 0;
    for (int round = 0; round < 150; round++) {
      String pattern = sharedPattern(random);
      repository.write(".gitignore", pattern + "\nalways-ignored\n");
      List<String> expected = ignored(repository, paths);
      PathPattern ours = PathPattern.github(pattern).orElseThrow();
      assertEquals(expected, paths.stream().filter(ours::matches).toList(), pattern);
      matched += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(matched > 50, "only " + matched + " of the patterns match anything");
  }

  @Test
  void patternsMadeToTakeForEverDoNot() {
    String stars = "*a".repeat(2_000) + "b";
    String folders = "**/a/".repeat(500) + "b";
    String path = "a/".repeat(900) + "a".repeat(20_000);
    assertFalse(PathPattern.github(stars).orElseThrow().matches(path));
    assertFalse(PathPattern.gitlab(folders).matches(path));
  }

  private static String pattern(String row) {
    return row.substring(0, row.indexOf(' '));
  }

  private static void check(String row, PathPattern pattern) {
    String[] sides = row.substring(row.indexOf(' ')).split("\\|", -1);
    for (String path : CodeOwnersWords.words(sides[0])) {
      assertTrue(pattern.matches(path), row + ": " + path);
    }
    for (String path : CodeOwnersWords.words(sides[1])) {
      assertFalse(pattern.matches(path), row + ": " + path);
    }
  }

  private static List<String> ignored(ScratchRepository repository, List<String> paths) {
    String asked = String.join("\n", paths) + "\nalways-ignored\n";
    String answer =
        repository.gitReading(
            asked.getBytes(StandardCharsets.UTF_8), "check-ignore", "--no-index", "--stdin");
    return answer.lines().filter(line -> !line.equals("always-ignored")).toList();
  }

  private static List<String> paths(Random random) {
    return IntStream.range(0, 300)
        .mapToObj(i -> String.join("/", names(List.of("a", "b", "ab", "a.c", "b.c", ".a"), random)))
        .distinct()
        .toList();
  }

  /** GitHub differs from git where the last name is a star alone: such are left out. */
  private static String sharedPattern(Random random) {
    List<String> names =
        names(List.of("a", "b", "ab", "a*", "*.c", "**", "?", "*b", ".a", "*", "a.c"), random);
    String last = names.get(names.size() - 1);
    if (last.equals("*") && (names.size() > 1)) {
      names.set(names.size() - 1, "a");
    }
    String end = random.nextInt(4) == 0 && !last.equals("**") ? "/" : "";
    String begin = random.nextInt(4) == 0 && !names.equals(List.of("*")) ? "/" : "";
    return begin + String.join("/", names) + end;
  }

  private static List<String> names(List<String> of, Random random) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      names.add(of.get(random.nextInt(of.size())));
    }
    return names;
  }
}
