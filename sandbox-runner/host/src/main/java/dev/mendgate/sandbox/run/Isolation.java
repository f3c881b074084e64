package dev.mendgate.sandbox.run;

/** How workers are sealed off on this machine: what was asked for, and what was found to work. */
public final class Isolation {
  private final Enclosure enclosure;
  private final ControlGroups controlGroups;

  /**
   * Puts layers together.
   *
   * @param enclosure the layer that hides files, processes and the network
   * @param controlGroups where the kernel limits memory and processes, if it does
   */
  Isolation(Enclosure enclosure, ControlGroups controlGroups) {
    this.enclosure = enclosure;
    this.controlGroups = controlGroups;
  }

  /** How much isolation a user insists on. */
  public enum Mode {
    /** Nothing runs without namespaces. */
    REQUIRED,
    /** The strongest layer that works here; a process of its own in any case. */
    BEST_EFFORT,
    /** A process of its own with the limits that the host keeps; for code that is trusted. */
    NONE
  }

  /** Returns the layers in force, such as {@code unshare:user,mount,pid;cgroup:memory,pids}. */
  public String layers() {
    String groups = controlGroups.layers();
    return groups.isEmpty() ? enclosure.layers() : enclosure.layers() + ";" + groups;
  }

  Enclosure enclosure() {
    return enclosure;
  }

  ControlGroups controlGroups() {
    return controlGroups;
  }
}
