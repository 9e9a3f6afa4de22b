package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.FaultException;

/**
 * A slip of the citizen terminal as a page 80 mm wide, as long as its text, for a receipt printer
 * that prints 72 mm of it.
 */
public final class TerminalSlip {
  private static final double WIDTH = 80 * Sheet.MM;
  private static final double SIDE = 4 * Sheet.MM;
  private static final double ROOM = WIDTH - 2 * SIDE;
  private static final double LEADING = 1.22;
  private static final double BAR_HEIGHT = 12 * Sheet.MM;
  private static final double MODULE = 0.36 * Sheet.MM;
  private static final double SQUARE = 40 * Sheet.MM;
  private static final double LARGEST = 72;

  private final Clock clock;

  /**
   * @param clock whose time the file bears
   */
  public TerminalSlip(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes the slip. Equal slips at an equal time give equal bytes.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(SlipText slip, Path out) throws FaultException {
    DocumentInfo info =
        new DocumentInfo(slip.title(), slip.title(), slip.language(), clock.instant());
    Sheet.write(info, out, (document, faces) -> draw(document, faces, slip));
  }

  private static void draw(ArchiveDocument document, Faces faces, SlipText slip)
      throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (SlipText.Line line : slip.lines()) {
      blocks.addAll(blocks(faces, line.kind(), Typesetting.clean(line.text())));
    }
    Stack all = new Stack(blocks);
    double height = all.height() + 2 * SIDE;
    PageContent content = new PageContent();
    all.draw(content, height - SIDE);
    Sheet.addPage(document, WIDTH, height, content);
  }

  private static List<Block> blocks(Faces faces, SlipText.Kind kind, String text) {
    List<Block> all = new ArrayList<>();
    switch (kind) {
      case CENTRE -> all.addAll(Line.centred(faces.bold(), 9.5, SIDE, ROOM, LEADING, text));
      case TITLE -> {
        all.add(Block.gap(5));
        all.addAll(Line.centred(faces.bold(), 13, SIDE, ROOM, LEADING, text));
        all.add(Block.gap(3));
      }
      case HUGE -> {
        double size = Typesetting.fit(faces.bold(), LARGEST, ROOM, text);
        all.addAll(Line.centred(faces.bold(), size, SIDE, ROOM, 1.05, text));
        all.add(Block.gap(4));
      }
      case ANSWER -> {
        all.add(Block.gap(4));
        all.addAll(Line.centred(faces.bold(), 15, SIDE, ROOM, LEADING, text));
      }
      case BODY -> {
        all.add(Block.gap(3));
        all.addAll(Line.centred(faces.regular(), 10.5, SIDE, ROOM, LEADING, text));
      }
      case SMALL -> {
        all.add(Block.gap(4));
        all.addAll(Line.centred(faces.regular(), 8.5, SIDE, ROOM, LEADING, text));
      }
      case QR_CODE -> {
        all.add(Block.gap(6));
        all.add(square(text));
        all.add(Block.gap(4));
      }
      case BAR_CODE -> {
        all.add(Block.gap(3));
        if (Codes.barCanCarry(text)) {
          all.add(bar(text));
        }
        double size = Math.max(8, Typesetting.fit(faces.bold(), 13, ROOM, text));
        all.addAll(Line.centred(faces.bold(), size, SIDE, ROOM, LEADING, text));
      }
    }
    return all;
  }

  private static Block square(String text) {
    return new Block() {
      @Override
      public double height() {
        return SQUARE;
      }

      @Override
      public void draw(PageContent page, double top) {
        Codes.qr(page, text, (WIDTH - SQUARE) / 2, top - SQUARE, SQUARE);
      }
    };
  }

  private static Block bar(String code) {
    double width = Math.min(ROOM + SIDE, Codes.barModules(code) * MODULE);
    return new Block() {
      @Override
      public double height() {
        return BAR_HEIGHT + 2;
      }

      @Override
      public void draw(PageContent page, double top) {
        Codes.bar(page, code, (WIDTH - width) / 2, top - BAR_HEIGHT, width, BAR_HEIGHT);
      }
    };
  }
}
