package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.BlamedLine;
import dev.mendgate.gateway.source.FileBlame;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who wrote lines of a file, each once: an address is one person's, whatever name goes with it. */
final class Authors {
  /** Those with most lines first, among equals who wrote last. */
  static final Comparator<Author> BY_LINES =
      Comparator.comparingInt(Author::lines)
          .thenComparing(Author::latest)
          .reversed()
          .thenComparing(Author::key);

  /** Those who wrote last first. */
  static final Comparator<Author> BY_TIME =
      Comparator.comparing(Author::latest)
          .thenComparingInt(Author::lines)
          .reversed()
          .thenComparing(Author::key);

  private Authors() {}

  /**
   * One of them.
   *
   * @param person with the name of the latest change
   * @param lines how many lines are theirs
   * @param latest when they last wrote one
   */
  record Author(Person person, int lines, Instant latest) {
    static Author of(BlamedLine line) {
      Person person = new Person(line.authorName(), line.authorMail());
      return new Author(person, 1, line.authoredAt());
    }

    /** Returns what tells people apart. */
    String key() {
      String mail = person.mail().strip();
      return mail.isEmpty() ? person.name() : mail.toLowerCase(Locale.ROOT);
    }

    private Author with(Author other) {
      Author later = other.latest.isAfter(latest) ? other : this;
      return new Author(later.person, lines + other.lines, later.latest);
    }
  }

  /**
   * Returns the authors of lines.
   *
   * @param first first line, from 1
   * @param last last line; those behind the end of the file do not count
   */
  static List<Author> of(FileBlame file, int first, int last, Comparator<Author> order) {
    Map<String, Author> authors = new HashMap<>();
    for (int line = first; line <= Math.min(last, file.lines()); line++) {
      Author author = Author.of(file.line(line));
      authors.merge(author.key(), author, Author::with);
    }
    return authors.values().stream().sorted(order).toList();
  }
}
