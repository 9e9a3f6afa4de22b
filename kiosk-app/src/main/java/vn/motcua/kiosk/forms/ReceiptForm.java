package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.FaultException;

/**
 * Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 03/2025/TT-VPCP, Phụ lục I), on A5 upright
 * (148 × 210 mm) as PDF/A-2b. Long names and long lists first make the letters smaller, then go on
 * overleaf; nothing is cut.
 */
public final class ReceiptForm {
  static final String TITLE = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ";

  private static final double WIDTH = 148 * Sheet.MM;
  private static final double HEIGHT = 210 * Sheet.MM;
  private static final double SIDE = 9.5 * Sheet.MM;
  private static final double TOP = 8.5 * Sheet.MM;
  private static final double FOOT = 15 * Sheet.MM;
  private static final double ROOM = HEIGHT - TOP - FOOT - 4;

  /** Tried one after the other until the form fits on one page. */
  private static final double[] SCALES = {1.06, 1, 0.95, 0.9, 0.86};

  /** Used when it goes on overleaf: then there is room. */
  private static final double SCALE_OF_TWO = 0.95;

  private final Clock clock;

  public ReceiptForm(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes the form. Equal receipts at an equal time give equal bytes.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(Receipt receipt, Path out) throws FaultException {
    DocumentInfo info =
        new DocumentInfo(
            "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            receipt.dossierCode(),
            "vi",
            clock.instant());
    Sheet.write(info, out, (document, faces) -> draw(document, faces, receipt));
  }

  private static void draw(ArchiveDocument document, Faces faces, Receipt receipt)
      throws IOException {
    for (double scale : SCALES) {
      ReceiptLayout layout = new ReceiptLayout(faces, receipt, SIDE, WIDTH - 2 * SIDE, scale);
      List<Block> blocks = layout.blocks(false);
      if (blocks.stream().mapToDouble(Block::height).sum() <= ROOM) {
        paint(document, layout, List.of(blocks));
        return;
      }
    }
    ReceiptLayout layout = new ReceiptLayout(faces, receipt, SIDE, WIDTH - 2 * SIDE, SCALE_OF_TWO);
    paint(document, layout, pages(layout));
  }

  /** Fills page after page. A page that would end within the table repeats its head overleaf. */
  private static List<List<Block>> pages(ReceiptLayout layout) {
    List<List<Block>> pages = new ArrayList<>();
    List<Block> page = new ArrayList<>();
    double left = ROOM;
    for (Block block : layout.blocks(true)) {
      if (block.height() > left && !page.isEmpty()) {
        pages.add(page);
        page = new ArrayList<>(layout.overleaf(block));
        left = ROOM - page.stream().mapToDouble(Block::height).sum();
      }
      page.add(block);
      left -= block.height();
    }
    pages.add(page);
    return pages;
  }

  private static void paint(ArchiveDocument document, ReceiptLayout layout, List<List<Block>> pages)
      throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      PageContent content = new PageContent();
      double top = HEIGHT - TOP;
      for (Block block : pages.get(i)) {
        block.draw(content, top);
        top -= block.height();
      }
      layout.foot(i + 1, pages.size()).draw(content, FOOT);
      Sheet.addPage(document, WIDTH, HEIGHT, content);
    }
  }
}
