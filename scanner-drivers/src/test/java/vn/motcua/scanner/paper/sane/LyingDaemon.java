package vn.motcua.scanner.paper.sane;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A peer that says what no SANE daemon says. By default it answers as a one-option device would; a
 * test overrides the answer that is to be wrong.
 */
class LyingDaemon implements AutoCloseable {
  private final ServerSocket control = listen();
  private final ServerSocket data = listen();

  LyingDaemon() {
    Thread.ofVirtual().start(this::serve);
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  SaneHost host() {
    return new SaneHost("127.0.0.1", control.getLocalPort());
  }

  private void serve() {
    while (!control.isClosed()) {
      try (Socket socket = control.accept()) {
        talk(
            new DataInputStream(socket.getInputStream()),
            new DataOutputStream(socket.getOutputStream()));
      } catch (IOException e) {
        // The client hung up, which is what it should do.
      }
    }
  }

  private void talk(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int request = in.readInt();
      switch (request) {
        case 0 -> {
          in.readInt();
          string(in);
          greeting(out);
        }
        case 1 -> devices(out);
        case 2 -> {
          string(in);
          opened(out);
        }
        case 4 -> {
          in.readInt();
          options(out);
        }
        case 6 -> {
          in.readInt();
          shape(out);
        }
        case 7 -> {
          in.readInt();
          started(out, data.getLocalPort());
          out.flush();
          try (Socket socket = data.accept();
              DataOutputStream pixels = new DataOutputStream(socket.getOutputStream())) {
            // The shape is asked for while the data flows.
            if (in.readInt() != 6) {
              throw new AssertionError("not the shape");
            }
            in.readInt();
            shape(out);
            out.flush();
            data(pixels);
          }
        }
        default -> {
          in.readInt();
          out.writeInt(0);
        }
      }
      out.flush();
    }
  }

  private static void string(DataInputStream in) throws IOException {
    in.readNBytes(in.readInt());
  }

  static void put(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length + 1);
    out.write(bytes);
    out.write(0);
  }

  void greeting(DataOutputStream out) throws IOException {
    out.writeInt(0);
    out.writeInt(0x01000003);
  }

  void devices(DataOutputStream out) throws IOException {
    out.writeInt(0);
    out.writeInt(1);
    out.writeInt(1); // the null pointer that ends the list
  }

  void opened(DataOutputStream out) throws IOException {
    out.writeInt(0);
    out.writeInt(0);
    out.writeInt(0);
  }

  void options(DataOutputStream out) throws IOException {
    out.writeInt(0);
  }

  void started(DataOutputStream out, int port) throws IOException {
    out.writeInt(0);
    out.writeInt(port);
    out.writeInt(0x1234);
    out.writeInt(0);
  }

  /** Grey, 100 x 100, eight bits. */
  void shape(DataOutputStream out) throws IOException {
    shape(out, 0, 100, 100, 100, 8);
  }

  static void shape(
      DataOutputStream out, int format, int bytesPerLine, int width, int lines, int depth)
      throws IOException {
    for (int word : new int[] {0, format, 1, bytesPerLine, width, lines, depth}) {
      out.writeInt(word);
    }
  }

  void data(DataOutputStream out) throws IOException {
    out.writeInt(10_000);
    out.write(new byte[10_000]);
    out.writeInt(-1);
    out.write(5);
  }

  @Override
  public void close() throws IOException {
    control.close();
    data.close();
  }
}
