import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A web application with a database, asked properly and improperly, and contexts that do not start. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({Spring.Shop.class, Spring.Web.class})
@EnableCaching
@EnableAsync
@EnableScheduling
@EnableConfigurationProperties(Spring.Settings.class)
public class Spring {
  /** Bound from the command line. */
  @ConfigurationProperties("shop")
  public record Settings(String name, int size) {}

  /** Uses the database. */
  @Service
  public static class Shop {
    @Autowired JdbcTemplate jdbc;

    @Transactional
    public void fill(boolean broken) {
      jdbc.execute("create table if not exists item (id int primary key, name varchar(10))");
      jdbc.update("merge into item values (?, ?)", 1, "a");
      jdbc.batchUpdate("merge into item values (?, ?)", List.of(new Object[] {2, "b"}, new Object[] {3, "c"}));
      if (broken) {
        throw new IllegalStateException("rolled back");
      }
    }

    @Transactional(readOnly = true)
    @Cacheable("items")
    public List<Map<String, Object>> all(int from) {
      return jdbc.queryForList("select * from item where id > ?", from);
    }

    @Async
    public void later() {
      throw new IllegalStateException("nobody sees this");
    }

    @Scheduled(fixedRate = 300)
    public void tick() {
      jdbc.queryForObject("select 1 from nowhere", Integer.class);
    }
  }

  /** What comes in. */
  public record Item(int id, String name) {}

  /** The web side. */
  @RestController
  public static class Web {
    @Autowired Shop shop;

    @GetMapping("/items")
    public Object all(@RequestParam(defaultValue = "0") int from) {
      return shop.all(from);
    }

    @GetMapping("/items/{id}")
    public ResponseEntity<String> one(@PathVariable int id) {
      return id > 3 ? ResponseEntity.notFound().build() : ResponseEntity.ok("item");
    }

    @PostMapping("/items")
    public Item add(@RequestBody Item item) {
      shop.fill(item.id() > 5);
      return item;
    }
  }

  @Bean
  CommandLineRunner first(Shop shop) {
    return args -> {
      shop.fill(false);
      shop.later();
      Truth.fails(() -> shop.fill(true));
      shop.all(0);
      shop.all(0);
    };
  }

  public static void main(String[] args) throws Exception {
    Bridge.install();
    ConfigurableApplicationContext context =
        SpringApplication.run(
            Spring.class, "--server.port=18070", "--spring.datasource.url=jdbc:h2:mem:s", "--shop.name=corner", "--shop.size=3",
            "--debug", "--logging.config=classpath:logback.xml", "--server.tomcat.basedir=base");
    ask();
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    Truth.fails(() -> jdbc.execute("nonsense"));
    Truth.fails(() -> jdbc.update("insert into item values (1, 'again')"));
    Truth.fails(() -> jdbc.queryForObject("select name from item", String.class));
    Truth.fails(() -> context.getBean("nobody"));
    Truth.fails(() -> context.getBean(Comparable.class));
    Truth.fails(() -> context.getMessage("no.key", null, null));
    context.close();
    Truth.fails(() -> context.getBean("first"));
    Truth.fails(() -> new AnnotationConfigApplicationContext(Contexts.Circle.class));
    Truth.fails(() -> new AnnotationConfigApplicationContext(Contexts.Missing.class));
    Truth.fails(() -> new AnnotationConfigApplicationContext(Contexts.Throwing.class));
    Truth.fails(() -> SpringApplication.run(Spring.class, "--server.port=99999"));
    Truth.fails(() -> SpringApplication.run(Spring.class, "--server.port=0", "--shop.size=many"));
    Truth.fails(() -> SpringApplication.run(Spring.class, "--spring.profiles.active=a,b", "--spring.config.import=file:none.properties"));
    Truth.end();
  }

  private static void ask() {
    HttpClient client = HttpClient.newHttpClient();
    String[] paths = {"/items", "/items", "/items?from=x", "/items/1", "/items/9", "/items/abc", "/nothing", "/error"};
    for (String path : paths) {
      for (String method : new String[] {"GET", "POST", "DELETE"}) {
        for (String body : new String[] {"{\"id\":1,\"name\":\"n\"}", "{\"id\":9,\"name\":\"n\"}", "{broken"}) {
          Truth.fails(
              () ->
                  client.send(
                      HttpRequest.newBuilder(URI.create("http://127.0.0.1:18070" + path))
                          .timeout(Duration.ofSeconds(3))
                          .header("Content-Type", body.startsWith("{b") ? "text/odd" : "application/json")
                          .header("Accept", path.endsWith("9") ? "image/png" : "*/*")
                          .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                      HttpResponse.BodyHandlers.ofString()));
        }
      }
    }
  }
}

/** Contexts that do not start. */
final class Contexts {
  /** Two beans that need each other. */
  @Configuration
  public static class Circle {
    @Bean
    String left(Integer right) {
      return "l";
    }

    @Bean
    Integer right(String left) {
      return 1;
    }
  }

  /** Needs what is not there. */
  @Configuration
  public static class Missing {
    @Bean
    String text(@Lazy Thread other, Iterable<?> none, Process process) {
      return "t";
    }
  }

  /** A bean that throws. */
  @Configuration
  public static class Throwing {
    @Bean(destroyMethod = "nothing")
    Object thing() {
      throw new IllegalStateException("not today");
    }
  }
}
