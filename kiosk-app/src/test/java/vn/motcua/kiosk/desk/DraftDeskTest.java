package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Drafts;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.ScannedPage;

/** A draft is kept sealed, taken once, and gone when its time is over. */
class DraftDeskTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Draft DRAFT =
      new Draft(
          "1.001193",
          new DraftPerson(
              Map.of(
                  DraftField.NAME, new Field<>("Đinh Thị Mai", FieldSource.CHIP),
                  DraftField.NUMBER, new Field<>("051191407263", FieldSource.CHIP),
                  DraftField.PHONE, new Field<>("0912345678", FieldSource.TYPED))),
          Optional.of(DraftPerson.NONE.typed(DraftField.NAME, " H'Hen Niê ")));
  private static final byte[] PICTURE = "one page of a picture".getBytes(StandardCharsets.UTF_8);

  @TempDir Path root;
  private Instant now = LocalDateTime.parse("2026-11-26T09:00").atZone(ZONE).toInstant();
  private final CountDownLatch swept = new CountDownLatch(1);
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
          if (Thread.currentThread().getName().equals("draft-sweep")) {
            swept.countDown();
          }
          return now;
        }
      };
  private DataFolder folder;
  private DossierStore store;
  private Drafts drafts;
  private ScanDesk counter;
  private DraftDesk desk;

  @BeforeEach
  void open() throws Exception {
    folder = DataFolder.open(root);
    store = DossierStore.open(folder, clock);
    drafts = new Drafts(store);
    counter = new ScanDesk(List.of(), folder, store, clock);
    desk = new DraftDesk(drafts, Resources.calendar(), counter, clock, new Random(1));
  }

  @AfterEach
  void close() {
    store.close();
    folder.close();
  }

  @Test
  void whatIsPreparedComesToTheCounterAsItWas() throws Exception {
    ScanBatch terminal = batchOf(PICTURE, "other".getBytes(StandardCharsets.UTF_8));
    DraftDesk.Kept kept = desk.keep(DRAFT, Optional.of(terminal));
    counter.discard(terminal);
    // Thursday: Friday, Monday, Tuesday.
    assertThat(kept.lastDay()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(kept.pages()).isEqualTo(2);
    assertThat(kept.toString()).doesNotContain(kept.code().value());

    DraftDesk.Taken taken = desk.take(kept.code());
    assertThat(taken.draft()).isEqualTo(DRAFT);
    assertThat(taken.draft().applicant().field(DraftField.NAME).orElseThrow().source())
        .isEqualTo(FieldSource.CHIP);
    assertThat(taken.draft().owner().orElseThrow().field(DraftField.NAME).orElseThrow())
        .isEqualTo(new Field<>("H'Hen Niê", FieldSource.TYPED));
    ScanBatch batch = taken.batch().orElseThrow();
    assertThat(batch.kept()).extracting(KeptPage::paper).containsExactly("Tờ khai", "Tờ khai");
    assertThat(batch.pages().getFirst()).hasBinaryContent(PICTURE);
    counter.discard(batch);
  }

  @Test
  void itIsTakenOnce() throws Exception {
    DraftCode code = desk.keep(DRAFT, Optional.of(batchOf(PICTURE))).code();
    CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> takes(code));
    boolean mine = takes(code);
    assertThat(mine ^ other.join()).as("one of the two counters gets it").isTrue();
    assertThatThrownBy(() -> desk.take(code)).hasMessageContaining("DRAFT-GONE");
    assertThat(drafts.count()).isZero();
  }

  private boolean takes(DraftCode code) {
    try {
      desk.take(code).batch().ifPresent(counter::discard);
      return true;
    } catch (FaultException gone) {
      assertThat(gone.fault()).isInstanceOf(DeskFault.DraftGone.class);
      return false;
    }
  }

  @Test
  void anUnknownAndAnExpiredOneAreTheSame() throws Exception {
    DraftCode code = desk.keep(DRAFT, Optional.of(batchOf(PICTURE))).code();
    assertThatThrownBy(() -> desk.take(DraftCode.random(new Random(99))))
        .isInstanceOfSatisfying(
            FaultException.class,
            unknown -> assertThat(unknown.fault()).isEqualTo(new DeskFault.DraftGone()));
    now = LocalDateTime.parse("2026-12-01T23:59:59").atZone(ZONE).toInstant();
    assertThat(desk.forgetExpired()).isZero();
    now = now.plusSeconds(1);
    assertThatThrownBy(() -> desk.take(code))
        .isInstanceOfSatisfying(
            FaultException.class,
            expired -> assertThat(expired.fault()).isEqualTo(new DeskFault.DraftGone()));
    assertThat(desk.forgetExpired()).isEqualTo(1);
    assertThat(drafts.count()).isZero();
  }

  @Test
  void expiredOnesAreErasedWithoutAnybodyAsking() throws Exception {
    desk.keep(DRAFT, Optional.empty());
    now = LocalDateTime.parse("2026-12-02T08:00").atZone(ZONE).toInstant();
    try (DraftSweep sweep = new DraftSweep(desk, Duration.ofHours(1))) {
      assertThat(sweep).isNotNull();
      assertThat(swept.await(30, TimeUnit.SECONDS)).as("it looks at once").isTrue();
    } // closing lets the look end
    assertThat(drafts.count()).isZero();
  }

  @Test
  void nothingOfItLiesInPlainText() throws Exception {
    ScanBatch terminal = batchOf(PICTURE);
    DraftDesk.Kept kept = desk.keep(DRAFT, Optional.of(terminal));
    counter.discard(terminal);
    store.close();
    List<String> needles =
        List.of(
            "Đinh",
            "051191407263",
            "0912345678",
            "Niê",
            new String(PICTURE, 4, 12, StandardCharsets.UTF_8),
            kept.code().value());
    for (String needle : needles) {
      for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
        assertThat(everything(StandardCharsets.UTF_8))
            .doesNotContain(Normalizer.normalize(needle, form));
      }
    }
    open(folder);
    assertThat(desk.take(kept.code()).draft()).isEqualTo(DRAFT);
  }

  @Test
  void tooManyPagesAreNamed() throws Exception {
    byte[][] many = new byte[DraftDesk.MOST_PAGES + 1][];
    java.util.Arrays.fill(many, PICTURE);
    ScanBatch batch = batchOf(many);
    assertThatThrownBy(() -> desk.keep(DRAFT, Optional.of(batch)))
        .hasMessageContaining("DRAFT-PAGES");
    counter.discard(batch);
  }

  /** A scanner that is broken, or not a scanner. */
  @Test
  void pagesThatWouldFillTheMemoryAreNamedBeforeTheyDo() throws Exception {
    byte[] huge = new byte[(int) (DraftDesk.MOST_BYTES / 2) + 1];
    System.arraycopy(PICTURE, 0, huge, 0, PICTURE.length);
    ScanBatch batch = batchOf(huge, huge);
    assertThatThrownBy(() -> desk.keep(DRAFT, Optional.of(batch)))
        .hasMessageContaining("DRAFT-PAGES");
    assertThat(drafts.count()).isZero();
    counter.discard(batch);
  }

  @Test
  void aDraftOfAnotherVersionIsRefused() {
    assertThatThrownBy(() -> DraftText.read("{\"version\":2}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DraftText.read("no json"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DraftText.read(1, new byte[] {0, 0, 0, 1, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void open(DataFolder same) throws FaultException {
    store = DossierStore.open(same, clock);
    drafts = new Drafts(store);
    counter = new ScanDesk(List.of(), same, store, clock);
    desk = new DraftDesk(drafts, Resources.calendar(), counter, clock, new Random(2));
  }

  private ScanBatch batchOf(byte[]... pictures) throws FaultException {
    ScanBatch batch = counter.begin();
    for (byte[] picture : pictures) {
      counter.keep(batch, new ScannedPage(1, ImageFormat.JPEG, picture, 100, 140, 300), "Tờ khai");
    }
    return batch;
  }

  private String everything(java.nio.charset.Charset charset) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), charset));
      }
    }
    return all.toString();
  }
}
