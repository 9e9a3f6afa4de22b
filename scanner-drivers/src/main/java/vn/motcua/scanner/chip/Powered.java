package vn.motcua.scanner.chip;

import org.jmrtd.PassportService;
import vn.motcua.scanner.Cancellation;

/** A powered card and the layers above it, until it is closed with a reset. */
final class Powered implements AutoCloseable {
  private final Link link;
  private final ChipFiles files;
  private final PassportService protocols;

  /** Takes over {@code connection}. */
  Powered(CardConnection connection, Manner manner, Link.Counter counter, Cancellation stop) {
    link = new Link(connection, counter, stop);
    files = new ChipFiles(link, manner);
    int answer =
        manner.block() > PassportService.NORMAL_MAX_TRANCEIVE_LENGTH
            ? PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH
            : PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;
    protocols =
        new PassportService(
            link, PassportService.NORMAL_MAX_TRANCEIVE_LENGTH, answer, manner.block(), false, true);
    link.open();
  }

  Link link() {
    return link;
  }

  ChipFiles files() {
    return files;
  }

  /** JMRTD's side of PACE, BAC and chip authentication. */
  PassportService protocols() {
    return protocols;
  }

  @Override
  public void close() {
    link.close();
  }
}
