package vn.motcua.kiosk.desk;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustVerdict;

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

  /**
   * Whom a card names; nothing about ethnicity or the card itself. What a chip says counts as the
   * chip's only where its issuer is proven: else anybody could bring a card that says "chip" at the
   * counter, and its fields are marked as typed.
   */
  public static DraftPerson of(Citizen citizen) {
    boolean proven =
        citizen.trust().isEmpty()
            || citizen
                .trust()
                .map(TrustVerdict::trust)
                .filter(trust -> trust == Trust.VERIFIED || trust == Trust.ISSUER_VERIFIED)
                .isPresent();
    Map<DraftField, Field<String>> fields = new EnumMap<>(DraftField.class);
    put(fields, DraftField.NUMBER, citizen.number(), CitizenNumber::value, proven);
    put(fields, DraftField.NAME, citizen.name(), name -> name, proven);
    put(fields, DraftField.BIRTH, citizen.birth(), DAY::format, proven);
    citizen
        .female()
        .ifPresent(female -> put(fields, DraftField.SEX, female, is -> is ? "F" : "M", proven));
    citizen
        .residence()
        .filter(place -> !place.value().isBlank())
        .ifPresent(place -> put(fields, DraftField.ADDRESS, place, text -> text, proven));
    return new DraftPerson(fields);
  }

  private static <T> void put(
      Map<DraftField, Field<String>> fields,
      DraftField key,
      Field<T> field,
      Function<T, String> words,
      boolean proven) {
    fields.put(
        key, new Field<>(words.apply(field.value()), proven ? field.source() : FieldSource.TYPED));
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
