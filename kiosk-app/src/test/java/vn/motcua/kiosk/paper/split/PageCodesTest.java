package vn.motcua.kiosk.paper.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.paper.split.DrawnPages.Drawing;
import vn.motcua.kiosk.paper.split.DrawnPages.Scan;
import vn.motcua.scanner.barcode.image.Symbology;

@Timeout(180)
class PageCodesTest {
  private static final String DOSSIER = "H48.025.16-261122-0003";
  private static final String RECEIPT = "MC1|H48.025.16-261122-0003|7K3MPX";
  private static final String CARD =
      "051191407263||Nguyễn Thị Ánh Hường|12031991|Nữ|Thôn Đồng Bưng, Quảng Ngãi|18052022";
  private static final PageCode BOUND = new PageCode.Dossier(new DossierCode(DOSSIER));

  private final PageCodes codes = new PageCodes();

  private List<PageCode> read(Scan scan, Random random, Drawing... drawings) {
    List<Drawing> all = new ArrayList<>(List.of(DrawnPages.text(70, 280, random)));
    all.addAll(List.of(drawings));
    try (GreyPix page = DrawnPages.scanned(scan, random, all.toArray(new Drawing[0]))) {
      return codes.on(page, scan.dpi());
    }
  }

  /** The hardest sizes: a QR of 10 mm, bars of 0.25 mm, at 200 dpi, aslant and under a stamp. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void smallCodesAreFoundHoweverThePageLies(int turn) {
    Random random = new Random(40 + turn);
    assertThat(
            read(
                Scan.usual(200, random).turned(turn),
                random,
                DrawnPages.table(150, 5),
                DrawnPages.qr(RECEIPT, 160, 20, 10),
                DrawnPages.bar("H48.025.16-261122-0004", 30, 25, 0.25, 10),
                DrawnPages.stamp(140, 15, 150)))
        .containsExactlyInAnyOrder(
            BOUND, new PageCode.Dossier(new DossierCode("H48.025.16-261122-0004")));
  }

  @Test
  void aPhotocopyIsReadToo() {
    Random random = new Random(50);
    Scan copy = new Scan(200, 2.5, 0, 0.8, 8, true);
    assertThat(
            read(
                copy,
                random,
                DrawnPages.qr(RECEIPT, 150, 20, 15),
                DrawnPages.bar(DOSSIER, 30, 30, 0.33, 12)))
        .containsExactly(BOUND);
  }

  @Test
  void everyKindMeansSomethingElse() {
    Random random = new Random(60);
    SeparatorCode sheet = new SeparatorCode("1.001193-02", "Giấy chứng sinh");
    assertThat(
            read(
                Scan.usual(300, random),
                random,
                DrawnPages.qr(sheet.qrText(), 30, 10, 30),
                DrawnPages.qr(CARD, 160, 15, 18),
                DrawnPages.bar("8934563138165", 80, 10, 0.4, 12),
                DrawnPages.matrix(DOSSIER, BarcodeFormat.PDF_417, 80, 35, 60)))
        .containsExactlyInAnyOrder(
            new PageCode.Separator(sheet),
            new PageCode.Other(Symbology.QR, CARD),
            new PageCode.Other(Symbology.CODE_128, "8934563138165"),
            BOUND);
    assertThat(
            read(
                Scan.clean(200),
                random,
                DrawnPages.bar("MCS-1.001193-02", 30, 20, 0.4, 12),
                DrawnPages.bar("PATCHT", 120, 20, 0.4, 12)))
        .containsExactlyInAnyOrder(
            new PageCode.Separator(new SeparatorCode("1.001193-02", "")),
            new PageCode.Bars(Patch.T));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void patchBarsAreReadFromEveryEdge(int edge) {
    Random random = new Random(70 + edge);
    Drawing bars = DrawnPages.fromEdge(edge, DrawnPages.patch(Patch.T, 50, 9, 60));
    assertThat(read(Scan.usual(200, random).turned(edge % 2 * 2), random, bars))
        .containsExactly(new PageCode.Bars(Patch.T));
  }

  @ParameterizedTest
  @EnumSource(Patch.class)
  void everyPatchIsTold(Patch patch) {
    Random random = new Random(80 + patch.ordinal());
    Drawing bars = DrawnPages.patch(patch, 60, 12, 55);
    assertThat(read(Scan.usual(200, random), random, bars))
        .containsExactly(new PageCode.Bars(patch));
  }

  /** CPU time of this thread, not the clock's: other work on the machine does not count. */
  @ParameterizedTest
  @ValueSource(ints = {200, 300})
  void aPageWithoutCodesCostsLittle(int dpi) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Long> millis = new ArrayList<>();
    Random random = new Random(90);
    try (GreyPix page =
        DrawnPages.scanned(
            Scan.usual(dpi, random),
            random,
            DrawnPages.text(30, 280, random),
            DrawnPages.table(120, 8),
            DrawnPages.stamp(120, 200, 150))) {
      for (int i = 0; i < 9; i++) {
        long begun = threads.getCurrentThreadCpuTime();
        assertThat(codes.on(page, dpi)).isEmpty();
        millis.add((threads.getCurrentThreadCpuTime() - begun) / 1_000_000);
      }
    }
    List<Long> warm = new ArrayList<>(millis.subList(5, 9));
    Collections.sort(warm);
    System.out.printf("a page without codes, %d dpi: %s ms of CPU%n", dpi, warm);
    // 6 to 17 ms on an idle core; shared cores count waiting for memory, too.
    assertThat(warm.getFirst()).isLessThanOrEqualTo(40);
  }

  @Test
  void anyPictureWillDo() {
    Random random = new Random(100);
    for (int dpi : new int[] {100, 400}) {
      try (GreyPix page =
              DrawnPages.scanned(Scan.clean(dpi), random, DrawnPages.qr(RECEIPT, 90, 90, 40));
          GreyPix speck = page.scaled(0.001, 0.001)) {
        assertThat(codes.on(page, dpi)).containsExactly(BOUND);
        assertThat(codes.on(speck, dpi)).isEmpty();
      }
    }
  }
}
