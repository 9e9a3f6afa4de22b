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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  @Test
  @Timeout(120)
  void nothingOfTheFirstIsLeftForTheSecond() throws Exception {
    List<DossierCode> codes;
    String now;
    Path data = root.resolve("data");
    try (CitizenWorld world = new CitizenWorld(data)) {
      codes = world.threeOfMai();
      now = world.clock.instant().toString();
    }
    List<String> words = new ArrayList<>();
    words.add(CitizenWorld.MAI.number());
    words.add(CitizenWorld.MAI.name());
    words.add(codes.getFirst().value());
    words.add(CitizenWorld.SECRET.value());
    try (Terminal terminal = new Terminal(data, now)) {
      terminal.tell("see", "home-card");
      terminal.scan(ScannedCode.receiptText(codes.getFirst(), CitizenWorld.SECRET));
      terminal.tell("see", "rail");
      Map<String, Integer> before = new HashMap<>(terminal.search(words, "receipt", false));
      terminal.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
      terminal.tell("insert");
      terminal.tell("see", "dossier-");
      terminal.tell("click", "dossier-");
      terminal.tell("see", "rail");
      terminal
          .search(words, "card", false)
          .forEach((word, count) -> before.merge(word, count, Integer::sum));
      assertThat(before).as("found while the person is there").allSatisfy(
          (_, count) -> assertThat(count).isPositive());
      terminal.tell("remove");
      terminal.tell("click", "leave");
      terminal.tell("see", "home-card");
      terminal.tell("collect");
      Map<String, Integer> after = terminal.search(words, "after", false);
      System.out.println(before + " " + after);
      assertThat(after).allSatisfy((_, count) -> assertThat(count).isZero());
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
                    "-Xmx512m",
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
                .redirectOutput(Path.of(System.getProperty("keep", root.toString()), "terminal.log").toFile())
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

    void scan(String code) throws IOException {
      byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
      out.writeUTF("scan");
      out.writeInt(bytes.length);
      out.write(bytes);
      assertThat(in.readUTF()).isEqualTo("done");
    }

    Map<String, Integer> search(List<String> words, String name, boolean live)
        throws IOException {
      Path dump = root.resolve(name + ".hprof");
      out.writeUTF("dump");
      out.writeUTF(dump.toString());
      out.writeBoolean(live);
      assertThat(in.readUTF()).isEqualTo("done");
      Map<String, Integer> found = HeapSearch.count(dump, words);
      if (System.getProperty("keep") != null) {
        Files.copy(dump, Path.of(System.getProperty("keep"), name + ".hprof"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      Files.delete(dump);
      return found;
    }

    @Override
    public void close() throws Exception {
      out.writeUTF("end");
      commands.close();
      wire.close();
      if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
