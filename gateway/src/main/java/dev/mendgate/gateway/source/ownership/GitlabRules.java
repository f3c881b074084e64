package dev.mendgate.gateway.source.ownership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CODEOWNERS as <a
 * href="https://docs.gitlab.com/user/project/codeowners/reference/">GitLab</a> does: sections,
 * whose headings may name owners for the lines that name none; exclusions; sections of one name,
 * whatever its case, are one. Words that are no owner are passed over, and what follows a {@code #}
 * within a line is read like the rest of it. How many approvals a section needs, and whether it is
 * optional, says nothing about who owns a file.
 */
final class GitlabRules {
  private static final Pattern HEADING =
      Pattern.compile("\\^?\\[(?<name>[^\\]]*[^\\]\\s][^\\]]*)\\](\\[\\d*\\])?");
  private static final Pattern ESCAPED_BLANKS = Pattern.compile("\\\\\\s+");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<CodeOwners.Rule>> rules = new LinkedHashMap<>();
  private String section = "";
  private List<String> sectionOwners = List.of();

  GitlabRules() {
    enter("");
  }

  CodeOwners parse(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
        add(i + 1, lines.get(i));
      }
    }
    List<CodeOwners.Section> sections = new ArrayList<>();
    names.forEach(
        (key, name) ->
            sections.add(new CodeOwners.Section(name, rules.getOrDefault(key, List.of()))));
    return new CodeOwners(sections);
  }

  private void add(int number, String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.lookingAt()) {
      enter(heading.group("name").strip());
      sectionOwners = owners(CodeOwnersWords.words(line.substring(heading.end())));
      return;
    }
    CodeOwnersWords words = CodeOwnersWords.of(line);
    boolean excludes = words.pattern().startsWith("!");
    String pattern = excludes ? words.pattern().substring(1) : words.pattern();
    if (pattern.isEmpty()) {
      return;
    }
    String plain = pattern.startsWith("\\#") ? pattern.substring(1) : pattern;
    rules
        .computeIfAbsent(section, key -> new ArrayList<>())
        .add(
            new CodeOwners.Rule(
                number,
                words.pattern(),
                PathPattern.gitlab(ESCAPED_BLANKS.matcher(plain).replaceAll(" ")),
                excludes,
                words.owners().isEmpty() ? sectionOwners : owners(words.owners())));
  }

  private void enter(String name) {
    section = name.toLowerCase(Locale.ROOT);
    names.putIfAbsent(section, name);
  }

  /** Says whether a line has a heading, an exclusion or a role: what no other forge has. */
  static boolean isForGitlabOnly(String line) {
    String said = line.strip();
    return !said.startsWith("#")
        && (said.startsWith("!") || HEADING.matcher(said).lookingAt() || said.contains(" @@"));
  }

  private static List<String> owners(List<String> words) {
    return words.stream().filter(CodeOwnersWords::isOwner).distinct().toList();
  }
}
