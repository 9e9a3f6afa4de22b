package vn.motcua.kiosk.oldsystem;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.table.Cells;
import vn.motcua.kiosk.table.TableRow;

/** Understands rows of an older system, strictly: what cannot be understood is not guessed. */
public final class RowReader {
  /** What became of reading a row. */
  public sealed interface Outcome {
    /** It was understood. */
    record Understood(OldDossier dossier) implements Outcome {}

    /**
     * It was not.
     *
     * @param code the dossier's code if that much is known; may be empty
     */
    record Refused(long line, String code, Refusal refusal) implements Outcome {}
  }

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 1000;

  /** Clocks of two systems differ by less. */
  private static final int HOURS_AHEAD = 24;

  /** Codes have two digits of the year; nothing before is any dossier's. */
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  /** Nobody older lives; an empty date of a data base (0001, 1753) is none. */
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);

  /** Nobody promises more. */
  private static final int LONGEST_YEARS = 10;

  private final ImportMapping mapping;
  private final OldProcedures procedures;
  private final LocalDateTime now;

  /**
   * @param now nothing was received later
   */
  public RowReader(ImportMapping mapping, OldProcedures procedures, LocalDateTime now) {
    this.mapping = mapping;
    this.procedures = procedures;
    this.now = now;
  }

  /** Reads one row. */
  public Outcome read(TableRow row) {
    return switch (row) {
      case TableRow.Bad bad -> new Outcome.Refused(bad.line(), "", new Refusal(why(bad.why()), ""));
      case TableRow.Read read -> read(read);
    };
  }

  private Outcome read(TableRow.Read row) {
    String code = "";
    try {
      Cursor cells = new Cursor(row);
      code = cells.code().value();
      return new Outcome.Understood(dossier(row, cells));
    } catch (Refused refused) {
      return new Outcome.Refused(row.line(), code, refused.refusal);
    }
  }

  private OldDossier dossier(TableRow.Read row, Cursor cells) throws Refused {
    List<String> warnings = new ArrayList<>();
    Map<String, String> rest = cells.rest();
    PortalStatus status = cells.status();
    Stage stage = cells.stage(status);
    LocalDateTime received = cells.date(OldField.RECEIVED).orElseThrow(Refused::impossible);
    Optional<LocalDateTime> due = cells.date(OldField.DUE).map(this::dueHour);
    Optional<LocalDateTime> result = cells.date(OldField.RESULT_DATE);
    Optional<LocalDateTime> since = cells.date(OldField.SINCE);
    cells.need(!received.toLocalDate().isBefore(FIRST), Refusal.Why.DATE, OldField.RECEIVED);
    LocalDateTime latest = now.plusHours(HOURS_AHEAD);
    cells.need(!cells.code().day().isAfter(latest.toLocalDate()), Refusal.Why.ORDER, OldField.CODE);
    cells.need(!received.isAfter(latest), Refusal.Why.ORDER, OldField.RECEIVED);
    cells.notBefore(due, received, OldField.DUE);
    cells.notAfter(due, received.plusYears(LONGEST_YEARS), OldField.DUE);
    cells.notBefore(result, received, OldField.RESULT_DATE);
    cells.notAfter(result, latest, OldField.RESULT_DATE);
    cells.notBefore(since, received, OldField.SINCE);
    cells.notAfter(since, latest, OldField.SINCE);
    if (due.isEmpty()) {
      warnings.add("due");
    }
    Party owner =
        cells.party(
            OldField.OWNER_NAME,
            OldField.OWNER_NUMBER,
            OldField.OWNER_PHONE,
            OldField.OWNER_ADDRESS,
            OldField.OWNER_BIRTH,
            rest,
            warnings);
    boolean other = !cells.text(OldField.SUBMITTER_NAME, LONGEST_NAME).isEmpty();
    Party submitter =
        other
            ? cells.party(
                OldField.SUBMITTER_NAME,
                OldField.SUBMITTER_NUMBER,
                OldField.SUBMITTER_PHONE,
                OldField.SUBMITTER_ADDRESS,
                OldField.SUBMITTER_BIRTH,
                rest,
                warnings)
            : owner;
    String unit = cells.text(OldField.UNIT, LONGEST_NAME);
    String officer = cells.text(OldField.HOLDER, LONGEST_NAME);
    boolean over =
        switch (status) {
          case REFUSED, WITHDRAWN, FINISHED, RETURNED -> true;
          case REGISTERED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, STOPPED ->
              false;
        };
    return new OldDossier(
        row.line(),
        cells.code(),
        cells.procedure(),
        submitter,
        owner,
        received,
        due,
        stage,
        status,
        unit.isEmpty() || officer.isEmpty() ? unit + officer : unit + " · " + officer,
        since
            .or(() -> over ? result : Optional.empty())
            .filter(at -> at.isAfter(received))
            .orElse(received),
        cells.fee(),
        cells.text(OldField.NOTES, LONGEST_TEXT),
        rest,
        warnings);
  }

  /** A day alone ends with the office's hours. */
  private LocalDateTime dueHour(LocalDateTime due) {
    return due.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? due.toLocalDate().atTime(mapping.dueTime())
        : due;
  }

  private static Refusal.Why why(TableRow.Why why) {
    return switch (why) {
      case COLUMNS, NOT_AN_OBJECT, NAME_TWICE -> Refusal.Why.COLUMNS;
      case QUOTE -> Refusal.Why.QUOTE;
      case TOO_LONG -> Refusal.Why.TOO_LONG;
      case CHARACTERS -> Refusal.Why.CHARACTERS;
    };
  }

  /** Ends the reading of a row. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(Refusal.Why why, String column) {
      super(why.name(), null, false, false);
      refusal = new Refusal(why, column);
    }

    static Refused impossible() {
      return new Refused(Refusal.Why.MISSING, "");
    }
  }

  /** The cells of one row, by what they stand for. */
  private final class Cursor {
    private final TableRow.Read row;

    Cursor(TableRow.Read row) {
      this.row = row;
    }

    private String column(OldField field) {
      return mapping.columns().getOrDefault(field, field.key());
    }

    private Refused refuse(Refusal.Why why, OldField field) {
      return new Refused(why, column(field));
    }

    void need(boolean so, Refusal.Why why, OldField field) throws Refused {
      if (!so) {
        throw refuse(why, field);
      }
    }

    void notBefore(Optional<LocalDateTime> date, LocalDateTime received, OldField field)
        throws Refused {
      need(
          date.filter(at -> at.toLocalDate().isBefore(received.toLocalDate())).isEmpty(),
          Refusal.Why.ORDER,
          field);
    }

    void notAfter(Optional<LocalDateTime> date, LocalDateTime last, OldField field) throws Refused {
      need(date.filter(at -> at.isAfter(last)).isEmpty(), Refusal.Why.ORDER, field);
    }

    /** One line; empty if there is nothing. */
    String text(OldField field, int most) throws Refused {
      String cell = row.cell(mapping.columns().getOrDefault(field, ""));
      String usual = mapping.defaults().getOrDefault(field, "");
      String text = plain(cell, most, field);
      return text.isEmpty() ? usual : text;
    }

    private String plain(String cell, int most, OldField field) throws Refused {
      need(!isMixed(cell), Refusal.Why.ENCODING, field);
      return Cells.text(cell, most).orElseThrow(() -> refuse(Refusal.Why.TEXT, field));
    }

    DossierCode code() throws Refused {
      String text = text(OldField.CODE, 96);
      need(!text.isEmpty(), Refusal.Why.MISSING, OldField.CODE);
      return DossierCode.read(text).orElseThrow(() -> refuse(Refusal.Why.CODE, OldField.CODE));
    }

    Procedure procedure() throws Refused {
      return procedures
          .find(
              text(OldField.PROCEDURE, LONGEST_NAME),
              text(OldField.PROCEDURE_NAME, LONGEST_TEXT),
              mapping.procedures())
          .orElseThrow(() ->
              refuse(
                  Refusal.Why.PROCEDURE,
                  mapping.columns().containsKey(OldField.PROCEDURE)
                      ? OldField.PROCEDURE
                      : OldField.PROCEDURE_NAME));
    }

    Optional<LocalDateTime> date(OldField field) throws Refused {
      String text = text(field, 60);
      if (text.isEmpty()) {
        need(field != OldField.RECEIVED, Refusal.Why.MISSING, field);
        return Optional.empty();
      }
      return Optional.of(
          mapping.dates().read(text).orElseThrow(() -> refuse(Refusal.Why.DATE, field)));
    }

    PortalStatus status() throws Refused {
      String word = text(OldField.STATUS, LONGEST_NAME);
      need(!word.isEmpty(), Refusal.Why.MISSING, OldField.STATUS);
      return mapping.status(word).orElseThrow(() -> refuse(Refusal.Why.STATUS, OldField.STATUS));
    }

    Stage stage(PortalStatus status) throws Refused {
      String word = text(OldField.STAGE, LONGEST_NAME);
      Stage stage =
          word.isEmpty()
              ? OldStages.usual(status)
              : OldStages.read(word, mapping.stages())
                  .orElseThrow(() -> refuse(Refusal.Why.STAGE, OldField.STAGE));
      need(OldStages.fits(stage, status), Refusal.Why.STAGE, OldField.STAGE);
      return stage;
    }

    long fee() throws Refused {
      String text = text(OldField.FEE, 40);
      return text.isEmpty()
          ? 0
          : Cells.amount(text, mapping.thousands())
              .orElseThrow(() -> refuse(Refusal.Why.AMOUNT, OldField.FEE));
    }

    Party party(
        OldField name,
        OldField number,
        OldField phone,
        OldField address,
        OldField birth,
        Map<String, String> rest,
        List<String> warnings)
        throws Refused {
      String called = text(name, LONGEST_NAME);
      need(!called.isEmpty(), Refusal.Why.MISSING, name);
      String digits = text(number, 40).replace(" ", "");
      Optional<String> known = CitizenNumber.read(digits).map(CitizenNumber::value);
      if (digits.matches("[0-9]{9}")) {
        // The number of an old card (CMND): kept, but it is nobody's number any more.
        rest.put(column(number), digits);
        warnings.add(number.key());
      } else {
        need(digits.isEmpty() || known.isPresent(), Refusal.Why.NUMBER, number);
      }
      Optional<LocalDate> born = date(birth).map(LocalDateTime::toLocalDate);
      need(
          born.filter(day -> day.isBefore(FIRST_BIRTH) || day.isAfter(now.toLocalDate())).isEmpty(),
          Refusal.Why.DATE,
          birth);
      return new Party(
          known,
          called,
          born,
          known.flatMap(OldStages::female),
          text(address, LONGEST_TEXT),
          text(phone, 40));
    }

    /** Cells of columns that the mapping does not name. */
    Map<String, String> rest() throws Refused {
      Map<String, String> rest = new TreeMap<>();
      for (Map.Entry<String, String> cell : row.cells().entrySet()) {
        String column = cell.getKey();
        boolean used =
            mapping.columns().containsValue(column) || mapping.ignored().contains(column);
        if (!used && !cell.getValue().isBlank()) {
          if (isMixed(cell.getValue())) {
            throw new Refused(Refusal.Why.ENCODING, column);
          }
          rest.put(column, cell.getValue());
        }
      }
      return rest;
    }

    /** UTF-8 that was read as something else: nobody writes such letters. */
    private boolean isMixed(String cell) {
      if (mapping.encoding().equals(StandardCharsets.UTF_8)
          || cell.chars().allMatch(c -> c < 0x80)) {
        return false;
      }
      try {
        ByteBuffer bytes = mapping.encoding().newEncoder().encode(CharBuffer.wrap(cell));
        StandardCharsets.UTF_8.newDecoder().decode(bytes);
        return true;
      } catch (CharacterCodingException fine) {
        return false;
      }
    }
  }
}
