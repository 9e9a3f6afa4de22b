package vn.motcua.kiosk.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.split.DocumentSplit;
import vn.motcua.kiosk.paper.split.SplitDocument;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.paper.split.SplitResult;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** Divides a pile at its code sheets and makes a document of each part. */
final class Divider {
  private final Digitiser digitiser;
  private final PagesAtWork work;
  private final DigitiseRequest request;
  private final Cancellation cancellation;

  Divider(
      Digitiser digitiser, PagesAtWork work, DigitiseRequest request, Cancellation cancellation) {
    this.digitiser = digitiser;
    this.work = work;
    this.request = request;
    this.cancellation = cancellation;
  }

  /**
   * @param scratch an existing folder
   */
  Divided divide(List<Path> pages, Path scratch, Digitiser.Naming naming, Progress progress)
      throws FaultException {
    try (PageFiles source = new PageFiles(scratch)) {
      List<BadPage> skipped = new ArrayList<>();
      List<PageFile> files = open(pages, source, skipped);
      if (files.isEmpty()) {
        throw new FaultException(new PaperFault.NoPages());
      }
      SplitResult split = DocumentSplit.of(codes(files), true, Set.of());
      List<Divided.Part> parts = new ArrayList<>();
      int done = 0;
      for (SplitDocument document : split.documents()) {
        Path out = naming.of(document, parts.size() + 1, split.documents().size());
        parts.add(new Divided.Part(document, make(document, files, out, done, progress)));
        done += document.pages().size();
      }
      return new Divided(parts, split.leftOut(), split.doubts(), skipped);
    }
  }

  private List<PageFile> open(List<Path> pages, PageFiles source, List<BadPage> skipped)
      throws FaultException {
    List<PageFile> files = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      try {
        source.open(pages.get(i), i + 1, request.dpi(), files::add, cancellation);
      } catch (FaultException e) {
        Optional<BadPage> bad = PageFiles.bad(e, i + 1);
        if (!request.skipDamaged() || bad.isEmpty()) {
          throw e;
        }
        skipped.add(bad.get());
      }
    }
    return files;
  }

  private List<SplitPage> codes(List<PageFile> files) throws FaultException {
    List<Future<SplitPage>> looks = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int number = i + 1;
      PageFile file = files.get(i);
      looks.add(work.look(file, () -> seen(file, number)));
    }
    List<SplitPage> pages = new ArrayList<>();
    try {
      for (Future<SplitPage> look : looks) {
        pages.add(look.get());
      }
      return pages;
    } catch (ExecutionException e) {
      throw PagesAtWork.fault(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new PaperFault.Cancelled(), e);
    } finally {
      looks.forEach(look -> look.cancel(false));
    }
  }

  private SplitPage seen(PageFile file, int number) throws FaultException {
    if (cancellation.isCancelled()) {
      throw new FaultException(new PaperFault.Cancelled());
    }
    try {
      return PageLook.codes(file, number);
    } catch (FaultException e) {
      if (request.skipDamaged() && e.fault() instanceof BadPage) {
        return new SplitPage(number, List.of(), false); // named when its document is made
      }
      throw e;
    }
  }

  private Digitised make(
      SplitDocument document, List<PageFile> files, Path out, int before, Progress progress)
      throws FaultException {
    DigitiseRequest own =
        request
            .withTitle(document.title().isEmpty() ? request.title() : document.title())
            .withCode(document.dossier().map(DossierCode::value).orElse(request.code()))
            .withPaper(document.paper().isEmpty() ? request.paper() : document.paper());
    Progress ofAll = (done, of) -> progress.pages(before + done, files.size());
    try (Pile pile = digitiser.begin(own, out, ofAll, cancellation)) {
      for (int page : document.pages()) {
        pile.addWhenThereIsRoom(files.get(page - 1));
      }
      return pile.finish();
    }
  }
}
