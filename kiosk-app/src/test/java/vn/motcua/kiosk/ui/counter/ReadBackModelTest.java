package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.BlankJudge;
import vn.motcua.kiosk.desk.KeptPage;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.desk.TakenOver;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.FaultException;

/** What is offered beside the fields of the form, without a window. */
class ReadBackModelTest {
  private static final String PAPER = "Tờ khai";
  private static final String NUMBER = "001199012345";
  private static final ReadBackModel.Person WHO = ReadBackModel.Person.APPLICANT;

  @TempDir Path root;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final Map<Path, PageText> texts = new HashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final PersonForm applicant = new PersonForm(true);
  private final PersonForm owner = new PersonForm(false);
  private CounterWorld world;
  private PageStrip strip;
  private ReadBackModel model;

  @BeforeEach
  void open() throws FaultException, IOException {
    world = new CounterWorld(root.resolve("data"), true);
    Errands errands = new Errands(new Background(screen::add));
    strip = new PageStrip(errands, BlankJudge.NEVER);
    strip.know(new PaperLine(new RequiredPaper(PAPER, 1, 0, true)));
    PageSight sight =
        new PageSight() {
          @Override
          public SplitPage codes(Path picture, int number) {
            return new SplitPage(number, List.of(), false);
          }

          @Override
          public PageText text(Path picture) {
            reads.incrementAndGet();
            return texts.getOrDefault(picture, PageText.NONE);
          }

          @Override
          public void forget(Path picture) {
            texts.remove(picture);
          }
        };
    model = new ReadBackModel(sight, world.desks.readBack(), errands, strip, applicant, owner);
  }

  @AfterEach
  void close() throws FaultException {
    world.close();
  }

