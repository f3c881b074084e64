package dev.mendgate.sandbox.run;

/** Makes workers. */
public final class Workers {
  private Workers() {}

  /**
   * Returns a worker with the strongest isolation that a mode asks for and the machine offers; the
   * machine is tried once.
   *
   * @throws IllegalStateException if isolation is required and the machine offers none
   * @throws java.util.concurrent.CancellationException if interrupted while the machine is tried
   */
  public static Worker create(Isolation.Mode mode) {
    return new ForkedWorker(IsolationProbe.find(mode));
  }

  /** Returns the isolation that {@link #create} finds, for those who want to tell the user. */
  public static Isolation isolation(Isolation.Mode mode) {
    return IsolationProbe.find(mode);
  }
}
