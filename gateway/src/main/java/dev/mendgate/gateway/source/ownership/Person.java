package dev.mendgate.gateway.source.ownership;

/**
 * Someone who is named in a repository.
 *
 * @param name may be empty
 * @param mail without angle brackets; may be empty, and need not be an address
 */
public record Person(String name, String mail) {
  /** Returns the name, or the address where there is none. */
  String called() {
    return name.isEmpty() ? mail : name;
  }

  /** Returns it as git writes people: {@code Name <mail>}. */
  @Override
  public String toString() {
    return name.isEmpty() ? "<" + mail + ">" : name + " <" + mail + ">";
  }
}
