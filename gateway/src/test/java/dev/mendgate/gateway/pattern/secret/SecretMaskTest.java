package dev.mendgate.gateway.pattern.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.pattern.LogPattern;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are written in pieces here, so that no scanner takes this file for a leak. */
final class SecretMaskTest {
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0In0" + ".c2lnbmF0dXJl";
  private static final SecretMask MASK = SecretMask.DEFAULT;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "login with password=hunter ok | login with password=<*> ok",
        "password: hunter2 | password: <*>",
        "db.password = s3cr3t, user = bob | db.password = <*>, user = bob",
        "{\"user\":\"bob\",\"password\":\"a b\\\"c\",\"x\":1} |"
            + " {\"user\":\"bob\",\"password\":\"<*>\",\"x\":1}",
        "{\\\"password\\\":\\\"a b\\\"} | {\\\"password\\\":\\\"<*>\\\"}",
        "{'apiKey': 'k-1', 'n': 2} | {'apiKey': '<*>', 'n': 2}",
        "\"password=abc\" given | \"password=<*>\" given",
        "clientSecret=abc&grant_type=x | clientSecret=<*>&grant_type=x",
        "X-Api-Key: 12ab | X-Api-Key: <*>",
        "SPRING_DATASOURCE_PASSWORD=x1 | SPRING_DATASOURCE_PASSWORD=<*>",
        "GET /a?token=abc&page=2 HTTP/1.1 | GET /a?token=<*>&page=2 HTTP/1.1",
        "/b?X-Amz-Signature=ff00&X-Amz-Date=1 | /b?X-Amz-Signature=<*>&X-Amz-Date=1",
        "/c?sv=1&sig=a%2Fb%3D&se=2 | /c?sv=1&sig=<*>&se=2",
        "Authorization: Bearer abc.def | Authorization: <*>",
        "Authorization: Digest username=\"u\", response=\"r\" | Authorization: <*>",
        "authorization=[Bearer abc], accept=[*] | authorization=[<*>], accept=[*]",
        "Cookie: a=b; c=d | Cookie: <*>",
        "Set-Cookie: id=1; Path=/ | Set-Cookie: <*>",
        "sent Bearer abcd1234efgh to x | sent Bearer <*> to x",
        "Basic dXNlcjpwYXNz. | Basic <*>",
        "<password>hunter</password> | <password><*></password>",
        "password=>abc | password=><*>",
        "params[password]=abc | params[password]=<*>",
        "{noop}: password={noop}abc | {noop}: password=<*>",
        "clone https://bob:pw@host/x.git | clone https://<*>@host/x.git",
        "clone https://abc123@host/x.git | clone https://<*>@host/x.git",
        "jdbc:mysql://u:p%40x@db:3306/a | jdbc:mysql://<*>@db:3306/a",
        "redis://:pw@cache:6379 | redis://<*>@cache:6379",
        "mail to jane.doe+x@example.org! | mail to <*>!",
        "card 4111 1111 1111 1111 declined | card <*> declined",
        "card 4111-1111-1111-1111, | card <*>,",
        "pan=5500005555555559 | pan=<*>",
        "卡号4111111111111111 müller@bücher.example | 卡号<*> <*>",
        "mailto:jörg@example.org | mailto:<*>",
        "4111 1111 1111 1111 2027 and 4111111111111111 378282246310005 | <*> 2027 and <*> <*>",
        "amex 378282246310005 | amex <*>",
        "iban DE89 3704 0044 0532 0130 00 | iban <*>",
        "iban GB82WEST12345698765432. | iban <*>.",
        "token Zk3J9qLm2Xv8Rt5W rejected | token <*> rejected",
      })
  void masks(String text, String masked) {
    assertEquals(masked, MASK.mask(text));
  }

  @Test
  void masksTokensOfWellKnownShapes() {
    for (String token :
        List.of(
            "AKIA" + "IOSFODNN7EXAMPLE",
            "ghp_" + "abcdefghij0123456789abcdefghij012345",
            "github_pat_" + "11ABCDEFG0abcdefghijkl_mnop",
            "glpat-" + "abcdefghij0123456789",
            "xoxb-" + "123456789012-abcdef",
            "AIza" + "SyA1234567890abcdefghijklmnopqrstuv",
            "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
            "npm_" + "abcdefghij0123456789abcdefghij012345",
            JWT)) {
      assertEquals("using <*>, now", MASK.mask("using " + token + ", now"));
    }
  }

  @Test
  void masksPrivateKeysOverManyLines() {
    String key =
        "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEow\nabc=\n-----END RSA PRIVATE KEY-----";

    assertEquals("key <*>\nnext", MASK.mask("key " + key + "\nnext"));
    assertEquals("key <*>", MASK.mask("key " + key.substring(0, 40)));
    assertEquals("-----BEGIN CERTIFICATE-----", MASK.mask("-----BEGIN CERTIFICATE-----"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Order 12 failed after 5 ms",
        "mismatched token: expected ;",
        "Unexpected token: identifier",
        "token=5, apiKey: 62, sessionId=0, password=null, hasPassword=true",
        "password=(redacted), passcode=[PROTECTED]",
        "field = method@SomeTests.SomeObject",
        "skip window token=Token{78af589 u0}",
        "password={} token=%s secret=${DB_SECRET} pwd=<*>",
        "Invalid password: must not be empty",
        "password: required",
        "secret: org.acme.vault.Secrets@1f2e3d",
        "token=/var/run/secrets/kubernetes.io/token",
        "private_key=./conf/server.pem",
        "\tat a.b.Token.read(Token.java:12)",
        "Caused by: a.b.TokenException: no token",
        "at app//a.b.C$$Lambda/0x00007f@1.m(C.java:3) ~[a-1.0.jar:?]",
        "commit 3f786850e387550fdab836ed7e6dc881de23001b",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736",
        "java.lang.Object@1b2c3d4e and module java.base@17.0.1",
        "git@host:a/b.git, logo@2x.png, a@b",
        "ssh://git@host/a/b",
        "blk_4111111111111111 x4111111111111111 4111111111111112",
        "17/06/09 20:10:40 INFO a.B: 1500000000000",
        "Basic authentication, bearer of news",
        "password=",
        "password: ",
        "cookie",
        "10.0.0.1:80 +49 30 1234567",
      })
  void leavesTheRestAlone(String text) {
    assertSame(text, MASK.mask(text));
  }

  @Test
  void kindsAreSwitchedByThemselves() {
    SecretMask addresses =
        SecretMask.of(
            new SecretSettings(EnumSet.of(SecretKind.IP, SecretKind.PHONE), List.of(), List.of()));

    assertEquals(
        "<*>:80 [<*>] <*> password=x a@b.de 1.2.3 12:30:45",
        addresses.mask("10.0.0.1:80 [fe80::1] +49 30 1234567 password=x a@b.de 1.2.3 12:30:45"));
    for (SecretKind kind : SecretKind.defaults()) {
      Set<SecretKind> others = EnumSet.complementOf(EnumSet.of(kind));
      SecretMask without = SecretMask.of(new SecretSettings(others, List.of(), List.of()));
      String example = example(kind);
      assertTrue(MASK.mask(example).contains("<*>"), kind.label());
      assertEquals(example, without.mask(example), kind.label());
    }
  }

  private static String example(SecretKind kind) {
    return switch (kind) {
      case NAMED -> "password=a";
      case BEARER -> "bearer a1b2c3d4";
      case URL -> "ftp://a:b@c";
      case TOKEN -> "glpat-" + "abcdefghij0123456789";
      case JWT -> JWT;
      case PEM -> "-----BEGIN " + "PRIVATE KEY-----";
      case EMAIL -> "a@b.de";
      case CARD -> "4111111111111111";
      case IBAN -> "DE89370400440532013000";
      case IP -> "10.0.0.1";
      case PHONE -> "+49301234567";
    };
  }

  @Test
  void ownNamesAndPatternsAreMasked() {
    SecretMask own =
        SecretMask.of(
            new SecretSettings(
                SecretKind.defaults(),
                List.of("tax_id"),
                List.of("\\bKD-\\d{6}\\b", "patient (\\w+)")));

    assertEquals(
        "taxId=<*>, customer <*>, patient <*> left\nKD-12",
        own.mask("taxId=7, customer KD-123456, patient Mary left\nKD-12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a*", "[z-a]"})
  void patternsAreCheckedAtOnce(String regex) {
    var settings = new SecretSettings(Set.of(), List.of(), List.of(regex));

    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> SecretMask.of(settings))
                .getMessage());

    assertTrue(message.contains("'" + regex + "'"), message);
  }

  @Test
  void aLineThatIsTooMuchForAPatternIsMaskedAsAWhole() {
    SecretMask own =
        SecretMask.of(new SecretSettings(Set.of(), List.of(), List.of("(a+)+b", "(x|y)*z")));

    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          assertEquals("ok\n<*>\nok", own.mask("ok\n" + "a".repeat(5_000) + "\nok"));
          assertEquals("<*>", own.mask("xy".repeat(50_000)));
        });
  }

  @Test
  void valuesOfAttributesAreMaskedByTheirNames() {
    assertEquals("<*>", MASK.maskValue("http.request.header.authorization", "Digest a b c"));
    assertEquals("<*>", MASK.maskValue("db.password", "a b"));
    assertEquals("<*>", MASK.maskValue("user", "jane@example.org"));
    assertEquals("true", MASK.maskValue("has.password", "true"));
    assertEquals("GET", MASK.maskValue("http.method", "GET"));
  }

  @Test
  void whatIsMaskedStaysAsItIsAndHasTheSameHashWhereTheSpecificationMasksItToo() {
    Random random = new Random(11);
    List<String> parts =
        List.of(
            " ",
            ", ",
            "; ",
            " (",
            ") ",
            "login ",
            "failed ",
            "7 ",
            " password=x",
            " token: a1 ",
            " api_key=<*>",
            "{\"secret\":\"b2\"} ",
            " Authorization: Basic c3 ",
            " Bearer d4d4d4d4",
            " basic dXNlcjpwYXNz ",
            "a1b2c3d4e5 ",
            "jane@example.org, ",
            "4111111111111111 ",
            "] ",
            "& ",
            "x.y.Z ",
            "https://a:b1@c.de/d ",
            "GB82WEST12345698765432");
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(10); n > 0; n--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      String once = MASK.mask(text.toString());

      assertEquals(once, MASK.mask(once), () -> "from " + text);
      assertEquals(
          LogPattern.ofMessage(text.toString()).normalForm(),
          LogPattern.ofMessage(once).normalForm(),
          () -> "from " + text);
    }
  }

  @Test
  void hostileTextCostsNoMoreThanOther() {
    int size = 1 << 20;
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          for (String part :
              List.of(
                  "password",
                  "token=<",
                  "token={",
                  "token=\"",
                  "token='\\",
                  "cookie: x\n",
                  "eyJ-",
                  "eyJaaaaaaaa.",
                  "sk-",
                  "://",
                  "a://b@",
                  "@",
                  "a@b",
                  "a@b.",
                  "-----BEGIN ",
                  "-----BEGIN PRIVATE KEY----- ",
                  "4 ",
                  "444 ",
                  "DE89 ",
                  "at x(\na@b.de",
                  "at a@b.de ",
                  "<password>",
                  "Bearer ",
                  "token ",
                  "p.",
                  "1.",
                  "a:")) {
            String text = part.repeat(size / part.length());
            assertFalse(MASK.mask(text).isEmpty());
          }
        });
  }
}
