package vn.motcua.kiosk.ui.citizen.helping;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Helper;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.ui.citizen.Terminal;

/** A helper who went away before the PIN was compared helps nobody. */
class HelpingModelTest {
  private static final Helper VILLAGER = new Helper("Y Bhươm", Helper.Role.COMMUNITY);

  @TempDir Path folder;

  private record Question(Callable<Helper> question, Consumer<Helper> answer) {}

  private final List<Question> asked = new ArrayList<>();

  /** A terminal that only keeps what it is asked. */
  @SuppressWarnings("unchecked")
  private Terminal terminal() {
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(),
            new Class<?>[] {Terminal.class},
            (_, method, with) -> {
              if (method.getName().equals("ask")) {
                asked.add(new Question((Callable<Helper>) with[0], (Consumer<Helper>) with[1]));
              }
              return method.getName().equals("name") ? "Máy 1" : null;
            });
  }

  private static void type(HelpingModel model, String pin) {
    model.begin();
    pin.chars().forEach(digit -> model.key((char) digit));
    model.submit();
  }

  @Test
  void theLedgerNamesNobodyWhoLeftBeforeTheAnswer() throws Exception {
    HelperDesk desk = new HelperDesk(folder, Clock.systemUTC());
    desk.allow(VILLAGER, "204817");
    HelpingModel model = new HelpingModel(terminal(), desk);
    type(model, "204817");
    model.end(); // "Xong, thoát ra" while the PIN is being compared
    assertThat(asked.getFirst().question().call()).isEqualTo(VILLAGER);
    assertThat(desk.at("Máy 1")).as("no band says that somebody helps").isEmpty();

    type(model, "204817");
    asked.getLast().answer().accept(asked.getLast().question().call());
    assertThat(desk.at("Máy 1")).contains(VILLAGER);
    assertThat(model.helper()).contains(VILLAGER);
    model.end();
    assertThat(desk.at("Máy 1")).isEmpty();
    assertThat(model.helper()).isEmpty();
  }
}
