package dev.mendgate.sandbox.compile;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** A source as javac reads it from memory, so that nothing is written into a checkout. */
final class SourceText extends SimpleJavaFileObject {
  private final String path;
  private final String text;

  SourceText(String path, String text) {
    super(uriOf(path), Kind.SOURCE);
    this.path = path;
    this.text = text;
  }

  private static URI uriOf(String path) {
    try {
      return new URI("string", null, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  @Override
  public String getName() {
    return path;
  }
}
