package dev.mendgate.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;

/**
 * Takes push events of GitHub, and of forges that send the same.
 *
 * @param secret key of the signature
 * @param repositories what is told of a push
 * @see <a href="https://docs.github.com/webhooks/webhook-events-and-payloads#push">push</a>
 */
record GitHubHook(SharedSecret secret, PushedRepositories repositories) implements Hook {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PAYLOAD = "payload=";

  @Override
  public Answer receive(Delivery delivery) throws IOException {
    String signature = delivery.header("X-Hub-Signature-256");
    if (signature == null) {
      return Answer.UNAUTHORIZED;
    }
    byte[] body = delivery.body();
    if (!secret.signed(body, signature)) {
      return Answer.UNAUTHORIZED;
    }
    String event = String.valueOf(delivery.header("X-GitHub-Event"));
    return switch (event) {
      case "push", "create", "delete" ->
          repositories.sync(
              PushEvent.urls(
                  json(delivery, body), "repository", "clone_url", "ssh_url", "html_url"));
      case "ping" -> Answer.ok("pong");
      default -> Answer.ok("nothing to do");
    };
  }

  private static byte[] json(Delivery delivery, byte[] body) {
    String type = String.valueOf(delivery.header("Content-Type"));
    String text = new String(body, UTF_8);
    if (!type.startsWith(FORM) || !text.startsWith(PAYLOAD)) {
      return body;
    }
    try {
      return URLDecoder.decode(text.substring(PAYLOAD.length()), UTF_8).getBytes(UTF_8);
    } catch (IllegalArgumentException e) {
      return body;
    }
  }
}
