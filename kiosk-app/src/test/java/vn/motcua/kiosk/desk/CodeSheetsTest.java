package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.paper.split.PageCode;
import vn.motcua.kiosk.paper.split.Patch;
import vn.motcua.kiosk.paper.split.SplitDoubt;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.store.Resources;

/** Pages go where the sheets among them say, and nowhere else. */
class CodeSheetsTest {
  private static final Procedure BIRTH = Resources.procedures().find("1.001193").orElseThrow();
  private static final String FORM = BIRTH.papers().get(0).name();
  private static final String BORN = BIRTH.papers().get(1).name();
  private static final DossierCode OTHER =
      DossierCode.strict("H48.125.16-261120-0007").orElseThrow();

  private final CodeSheets sheets = new CodeSheets(BIRTH);
  private final List<SplitPage> pages = new ArrayList<>();

  private void page(PageCode... codes) {
    pages.add(new SplitPage(pages.size() + 1, List.of(codes), false));
  }

  private static PageCode sheet(int place) {
    return new PageCode.Separator(SeparatorCode.of(BIRTH, place));
  }

  private static PilePage kept(int number, String paper) {
    KeptPage picture = new KeptPage(number, Path.of(number + ".png"), "", 1, 1, 200, paper);
    return new PilePage(
        number, paper, Optional.of(picture), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private List<PilePage> pile() {
    return pages.stream().map(page -> kept(page.number(), FORM)).toList();
  }

  private CodeSheets.Sorted sort(List<PilePage> pile, int after, boolean ended) {
    return sheets.sort(new CodeSheets.Run(pages, FORM, false, ended), pile, after);
  }

  private CodeSheets.Sorted sort() {
    return sort(pile(), 0, true);
  }

  private static PageEdit out(int page) {
    return new PageEdit.Remove(page, RemovalReason.SEPARATOR);
  }

  @Test
  void aSheetBindsThePagesUpToTheNextSheet() {
    page();
    page(sheet(2));
    page();
    page();
    page(sheet(1));
    page();
    assertThat(sort().edits())
        .containsExactly(
            out(2), out(5), new PageEdit.Assign(3, BORN), new PageEdit.Assign(4, BORN));
    assertThat(sort().doubts()).isEmpty();
  }

  @Test
  void whatAPersonDidOrWasSortedBeforeStays() {
    page(sheet(2));
    page();
    page();
    page();
    Removal taken =
        new Removal(RemovalReason.WRONG, "Cán bộ Một", Instant.parse("2026-11-23T01:00:00Z"), 0);
    List<PilePage> pile = new ArrayList<>(pile());
    pile.set(
        1,
        new PilePage(
            2,
            FORM,
            pile.get(1).picture(),
            Optional.of(taken),
            Optional.empty(),
            Optional.empty()));
    pile.set(2, kept(3, "Giấy khác"));
    assertThat(sort(pile, 0, true).edits()).containsExactly(out(1), new PageEdit.Assign(4, BORN));
    assertThat(sort(pile(), 3, true).edits()).containsExactly(new PageEdit.Assign(4, BORN));
  }

  @Test
  void aPaperThatIsNotOnTheListIsAskedAbout() {
    page();
    page(new PageCode.Separator(new SeparatorCode("UQ-1", "Giấy ủy quyền")));
    page();
    page();
    assertThat(sort().edits()).containsExactly(out(2));
    assertThat(sort().doubts())
        .containsExactly(
            new CodeSheets.Doubt(3, new SheetFault.UnknownPaper("Giấy ủy quyền"), List.of(3, 4)));
  }

  @Test
  void aSheetThatNamesNoPaperIsAskedAbout() {
    page();
    page(new PageCode.Bars(Patch.T));
    page();
    assertThat(sort().edits()).containsExactly(out(2));
    assertThat(sort().doubts())
        .containsExactly(new CodeSheets.Doubt(3, new SheetFault.NoPaper(), List.of(3)));
  }

  @Test
  void aPageOfAnotherDossierStaysAndIsTold() {
    page(sheet(2));
    page();
    page(new PageCode.Dossier(OTHER));
    page();
    CodeSheets.Sorted sorted = sort();
    assertThat(sorted.edits()).containsExactly(out(1), new PageEdit.Assign(2, BORN));
    assertThat(sorted.doubts())
        .contains(
            new CodeSheets.Doubt(3, new SheetFault.OtherDossier(OTHER.value()), List.of(3, 4)));
  }

  @Test
  void aSheetThatNothingFollowsIsToldWhenTheScannerIsDone() {
    page();
    page(sheet(2));
    assertThat(sort(pile(), 0, false).doubts()).isEmpty();
    assertThat(sort().doubts())
        .containsExactly(
            new CodeSheets.Doubt(2, new SplitDoubt(SplitDoubt.Kind.NOTHING_FOLLOWS, 2), List.of()));
  }

  @Test
  void theBackOfASheetGoesWithIt() {
    page(sheet(2));
    pages.add(new SplitPage(2, List.of(), true));
    page();
    CodeSheets.Run both = new CodeSheets.Run(pages, FORM, true, true);
    assertThat(sheets.sort(both, pile(), 0).edits())
        .containsExactly(out(1), out(2), new PageEdit.Assign(3, BORN));
  }
}
