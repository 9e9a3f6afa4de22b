package vn.motcua.scanner.paper.simulated.escl;

import java.time.Instant;
import java.util.List;

/** Writes {@code ScannerStatus} and {@code ScanImageInfo}. */
final class StatusSheet {
  private static final String NAMESPACES =
      "xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\""
          + " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\"";

  private StatusSheet() {}

  /**
   * The status.
   *
   * @param state {@code pwg:State}
   * @param feeder {@code scan:AdfState}; empty for a device without a feeder
   * @param jobs the latest first
   * @param root the path of the service
   */
  static String status(
      EsclModel model, String state, String feeder, List<ScanJob> jobs, String root, Instant now) {
    StringBuilder xml = new StringBuilder(1000);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scan:ScannerStatus ");
    xml.append(NAMESPACES).append(">\n");
    leaf(xml, "pwg:Version", model.version());
    leaf(xml, "pwg:State", state);
    if (!feeder.isEmpty()) {
      leaf(xml, "scan:AdfState", feeder);
    }
    if (!jobs.isEmpty()) {
      xml.append("<scan:Jobs>\n");
      jobs.forEach(job -> job(xml, job, root, now));
      xml.append("</scan:Jobs>\n");
    }
    return xml.append("</scan:ScannerStatus>\n").toString();
  }

  private static void job(StringBuilder xml, ScanJob job, String root, Instant now) {
    xml.append("<scan:JobInfo>\n");
    leaf(xml, "pwg:JobUri", root + "/ScanJobs/" + job.id());
    leaf(xml, "pwg:JobUuid", job.id());
    leaf(xml, "scan:Age", Long.toString(job.age(now)));
    leaf(xml, "pwg:ImagesCompleted", Integer.toString(job.delivered()));
    leaf(xml, "pwg:ImagesToTransfer", job.transferring() ? "1" : "0");
    leaf(xml, "scan:TransferRetryCount", Integer.toString(job.retries()));
    leaf(xml, "pwg:JobState", job.state().word());
    xml.append("<pwg:JobStateReasons>\n");
    leaf(xml, "pwg:JobStateReason", job.reason());
    xml.append("</pwg:JobStateReasons>\n</scan:JobInfo>\n");
  }

  /** What the page that was delivered last really measures, in pixels. */
  static String imageInfo(ScanJob job, PageMaker.Page page, String root) {
    StringBuilder xml = new StringBuilder(500);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scan:ScanImageInfo ");
    xml.append(NAMESPACES).append(">\n");
    leaf(xml, "pwg:JobUri", root + "/ScanJobs/" + job.id());
    leaf(xml, "pwg:JobUuid", job.id());
    leaf(xml, "scan:ActualWidth", Integer.toString(page.width()));
    leaf(xml, "scan:ActualHeight", Integer.toString(page.height()));
    int bytes =
        switch (job.ticket().mode()) {
          case COLOUR -> page.width() * 3;
          case GREY -> page.width();
          case BLACK_WHITE -> (page.width() + 7) / 8;
        };
    leaf(xml, "scan:ActualBytesPerLine", Integer.toString(bytes));
    return xml.append("</scan:ScanImageInfo>\n").toString();
  }

  private static void leaf(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(text);
    xml.append("</").append(name).append(">\n");
  }
}
