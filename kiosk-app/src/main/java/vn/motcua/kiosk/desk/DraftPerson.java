package vn.motcua.kiosk.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;

/**
 * A person in a draft: each field with where it comes from, blank ones left out.
 *
 * @param fields what is known
 */
public record DraftPerson(Map<DraftField, Field<String>> fields) {
  /** Nobody yet. */
  public static final DraftPerson NONE = new DraftPerson(Map.of());

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  public DraftPerson {
    fields = Map.copyOf(fields);
  }

  /** Whom a card names. Nothing about ethnicity or the card itself. */
  public static DraftPerson of(Citizen citizen) {
    Map<DraftField, Field<String>> fields = new EnumMap<>(DraftField.class);
    fields.put(
        DraftField.NUMBER,
        new Field<>(citizen.number().value().value(), citizen.number().source()));
    fields.put(DraftField.NAME, citizen.name());
    Field<LocalDate> birth = citizen.birth();
    fields.put(DraftField.BIRTH, new Field<>(DAY.format(birth.value()), birth.source()));
    citizen
        .female()
        .ifPresent(female ->
            fields.put(
                DraftField.SEX, new Field<>(female.value() ? "F" : "M", female.source())));
    citizen.residence().ifPresent(place -> fields.put(DraftField.ADDRESS, place));
    return new DraftPerson(fields);
  }

  /** What is known of that field. */
  public Optional<Field<String>> field(DraftField field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** The same with a field as a person typed it; a blank one is left out. */
  public DraftPerson typed(DraftField field, String value) {
    Map<DraftField, Field<String>> changed = new EnumMap<>(DraftField.class);
    changed.putAll(fields);
    if (value.isBlank()) {
      changed.remove(field);
    } else {
      changed.put(field, new Field<>(value.strip(), FieldSource.TYPED));
    }
    return new DraftPerson(changed);
  }

  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "DraftPerson[…]";
  }
}
