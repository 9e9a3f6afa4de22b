package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.List;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.scanner.FaultException;

/** What the machine sees on a page of a pile before it is in any document. */
public interface PageSight {
  /** Sees nothing: for a counter that only scans. */
  PageSight NONE =
      new PageSight() {
        @Override
        public SplitPage codes(Path picture, int number) {
          return new SplitPage(number, List.of(), false);
        }

        @Override
        public PageText text(Path picture) {
          return PageText.NONE;
        }

        @Override
        public void forget(Path picture) {
          // nothing is kept
        }
      };

  /**
   * Waits for the codes on a page.
   *
   * @param number of the page in its pile
   * @throws FaultException if it cannot be looked at
   */
  SplitPage codes(Path picture, int number) throws FaultException, InterruptedException;

  /**
   * Waits for the words on a page.
   *
   * @throws FaultException if it cannot be read
   */
  PageText text(Path picture) throws FaultException, InterruptedException;

  /** Nobody asks for this page any more. */
  void forget(Path picture);
}
