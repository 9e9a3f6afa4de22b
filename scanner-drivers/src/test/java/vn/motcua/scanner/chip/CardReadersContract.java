package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/** What every {@link CardReaders} must do, whatever lies behind it. */
abstract class CardReadersContract extends CardEndingsContract {
  @Test
  void readsThreeCitizensOneAfterTheOther() throws Exception {
    for (SimulatedCardProfile citizen : SimulatedCitizens.all()) {
      present(citizen.card());
      List<ChipStep> steps = new CopyOnWriteArrayList<>();
      ChipRecord card =
          card(
              readers()
                  .read(
                      name(),
                      AccessKeys.can(citizen.can()),
                      ReadPurpose.INTAKE,
                      steps::add,
                      new Cancellation()));
      assertThat(card.mrz().citizenNumber()).isEqualTo(citizen.number());
      assertThat(card.national().orElseThrow().name()).contains(citizen.name());
      assertThat(card.national().orElseThrow().residence()).contains(citizen.residence());
      assertThat(card.national().orElseThrow().ethnicity()).isEmpty();
      assertThat(card.trust().trust()).isEqualTo(Trust.SIGNED_UNKNOWN_ISSUER);
      assertThat(card.trust().codes()).containsExactly("NO_ANCHOR", "CHIP_PROVEN");
      assertThat(card.cost().access()).isEqualTo("PACE-CAN");
      assertThat(card.cost().apdus()).isBetween(10, 40);
      assertThat(steps)
          .containsExactly(ChipStep.OPEN, ChipStep.READ, ChipStep.PROVE, ChipStep.VERIFY);
      takeAway();
    }
  }

  @Test
  void readsTheSameCardTwiceWithoutLiftingIt() throws Exception {
    SimulatedCardProfile citizen = SimulatedCitizens.b();
    present(citizen.card());
    ChipRecord first = card(read(readers(), name(), AccessKeys.can(citizen.can())));
    ChipRecord second = card(read(readers(), name(), AccessKeys.can(citizen.can())));
    assertThat(second.national()).isEqualTo(first.national());
    assertThat(second.cost().apdus()).isEqualTo(first.cost().apdus());
  }

  @Test
  void tellsAWrongCanFromEverythingElseAndReadsWithTheRightOne() throws Exception {
    SimulatedCardProfile citizen = SimulatedCitizens.c();
    present(citizen.card());
    assertThat(fault(read(readers(), name(), AccessKeys.can("000000"))))
        .isEqualTo(new ChipFault.WrongKey());
    card(read(readers(), name(), AccessKeys.can(citizen.can())));
  }

  @Test
  void saysWhenThereIsNoCardOrNoSuchReader() {
    assertThat(fault(read(readers(), name(), AccessKeys.can("123456"))))
        .isEqualTo(new ChipFault.NoCard());
    assertThat(fault(read(readers(), "no such reader", AccessKeys.can("123456"))))
        .isEqualTo(new ChipFault.NoReader());
  }

  @Test
  void tellsALateListenerOfTheCardThatLiesThere() throws Exception {
    present(SimulatedCitizens.a().card());
    List<CardEvent> heard = new ArrayList<>();
    Runnable end = readers().listen(heard::add);
    assertThat(heard).containsExactly(new CardEvent.CardArrived(name()));
    assertThat(
            readers().readers().stream()
                .filter(r -> r.name().equals(name()))
                .findFirst()
                .orElseThrow())
        .matches(CardReader::cardPresent)
        .matches(CardReader::simulated);
    end.run();
    takeAway();
    assertThat(heard).hasSize(1);
  }

  @Test
  void endsWithRemovedWhenTheCardIsTakenOffAndReadsTheNext() throws Exception {
    takenOffAt(1, 3, 6, 9, 14);
  }

  final void takenOffAt(int... exchanges) throws Exception {
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    for (int at : exchanges) {
      present(
          Cards.tampered(
              citizen.card(),
              (n, command, genuine) -> {
                if (n == at) {
                  remove();
                }
                return genuine;
              }));
      assertThat(fault(read(readers(), name(), AccessKeys.can(citizen.can()))))
          .as("taken off at exchange " + at)
          .isEqualTo(new ChipFault.Removed());
      await(new CardEvent.CardLeft(name()));
    }
    present(citizen.card());
    card(read(readers(), name(), AccessKeys.can(citizen.can())));
  }

  @Test
  void doesNotWaitForeverForAMuteCard() throws Exception {
    impatient();
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    CountDownLatch end = new CountDownLatch(1);
    AtomicBoolean mute = new AtomicBoolean(true);
    present(
        Cards.tampered(
            citizen.card(),
            (n, command, genuine) -> {
              if (n == 5 && mute.get()) {
                try {
                  end.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
              return genuine;
            }));
    long began = System.nanoTime();
    assertThat(fault(read(readers(), name(), AccessKeys.can(citizen.can()))))
        .isEqualTo(new ChipFault.Mute());
    assertThat(fault(read(readers(), name(), AccessKeys.can(citizen.can()))))
        .isEqualTo(new ChipFault.Mute());
    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(60));
    mute.set(false);
    end.countDown();
    takeAway();
    present(citizen.card());
    card(read(readers(), name(), AccessKeys.can(citizen.can())));
  }

  @Test
  void survivesACardThatAnswersNonsense() throws Exception {
    present(Cards.answering(command -> new byte[] {0x12, 0x34, 0x56}));
    assertThat(fault(read(readers(), name(), AccessKeys.can("123456"))))
        .isEqualTo(new ChipFault.Nonsense());
    takeAway();
    present(Cards.answering(command -> new byte[] {0x42}));
    assertThat(fault(read(readers(), name(), AccessKeys.can("123456"))))
        .isIn(new ChipFault.Nonsense(), new ChipFault.Mute());
    takeAway();
    present(SimulatedCitizens.a().card());
    card(read(readers(), name(), AccessKeys.can(SimulatedCitizens.a().can())));
  }

  @Test
  void stopsWhenCancelled() throws Exception {
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    Cancellation cancellation = new Cancellation();
    present(
        Cards.tampered(
            citizen.card(),
            (n, command, genuine) -> {
              if (n == 7) {
                cancellation.cancel();
              }
              return genuine;
            }));
    assertThat(
            readers()
                .read(
                    name(),
                    AccessKeys.can(citizen.can()),
                    ReadPurpose.LOOKUP,
                    step -> {},
                    cancellation))
        .isEqualTo(new ChipOutcome.Cancelled());
    card(read(readers(), name(), AccessKeys.can(citizen.can())));
  }
}
