package dev.mendgate.gateway.source.blame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes a generated history into a bare repository, by one run of {@code git fast-import}. */
final class GeneratedRepository {
  private static final String MODULE = "0123456789abcdef0123456789abcdef01234567";

  private static final long UNUSUAL_TIME = 4_102_444_800L;

  private final Random random;
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final Map<TreeEntry, Integer> written = new HashMap<>();
  private final boolean inOrder;
  private final boolean oddPath;
  private long clock = 1_500_000_000L;

  private GeneratedRepository(Random random) {
    this.random = random;
    this.inOrder = random.nextInt(3) > 0;
    this.oddPath = random.nextInt(10) == 0;
  }

  /** Writes the commits and returns their ids, in the same order. */
  static List<String> write(Path folder, long seed, List<GeneratedCommit> commits)
      throws IOException {
    GeneratedRepository repository = new GeneratedRepository(new Random(~seed));
    for (GeneratedCommit commit : commits) {
      boolean last = commit.mark() == commits.size();
      repository.commit(commit, last && seed % 3 == 0);
    }
    Files.createDirectories(folder.resolve("refs/heads"));
    Files.createDirectories(folder.resolve("objects/pack"));
    Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(
        folder.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    String limit = "fastimport.unpackLimit=1";
    GitProcess.run(
        folder,
        repository.stream.toByteArray(),
        List.of("git", "-c", limit, "fast-import", "--quiet", "--export-marks=marks"));
    List<String> ids = ids(folder, commits.size());
    repository.cutOff(folder, ids);
    repository.replace(folder, ids);
    return ids;
  }

  /** Makes a shallow clone of some: commits whose parents nobody knows. */
  private void cutOff(Path folder, List<String> ids) throws IOException {
    if (random.nextInt(12) == 0) {
      Files.writeString(folder.resolve("shallow"), ids.get(random.nextInt(ids.size())) + "\n");
    }
  }

  /** Lets an older commit stand for another one, as git replace does. */
  private void replace(Path folder, List<String> ids) throws IOException {
    if (random.nextInt(12) == 0 && ids.size() > 1) {
      int replaced = 1 + random.nextInt(ids.size() - 1);
      Path refs = Files.createDirectories(folder.resolve("refs/replace"));
      Files.writeString(refs.resolve(ids.get(replaced)), ids.get(random.nextInt(replaced)) + "\n");
    }
  }

  private static List<String> ids(Path folder, int commits) throws IOException {
    String[] ids = new String[commits];
    for (String line : Files.readAllLines(folder.resolve("marks"))) {
      int mark = Integer.parseInt(line.substring(1, line.indexOf(' ')));
      if (mark <= commits) {
        ids[mark - 1] = line.substring(line.indexOf(' ') + 1);
      }
    }
    return List.of(ids);
  }

  private void commit(GeneratedCommit commit, boolean withMailmap) {
    Map<String, TreeEntry> tree = new TreeMap<>(commit.tree());
    if (withMailmap) {
      tree.put(".mailmap", TreeEntry.file(GeneratedPeople.mailmap(random)));
    }
    List<String> files = new ArrayList<>();
    tree.forEach((path, entry) -> files.add(file(path, entry)));
    text("reset refs/heads/main\ncommit refs/heads/main\nmark :" + commit.mark() + "\n");
    clock += random.nextInt(3) * 60L;
    long skew = inOrder ? 0 : (random.nextInt(4) - 2) * 3600L;
    boolean latin = random.nextInt(8) == 0;
    Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    long authored = random.nextInt(40) == 0 ? UNUSUAL_TIME : clock - random.nextInt(1000);
    text("author " + GeneratedPeople.any(random) + " " + authored + " +0530\n", charset);
    text("committer " + GeneratedPeople.any(random) + " " + (clock + skew) + " -0800\n", charset);
    text(latin ? "encoding ISO-8859-1\n" : "");
    text("data <<END\ncommit " + commit.mark() + "\nEND\n");
    String link = "from";
    for (GeneratedCommit parent : commit.parents()) {
      text(link + " :" + parent.mark() + "\n");
      link = "merge";
    }
    text("deleteall\n");
    files.forEach(this::text);
    if (oddPath) {
      text("M 100644 inline odd\u00ff\ndata 2\na\n\n", StandardCharsets.ISO_8859_1);
    }
    text("\n");
  }

  /** Writes a file's content where it is new, and returns the line that puts it into a commit. */
  private String file(String path, TreeEntry entry) {
    String content = entry.mode().equals(TreeEntry.MODULE) ? MODULE : ":" + blob(entry);
    return "M " + entry.mode() + " " + content + " " + path + "\n";
  }

  private int blob(TreeEntry entry) {
    Integer known = written.get(entry);
    if (known != null) {
      return known;
    }
    int mark = 1_000_000 + written.size();
    byte[] bytes = entry.bytes();
    text("blob\nmark :" + mark + "\ndata " + bytes.length + "\n");
    stream.writeBytes(bytes);
    text("\n");
    written.put(entry, mark);
    return mark;
  }

  private void text(String text) {
    text(text, StandardCharsets.UTF_8);
  }

  private void text(String text, Charset charset) {
    stream.writeBytes(text.getBytes(charset));
  }

  /** Returns the paths of a commit whose blame is asked: text files with lines. */
  static List<String> textPaths(GeneratedCommit commit) {
    List<String> paths = new ArrayList<>();
    new TreeMap<>(commit.tree())
        .forEach(
            (path, entry) -> {
              byte[] bytes = entry.bytes();
              boolean binary =
                  new String(bytes, 0, Math.min(8000, bytes.length), StandardCharsets.ISO_8859_1)
                          .indexOf('\0')
                      >= 0;
              if (entry.isFile() && bytes.length > 0 && !binary) {
                paths.add(path);
              }
            });
    return paths;
  }
}
