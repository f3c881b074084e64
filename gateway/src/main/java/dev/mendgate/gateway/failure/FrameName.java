package dev.mendgate.gateway.failure;

import dev.mendgate.fixer.Frame;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name under which a frame counts in a fingerprint. */
final class FrameName {
  private static final List<String> PLATFORM =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "jakarta.",
          "kotlin.",
          "kotlinx.",
          "scala.",
          "groovy.",
          "org.codehaus.groovy.",
          "clojure.");
  private static final Pattern NUMBER_OF_LAMBDA = Pattern.compile("^lambda\\$(.*)\\$\\d+$");
  private static final Pattern ANONYMOUS = Pattern.compile("\\$\\d+(?=\\$|$)");
  private static final Pattern PROXY = Pattern.compile("(?:^|[.$])(?:\\$Proxy\\d+|Proxy\\d+)$");

  private FrameName() {}

  /** Returns whether the frame looks like the project's or a library's, not the platform's. */
  static boolean isOwn(Frame frame) {
    return PLATFORM.stream().noneMatch(frame.className()::startsWith) && of(frame) != null;
  }

  /** Returns {@code class#method}, or null for code that was generated at run time. */
  static @Nullable String of(Frame frame) {
    String type = frame.className();
    if (type.contains("$$Lambda") || PROXY.matcher(type).find()) {
      return null;
    }
    if (frame.method().startsWith("access$")) {
      return null;
    }
    int generated = type.indexOf("$$");
    String written = generated > 0 ? type.substring(0, generated) : type;
    String method = NUMBER_OF_LAMBDA.matcher(frame.method()).replaceFirst("lambda\\$$1");
    return ANONYMOUS.matcher(written).replaceAll("\\$_") + "#" + method;
  }
}
