package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;

/** A reader that types, by real key events of the X server, at whatever has the focus. */
@Timeout(300)
class WedgeWindowTest {
  private static final String CODE = "MC1|H48.025.16-261122-0003|7K3MPX";

  /** Milliseconds between two keys of a usual reader. */
  private static final int READER = 3;

  /** A machine that stood still for longer has made a person of the reader: it is read again. */
  private static final long STALLED_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  private static final int TRIES = 30;

  private final WedgeBarcodeReader reader = new WedgeBarcodeReader();
  private final BlockingQueue<String> scans = new LinkedBlockingQueue<>();
  private final AtomicInteger fired = new AtomicInteger();
  private final AtomicLong lastKey = new AtomicLong();
  private final AtomicLong longestGap = new AtomicLong();
  private TextField field;
  private Button button;
  private ComboBox<String> list;
  private FxRobot robot;
  private XKeyboard keyboard;

  @BeforeEach
  void open() {
    reader.listen(
        event -> scans.add(event instanceof BarcodeEvent.Scanned scan ? scan.text() : "refused"));
    robot = FxRobot.open(600, 400, this::fill);
    keyboard = new XKeyboard();
    FxRobot.runFx(robot.stage()::requestFocus);
    robot.await("focus", robot.stage()::isFocused);
  }

  @AfterEach
  void close() {
    keyboard.close();
    robot.close();
  }

  private void fill(Stage stage) {
    field = new TextField();
    button = new Button("Nút");
    button.setOnAction(_ -> fired.incrementAndGet());
    list = new ComboBox<>();
    list.getItems().addAll("MỘT", "HAI", "BA");
    list.getSelectionModel().select(0);
    VBox box = new VBox(10, field, button, list);
    box.setFocusTraversable(true);
    stage.setScene(new Scene(box));
    watch(stage);
    WedgeFilter.install(stage.getScene(), reader);
  }

  /** Sees the keys before the filter does, to know how fast they really came. */
  private void watch(Window window) {
    window.addEventFilter(
        KeyEvent.ANY,
        _ -> {
          long now = System.nanoTime();
          longestGap.accumulateAndGet(now - lastKey.getAndSet(now), Math::max);
        });
  }

  private void focus(Node node) {
    FxRobot.runFx(node::requestFocus);
    robot.await("focus", node::isFocused);
  }

  /** Types as a reader does; again if the machine was not quick enough for one. */
  private void scan(String code, Runnable tidy) throws InterruptedException {
    keyboard.prepare(code);
    robot.pulses(3);
    for (int i = 0; i < TRIES; i++) {
      scans.clear();
      FxRobot.runFx(() -> {
        lastKey.set(System.nanoTime());
        longestGap.set(0);
      });
      keyboard.type(code + "\n", READER);
      String got = scans.poll(2, TimeUnit.SECONDS);
      if (code.equals(got)) {
        robot.pulses(2);
        assertThat(scans).isEmpty();
        return;
      }
      long gap = longestGap.get();
      assertThat(gap)
          .as("%s became %s although keys came quickly", code, got)
          .isGreaterThan(STALLED_NANOS);
      robot.pulses(10);
      FxRobot.runFx(tidy);
    }
    throw new AssertionError("this machine is too slow to type as a reader does");
  }

  private void scan(String code) throws InterruptedException {
    scan(
        code,
        () -> {
          field.clear();
          fired.set(0);
        });
  }

  @Test
  void nothingIsTypedIntoAFieldWithTheFocus() throws Exception {
    focus(field);
    FxRobot.runFx(() -> field.setText("gõ dở"));
    scan(CODE, () -> field.setText("gõ dở"));
    assertThat(field.getText()).isEqualTo("gõ dở");
  }

  @Test
  void neitherSpaceNorEnterPressesAButtonWithTheFocus() throws Exception {
    focus(button);
    scan("MA SO  1 2 3   ");
    assertThat(fired).hasValue(0);
    FxRobot.runFx(() -> button.setDefaultButton(true));
    focus(field);
    scan("MA SO 4");
    assertThat(fired).hasValue(0);
  }

