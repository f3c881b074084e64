package dev.mendgate.fixer.analysis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a helpful NullPointerException message says, in the forms of JDK 14 and later.
 *
 * @param use what the code was about to do with null
 * @param member name of the method or field it wanted; null for other uses
 * @param subject what was null, as the JVM describes it, such as {@code this.f}, {@code a[i]} or
 *     {@code <local4>}; null where the message does not say
 * @param returned whether {@code subject} names the method that returned null
 */
public record NullMessage(
    Use use, @Nullable String member, @Nullable String subject, boolean returned) {
  /** What can be done to a reference that fails on null. */
  public enum Use {
    INVOKE,
    READ_FIELD,
    ASSIGN_FIELD,
    ARRAY_LENGTH,
    LOAD,
    STORE,
    THROW,
    SYNCHRONIZE
  }

  private static final Pattern MESSAGE =
      Pattern.compile(
          "Cannot (?<action>[a-z/ ]+)(?: \"(?<member>[^\"]+)\")?"
              + "(?: because (?<returned>the return value of )?\"(?<subject>.+)\" is null)?");

  /** Reads a message; empty where it is none of the JVM's. */
  public static Optional<NullMessage> parse(@Nullable String message) {
    if (message == null) {
      return Optional.empty();
    }
    Matcher found = MESSAGE.matcher(message.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    String subject = found.group("subject");
    boolean returned = found.group("returned") != null;
    return use(found.group("action").strip())
        .map(
            use ->
                new NullMessage(
                    use,
                    member(found.group("member")),
                    returned ? member(subject) : subject,
                    returned));
  }

  private static Optional<Use> use(String action) {
    return Optional.ofNullable(
        switch (action) {
          case "invoke" -> Use.INVOKE;
          case "read field" -> Use.READ_FIELD;
          case "assign field" -> Use.ASSIGN_FIELD;
          case "read the array length" -> Use.ARRAY_LENGTH;
          case "throw exception" -> Use.THROW;
          case "enter synchronized block", "exit synchronized block" -> Use.SYNCHRONIZE;
          default -> arrayUse(action);
        });
  }

  private static @Nullable Use arrayUse(String action) {
    if (!action.endsWith(" array")) {
      return null;
    }
    return action.startsWith("store to ") ? Use.STORE : Use.LOAD;
  }

  /** {@code a.b.C.m(d.E)} is about {@code m}. */
  private static @Nullable String member(@Nullable String signature) {
    if (signature == null) {
      return null;
    }
    int parameters = signature.indexOf('(');
    String name = parameters < 0 ? signature : signature.substring(0, parameters);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
