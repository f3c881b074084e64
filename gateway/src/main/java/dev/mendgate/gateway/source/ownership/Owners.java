package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.BlameIndex;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.IgnoredRevisions;
import dev.mendgate.gateway.source.SourceException;
import dev.mendgate.gateway.source.blame.BlameModes;
import dev.mendgate.gateway.source.ownership.Owner.Kind;
import dev.mendgate.gateway.source.ownership.OwnerRules.MailEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers who owns lines of a commit: who CODEOWNERS names, else the team that the configuration
 * names for the path or for the author's mail address, else who wrote them, bots and people who
 * have left passed over. Who only changed a line in a commit that {@code .git-blame-ignore-revs}
 * lists did not write it. Safe for concurrent use.
 */
public final class Owners {
  private final CommitTree tree;
  private final OwnerRules rules;
  private final Optional<CodeOwnersFile> codeOwners;
  private final BlameModes modes;

  private Owners(CommitTree tree, OwnerRules rules) {
    this.tree = tree;
    this.rules = rules;
    this.codeOwners = CodeOwnersFile.of(tree, rules.syntaxes());
    this.modes = BlameModes.ignoring(IgnoredRevisions.inUse(tree));
  }

  /** Reads the CODEOWNERS and ignored revisions of a commit, never those of a working copy. */
  public static Owners at(CommitTree tree, OwnerRules rules) {
    return new Owners(tree, rules);
  }

  /**
   * Returns who owns lines.
   *
   * @param path path in the commit, with {@code /}
   * @param first first line, from 1
   * @param last last line
   * @param blame asked for authors, as {@code .mailmap} names them, only where no rule decides;
   *     where it knows nothing of the file, nobody is known
   */
  public Owner of(String path, int first, int last, BlameIndex blame) {
    return fromCodeOwners(path)
        .or(() -> fromPath(path))
        .orElseGet(() -> fromWriters(path, first, last, blame));
  }

  private Owner fromWriters(String path, int first, int last, BlameIndex blame) {
    try {
      return new Writers(tree, rules, blame, modes).of(path, first, last);
    } catch (SourceException e) {
      return Owner.nobody("no rule is about " + path + " and its authors are not known");
    }
  }

  private Optional<Owner> fromCodeOwners(String path) {
    if (codeOwners.isEmpty()) {
      return Optional.empty();
    }
    List<CodeOwners.Rule> deciding = codeOwners.get().rules().deciding(path);
    List<String> names =
        deciding.stream()
            .flatMap(rule -> rule.owners().stream())
            .distinct()
            .filter(name -> !rules.hasLeft(new Person(name, name)))
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String places =
        deciding.stream()
            .filter(rule -> !rule.owners().isEmpty())
            .map(rule -> "line " + rule.line() + " (" + rule.text() + ")")
            .collect(Collectors.joining(", "));
    Optional<Team> team = names.stream().flatMap(name -> rules.team(name).stream()).findFirst();
    return Optional.of(
        new Owner(
            Kind.CODE_OWNERS,
            names,
            team.map(Team::responseTime).orElse(null),
            team.map(Team::contact).orElse(null),
            codeOwners.get().path() + " " + places));
  }

  private Optional<Owner> fromPath(String path) {
    return rules
        .forPath(path)
        .map(
            entry ->
                team(
                    entry.team(),
                    "path %s, line %d of the owners file".formatted(entry.text(), entry.line())));
  }

  static Owner fromMail(MailEntry entry, Person author) {
    String reason =
        "%s wrote it: mail %s, line %d of the owners file"
            .formatted(author.called(), entry.text(), entry.line());
    return team(entry.team(), reason);
  }

  private static Owner team(Team team, String reason) {
    return new Owner(Kind.TEAM, List.of(team.name()), team.responseTime(), team.contact(), reason);
  }
}
