package dev.mendgate.gateway.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings from a file in the format of {@link Properties}, in UTF-8. */
public final class ConfigFile {
  /** Sets nothing. */
  public static final ConfigFile NONE = new ConfigFile(Map.of());

  /** Settings of this prefix name repositories: {@code repo.shop = /srv/git/shop}. */
  public static final String REPOSITORY = "repo.";

  private final Map<String, String> values;

  private ConfigFile(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads a file.
   *
   * @param known all settings there are, besides those that begin with {@link #REPOSITORY}
   * @throws ConfigException if the file cannot be read, or sets something that is not known
   */
  public static ConfigFile read(Path file, Set<String> known) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new ConfigException("there is no config file " + file);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException("cannot read config file " + file + ": " + e.getMessage());
    }
    Map<String, String> values = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (!known.contains(name) && !name.startsWith(REPOSITORY)) {
        throw new ConfigException(
            "%s: unknown setting '%s'; known are %s and repo.NAME"
                .formatted(file, name, String.join(", ", new TreeSet<>(known))));
      }
      values.put(name, properties.getProperty(name).strip());
    }
    return new ConfigFile(values);
  }

  /** Returns the value of a setting. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns paths or URLs of repositories by name. */
  public Map<String, String> repositories() {
    Map<String, String> repositories = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(REPOSITORY)) {
            repositories.put(name.substring(REPOSITORY.length()), value);
          }
        });
    return repositories;
  }
}
