package vn.motcua.kiosk.payment;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.motcua.scanner.FaultException;

/**
 * Which column of a bank's CSV says what. Banks differ, so that it stands in a small file beside
 * the statement: lines {@code name=value}, {@code #} begins a remark.
 *
 * @param separator what parts the columns: comma, semicolon or tab
 * @param id the column with the bank's own number of the transfer
 * @param amount the column with the money that came in
 * @param purpose the column with what the payer wrote
 * @param thousands what groups digits in amounts: {@code .} or {@code ,} or nothing
 */
public record StatementMapping(
    char separator, String id, String amount, String purpose, String thousands) {
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t');
  private static final Map<String, String> THOUSANDS = Map.of("dot", ".", "comma", ",", "none", "");

  /**
   * Reads the text of a mapping: {@code separator} (comma, semicolon, tab), {@code id}, {@code
   * amount}, {@code purpose}, {@code thousands} (dot, comma, none).
   *
   * @throws FaultException with {@link PaymentFault.Mapping}, whose detail names what is wrong
   */
  public static StatementMapping read(String text) throws FaultException {
    Map<String, String> given = new TreeMap<>();
    for (String line : (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList()) {
      int equals = line.indexOf('=');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (equals < 1
          || given.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip())
              != null) {
        throw wrong(line);
      }
    }
    if (!given.keySet().equals(Set.of("separator", "id", "amount", "purpose", "thousands"))) {
      throw wrong("the names " + given.keySet());
    }
    Character separator = SEPARATORS.get(given.getOrDefault("separator", ""));
    String thousands = THOUSANDS.get(given.getOrDefault("thousands", ""));
    if (separator == null || thousands == null) {
      throw wrong(separator == null ? "separator" : "thousands");
    }
    return new StatementMapping(
        separator,
        given.getOrDefault("id", ""),
        given.getOrDefault("amount", ""),
        given.getOrDefault("purpose", ""),
        thousands);
  }

  private static FaultException wrong(String what) {
    return new FaultException(new PaymentFault.Mapping(), what);
  }
}
