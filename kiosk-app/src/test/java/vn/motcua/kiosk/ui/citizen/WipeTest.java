package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.HeapSearch;
import vn.motcua.kiosk.WipedTerminal;
import vn.motcua.kiosk.desk.Helper;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/**
 * Two people in a row. The terminal runs in a process of its own; the first one's card and receipt
 * are here. After the first one has left, the memory of that process, garbage included, holds
 * nothing of what was found in it before.
 */
class WipeTest {
  @TempDir Path root;

  private Path data;
  private List<DossierCode> codes;
  private String now;
  private List<String> words;

  @BeforeEach
  void fill() throws Exception {
    data = root.resolve("data");
    try (CitizenWorld world = new CitizenWorld(data)) {
      codes = world.threeOfMai();
      now = world.clock.instant().toString();
    }
    String number = CitizenWorld.MAI.number();
    words =
        List.of(
            number,
            number.substring(6),
            CitizenWorld.MAI.name(),
            codes.get(0).value(),
            CitizenWorld.SECRET.value());
  }

  @Test
  @Timeout(120)
  void nothingOfTheFirstIsLeftForTheSecond() throws Exception {
    try (Terminal terminal = new Terminal(data, now)) {
      terminal.tell("see", "home-card");
      terminal.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
      terminal.tell("insert");
      terminal.tell("click", "dossier-1");
      terminal.tell("click", "viewings");
      terminal.tell("remove");
      terminal.tell("click", "bar-call");
      terminal.scan(ScannedCode.receiptText(codes.getFirst(), CitizenWorld.SECRET));
      terminal.tell("see", "rail");
      assertThat(terminal.search(words, "before", false))
          .as("a search that finds nothing now would prove nothing afterwards")
          .hasSize(words.size())
          // What opened the dossier nobody holds any more; it may have been collected by now.
          .allSatisfy((word, count) ->
              assertThat(count)
                  .isGreaterThanOrEqualTo(word.equals(CitizenWorld.SECRET.value()) ? 0 : 1));
      long collections = terminal.collections();
      terminal.tell("click", "leave");
      terminal.awaitCollection(collections);
      terminal.tell("see", "home-card");
      for (boolean live : new boolean[] {false, true}) {
        assertThat(terminal.search(words, "after", live))
            .as(live ? "still held by something" : "left in the memory, garbage included")
            .allSatisfy((_, count) -> assertThat(count).isZero());
      }

      // The second one sees somebody else's nothing: an empty code page, and no way to a list.
      terminal.tell("click", "home-without");
      assertThat(terminal.text("entry")).isBlank();
      terminal.tell("click", "back");
      terminal.tell("see", "home-card");
    }
  }