  private void scanned(PageText... pages) throws InterruptedException {
    List<PilePage> pile = new java.util.ArrayList<>();
    for (int i = 0; i < pages.length; i++) {
      Path picture = Path.of(i + 1 + ".png");
      texts.put(picture, pages[i]);
      pile.add(
          new PilePage(
              i + 1,
              PAPER,
              Optional.of(new KeptPage(i + 1, picture, "", 1, 1, 200, PAPER)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    strip.show(pile);
    untilTrue(() -> offer(PersonForm.Key.NAME).isPresent());
  }

  private void untilTrue(BooleanSupplier met) throws InterruptedException {
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("something for the screen to do").isNotNull();
      next.run();
    }
  }

  private Optional<ReadBackModel.Offer> offer(PersonForm.Key key) {
    return model.offer(WHO, key).get();
  }

  private String value(PersonForm.Key key) {
    return applicant.field(key).value();
  }

  @Test
  void nothingIsFilledUntilAnOfficerUsesIt() throws Exception {
    scanned(PageText.NONE, Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"));
    ReadBackModel.Offer name = offer(PersonForm.Key.NAME).orElseThrow();
    assertThat(name.value()).isEqualTo("Đinh Văn Hơ");
    assertThat(name.place()).isEqualTo(2);
    assertThat(name.hint()).isFalse();
    assertThat(applicant.isBlank()).isTrue();
    assertThat(model.taken(false)).isEmpty();

    model.use(WHO, PersonForm.Key.NAME);
    assertThat(value(PersonForm.Key.NAME)).isEqualTo("Đinh Văn Hơ");
    assertThat(applicant.field(PersonForm.Key.NAME).source().get()).contains(FieldSource.PAPER);
    assertThat(offer(PersonForm.Key.NAME)).isEmpty();
    assertThat(model.taken(false)).containsExactly(new TakenOver("họ và tên người nộp", 2));

    applicant.field(PersonForm.Key.NAME).text().set("Đinh Văn Hở");
    assertThat(model.taken(false)).as("what was mended by hand is typed").isEmpty();
    assertThat(reads.get()).as("each page once").isEqualTo(2);
  }

  @Test
  void whatIsDismissedStaysAwayForThisDossier() throws Exception {
    scanned(Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"));
    model.dismiss(WHO, PersonForm.Key.PHONE);
    assertThat(offer(PersonForm.Key.PHONE)).isEmpty();
    applicant.field(PersonForm.Key.PHONE).text().set("1");
    applicant.field(PersonForm.Key.PHONE).text().set("");
    assertThat(offer(PersonForm.Key.PHONE)).isEmpty();
    assertThat(offer(PersonForm.Key.NAME)).as("the others are still asked about").isPresent();
    model.clear();
    strip.clear();
    strip.know(new PaperLine(new RequiredPaper(PAPER, 1, 0, true)));
    scanned(Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"));
    assertThat(offer(PersonForm.Key.PHONE)).as("the next dossier begins anew").isPresent();
  }

  @Test
  void aFilledFieldIsNeverTouchedAndWhatIsOfSomebodyElseIsDoubted() throws Exception {
    applicant.field(PersonForm.Key.NUMBER).offer("001088000019", FieldSource.CHIP);
    scanned(Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"));
    assertThat(offer(PersonForm.Key.NAME).orElseThrow().sure())
        .as("the paper has another number")
        .isFalse();
    model.use(WHO, PersonForm.Key.NUMBER);
    assertThat(value(PersonForm.Key.NUMBER)).isEqualTo("001088000019");
    assertThat(applicant.field(PersonForm.Key.NUMBER).source().get()).contains(FieldSource.CHIP);
    assertThat(applicant.field(PersonForm.Key.NUMBER).difference().get()).isEmpty();
  }

  @Test
  void aPageThatIsTakenOutOffersNothing() throws Exception {
    scanned(Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"));
    strip.show(List.of());
    assertThat(offer(PersonForm.Key.NAME)).isEmpty();
  }

  @Test
  void anotherPageThatSaysSomethingElseIsNamedAndStaysAsAHint() throws Exception {
    String other = "001199012346";
    scanned(
        Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"),
        Typewriter.form("Đinh Văn Hơ", other, "0905000111"));
    untilTrue(() -> offer(PersonForm.Key.NUMBER).filter(now -> !now.sure()).isPresent());
    ReadBackModel.Offer number = offer(PersonForm.Key.NUMBER).orElseThrow();
    assertThat(number.value()).isEqualTo(NUMBER);
    assertThat(number.others()).containsExactly(new ReadBackModel.Other(other, 2));
    assertThat(offer(PersonForm.Key.NAME).orElseThrow().others()).isEmpty();
    assertThat(offer(PersonForm.Key.NAME).orElseThrow().sure()).isTrue();

    model.use(WHO, PersonForm.Key.NUMBER);
    ReadBackModel.Offer hint = offer(PersonForm.Key.NUMBER).orElseThrow();
    assertThat(hint.hint()).isTrue();
    assertThat(hint.value()).isEqualTo(other);
    assertThat(hint.place()).isEqualTo(2);

    strip.show(List.of(strip.all().getFirst().page()));
    assertThat(offer(PersonForm.Key.NUMBER)).as("the page was taken out").isEmpty();
    applicant.field(PersonForm.Key.NUMBER).text().set("");
    untilTrue(() -> offer(PersonForm.Key.NUMBER).filter(ReadBackModel.Offer::sure).isPresent());
    assertThat(offer(PersonForm.Key.NUMBER).orElseThrow().others()).isEmpty();
  }

  @Test
  void aNumberThatACardSaidIsToldIfAPaperHasAnother() throws Exception {
    applicant.field(PersonForm.Key.NUMBER).offer("001088000019", FieldSource.CHIP);
    scanned(Typewriter.form("Đinh Văn Hơ", NUMBER, "0905000111"));
    ReadBackModel.Offer hint = offer(PersonForm.Key.NUMBER).orElseThrow();
    assertThat(hint.hint()).isTrue();
    assertThat(hint.value()).isEqualTo(NUMBER);
  }
}
