package dev.mendgate.gateway.config;

/**
 * Where forges tell about pushes.
 *
 * @param host name or address of the interface that is listened on
 * @param port 0 for any free one
 * @param secret what callers prove to know; at least {@value #SHORTEST} characters
 */
public record WebhookSettings(String host, int port, String secret) {
  /** Characters of the shortest secret; what is shorter can be guessed by trying. */
  public static final int SHORTEST = 16;

  /** The secret's variable in the environment. */
  public static final String VARIABLE = "MENDGATE_WEBHOOK_SECRET";

  public WebhookSettings {
    if (secret.length() < SHORTEST) {
      throw new ConfigException(
          "a webhook needs a secret of at least "
              + SHORTEST
              + " characters in "
              + VARIABLE
              + "; make one with: openssl rand -hex 32");
    }
  }

  /** The secret must not get into a log with the record. */
  @Override
  public String toString() {
    return "WebhookSettings[" + host + ":" + port + "]";
  }
}
