package vn.motcua.kiosk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * What a technician sets for one machine: {@code settings.json} in the data folder.
 *
 * @param centre the centre that the machine stands in
 * @param terminal what the citizen terminal is called at the counter
 * @param counter number of the counter
 * @param officers who works here; the first one is signed in
 * @param sane hosts of SANE daemons, {@code host:port}
 * @param serial serial devices of barcode readers
 */
record Settings(
    Centre centre,
    String terminal,
    String counter,
    List<String> officers,
    List<String> sane,
    List<String> serial) {
  private static final String FILE = "settings.json";
  private static final long MAX_BYTES = 100_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** What a new machine starts with. */
  static final Settings INITIAL =
      new Settings(
          new Centre(
              "Xã Sơn Tây",
              "Trung tâm Phục vụ hành chính công",
              "tỉnh Quảng Ngãi",
              "H48.025.16",
              "0255 000 0000",
              "3"),
          "Máy 1",
          "2",
          List.of("Trần Thị Mai"),
          List.of("127.0.0.1:6566"),
          List.of());

  Settings {
    officers = List.copyOf(officers);
    sane = List.copyOf(sane);
    serial = List.copyOf(serial);
    if (officers.isEmpty()) {
      throw new IllegalArgumentException("officers: nobody works here");
    }
  }

  /**
   * The settings in {@code folder}; a folder without any gets {@link #INITIAL}, written down so
   * that a technician finds what can be set.
   *
   * @throws FaultException SETTINGS-DAMAGED if the file is there and cannot be understood: it is
   *     never overwritten
   */
  static Settings in(Path folder) throws FaultException {
    Path file = folder.resolve(FILE);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new FaultException(new Damaged(), "more than " + MAX_BYTES + " bytes");
      }
      return JSON.readValue(Files.readString(file), Settings.class);
    } catch (NoSuchFileException e) {
      return write(file);
    } catch (IOException | JacksonException e) {
      throw new FaultException(new Damaged(), e);
    }
  }

  private static Settings write(Path file) throws FaultException {
    // In one step: a disk that fills up meanwhile must not leave half a file, damaged for ever.
    Durable.write(file, (JSON.writeValueAsString(INITIAL) + "\n").getBytes(StandardCharsets.UTF_8));
    return INITIAL;
  }

  /** {@code settings.json} cannot be read or understood. */
  record Damaged() implements Fault {
    @Override
    public String code() {
      return "SETTINGS-DAMAGED";
    }
  }
}
