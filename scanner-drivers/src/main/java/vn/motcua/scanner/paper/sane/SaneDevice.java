package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/** An open device at a SANE daemon (SANE standard 1.06 §5.2.4 to §5.2.9). */
final class SaneDevice implements AutoCloseable {
  private static final int CLOSE = 3;
  private static final int GET_OPTION_DESCRIPTORS = 4;
  private static final int CONTROL_OPTION = 5;
  private static final int GET_PARAMETERS = 6;
  private static final int START = 7;
  private static final int CANCEL = 8;

  private static final int ACTION_GET = 0;
  private static final int ACTION_SET = 1;
  private static final int INFO_RELOAD_OPTIONS = 2;

  private static final int LITTLE_ENDIAN_MARK = 0x1234;

  private final SaneConnection connection;
  private final SaneWire wire;
  private final int handle;
  private Map<String, SaneOption> options = Map.of();
  private boolean scanning;
  private @Nullable SaneFrame frame;

  SaneDevice(SaneConnection connection, int handle) {
    this.connection = connection;
    this.wire = connection.wire();
    this.handle = handle;
  }

  /** The option with this name, as the device has it now. */
  Optional<SaneOption> option(String name) throws IOException {
    if (options.isEmpty()) {
      reload();
    }
    return Optional.ofNullable(options.get(name));
  }

  private void reload() throws IOException {
    wire.putWord(GET_OPTION_DESCRIPTORS).putWord(handle);
    options =
        connection.exchange(
            connection.timeouts().reply(),
            answer -> {
              int count = answer.length(SaneWire.MAX_ITEMS);
              Map<String, SaneOption> found = new LinkedHashMap<>();
              for (int i = 0; i < count; i++) {
                if (answer.present()) {
                  SaneOption option = SaneOption.read(i, answer);
                  if (!option.name().isEmpty() && option.type() != SaneOption.Type.GROUP) {
                    found.putIfAbsent(option.name(), option);
                  }
                }
              }
              return found;
            });
  }

  /** Sets a number; the device may round it, see {@link #number}. */
  void set(SaneOption option, double value) throws IOException, FaultException {
    setWords(option, option.word(value));
  }

  void set(SaneOption option, boolean value) throws IOException, FaultException {
    setWords(option, value ? 1 : 0);
  }

  private void setWords(SaneOption option, int... words) throws IOException, FaultException {
    request(option, ACTION_SET, words.length * 4).putWord(words.length);
    for (int word : words) {
      wire.putWord(word);
    }
    control(option);
  }

  void set(SaneOption option, String value) throws IOException, FaultException {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    if (text.length + 1 > Math.max(option.size(), 1) || value.indexOf(0) >= 0) {
      throw unsupported(option.name());
    }
    byte[] bytes = Arrays.copyOf(text, text.length + 1);
    request(option, ACTION_SET, bytes.length).putBytes(bytes);
    control(option);
  }

  /**
   * Sets a value that was written as text: numbers (several with commas between), yes or no, a
   * string, or anything for a button.
   */
  void setWritten(SaneOption option, String value) throws IOException, FaultException {
    switch (option.type()) {
      case STRING -> set(option, value);
      case BOOL -> set(option, truth(option, value));
      case INT, FIXED -> setWords(option, words(option, value));
      case BUTTON -> {
        // saned expects an array here too, one of nothing.
        request(option, ACTION_SET, 0).putWord(0);
        control(option);
      }
      case GROUP -> throw unsupported(option.name());
    }
  }

  private static boolean truth(SaneOption option, String value) throws FaultException {
    return switch (value) {
      case "yes", "true", "1", "on" -> true;
      case "no", "false", "0", "off" -> false;
      default -> throw unsupported(option.name());
    };
  }

  private static int[] words(SaneOption option, String value) throws FaultException {
    try {
      int[] words =
          Arrays.stream(value.split(","))
              .mapToInt(each -> option.word(Double.parseDouble(each.strip())))
              .toArray();
      // Backends take a table whole or not at all; the last number fills it up.
      int size = Math.max(option.size() / 4, 1);
      if (words.length == 0 || words.length > size) {
        throw unsupported(option.name());
      }
      int given = words.length;
      int[] table = Arrays.copyOf(words, size);
      Arrays.fill(table, given, size, words[given - 1]);
      return table;
    } catch (NumberFormatException e) {
      throw unsupported(option.name());
    }
  }

  private static FaultException unsupported(String option) {
    return new FaultException(new ScanFault.UnsupportedSetting(option), option);
  }

