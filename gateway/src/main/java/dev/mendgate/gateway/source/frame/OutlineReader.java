package dev.mendgate.gateway.source.frame;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.gateway.source.frame.Outline.Lines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses a Java file of whatever language level and keeps its outline only. */
final class OutlineReader {
  private OutlineReader() {}

  /** Reads a file's text; of broken text, what could be made of it. */
  static Outline read(String text) {
    int lines = (int) text.lines().count();
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.RAW).setAttributeComments(false);
    try {
      ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(text);
      List<TypeSpan> types =
          parsed.getResult().stream()
              .flatMap(unit -> unit.getTypes().stream())
              .map(type -> type(type, TypeSpan.Kind.NAMED))
              .toList();
      return new Outline(lines, types, parsed.isSuccessful());
    } catch (StackOverflowError e) {
      // Nesting this deep is not written by people; the frame keeps its line, unchecked.
      return new Outline(lines, List.of(), false);
    }
  }

  static TypeSpan type(TypeDeclaration<?> type, TypeSpan.Kind kind) {
    boolean staticFields =
        type.isAnnotationDeclaration()
            || type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
    OutlineBody body = new OutlineBody(staticFields);
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(body::constant);
    }
    type.getMembers().forEach(body::member);
    Lines header = header(type);
    return new TypeSpan(
        kind,
        type.getNameAsString(),
        lines(type),
        header,
        added(type, body),
        body.switches,
        body.members,
        body.nested);
  }

  /** Returns the methods that a compiler may add to a type, all of them at its header. */
  private static Set<String> added(TypeDeclaration<?> type, OutlineBody body) {
    Set<String> added = new HashSet<>();
    boolean wholly = type.isEnumDeclaration() || type.isRecordDeclaration();
    boolean constructed = type.getMembers().stream().anyMatch(m -> isConstructor(m, type));
    // Another class calls a private constructor by one that is added.
    if (type.isEnumDeclaration()
        || !constructed
        || type.getMembers().stream().anyMatch(OutlineReader::isHidden)) {
      added.add("<init>");
    }
    if (body.asserting || type.isEnumDeclaration()) {
      added.add("<clinit>");
    }
    if (type instanceof RecordDeclaration record) {
      record.getParameters().forEach(component -> added.add(component.getNameAsString()));
    }
    boolean heir =
        type instanceof ClassOrInterfaceDeclaration c
            && (c.getExtendedTypes().isNonEmpty() || c.getImplementedTypes().isNonEmpty());
    if (wholly || heir) {
      added.add(TypeSpan.ANY);
    }
    return added;
  }

  /** Says whether it is a constructor that the compiler would add otherwise. */
  private static boolean isConstructor(BodyDeclaration<?> member, TypeDeclaration<?> type) {
    if (member instanceof ConstructorDeclaration declared && type instanceof RecordDeclaration r) {
      return declared.getParameters().size() == r.getParameters().size();
    }
    return member instanceof ConstructorDeclaration
        || member instanceof CompactConstructorDeclaration;
  }

  private static boolean isHidden(BodyDeclaration<?> member) {
    return member instanceof ConstructorDeclaration c && c.isPrivate();
  }

  private static Lines header(TypeDeclaration<?> type) {
    int last = lines(type.getName()).last();
    int first = type.getAnnotations().isEmpty() ? lines(type).first() : last;
    for (Modifier modifier : type.getModifiers()) {
      first = lines(modifier).last();
    }
    List<NodeList<? extends Node>> parts = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration c) {
      parts.addAll(
          List.of(
              c.getTypeParameters(),
              c.getExtendedTypes(),
              c.getImplementedTypes(),
              c.getPermittedTypes()));
    } else if (type instanceof RecordDeclaration r) {
      parts.addAll(List.of(r.getTypeParameters(), r.getParameters(), r.getImplementedTypes()));
    } else if (type instanceof EnumDeclaration e) {
      parts.add(e.getImplementedTypes());
    }
    for (NodeList<? extends Node> part : parts) {
      for (Node node : part) {
        last = Math.max(last, lines(node).last());
      }
    }
    return new Lines(first, last);
  }

  static Lines lines(Node node) {
    return node.getRange().map(r -> new Lines(r.begin.line, r.end.line)).orElse(new Lines(0, -1));
  }
}
