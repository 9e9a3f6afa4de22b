package vn.motcua.kiosk;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.Screen;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.barcode.simulated.SimulatedBarcodeReader;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/**
 * The terminal in a process of its own, driven over two local sockets by a test that holds the card
 * and the receipt: what this process knows of a citizen came through the readers. Its own code
 * names nobody, and it clears what passed through its hands.
 *
 * <p>Arguments: data folder, ports of the commands and of the card, the instant of its clock, the
 * certificate of who issues cards.
 */
public final class WipedTerminal {
  /** How often this process asked for all its garbage to be collected, and it was. */
  private static final AtomicLong COLLECTIONS = new AtomicLong();

  private WipedTerminal() {}

  private static void countCollections() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> {
                if (GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData())
                    .getGcCause()
                    .equals("System.gc()")) {
                  COLLECTIONS.incrementAndGet();
                }
              },
              null,
              null);
    }
  }

  /** See the class. */
  public static void main(String[] args) throws Exception {
    countCollections();
    Path folder = Path.of(args[0]);
    Clock clock = Clock.fixed(Instant.parse(args[3]), ZoneId.of("Asia/Ho_Chi_Minh"));
    try (Socket commands = connect(args[1]);
        Socket wire = connect(args[2]);
        SimulatedReaders cards =
            new SimulatedReaders(
                new ChipReader(
                    TrustStore.of(List.of(Files.readAllBytes(Path.of(args[4])))), clock))) {
      SimulatedBarcodeReader codes = new SimulatedBarcodeReader();
      WedgeBarcodeReader wedge = new WedgeBarcodeReader();
      House house =
          House.open(
              folder,
              clock,
              (_, _) -> new House.Hardware(List.of(cards), List.of(codes), List.of()).with(wedge));
      Screen.startUnseen(1080, 1920);
      Faces faces = new Faces(house.desks(), AppFaults.sentences(), clock, Locale.of("vi"), wedge);
      Stage stage = Screen.show(() -> faces.citizen(house.settings().terminal(), Optional.empty()));
      new WipedTerminal.Hands(FxRobot.before(stage), codes, cards, new FarCard(wire))
          .obey(commands);
      house.close();
    }
    Runtime.getRuntime().halt(0);
  }

  private static Socket connect(String port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }

  private record Hands(
      FxRobot robot, SimulatedBarcodeReader codes, SimulatedReaders cards, FarCard card) {
    void obey(Socket commands) throws IOException {
      DataInputStream in = new DataInputStream(commands.getInputStream());
      DataOutputStream out = new DataOutputStream(commands.getOutputStream());
      out.writeUTF("ready");
      while (true) {
        String command = in.readUTF();
        if (command.equals("end")) {
          return;
        }
        String answer = "done";
        switch (command) {
          case "scan" -> {
            byte[] code = in.readNBytes(in.readInt());
            codes.scan(code);
            Arrays.fill(code, (byte) 0);
          }
          case "insert" -> cards.insert(card);
          case "remove" -> cards.remove();
          case "see" -> await(in.readUTF());
          case "click" -> {
            String what = in.readUTF();
            Node node = await(what);
            robot.reveal(node);
            robot.clickAt(node);
          }
          case "text" -> answer = ((Labeled) await(in.readUTF())).getText();
          case "fire" -> {
            // Capitals or not: the keyboard itself begins names with one.
            String key = in.readUTF();
            Predicate<Node> meant = node -> key.equalsIgnoreCase(node.getId());
            robot.await("a key", () -> !robot.nodes(meant).isEmpty());
            robot.fire(robot.nodes(meant).getFirst().getId());
          }
          case "press" -> robot.press(KeyCode.valueOf(in.readUTF()));
          case "bytes" -> {
            // Not through a buffer of this program that would keep it.
            byte[] text =
                ((Labeled) await(in.readUTF())).getText().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            Arrays.fill(text, (byte) 0);
          }
          case "count" -> answer = String.valueOf(COLLECTIONS.get());
          case "collected" -> {
            long before = in.readLong();
            robot.await("the garbage to be collected", () -> COLLECTIONS.get() > before);
          }
          case "dump" ->
              ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                  .dumpHeap(in.readUTF(), in.readBoolean());
          default -> answer = "unknown command";
        }
        out.writeUTF(answer);
      }
    }

    private Node await(String idPrefix) {
      Predicate<Node> meant = node -> node.getId() != null && node.getId().startsWith(idPrefix);
      robot.await("a node", () -> !robot.nodes(meant).isEmpty());
      robot.pulses(2);
      return robot.nodes(meant).getFirst();
    }
  }

  /** A card at the other end of a wire. */
  private static final class FarCard implements VirtualCard {
    private final DataInputStream in;
    private final DataOutputStream out;

    FarCard(Socket wire) throws IOException {
      in = new DataInputStream(wire.getInputStream());
      out = new DataOutputStream(wire.getOutputStream());
    }

    @Override
    public byte[] atr() {
      return ask('A', new byte[0]);
    }

    @Override
    public void reset() {
      ask('R', new byte[0]);
    }

    @Override
    public byte[] process(byte[] command) {
      return ask('P', command);
    }

    private synchronized byte[] ask(char what, byte[] with) {
      try {
        out.writeByte(what);
        out.writeInt(with.length);
        out.write(with);
        out.flush();
        return in.readNBytes(in.readInt());
      } catch (IOException e) {
        throw new IllegalStateException("the card's wire is cut", e);
      }
    }
  }
}
