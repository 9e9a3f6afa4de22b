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
        List.of(number, CitizenWorld.MAI.name(), codes.get(0).value(), CitizenWorld.SECRET.value());
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
      assertThat(terminal.search(words, "before"))
          .as("a search that finds nothing now would prove nothing afterwards")
          .hasSize(words.size())
          .allSatisfy((_, count) -> assertThat(count).isPositive());
      long collections = terminal.collections();
      terminal.tell("click", "leave");
      terminal.awaitCollection(collections);
      terminal.tell("see", "home-card");
      assertThat(terminal.search(words, "after"))
          .as("left in the memory of the terminal, garbage included")
          .allSatisfy((_, count) -> assertThat(count).isZero());

      // The second one sees somebody else's nothing: an empty code page, and no way to a list.
      terminal.tell("click", "home-without");
      assertThat(terminal.text("entry")).isBlank();
      terminal.tell("click", "back");
      terminal.tell("see", "home-card");
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

    Map<String, Integer> search(List<String> words, String name) throws IOException {
      Path dump = root.resolve(name + ".hprof");
      out.writeUTF("dump");
      out.writeUTF(dump.toString());
      assertThat(in.readUTF()).isEqualTo("done");
      // A sentence of the on-screen keyboard names the same invented person as its example.
      String person = CitizenWorld.MAI.name();
      String example = "Ví dụ: " + person;
      Map<String, Integer> found =
          HeapSearch.count(dump, Stream.concat(words.stream(), Stream.of(example)).toList());
      found.merge(person, -found.remove(example), Integer::sum);
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
