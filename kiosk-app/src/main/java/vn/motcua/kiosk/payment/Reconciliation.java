package vn.motcua.kiosk.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.Payment;

/**
 * Which awaited payments a statement confirms. Only one transfer that names one awaited payment and
 * has its exact amount is a confirmation; whatever else names one is reported, never guessed.
 *
 * @param confirmed the payments that are there
 * @param doubtful rows that a person must look at
 * @param foreign how many rows name no payment that is awaited
 */
public record Reconciliation(List<Match> confirmed, List<Doubt> doubtful, int foreign) {
  /** A payment and the transfer that made it. */
  public record Match(Payment payment, Statement.Row row) {}

  /**
   * A row that names payments and confirms none.
   *
   * @param row the transfer
   * @param payments those that it names
   * @param why what is doubtful
   */
  public record Doubt(Statement.Row row, List<Payment> payments, Why why) {
    public Doubt {
      payments = List.copyOf(payments);
    }
  }

  /** What is doubtful about a transfer. */
  public enum Why {
    /** More or less money than was asked for. */
    AMOUNT,
    /** It names several payments. */
    SEVERAL,
    /** Several transfers name the same payment. */
    TWICE,
    /** It names a payment that is confirmed already: the money came again. */
    PAID,
    /** The reference stands there, but runs into other letters or digits. */
    UNCLEAR
  }

  private record Sought(Payment payment, Pattern pattern) {}

  public Reconciliation {
    confirmed = List.copyOf(confirmed);
    doubtful = List.copyOf(doubtful);
  }

  /** Compares a statement with the payments that are awaited. */
  public static Reconciliation of(List<Statement.Row> rows, List<Payment> awaited) {
    return of(rows, awaited, List.of());
  }

  /**
   * Compares a statement with the payments that are awaited.
   *
   * @param paid those that are confirmed: whoever pays one again gets the money back
   */
  public static Reconciliation of(
      List<Statement.Row> rows, List<Payment> awaited, List<Payment> paid) {
    Map<Statement.Row, List<Payment>> named = new HashMap<>();
    Map<Payment, Integer> times = new HashMap<>();
    List<Sought> sought =
        awaited.stream().map(it -> new Sought(it, pattern(it.reference()))).toList();
    for (Statement.Row row : rows) {
      String purpose = row.purpose().toUpperCase(Locale.ROOT);
      List<Payment> names =
          sought.stream()
              .filter(one -> one.pattern().matcher(purpose).find())
              .map(Sought::payment)
              .toList();
      named.put(row, names);
      names.forEach(payment -> times.merge(payment, 1, Integer::sum));
    }
    List<Sought> done = paid.stream().map(it -> new Sought(it, pattern(it.reference()))).toList();
    List<Match> confirmed = new ArrayList<>();
    List<Doubt> doubtful = new ArrayList<>();
    int foreign = 0;
    for (Statement.Row row : rows) {
      List<Payment> names = named.getOrDefault(row, List.of());
      List<Payment> again = names.isEmpty() ? again(row, done) : List.of();
      List<Payment> unclear =
          names.isEmpty() && again.isEmpty() ? loosely(row, awaited) : List.of();
      if (!again.isEmpty()) {
        doubtful.add(new Doubt(row, again, Why.PAID));
      } else if (!unclear.isEmpty()) {
        doubtful.add(new Doubt(row, unclear, Why.UNCLEAR));
      } else if (names.isEmpty()) {
        foreign++;
      } else if (names.size() > 1) {
        doubtful.add(new Doubt(row, names, Why.SEVERAL));
      } else if (times.getOrDefault(names.getFirst(), 0) > 1) {
        doubtful.add(new Doubt(row, names, Why.TWICE));
      } else if (names.getFirst().amount() != row.amount()) {
        doubtful.add(new Doubt(row, names, Why.AMOUNT));
      } else {
        confirmed.add(new Match(names.getFirst(), row));
      }
    }
    return new Reconciliation(confirmed, doubtful, foreign);
  }

  private static List<Payment> again(Statement.Row row, List<Sought> done) {
    String purpose = row.purpose().toUpperCase(Locale.ROOT);
    return done.stream()
        .filter(one -> one.pattern().matcher(purpose).find())
        .map(Sought::payment)
        .toList();
  }

  private static List<Payment> loosely(Statement.Row row, List<Payment> awaited) {
    String plain = row.purpose().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return awaited.stream().filter(payment -> plain.contains(payment.reference())).toList();
  }

  /**
   * The reference as a whole word, whatever blanks, dots and hyphens a bank puts inside: 0003 is
   * not found in 00031.
   */
  private static Pattern pattern(String reference) {
    String inside =
        reference
            .chars()
            .mapToObj(c -> String.valueOf((char) c))
            .collect(Collectors.joining("[ .-]?"));
    return Pattern.compile("(?<![0-9A-Z])" + inside + "(?![0-9A-Z]|[ .-][0-9])");
  }
}
