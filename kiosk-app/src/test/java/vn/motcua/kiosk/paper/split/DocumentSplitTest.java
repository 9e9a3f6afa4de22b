package vn.motcua.kiosk.paper.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.scanner.barcode.image.Symbology;

class DocumentSplitTest {
  private static final PageCode A = sheet("A", "Tờ khai");
  private static final PageCode A_BAR = sheet("A", "");
  private static final PageCode B = sheet("B", "Giấy chứng sinh");
  private static final PageCode T = new PageCode.Bars(Patch.T);
  private static final PageCode PATCH_3 = new PageCode.Bars(Patch.THREE);
  private static final PageCode D1 = dossier("H48.025.16-261122-0003");
  private static final PageCode D2 = dossier("H48.025.16-261122-0004");
  private static final PageCode EAN = new PageCode.Other(Symbology.CODE_128, "8934563138165");
  private static final PageCode CARD =
      new PageCode.Other(Symbology.QR, "051191407263||Nguyễn Thị Ánh|12031991|Nữ|X|18052022");

  private static PageCode sheet(String paper, String title) {
    return new PageCode.Separator(new SeparatorCode(paper, title));
  }

  private static PageCode dossier(String code) {
    return new PageCode.Dossier(new DossierCode(code));
  }

  private static PageCode[] page(PageCode... codes) {
    return codes;
  }

  private static SplitResult split(boolean bothSides, Set<Integer> restored, PageCode[]... pages) {
    List<SplitPage> pile = new ArrayList<>();
    for (PageCode[] codes : pages) {
      pile.add(new SplitPage(pile.size() + 1, Arrays.asList(codes), false));
    }
    return DocumentSplit.of(pile, bothSides, restored);
  }

  private static SplitResult split(PageCode[]... pages) {
    return split(true, Set.of(), pages);
  }

  private static List<List<Integer>> pages(SplitResult result) {
    return result.documents().stream().map(SplitDocument::pages).toList();
  }

  private static List<SplitDoubt.Kind> doubts(SplitResult result) {
    return result.doubts().stream().map(SplitDoubt::kind).toList();
  }

  @Test
  void aSeparatorBeginsAPaperAndStandsInNone() {
    SplitResult result = split(page(A, A_BAR, T), page(), page(), page(B), page());
    assertThat(result.documents())
        .containsExactly(
            new SplitDocument("A", "Tờ khai", Optional.empty(), List.of(2, 3)),
            new SplitDocument("B", "Giấy chứng sinh", Optional.empty(), List.of(5)));
    assertThat(result.leftOut())
        .containsExactly(
            new LeftOut(1, LeftOut.Reason.SEPARATOR), new LeftOut(4, LeftOut.Reason.SEPARATOR));
    assertThat(result.doubts()).isEmpty();
  }

  @Test
  void pagesBeforeTheFirstSeparatorAreADocumentOfTheirOwn() {
    SplitResult result = split(page(), page(), page(T), page());
    assertThat(pages(result)).containsExactly(List.of(1, 2), List.of(4));
    assertThat(result.documents()).allMatch(document -> document.paper().isEmpty());
  }

  @Test
  void aCodeBindsItsOwnDocumentAndNeverTheNext() {
    SplitResult result =
        split(page(D1), page(), page(T), page(), page(D2), page(A), page(), page(B, D1), page());
    assertThat(result.documents())
        .extracting(SplitDocument::dossier, SplitDocument::paper, SplitDocument::pages)
        .containsExactly(
            tuple(of(D1), "", List.of(1, 2)),
            tuple(Optional.empty(), "", List.of(4)),
            tuple(of(D2), "", List.of(5)),
            tuple(Optional.empty(), "A", List.of(7)),
            tuple(of(D1), "B", List.of(9)));
    assertThat(result.leftOut()).extracting(LeftOut::page).containsExactly(3, 6, 8);
  }

  private static Optional<DossierCode> of(PageCode code) {
    return Optional.of(((PageCode.Dossier) code).code());
  }

  @Test
  void theSameCodeOnEveryPageIsOneDocument() {
    assertThat(pages(split(page(D1), page(D1), page(), page(D1), page(D2), page(D2))))
        .containsExactly(List.of(1, 2, 3, 4), List.of(5, 6));
    assertThat(pages(split(page(A), page(D1), page(D1)))).containsExactly(List.of(2, 3));
    assertThat(pages(split(page(A, D1), page(D1), page()))).containsExactly(List.of(2, 3));
  }

  @Test
  void codesThatMeanNothingHereNeverDivide() {
    SplitResult result = split(page(EAN), page(CARD), page(PATCH_3), page(EAN, CARD));
    assertThat(pages(result)).containsExactly(List.of(1, 2, 3, 4));
    assertThat(result.leftOut()).isEmpty();
    assertThat(result.doubts()).isEmpty();
  }

  @Test
  void separatorsInARowAndAtTheEnd() {
    SplitResult agree = split(page(T), page(A), page(), page(T));
    assertThat(pages(agree)).containsExactly(List.of(3));
    assertThat(agree.documents().getFirst().paper()).isEqualTo("A");
    assertThat(agree.doubts()).isEmpty();

    SplitResult missing = split(page(A), page(B), page(), page(A));
    assertThat(pages(missing)).containsExactly(List.of(3));
    assertThat(missing.documents().getFirst().paper()).isEqualTo("B");
    assertThat(missing.doubts())
        .containsExactly(
            new SplitDoubt(SplitDoubt.Kind.NOTHING_FOLLOWS, 1),
            new SplitDoubt(SplitDoubt.Kind.NOTHING_FOLLOWS, 4));
    assertThat(split(page(T), page(T)).documents()).isEmpty();
  }

