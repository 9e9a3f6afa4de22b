package vn.motcua.kiosk.payment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.scanner.FaultException;

/**
 * A bank's statement.
 *
 * @param rows the transfers that came in
 * @param unread rows that could not be understood; none is dropped in silence
 */
public record Statement(List<Row> rows, List<Unread> unread) {
  private static final int MOST_BYTES = 32 << 20;
  private static final int MOST_DIGITS = 13;

  /**
   * One transfer.
   *
   * @param line its line in the file, from 1
   * @param id the bank's own number of it
   * @param amount in đồng, 1 or more
   * @param purpose what the payer wrote
   */
  public record Row(int line, String id, long amount, String purpose) {}

  /**
   * A row that could not be understood.
   *
   * @param line its line in the file, from 1
   * @param why which field is wrong
   */
  public record Unread(int line, Why why) {}

  /** What is wrong with a row. */
  public enum Why {
    /** It has another number of columns than the heading. */
    COLUMNS,
    /** The bank's number is missing. */
    ID,
    /** The same number of the bank stands in the file twice. */
    TWICE,
    /** What should be an amount is none. */
    AMOUNT
  }

  public Statement {
    rows = List.copyOf(rows);
    unread = List.copyOf(unread);
  }

  /**
   * Reads a CSV (RFC 4180, UTF-8 with or without a mark at the beginning) whose first line names
   * the columns. A row whose amount is empty, nought or negative is money that went out, and left
   * out.
   *
   * @throws FaultException with {@link PaymentFault.Statement}
   */
  public static Statement read(byte[] file, StatementMapping mapping) throws FaultException {
    List<Csv.Line> records =
        Csv.read(text(file), mapping.separator())
            .orElseThrow(() -> wrong("a quotation mark without its partner"));
    if (records.isEmpty()) {
      throw wrong("no heading");
    }
    List<String> heading = records.getFirst().fields().stream().map(Statement::heading).toList();
    int id = column(heading, mapping.id());
    int amount = column(heading, mapping.amount());
    int purpose = column(heading, mapping.purpose());
    List<Row> rows = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Csv.Line one : records.subList(1, records.size())) {
      List<String> fields = one.fields();
      if (fields.size() != heading.size()) {
        unread.add(new Unread(one.line(), Why.COLUMNS));
        continue;
      }
      Optional<Long> money = money(fields.get(amount), mapping.thousands());
      String own = fields.get(id).strip();
      if (money.isEmpty()) {
        unread.add(new Unread(one.line(), Why.AMOUNT));
      } else if (money.get() > 0) {
        if (own.isEmpty() || !seen.add(own)) {
          unread.add(new Unread(one.line(), own.isEmpty() ? Why.ID : Why.TWICE));
        } else {
          rows.add(new Row(one.line(), own, money.get(), fields.get(purpose)));
        }
      }
    }
    return new Statement(rows, unread);
  }

  /** Groups must be whole: {@code 1.50} is not a hundred and fifty đồng. */
  private static Optional<Long> money(String field, String thousands) {
    String text = field.strip();
    if (text.isEmpty()) {
      return Optional.of(0L);
    }
    String sign = text.startsWith("-") ? "-" : "";
    String digits = text.substring(text.startsWith("-") || text.startsWith("+") ? 1 : 0);
    if (!thousands.isEmpty() && digits.contains(thousands)) {
      if (!digits.matches("[0-9]{1,3}(" + "\\" + thousands + "[0-9]{3})+")) {
        return Optional.empty();
      }
      digits = digits.replace(thousands, "");
    }
    return digits.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Optional.of(Long.parseLong(sign + digits))
        : Optional.empty();
  }

  /** Names of columns are the same however their accents are written. */
  private static String heading(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }

  private static int column(List<String> heading, String name) throws FaultException {
    int at = heading.indexOf(heading(name));
    if (at < 0 || heading.lastIndexOf(heading(name)) != at) {
      throw wrong("column " + name);
    }
    return at;
  }

  private static String text(byte[] file) throws FaultException {
    if (file.length > MOST_BYTES) {
      throw wrong("more than " + MOST_BYTES + " bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException not) {
      throw wrong("not UTF-8");
    }
  }

  private static FaultException wrong(String what) {
    return new FaultException(new PaymentFault.Statement(), what);
  }
}
