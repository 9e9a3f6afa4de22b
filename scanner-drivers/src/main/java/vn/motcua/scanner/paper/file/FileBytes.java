package vn.motcua.scanner.paper.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, read at any place. */
interface FileBytes extends Closeable {
  /** Bytes in all, as it was when opened. */
  long size();

  /** Fills {@code length} bytes of {@code target}; ends with an {@link EOFException} if too few. */
  void read(long at, byte[] target, int offset, int length) throws IOException;

  /** {@code length} bytes from {@code at}. */
  default byte[] read(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    read(at, bytes, 0, length);
    return bytes;
  }

  @Override
  void close() throws IOException;

  /** A file; a symbolic link is not followed. */
  static FileBytes of(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return new OfChannel(channel, channel.size());
  }

  /** Bytes in memory. */
  static FileBytes of(byte[] bytes) {
    return new OfArray(bytes);
  }

  /** A file on disk. */
  record OfChannel(FileChannel channel, long size) implements FileBytes {
    @Override
    public void read(long at, byte[] target, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
      long from = at;
      while (buffer.hasRemaining()) {
        int got = channel.read(buffer, from);
        if (got < 0) {
          throw new EOFException("file became shorter");
        }
        from += got;
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** An array. */
  @SuppressWarnings("ArrayRecordComponent") // read only, never compared
  record OfArray(byte[] bytes) implements FileBytes {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void read(long at, byte[] target, int offset, int length) throws IOException {
      if (at < 0 || at + length > bytes.length) {
        throw new EOFException();
      }
      System.arraycopy(bytes, (int) at, target, offset, length);
    }

    @Override
    public void close() {
      // Nothing to close.
    }
  }
}
