package dev.mendgate.gateway.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Lets real code fail in a JVM of its own and keeps what it wrote. */
final class Incident {
  private Incident() {}

  /** Compiles the service and sends it one request; answers with its standard error. */
  static String ofService(Path workTree, Path classes, String request)
      throws IOException, InterruptedException {
    compile(workTree.resolve("src/main/java"), classes);
    return run(List.of("-cp", classes.toString(), "shop.Shop", request));
  }

  /** Calls a released binary as a user's program would; answers with its standard error. */
  static String ofBinary(Path jar, Path folder, String program)
      throws IOException, InterruptedException {
    Path source = folder.resolve("Client.java");
    Files.writeString(source, program);
    return run(List.of("-cp", jar.toString(), source.toString()));
  }

  private static void compile(Path sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("needs a JDK, not only a Java runtime: set JAVA_HOME to one");
    }
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-g", "-nowarn"));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
    }
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IOException("the bundled demo service does not compile");
    }
  }

  private static String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Duser.language=" + Locale.ENGLISH.getLanguage()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    try {
      String written = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return written;
    } finally {
      process.destroy();
    }
  }
}