  /** The number that an option has now. */
  double number(SaneOption option) throws IOException, FaultException {
    request(option, ACTION_GET, 4).putWord(1).putWord(0);
    byte[] value = control(option);
    if (value.length < 4) {
      throw new SaneProtocolException("no value of " + option.name());
    }
    return option.number(ByteBuffer.wrap(value).getInt());
  }

  private SaneWire request(SaneOption option, int action, int size) {
    return wire.putWord(CONTROL_OPTION)
        .putWord(handle)
        .putWord(option.index())
        .putWord(action)
        .putWord(option.type().wire())
        .putWord(size);
  }

  /** What is answered to {@link #CONTROL_OPTION}; words in {@code value} are big-endian bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Controlled(SaneStatus status, int info, byte[] value, String resource) {
    static Controlled read(SaneWire wire) throws IOException {
      SaneStatus status = wire.status();
      int info = wire.word();
      int type = wire.word();
      wire.word(); // size
      byte[] value = new byte[0];
      if (type == SaneOption.Type.STRING.wire()) {
        value = wire.bytes(SaneWire.MAX_STRING);
      } else if (type >= 0 && type < SaneOption.Type.STRING.wire()) {
        int[] words = wire.words();
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 4);
        bytes.asIntBuffer().put(words);
        value = bytes.array();
      } else {
        wire.length(SaneWire.MAX_WORDS); // of nothing
      }
      return new Controlled(status, info, value, wire.string());
    }
  }

  private byte[] control(SaneOption option) throws IOException, FaultException {
    Controlled answer = connection.exchange(connection.timeouts().reply(), Controlled::read);
    SaneConnection.refusePassword(answer.resource);
    if ((answer.info & INFO_RELOAD_OPTIONS) != 0) {
      // Written to the old numbers, the next options would be answered with INVAL.
      reload();
    }
    return switch (answer.status) {
      case GOOD -> answer.value;
      case INVAL, UNSUPPORTED -> throw unsupported(option.name());
      default ->
          throw new FaultException(
              answer.status.fault(), option.name() + " answered " + answer.status);
    };
  }

  private record Shape(SaneStatus status, SaneParameters parameters) {}

  /** The shape of the frame that {@link #start} began. */
  SaneParameters parameters() throws IOException, FaultException {
    wire.putWord(GET_PARAMETERS).putWord(handle);
    Shape shape =
        connection.exchange(
            connection.timeouts().reply(),
            answer -> new Shape(answer.status(), SaneParameters.read(answer)));
    if (shape.status != SaneStatus.GOOD) {
      throw new FaultException(shape.status.fault(), "shape answered " + shape.status);
    }
    shape.parameters.check();
    return shape.parameters;
  }

  private record Started(SaneStatus status, int port, int order, String resource) {}

  /**
   * Starts the next frame and connects to its data.
   *
   * @throws FaultException with {@link ScanFault.FeederEmpty} if there is no paper (any more)
   */
  SaneFrame start() throws IOException, FaultException {
    scanning = true;
    if (frame != null) {
      frame.close();
      frame = null;
    }
    wire.putWord(START).putWord(handle);
    Started started =
        connection.exchange(
            connection.timeouts().start(),
            answer -> new Started(answer.status(), answer.word(), answer.word(), answer.string()));
    SaneConnection.refusePassword(started.resource);
    if (started.status != SaneStatus.GOOD) {
      throw new FaultException(started.status.fault(), "start answered " + started.status);
    }
    if (started.port < 1 || started.port > 65_535) {
      throw new SaneProtocolException("data port " + started.port);
    }
    SaneFrame next =
        new SaneFrame(
            new SaneHost(connection.host().host(), started.port),
            connection.timeouts(),
            connection.cancellation(),
            started.order == LITTLE_ENDIAN_MARK);
    frame = next;
    return next;
  }

  /** Ends the scan, if one runs, and gives the device back. Never fails, never takes long. */
  @Override
  public void close() {
    try {
      if (connection.part()) {
        if (scanning) {
          courtesy(CANCEL);
          if (frame != null) {
            frame.drain();
          }
        }
        courtesy(CLOSE);
      }
    } catch (IOException e) {
      // The daemon is gone, and with it the job.
    } finally {
      if (frame != null) {
        frame.close();
      }
    }
  }

  private void courtesy(int request) throws IOException {
    wire.putWord(request).putWord(handle);
    connection.exchange(connection.timeouts().goodbye(), SaneWire::word);
  }
}
