package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.CommitTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The CODEOWNERS file of a commit.
 *
 * @param path where it lies
 * @param rules what it says
 */
record CodeOwnersFile(String path, CodeOwners rules) {
  private static final String NAME = "CODEOWNERS";
  private static final String GITHUB_FOLDER = ".github/";
  private static final String GITLAB_FOLDER = ".gitlab/";

  /** Where GitHub looks, first hit first, and where GitLab looks. */
  private static final List<String> ON_GITHUB = List.of(GITHUB_FOLDER, "", "docs/");

  private static final List<String> ON_GITLAB = List.of("", "docs/", GITLAB_FOLDER);

  /** GitHub loads no file of that size. */
  private static final int GITHUB_MAX_BYTES = 3 << 20;

  /**
   * Finds the file that the forge would use.
   *
   * @param syntaxes whose places and reading apply; of several, that is told by the file's place,
   *     else by what it says, else by whether the commit has jobs for GitLab
   */
  static Optional<CodeOwnersFile> of(CommitTree tree, Set<CodeOwnersSyntax> syntaxes) {
    Set<String> folders = new LinkedHashSet<>();
    folders.addAll(syntaxes.contains(CodeOwnersSyntax.GITHUB) ? ON_GITHUB : List.of());
    folders.addAll(syntaxes.contains(CodeOwnersSyntax.GITLAB) ? ON_GITLAB : List.of());
    for (String folder : folders) {
      Optional<String> text = tree.read(folder + NAME);
      if (text.isPresent()) {
        CodeOwnersSyntax syntax =
            syntaxes.size() == 1 ? syntaxes.iterator().next() : guess(tree, folder, text.get());
        return Optional.of(new CodeOwnersFile(folder + NAME, parse(syntax, text.get())));
      }
    }
    return Optional.empty();
  }

  private static CodeOwners parse(CodeOwnersSyntax syntax, String text) {
    boolean tooLarge =
        syntax == CodeOwnersSyntax.GITHUB
            && text.getBytes(StandardCharsets.UTF_8).length >= GITHUB_MAX_BYTES;
    return tooLarge ? new CodeOwners(List.of()) : syntax.parse(text);
  }

  private static CodeOwnersSyntax guess(CommitTree tree, String folder, String text) {
    if (folder.equals(GITHUB_FOLDER)) {
      return CodeOwnersSyntax.GITHUB;
    }
    boolean gitlab =
        folder.equals(GITLAB_FOLDER)
            || text.lines().anyMatch(GitlabRules::isForGitlabOnly)
            || tree.read(".gitlab-ci.yml").isPresent();
    return gitlab ? CodeOwnersSyntax.GITLAB : CodeOwnersSyntax.GITHUB;
  }
}
