package vn.motcua.kiosk.paper.page;

import vn.motcua.scanner.Fault;

/**
 * One page cannot be used.
 *
 * @param defect what is wrong with it
 * @param page its place in the list that was given, from 1
 */
public record BadPage(Defect defect, int page) implements Fault {
  @Override
  public String code() {
    return defect.code();
  }
}
