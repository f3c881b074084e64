package dev.mendgate.gateway.web;

/**
 * Takes {@code POST /sync/NAME} from anything that can send it, such as a post-receive hook.
 *
 * @param secret the bearer token
 * @param repositories what is told of a push
 */
record NamedHook(SharedSecret secret, PushedRepositories repositories) implements Hook {
  @Override
  public Answer receive(Delivery delivery) {
    return secret.isBearer(delivery.header("Authorization"))
        ? repositories.sync(delivery.name())
        : Answer.UNAUTHORIZED;
  }
}
