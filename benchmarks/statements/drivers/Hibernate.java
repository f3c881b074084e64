import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Two entities that are stored, read, changed, and asked for wrongly. */
public final class Hibernate {
  /** An order. */
  @Entity(name = "Purchase")
  public static class Purchase {
    @Id @GeneratedValue Long id;
    @Version int version;
    String name;
    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL) List<Line> lines = new ArrayList<>();
  }

  /** A line of an order. */
  @Entity(name = "Line")
  public static class Line {
    @Id @GeneratedValue Long id;
    @ManyToOne Purchase purchase;
    int amount;
  }

  public static void main(String[] args) throws Exception {
    Bridge.install();
    run("create-drop", "jdbc:h2:mem:a");
    run("update", "jdbc:h2:file:./b");
    run("validate", "jdbc:h2:file:./b");
    Truth.fails(() -> run("validate", "jdbc:h2:mem:empty"));
    Truth.fails(() -> run("create", "jdbc:none:x"));
    Truth.end();
  }

  private static void run(String schema, String url) throws Exception {
    Properties settings = new Properties();
    settings.put("hibernate.connection.url", url);
    settings.put("hibernate.connection.username", "sa");
    settings.put("hibernate.connection.password", "");
    settings.put("hibernate.hbm2ddl.auto", schema);
    settings.put("hibernate.generate_statistics", "true");
    settings.put("hibernate.session.events.log.LOG_QUERIES_SLOWER_THAN_MS", "1");
    settings.put("hibernate.jdbc.batch_size", "5");
    settings.put("hibernate.show_sql", "false");
    Configuration configuration = new Configuration().addAnnotatedClass(Purchase.class).addAnnotatedClass(Line.class);
    configuration.setProperties(settings);
    try (SessionFactory factory = configuration.buildSessionFactory()) {
      Long id = fill(factory);
      ask(factory, id);
      fail(factory, id);
      factory.getStatistics().logSummary();
    }
  }

  private static Long fill(SessionFactory factory) {
    try (Session session = factory.openSession()) {
      session.beginTransaction();
      Purchase purchase = new Purchase();
      purchase.name = "first";
      for (int i = 0; i < 12; i++) {
        Line line = new Line();
        line.purchase = purchase;
        line.amount = i;
        purchase.lines.add(line);
      }
      session.persist(purchase);
      session.getTransaction().commit();
      return purchase.id;
    }
  }

  private static void ask(SessionFactory factory, Long id) {
    try (Session session = factory.openSession()) {
      session.beginTransaction();
      Purchase purchase = session.find(Purchase.class, id);
      purchase.lines.size();
      purchase.name = "changed";
      session.createQuery("from Line where amount > :a order by amount", Line.class)
          .setParameter("a", 3).setMaxResults(4).list();
      session.createNativeQuery("select 1", Object.class).list();
      session.createQuery("update Line set amount = 1 where amount = 2").executeUpdate();
      session.lock(purchase, LockModeType.PESSIMISTIC_WRITE);
      session.refresh(purchase);
      session.evict(purchase);
      session.merge(purchase);
      session.remove(session.find(Line.class, purchase.lines.get(0).id));
      session.getTransaction().rollback();
    }
  }

  private static void fail(SessionFactory factory, Long id) {
    String[] queries = {
      "from Nothing", "select nope from Purchase", "form Purchase", "from Purchase where name = :missing", "from Purchase where (",
      "select p from Purchase p join p.nothing"
    };
    for (String query : queries) {
      Truth.fails(() -> { try (Session s = factory.openSession()) { s.createQuery(query, Object.class).list(); } });
    }
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.createNativeQuery("selec", Object.class).list(); } });
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.find(Purchase.class, "text"); } });
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.find(String.class, 1); } });
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.getReference(Purchase.class, -1L).name.length(); } });
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.persist("text"); } });
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.flush(); } });
    Truth.fails(() -> { try (Session s = factory.openSession()) { s.createQuery("from Line", Line.class).getSingleResult(); } });
    Truth.fails(
        () -> {
          Session s = factory.openSession();
          Purchase purchase = s.find(Purchase.class, id);
          s.close();
          purchase.lines.size();
        });
    Truth.fails(() -> { Session s = factory.openSession(); s.close(); s.beginTransaction(); });
    Truth.fails(() -> stale(factory, id));
  }

  private static void stale(SessionFactory factory, Long id) {
    try (Session one = factory.openSession(); Session two = factory.openSession()) {
      one.beginTransaction();
      two.beginTransaction();
      Purchase left = one.find(Purchase.class, id);
      Purchase right = two.find(Purchase.class, id);
      left.name = "left" + System.nanoTime();
      right.name = "right" + System.nanoTime();
      one.getTransaction().commit();
      two.getTransaction().commit();
    }
  }
}
