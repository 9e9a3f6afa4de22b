package vn.motcua.kiosk.forms.print;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A receipt printer at a real line: it obeys the ESC/POS commands that we send, answers in its turn
 * or at once as a real one does, and holds in its memory what it has no paper for, over the end of
 * a connection.
 */
final class TestReceiptPrinter implements AutoCloseable {
  private final ServerSocket peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final Deque<Integer> memory = new ArrayDeque<>();
  private int paper;
  private int rows;
  private int cuts;

  TestReceiptPrinter(int paper) throws IOException {
    this.paper = paper;
    Thread.ofPlatform().daemon().name("receipt printer").start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(peer.getInetAddress(), peer.getLocalPort());
  }

  ReceiptPrinter printer() {
    return ReceiptPrinter.at(address().getHostString(), address().getPort(), 576);
  }

  /** A new roll: what is in the memory comes out. */
  synchronized void paper(int more) {
    paper = more;
    pump();
  }

  synchronized int rows() {
    return rows;
  }

  synchronized int cuts() {
    return cuts;
  }

  private void serve() {
    while (!peer.isClosed()) {
      try (Socket socket = peer.accept();
          DataInputStream in = new DataInputStream(socket.getInputStream())) {
        while (true) {
          command(in, socket.getOutputStream());
        }
      } catch (EOFException | SocketException over) {
        // the next one
      } catch (IOException broken) {
        throw new java.io.UncheckedIOException(broken);
      }
    }
  }

  private void command(DataInputStream in, OutputStream out) throws IOException {
    int[] head = {in.readUnsignedByte(), in.readUnsignedByte()};
    switch (head[0] << 8 | head[1]) {
      case 0x1004 -> {
        boolean ofPaper = in.readUnsignedByte() == 4;
        out.write(isOut() ? ofPaper ? 0x72 : 0x1A : 0x12);
      }
      case 0x1014 -> {
        in.readFully(new byte[8]);
        forget();
      }
      case 0x1005 -> in.readByte();
      case 0x1B40 -> {}
      case 0x1B64 -> in.readByte();
      case 0x1D56 -> {
        in.readFully(new byte[2]);
        take(0);
      }
      case 0x1D76 -> {
        in.readFully(new byte[2]);
        int width = in.readUnsignedByte() | in.readUnsignedByte() << 8;
        int height = in.readUnsignedByte() | in.readUnsignedByte() << 8;
        in.readFully(new byte[width * height]);
        take(height);
      }
      case 0x1D72 -> {
        in.readByte();
        if (!isOut()) {
          out.write(0);
        }
      }
      default -> throw new IOException("no command: " + head[0] + " " + head[1]);
    }
  }

  private synchronized boolean isOut() {
    return !memory.isEmpty() || paper == 0;
  }

  private synchronized void forget() {
    memory.clear();
    notifyAll();
  }

  /** What was sent on a line that is closed may still be on its way to the printer. */
  synchronized void awaitForgotten() throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!memory.isEmpty() && System.nanoTime() < end) {
      wait(1000);
    }
  }

  private synchronized void take(int height) {
    memory.add(height);
    pump();
  }

  private void pump() {
    while (!memory.isEmpty() && memory.peek() <= paper) {
      int height = memory.remove();
      paper -= height;
      rows += height;
      cuts += height == 0 ? 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
