package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.ownership.OwnerRules.MailEntry;
import dev.mendgate.gateway.source.ownership.OwnerRules.PathEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file that configures owners: one entry a line, its first word says what it is about, the
 * rest is parted by blanks. {@code docs/owners.md} describes it.
 */
public final class OwnersFile {
  private static final String ENTRIES = "team, path, mail, bot, departed, known-bots or codeowners";

  private final Map<String, Team> teams = new HashMap<>();
  private final List<PathEntry> paths = new ArrayList<>();
  private final List<MailEntry> mails = new ArrayList<>();
  private final List<Glob> bots = new ArrayList<>();
  private final List<Glob> departed = new ArrayList<>();
  private Set<CodeOwnersSyntax> syntaxes = EnumSet.allOf(CodeOwnersSyntax.class);
  private boolean knownBots = true;

  private OwnersFile() {}

  /**
   * Reads a file in UTF-8.
   *
   * @throws OwnersFileException where it cannot be read or a line of it is not understood
   */
  public static OwnerRules read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new OwnersFileException("there is no owners file " + file);
    } catch (IOException e) {
      throw new OwnersFileException("cannot read owners file " + file + ": " + e.getMessage());
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param source what errors call it
   * @throws OwnersFileException where a line is not understood
   */
  public static OwnerRules parse(String source, String text) {
    OwnersFile file = new OwnersFile();
    List<String> lines = text.lines().map(String::strip).toList();
    // A team may be named before the line that describes it.
    for (boolean teams : new boolean[] {true, false}) {
      for (int i = 0; i < lines.size(); i++) {
        try {
          file.line(i + 1, lines.get(i), teams);
        } catch (IllegalArgumentException e) {
          throw new OwnersFileException("%s, line %d: %s".formatted(source, i + 1, e.getMessage()));
        }
      }
    }
    return file.rules();
  }

  private OwnerRules rules() {
    if (knownBots) {
      bots.addAll(KnownBots.patterns());
    }
    return new OwnerRules(teams, paths, mails, bots, departed, syntaxes);
  }

  private void line(int number, String line, boolean teamsOnly) {
    CodeOwnersWords said = CodeOwnersWords.of(line);
    boolean team = said.pattern().equals("team");
    if (line.isEmpty() || line.startsWith("#") || team != teamsOnly) {
      return;
    }
    List<String> words = said.owners();
    switch (said.pattern()) {
      case "team" -> team(TeamLine.read(words));
      case "path" -> path(number, line.substring("path".length()).strip());
      case "mail" -> mail(number, words);
      case "bot" -> bots.add(person("bot", words));
      case "departed" -> departed.add(person("departed", words));
      case "known-bots" -> knownBots = choice(said, "on", "off").equals("on");
      case "codeowners" -> syntaxes = syntaxes(choice(said, "auto", "github", "gitlab", "off"));
      default ->
          throw new IllegalArgumentException(
              "'" + said.pattern() + "' is no entry; begin with " + ENTRIES);
    }
  }

  private void team(Team team) {
    if (teams.putIfAbsent(OwnerRules.key(team.name()), team) != null) {
      throw new IllegalArgumentException("team " + team.name() + " is described twice");
    }
  }

  private void path(int number, String text) {
    CodeOwnersWords words = CodeOwnersWords.of(text);
    if (words.owners().size() != 1) {
      throw new IllegalArgumentException("write: path PATTERN TEAM");
    }
    String said = words.pattern();
    PathPattern pattern =
        PathPattern.github(said)
            .orElseThrow(
                () -> new IllegalArgumentException("'" + said + "' is no pattern for paths"));
    paths.add(new PathEntry(number, said, pattern, known(words.owners().get(0))));
  }

  private void mail(int number, List<String> words) {
    if (words.size() != 2) {
      throw new IllegalArgumentException("write: mail DOMAIN_OR_ADDRESS TEAM");
    }
    Glob pattern = Glob.of(words.get(0), Glob.Kind.ANY_CASE);
    boolean whole = words.get(0).contains("@");
    mails.add(new MailEntry(number, words.get(0), pattern, whole, known(words.get(1))));
  }

  private static Glob person(String about, List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("write: " + about + " NAME_OR_ADDRESS");
    }
    return Glob.of(String.join(" ", words), Glob.Kind.ANY_CASE);
  }

  private Team known(String name) {
    Team team = teams.get(OwnerRules.key(name));
    if (team == null) {
      throw new IllegalArgumentException("there is no line 'team " + name + "'; add one");
    }
    return team;
  }

  private static String choice(CodeOwnersWords said, String... choices) {
    List<String> words = said.owners();
    if (words.size() != 1 || !List.of(choices).contains(words.get(0))) {
      throw new IllegalArgumentException(
          "write: " + said.pattern() + " " + String.join("|", choices));
    }
    return words.get(0);
  }

  private static Set<CodeOwnersSyntax> syntaxes(String choice) {
    return switch (choice) {
      case "auto" -> EnumSet.allOf(CodeOwnersSyntax.class);
      case "off" -> EnumSet.noneOf(CodeOwnersSyntax.class);
      default -> EnumSet.of(CodeOwnersSyntax.valueOf(choice.toUpperCase(Locale.ROOT)));
    };
  }
}
