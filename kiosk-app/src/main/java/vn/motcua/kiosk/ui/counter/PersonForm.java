package vn.motcua.kiosk.ui.counter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.dossier.Party;

/** One person of an intake: who hands it in, or whose affair it is. */
public final class PersonForm {
  /** The fields, in the order of the form. */
  public enum Key {
    NUMBER,
    NAME,
    BIRTH,
    SEX,
    ADDRESS,
    PHONE
  }

  /** What stands in the SEX field for a woman. */
  public static final String FEMALE = "F";

  /** What stands in the SEX field for a man. */
  public static final String MALE = "M";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Map<Key, FormField> fields = new LinkedHashMap<>();
  private final boolean numberRequired;

  /**
   * @param numberRequired false for an owner: a small child may have no number yet
   */
  PersonForm(boolean numberRequired) {
    this.numberRequired = numberRequired;
    for (Key key : Key.values()) {
      fields.put(key, new FormField());
    }
  }

  /** One field. */
  public FormField field(Key key) {
    FormField field = fields.get(key);
    if (field == null) {
      throw new IllegalStateException(key.name());
    }
    return field;
  }

  void fill(CitizenQr qr) {
    field(Key.NUMBER).offer(qr.number().value(), FieldSource.QR);
    field(Key.NAME).offer(qr.name(), FieldSource.QR);
    field(Key.BIRTH).offer(DAY.format(qr.birth()), FieldSource.QR);
    field(Key.SEX).offer(qr.female() ? FEMALE : MALE, FieldSource.QR);
    field(Key.ADDRESS).offer(qr.residence(), FieldSource.QR);
  }

  void fill(Citizen citizen) {
    field(Key.NUMBER).offer(citizen.number().value().value(), citizen.number().source());
    field(Key.NAME).offer(citizen.name().value(), citizen.name().source());
    field(Key.BIRTH).offer(DAY.format(citizen.birth().value()), citizen.birth().source());
    citizen
        .female()
        .ifPresent(sex -> field(Key.SEX).offer(sex.value() ? FEMALE : MALE, sex.source()));
    citizen.residence().ifPresent(place -> field(Key.ADDRESS).offer(place.value(), place.source()));
  }

  void clear() {
    fields.values().forEach(FormField::clear);
  }

  /** Takes back what {@code source} alone had stated. */
  void drop(FieldSource source) {
    for (FormField field : fields.values()) {
      if (field.source().get().equals(Optional.of(source))) {
        field.clear();
      }
    }
  }

  boolean isBlank() {
    return fields.values().stream().allMatch(field -> field.value().isEmpty());
  }

  /** The first field whose sources disagree. */
  public Optional<Key> firstDifference() {
    return fields.entrySet().stream()
        .filter(entry -> entry.getValue().difference().get().isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The fields that keep this person from being received, in the order of the form. */
  public List<Key> unfit() {
    List<Key> unfit = new ArrayList<>();
    String digits = field(Key.NUMBER).value();
    if (digits.isEmpty() ? numberRequired : CitizenNumber.read(digits).isEmpty()) {
      unfit.add(Key.NUMBER);
    }
    if (field(Key.NAME).value().isEmpty()) {
      unfit.add(Key.NAME);
    }
    if (!field(Key.BIRTH).value().isEmpty() && day(field(Key.BIRTH).value()).isEmpty()) {
      unfit.add(Key.BIRTH);
    }
    return unfit;
  }

  /** Whether a card was read for somebody else than the one who stands here already. */
  boolean isSomebodyElse(Citizen citizen) {
    Optional<CitizenNumber> here = CitizenNumber.read(field(Key.NUMBER).value());
    return here.isPresent() && !here.get().equals(citizen.number().value());
  }

  /** The number with all but four digits hidden; empty while there is none. */
  public Optional<String> maskedNumber() {
    return CitizenNumber.read(field(Key.NUMBER).value()).map(CitizenNumber::masked);
  }

  Party party() {
    String sex = field(Key.SEX).value();
    return new Party(
        CitizenNumber.read(field(Key.NUMBER).value()).map(CitizenNumber::value),
        field(Key.NAME).value(),
        day(field(Key.BIRTH).value()),
        sex.isEmpty() ? Optional.empty() : Optional.of(sex.equals(FEMALE)),
        field(Key.ADDRESS).value(),
        field(Key.PHONE).value());
  }

  /** As the BIRTH field shows it. */
  static String text(LocalDate day) {
    return DAY.format(day);
  }

  /** Reads {@code 12/03/1991}; a day that does not exist is no day. */
  static Optional<LocalDate> day(String text) {
    try {
      String[] parts = text.strip().split("[/.\\- ]+", -1);
      if (parts.length != 3) {
        return Optional.empty();
      }
      return Optional.of(
          LocalDate.parse(
              "%2s/%2s/%4s".formatted(parts[0], parts[1], parts[2]).replace(' ', '0'), DAY));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
