package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.FaultException;

/**
 * Separator sheets as an office prints them: A4, PDF/A-2b, one page a sheet. Each bears Patch T at
 * head and foot (so it may be fed either way round), a QR and a Code 128 that say which paper
 * begins behind it, and its name in letters that are read from a desk away.
 */
public final class SeparatorSheets {
  private static final double WIDTH = 210 * Sheet.MM;
  private static final double HEIGHT = 297 * Sheet.MM;
  private static final double SIDE = 22 * Sheet.MM;
  private static final double ROOM = WIDTH - 2 * SIDE;
  private static final double LEADING = 1.2;

  /** Most printers leave 4 mm white; scanners want 6 mm before the bars. */
  private static final double EDGE = 9 * Sheet.MM;

  private static final double BARS = 130 * Sheet.MM;
  private static final double QR = 52 * Sheet.MM;

  /** Coarse, so that worn copies of copies are still read. */
  private static final double BAR_MODULE = 0.5 * Sheet.MM;

  private static final double BAR_HEIGHT = 18 * Sheet.MM;

  /** Tried one after the other until the name needs at most three lines. */
  private static final double[] NAME_SIZES = {44, 38, 33, 28, 24};

  private final Clock clock;

  public SeparatorSheets(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes the sheets in one file. Equal sheets at an equal time give equal bytes.
   *
   * @param sheets at least one
   * @param bothSides every sheet twice, for a printer that prints on both sides
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(List<SeparatorSheet> sheets, boolean bothSides, Path out)
      throws FaultException {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("no sheet");
    }
    DocumentInfo info = new DocumentInfo("Tờ ngăn cách tài liệu", "", "vi", clock.instant());
    Sheet.write(
        info,
        out,
        (document, faces) -> {
          for (SeparatorSheet sheet : sheets) {
            for (int side = 0; side < (bothSides ? 2 : 1); side++) {
              draw(document, faces, sheet);
            }
          }
        });
  }

  private static void draw(ArchiveDocument document, Faces faces, SeparatorSheet sheet)
      throws IOException {
    PageContent content = new PageContent();
    double left = (WIDTH - BARS) / 2;
    PatchBars.draw(content, left, HEIGHT - EDGE, BARS, false);
    PatchBars.draw(content, left, EDGE, BARS, true);
    double top = HEIGHT - EDGE - PatchBars.HEIGHT - 14 * Sheet.MM;
    for (Block block : words(faces, sheet)) {
      block.draw(content, top);
      top -= block.height();
    }
    codes(content, faces, sheet.code());
    Sheet.addPage(document, WIDTH, HEIGHT, content);
  }

  private static List<Block> words(Faces faces, SeparatorSheet sheet) {
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(Line.centred(faces.bold(), 20, SIDE, ROOM, LEADING, "TỜ NGĂN CÁCH TÀI LIỆU"));
    blocks.addAll(
        Line.centred(
            faces.regular(),
            13,
            SIDE,
            ROOM,
            LEADING,
            sheet.code().equals(SeparatorCode.PLAIN)
                ? "Đặt tờ này giữa hai tài liệu."
                : "Đặt tờ này ngay trước giấy tờ sau đây:"));
    blocks.add(Block.gap(8 * Sheet.MM));
    blocks.addAll(name(faces, nameOf(sheet.code())));
    blocks.add(Block.gap(4 * Sheet.MM));
    if (!sheet.procedure().isEmpty()) {
      blocks.addAll(
          Line.centred(faces.regular(), 16, SIDE, ROOM, LEADING, "Thủ tục: " + sheet.procedure()));
    }
    return blocks;
  }

  private static String nameOf(SeparatorCode code) {
    if (!code.title().isEmpty()) {
      return code.title();
    }
    return code.paper().isEmpty() ? "Tài liệu mới" : code.paper();
  }

  private static List<Block> name(Faces faces, String name) {
    List<Block> lines = List.of();
    for (double size : NAME_SIZES) {
      lines = Line.centred(faces.bold(), size, SIDE, ROOM, LEADING, name);
      if (lines.size() <= 3) {
        break;
      }
    }
    return lines;
  }

  private static void codes(PageContent content, Faces faces, SeparatorCode code) {
    double foot = EDGE + PatchBars.HEIGHT + 12 * Sheet.MM;
    List<Block> advice = new ArrayList<>();
    advice.addAll(
        Line.centred(
            faces.regular(),
            12,
            SIDE,
            ROOM,
            LEADING,
            "Máy dùng tờ này để tách tài liệu; tờ này không nằm trong tài liệu."
                + " In lại khi mờ, rách. Không viết, đóng dấu lên các mã."));
    Stack note = new Stack(advice);
    note.draw(content, foot + note.height());
    double bars = foot + note.height() + 10 * Sheet.MM;
    double squares = bars;
    if (code.barText().isPresent()) {
      String text = code.barText().get();
      double width = Math.min(ROOM + SIDE, Codes.barModules(text) * BAR_MODULE);
      Codes.bar(content, text, (WIDTH - width) / 2, bars + 16, width, BAR_HEIGHT);
      Line.centred(faces.regular(), 13, SIDE, ROOM, LEADING, text)
          .forEach(line -> line.draw(content, bars + 14));
      squares = bars + 16 + BAR_HEIGHT + 8 * Sheet.MM;
    }
    Codes.qr(content, code.qrText(), (WIDTH - QR) / 2, squares, QR);
  }
}
