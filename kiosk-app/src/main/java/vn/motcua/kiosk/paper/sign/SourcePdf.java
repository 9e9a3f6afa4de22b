package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A PDF file and the increments that are being put behind it. The file itself is only read; big
 * files are never held in memory.
 */
final class SourcePdf {
  /** 500 colour pages at 300 dpi as the scanner made them, twice over. */
  static final long LARGEST = 1L << 30;

  private static final int HEADER_WITHIN = 1024; // Acrobat's rule for %PDF-

  private final Path file;
  private final List<byte[]> increments = new ArrayList<>();

  private SourcePdf(Path file) {
    this.file = file;
  }

  /** What a look at the first bytes says. */
  enum Kind {
    PDF,
    MISSING,
    NOT_PDF,
    TOO_LARGE
  }

  static Kind kind(Path file) {
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        return Kind.MISSING;
      }
      if (Files.size(file) > LARGEST) {
        return Kind.TOO_LARGE;
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] head = in.readNBytes(HEADER_WITHIN);
        return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")
            ? Kind.PDF
            : Kind.NOT_PDF;
      }
    } catch (IOException e) {
      return Kind.MISSING;
    }
  }

  static SourcePdf of(Path file) {
    return new SourcePdf(file);
  }

  void append(byte[] increment) {
    increments.add(increment);
  }

  long length() throws IOException {
    long length = Files.size(file);
    for (byte[] each : increments) {
      length += each.length;
    }
    return length;
  }

  long appended() {
    return increments.stream().mapToLong(each -> each.length).sum();
  }

  /** All bytes, for one reader; whoever opens them closes them. */
  RandomAccessRead open() throws IOException {
    RandomAccessRead bytes = new RandomAccessReadBufferedFile(file);
    for (byte[] each : increments) {
      bytes = new IncrementedBytes(bytes, bytes.length(), each);
    }
    return bytes;
  }

  /** The document, read without repairing anything: an increment behind broken parts is broken. */
  PDDocument strict() throws IOException {
    return new PDFParser(open(), "", null, null, IOUtils.createTempFileOnlyStreamCache())
        .parse(false);
  }

  /** The document as a forgiving viewer would show it. */
  PDDocument lenient() throws IOException {
    return lenient(open());
  }

  private static PDDocument lenient(RandomAccessRead bytes) throws IOException {
    return Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache());
  }

  /** The document as it was when it had only its first {@code end} bytes. */
  PDDocument revision(long end) throws IOException {
    return lenient(new IncrementedBytes(open(), end, new byte[0]));
  }

  void writeTo(OutputStream out) throws IOException {
    Files.copy(file, out);
    for (byte[] each : increments) {
      out.write(each);
    }
  }
}
