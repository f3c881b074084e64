package dev.mendgate.gateway.source.ownership;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is configured about owners: teams, what is theirs, whose authorship says nothing, and how
 * CODEOWNERS is read. {@link OwnersFile} reads it from a file. Immutable.
 */
public final class OwnerRules {
  /** Nothing but what passes for a bot where nobody says otherwise. */
  public static final OwnerRules DEFAULT = OwnersFile.parse("defaults", "");

  private final Map<String, Team> teams;
  private final List<PathEntry> paths;
  private final List<MailEntry> mails;
  private final List<Glob> bots;
  private final List<Glob> departed;
  private final Set<CodeOwnersSyntax> syntaxes;

  OwnerRules(
      Map<String, Team> teams,
      List<PathEntry> paths,
      List<MailEntry> mails,
      List<Glob> bots,
      List<Glob> departed,
      Set<CodeOwnersSyntax> syntaxes) {
    this.teams = Map.copyOf(teams);
    this.paths = List.copyOf(paths);
    this.mails = List.copyOf(mails);
    this.bots = List.copyOf(bots);
    this.departed = List.copyOf(departed);
    this.syntaxes = Set.copyOf(syntaxes);
  }

  /** Returns what tells teams apart: names without regard to case. */
  static String key(String team) {
    return team.toLowerCase(Locale.ROOT);
  }

  /** What lies at matching paths is the team's. */
  record PathEntry(int line, String text, PathPattern pattern, Team team) {}

  /** What people with matching addresses wrote is the team's. */
  record MailEntry(int line, String text, Glob pattern, boolean whole, Team team) {
    boolean matches(String mail) {
      return pattern.matches(whole ? mail : mail.substring(mail.lastIndexOf('@') + 1));
    }
  }

  /** Returns whose reading of CODEOWNERS is allowed; empty where it is not read at all. */
  Set<CodeOwnersSyntax> syntaxes() {
    return syntaxes;
  }

  /** Returns what is known of a team, by its name without regard to case. */
  Optional<Team> team(String name) {
    return Optional.ofNullable(teams.get(key(name)));
  }

  /** Returns the last entry about a path. */
  Optional<PathEntry> forPath(String path) {
    return paths.stream().filter(e -> e.pattern.matches(path)).reduce((before, last) -> last);
  }

  /** Returns the last entry about a mail address. */
  Optional<MailEntry> forMail(String mail) {
    return mails.stream().filter(e -> e.matches(mail)).reduce((before, last) -> last);
  }

  /** Says whether a program committed under that name. */
  boolean isBot(Person person) {
    return isListed(bots, person);
  }

  /** Says whether someone is no longer there to answer. */
  boolean hasLeft(Person person) {
    return isListed(departed, person);
  }

  private static boolean isListed(List<Glob> patterns, Person person) {
    return patterns.stream()
        .anyMatch(pattern -> pattern.matches(person.name()) || pattern.matches(person.mail()));
  }
}
