package dev.mendgate.gateway.cli.demo;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Commits the bundled service step by step, each step by its own author at its own time: numbered
 * folders hold the files that a commit adds or replaces, and {@code commit.properties} says by
 * whom.
 */
final class ScriptedHistory {
  private static final String STEP_FILE = "commit.properties";

  private ScriptedHistory() {}

  /** Creates the repository in an empty folder; its last commit is its HEAD. */
  static void write(Path workTree, Instant now) throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(workTree.toFile()).setInitialBranch("main").call();
        Bundle bundle = Bundle.open()) {
      for (Path step : bundle.steps()) {
        copy(step, workTree);
        commit(git, properties(step.resolve(STEP_FILE)), now);
      }
    }
  }

  private static void copy(Path step, Path workTree) throws IOException {
    try (Stream<Path> files = Files.walk(step)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = step.relativize(file).toString();
        if (name.equals(STEP_FILE)) {
          continue;
        }
        Path target = workTree.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void commit(Git git, Properties step, Instant now) throws GitAPIException {
    String author = step.getProperty("author");
    int mail = author.indexOf('<');
    Instant when = now.minus(Duration.ofDays(Long.parseLong(step.getProperty("daysAgo"))));
    PersonIdent person =
        new PersonIdent(
            author.substring(0, mail).trim(),
            author.substring(mail + 1, author.length() - 1),
            when,
            ZoneOffset.UTC);
    git.add().addFilepattern(".").call();
    git.commit()
        .setAuthor(person)
        .setCommitter(person)
        .setMessage(step.getProperty("message"))
        .setSign(false)
        .setNoVerify(true)
        .call();
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }

  /** The bundled folders, whether they lie in a jar or in a class folder. */
  private record Bundle(Path root, List<FileSystem> opened) implements AutoCloseable {
    static Bundle open() throws IOException {
      URI uri;
      try {
        uri =
            Objects.requireNonNull(ScriptedHistory.class.getResource("/dev/mendgate/gateway/demo/"))
                .toURI();
      } catch (URISyntaxException e) {
        throw new IOException("the bundled demo service cannot be read", e);
      }
      if (!uri.getScheme().equals("jar")) {
        return new Bundle(Path.of(uri), List.of());
      }
      FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
      return new Bundle(jar.getPath("/dev/mendgate/gateway/demo"), List.of(jar));
    }

    List<Path> steps() throws IOException {
      try (Stream<Path> folders = Files.list(root)) {
        return folders.filter(Files::isDirectory).sorted().toList();
      }
    }

    @Override
    public void close() throws IOException {
      for (FileSystem jar : opened) {
        jar.close();
      }
    }
  }
}
