import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.IndexedRepository;
import dev.mendgate.gateway.source.statement.EventStatements;
import dev.mendgate.gateway.source.statement.Statement;
import dev.mendgate.gateway.source.statement.StatementIndex;
import dev.mendgate.gateway.source.statement.StoredStatements;
import dev.mendgate.v1.FailureEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds what threw exceptions of which only class and message are known, as the gateway does for an
 * event: {@code REPOSITORY DATA FILE}, a line of the file being the class, a tab, and the message in
 * Base64. Prints the places of each, separated by commas.
 */
final class FindThrows {
  public static void main(String[] args) throws Exception {
    IndexedRepository indexed = IndexedRepository.unnamed(Path.of(args[0]), Path.of(args[1]));
    try (GitRepository repository = indexed.git()) {
      StatementIndex index =
          StoredStatements.open(
              repository.tree(repository.head()), indexed.folder(), IndexProgress.SILENT);
      StringBuilder out = new StringBuilder();
      for (String line : Files.readAllLines(Path.of(args[2]))) {
        String[] part = line.split("\t", 2);
        String message = new String(Base64.getDecoder().decode(part[1]), StandardCharsets.UTF_8);
        FailureEvent event =
            FailureEvent.newBuilder()
                .setExceptionType(part[0])
                .setExceptionMessage(message)
                .build();
        List<Statement> found = EventStatements.find(index, event);
        out.append(found.stream().map(Statement::place).distinct().collect(Collectors.joining(",")));
        out.append('\n');
      }
      System.out.print(out);
    }
  }
}
