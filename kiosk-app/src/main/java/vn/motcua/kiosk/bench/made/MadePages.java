package vn.motcua.kiosk.bench.made;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pages as Vietnamese offices have them, with their text: letters, forms filled in by hand, tables,
 * two columns, small print, stamps, photocopies, telephone pictures, blank backs. Nothing on them
 * was taken from a real paper. The same seed and faces give the same bytes; any page can be made
 * without those before it.
 */
public final class MadePages {
  /** Every kind is among the first twelve pages, the common ones several times. */
  private static final List<PageKind> TURN =
      List.of(
          PageKind.LETTER,
          PageKind.FORM,
          PageKind.STAMPED,
          PageKind.TABLE,
          PageKind.PHOTOCOPY,
          PageKind.COLUMNS,
          PageKind.LETTER,
          PageKind.SMALL_PRINT,
          PageKind.FORM,
          PageKind.PHONE,
          PageKind.STAMPED,
          PageKind.BLANK);

  private static final int MOST_SKEW = 3;
  private static final double HAND_SIZE = 14;

  private final long seed;
  private final Faces faces;

  public MadePages(long seed, Faces faces) {
    this.seed = seed;
    this.faces = faces;
  }

  /** The page at {@code number}, from 1; kinds come in turn. */
  public MadePage page(int number) {
    return page(number, TURN.get((number - 1) % TURN.size()));
  }

  /** The page at {@code number}, from 1, as one of {@code kind}. */
  public MadePage page(int number, PageKind kind) {
    // Seeds that differ by little give a Random that begins alike; the product parts them.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    int dpi = kind == PageKind.PHONE || random.nextInt(5) < 2 ? 200 : 300;
    double skew = kind == PageKind.PHONE ? 0 : (random.nextDouble() * 2 - 1) * MOST_SKEW;
    Sheet sheet = new Sheet(dpi, skew);
    Family family = faces.families().get(random.nextInt(faces.families().size()));
    new Composer(sheet, family, hand(random), random).draw(kind);
    return switch (kind) {
      case PHOTOCOPY -> copied(number, kind, sheet, random);
      case PHONE -> photographed(number, kind, sheet, random);
      default -> scanned(number, kind, sheet, random);
    };
  }

  /** Writes the first {@code count} pages, picture and text, into {@code folder}. */
  public List<Path> write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<Path> pictures = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      pictures.add(page(i).write(folder));
    }
    return pictures;
  }

  private Font hand(Random random) {
    List<Family> families = faces.families();
    return families.get(random.nextInt(families.size())).italic(HAND_SIZE);
  }

  private static MadePage scanned(int number, PageKind kind, Sheet sheet, Random random) {
    Raster page = sheet.raster();
    boolean colour = kind.stamped() || random.nextInt(4) == 0;
    page.soften();
    if (random.nextInt(3) == 0) {
      page.soften(); // a glass that nobody wipes
    }
    new Wear(random).scan(page, colour);
    int quality = 75 + random.nextInt(16);
    byte[] jpeg = Encoder.jpeg(page, colour, quality, sheet.dpi());
    return new MadePage(number, kind, "jpg", jpeg, sheet.lines(), sheet.words());
  }

  private static MadePage copied(int number, PageKind kind, Sheet sheet, Random random) {
    Raster page = sheet.raster();
    page.soften();
    Wear wear = new Wear(random);
    wear.copier(page);
    byte[] tiff = Encoder.bitonal(page, 120 + random.nextInt(50), sheet.dpi());
    return new MadePage(number, kind, "tif", tiff, sheet.lines(), sheet.words());
  }

  private static MadePage photographed(int number, PageKind kind, Sheet sheet, Random random) {
    Raster page = new Desk(random).seen(sheet.raster());
    page.soften();
    new Wear(random).photograph(page);
    byte[] jpeg = Encoder.jpeg(page, true, 80 + random.nextInt(10), 0);
    return new MadePage(number, kind, "jpg", jpeg, sheet.lines(), List.of());
  }
}
