package dev.mendgate.gateway.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Mendgate keeps what it must remember. */
public final class DataFolder {
  private DataFolder() {}

  /**
   * Returns the folder that was asked for, else {@code $MENDGATE_DATA}, else {@code mendgate} in
   * the XDG data folder, whose default is {@code ~/.local/share}.
   *
   * @param asked what the user said; null for nothing
   * @param environment the process's environment
   */
  public static Path of(@Nullable Path asked, Map<String, String> environment) {
    if (asked != null) {
      return asked.toAbsolutePath().normalize();
    }
    String own = environment.getOrDefault("MENDGATE_DATA", "");
    if (!own.isBlank()) {
      return Path.of(own).toAbsolutePath().normalize();
    }
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    Path home = Path.of(System.getProperty("user.home", "."));
    Path base = shared.startsWith("/") ? Path.of(shared) : home.resolve(".local/share");
    return base.resolve("mendgate").toAbsolutePath().normalize();
  }
}
