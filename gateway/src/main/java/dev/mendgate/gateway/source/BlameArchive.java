package dev.mendgate.gateway.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The blame of all Java files of one commit in the form it has on disk; a file's lines are decoded
 * when they are asked for.
 *
 * <p>Format, numbers as in {@link PackedBytes}: {@code MGBL}, format version, id of the commit; the
 * commits that wrote lines (id, author, mail, seconds, summary); the paths of files; then each file
 * (path, number of runs; for each run its length, commit, path and line of origin); last, four
 * bytes of CRC-32C over all before them.
 */
final class BlameArchive {
  /** Raised with every change of the format or of the answers of {@link HistoryBlame}. */
  static final int VERSION = 2;

  private static final byte[] MAGIC = "MGBL".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_BYTES = 20;

  private final byte[] bytes;
  private final String commit;
  private final List<BlamedLine> authors = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final Map<String, Integer> offsets = new HashMap<>();
  private long lines;

  private BlameArchive(byte[] bytes) {
    this.bytes = bytes;
    PackedBytes.Reader in = new PackedBytes.Reader(bytes, MAGIC.length);
    in.number();
    this.commit = ObjectId.fromRaw(in.raw(ID_BYTES)).name();
    readAuthors(in);
    for (int count = in.number(); count > 0; count--) {
      paths.add(in.text());
    }
    for (int count = in.number(); count > 0; count--) {
      offsets.put(paths.get(in.number()), in.position());
      for (int runs = in.number(); runs > 0; runs--) {
        lines += in.number();
        in.number();
        in.number();
        in.number();
      }
    }
  }

  /** Reads an archive; empty where the bytes are damaged, cut off or of another version. */
  static Optional<BlameArchive> read(byte[] bytes) {
    int body = bytes.length - Integer.BYTES;
    if (body < MAGIC.length + 1 + ID_BYTES) {
      return Optional.empty();
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        return Optional.empty();
      }
    }
    boolean whole = new PackedBytes.Reader(bytes, body).checksum() == checksum(bytes, body);
    return whole && new PackedBytes.Reader(bytes, MAGIC.length).number() == VERSION
        ? Optional.of(new BlameArchive(bytes))
        : Optional.empty();
  }

  /** Packs the blame of a commit's files. */
  static BlameArchive of(String commit, Map<String, FileBlame> files) {
    Numbering<BlamedLine> authors = new Numbering<>();
    Numbering<String> paths = new Numbering<>();
    PackedBytes.Writer body = new PackedBytes.Writer();
    body.number(files.size());
    files.forEach(
        (path, blame) -> {
          body.number(paths.of(path));
          body.number(blame.runs().size());
          for (FileBlame.Run run : blame.runs()) {
            body.number(run.length());
            body.number(authors.of(author(run.origin())));
            body.number(paths.of(run.origin().originalPath()));
            body.number(run.origin().originalLine());
          }
        });
    PackedBytes.Writer out = new PackedBytes.Writer();
    out.raw(MAGIC);
    out.number(VERSION);
    out.raw(id(commit));
    writeAuthors(out, authors.all());
    out.number(paths.all().size());
    paths.all().forEach(out::text);
    out.raw(body.bytes());
    out.checksum(checksum(out.bytes(), out.bytes().length));
    return new BlameArchive(out.bytes());
  }

  /** Returns the blame of a file; empty where it is not among the indexed ones. */
  Optional<FileBlame> blame(String path) {
    Integer offset = offsets.get(path);
    if (offset == null) {
      return Optional.empty();
    }
    PackedBytes.Reader in = new PackedBytes.Reader(bytes, offset);
    List<FileBlame.Run> runs = new ArrayList<>();
    int first = 1;
    for (int count = in.number(); count > 0; count--) {
      int length = in.number();
      BlamedLine author = authors.get(in.number());
      runs.add(new FileBlame.Run(first, length, at(author, paths.get(in.number()), in.number())));
      first += length;
    }
    return Optional.of(new FileBlame(runs));
  }

  IndexSummary summary(boolean reused) {
    return new IndexSummary(commit, offsets.size(), lines, reused);
  }

  byte[] bytes() {
    return bytes;
  }

  private void readAuthors(PackedBytes.Reader in) {
    for (int count = in.number(); count > 0; count--) {
      String id = ObjectId.fromRaw(in.raw(ID_BYTES)).name();
      String name = in.text();
      String mail = in.text();
      Instant time = Instant.ofEpochSecond(in.seconds());
      authors.add(
          new BlamedLine(
              id, name, mail, time, Instant.ofEpochSecond(in.seconds()), "", 0, in.text()));
    }
  }

  private static void writeAuthors(PackedBytes.Writer out, List<BlamedLine> authors) {
    out.number(authors.size());
    for (BlamedLine author : authors) {
      out.raw(id(author.commit()));
      out.text(author.authorName());
      out.text(author.authorMail());
      out.seconds(author.authoredAt().getEpochSecond());
      out.seconds(author.committedAt().getEpochSecond());
      out.text(author.summary());
    }
  }

  private static BlamedLine author(BlamedLine line) {
    return at(line, "", 0);
  }

  private static BlamedLine at(BlamedLine a, String path, int line) {
    return new BlamedLine(
        a.commit(),
        a.authorName(),
        a.authorMail(),
        a.authoredAt(),
        a.committedAt(),
        path,
        line,
        a.summary());
  }

  private static byte[] id(String commit) {
    byte[] id = new byte[ID_BYTES];
    ObjectId.fromString(commit).copyRawTo(id, 0);
    return id;
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  /** Numbers things in the order they first come up. */
  private static final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> all = new ArrayList<>();

    int of(T thing) {
      Integer known = numbers.putIfAbsent(thing, all.size());
      if (known != null) {
        return known;
      }
      all.add(thing);
      return all.size() - 1;
    }

    List<T> all() {
      return all;
    }
  }
}
