package dev.mendgate.gateway.source.frame;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A class that was made while the program ran, told by its name.
 *
 * @param what what made it, for a person
 * @param of the class it was made from; null where it has none
 */
record GeneratedClass(String what, @Nullable BinaryName of) {
  /** One way of naming; group 1 is the class that somebody wrote. */
  private record Naming(Pattern pattern, String what) {
    static Naming of(String regex, String what) {
      return new Naming(Pattern.compile(regex), what);
    }
  }

  private static final String HIDDEN = "(?:/(?:0x)?[0-9a-f]+)?";

  private static final List<Naming> NAMINGS =
      List.of(
          Naming.of("(.+?)\\$\\$Lambda(?:[$/].*)?", "the JVM's class for a lambda"),
          Naming.of("-\\$\\$Lambda\\$([^$]+)\\$.*", "a lambda's class"),
          Naming.of("(?:\\$?Proxy\\d+)()" + HIDDEN, "a proxy of the JVM"),
          Naming.of(
              "()Generated(?:Method|Constructor|SerializationConstructor)Accessor\\d+.*",
              "the JVM's accessor for reflection"),
          Naming.of(
              "(.+?)\\$\\$(?:EnhancerBy|FastClassBy|KeyFactoryBy|BulkBeanBy)\\w*\\$\\$.*",
              "a subclass made by CGLIB"),
          Naming.of("(.+?)\\$\\$(?:SpringCGLIB|FastClass)\\$\\$.*", "a subclass made by Spring"),
          Naming.of("(.+?)\\$\\$(?:Enhancer|FastClass)ByGuice\\$\\$.*", "a subclass made by Guice"),
          Naming.of("(.+?)_\\$\\$_(?:jvst|javassist)\\w*", "a subclass made by Javassist"),
          Naming.of(
              "(.+?)\\$Hibernate(?:Proxy|Instantiator|AccessOptimizer)(?:\\$.*)?",
              "a proxy of Hibernate"),
          Naming.of("(.+?)\\$Proxy\\$_\\$\\$_Weld\\w*(?:\\$.*)?", "a proxy of Weld"),
          Naming.of(
              "(.+?)(?:\\$\\$Owb\\w+?Proxy\\d+|\\$\\$OwbNormalScope.*)", "a proxy of OpenWebBeans"),
          Naming.of(
              "(.+?)(?:_ClientProxy|_Subclass)(?:\\$\\$function\\$\\$\\d+)?", "a proxy of Quarkus"),
          Naming.of("(.+?)\\$\\$\\$view\\d+", "a view of an EJB"),
          Naming.of("(.+?)\\$MockitoMock\\$.*", "a mock of Mockito"),
          Naming.of("(.+?)\\$(?:ByteBuddy|auxiliary)\\$\\w+.*", "a class made by Byte Buddy"),
          Naming.of("(.+?)/(?:0x)?[0-9a-f]+", "a hidden class"),
          Naming.of("(.+?)\\$\\$[A-Z]\\w*\\$\\$.*", "a class made at run time"));

  /** Recognises a class by its name; empty where nothing in it speaks of a generator. */
  static Optional<GeneratedClass> of(BinaryName type) {
    for (Naming naming : NAMINGS) {
      Matcher matcher = naming.pattern().matcher(type.simple());
      if (matcher.matches()) {
        String written = matcher.group(1);
        return Optional.of(
            new GeneratedClass(naming.what(), written.isEmpty() ? null : type.sibling(written)));
      }
    }
    return Optional.empty();
  }
}
