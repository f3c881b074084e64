package dev.mendgate.fixer;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file for the compiler that is in no folder. */
public final class MemorySource extends SimpleJavaFileObject {
  private final String text;

  /** Holds a text under a path with {@code /}. */
  public MemorySource(String path, String text) {
    super(URI.create("memory:///" + path), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  // The path's folders are no packages here: src/main/java may stand before them.
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.SOURCE && toUri().getPath().endsWith("/" + simpleName + ".java");
  }
}
