package vn.motcua.kiosk.source;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.table.Cells;
import vn.motcua.kiosk.table.DateShapes;

/** Turns the texts of one row or answer into a dossier, strictly: all of it is right, or none. */
final class RowReader {
  /** A clock of another machine may run ahead by so much. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  /** Nothing was received before, and nobody promises more than {@link #LONGEST_YEARS}. */
  private static final LocalDateTime FIRST = LocalDateTime.of(2010, 1, 1, 0, 0);

  private static final int LONGEST_YEARS = 5;

  /** When offices close; a result that is promised for a day can be had until then. */
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  private static final int LONGEST_TEXT = 300;

  private final DateShapes dates;
  private final StatusWords statuses;
  private final Map<String, Stage> stages;

  RowReader(DateShapes dates, StatusWords statuses, Map<String, Stage> stages) {
    this.dates = dates;
    this.statuses = statuses;
    this.stages = Map.copyOf(stages);
  }

  /** A row or answer that cannot be used; its message names the field and never its content. */
  static final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    BadRow(String field) {
      super(field);
    }
  }

  /**
   * @param texts the text of each field of {@link SourceField}; empty if there is none
   * @param now nothing may lie after it but the due date
   */
  SourceDossier read(
      Function<SourceField, String> texts, List<SourceDossier.Line> lines, LocalDateTime now)
      throws BadRow {
    DossierCode code =
        DossierCode.read(text(texts, SourceField.CODE)).orElseThrow(() -> bad(SourceField.CODE));
    PortalStatus status =
        statuses.read(text(texts, SourceField.STATUS)).orElseThrow(() -> bad(SourceField.STATUS));
    LocalDateTime received =
        moment(texts, SourceField.RECEIVED).or(() -> Optional.of(code.day().atStartOfDay())).get();
    if (received.isBefore(FIRST) || received.isAfter(now.plus(AHEAD))) {
      throw bad(SourceField.RECEIVED);
    }
    Optional<LocalDateTime> due = moment(texts, SourceField.DUE).map(RowReader::closing);
    if (due.isPresent()
        && (due.get().toLocalDate().isBefore(received.toLocalDate())
            || due.get().isAfter(received.plusYears(LONGEST_YEARS)))) {
      throw bad(SourceField.DUE);
    }
    String number = text(texts, SourceField.OWNER_NUMBER);
    Optional<CitizenNumber> owner = CitizenNumber.read(number);
    if (!number.isEmpty() && owner.isEmpty() && !isOldNumber(number)) {
      throw bad(SourceField.OWNER_NUMBER);
    }
    for (SourceDossier.Line line : lines) {
      if (line.at().isAfter(now.plus(AHEAD)) || line.at().isBefore(FIRST)) {
        throw bad(SourceField.PROGRESS);
      }
    }
    return new SourceDossier(
        code,
        text(texts, SourceField.PROCEDURE_CODE),
        text(texts, SourceField.PROCEDURE_NAME),
        text(texts, SourceField.OWNER),
        owner.map(CitizenNumber::value),
        phone(texts),
        text(texts, SourceField.SECRET),
        received,
        due,
        status,
        stage(texts, status),
        text(texts, SourceField.HOLDER),
        text(texts, SourceField.NOTE),
        fee(texts),
        lines);
  }

  /** A day alone ends with the office's hours. */
  private static LocalDateTime closing(LocalDateTime due) {
    return due.toLocalTime().equals(LocalTime.MIDNIGHT) ? due.toLocalDate().atTime(CLOSES) : due;
  }

  /** The moment of a field; empty if it says nothing. */
  Optional<LocalDateTime> moment(Function<SourceField, String> texts, SourceField field)
      throws BadRow {
    String cell = texts.apply(field).strip();
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(dates.read(cell).orElseThrow(() -> bad(field)));
  }

  SourceDossier.Line line(String who, String at, String what, String status) throws BadRow {
    Optional<PortalStatus> told = Optional.empty();
    if (!status.isBlank()) {
      told = Optional.of(statuses.read(status).orElseThrow(() -> bad(SourceField.PROGRESS)));
    }
    return new SourceDossier.Line(
        dates.read(at).orElseThrow(() -> bad(SourceField.PROGRESS)),
        Cells.text(who, LONGEST_TEXT).orElseThrow(() -> bad(SourceField.PROGRESS)),
        Cells.text(what, LONGEST_TEXT).orElseThrow(() -> bad(SourceField.PROGRESS)),
        told);
  }

  private Stage stage(Function<SourceField, String> texts, PortalStatus status) throws BadRow {
    String word = StatusWords.plain(text(texts, SourceField.STAGE));
    if (word.isEmpty()) {
      return switch (status) {
        case REGISTERED, ACCEPTED, REFUSED -> Stage.RECEPTION;
        case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED ->
            Stage.APPRAISAL;
        case FINISHED, RETURNED -> Stage.RETURN;
      };
    }
    Stage stage = stages.get(word);
    if (stage == null) {
      throw bad(SourceField.STAGE);
    }
    return stage;
  }

  private static long fee(Function<SourceField, String> texts) throws BadRow {
    String cell = texts.apply(SourceField.FEE).strip();
    if (cell.isEmpty()) {
      return 0;
    }
    return Cells.amount(cell, ".").orElseThrow(() -> bad(SourceField.FEE));
  }

  private static String phone(Function<SourceField, String> texts) throws BadRow {
    String digits = text(texts, SourceField.OWNER_PHONE).replaceAll("[ .()+-]", "");
    if (!digits.matches("[0-9]{0,15}")) {
      throw bad(SourceField.OWNER_PHONE);
    }
    return digits;
  }

  /** Nine digits, as on cards before 2016: such an owner is found by code only. */
  private static boolean isOldNumber(String number) {
    return number.replaceAll("\\s", "").matches("[0-9]{9}");
  }

  private static String text(Function<SourceField, String> texts, SourceField field) throws BadRow {
    return Cells.text(texts.apply(field), LONGEST_TEXT).orElseThrow(() -> bad(field));
  }

  private static BadRow bad(SourceField field) {
    return new BadRow(field.word());
  }
}
