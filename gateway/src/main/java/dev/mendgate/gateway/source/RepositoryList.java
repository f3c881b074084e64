package dev.mendgate.gateway.source;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file that remembers the registered repositories: JSON, with a version. */
final class RepositoryList {
  private static final int VERSION = 1;
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** The file as it stands; fields are null where the file lacks them. */
  private record Document(int version, @Nullable List<Entry> repositories) {}

  private record Entry(
      String name,
      String location,
      List<String> services,
      String headCommit,
      @Nullable String branch,
      String indexedAt,
      int indexedFiles,
      long indexedStatements) {
    private static Entry of(RegisteredRepository r) {
      return new Entry(
          r.name(),
          r.location(),
          r.services(),
          r.headCommit(),
          r.branch(),
          r.indexedAt().toString(),
          r.indexedFiles(),
          r.indexedStatements());
    }

    private RegisteredRepository repository() {
      return new RegisteredRepository(
          name,
          location,
          services,
          headCommit,
          branch,
          Instant.parse(indexedAt),
          indexedFiles,
          indexedStatements);
    }
  }

  private final Path file;

  RepositoryList(Path file) {
    this.file = file;
  }

  /**
   * Reads all repositories by name; none where there is no file yet.
   *
   * @throws SourceException where the file is damaged or of a later version
   */
  TreeMap<String, RegisteredRepository> read() {
    TreeMap<String, RegisteredRepository> repositories = new TreeMap<>();
    if (!Files.exists(file)) {
      return repositories;
    }
    try {
      Document document = GSON.fromJson(Files.readString(file), Document.class);
      if (document == null || document.version != VERSION || document.repositories == null) {
        throw new JsonParseException("not version " + VERSION);
      }
      document.repositories.forEach(e -> repositories.put(e.name, e.repository()));
      return repositories;
    } catch (IOException | JsonParseException | DateTimeException | NullPointerException e) {
      throw new SourceException(
          "cannot read "
              + file
              + ": "
              + e.getMessage()
              + "; restore it, or delete it and register"
              + " the repositories again",
          e);
    }
  }

  /** Replaces the file. */
  void write(TreeMap<String, RegisteredRepository> repositories) {
    List<Entry> entries = repositories.values().stream().map(Entry::of).toList();
    String json = GSON.toJson(new Document(VERSION, entries));
    DataFiles.replace(file, json.getBytes(StandardCharsets.UTF_8));
  }
}
