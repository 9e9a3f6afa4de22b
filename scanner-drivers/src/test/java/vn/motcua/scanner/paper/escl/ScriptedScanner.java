package vn.motcua.scanner.paper.escl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * An eSCL scanner on a raw socket, honest unless a test overrides one of its answers. One thread a
 * connection; every answer closes it.
 */
class ScriptedScanner implements AutoCloseable {
  /** What was asked. */
  record Heard(String method, String path, Map<String, String> headers, String body) {
    boolean is(String what) {
      return (method + " " + path).startsWith(what);
    }
  }

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final Deque<byte[]> feeder = new ArrayDeque<>();
  volatile byte[] glass = new byte[0];
  volatile String state = "Idle";
  volatile String adf = "";
  volatile String jobState = "";
  volatile String jobReason = "";
  volatile String capabilities = Documents.usual();
  volatile int jobs;
  private volatile boolean fromGlass;
  private volatile boolean glassGiven;
  private final ServerSocket server;
  private final boolean secure;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  ScriptedScanner() throws IOException {
    this(ServerSocketFactory.getDefault(), false);
  }

  ScriptedScanner(ServerSocketFactory sockets, boolean secure) throws IOException {
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.secure = secure;
    Thread.ofPlatform().daemon().name("scripted-scanner").start(this::serve);
  }

  EsclAddress address() {
    return new EsclAddress(secure, "127.0.0.1", server.getLocalPort(), "/eSCL");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofPlatform().daemon().name("scripted-talk").start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Heard request = hear(in);
      heard.add(request);
      OutputStream out = socket.getOutputStream();
      answer(request, out);
      out.flush();
    } catch (IOException e) {
      // The other side left, or never spoke.
    } finally {
      open.remove(socket);
    }
  }

  private static Heard hear(InputStream in) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Heard(first[0], first[1], Map.copyOf(headers), body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("closed");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  /** Answers one request. */
  void answer(Heard request, OutputStream out) throws IOException {
    if (request.is("GET /eSCL/ScannerCapabilities")) {
      reply(out, 200, "text/xml", capabilities.getBytes(StandardCharsets.UTF_8));
    } else if (request.is("GET /eSCL/ScannerStatus")) {
      status(out);
    } else if (request.is("POST /eSCL/ScanJobs")) {
      create(request, out);
    } else if (request.is("GET /eSCL/ScanJobs/" + jobs + "/NextDocument")) {
      next(out);
    } else if (request.is("DELETE /eSCL/ScanJobs/" + jobs)) {
      jobState = "Canceled";
      reply(out, 200, "text/plain", new byte[0]);
    } else {
      reply(out, 404, "text/plain", new byte[0]);
    }
  }

  void status(OutputStream out) throws IOException {
    reply(out, 200, "text/xml", statusXml().getBytes(StandardCharsets.UTF_8));
  }

  String statusXml() {
    String feeds =
        adf.isEmpty() ? (feeder.isEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded") : adf;
    return Documents.status(state, feeds, "/eSCL/ScanJobs/" + jobs, jobState, jobReason);
  }

  void create(Heard request, OutputStream out) throws IOException {
    jobs++;
    jobState = "Processing";
    jobReason = "JobScanning";
    fromGlass = request.body().contains("<pwg:InputSource>Platen<");
    glassGiven = false;
    created(out, location());
  }

  /** How the header {@code Location} names the newest job. */
  String location() {
    return address().toString() + "/ScanJobs/" + jobs;
  }

  void created(OutputStream out, String location) throws IOException {
    write(out, "HTTP/1.1 201 Created\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
  }

  void next(OutputStream out) throws IOException {
    byte[] page = fromGlass ? (glassGiven ? null : glass) : feeder.peek();
    if (page == null || !jobState.equals("Processing")) {
      if (jobState.equals("Processing")) {
        jobState = "Completed";
        jobReason = "JobCompletedSuccessfully";
      }
      none(out);
      return;
    }
    if (fromGlass) {
      glassGiven = true;
      jobState = "Completed";
      jobReason = "JobCompletedSuccessfully";
    } else {
      feeder.remove();
    }
    page(out, page);
  }

  /** How it says that there is no further page. */
  void none(OutputStream out) throws IOException {
    reply(out, 404, "text/plain", new byte[0]);
  }

  /** How it gives a page. */
  void page(OutputStream out, byte[] page) throws IOException {
    reply(out, 200, "image/jpeg", page);
  }

  static void reply(OutputStream out, int status, String type, byte[] body) throws IOException {
    reply(out, status, type, body, "");
  }

  /**
   * @param more further headers, each with its line end
   */
  static void reply(OutputStream out, int status, String type, byte[] body, String more)
      throws IOException {
    write(
        out,
        "HTTP/1.1 "
            + status
            + " So\r\nContent-Type: "
            + type
            + "\r\n"
            + more
            + "Content-Length: "
            + body.length
            + "\r\n\r\n");
    out.write(body);
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  long count(String what) {
    return heard.stream().filter(each -> each.is(what)).count();
  }

  /** Body of the last job that was asked for. */
  String settings() {
    return heard.stream().filter(each -> each.is("POST ")).toList().getLast().body();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket each : open) {
      each.close();
    }
  }
}
