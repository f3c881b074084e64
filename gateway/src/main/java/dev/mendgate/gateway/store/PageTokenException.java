package dev.mendgate.gateway.store;

/** Says that a page token was not given out for the list it is used on. */
public final class PageTokenException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Creates it. */
  public PageTokenException() {
    super("page_token must come from the answer before it, with the same filter");
  }
}
