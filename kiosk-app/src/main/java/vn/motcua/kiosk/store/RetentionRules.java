package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.store.chain.Sha256;
import vn.motcua.scanner.FaultException;

/**
 * How long what is kept of ended dossiers: dated data of the centre, not code. What has no months
 * is kept for ever.
 *
 * @param version its date
 * @param sha256 of the file, 64 hexadecimal digits: stands in the record of every erasure
 * @param rules one for a procedure before one for all
 */
public record RetentionRules(String version, String sha256, List<Rule> rules) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 1 << 20;
  private static final int MOST_MONTHS = 12 * 200;

  /** Stands for all procedures. */
  static final String ALL = "*";

  public RetentionRules {
    rules = List.copyOf(rules);
  }

  /** What can be erased of a dossier. */
  public enum What {
    /** Names, numbers, addresses, telephones, reasons and notes, and what it is found by. */
    PERSONAL,
    /** Scans, receipts and results. */
    FILES,
    /** Pictures of pages that were taken out before it was received. */
    REMOVED_PAGES
  }

  /**
   * One rule.
   *
   * @param id its name in the record of an erasure
   * @param procedure the code of a procedure, or {@code *} for all
   * @param what what it is about
   * @param months after the end of the dossier, 1 to 2,400; empty: kept
   * @param confirmed whether a text of law was seen that says so
   * @param source which one, or that none was
   */
  public record Rule(
      String id,
      String procedure,
      What what,
      Optional<Integer> months,
      boolean confirmed,
      String source) {}

  /** Those that come with the program: keep everything. */
  public static RetentionRules shipped() {
    try {
      return read(Resources.retention().getBytes(StandardCharsets.UTF_8));
    } catch (FaultException impossible) {
      throw new IllegalStateException("the program's own rules", impossible);
    }
  }

  /**
   * Those of a file.
   *
   * @throws FaultException with {@link RetentionFault.BadRules}
   */
  public static RetentionRules read(Path file) throws FaultException {
    try {
      if (Files.size(file) > LONGEST) {
        throw new FaultException(new RetentionFault.BadRules(), "too long");
      }
      return read(Files.readAllBytes(file));
    } catch (IOException trouble) {
      throw new FaultException(new RetentionFault.BadRules(), trouble);
    }
  }

  private static RetentionRules read(byte[] bytes) throws FaultException {
    try {
      JsonNode all = JSON.readTree(bytes);
      List<Rule> rules = new ArrayList<>();
      for (JsonNode each : all.required("rules")) {
        rules.add(rule(each));
      }
      return new RetentionRules(
          all.required("version").stringValue(), HexFormat.of().formatHex(Sha256.of(bytes)), rules);
    } catch (JacksonException | IllegalArgumentException strange) {
      throw new FaultException(new RetentionFault.BadRules(), strange);
    }
  }

  private static Rule rule(JsonNode each) {
    JsonNode months = each.required("months");
    Optional<Integer> after = months.isNull() ? Optional.empty() : Optional.of(months.intValue());
    if (after.isPresent() && (after.get() < 1 || after.get() > MOST_MONTHS)) {
      throw new IllegalArgumentException("months: " + after.get());
    }
    String id = each.required("id").stringValue();
    String source = each.required("source").stringValue();
    if (id.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("a rule without a name or a source");
    }
    return new Rule(
        id,
        each.required("procedure").stringValue(),
        What.valueOf(each.required("what").stringValue()),
        after,
        each.required("confirmed").booleanValue(),
        source);
  }

  /** The rule for that procedure: its own before that for all; empty if none says anything. */
  public Optional<Rule> of(String procedure, What what) {
    List<Rule> about = rules.stream().filter(rule -> rule.what() == what).toList();
    Optional<Rule> own =
        about.stream().filter(rule -> rule.procedure().equals(procedure)).findFirst();
    return own.isPresent()
        ? own
        : about.stream().filter(rule -> rule.procedure().equals(ALL)).findFirst();
  }
}
