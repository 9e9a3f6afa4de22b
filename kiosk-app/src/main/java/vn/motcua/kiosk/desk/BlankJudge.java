package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import vn.motcua.scanner.FaultException;

/**
 * Says of a picture whether it looks like a page with nothing on it. What it says is a proposal for
 * a person, never a reason to drop a page.
 */
@FunctionalInterface
public interface BlankJudge {
  /** Never proposes anything. */
  BlankJudge NEVER = _ -> false;

  /**
   * May take as long as decoding the picture does.
   *
   * @throws FaultException if it is no picture
   */
  boolean looksBlank(Path picture) throws FaultException;
}