  @Test
  void itIsHeardWhereNothingWaitsForKeys() throws Exception {
    focus(robot.scene().getRoot());
    scan("'; DROP TABLE dossier; --");
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void vietnameseComesAsItWasTyped() throws Exception {
    focus(field);
    scan("051191407263||Nguyễn Thị Ánh|12031991|Nữ|Đồng Bưng|18052022");
    assertThat(field.getText()).isEmpty();
  }

  @Test
  void aDialogIsNoWayAround() throws Exception {
    Button ok = new Button("OK");
    TextField inside = new TextField();
    Stage dialog =
        FxRobot.onFx(() -> {
          Stage made = new Stage(StageStyle.UNDECORATED);
          made.initOwner(robot.stage());
          made.initModality(Modality.WINDOW_MODAL);
          ok.setDefaultButton(true);
          ok.setOnAction(_ -> fired.incrementAndGet());
          made.setScene(new Scene(new VBox(inside, ok), 200, 100));
          watch(made);
          made.show();
          made.requestFocus();
          inside.requestFocus();
          return made;
        });
    robot.await("focus", () -> dialog.isFocused() && inside.isFocused());
    scan(
        CODE,
        () -> {
          inside.clear();
          fired.set(0);
        });
    assertThat(inside.getText()).isEmpty();
    assertThat(fired).hasValue(0);
    FxRobot.runFx(dialog::close);
  }

  @Test
  void anOpenListStaysAsItIs() throws Exception {
    focus(list);
    FxRobot.runFx(list::show);
    robot.await("the list", list::isShowing);
    scan(
        "BA HAI MOT 1",
        () -> {
          list.getSelectionModel().select(0);
          list.show();
        });
    assertThat(list.getValue()).isEqualTo("MỘT");
    assertThat(list.isShowing()).isTrue();
    FxRobot.runFx(list::hide);
    // A person's key still does what it did, once.
    focus(field);
    typeSlowly("ab");
    assertThat(field.getText()).isEqualTo("ab");
  }

  @Test
  void theWindowInFrontHearsIt() throws Exception {
    TextField other = new TextField();
    List<String> theirs = new ArrayList<>();
    WedgeBarcodeReader second = new WedgeBarcodeReader();
    second.listen(event -> theirs.add(event.reader()));
    FxRobot front =
        FxRobot.open(
            300,
            200,
            stage -> {
              stage.setScene(new Scene(new VBox(other)));
              watch(stage);
              WedgeFilter.install(stage.getScene(), reader);
            });
    FxRobot.runFx(() -> {
      front.stage().requestFocus();
      other.requestFocus();
    });
    front.await("focus", () -> front.stage().isFocused() && other.isFocused());
    scan(CODE, other::clear);
    assertThat(other.getText()).isEmpty();
    assertThat(field.getText()).isEmpty();
    assertThat(theirs).isEmpty();
    front.close();
  }

  /** Each key only when the one before is there: an overloaded machine would bunch them. */
  private void typeSlowly(String text) {
    keyboard.prepare(text);
    robot.pulses(3);
    for (int i = 0; i < text.length(); i++) {
      String so = field.getText() + text.charAt(i);
      keyboard.type(String.valueOf(text.charAt(i)), 50);
      robot.await("“" + so + "”", () -> field.getText().equals(so));
    }
  }

  @Test
  void aPersonTypesAsEver() throws Exception {
    focus(field);
    typeSlowly("Nguyễn Văn A, 12|3");
    focus(button);
    keyboard.type(" ", 50);
    robot.await("the button", () -> fired.get() == 1);
    assertThat(scans).isEmpty();
  }

  /** The quickest of some: in the others the machine may have been busy elsewhere. */
  @Test
  void theAnswerComesWithinATenthOfASecond() throws Exception {
    for (List<Long> millis : answers(6)) {
      assertThat(millis.getFirst()).as("the quickest of %s", millis).isLessThanOrEqualTo(100);
    }
  }

  @Test
  @Tag("long")
  void nearlyEveryAnswerComesWithinATenthOfASecond() throws Exception {
    for (List<Long> millis : answers(20)) {
      assertThat(millis.get(10)).as("median of %s", millis).isLessThanOrEqualTo(100);
      assertThat(millis.get(18)).as("95 %% of %s", millis).isLessThanOrEqualTo(400);
    }
  }

  /**
   * Milliseconds from the last key's event at the server to what a person sees or hears, the
   * quickest first: with an end of line, and without.
   */
  private List<List<Long>> answers(int count) throws Exception {
    List<List<Long>> all = new ArrayList<>();
    BlockingQueue<Long> shown = new LinkedBlockingQueue<>();
    reader.listen(_ -> Platform.runLater(() -> shown.add(System.nanoTime())));
    focus(field);
    for (String end : new String[] {"\n", ""}) {
      List<Long> millis = new ArrayList<>();
      for (int i = 0; i < 60 && millis.size() < count; i++) {
        shown.clear();
        keyboard.type("H48.025.16-261122-0003" + end, READER);
        long sent = System.nanoTime();
        Long seen = shown.poll(3, TimeUnit.SECONDS);
        robot.pulses(4);
        boolean whole = "H48.025.16-261122-0003".equals(scans.poll(1, TimeUnit.SECONDS));
        if (seen != null && whole) {
          millis.add((seen - sent) / 1_000_000);
        }
        scans.clear();
        FxRobot.runFx(field::clear);
      }
      Collections.sort(millis);
      assertThat(millis).hasSize(count);
      System.out.printf(
          "wedge %s: median of %d %d ms%n",
          end.isEmpty() ? "without an end" : "with Enter", count, millis.get(count / 2));
      all.add(millis);
    }
    return all;
  }
}