  @Test
  void theBlankBackBelongsToTheSeparator() {
    List<SplitPage> pile =
        List.of(
            new SplitPage(1, List.of(A), false),
            new SplitPage(2, List.of(), true),
            new SplitPage(3, List.of(), true),
            new SplitPage(4, List.of(), false));
    SplitResult duplex = DocumentSplit.of(pile, true, Set.of());
    assertThat(duplex.leftOut())
        .containsExactly(
            new LeftOut(1, LeftOut.Reason.SEPARATOR),
            new LeftOut(2, LeftOut.Reason.SEPARATOR_BACK));
    assertThat(pages(duplex)).containsExactly(List.of(3, 4));
    assertThat(pages(DocumentSplit.of(pile, false, Set.of()))).containsExactly(List.of(2, 3, 4));
  }

  @Test
  void aSeparatorPrintedOnBothSidesIsOneAndHasNoBlankBack() {
    List<SplitPage> pile =
        List.of(
            new SplitPage(1, List.of(A), false),
            new SplitPage(2, List.of(A), false),
            new SplitPage(3, List.of(), true),
            new SplitPage(4, List.of(), false));
    SplitResult result = DocumentSplit.of(pile, true, Set.of());
    assertThat(pages(result)).containsExactly(List.of(3, 4));
    assertThat(result.doubts()).isEmpty();
  }

  @Test
  void contradictionsAreDoubtsAndNothingIsBound() {
    SplitResult several = split(page(D1), page(D1, D2), page());
    assertThat(several.documents())
        .extracting(SplitDocument::dossier, SplitDocument::pages)
        .containsExactly(tuple(of(D1), List.of(1)), tuple(Optional.empty(), List.of(2, 3)));
    assertThat(several.doubts())
        .containsExactly(new SplitDoubt(SplitDoubt.Kind.SEVERAL_DOSSIERS, 2));

    SplitResult papers = split(page(A, B), page());
    assertThat(papers.documents())
        .containsExactly(new SplitDocument("", "", Optional.empty(), List.of(2)));
    assertThat(doubts(papers)).containsExactly(SplitDoubt.Kind.SEVERAL_PAPERS);

    SplitResult within = split(page(A), page(), page(D1));
    assertThat(pages(within)).containsExactly(List.of(2), List.of(3));
    assertThat(within.documents().getFirst().dossier()).isEmpty();
    assertThat(doubts(within)).containsExactly(SplitDoubt.Kind.CODE_WITHIN_PAPER);
  }

  @Test
  void aSeparatorThatSomebodyWantsKeptBeginsItsDocument() {
    SplitResult result = split(true, Set.of(2), page(), page(A), page());
    assertThat(pages(result)).containsExactly(List.of(1), List.of(2, 3));
    assertThat(result.leftOut()).isEmpty();
    assertThat(result.documents().getLast().paper()).isEqualTo("A");
  }

  @Test
  void numbersMustRise() {
    SplitPage page = new SplitPage(2, List.of(), false);
    assertThatThrownBy(() -> DocumentSplit.of(List.of(page, page), true, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Piles of every kind: no page is lost, none stands twice, the order is kept, no code leaks. */
  @Test
  void everyPageStandsOnceAndInOrder() {
    Random random = new Random(20261125);
    PageCode[] all = {A, A_BAR, B, T, PATCH_3, D1, D2, EAN, CARD};
    for (int round = 0; round < 4_000; round++) {
      List<SplitPage> pile = new ArrayList<>();
      int number = 0;
      for (int i = random.nextInt(14); i > 0; i--) {
        List<PageCode> codes = new ArrayList<>();
        for (int c = random.nextInt(8) - 5; c > 0; c--) {
          codes.add(all[random.nextInt(all.length)]);
        }
        if (random.nextInt(3) == 0) {
          codes.add(all[random.nextInt(all.length)]);
        }
        number += 1 + random.nextInt(2);
        pile.add(new SplitPage(number, codes, random.nextInt(4) == 0));
      }
      SplitResult result = DocumentSplit.of(pile, random.nextBoolean(), Set.of());

      List<Integer> inDocuments = new ArrayList<>();
      result.documents().forEach(document -> inDocuments.addAll(document.pages()));
      assertThat(inDocuments).isSorted().doesNotHaveDuplicates();
      assertThat(result.leftOut()).extracting(LeftOut::page).isSorted();
      List<Integer> everywhere = new ArrayList<>(inDocuments);
      result.leftOut().forEach(left -> everywhere.add(left.page()));
      assertThat(everywhere)
          .containsExactlyInAnyOrderElementsOf(pile.stream().map(SplitPage::number).toList());
      assertNoLeak(pile, result);
    }
  }

  /** A document's dossier stands on one of its pages, or on a separator right before it. */
  private static void assertNoLeak(List<SplitPage> pile, SplitResult result) {
    int before = 0;
    for (SplitDocument document : result.documents()) {
      int from = before;
      int last = document.pages().getLast();
      document
          .dossier()
          .ifPresent(code ->
              assertThat(pile)
                  .anyMatch(page ->
                      page.number() > from
                          && page.number() <= last
                          && page.codes().contains(new PageCode.Dossier(code))));
      // Nobody else's code stands on its pages, unless that page contradicts itself.
      pile.stream()
          .filter(page -> document.pages().contains(page.number()))
          .map(page -> PageMarks.of(page.codes()).dossiers())
          .filter(codes -> codes.size() == 1)
          .forEach(codes -> assertThat(document.dossier()).contains(codes.iterator().next()));
      before = last;
    }
  }
}
