package dev.mendgate.gateway.rpc;

/** How many elements a page has. */
final class PageSize {
  private static final int DEFAULT = 100;
  private static final int MAX = 1_000;

  private PageSize() {}

  /** Returns the size that a request asks for, the default for 0, and never more than allowed. */
  static int of(int requested) {
    if (requested < 0) {
      throw RpcErrors.invalid("page_size", "must not be negative");
    }
    return requested == 0 ? DEFAULT : Math.min(requested, MAX);
  }
}
