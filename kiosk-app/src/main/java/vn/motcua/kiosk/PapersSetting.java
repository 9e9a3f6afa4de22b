package vn.motcua.kiosk;

import java.util.regex.Pattern;

/**
 * What "Cần giấy tờ gì?" of a terminal can do beside the list itself.
 *
 * @param link a page of the centre's own about each procedure, {@code https://…} with {@code {0}}
 *     for its code; empty = there is none, and a phone gets the list as text
 * @param scanProfile the way of scanning that citizens use at the terminal; empty = none
 */
record PapersSetting(String link, String scanProfile) {
  /** Neither a page nor a scanner. */
  static final PapersSetting NONE = new PapersSetting("", "");

  private static final Pattern LINK = Pattern.compile("https://[^\\s{}]+\\{0}[^\\s{}]*");

  PapersSetting {
    if (!link.isEmpty() && !LINK.matcher(link).matches()) {
      throw new IllegalArgumentException("papers.link: https:// with {0} for the code");
    }
  }
}
