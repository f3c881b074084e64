package dev.mendgate.gateway.cli;

import dev.mendgate.gateway.config.GitAccess;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How remote repositories are reached; secrets come from the environment alone. */
final class GitOptions {
  @Option(
      names = "--git-ssh-key",
      paramLabel = "FILE",
      split = ",",
      description =
          "Private keys for ssh (default: the ssh agent, and the usual files in ~/.ssh)."
              + " MENDGATE_GIT_SSH_PASSPHRASE unlocks them.")
  private List<Path> sshKeys = List.of();

  @Option(
      names = "--git-ssh-known-hosts",
      paramLabel = "FILE",
      split = ",",
      description = "Keys of ssh hosts (default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts).")
  private List<Path> knownHosts = List.of();

  @Option(
      names = "--git-ssh-host-keys",
      paramLabel = "MODE",
      defaultValue = "STRICT",
      description =
          "Which ssh hosts are let in: ${COMPLETION-CANDIDATES}; ACCEPT_NEW writes down a host that"
              + " is seen for the first time (default: ${DEFAULT-VALUE}).")
  private GitAccess.HostKeys hostKeys = GitAccess.HostKeys.STRICT;

  @Option(
      names = "--git-credential-helper",
      paramLabel = "COMMAND",
      defaultValue = "",
      description =
          "Program that is asked for https credentials, such as 'git credential fill', where"
              + " MENDGATE_GIT_TOKEN_<HOST> is not set (default: none). No shell reads it.")
  private String credentialHelper = "";

  GitAccess access() {
    return new GitAccess(sshKeys, knownHosts, hostKeys, GitAccess.words(credentialHelper));
  }
}
