package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.Drafts;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * Where what citizens prepare at a terminal waits, sealed, until a counter takes it over: once, and
 * not for long. All methods block.
 */
public final class DraftDesk {
  /** On how many working days after today a draft can still be handed in. */
  public static final int WORKING_DAYS = 3;

  /** A citizen hands in some papers, not an archive. */
  public static final int MOST_PAGES = 60;

  /** All pages together: they are sealed in memory, and one page of a scanner may have 128 MiB. */
  public static final long MOST_BYTES = 100_000_000;

  private static final int TRIES = 20;
  private static final Logger LOG = LoggerFactory.getLogger(DraftDesk.class);

  private final Drafts drafts;
  private final WorkingCalendar calendar;
  private final ScanDesk counter;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param counter where the pages of a draft go that is taken over
   * @param random where codes come from; must not be guessable
   */
  public DraftDesk(
      Drafts drafts,
      WorkingCalendar calendar,
      ScanDesk counter,
      Clock clock,
      RandomGenerator random) {
    this.drafts = drafts;
    this.calendar = calendar;
    this.counter = counter;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A draft that is kept.
   *
   * @param code what the citizen takes along
   * @param lastDay the last day on which a counter takes it
   * @param pages how many pages it has
   */
  public record Kept(DraftCode code, LocalDate lastDay, int pages) {
    /** Never the code: whoever has it has the draft. */
    @Override
    public String toString() {
      return "Kept[" + lastDay + "]";
    }
  }

  /**
   * A draft that was taken over.
   *
   * @param draft what was prepared
   * @param batch its pages, in a pile that the caller holds from now on
   */
  public record Taken(Draft draft, Optional<ScanBatch> batch) {}

  /**
   * Keeps a draft with its pages until the end of the third working day after today. The pile is
   * still there afterwards: whoever scanned it discards it.
   *
   * @param batch the pages that were scanned for it
   * @throws FaultException what a disk can do, DRAFT-PAGES if there are too many pages, or too
   *     large ones
   */
  public Kept keep(Draft draft, Optional<ScanBatch> batch) throws FaultException {
    List<byte[]> pages = new ArrayList<>();
    List<KeptPage> scanned = batch.map(ScanBatch::kept).orElse(List.of());
    if (scanned.size() > MOST_PAGES) {
      throw new FaultException(new DeskFault.DraftPages());
    }
    if (bytes(scanned) > MOST_BYTES) {
      throw new FaultException(new DeskFault.DraftPages());
    }
    for (KeptPage page : scanned) {
      pages.add(DraftText.write(new DraftText.Page(page.paper(), picture(page))));
    }
    Drafts.Kept kept = new Drafts.Kept(DraftText.write(draft), pages);
    LocalDateTime now = now();
    LocalDate last = lastDay(now.toLocalDate());
    for (int i = 0; i < TRIES; i++) {
      DraftCode code = DraftCode.random(random);
      if (drafts.put(code, kept, now, last.plusDays(1).atStartOfDay())) {
        return new Kept(code, last, pages.size());
      }
    }
    throw new IllegalStateException("no free code for a draft: is the random source broken?");
  }

  /** The last day on which a counter takes what is prepared on {@code day}. */
  public LocalDate lastDay(LocalDate day) {
    LocalDate last = day;
    for (int i = 0; i < WORKING_DAYS; i++) {
      last = calendar.next(last);
    }
    return last;
  }

  /**
   * Takes a draft over: it is gone from here then. If the machine dies meanwhile, the draft is
   * still here, or its pages wait at the counter as an unfinished pile.
   *
   * @throws FaultException DRAFT-GONE if there is no such draft (any more), and what a disk can do;
   *     then it stays
   */
  public Taken take(DraftCode code) throws FaultException {
    Drafts.Kept kept =
        drafts.find(code, now()).orElseThrow(() -> new FaultException(new DeskFault.DraftGone()));
    Draft draft = DraftText.read(kept.text());
    Optional<ScanBatch> batch = pile(kept.pages());
    try {
      if (!drafts.remove(code, now())) {
        throw new FaultException(new DeskFault.DraftGone()); // another counter was faster
      }
      return new Taken(draft, batch);
    } catch (FaultException trouble) {
      batch.ifPresent(counter::discard);
      throw trouble;
    }
  }

  private Optional<ScanBatch> pile(List<byte[]> pages) throws FaultException {
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    ScanBatch batch = counter.begin();
    try {
      for (int i = 0; i < pages.size(); i++) {
        DraftText.Page page = DraftText.read(i + 1, pages.get(i));
        counter.keep(batch, page.page(), page.paper());
      }
      return Optional.of(batch);
    } catch (FaultException | RuntimeException trouble) {
      counter.discard(batch);
      throw trouble;
    }
  }

  /** Erases drafts whose time is over, with their pages; gives how many. */
  public int forgetExpired() {
    try {
      return drafts.forgetExpired(now());
    } catch (FaultException trouble) {
      Fault fault = trouble.fault();
      LOG.warn("expired drafts could not be erased: {}", fault.code());
      return 0;
    }
  }

  private static long bytes(List<KeptPage> pages) throws FaultException {
    long all = 0;
    for (KeptPage page : pages) {
      try {
        all += Files.size(page.file());
      } catch (IOException gone) {
        throw new FaultException(new StoreFault.Disk(), gone);
      }
    }
    return all;
  }

  private static ScannedPage picture(KeptPage page) throws FaultException {
    try {
      byte[] image = Files.readAllBytes(page.file());
      String name = page.file().getFileName().toString();
      for (ImageFormat format : ImageFormat.values()) {
        if (name.endsWith("." + format.extension())) {
          return new ScannedPage(
              page.number(), format, image, page.width(), page.height(), page.dpi());
        }
      }
      throw new IllegalStateException("a page in no format that we scan: " + name);
    } catch (IOException trouble) {
      throw new FaultException(new StoreFault.Disk(), trouble);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
