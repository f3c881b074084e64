package dev.mendgate.sandbox.build;

import dev.mendgate.worker.WorkerMain;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Turns the configuration of maven-surefire-plugin into JVM flags. Agents and memory sizes are left
 * out: the former measure what is not asked for, the latter are the sandbox's to say.
 */
final class SurefireFlags {
  /** What Surefire does without configuration, and what a developer's terminal adds. */
  static final List<String> DEFAULT = List.of("-ea", "-Dfile.encoding=UTF-8");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final List<String> TAKES_VALUE =
      List.of("--add-opens", "--add-exports", "--add-reads", "--add-modules");
  private static final Pattern KEPT =
      Pattern.compile(
          "--add-(opens|exports|reads|modules)=.+|--enable-native-access=.+|--enable-preview|-D.+"
              + "|-ea.*|-enableassertions.*|-da.*|-esa|-Xss.+|-XX:\\+EnableDynamicAgentLoading");

  private SurefireFlags() {}

  static List<String> of(Element configuration) {
    List<String> flags = new ArrayList<>(DEFAULT);
    EffectivePom.text(configuration, "enableAssertions")
        .filter("false"::equals)
        .ifPresent(f -> flags.remove("-ea"));
    EffectivePom.text(configuration, "argLine").ifPresent(line -> addWords(flags, line));
    for (String section : List.of("systemProperties", "systemPropertyVariables")) {
      EffectivePom.child(configuration, section).ifPresent(s -> addProperties(flags, s));
    }
    EffectivePom.child(configuration, "environmentVariables")
        .flatMap(e -> EffectivePom.text(e, "TZ"))
        .ifPresent(zone -> flags.add("-Duser.timezone=" + zone));
    return List.copyOf(flags);
  }

  private static void addWords(List<String> flags, String line) {
    Iterator<String> words =
        WORD.matcher(line).results().map(r -> r.group().replaceAll("^[\"']|[\"']$", "")).iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (TAKES_VALUE.contains(word) && words.hasNext()) {
        word = word + "=" + words.next();
      }
      if (KEPT.matcher(word).matches() && !unresolved(word)) {
        flags.add(word);
      }
    }
  }

  private static void addProperties(List<String> flags, Element section) {
    for (Element property : EffectivePom.children(section, "")) {
      String name = EffectivePom.text(property, "name").orElse(property.getTagName());
      String value = EffectivePom.text(property, "value").orElse(property.getTextContent().strip());
      if (!unresolved(value)) {
        // the JVM keeps its own java.* values, Surefire sets them after the start
        String prefix = name.startsWith("java.") ? WorkerMain.PROPERTY_PREFIX : "";
        flags.add("-D" + prefix + name + "=" + value);
      }
    }
  }

  private static boolean unresolved(String value) {
    Matcher reference = Pattern.compile("[$@]\\{").matcher(value);
    return reference.find();
  }
}
