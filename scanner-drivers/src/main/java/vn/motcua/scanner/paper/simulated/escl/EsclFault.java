package vn.motcua.scanner.paper.simulated.escl;

import java.util.Locale;
import java.util.Optional;

/**
 * What the simulated scanner can do wrong. Each has a name for the command line, the constant's in
 * lower case with hyphens; where it was seen in the world stands in {@code
 * docs/simulated-scanner.md}.
 */
public enum EsclFault {
  // The paper path. At page 0 it is so before a job begins, which is then refused with 409.
  /** Paper jam: 409, the job is aborted, {@code ScannerAdfJam}. */
  JAM(1),
  /** The same, but answered with 404 as if the feeder had come to its end. */
  JAM_404(1),
  /** The same, but as an empty picture with status 200, and 404 afterwards. */
  JAM_EMPTY_JPEG(1),
  /** {@code ScannerAdfHatchOpen}. */
  COVER_OPEN(1),
  /** {@code ScannerAdfMultipickDetected}. */
  DOUBLE_FEED(1),
  /** {@code ScannerAdfMispick}. */
  MISPICK(1),
  /** {@code ScannerAdfDuplexPageTooLong}. */
  PAGE_TOO_LONG(1),
  /** {@code ScannerAdfDuplexPageTooShort}. */
  PAGE_TOO_SHORT(1),
  /** {@code ScannerAdfInputTrayFailed}. */
  TRAY_FAILED(1),

  // The feeder's sensor.
  /** No paper in the feeder: the job is taken, its first page is 404. */
  EMPTY_FEEDER(0),
  /** No paper in the feeder: the job is refused with 409. */
  EMPTY_FEEDER_409(0),
  /** No paper in the feeder: the device pulls all the same and jams. */
  EMPTY_FEEDER_JAMS(0),
  /** The state is {@code ScannerAdfEmpty} whatever lies in the feeder. */
  ALWAYS_SAYS_EMPTY(PlannedFault.ANY),
  /** A job that asks for both sides wedges the device: 503 to everything, until it is reset. */
  WEDGES_ON_DUPLEX(0),

  // Who may, and when.
  /** Somebody else's job runs: 503. */
  BUSY(0),
  /** 503 with {@code Retry-After}; at page 0 to the job, else to its page. */
  STORM_503(1),
  /** The same without {@code Retry-After}. */
  STORM_503_BARE(1),
  /** Asked for a page sooner than 200 ms after the job or the page before: 404. */
  NEEDS_PAUSE(PlannedFault.ANY),
  /** The job is refused with 401. */
  REFUSES_401(0),
  /** The job is refused with 403. */
  REFUSES_403(0),
  /** A server error, 500. */
  ERROR_500(1),

  // How the answers are written.
  /** {@code Location} is a path without a host. */
  RELATIVE_LOCATION(PlannedFault.ANY),
  /** {@code Location} is relative to the resource: {@code ScanJobs/…}. */
  BARE_LOCATION(PlannedFault.ANY),
  /** {@code Location} names a host that nobody can find. */
  FOREIGN_LOCATION(PlannedFault.ANY),
  /** {@code Location} is missing. */
  NO_LOCATION(PlannedFault.ANY),
  /** After the last page comes 409 instead of 404. */
  END_409(PlannedFault.ANY),
  /** Pages come in chunks, without a length. */
  CHUNKED(PlannedFault.ANY),
  /** Pages come as HTTP/1.0 and end with the connection. */
  CLOSE_DELIMITED(PlannedFault.ANY),
  /** Pages come as {@code application/octet-stream}. */
  WRONG_CONTENT_TYPE(PlannedFault.ANY),

  // The picture.
  /** The connection is cut in the middle of the picture. */
  TRUNCATED(1),
  /** The picture ends early, but its length says that this is all. */
  SHORT_IMAGE(1),
  /** No bytes at all with status 200; the job goes on. */
  EMPTY_IMAGE(1),
  /** Noise that says that it is a JPEG. */
  GARBAGE(1),
  /** A page of HTML with status 200. */
  HTML_PAGE(1),
  /** A terabyte is announced, and zeros follow the picture, up to 256 MiB. */
  HUGE_LENGTH(1),

  // The line.
  /** The request is taken and never answered; at page 0 every request. */
  SILENT(1),
  /** The picture comes at ten bytes a second. */
  SLOW_DRIP(1),
  /** In the middle of the picture the whole device disappears. */
  OFFLINE(1),
  /** From this page on the device shows another certificate; at page 0 from the job on. */
  OTHER_CERTIFICATE(1),

  // The documents.
  /** The status is an HTML page. */
  HTML_STATUS(PlannedFault.ANY),
  /** Capabilities with entities that grow to gigabytes. */
  XML_BOMB(PlannedFault.ANY);

  private final int usualPage;

  EsclFault(int usualPage) {
    this.usualPage = usualPage;
  }

  /** The name for the command line, for example {@code jam-empty-jpeg}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The page at which it strikes if none is named; 0 before the first. */
  int usualPage() {
    return usualPage;
  }

  /** The fault of that name. */
  public static Optional<EsclFault> named(String label) {
    for (EsclFault fault : values()) {
      if (fault.label().equals(label)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
