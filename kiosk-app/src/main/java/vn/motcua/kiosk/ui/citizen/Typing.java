package vn.motcua.kiosk.ui.citizen;

import java.util.OptionalInt;
import vn.motcua.kiosk.dossier.LookupSecret;

/** What a key does to a page on which something is typed. */
final class Typing {
  private static final int LONGEST_CODE = 40;

  private Typing() {}

  /** The page after {@code key}; the same if it takes no such key. */
  static Page key(Page page, char key) {
    return switch (page) {
      case Page.SixDigits(String typed)
          when typed.length() < CardWay.CAN_DIGITS && key >= '0' && key <= '9' ->
          new Page.SixDigits(typed + key);
      case Page.TypeCode(String typed, OptionalInt left) when typed.length() < LONGEST_CODE ->
          new Page.TypeCode(typed + key, left);
      case Page.TypeSecret(String code, String typed, OptionalInt left)
          when typed.length() < LookupSecret.LENGTH ->
          new Page.TypeSecret(code, typed + key, left);
      default -> page;
    };
  }

  /** The page without the character that was typed last. */
  static Page erase(Page page) {
    return switch (page) {
      case Page.SixDigits(String typed) -> new Page.SixDigits(shorter(typed));
      case Page.TypeCode(String typed, OptionalInt left) -> new Page.TypeCode(shorter(typed), left);
      case Page.TypeSecret(String code, String typed, OptionalInt left) ->
          new Page.TypeSecret(code, shorter(typed), left);
      default -> page;
    };
  }

  /** Whether what was typed is complete. */
  static boolean isComplete(Page page) {
    return switch (page) {
      case Page.SixDigits(String typed) -> typed.length() == CardWay.CAN_DIGITS;
      case Page.TypeCode(String typed, _) -> !typed.isBlank();
      case Page.TypeSecret(_, String typed, _) -> typed.length() == LookupSecret.LENGTH;
      default -> false;
    };
  }

  private static String shorter(String typed) {
    return typed.isEmpty() ? typed : typed.substring(0, typed.length() - 1);
  }
}
