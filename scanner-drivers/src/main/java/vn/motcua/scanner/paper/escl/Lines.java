package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens plain connections to devices, past any proxy, within a bound. */
final class Lines {
  private static final int MOST_ADDRESSES = 4;

  private Lines() {}

  /**
   * Connects to the first of the host's addresses that answers.
   *
   * @param letThrough see {@link Abort#talk}
   */
  static Socket open(EsclAddress address, Duration within, Abort abort, boolean letThrough)
      throws IOException {
    long end = System.nanoTime() + within.toNanos();
    IOException last = new UnknownHostException(address.host());
    List<InetAddress> all = resolve(address.host(), within);
    for (InetAddress one : all.subList(0, Math.min(all.size(), MOST_ADDRESSES))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left < 1) {
        break;
      }
      Socket socket = new Socket(Proxy.NO_PROXY);
      try {
        abort.talk(socket, letThrough);
        socket.connect(new InetSocketAddress(one, address.port()), (int) left);
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        Abort.close(socket);
        last = e;
        abort.check();
      }
    }
    throw last;
  }

  /** The system's resolver knows no bound, so it is asked on a thread that may be left behind. */
  private static List<InetAddress> resolve(String host, Duration within) throws IOException {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("escl-resolve")
        .start(() -> {
          try {
            answer.complete(List.of(InetAddress.getAllByName(host)));
          } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no address for " + host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
