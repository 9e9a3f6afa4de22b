package vn.motcua.kiosk.paper.readback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.kiosk.dossier.DossierCode;

/** Finds dossier codes, also where no label says so: their form is like nothing else. */
final class CodeValue {
  private static final int MOST_TOKENS = 8;
  private static final int LONGEST = 60;

  /** TT 01/2018/TT-VPCP, which made the codes, is of 23 November 2018. */
  private static final LocalDate FIRST = LocalDate.of(2018, 11, 23);

  private static final Pattern HYPHENS = Pattern.compile("\\s*[\\p{Pd}~−]+\\s*");

  /** Date and number of the day at its end. */
  private static final Pattern TAIL = Pattern.compile(".*-[0-9OolI|SB]{6}-[0-9OolI|SB]{4,10}");

  private final Clock clock;

  CodeValue(Clock clock) {
    this.clock = clock;
  }

  /** After its label: at the beginning, blanks allowed. */
  Optional<Reading> read(List<Token> tokens) {
    return at(tokens, 0, true);
  }

  /** Every code in a row. */
  List<Reading> find(List<Token> row) {
    List<Reading> found = new ArrayList<>();
    int from = 0;
    while (from < row.size()) {
      Optional<Reading> code = mayBegin(row.get(from)) ? at(row, from, false) : Optional.empty();
      code.ifPresent(found::add);
      from += code.map(reading -> reading.tokens().size()).orElse(1);
    }
    return found;
  }

  private static boolean mayBegin(Token token) {
    return Digits.count(token.text()) >= 2 && token.text().matches("[0-9OolI|A-Za-z].*");
  }

  private Optional<Reading> at(List<Token> tokens, int from, boolean labelled) {
    StringBuilder text = new StringBuilder();
    List<Token> used = new ArrayList<>();
    Optional<Reading> best = Optional.empty();
    for (int i = from; i < tokens.size() && used.size() < MOST_TOKENS; i++) {
      text.append(used.isEmpty() ? "" : " ").append(tokens.get(i).text());
      used.add(tokens.get(i));
      if (text.length() > LONGEST) {
        break;
      }
      Optional<Reading> here = whole(text.toString().replaceAll("[.,;)]+$", ""), used, labelled);
      if (here.isPresent()) {
        best = here;
      }
    }
    return best;
  }

  private Optional<Reading> whole(String text, List<Token> used, boolean labelled) {
    String joined =
        HYPHENS.matcher(text.toUpperCase(Locale.ROOT).replace('L', 'l')).replaceAll("-");
    boolean formed = TAIL.matcher(joined).matches();
    if (!formed && !labelled) {
      return Optional.empty();
    }
    String mended = mend(joined);
    return DossierCode.read(mended)
        .filter(code -> isDay(code.day()))
        .map(code -> {
          Set<Reason> why = EnumSet.noneOf(Reason.class);
          boolean letters = !mended.equals(joined);
          if (letters) {
            why.add(Reason.LETTERS_AS_DIGITS);
          }
          boolean parted = text.strip().contains(" ");
          double quality = (formed ? 0.98 : 0.85) * (letters ? 0.85 : 1) * (parted ? 0.93 : 1);
          return new Reading(code.value(), used, quality, why);
        });
  }

  private boolean isDay(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LocalDate.now(clock).plusDays(1));
  }

  /** Digits where the layout has digits. */
  private static String mend(String code) {
    String[] parts = code.split("-", -1);
    for (int i = 1; i < parts.length; i++) {
      parts[i] = parts[i].length() >= 4 ? Digits.mend(parts[i]) : parts[i];
    }
    String[] agency = parts[0].split("(?<=\\.)|(?=\\.)", -1);
    for (int i = 0; i < agency.length; i++) {
      String group = agency[i];
      if (Digits.looksLikeDigits(group)) {
        agency[i] = Digits.mend(group);
      } else if (group.length() == 3 && group.charAt(0) >= 'A' && group.charAt(0) <= 'Y') {
        agency[i] = group.charAt(0) + Digits.mend(group.substring(1));
      }
    }
    parts[0] = String.join("", agency);
    return String.join("-", parts);
  }
}
