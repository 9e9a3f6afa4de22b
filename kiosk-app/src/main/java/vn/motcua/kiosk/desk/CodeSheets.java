package vn.motcua.kiosk.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.paper.split.DocumentSplit;
import vn.motcua.kiosk.paper.split.LeftOut;
import vn.motcua.kiosk.paper.split.SplitDocument;
import vn.motcua.kiosk.paper.split.SplitDoubt;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.paper.split.SplitResult;
import vn.motcua.scanner.Fault;

/**
 * Lays the pages of one run through the scanner to the papers of a checklist, by the separator
 * sheets among them. A sheet binds the pages up to the next sheet and no others; what it does not
 * say is told as a doubt and not guessed.
 */
public final class CodeSheets {
  /**
   * One run of pages through the scanner.
   *
   * @param pages what stands on them, in the order in which they came
   * @param scannedFor the paper that the officer scanned
   * @param bothSides whether the sheets were scanned on both sides
   * @param ended whether no page comes any more
   */
  public record Run(List<SplitPage> pages, String scannedFor, boolean bothSides, boolean ended) {
    public Run {
      pages = List.copyOf(pages);
    }
  }

  /**
   * Something that a person must decide.
   *
   * @param page the number of the page that raises it
   * @param fault what it is
   * @param pages the pages that it leaves without a paper; may be empty
   */
  public record Doubt(int page, Fault fault, List<Integer> pages) {
    public Doubt {
      pages = List.copyOf(pages);
    }
  }

  /**
   * What the sheets say.
   *
   * @param edits what is to be done with the pages; each can be taken back
   * @param doubts what they leave open, in the order of the pages
   */
  public record Sorted(List<PageEdit> edits, List<Doubt> doubts) {
    public Sorted {
      edits = List.copyOf(edits);
      doubts = List.copyOf(doubts);
    }
  }

  private final Map<String, String> papers = new LinkedHashMap<>();

  /**
   * @param procedure whose checklist it is
   */
  public CodeSheets(Procedure procedure) {
    for (int place = 1; place <= procedure.papers().size(); place++) {
      papers.put(
          SeparatorCode.of(procedure, place).paper(), procedure.papers().get(place - 1).name());
    }
  }

  /**
   * Sorts a run.
   *
   * @param pile the pile as it is now: pages that somebody took out or laid elsewhere already stay
   *     as they are
   * @param after pages up to this number were sorted before and are not touched again, whatever
   *     became of them
   */
  public Sorted sort(Run run, List<PilePage> pile, int after) {
    SplitResult split = DocumentSplit.of(run.pages(), run.bothSides(), Set.of());
    Map<Integer, PilePage> free =
        pile.stream()
            .filter(page -> page.number() > after && page.isKept())
            .filter(page -> page.paper().equals(run.scannedFor()))
            .collect(Collectors.toMap(PilePage::number, page -> page));
    List<PageEdit> edits = new ArrayList<>();
    Set<Integer> sheets = new HashSet<>();
    for (LeftOut left : split.leftOut()) {
      sheets.add(left.page());
      if (free.containsKey(left.page())) {
        edits.add(new PageEdit.Remove(left.page(), RemovalReason.SEPARATOR));
      }
    }
    List<Doubt> doubts = new ArrayList<>();
    for (SplitDoubt doubt : split.doubts()) {
      // While pages are still coming, one may follow.
      if (run.ended() || doubt.kind() != SplitDoubt.Kind.NOTHING_FOLLOWS) {
        doubts.add(new Doubt(doubt.page(), doubt, List.of()));
      }
    }
    for (SplitDocument document : split.documents()) {
      Optional<Fault> open = doubt(document, sheets, doubts);
      open.ifPresent(
          fault -> doubts.add(new Doubt(document.pages().getFirst(), fault, document.pages())));
      if (open.isEmpty() && !document.paper().isEmpty()) {
        assign(document, run.scannedFor(), free, edits);
      }
    }
    doubts.sort(java.util.Comparator.comparingInt(Doubt::page));
    return new Sorted(edits, doubts);
  }

  private Optional<Fault> doubt(SplitDocument document, Set<Integer> sheets, List<Doubt> raised) {
    // A dossier has its code only when it was received: every code on its pages is another one's.
    Optional<DossierCode> dossier = document.dossier();
    if (dossier.isPresent()) {
      return Optional.of(new SheetFault.OtherDossier(dossier.get().value()));
    }
    if (!document.paper().isEmpty()) {
      return papers.containsKey(document.paper())
          ? Optional.empty()
          : Optional.of(
              new SheetFault.UnknownPaper(
                  document.title().isEmpty() ? document.paper() : document.title()));
    }
    int sheet = document.pages().getFirst() - 1;
    boolean told = raised.stream().anyMatch(doubt -> doubt.page() == sheet);
    return sheets.contains(sheet) && !told
        ? Optional.of(new SheetFault.NoPaper())
        : Optional.empty();
  }

  private void assign(
      SplitDocument document,
      String scannedFor,
      Map<Integer, PilePage> free,
      List<PageEdit> edits) {
    String paper = papers.getOrDefault(document.paper(), scannedFor);
    if (!paper.equals(scannedFor)) {
      for (int page : document.pages()) {
        if (free.containsKey(page)) {
          edits.add(new PageEdit.Assign(page, paper));
        }
      }
    }
  }
}
