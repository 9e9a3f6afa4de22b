package vn.motcua.kiosk.ui.counter;

import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.RequiredPaper;

/** One line of the checklist: a paper, how often it was handed in and how much of it is scanned. */
public final class PaperLine {
  /** The most pages, originals or copies that a line takes. */
  static final int MOST = 999;

  /** How far a paper is. */
  public sealed interface State {
    /** It is only shown, never scanned (TT 03/2025 Đ5.2). */
    record ShownOnly() implements State {}

    /** Neither an original nor a copy was handed in. */
    record NotHandedIn() implements State {}

    /** Nobody has counted its pages yet. */
    record NotCounted() implements State {}

    /** Pages counted by hand and pages scanned differ. */
    record Partly(int scanned, int counted) implements State {}

    /** As many pages as were counted are scanned. */
    record Complete(int pages) implements State {}
  }

  private final RequiredPaper required;
  private final StringProperty originals;
  private final StringProperty copies;
  private final StringProperty counted = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper scanned = new ReadOnlyIntegerWrapper(0);

  PaperLine(RequiredPaper required) {
    this.required = required;
    this.originals = new SimpleStringProperty(Integer.toString(required.originals()));
    this.copies = new SimpleStringProperty(Integer.toString(required.copies()));
  }

  /** What the procedure asks for. */
  public RequiredPaper required() {
    return required;
  }

  /** How many originals were handed in, as typed. */
  public StringProperty originals() {
    return originals;
  }

  /** How many copies were handed in, as typed. */
  public StringProperty copies() {
    return copies;
  }

  /** How many pages the officer counted, as typed; blank until then. */
  public StringProperty counted() {
    return counted;
  }

  /** How many pages of it were scanned; one scanned with and without its sticky note is one. */
  public ReadOnlyIntegerProperty scanned() {
    return scanned.getReadOnlyProperty();
  }

  void scanned(int pages) {
    scanned.set(pages);
  }

  /** Whether anything of it was handed in. */
  public boolean handedIn() {
    return count(originals.get()).orElse(0) + count(copies.get()).orElse(0) > 0;
  }

  /** Whether a number in this line is not one. */
  public boolean unreadable() {
    return count(originals.get()).isEmpty()
        || count(copies.get()).isEmpty()
        || (!counted.get().isBlank() && count(counted.get()).isEmpty());
  }

  /** How far it is. */
  public State state() {
    if (!handedIn() && scanned.get() == 0) {
      return new State.NotHandedIn();
    }
    if (!required.scan() && scanned.get() == 0) {
      return new State.ShownOnly();
    }
    OptionalInt pages = count(counted.get());
    if (pages.isEmpty() || pages.getAsInt() == 0) {
      return new State.NotCounted();
    }
    return pages.getAsInt() == scanned.get()
        ? new State.Complete(pages.getAsInt())
        : new State.Partly(scanned.get(), pages.getAsInt());
  }

  /** Whether it belongs into the dossier: handed in, or scanned all the same. */
  boolean counts() {
    return handedIn() || scanned.get() > 0;
  }

  /** Whether it takes more pages: it is scanned, handed in, and not as full as was counted. */
  boolean takesMore() {
    return required.scan() && handedIn() && count(counted.get()).orElse(MOST) > scanned.get();
  }

  /** How many pages it still takes. */
  int room() {
    return takesMore() ? count(counted.get()).orElse(MOST) - scanned.get() : 0;
  }

  int countedOriginals() {
    return count(originals.get()).orElse(0);
  }

  ReceivedPaper received() {
    return new ReceivedPaper(
        required.name(),
        count(originals.get()).orElse(0),
        count(copies.get()).orElse(0),
        scanned.get());
  }

  private static OptionalInt count(String text) {
    String digits = text.strip();
    if (!digits.matches("[0-9]{1,3}")) {
      return OptionalInt.empty();
    }
    int value = Integer.parseInt(digits);
    return value <= MOST ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
