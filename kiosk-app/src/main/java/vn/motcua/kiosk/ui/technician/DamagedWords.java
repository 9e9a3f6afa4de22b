package vn.motcua.kiosk.ui.technician;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * Says where a profile's file is damaged. The reason that the reader of the file gives is written
 * for programmers and in English; the screen shows the file and the place.
 */
final class DamagedWords {
  private static final Pattern REASON = Pattern.compile("(.+?\\.json): (.*)", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile(": line ([0-9]+)$");
  private static final Pattern KEY = Pattern.compile("^([a-z]+): ");

  private DamagedWords() {}

  /**
   * The file, and the line or the key if the reason names one.
   *
   * @param reason as in {@link vn.motcua.kiosk.desk.ProfileList#damaged}
   */
  static String of(String reason, Texts texts) {
    Matcher parts = REASON.matcher(reason);
    if (!parts.matches()) {
      return reason;
    }
    String file = parts.group(1);
    Matcher line = LINE.matcher(parts.group(2));
    if (line.find()) {
      return texts.get("profile.damaged.line", file, line.group(1));
    }
    Matcher key = KEY.matcher(parts.group(2));
    return key.find() ? texts.get("profile.damaged.key", file, key.group(1)) : file;
  }
}
