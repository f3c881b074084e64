package dev.mendgate.gateway.source.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads CODEOWNERS as <a
 * href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax">GitHub</a>
 * does: a comment may stand at the end of a line; a line with a pattern that GitHub has not, or
 * with a word that is no owner, is passed over whole.
 */
final class GithubRules {
  private static final Pattern COMMENT = Pattern.compile("(^|(?<=[ \t]))#.*");

  private GithubRules() {}

  static CodeOwners parse(String text) {
    List<CodeOwners.Rule> rules = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      rule(i + 1, COMMENT.matcher(lines.get(i)).replaceFirst("").strip()).ifPresent(rules::add);
    }
    return new CodeOwners(List.of(new CodeOwners.Section("", rules)));
  }

  private static Optional<CodeOwners.Rule> rule(int number, String line) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    CodeOwnersWords words = CodeOwnersWords.of(line);
    if (!words.owners().stream().allMatch(CodeOwnersWords::isOwner)) {
      return Optional.empty();
    }
    return PathPattern.github(words.pattern())
        .map(p -> new CodeOwners.Rule(number, words.pattern(), p, false, words.owners()));
  }
}
