package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sexes, telephone numbers, register numbers and addresses. */
final class OtherValues {
  /** Mobile numbers since 2018 and fixed lines since 2017; +84 stands for the 0. */
  private static final Pattern PHONE = Pattern.compile("0[35789][0-9]{8}|02[0-9]{9}");

  /** A year between slashes, and the letters of a special register. */
  private static final Pattern REGISTER =
      Pattern.compile(
          "([0-9]{1,5})(?:\\s?/\\s?((?:19|20)[0-9]{2}))?(?:\\s?[-–/]\\s?(\\p{Lu}{2,4}(?:-\\p{Lu}{2})?))?");

  private static final int PHONE_GROUPS = 6;
  private static final int MOST_ADDRESS = 200;

  /** Words that nearly every address has, without diacritics. */
  private static final Pattern PLACE =
      Pattern.compile(
          ".*\\b(?:xa|phuong|thi tran|thon|ap|ban|buon|lang|xom|khom|to|khu pho|quan|huyen|thi xa|tinh"
              + "|thanh pho|tp|duong|pho|ngo|hem|so|kp|tdp|kdc|khu)\\b.*");

  private OtherValues() {}

  /** The first word after the label; both words together are a box to tick. */
  static Optional<Reading> sex(List<Token> tokens) {
    Optional<Reading> found = Optional.empty();
    for (int i = 0; i < Math.min(4, tokens.size()); i++) {
      String word = tokens.get(i).text().replaceAll("[^\\p{L}]", "");
      boolean male = Plain.fold(word).equals("nam") || word.equalsIgnoreCase("male");
      boolean female = word.matches("(?i)n[ữửừứự]|nu|female");
      if (!male && !female) {
        continue;
      }
      if (found.isPresent()) {
        return found.get().value().equals(male ? "Nam" : "Nữ") ? found : Optional.empty();
      }
      boolean exact = word.matches("Nam|NAM|nam|Nữ|NỮ|nữ|Male|Female");
      double quality = (i == 0 ? 0.98 : 0.8) * (exact ? 1 : 0.8);
      found =
          Optional.of(new Reading(male ? "Nam" : "Nữ", List.of(tokens.get(i)), quality, Set.of()));
    }
    return found;
  }

  static Optional<Reading> phone(List<Token> tokens) {
    for (int from = 0; from < Math.min(4, tokens.size()); from++) {
      StringBuilder number = new StringBuilder();
      StringBuilder raw = new StringBuilder();
      List<Token> used = new ArrayList<>();
      for (int i = from; i < tokens.size() && used.size() < PHONE_GROUPS; i++) {
        String own = tokens.get(i).text().replaceAll("[().,;:\\-–]", "");
        String plus = own.startsWith("+84") ? "0" + own.substring(3) : own;
        if (plus.isEmpty() || !(Digits.looksLikeDigits(plus) || plus.matches("[0-9OolI]+"))) {
          break;
        }
        raw.append(plus);
        number.append(Digits.mend(plus));
        used.add(tokens.get(i));
        if (PHONE.matcher(number).matches()) {
          boolean mended = Digits.count(raw.toString()) < raw.length();
          return Optional.of(
              new Reading(
                  number.toString(),
                  used,
                  mended ? 0.8 : 0.97,
                  mended ? EnumSet.of(Reason.LETTERS_AS_DIGITS) : Set.of()));
        }
      }
      if (number.length() >= 8 && number.length() <= 12) {
        return Optional.of(
            new Reading(number.toString(), used, 0.2, Set.of(Reason.COUNT_OF_DIGITS)));
      }
    }
    return Optional.empty();
  }

  static Optional<Reading> register(List<Token> tokens) {
    List<Token> first = tokens.subList(0, Math.min(4, tokens.size()));
    for (int to = first.size(); to > 0; to--) {
      String text = Row.text(first.subList(0, to)).replaceAll("[.,;]$", "");
      Matcher found = REGISTER.matcher(text);
      if (found.matches()) {
        String year = found.group(2);
        String letters = found.group(3);
        String value =
            found.group(1)
                + (year == null ? "" : "/" + year)
                + (letters == null ? "" : "-" + letters);
        return Optional.of(
            new Reading(value, first.subList(0, to), year == null ? 0.7 : 0.95, Set.of()));
      }
    }
    return Optional.empty();
  }

  static Optional<Reading> address(List<Token> tokens) {
    List<Token> used = new ArrayList<>();
    int length = 0;
    boolean cut = false;
    for (Token token : tokens) {
      length += token.text().length() + 1;
      cut = length > MOST_ADDRESS;
      if (token.text().equals(";") || cut) {
        break;
      }
      used.add(token);
    }
    if (used.isEmpty()) {
      return Optional.empty();
    }
    String value =
        Row.text(used).replaceAll("^[\\s,.:;-]+|[\\s,.:;-]+$", "").replaceAll("\\s+([,.])", "$1");
    long letters = value.chars().filter(Character::isLetter).count();
    if (letters < 4 || letters * 2 < value.length()) {
      return Optional.empty();
    }
    boolean place = PLACE.matcher(Plain.fold(value)).matches() || value.contains(",");
    double words = Math.max(0.8, 1 - 0.004 * value.length());
    double whole = cut ? 0.6 : 1;
    return Optional.of(
        new Reading(
            value,
            used,
            (place ? 1 : 0.6) * words * whole,
            cut ? Set.of(Reason.VALUE_CUT) : Set.of()));
  }
}
