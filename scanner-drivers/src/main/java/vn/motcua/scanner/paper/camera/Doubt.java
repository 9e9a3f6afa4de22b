package vn.motcua.scanner.paper.camera;

import vn.motcua.scanner.Fault;

/**
 * Something that speaks against keeping a picture of a page, told to the person before the page is
 * accepted. Its sentences stand in {@code faults.properties} under its code.
 */
public sealed interface Doubt extends Fault {
  /** No sheet can be told from what it lies on; the whole picture is the page. */
  record NoSheet() implements Doubt {
    @Override
    public String code() {
      return "CAMERA-NO-SHEET";
    }
  }

  /** A part of the sheet lies outside the picture. */
  record CutOff() implements Doubt {
    @Override
    public String code() {
      return "CAMERA-CUT-OFF";
    }
  }

  /**
   * Edges are soft: moved, or out of focus.
   *
   * @param micrometres over which an edge spreads on the sheet
   */
  record Blur(int micrometres) implements Doubt {
    @Override
    public String code() {
      return "CAMERA-BLUR";
    }
  }

  /**
   * A lamp or a window is mirrored and hides what is written there.
   *
   * @param permille of the sheet that it covers, 0 to 1000
   */
  record Glare(int permille) implements Doubt {
    @Override
    public String code() {
      return "CAMERA-GLARE";
    }
  }

  /**
   * Too little light.
   *
   * @param paper brightness of the paper, 0 to 255
   */
  record TooDark(int paper) implements Doubt {
    @Override
    public String code() {
      return "CAMERA-DARK";
    }
  }

  /**
   * Too few pixels for an archive (NĐ 30/2020 Phụ lục I: 200 dpi).
   *
   * @param dpi dots per inch on the sheet
   */
  record TooSmall(int dpi) implements Doubt {
    @Override
    public String code() {
      return "CAMERA-SMALL";
    }
  }

  /** Seen from the side so much that the far part has lost detail. */
  record Skewed() implements Doubt {
    @Override
    public String code() {
      return "CAMERA-SKEWED";
    }
  }
}
