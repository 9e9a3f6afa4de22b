package vn.motcua.kiosk.paper.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.barcode.image.FoundCode;

/**
 * Finds the codes on a scanned page: QR, Code 128, PDF417 and patch bars, upright or turned by any
 * quarter, up to 5 degrees aslant. Looks over the whole page cheaply first and decodes only where a
 * code may stand. Holds nothing between pages; safe for use by several threads.
 */
public final class PageCodes {
  /** Above this the picture is halved: finer than any code is printed. */
  private static final double FINEST = 350;

  /** Millimetres: 14 of bars, which no code of ours is shorter than, and two margins of 6. */
  private static final double SHORTEST = 26;

  /** What a receipt's QR begins with: version, code and secret follow, divided by strokes. */
  private static final String RECEIPT = "MC1";

  /** The text of a Code 128 that some separator sheets bear instead of patch bars. */
  private static final String PATCH_IN_WORDS = "PATCHT";

  /** No text in print that means a dossier is longer. */
  private static final int LONGEST = 96;

  private final CodeSearch search = new CodeSearch();

  /**
   * The codes of a page, each once.
   *
   * @param page the red channel or grey, best as it was scanned; 200 dpi are enough for modules of
   *     0.25 mm
   * @param dpi its dots per inch, 100 to 1,200
   */
  public List<PageCode> on(GreyPix page, double dpi) {
    if (dpi > FINEST) {
      try (GreyPix half = page.scaled(0.5, 0.5)) {
        return on(half, dpi / 2);
      }
    }
    Ink ink = new Ink(page);
    Set<PageCode> codes = new LinkedHashSet<>();
    for (FinderAreas.Found place : new FinderAreas(ink).find(dpi)) {
      add(codes, search.squares(ink, place));
    }
    for (Area area : merged(new BarAreas(ink).find(dpi))) {
      if (Math.max(area.width(), area.height()) > SHORTEST * dpi / 25.4) {
        add(codes, search.bars(ink, area));
      }
    }
    new PatchReader(ink, dpi).read().forEach(patch -> codes.add(new PageCode.Bars(patch)));
    return List.copyOf(codes);
  }

  /**
   * What the text of a code means for a pile; the symbology is told for those that mean nothing.
   */
  static PageCode meaning(FoundCode found) {
    String text = found.text().orElse("");
    if (text.equals(PATCH_IN_WORDS)) {
      return new PageCode.Bars(Patch.T);
    }
    Optional<PageCode> known = Optional.empty();
    if (text.length() <= LONGEST * 2) {
      known =
          SeparatorCode.strict(text)
              .<PageCode>map(PageCode.Separator::new)
              .or(() -> dossier(text).map(PageCode.Dossier::new));
    }
    return known.orElseGet(() -> new PageCode.Other(found.symbology(), text));
  }

  private static Optional<DossierCode> dossier(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length == 3 && parts[0].equals(RECEIPT)) {
      return DossierCode.strict(parts[1]);
    }
    return parts.length == 1 ? DossierCode.read(text) : Optional.empty();
  }

  private static void add(Set<PageCode> codes, Collection<FoundCode> found) {
    found.forEach(code -> codes.add(meaning(code)));
  }

  /** Areas that overlap as one, so that nothing is searched twice. */
  private static List<Area> merged(List<Area> areas) {
    List<Area> left = new ArrayList<>(areas);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < left.size() && !again; i++) {
        for (int j = i + 1; j < left.size() && !again; j++) {
          if (left.get(i).touches(left.get(j))) {
            left.set(i, left.get(i).and(left.remove(j)));
            again = true;
          }
        }
      }
    }
    return left;
  }
}
