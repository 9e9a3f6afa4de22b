package vn.motcua.kiosk.paper;

import java.util.List;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.split.LeftOut;
import vn.motcua.kiosk.paper.split.SplitDocument;
import vn.motcua.kiosk.paper.split.SplitDoubt;

/**
 * A pile that became several files. Every page of the pile stands in one of them or is named here.
 *
 * @param documents in the order of the pile
 * @param leftOut pages that only separate; page numbers count all pages of the pile, from 1
 * @param doubts what a person must decide
 * @param skipped files of which no page could be had, by their place among the files from 1; empty
 *     unless damaged ones are to be left out
 */
public record Divided(
    List<Part> documents, List<LeftOut> leftOut, List<SplitDoubt> doubts, List<BadPage> skipped) {
  public Divided {
    documents = List.copyOf(documents);
    leftOut = List.copyOf(leftOut);
    doubts = List.copyOf(doubts);
    skipped = List.copyOf(skipped);
  }

  /** One file, and what its code sheet said of it. */
  public record Part(SplitDocument document, Digitised made) {}
}
