package dev.mendgate.gateway.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.secret.SecretMask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SecretOptionsTest {
  private static final String TEXT = "password=a of a@b.de at 10.0.0.1, ward=7 KD-12";

  private static SecretMask mask(Map<String, String> environment, String... arguments) {
    SecretOptions options = new SecretOptions();
    new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("secrets", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
        .parseArgs(arguments);
    return options.mask(environment);
  }

  @Test
  void whatIsNotConfiguredIsTheDefault() {
    assertEquals("password=<*> of <*> at 10.0.0.1, ward=7 KD-12", mask(Map.of()).mask(TEXT));
  }

  @Test
  void kindsNamesAndPatternsAreToldByOption() {
    SecretMask mask =
        mask(
            Map.of(),
            "--secrets-allow=named,email",
            "--secrets-also=ip",
            "--secrets-patterns=KD-\\d+ war(d)");

    assertEquals("password=a of a@b.de at <*>, war<*>=7 <*>", mask.mask(TEXT));
    assertEquals(TEXT, mask(Map.of(), "--secrets-allow=all").mask(TEXT));
  }

  @Test
  void theEnvironmentHoldsWhereNoOptionIsGiven() {
    Map<String, String> environment =
        Map.of("MENDGATE_SECRETS_ALLOW", "email", "MENDGATE_SECRETS_NAMES", "ward, floor");

    assertEquals(
        "password=<*> of a@b.de at 10.0.0.1, ward=<*> KD-12", mask(environment).mask(TEXT));
    assertEquals(
        "password=a of <*> at 10.0.0.1, ward=7 KD-12",
        mask(Map.of("MENDGATE_SECRETS_ALLOW", "email"), "--secrets-allow=named").mask(TEXT));
  }

  @Test
  void mistakesAreSaidInOneLine() {
    assertEquals(
        "--secrets-allow: unknown kind 'mail'; known are named, bearer, url, token, jwt, pem,"
            + " email, card, iban, ip, phone and all",
        assertThrows(UserError.class, () -> mask(Map.of(), "--secrets-allow=mail")).getMessage());
    assertEquals(
        "--secrets-patterns: '(' is not a regular expression: Unclosed group",
        assertThrows(UserError.class, () -> mask(Map.of(), "--secrets-patterns=(")).getMessage());
  }

  @Test
  void patternsNeverPrintsASecret(@TempDir Path folder) throws Exception {
    Path log = Files.writeString(folder.resolve("app.log"), "login by secret hidde, pin = KD-x\n");

    CommandRun plain = CommandRun.of("patterns", log.toString());
    CommandRun masked = CommandRun.of("patterns", "--secrets-patterns=hid\\w+", log.toString());

    assertEquals(0, masked.exitCode(), masked.err());
    assertTrue(plain.out().contains("hidde"), plain.out());
    assertFalse(masked.out().contains("hidde"), masked.out());
    assertTrue(masked.out().contains("login by secret <*>, pin"), masked.out());
    assertTrue(CommandRun.of("patterns", "--help").out().contains("--secrets-allow"));
  }
}
