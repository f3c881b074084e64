package dev.mendgate.gateway.source.remote;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Answers a forge's question for credentials during one visit: from the environment, else from the
 * credential helper. Each host has variables of its own, so that no token is ever sent to another
 * host, and only https gets an answer. What a host has refused is not sent again.
 */
final class HostCredentials extends CredentialsProvider {
  private static final String TOKEN = "MENDGATE_GIT_TOKEN_";
  private static final String USER = "MENDGATE_GIT_USER_";

  /** What GitHub asks for beside a token; GitLab takes any name. */
  private static final String USER_OF_TOKEN = "x-access-token";

  private final Map<String, String> environment;
  private final @Nullable CredentialHelper helper;
  private @Nullable String source;
  private boolean refused;

  /** A name and what proves it; the text never shows the latter. */
  record Login(String user, String secret) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  HostCredentials(Map<String, String> environment, @Nullable CredentialHelper helper) {
    this.environment = environment;
    this.helper = helper;
  }

  /** Returns the variable that holds a host's token: {@code MENDGATE_GIT_TOKEN_GITHUB_COM}. */
  static String tokenVariable(URIish uri) {
    return variable(TOKEN, uri);
  }

  private static String variable(String prefix, URIish uri) {
    String host = String.valueOf(uri.getHost()).toUpperCase(Locale.ROOT);
    return prefix + host.replaceAll("[^A-Z0-9]", "_");
  }

  /** Returns where the credentials came from that were given last; empty where none were. */
  Optional<String> source() {
    return Optional.ofNullable(source);
  }

  /** Says whether the host did not take what it was given. */
  boolean isRefused() {
    return refused && source != null;
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
  public void reset(URIish uri) {
    refused = true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    if (refused || !"https".equals(uri.getScheme()) || !supports(items)) {
      return false;
    }
    Optional<Login> login = login(uri);
    login.ifPresent(found -> fill(found, items));
    return login.isPresent();
  }

  private Optional<Login> login(URIish uri) {
    String token = environment.getOrDefault(tokenVariable(uri), "");
    if (!token.isBlank()) {
      source = tokenVariable(uri);
      String user = environment.getOrDefault(variable(USER, uri), USER_OF_TOKEN);
      return Optional.of(new Login(user, token.strip()));
    }
    if (helper == null) {
      return Optional.empty();
    }
    Optional<Login> answer = helper.ask(uri);
    answer.ifPresent(login -> source = "the credential helper");
    return answer;
  }

  private static void fill(Login login, CredentialItem... items) {
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(login.user());
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(login.secret().toCharArray());
      }
    }
  }
}
