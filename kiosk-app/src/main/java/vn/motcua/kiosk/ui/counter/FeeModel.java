package vn.motcua.kiosk.ui.counter;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.desk.FeeClaim;
import vn.motcua.kiosk.desk.FeeQuote;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.ui.kit.Errands;

/** What the dossier that is being received costs: reliefs as the officer ticks them. */
public final class FeeModel {
  private final IntakeDesk desk;
  private final Errands errands;
  private final ReadOnlyObjectWrapper<Optional<Procedure>> procedure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Set<Relief.Ground>> offered =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Set<Relief.Ground>> ticked =
      new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyBooleanWrapper counted = new ReadOnlyBooleanWrapper(false);
  private final StringProperty count = new SimpleStringProperty("1");
  private final ReadOnlyObjectWrapper<Optional<FeeQuote>> quote =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int asked;

  private record Offer(Set<Relief.Ground> grounds, boolean counted) {}

  FeeModel(IntakeDesk desk, Errands errands) {
    this.desk = desk;
    this.errands = errands;
    count.addListener((property, before, now) -> reckon());
  }

  /** The grounds that may lower the fee of the chosen procedure; empty if none can. */
  public ReadOnlyObjectProperty<Set<Relief.Ground>> offered() {
    return offered.getReadOnlyProperty();
  }

  /** The grounds that the person has shown. */
  public ReadOnlyObjectProperty<Set<Relief.Ground>> ticked() {
    return ticked.getReadOnlyProperty();
  }

  /** Whether the fee is paid for each copy or page. */
  public ReadOnlyBooleanProperty counted() {
    return counted.getReadOnlyProperty();
  }

  /** How many copies or pages, as typed. */
  public StringProperty count() {
    return count;
  }

  /** What it costs; empty until it is known, or while {@link #count} is no number. */
  public ReadOnlyObjectProperty<Optional<FeeQuote>> quote() {
    return quote.getReadOnlyProperty();
  }

  /** Ticks or unticks a ground. */
  public void tick(Relief.Ground ground, boolean has) {
    Set<Relief.Ground> next = EnumSet.noneOf(Relief.Ground.class);
    next.addAll(ticked.get());
    if (has ? next.add(ground) : next.remove(ground)) {
      ticked.set(Set.copyOf(next));
      reckon();
    }
  }

  /** Another procedure was chosen, or none: nothing is ticked. */
  void choose(Optional<Procedure> chosen) {
    procedure.set(chosen);
    ticked.set(Set.of());
    offered.set(Set.of());
    counted.set(false);
    count.set("1");
    quote.set(Optional.empty());
    reckon();
    chosen.ifPresent(now ->
        errands.run(
            () -> new Offer(desk.grounds(now), desk.isCounted(now)),
            offer -> {
              if (procedure.get().equals(chosen)) {
                offered.set(offer.grounds());
                counted.set(offer.counted());
              }
            },
            _ -> {}));
  }

  /** What the officer has said; empty if the number of copies cannot be understood. */
  Optional<FeeClaim> claim() {
    String typed = count.get().strip();
    if (!typed.matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int copies = Integer.parseInt(typed);
    return copies < 1 || copies > FeeClaim.MOST
        ? Optional.empty()
        : Optional.of(new FeeClaim(ticked.get(), copies));
  }

  private void reckon() {
    int mine = ++asked;
    Optional<FeeClaim> claim = claim();
    Optional<Procedure> of = procedure.get();
    if (claim.isEmpty() || of.isEmpty()) {
      quote.set(Optional.empty());
      return;
    }
    errands.run(
        () -> desk.quote(of.get(), claim.get()),
        now -> {
          if (mine == asked) {
            quote.set(Optional.of(now));
          }
        },
        _ -> {});
  }
}
