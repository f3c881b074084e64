package dev.mendgate.gateway.source.statement;

import dev.mendgate.gateway.source.statement.scan.BundleText;
import dev.mendgate.gateway.source.statement.scan.FileScan;
import dev.mendgate.gateway.source.statement.scan.Found;
import dev.mendgate.gateway.source.statement.scan.LoggerType;
import dev.mendgate.gateway.source.statement.scan.Message;
import dev.mendgate.gateway.source.statement.scan.Sink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the files of a tree tell each other. */
final class Knowledge {
  private static final int MAX_TYPES = 64;

  private final Map<String, Message> constants = new HashMap<>();
  private final Map<String, LoggerType> loggers = new HashMap<>();
  private final Map<String, List<List<String>>> supertypes = new HashMap<>();
  private final Set<String> types = new HashSet<>();
  private final Map<String, List<Found>> passing = new HashMap<>();
  private final Map<String, List<Found>> declared = new HashMap<>();
  private final Bundles bundles = new Bundles();

  void add(String path, FileScan scan) {
    if (BundleText.isBundle(path)) {
      bundles.add(path, scan.constants());
      return;
    }
    scan.constants().forEach(constants::putIfAbsent);
    scan.loggers().forEach(loggers::putIfAbsent);
    scan.supertypes().forEach(supertypes::putIfAbsent);
    types.addAll(scan.supertypes().keySet());
    scan.found().forEach(found -> types.add(found.className().replace('$', '.')));
    for (Found found : scan.found()) {
      String method = found.className().replace('$', '.') + "#" + found.method();
      if (found.sink() instanceof Sink.Declares) {
        declared.computeIfAbsent(method, m -> new ArrayList<>(1)).add(found);
      } else if (found.passesOn()) {
        passing.computeIfAbsent(method, m -> new ArrayList<>()).add(found);
      }
    }
  }

  /** Returns the first constant of these that is known; null where none is. */
  @Nullable Message constant(List<String> names) {
    for (String name : names) {
      Message text = Bundles.isKey(name) ? bundles.text(name) : null;
      if (text != null) {
        return text;
      }
    }
    return first(names, constants::get);
  }

  /** Returns the type of the first of these fields and methods that is known; null for none. */
  @Nullable LoggerType logger(List<String> names) {
    return first(names, loggers::get);
  }

  /** Returns what the methods of that name do with the texts that a call passes. */
  List<Found> methods(List<String> owners, String method, int arguments) {
    for (String owner : owners) {
      List<Found> found = inherited(owner, type -> taking(type, method, arguments));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /** Returns the methods of that name and number of parameters whose annotations say a text. */
  List<Found> declared(List<String> owners, String method, int arguments) {
    for (String owner : owners) {
      List<Found> found =
          inherited(
              owner,
              type -> {
                List<Found> same =
                    declared.getOrDefault(type + "#" + method, List.of()).stream()
                        .filter(f -> f.arity() == arguments)
                        .toList();
                return same.isEmpty() ? null : same;
              });
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /** As {@link #methods}, for the constructors of the first class that has one. */
  List<Found> constructors(List<String> types, int arguments) {
    for (String type : types) {
      List<Found> found = taking(type, "<init>", arguments);
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  private @Nullable List<Found> taking(String type, String method, int arguments) {
    List<Found> found =
        passing.getOrDefault(type + "#" + method, List.of()).stream()
            .filter(f -> f.varargs() ? arguments >= f.arity() - 1 : arguments == f.arity())
            .toList();
    return found.isEmpty() ? null : found;
  }

  /** Returns whether one of the names is that of an exception, by the classes it extends. */
  boolean isThrowable(List<String> types) {
    for (String type : types) {
      Boolean found = inherited(type, t -> t.equals(type) || !isException(t) ? null : true);
      if (found != null) {
        return true;
      }
    }
    return false;
  }

  /** Returns the first of these names that a file declares a class by; null where none is. */
  @Nullable String declared(List<String> types) {
    return types.stream().filter(supertypes::containsKey).findFirst().orElse(null);
  }

  /** Returns a class's name as a stack trace has it; packages are taken to be in lower case. */
  static String binaryName(String dotted) {
    StringBuilder name = new StringBuilder();
    boolean nested = false;
    for (String part : dotted.split("\\.", -1)) {
      name.append(name.isEmpty() ? "" : nested ? "$" : ".").append(part);
      nested = nested || (!part.isEmpty() && Character.isUpperCase(part.charAt(0)));
    }
    return name.toString();
  }

  /** Returns the classes of the tree that each class extends or implements. */
  Map<String, List<String>> hierarchy() {
    Map<String, List<String>> hierarchy = new HashMap<>();
    supertypes.forEach(
        (type, extended) -> {
          List<String> known =
              extended.stream()
                  .flatMap(names -> names.stream().filter(types::contains).limit(1))
                  .toList();
          if (!known.isEmpty()) {
            hierarchy.put(type, known);
          }
        });
    return hierarchy;
  }

  private static boolean isException(String type) {
    return type.endsWith("Exception") || type.endsWith("Error") || type.endsWith("Throwable");
  }

  private <T> @Nullable T first(List<String> names, Function<String, @Nullable T> lookup) {
    for (String name : names) {
      int hash = name.indexOf('#');
      T found =
          inherited(name.substring(0, hash), type -> lookup.apply(type + name.substring(hash)));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Asks a class, then those it extends or implements, the nearest first. */
  private <T> @Nullable T inherited(String type, Function<String, @Nullable T> lookup) {
    Deque<String> next = new ArrayDeque<>(List.of(type));
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty() && seen.size() < MAX_TYPES) {
      String at = next.remove();
      if (seen.add(at)) {
        T found = lookup.apply(at);
        if (found != null) {
          return found;
        }
        supertypes.getOrDefault(at, List.of()).forEach(next::addAll);
      }
    }
    return null;
  }
}
