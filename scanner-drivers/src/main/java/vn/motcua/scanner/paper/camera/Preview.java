package vn.motcua.scanner.paper.camera;

import java.util.List;
import java.util.Optional;

/**
 * What the camera sees at this moment, for a person who lays the sheet right.
 *
 * @param picture at most 960 pixels wide
 * @param sheet where the sheet lies in it
 * @param doubts what speaks against taking it now, the weightiest first
 */
public record Preview(Picture picture, Optional<FoundSheet> sheet, List<Doubt> doubts) {
  public Preview {
    doubts = List.copyOf(doubts);
  }
}
