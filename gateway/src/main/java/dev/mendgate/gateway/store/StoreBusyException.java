package dev.mendgate.gateway.store;

/** Says that more comes in than the disk takes; trying again later helps. */
public final class StoreBusyException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** Creates it. */
  public StoreBusyException() {
    super("more events wait to be written than the store may hold; try again later", null);
  }
}
