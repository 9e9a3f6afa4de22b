package vn.motcua.kiosk.paper.split;

import java.util.List;

/**
 * A pile in documents. Every page of the pile stands either in one document or among those left
 * out, in its order.
 */
public record SplitResult(
    List<SplitDocument> documents, List<LeftOut> leftOut, List<SplitDoubt> doubts) {
  public SplitResult {
    documents = List.copyOf(documents);
    leftOut = List.copyOf(leftOut);
    doubts = List.copyOf(doubts);
  }
}
