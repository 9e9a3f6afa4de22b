package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.kiosk.desk.TrustDeskFault;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.EnrolledAnchors;
import vn.motcua.scanner.chip.Enrolment;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.TrustFault;

/**
 * {@code trust enrol}: learns, from cards of the staff, an issuer whose certificate cannot be had.
 * It guides technician and witness on the error output, card after card.
 */
@Command(
    name = "enrol",
    description = "Learns the issuer from at least three cards of the staff, under supervision.")
final class TrustEnrolCommand extends TrustCommand.Part {
  private final FaultSentences sentences;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--technician", required = true, paramLabel = "NAME", description = "who does it")
  private String technician = "";

  @Option(
      names = "--witness",
      required = true,
      paramLabel = "NAME",
      description = "the member of staff who is there")
  private String witness = "";

  @Option(
      names = "--can",
      paramLabel = "SIX",
      description = "the six digits of a card, once for each in their order; asked for if missing")
  private List<String> cans = new ArrayList<>();

  @Option(names = "--reader", description = "part of the reader's name")
  private String reader = "";

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "how long to wait for each card (default ${DEFAULT-VALUE})")
  private int wait = 120;

  @Option(names = "--yes", description = "write what was learnt without asking")
  private boolean yes;

  TrustEnrolCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
    this.sentences = sentences;
  }

  @Override
  Reply work() throws FaultException, PartlyDone, InterruptedException {
    EnrolGuide guide = new EnrolGuide(sentences, System.err);
    EnrolAnswers answers = new EnrolAnswers(guide, keys());
    TrustDesk desk = desk();
    // Read before anything is asked, so that damage shows first.
    desk.learnt();
    guide.say("begin", Enrolment.CARDS, Enrolment.SIGNERS);
    Cards cards;
    try (CardReaders readers = tools().cardReaders(desk.official());
        CardArrivals arrivals = new CardArrivals(readers, reader, Duration.ofSeconds(wait))) {
      cards = cards(readers, arrivals, guide, answers);
    }
    Enrolment enrolment = cards.enrolment();
    EnrolledAnchors learnt = finish(cards);
    guide.say(
        enrolment.progress().basis() == Enrolment.Basis.KEY ? "learnt-key" : "learnt-signers",
        learnt.anchors().size(),
        enrolment.progress().curve());
    if (enrolment.progress().basis() == Enrolment.Basis.KEY && learnt.anchors().size() > 1) {
      guide.say("learnt-several");
    }
    if (!yes && !answers.yes()) {
      throw new FaultException(new TrustDeskFault.NotConfirmed());
    }
    desk.keep(learnt);
    guide.say("kept");
    return reply(enrolment.progress(), learnt);
  }

  private List<AccessKeys> keys() {
    for (String name : List.of(technician, witness)) {
      if (name.isBlank()) {
        throw wrongUse("--technician and --witness want a name");
      }
    }
    if (technician.strip().equalsIgnoreCase(witness.strip())) {
      throw wrongUse("technician and witness must be two people");
    }
    try {
      return cans.stream().map(AccessKeys::can).toList();
    } catch (IllegalArgumentException wrong) {
      throw wrongUse("--can: " + wrong.getMessage());
    }
  }

  private ParameterException wrongUse(String what) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), what);
  }

  /**
   * All cards.
   *
   * @param counted for each card that counts its place among all that were shown, from 1
   */
  private record Cards(Enrolment enrolment, List<Integer> counted) {}

  private Cards cards(
      CardReaders readers, CardArrivals arrivals, EnrolGuide guide, EnrolAnswers answers)
      throws FaultException, PartlyDone, InterruptedException {
    Enrolment enrolment = Enrolment.begin();
    String lying = "";
    int shown = 0;
    List<Integer> counted = new ArrayList<>();
    while (true) {
      Optional<AccessKeys> keys = answers.next(shown + 1, enrolment.progress().enough());
      if (keys.isEmpty()) {
        return new Cards(enrolment, counted);
      }
      if (!lying.isEmpty()) {
        guide.say("take-off");
        arrivals.left(lying);
      }
      guide.say("put-on", ++shown);
      lying = arrivals.next();
      ChipOutcome outcome =
          readers.read(lying, keys.get(), ReadPurpose.LOOKUP, _ -> {}, new Cancellation());
      switch (outcome) {
        case ChipOutcome.Read read -> {
          switch (enrolment.add(read.card())) {
            case Enrolment.Step.Counted(Enrolment next) -> {
              enrolment = next;
              counted.add(shown);
              say(guide, enrolment.progress());
            }
            case Enrolment.Step.Passed(TrustFault why) -> pass(why, shown, guide, answers);
            case Enrolment.Step.Ended(TrustFault.Disagrees(int card)) ->
                throw stopped(
                    new TrustFault.Disagrees(card),
                    card <= counted.size() ? counted.get(card - 1) : shown);
            case Enrolment.Step.Ended(TrustFault why) -> throw stopped(why, shown);
          }
        }
        case ChipOutcome.Stopped stopped -> pass(stopped.fault(), shown, guide, answers);
        case ChipOutcome.Cancelled _ -> throw new IllegalStateException("nobody cancels here");
      }
    }
  }

  /** A person who is asked can show another card; the same card once more never does harm. */
  private static void pass(Fault why, int shown, EnrolGuide guide, EnrolAnswers answers)
      throws PartlyDone {
    if (answers.given() && !(why instanceof TrustFault.Repeated)) {
      throw stopped(why, shown);
    }
    guide.say(why);
  }

  private static PartlyDone stopped(Fault why, int card) {
    return new PartlyDone(why, Map.of("card", card));
  }

  private EnrolledAnchors finish(Cards cards) throws FaultException, PartlyDone {
    Enrolment enrolment = cards.enrolment();
    try {
      return enrolment.finish(technician, witness, desk().today());
    } catch (FaultException e) {
      Enrolment.Progress progress = enrolment.progress();
      throw new PartlyDone(
          e.fault(),
          e.fault() instanceof TrustFault.Disagrees(int card)
              ? Map.of("card", cards.counted().get(card - 1))
              : Map.of("cards", progress.cards(), "signers", progress.signers()));
    }
  }

  private static void say(EnrolGuide guide, Enrolment.Progress now) {
    guide.say("counted", now.cards(), now.signers());
    switch (now.basis()) {
      case KEY -> guide.say("basis-key", now.curve());
      case SIGNERS -> guide.say("basis-signers");
      case NONE -> guide.say("basis-none");
    }
    if (!now.enough()) {
      guide.say("missing", now.missingCards(), now.missingSigners());
    }
  }

  private static Reply reply(Enrolment.Progress progress, EnrolledAnchors learnt) {
    Map<String, Object> json = Reply.object();
    json.put("cards", progress.cards());
    json.put("signers", progress.signers());
    json.put("basis", progress.basis().name());
    json.put("curve", progress.curve());
    json.put("enrolled", TrustCommand.learnt(learnt));
    return new Reply(json, TrustCommand.text(learnt).stripTrailing());
  }
}
