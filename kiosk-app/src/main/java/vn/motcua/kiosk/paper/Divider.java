package vn.motcua.kiosk.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.split.DocumentSplit;
import vn.motcua.kiosk.paper.split.SplitDocument;
import vn.motcua.kiosk.paper.split.SplitDoubt;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.paper.split.SplitResult;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** Divides one pile at its code sheets and makes a document of each part. */
final class Divider {
  private final Digitiser digitiser;
  private final PagesAtWork work;
  private final DigitiseRequest request;
  private final Cancellation cancellation;
  private final Map<Integer, PageFile> files = new LinkedHashMap<>();
  private final List<BadPage> skipped = new ArrayList<>();

  /** Pages of which nobody knows what stood on them. */
  private final Set<Integer> unseen = ConcurrentHashMap.newKeySet();

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
      open(pages, source);
      if (files.isEmpty()) {
        throw new FaultException(new PaperFault.NoPages());
      }
      SplitResult split = DocumentSplit.of(codes(), true, Set.of());
      List<Divided.Part> parts = new ArrayList<>();
      int done = 0;
      for (SplitDocument document : split.documents()) {
        Path out = naming.of(document, parts.size() + 1, split.documents().size());
        parts.add(new Divided.Part(document, make(document, out, done, progress)));
        done += document.pages().size();
      }
      List<SplitDoubt> doubts = new ArrayList<>(split.doubts());
      // Any of them may have been a code sheet.
      unseen.forEach(page -> doubts.add(new SplitDoubt(SplitDoubt.Kind.UNSEEN, page)));
      doubts.sort(Comparator.comparingInt(SplitDoubt::page));
      return new Divided(parts, split.leftOut(), doubts, skipped, source.origins());
    }
  }

  private void open(List<Path> pages, PageFiles source) throws FaultException {
    List<FaultException> failed = new ArrayList<>();
    PageFiles.Taker taker =
        new PageFiles.Taker() {
          @Override
          public void page(PageFile page) {
            files.put(page.number(), page);
          }

          @Override
          public void bad(FaultException why, int number) {
            Optional<BadPage> bad = PageFiles.bad(why, number);
            if (request.skipDamaged() && bad.isPresent()) {
              skipped.add(bad.get());
              unseen.add(number);
            } else {
              failed.add(bad.map(page -> new FaultException(page, why)).orElse(why));
            }
          }
        };
    for (Path page : pages) {
      source.open(page, request.dpi(), taker, cancellation);
      if (!failed.isEmpty()) {
        throw failed.getFirst();
      }
    }
  }

  private List<SplitPage> codes() throws FaultException {
    List<Future<SplitPage>> looks = new ArrayList<>();
    for (PageFile file : files.values()) {
      looks.add(work.look(file, () -> seen(file)));
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

  private SplitPage seen(PageFile file) throws FaultException {
    if (cancellation.isCancelled()) {
      throw new FaultException(new PaperFault.Cancelled());
    }
    try {
      return PageLook.codes(file, file.number());
    } catch (FaultException e) {
      if (request.skipDamaged() && e.fault() instanceof BadPage) {
        unseen.add(file.number());
        return new SplitPage(file.number(), List.of(), false); // named by its document
      }
      throw e;
    }
  }

  private Digitised make(SplitDocument document, Path out, int before, Progress progress)
      throws FaultException {
    DigitiseRequest own =
        request
            .withTitle(document.title().isEmpty() ? request.title() : document.title())
            .withCode(document.dossier().map(DossierCode::value).orElse(request.code()))
            .withPaper(document.paper().isEmpty() ? request.paper() : document.paper());
    Progress ofAll = (done, of) -> progress.pages(before + done, files.size());
    try (Pile pile = digitiser.begin(own, out, ofAll, cancellation)) {
      for (int page : document.pages()) {
        pile.addWhenThereIsRoom(Objects.requireNonNull(files.get(page)));
      }
      return pile.finish();
    }
  }
}
