package dev.mendgate.gateway.web;

import java.io.IOException;

/**
 * Takes push events of GitLab.
 *
 * @param secret the secret token
 * @param repositories what is told of a push
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events">Push
 *     events</a>
 */
record GitLabHook(SharedSecret secret, PushedRepositories repositories) implements Hook {
  @Override
  public Answer receive(Delivery delivery) throws IOException {
    if (!secret.is(delivery.header("X-Gitlab-Token"))) {
      return Answer.UNAUTHORIZED;
    }
    String event = String.valueOf(delivery.header("X-Gitlab-Event"));
    return switch (event) {
      case "Push Hook", "Tag Push Hook" ->
          repositories.sync(
              PushEvent.urls(delivery.body(), "project", "git_http_url", "git_ssh_url", "web_url"));
      default -> Answer.ok("nothing to do");
    };
  }
}
