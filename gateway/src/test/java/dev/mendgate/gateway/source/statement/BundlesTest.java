package dev.mendgate.gateway.source.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.ScratchRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundlesTest {
  private final ScratchRepository scratch;
  private final Path data;

  BundlesTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = Files.createDirectory(folder.resolve("data"));
  }

  private List<String> shapes() {
    String commit = scratch.commit("all");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return StoredStatements.open(repository.tree(commit), data, IndexProgress.SILENT)
          .statements()
          .stream()
          .map(StatementsOf::shape)
          .toList();
    }
  }

  private static String shop(String fields, String code) {
    return "package org.shop; class A { org.slf4j.Logger log; "
        + fields
        + " void m(Object x) { "
        + code
        + " } }";
  }

  @Test
  void aKeyStandsForTheTextOfThePackagesBundle() {
    scratch.write("src/main/java/org/shop/Texts.properties", "sold.out=No {0} left, isn''t it\n");
    scratch.write("src/main/java/org/shop/Texts_de.properties", "sold.out=Kein {0} mehr\n");
    scratch.write("src/main/java/org/other/Texts.properties", "sold.out=Gone: {0}\n");
    scratch.write(
        "src/main/java/org/shop/A.java",
        shop("", "log.info(sm.getString(\"sold.out\", x)); throw new E(sm.getString(\"none\"));"));

    assertEquals(List.of("No <> left, isn't it"), shapes());
  }

  @Test
  void theBundleMayBelongToTheClassOrTheNameItIsMadeFor() {
    scratch.write("res/org/base/Texts.properties", "open=Open today\n");
    scratch.write("res/i18n/Words.properties", "shut=Shut today\n");
    String fields =
        "static final Texts one = Texts.of(org.base.Base.class);"
            + " static final ResourceBundle two = ResourceBundle.getBundle(\"i18n.Words\");";
    String code = "log.info(one.getString(\"open\")); log.info(two.getString(\"shut\"));";
    scratch.write("java/org/shop/A.java", shop(fields, code));

    assertEquals(List.of("Open today", "Shut today"), shapes());
  }

  @Test
  void aKeyOfUnknownPackageCountsWhereItSaysTheSameEverywhere() {
    scratch.write("one/messages.properties", "order.lost=Lost it\norder.late=Late\nname=Name\n");
    scratch.write("two/messages.properties", "order.lost=Lost it\norder.late=Too late\n");
    String code =
        "log.info(texts.getMessage(\"order.lost\", null)); log.info(t.getText(\"order.late\"));"
            + " log.info(row.getString(\"name\"));";
    scratch.write("java/org/shop/A.java", shop("", code));

    assertEquals(List.of("Lost it"), shapes());
  }

  @Test
  void aBrokenBundleIsSkipped() {
    scratch.write("org/shop/Bad.properties", "a=\\u00zz\n");
    scratch.write("org/shop/Good.properties", "b.c=Well\n");
    scratch.write("org/shop/A.java", shop("", "log.info(sm.getString(\"b.c\"));"));

    assertEquals(List.of("Well"), shapes());
  }
}
