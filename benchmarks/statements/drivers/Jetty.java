import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

/** A server and its own client, asked properly and improperly. */
public final class Jetty {
  /** Does what it is asked for. */
  public static final class Work extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      switch (String.valueOf(request.getQueryString())) {
        case "throw" -> throw new IllegalStateException("broken on purpose");
        case "io" -> throw new IOException("no luck");
        case "session" -> request.getSession().setAttribute("a", "b");
        case "error" -> response.sendError(503, "later");
        case "param" -> request.getParameterMap();
        case "async" -> request.startAsync().setTimeout(200);
        case "forward" -> request.getRequestDispatcher("/work?error").forward(request, response);
        case "read" -> request.getInputStream().readAllBytes();
        default -> response.getWriter().println("fine".repeat(5000));
      }
    }
  }

  /** Cannot be started. */
  public static final class Unable extends HttpServlet {
    @Override
    public void init() throws ServletException {
      throw new ServletException("cannot start");
    }
  }

  public static void main(String[] args) throws Exception {
    Bridge.install();
    for (int round = 0; round < 2; round++) {
      run(18100);
    }
    Truth.end();
  }

  private static void run(int port) throws Exception {
    Path files = Path.of("files").toAbsolutePath();
    Files.createDirectories(files);
    Files.writeString(files.resolve("a.txt"), "text");
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setPort(port);
    connector.setIdleTimeout(1500);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/c", ServletContextHandler.SESSIONS);
    context.addServlet(Work.class, "/work");
    context.addServlet(Unable.class, "/unable");
    context.addServlet(DefaultServlet.class, "/");
    context.setBaseResourceAsPath(files);
    server.setHandler(new GzipHandler(context));
    server.start();
    Server taken = new Server(port);
    Truth.fails(taken::start);
    HttpClient client = new HttpClient();
    client.start();
    for (String path : new String[] {"/", "/c/", "/c/a.txt", "/c/work", "/c/work?throw", "/c/work?io", "/c/work?session",
        "/c/work?error", "/c/work?param", "/c/work?async", "/c/work?forward", "/c/work?read", "/c/unable", "/c/none"}) {
      for (String method : new String[] {"GET", "POST", "TRACE"}) {
        Truth.fails(
            () -> client.newRequest("http://127.0.0.1:" + port + path).method(method)
                .body(new StringRequestContent("a=%zz")).timeout(3, TimeUnit.SECONDS).send());
      }
    }
    Truth.fails(() -> client.newRequest("http://127.0.0.1:1/").timeout(1, TimeUnit.SECONDS).send());
    Truth.fails(() -> client.newRequest("http://no.such.host.invalid/").timeout(1, TimeUnit.SECONDS).send());
    raw(port);
    client.stop();
    server.stop();
    taken.stop();
  }

  private static void raw(int port) {
    String[] requests = {
      "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/9.1\r\nHost: a\r\n\r\n", "nonsense\r\n\r\n",
      "GET /c/work HTTP/1.1\r\n\r\n", "GET /c/work HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
      "POST /c/work?read HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
      "POST /c/work?read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "POST /c/work?read HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nzz",
      "GET /c/work?param HTTP/1.1\r\nHost: a\r\nCookie: $=;a\"=b;;=\r\n\r\n", "\u0016\u0003\u0001\u0002"
    };
    for (String request : requests) {
      Truth.fails(
          () -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
              socket.setSoTimeout(2000);
              socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
              socket.getInputStream().readAllBytes();
            }
          });
    }
  }
}
