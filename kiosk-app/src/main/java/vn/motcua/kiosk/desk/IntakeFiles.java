package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.BlobStore;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.RemovedPage;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * The files of one intake: a document for each paper, the receipt, and what was taken out of the
 * pile with the log of it. They lie among the blobs; nobody names them yet.
 */
final class IntakeFiles {
  private final BlobStore blobs;
  private final DossierCode code;
  private final Path work;
  private final List<KeptFile> files = new ArrayList<>();
  private final List<PaperArchive> archives = new ArrayList<>();
  private final List<RemovedPage> removed = new ArrayList<>();

  /**
   * @param work a folder of its own
   */
  IntakeFiles(BlobStore blobs, DossierCode code, Path work) {
    this.blobs = blobs;
    this.code = code;
    this.work = work;
  }

  /** All of them, in the order in which they were made. */
  List<KeptFile> files() {
    return files;
  }

  /** The documents, one for each paper that has pages. */
  List<PaperArchive> archives() {
    return archives;
  }

  /** Form 01 among them. */
  Blob receipt() {
    return files.stream()
        .filter(file -> file.kind() == KeptFile.Kind.RECEIPT)
        .map(KeptFile::blob)
        .findFirst()
        .orElseThrow();
  }

  /** What is told of pages that are in no document. */
  List<RemovedPage> removed() {
    return removed;
  }

  /** One searchable PDF/A for each paper, named like it (TT 01/2023/TT-VPCP Đ8.2). */
  void archives(Digitiser digitiser, Dossier dossier, List<PaperPages> papers)
      throws FaultException {
    for (PaperPages each : papers) {
      List<Path> pictures =
          each.pages().stream()
              .flatMap(page -> page.picture().stream())
              .map(KeptPage::file)
              .toList();
      if (pictures.isEmpty()) {
        continue;
      }
      String name = each.paper().name();
      Digitised made =
          digitiser.digitise(
              pictures,
              DigitiseRequest.of(name, dossier.code().value()),
              work.resolve("archive-" + archives.size() + ".pdf"),
              Progress.NONE,
              new Cancellation());
      // TT 01/2023 Đ8.2 c: as many pictures as pages.
      if (made.pages() != pictures.size()) {
        throw new FaultException(new DeskFault.Incomplete("PAGES"), name);
      }
      Blob blob = keep(KeptFile.Kind.ARCHIVE, made.file(), name);
      archives.add(new PaperArchive(name, blob, made.pages()));
    }
  }

  /** Form 01; the file lies in the work folder, a sealed copy among the blobs. */
  Path receipt(
      ReceiptForm form,
      Dossier dossier,
      LookupSecret secret,
      Centre centre,
      Intake intake,
      int number)
      throws FaultException {
    Path paper = work.resolve("receipt.pdf");
    form.write(
        ReceiptText.of(dossier, secret, centre, intake.officer(), intake.counter(), number),
        dossier.originals(),
        paper);
    keep(KeptFile.Kind.RECEIPT, paper, "");
    return paper;
  }

  /** The pictures of pages that were taken out, and the journal of the pile. */
  void log(ScanBatch batch, List<PilePage> pile, ZoneId zone) throws FaultException {
    for (PilePage page : pile) {
      if (page.removal().isEmpty()) {
        continue;
      }
      Removal why = page.removal().get();
      Optional<Blob> picture = Optional.empty();
      if (page.picture().isPresent()) {
        Path file = page.picture().get().file();
        picture = Optional.of(keep(KeptFile.Kind.REMOVED_PAGE, file, page.paper()));
      }
      removed.add(
          new RemovedPage(
              page.number(),
              page.paper(),
              why.reason(),
              why.who(),
              LocalDateTime.ofInstant(why.at(), zone),
              why.by(),
              picture));
    }
    keep(KeptFile.Kind.PAGE_LOG, batch.journal(), "");
  }

  private Blob keep(KeptFile.Kind kind, Path file, String paper) throws FaultException {
    Blob blob = blobs.put(file, code);
    files.add(new KeptFile(kind, blob, paper));
    return blob;
  }
}
