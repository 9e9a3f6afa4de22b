package vn.motcua.kiosk.ui.technician;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/** A profile as it stands in the form, perhaps not complete yet. */
public final class ProfileDraft {
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Optional<ScannerId>> device =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<PaperSource> source = new SimpleObjectProperty<>(PaperSource.FEEDER);
  private final ObjectProperty<ColourMode> mode = new SimpleObjectProperty<>(ColourMode.COLOUR);
  private final ObjectProperty<Integer> dpi =
      new SimpleObjectProperty<>(ScanSettings.ARCHIVE.dpi());
  private final ObjectProperty<PageSize> size = new SimpleObjectProperty<>(PageSize.WHOLE);
  private final StringProperty millimetres = new SimpleStringProperty("");
  private final StringProperty quality =
      new SimpleStringProperty(Integer.toString(ScanSettings.GOOD_QUALITY));
  private final ObjectProperty<BlankPages> blanks = new SimpleObjectProperty<>(BlankPages.KEEP);
  private final StringProperty note = new SimpleStringProperty("");

  /** What people will call it. */
  public StringProperty name() {
    return name;
  }

  /** Which scanner. */
  public ObjectProperty<Optional<ScannerId>> device() {
    return device;
  }

  /** Where the paper lies. */
  public ObjectProperty<PaperSource> source() {
    return source;
  }

  /** What is recorded. */
  public ObjectProperty<ColourMode> mode() {
    return mode;
  }

  /** Dots per inch. */
  public ObjectProperty<Integer> dpi() {
    return dpi;
  }

  /** A size with a name; counts as long as no millimetres are typed. */
  public ObjectProperty<PageSize> size() {
    return size;
  }

  /** A size of its own, such as {@code 210x297}; blank for the named one. */
  public StringProperty millimetres() {
    return millimetres;
  }

  /** Quality of a JPEG, as typed. */
  public StringProperty quality() {
    return quality;
  }

  /** What becomes of empty pages. */
  public ObjectProperty<BlankPages> blanks() {
    return blanks;
  }

  /** For people. */
  public StringProperty note() {
    return note;
  }

  Stream<Property<?>> all() {
    return Stream.of(name, device, source, mode, dpi, size, millimetres, quality, blanks, note);
  }

  void fill(ScanProfile profile) {
    name.set(profile.name());
    device.set(Optional.of(profile.device()));
    source.set(profile.source());
    mode.set(profile.mode());
    dpi.set(profile.dpi());
    boolean named = PageSize.NAMED.contains(profile.size());
    size.set(named ? profile.size() : PageSize.WHOLE);
    millimetres.set(named ? "" : profile.size().name());
    quality.set(Integer.toString(profile.quality()));
    blanks.set(profile.blanks());
    note.set(profile.note());
  }

  void clear() {
    name.set("");
    source.set(PaperSource.FEEDER);
    mode.set(ColourMode.COLOUR);
    dpi.set(ScanSettings.ARCHIVE.dpi());
    size.set(PageSize.WHOLE);
    millimetres.set("");
    quality.set(Integer.toString(ScanSettings.GOOD_QUALITY));
    blanks.set(BlankPages.KEEP);
    note.set("");
  }

  /** The first field that keeps this from being a profile: a key of the texts. */
  Optional<String> wrong() {
    if (device.get().isEmpty()) {
      return Optional.of("device");
    }
    if (name.get().isBlank()) {
      return Optional.of("name");
    }
    if (parsedQuality() < 1 || parsedQuality() > 100) {
      return Optional.of("quality");
    }
    try {
      pageSize();
    } catch (IllegalArgumentException noSize) {
      return Optional.of("size");
    }
    try {
      profile();
      return Optional.empty();
    } catch (IllegalArgumentException tooLong) {
      return Optional.of("name");
    }
  }

  /**
   * The profile.
   *
   * @throws IllegalArgumentException if {@link #wrong} says so
   */
  ScanProfile profile() {
    return named(name.get());
  }

  /** The same under another name. */
  ScanProfile named(String called) {
    return new ScanProfile(
        called,
        device.get().orElseThrow(() -> new IllegalArgumentException("device")),
        source.get(),
        mode.get(),
        dpi.get(),
        pageSize(),
        parsedQuality(),
        blanks.get(),
        note.get());
  }

  private PageSize pageSize() {
    return millimetres.get().isBlank() ? size.get() : PageSize.parse(millimetres.get());
  }

  private int parsedQuality() {
    return quality.get().matches("[0-9]{1,3}") ? Integer.parseInt(quality.get()) : 0;
  }
}