  /** No device brought it: every letter of it went through keys on the screen. */
  @Test
  @Tag("long")
  @Timeout(240)
  void nothingOfWhatTheFirstTypedIsLeftForTheSecond() throws Exception {
    String pin = "730519";
    new HelperDesk(data.resolve("helpers"), Clock.systemUTC())
        .allow(new Helper("Y Bhươm", Helper.Role.COMMUNITY), pin);
    String six = "862047";
    String search = "khbg tlp";
    String name = "Mbgk Lhtnp";
    String number = "051182730946";
    String phone = "0847196205";
    try (Terminal terminal = new Terminal(data, now)) {
      terminal.tell("see", "home-card");
      terminal.tell("press", "F9");
      terminal.type(pin);
      terminal.tell("click", "helper-go");
      terminal.tell("see", "helper-band");
      terminal.tell("click", "home-card");
      terminal.tell("click", "type-six");
      terminal.type(six);
      terminal.tell("see", "step-");
      terminal.tell("click", "back");
      terminal.tell("click", "home-papers");
      terminal.tell("click", "papers-find");
      terminal.type("n" + search);
      terminal.tell("click", "back");
      terminal.tell("click", "event-BIRTH");
      terminal.tell("click", "procedure-1.001193");
      terminal.tell("click", "needs-prepare");
      terminal.tell("click", "whom-self");
      terminal.tell("click", "fill-type");
      terminal.type(name);
      terminal.tell("click", "ask-next");
      terminal.type(number);
      terminal.tell("click", "ask-next");
      terminal.tell("click", "ask-skip");
      terminal.tell("click", "ask-skip");
      terminal.type(phone);
      terminal.tell("click", "ask-next");
      terminal.tell("see", "check-done");
      List<String> draft = List.of(name, number, phone);
      assertThat(terminal.search(draft, "before", false))
          .as("a search that finds nothing now would prove nothing afterwards")
          .allSatisfy((_, count) -> assertThat(count).isPositive());
      terminal.tell("click", "check-done");
      String code = terminal.bytes("draft-code");
      long collections = terminal.collections();
      terminal.tell("click", "leave");
      terminal.awaitCollection(collections);
      terminal.tell("see", "home-card");
      List<String> typed =
          List.of(
              pin,
              six,
              search,
              name,
              number,
              number.substring(6),
              "0511 8273 0946",
              phone,
              code,
              code.replace(" ", ""));
      for (boolean live : new boolean[] {false, true}) {
        assertThat(terminal.search(typed, "after", live))
            .as(live ? "still held by something" : "garbage included")
            .allSatisfy((_, count) -> assertThat(count).isZero());
      }
      terminal.kill();
    }
    try (Stream<Path> all = Stream.concat(Files.walk(data), Files.walk(root.resolve("tmp")))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(HeapSearch.count(file, List.of(pin, search, name, number, phone)))
            .as(file.toString())
            .allSatisfy((_, count) -> assertThat(count).isZero());
      }
    }
  }

  @Test
  @Tag("long")
  @Timeout(120)
  void afterACrashNothingStandsOnTheDiskAndTheTerminalIsAtRest() throws Exception {
    Path temporary = Files.createDirectories(root.resolve("tmp"));
    try (Terminal terminal = new Terminal(data, now)) {
      terminal.scan(ScannedCode.receiptText(codes.getFirst(), CitizenWorld.SECRET));
      terminal.tell("see", "rail");
      terminal.kill();
    }
    List<Path> files;
    try (Stream<Path> all = Stream.concat(Files.walk(data), Files.walk(temporary))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).isNotEmpty();
    // The code is no secret on the disk; who it belongs to and what opens it are.
    List<String> sealed =
        words.stream().filter(word -> !word.equals(codes.get(0).value())).toList();
    for (Path file : files) {
      assertThat(HeapSearch.count(file, sealed))
          .as(file.toString())
          .allSatisfy((_, count) -> assertThat(count).isZero());
    }
    try (Terminal terminal = new Terminal(data, now)) {
      terminal.tell("see", "home-card");
    }
  }

  /** The other process, and the card that is put on its reader. */
  private final class Terminal implements AutoCloseable {
    private final Process process;
    private final Socket commands;
    private final Socket wire;
    private final DataInputStream in;
    private final DataOutputStream out;

    Terminal(Path data, String now) throws IOException {
      try (ServerSocket first = local();
          ServerSocket second = local()) {
        process =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-Djava.io.tmpdir=" + Files.createDirectories(root.resolve("tmp")),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Duser.timezone=Asia/Ho_Chi_Minh",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WipedTerminal.class.getName(),
                    data.toString(),
                    String.valueOf(first.getLocalPort()),
                    String.valueOf(second.getLocalPort()),
                    now,
                    Files.write(root.resolve("issuer.cer"), SimulatedIssuer.shared().anchor())
                        .toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("terminal.log").toFile())
                .start();
        commands = first.accept();
        wire = second.accept();
      }
      in = new DataInputStream(commands.getInputStream());
      out = new DataOutputStream(commands.getOutputStream());
      SimulatedCard card = CitizenWorld.MAI.card();
      Thread.ofVirtual().start(() -> serve(card));
      assertThat(in.readUTF()).isEqualTo("ready");
    }

    private static ServerSocket local() throws IOException {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(60_000);
      return socket;
    }

    private void serve(SimulatedCard card) {
      try {
        DataInputStream asked = new DataInputStream(wire.getInputStream());
        DataOutputStream answer = new DataOutputStream(wire.getOutputStream());
        while (true) {
          int what = asked.read();
          if (what < 0) {
            return;
          }
          byte[] command = asked.readNBytes(asked.readInt());
          byte[] said =
              switch (what) {
                case 'A' -> card.atr();
                case 'P' -> card.process(command);
                default -> {
                  card.reset();
                  yield new byte[0];
                }
              };
          answer.writeInt(said.length);
          answer.write(said);
          answer.flush();
        }
      } catch (IOException ended) {
        // The terminal is gone, and the card with it.
      }
    }

    void tell(String command, String... with) throws IOException {
      out.writeUTF(command);
      for (String word : with) {
        out.writeUTF(word);
      }
      assertThat(in.readUTF()).isEqualTo("done");
    }

    String text(String id) throws IOException {
      out.writeUTF("text");
      out.writeUTF(id);
      return in.readUTF();
    }

    /** As a power cut does. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    long collections() throws IOException {
      out.writeUTF("count");
      return Long.parseLong(in.readUTF());
    }

    /** Waits for the terminal to have collected its garbage by itself. */
    void awaitCollection(long before) throws IOException {
      out.writeUTF("collected");
      out.writeLong(before);
      assertThat(in.readUTF()).isEqualTo("done");
    }

    void scan(String code) throws IOException {
      byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
      out.writeUTF("scan");
      out.writeInt(bytes.length);
      out.write(bytes);
      assertThat(in.readUTF()).isEqualTo("done");
    }

    /** Every letter is a command of its own, so that the other process is told no word. */
    void type(String text) throws IOException {
      for (char letter : text.toCharArray()) {
        tell("fire", letter == ' ' ? "key-space" : "key-" + Character.toLowerCase(letter));
      }
    }

    String bytes(String id) throws IOException {
      out.writeUTF("bytes");
      out.writeUTF(id);
      String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      assertThat(in.readUTF()).isEqualTo("done");
      return text;
    }

    /**
     * @param live whether only what something still holds is looked at
     */
    Map<String, Integer> search(List<String> words, String name, boolean live) throws IOException {
      Path dump = root.resolve(name + ".hprof");
      out.writeUTF("dump");
      out.writeUTF(dump.toString());
      out.writeBoolean(live);
      assertThat(in.readUTF()).isEqualTo("done");
      // A sentence of the on-screen keyboard names the same invented person as its example.
      String person = CitizenWorld.MAI.name();
      String example = "Ví dụ: " + person;
      Map<String, Integer> found =
          HeapSearch.count(dump, Stream.concat(words.stream(), Stream.of(example)).toList());
      int examples = found.remove(example);
      found.computeIfPresent(person, (_, count) -> count - examples);
      Files.delete(dump);
      return found;
    }

    @Override
    public void close() throws Exception {
      if (process.isAlive()) {
        out.writeUTF("end");
      }
      commands.close();
      wire.close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
