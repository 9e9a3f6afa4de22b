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
 * @param skipped pages that could not be had, by their numbers in the pile; empty unless damaged
 *     ones are to be left out. Others are named by their documents
 * @param origins where the pages of the pile came from, by their numbers from 1
 */
public record Divided(
    List<Part> documents,
    List<LeftOut> leftOut,
    List<SplitDoubt> doubts,
    List<BadPage> skipped,
    List<PageOrigin> origins) {
  public Divided {
    documents = List.copyOf(documents);
    leftOut = List.copyOf(leftOut);
    doubts = List.copyOf(doubts);
    skipped = List.copyOf(skipped);
    origins = List.copyOf(origins);
  }

  /** One file, and what its code sheet said of it. */
  public record Part(SplitDocument document, Digitised made) {}
}
