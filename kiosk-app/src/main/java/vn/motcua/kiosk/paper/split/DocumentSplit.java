package vn.motcua.kiosk.paper.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * Divides a pile into documents by the codes on its pages.
 *
 * <ul>
 *   <li>A separator sheet begins a document and stands in none. What it names (paper, dossier) is
 *       said of the document behind it and of no other.
 *   <li>A page with a dossier's code begins a document that is bound to it, or goes on with the one
 *       that is; the same code on every page makes one document.
 *   <li>Pages without a code go on with the document before them; those before the first code are a
 *       document of their own.
 *   <li>The blank back of a separator belongs to the separator.
 *   <li>Codes that mean nothing here never divide. Codes that contradict each other on one page are
 *       a doubt, and nothing is bound.
 * </ul>
 */
public final class DocumentSplit {
  private final boolean bothSides;
  private final Set<Integer> restored;
  private final List<SplitDocument> documents = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<SplitDoubt> doubts = new ArrayList<>();

  private String paper = "";
  private String title = "";
  private Optional<DossierCode> dossier = Optional.empty();
  private final List<Integer> pages = new ArrayList<>();

  /** The separator that began the document in work; 0 if none did. */
  private int separator;

  /** How many pages just before this one are separators. */
  private int separatorsBefore;

  private DocumentSplit(boolean bothSides, Set<Integer> restored) {
    this.bothSides = bothSides;
    this.restored = restored;
  }

  /**
   * Divides {@code pile}.
   *
   * @param bothSides whether sheets were scanned on both sides, or nobody knows; then a blank page
   *     behind a separator is its back
   * @param restored numbers of pages that somebody wants kept although they only separate; they
   *     stand in the document that they begin
   * @throws IllegalArgumentException unless the numbers rise
   */
  public static SplitResult of(List<SplitPage> pile, boolean bothSides, Set<Integer> restored) {
    DocumentSplit split = new DocumentSplit(bothSides, Set.copyOf(restored));
    int before = 0;
    for (SplitPage page : pile) {
      if (page.number() <= before) {
        throw new IllegalArgumentException("page " + page.number() + " after " + before);
      }
      before = page.number();
      split.take(page);
    }
    split.finish();
    return new SplitResult(split.documents, split.leftOut, split.doubts);
  }

  private void take(SplitPage page) {
    PageMarks marks = PageMarks.of(page.codes());
    if (marks.separates()) {
      separate(page.number(), marks);
      separatorsBefore++;
      return;
    }
    // Two separators in a row may be the two sides of one sheet, whose back is taken then.
    boolean back = bothSides && page.blank() && separatorsBefore % 2 == 1;
    separatorsBefore = 0;
    if (back && marks.dossiers().isEmpty()) {
      leaveOut(page.number(), LeftOut.Reason.SEPARATOR_BACK);
    } else {
      content(page.number(), marks);
    }
  }

  private void separate(int number, PageMarks marks) {
    if (!pages.isEmpty()) {
      finish();
    } else if (contradicts(marks)) {
      finish(); // the sheet before announced something else, which is missing
    }
    if (marks.papers().size() > 1) {
      doubts.add(new SplitDoubt(SplitDoubt.Kind.SEVERAL_PAPERS, number));
    }
    if (marks.dossiers().size() > 1) {
      doubts.add(new SplitDoubt(SplitDoubt.Kind.SEVERAL_DOSSIERS, number));
    }
    separator = number;
    paper = paper.isEmpty() ? marks.paper() : paper;
    title = title.isEmpty() ? marks.title() : title;
    dossier = dossier.or(marks::dossier);
    leaveOut(number, LeftOut.Reason.SEPARATOR);
  }

  private boolean contradicts(PageMarks marks) {
    boolean otherPaper =
        !paper.isEmpty() && !marks.papers().isEmpty() && !marks.paper().equals(paper);
    boolean otherDossier =
        dossier.isPresent() && !marks.dossiers().isEmpty() && !marks.dossier().equals(dossier);
    return otherPaper || otherDossier;
  }

  private void content(int number, PageMarks marks) {
    if (marks.dossiers().size() > 1) {
      if (!pages.isEmpty()) {
        finish();
      }
      dossier = Optional.empty();
      doubts.add(new SplitDoubt(SplitDoubt.Kind.SEVERAL_DOSSIERS, number));
    } else if (marks.dossier().isPresent() && !marks.dossier().equals(dossier)) {
      bind(number, marks);
    }
    pages.add(number);
  }

  private void bind(int number, PageMarks marks) {
    if (pages.isEmpty() && dossier.isEmpty()) {
      dossier = marks.dossier();
      return;
    }
    if (separator > 0 && !paper.isEmpty() && dossier.isEmpty()) {
      doubts.add(new SplitDoubt(SplitDoubt.Kind.CODE_WITHIN_PAPER, number));
    }
    finish();
    dossier = marks.dossier();
  }

  private void leaveOut(int number, LeftOut.Reason reason) {
    if (restored.contains(number)) {
      pages.add(number);
    } else {
      leftOut.add(new LeftOut(number, reason));
    }
  }

  private void finish() {
    if (!pages.isEmpty()) {
      documents.add(new SplitDocument(paper, title, dossier, pages));
    } else if (separator > 0 && (!paper.isEmpty() || dossier.isPresent())) {
      doubts.add(new SplitDoubt(SplitDoubt.Kind.NOTHING_FOLLOWS, separator));
    }
    paper = "";
    title = "";
    dossier = Optional.empty();
    pages.clear();
    separator = 0;
  }
}
