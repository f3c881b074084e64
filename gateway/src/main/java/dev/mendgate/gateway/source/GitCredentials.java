package dev.mendgate.gateway.source;

import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Answers a forge's question for credentials from the environment. Each host has a variable of its
 * own, so that no token is ever sent to another host, and only https gets an answer.
 */
final class GitCredentials extends CredentialsProvider {
  private static final String PREFIX = "MENDGATE_GIT_TOKEN_";
  private static final String USER = "x-access-token";

  private final Map<String, String> environment;

  GitCredentials(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Returns the variable that holds a host's token: {@code MENDGATE_GIT_TOKEN_GITHUB_COM}. */
  static String variable(String host) {
    return PREFIX + host.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      boolean known =
          item instanceof CredentialItem.Username || item instanceof CredentialItem.Password;
      if (!known) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    String token = environment.get(variable(String.valueOf(uri.getHost())));
    if (token == null || !"https".equals(uri.getScheme()) || !supports(items)) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(USER);
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(token.toCharArray());
      }
    }
    return true;
  }
}
