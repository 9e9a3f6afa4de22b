package vn.motcua.kiosk.ui.counter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.citizen.FieldSource;

/**
 * One field of a form: its text, where the text is from, and a difference that is still to be
 * settled. Nothing that a source offers ever overwrites what another source said without a person
 * having chosen.
 */
public final class FormField {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<FieldSource>> source =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Difference>> difference =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean filling;

  FormField() {
    text.addListener((property, before, now) -> {
      if (!filling) {
        // Somebody typed: that is an answer to an open question, too.
        difference.set(Optional.empty());
        source.set(now.isBlank() ? Optional.empty() : Optional.of(FieldSource.TYPED));
      }
    });
  }

  /** The text; setting it from outside counts as typing. Never null. */
  public StringProperty text() {
    return text;
  }

  /** The text without blanks at its ends, in NFC. */
  public String value() {
    return Normalizer.normalize(text.get(), Normalizer.Form.NFC).strip();
  }

  /** Where the text is from; empty while it is blank. */
  public ReadOnlyObjectProperty<Optional<FieldSource>> source() {
    return source.getReadOnlyProperty();
  }

  /** What an officer must still choose between. */
  public ReadOnlyObjectProperty<Optional<Difference>> difference() {
    return difference.getReadOnlyProperty();
  }

  /**
   * A source states this field. An empty field takes it; the same words in another spelling (for
   * the machine readable zone: the same letters without diacritics) take the stronger source's;
   * other words become a {@link Difference}, with the stronger source's text standing in the field
   * meanwhile.
   */
  void offer(String offered, FieldSource from) {
    if (offered.isBlank()) {
      return;
    }
    Optional<FieldSource> present = source.get();
    if (present.isEmpty()) {
      put(offered, from);
      return;
    }
    boolean stronger = from.compareTo(present.get()) <= 0;
    boolean plain = from == FieldSource.ZONE || present.get() == FieldSource.ZONE;
    if (plain ? sameLetters(value(), offered) : sameWords(value(), offered)) {
      if (stronger) {
        put(offered, from);
      }
      return;
    }
    if (present.get() == from) {
      put(offered, from); // the same source, read again
      return;
    }
    Difference open =
        stronger
            ? new Difference(offered, from, value(), present.get())
            : new Difference(value(), present.get(), offered, from);
    put(open.first(), open.firstSource());
    difference.set(Optional.of(open));
  }

  /** A person takes over what was read on a paper. An empty field only: nothing is overwritten. */
  void take(String read) {
    if (value().isEmpty()) {
      put(read, FieldSource.PAPER);
    }
  }

  /** Whether it says the same, be it spelled otherwise or without diacritics. */
  boolean says(String other) {
    return sameLetters(value(), other);
  }

  /** Settles the difference: the first text ({@code true}) or the second. */
  void settle(boolean first) {
    difference
        .get()
        .ifPresent(open ->
            put(
                first ? open.first() : open.second(),
                first ? open.firstSource() : open.secondSource()));
  }

  void clear() {
    filling = true;
    text.set("");
    filling = false;
    source.set(Optional.empty());
    difference.set(Optional.empty());
  }

  private void put(String value, FieldSource from) {
    filling = true;
    text.set(value);
    filling = false;
    source.set(Optional.of(from));
    difference.set(Optional.empty());
  }

  /** Same letters and digits; case, blanks and punctuation differ between card and registers. */
  private static boolean sameWords(String a, String b) {
    return bare(a).equals(bare(b));
  }

  /** The same but for the diacritics, which the machine readable zone lacks. */
  private static boolean sameLetters(String a, String b) {
    return unmarked(a).equals(unmarked(b));
  }

  private static String unmarked(String text) {
    return Normalizer.normalize(bare(text), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('ƀ', 'b');
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "");
  }
}
