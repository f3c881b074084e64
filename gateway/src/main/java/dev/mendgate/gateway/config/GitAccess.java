package dev.mendgate.gateway.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How remote repositories are reached, as far as that is no secret; secrets stay in the
 * environment.
 *
 * @param sshKeys files of private keys; none for the ssh agent and the usual files in {@code
 *     ~/.ssh}
 * @param knownHosts files with the keys of ssh hosts; none for those that OpenSSH reads
 * @param hostKeys what an ssh host must show
 * @param credentialHelper program and arguments that answer for https as {@code git credential
 *     fill} does; none for the environment alone
 */
public record GitAccess(
    List<Path> sshKeys, List<Path> knownHosts, HostKeys hostKeys, List<String> credentialHelper) {
  /** What is asked of an ssh host's key. */
  public enum HostKeys {
    /** It is in a file of known hosts. */
    STRICT,
    /** It is there, or the host is not: then it is added, and asked for from then on. */
    ACCEPT_NEW
  }

  /** The agent or the usual files, known hosts only, no helper. */
  public static final GitAccess DEFAULT =
      new GitAccess(List.of(), List.of(), HostKeys.STRICT, List.of());

  public GitAccess {
    sshKeys = List.copyOf(sshKeys);
    knownHosts = List.copyOf(knownHosts);
    credentialHelper = List.copyOf(credentialHelper);
  }

  /**
   * Reads {@code MENDGATE_GIT_SSH_KEY}, {@code MENDGATE_GIT_SSH_KNOWN_HOSTS} (both with commas
   * between files), {@code MENDGATE_GIT_SSH_HOST_KEYS} and {@code MENDGATE_GIT_CREDENTIAL_HELPER}.
   *
   * @throws ConfigException where one of them cannot be understood
   */
  public static GitAccess of(Map<String, String> environment) {
    return new GitAccess(
        files(environment, "MENDGATE_GIT_SSH_KEY"),
        files(environment, "MENDGATE_GIT_SSH_KNOWN_HOSTS"),
        hostKeys(environment.getOrDefault("MENDGATE_GIT_SSH_HOST_KEYS", "")),
        words(environment.getOrDefault("MENDGATE_GIT_CREDENTIAL_HELPER", "")));
  }

  /** Splits a command at its spaces: no shell ever sees it. */
  public static List<String> words(String command) {
    return command.isBlank() ? List.of() : List.of(command.strip().split("\\s+"));
  }

  private static List<Path> files(Map<String, String> environment, String variable) {
    try {
      return Arrays.stream(environment.getOrDefault(variable, "").split(","))
          .map(String::strip)
          .filter(file -> !file.isEmpty())
          .map(Path::of)
          .toList();
    } catch (InvalidPathException e) {
      throw new ConfigException(variable + " is not a file: " + e.getMessage());
    }
  }

  private static HostKeys hostKeys(String value) {
    if (value.isBlank()) {
      return HostKeys.STRICT;
    }
    try {
      return HostKeys.valueOf(value.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("MENDGATE_GIT_SSH_HOST_KEYS is STRICT or ACCEPT_NEW");
    }
  }
}
