package dev.mendgate.gateway.rpc;

/** Rules for the name that a sender gives itself. */
final class Producer {
  private static final int MAX_LENGTH = 200;

  private Producer() {}

  /**
   * Returns the producer of a stream's next message.
   *
   * @param before producer of the messages before, empty for the first
   * @param named what the message says, empty after the first
   */
  static String continued(String before, String named) {
    if (before.isEmpty()) {
      check(named);
      return named;
    }
    if (!named.isEmpty() && !named.equals(before)) {
      throw RpcErrors.invalid("producer_id", "must not change within a stream");
    }
    return before;
  }

  /** Throws INVALID_ARGUMENT where a name cannot be one. */
  static void check(String named) {
    if (named.isBlank()) {
      throw RpcErrors.invalid("producer_id", "must name the sender");
    }
    if (named.length() > MAX_LENGTH) {
      throw RpcErrors.invalid("producer_id", "must have at most " + MAX_LENGTH + " characters");
    }
  }
}
