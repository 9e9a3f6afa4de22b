package vn.motcua.scanner.paper.escl;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.JpegDoubt;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannedPage;

/** Takes the body of one page in and holds it against what a page must be. */
final class PageIntake {
  private static final int FIRST_BUFFER = 1 << 20;

  /** Told at every twentieth part of a page. */
  private static final int STEP_PERCENT = 5;

  private final ScanTicket ticket;
  private final Consumer<ScanEvent> events;

  PageIntake(ScanTicket ticket, Consumer<ScanEvent> events) {
    this.ticket = ticket;
    this.events = events;
  }

  /**
   * What came.
   *
   * @param whole false if only the picture itself can tell whether it came to its end
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Got(byte[] bytes, boolean whole) {}

  /**
   * Reads a page.
   *
   * @throws IOException if the line broke or fell silent
   * @throws FaultException {@link ScanFault.BadImage}, {@link ScanFault.LostMidPage}, or {@link
   *     ScanFault.UnsupportedSetting} {@code format} if it is a PDF
   */
  ScannedPage page(HttpReply reply, int number) throws IOException, FaultException {
    Got got = read(reply, number);
    byte[] bytes = got.bytes();
    if (bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D') {
      throw new FaultException(new ScanFault.UnsupportedSetting("format"), "PDF unasked for");
    }
    PageImages.Facts facts;
    try {
      facts = PageImages.check(bytes);
    } catch (FaultException e) {
      throw got.whole() || bytes.length == 0
          ? e
          : new FaultException(new ScanFault.LostMidPage(), e);
    }
    if (facts.format() == ImageFormat.JPEG && JpegDoubt.isCutShort(bytes)) {
      throw new FaultException(new ScanFault.BadImage(), "the picture ends early");
    }
    ScannedPage page =
        new ScannedPage(number, facts.format(), bytes, facts.width(), facts.height(), dpi(facts));
    return ticket.mode() == ColourMode.BLACK_WHITE ? OneBit.of(page) : page;
  }

  /** The picture's own word counts only if its width bears it out: many devices leave 72 there. */
  private int dpi(PageImages.Facts facts) {
    int said = facts.dpi().orElse(0);
    double inches = ticket.width() / 300.0;
    double bySaid = said == 0 ? Double.MAX_VALUE : Math.abs((double) facts.width() / said - inches);
    double byAsked = Math.abs((double) facts.width() / ticket.dpi() - inches);
    boolean usable = said >= 50 && said <= 1200;
    return usable && bySaid < byAsked && bySaid < inches / 10 ? said : ticket.dpi();
  }

  private Got read(HttpReply reply, int number) throws IOException, FaultException {
    long length = reply.length();
    if (length > PageImages.MAX_BYTES) {
      throw new FaultException(new ScanFault.BadImage(), length + " bytes announced");
    }
    events.accept(new ScanEvent.PageBegun(number));
    // Grows with what really comes: a length is only a claim.
    byte[] bytes = new byte[length < 0 ? FIRST_BUFFER : (int) Math.min(length, 4L * FIRST_BUFFER)];
    int filled = 0;
    int told = 0;
    while (true) {
      if (filled == bytes.length) {
        if (filled == length) {
          return new Got(bytes, true);
        }
        bytes = grown(bytes, length);
      }
      int got;
      try {
        got = reply.read(bytes, filled, bytes.length - filled);
      } catch (EOFException e) {
        if (reply.framing() != HttpBody.Framing.CHUNKS) {
          throw e;
        }
        // Some servers forget the last chunk; the picture knows whether it is whole.
        return new Got(Arrays.copyOf(bytes, filled), false);
      }
      if (got < 0) {
        return new Got(Arrays.copyOf(bytes, filled), reply.framing() != HttpBody.Framing.CLOSE);
      }
      filled += got;
      int percent = length > 0 ? (int) (filled * 100L / length) / STEP_PERCENT * STEP_PERCENT : 0;
      if (percent > told) {
        told = percent;
        events.accept(new ScanEvent.PageComing(number, percent));
      }
    }
  }

  private static byte[] grown(byte[] bytes, long length) throws FaultException {
    if (bytes.length >= PageImages.MAX_BYTES) {
      throw new FaultException(new ScanFault.BadImage(), "a page without end");
    }
    long most = length < 0 ? PageImages.MAX_BYTES : length;
    return Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, most));
  }
}
