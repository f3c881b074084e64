package dev.mendgate.gateway.source.statement.scan;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises calls that look a text up in a resource bundle: {@code sm.getString("a.b", c)}. */
final class BundleCalls {
  private static final Set<String> LOOKUPS =
      Set.of("getString", "getMessage", "getText", "getFormattedMessage", "getFormattedString");
  private static final Pattern KEY = Pattern.compile("[\\w.\\-/$]{1,200}");

  private final MessageReader reader;

  BundleCalls(MessageReader reader) {
    this.reader = reader;
  }

  /** Returns the text that is looked up; null where the call does something else. */
  @Nullable List<Message> read(MethodCallExpr call) {
    Expression owner = call.getScope().orElse(null);
    if (owner == null
        || call.getArguments().isEmpty()
        || !LOOKUPS.contains(call.getNameAsString())) {
      return null;
    }
    String key = key(call.getArgument(0));
    if (key == null) {
      return null;
    }
    List<String> names = folders(owner, call).stream().map(folder -> folder + "/#" + key).toList();
    Dialect dialect = call.getArguments().size() > 1 ? Dialect.MESSAGE_FORMAT : Dialect.PLAIN;
    return List.of(new Message(List.of(new Piece.Constant(names, dialect))));
  }

  private @Nullable String key(Expression argument) {
    List<Message> read = reader.read(argument);
    return read.size() == 1
            && read.get(0).pieces().size() == 1
            && read.get(0).pieces().get(0) instanceof Piece.Text text
            && KEY.matcher(text.value()).matches()
        ? text.value()
        : null;
  }

  /**
   * Returns where the bundle may be: the folder of the class or bundle that the looked-up object
   * was made for, the folder of this file, and any.
   */
  private List<String> folders(Expression owner, MethodCallExpr call) {
    Set<String> folders = new LinkedHashSet<>();
    Expression made = owner instanceof NameExpr name ? initializer(name) : owner;
    if (made instanceof MethodCallExpr factory) {
      factory.getArguments().forEach(argument -> folders.addAll(named(argument)));
    }
    String around = reader.scope().className(call);
    folders.add(folder(around.substring(0, Math.max(0, around.lastIndexOf('.')))));
    folders.add("");
    return List.copyOf(folders);
  }

  private @Nullable Expression initializer(NameExpr name) {
    VariableDeclarator field = reader.scope().field(name.getNameAsString(), name);
    return field == null ? null : field.getInitializer().orElse(null);
  }

  private List<String> named(Expression argument) {
    List<String> folders = new ArrayList<>();
    if (argument instanceof ClassExpr type) {
      for (String candidate : reader.scope().candidates(type.getTypeAsString(), argument)) {
        folders.add(folder(candidate.substring(0, Math.max(0, candidate.lastIndexOf('.')))));
      }
    } else if (argument instanceof StringLiteralExpr literal
        && KEY.matcher(literal.getValue()).matches()) {
      String name = literal.getValue().replace('/', '.');
      folders.add(folder(name));
      folders.add(folder(name.substring(0, Math.max(0, name.lastIndexOf('.')))));
    }
    return folders;
  }

  private static String folder(String packageName) {
    return packageName.replace('.', '/');
  }
}
