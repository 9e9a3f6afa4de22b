package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets clients in: at most {@value #MOST_VISITS} at a time. When all places are taken, whoever has
 * waited longest without asking anything has to go, so that idle and hostile clients cannot lock
 * others out.
 */
final class HttpDoor implements AutoCloseable {
  static final int MOST_VISITS = 32;

  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

  private final InetAddress host;
  private final HttpVisit.Over over;
  private final Function<HttpRequest, HttpAnswer> desk;
  private final Clock clock;
  private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor deadlines;
  private final Deque<HttpVisit> visits = new ArrayDeque<>();
  private ServerSocket server;
  private boolean closed;

  /**
   * Opens the door.
   *
   * @param port 0 for a free one
   * @throws java.net.BindException if the port is taken
   */
  HttpDoor(
      InetAddress host,
      int port,
      HttpVisit.Over over,
      Function<HttpRequest, HttpAnswer> desk,
      Clock clock)
      throws IOException {
    this.host = host;
    this.over = over;
    this.desk = desk;
    this.clock = clock;
    server = bound(host, port);
    deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("escl-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
    listen(server);
  }

  private static ServerSocket bound(InetAddress host, int port) throws IOException {
    ServerSocket made = new ServerSocket();
    try {
      made.setReuseAddress(true);
      made.bind(new InetSocketAddress(host, port), 50);
      return made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  private void listen(ServerSocket on) {
    visitors.execute(() -> {
      while (!on.isClosed()) {
        try {
          admit(on.accept());
        } catch (IOException | RejectedExecutionException e) {
          LOG.debug("nobody came in", e);
        }
      }
    });
  }

  private void admit(Socket socket) {
    HttpVisit visit = new HttpVisit(socket, deadlines, clock);
    synchronized (this) {
      if (closed || server.isClosed() || !makeRoom()) {
        visit.close();
        return;
      }
      visits.add(visit);
    }
    visitors.execute(() -> {
      try {
        visit.serve(over, desk, this::offline);
      } catch (IOException | RejectedExecutionException e) {
        LOG.debug("a visit broke off", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        visit.close();
        synchronized (this) {
          visits.remove(visit);
        }
      }
    });
  }

  private boolean makeRoom() {
    if (visits.size() < MOST_VISITS) {
      return true;
    }
    for (HttpVisit visit : visits) {
      if (visit.asking()) {
        visit.close();
        visits.remove(visit);
        return true;
      }
    }
    return false;
  }

  /** Whether some client's request is being answered. */
  synchronized boolean serving() {
    return visits.stream().anyMatch(visit -> !visit.asking());
  }

  /** Whether it has ended with every thread of its own. */
  boolean stopped() {
    return visitors.isTerminated() && deadlines.isTerminated();
  }

  /** The port, also while it is offline. */
  synchronized int port() {
    return server.getLocalPort();
  }

  /** Shuts the door and breaks off every visit, as a device does that loses its power. */
  synchronized void offline() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("closing", e);
    }
    List.copyOf(visits).forEach(HttpVisit::close);
    visits.clear();
  }

  /** Opens the door again at the same port, if it was shut. */
  synchronized void online() throws IOException {
    if (!closed && server.isClosed()) {
      server = bound(host, server.getLocalPort());
      listen(server);
    }
  }

  /** Ends for good; no thread is left. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    offline();
    deadlines.shutdownNow();
    visitors.shutdownNow();
    try {
      if (!visitors.awaitTermination(10, TimeUnit.SECONDS)
          || !deadlines.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("a visit would not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
