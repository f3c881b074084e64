package dev.mendgate.gateway.source.ownership;

import dev.mendgate.gateway.source.GitRepository;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names and mail addresses that people go by, whatever they wrote in their commits; reads what
 * <a href="https://git-scm.com/docs/gitmailmap">gitmailmap(5)</a> describes, and matches as git
 * does: addresses and names without regard to the case of ASCII letters, the last line about
 * someone wins, lines that are not understood are passed over. Immutable.
 */
public final class Mailmap {
  /** Leaves everybody as they are. */
  public static final Mailmap NONE = new Mailmap(Map.of());

  private final Map<String, Entry> byMail;

  private Mailmap(Map<String, Entry> byMail) {
    this.byMail = byMail;
  }

  /** What is said of one address in commits; absent parts stay as they were written. */
  private static final class Entry {
    private final Map<String, Change> byName = new HashMap<>();
    private Change otherwise = new Change(null, null);
  }

  private record Change(@Nullable String name, @Nullable String mail) {
    Change overridden(Change later) {
      return new Change(
          later.name == null ? name : later.name, later.mail == null ? mail : later.mail);
    }
  }

  /**
   * Reads what git would read: {@code .mailmap} in the root of the commit that HEAD stands at, and
   * the object that {@code mailmap.blob} names, whose lines win; in a bare repository that object
   * takes the place of {@code .mailmap}. Where HEAD has no commit there is nothing to read.
   *
   * <p>{@code mailmap.file} is not honoured: it may name any file of this machine, so the settings
   * of a repository that somebody else made could have it read and shown to whoever asks for blame;
   * and the answer is to depend on the repository alone.
   *
   * @throws dev.mendgate.gateway.source.UnreadableRepositoryException where the repository is
   *     damaged
   */
  public static Mailmap of(GitRepository repository) {
    List<byte[]> files = new ArrayList<>();
    Optional<byte[]> configured = repository.configuredBlob("mailmap", "blob");
    if (!repository.isBare() || configured.isEmpty()) {
      repository
          .headIfAny()
          .flatMap(head -> repository.tree(head).bytes(".mailmap"))
          .ifPresent(files::add);
    }
    configured.ifPresent(files::add);
    return parse(files.toArray(byte[][]::new));
  }

  /** Reads files, of which the later win; UTF-8, and ISO-8859-1 in lines that are not. */
  public static Mailmap parse(byte[]... files) {
    Map<String, Entry> entries = new HashMap<>();
    for (byte[] file : files) {
      int end = indexOf(file, 0, (byte) 0);
      for (int start = 0; start < end; ) {
        int stop = Math.min(end, indexOf(file, start, (byte) '\n'));
        addLine(decoded(file, start, stop), entries);
        start = stop + 1;
      }
    }
    return entries.isEmpty() ? NONE : new Mailmap(entries);
  }

  /** Reads the text of one file. */
  public static Mailmap parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns who is meant by a name and an address as they stand in a commit. */
  public Person map(String name, String mail) {
    Entry entry = byMail.get(folded(mail));
    if (entry == null) {
      return new Person(name, mail);
    }
    Change change = entry.byName.getOrDefault(folded(name), entry.otherwise);
    return new Person(
        change.name == null ? name : change.name, change.mail == null ? mail : change.mail);
  }

  private static void addLine(String line, Map<String, Entry> entries) {
    if (line.startsWith("#")) {
      return;
    }
    MailmapPart first = MailmapPart.read(line, 0);
    if (first == null || first.mail().isEmpty()) {
      return;
    }
    MailmapPart second = MailmapPart.read(line, first.end());
    if (second == null) {
      Entry entry = entries.computeIfAbsent(folded(first.mail()), mail -> new Entry());
      entry.otherwise = entry.otherwise.overridden(new Change(first.name(), null));
      return;
    }
    Entry entry = entries.computeIfAbsent(folded(second.mail()), mail -> new Entry());
    Change change = new Change(first.name(), first.mail());
    if (second.name() == null) {
      entry.otherwise = entry.otherwise.overridden(change);
    } else {
      entry.byName.put(folded(second.name()), change);
    }
  }

  private static int indexOf(byte[] bytes, int from, byte wanted) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return bytes.length;
  }

  private static String decoded(byte[] bytes, int from, int to) {
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  /** Git folds ASCII only, whatever the language of the machine. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return folded.toString();
  }
}
