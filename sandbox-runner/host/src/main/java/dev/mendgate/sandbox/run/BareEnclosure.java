package dev.mendgate.sandbox.run;

/** A process of its own and nothing more: what is left where the machine offers no namespaces. */
final class BareEnclosure implements Enclosure {
  @Override
  public String layers() {
    return "process";
  }

  @Override
  public boolean sharesFiles() {
    return true;
  }

  @Override
  public String enter(Cell cell, Inmate inmate) {
    String command = Shell.quoteAll(inmate.command());
    return "cd " + Shell.quote(inmate.workingDirectory()) + " && exec 3>&1 1>&2 && exec " + command;
  }
}
