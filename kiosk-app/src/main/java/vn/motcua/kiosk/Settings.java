package vn.motcua.kiosk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.PackagePlace;
import vn.motcua.kiosk.desk.Proof;
import vn.motcua.kiosk.desk.ProofRules;
import vn.motcua.kiosk.desk.ReaderShape;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.forms.print.Printers;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.speech.Volume;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.escl.EsclOverride;

/**
 * What a technician sets for one machine: {@code settings.json} in the data folder.
 *
 * @param centre the centre that the machine stands in
 * @param terminal what the citizen terminal is called at the counter
 * @param counter number of the counter
 * @param officers who works here and in which roles; the first one is signed in. A file may name
 *     them only: then each does everything
 * @param sane hosts of SANE daemons, {@code host:port}
 * @param serial serial devices of barcode readers
 * @param escl addresses of eSCL scanners that multicast DNS does not find
 * @param overrides what is known better of an eSCL scanner, by its UUID or address
 * @param folders where copiers and phones put what they scanned
 * @param hidPos whether barcode readers that speak HID-POS are listened to
 * @param printerAddress where forms are printed, see {@link Printers#at}; empty = nowhere
 * @param outgoing how packages leave
 * @param sources other systems that know of dossiers, in the order in which they are believed
 * @param paymentAccount where fees go
 * @param cardReader how a card meets the reader: {@code PAD}, {@code SLOT}; empty = as its name
 *     lets suppose
 * @param proofs which proofs open less at this centre than usual, see {@link ProofRules}
 * @param voice how the terminal reads aloud
 * @param papers what the terminal's "Cần giấy tờ gì?" can do
 * @param slipPrinterAddress where the terminal prints its slips; empty = where forms are printed
 * @param callOrder who is called before whom
 */
record Settings(
    Centre centre,
    String terminal,
    String counter,
    List<Crew.Officer> officers,
    List<String> sane,
    List<String> serial,
    List<String> escl,
    Map<String, ScannerOverride> overrides,
    List<String> folders,
    boolean hidPos,
    String printerAddress,
    Outgoing outgoing,
    List<SourceSetting> sources,
    PayTo paymentAccount,
    String cardReader,
    Map<Proof, ProofRules.Opens> proofs,
    VoiceSetting voice,
    PapersSetting papers,
    String slipPrinterAddress,
    CallOrder callOrder) {
  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
  private static final String FILE = "settings.json";

  /** A name of its own at the printer, so that old slips are taken back and forms are not. */
  private static final String SLIPS = "motcua-slips";

  private static final List<String> ADDED_LATER =
      List.of(
          "escl",
          "overrides",
          "folders",
          "hidPos",
          "printerAddress",
          "outgoing",
          "sources",
          "paymentAccount",
          "cardReader",
          "proofs",
          "voice",
          "papers",
          "slipPrinterAddress",
          "callOrder");
  private static final long MAX_BYTES = 100_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
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
          List.of(new Crew.Officer("Trần Thị Mai")),
          List.of("127.0.0.1:6566"),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          true,
          "",
          Outgoing.OFF,
          List.of(),
          new PayTo("", "", ""),
          "",
          Map.of(),
          new VoiceSetting(false, Volume.USUAL.step()),
          PapersSetting.NONE,
          "",
          CallOrder.TURN_BY_TURN);

  Settings {
    officers = List.copyOf(officers);
    sane = List.copyOf(sane);
    serial = List.copyOf(serial);
    escl = List.copyOf(escl);
    overrides = Map.copyOf(overrides);
    folders = List.copyOf(folders);
    sources = List.copyOf(sources);
    proofs = Map.copyOf(proofs);
    if (sources.stream().map(SourceSetting::id).distinct().count() < sources.size()
        || sources.stream().map(SourceSetting::name).distinct().count() < sources.size()) {
      throw new IllegalArgumentException("sources: each its own id and name");
    }
    if (officers.isEmpty()) {
      throw new IllegalArgumentException("officers: nobody works here");
    }
    if (!cardReader.isEmpty()) {
      ReaderShape.valueOf(cardReader);
    }
    if (!printerAddress.isEmpty()) {
      Printers.at(printerAddress);
    }
    if (!slipPrinterAddress.isEmpty()) {
      Printers.at(slipPrinterAddress);
    }
  }

  /** Who works here, by name. */
  List<String> names() {
    return officers.stream().map(Crew.Officer::name).toList();
  }

  /** How a card meets the reader, if a technician has said it. */
  Optional<ReaderShape> readerShape() {
    return cardReader.isEmpty() ? Optional.empty() : Optional.of(ReaderShape.valueOf(cardReader));
  }

  /** The printer, if there is one. */
  Optional<Printer> printer() {
    return printerAddress.isEmpty() ? Optional.empty() : Optional.of(Printers.at(printerAddress));
  }

  /** The terminal's printer, if there is one. */
  Optional<Printer> slipPrinter() {
    String address = slipPrinterAddress.isEmpty() ? printerAddress : slipPrinterAddress;
    return address.isEmpty() ? Optional.empty() : Optional.of(Printers.at(address, SLIPS));
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
      JsonNode whole = JSON.readTree(Files.readString(file));
      if (!whole.isObject()) {
        throw new FaultException(new Damaged(), "no object");
      }
      return JSON.treeToValue(complete(whole), Settings.class);
    } catch (NoSuchFileException e) {
      return write(file);
    } catch (IOException | JacksonException e) {
      LOG.warn("{}: {}", file, e.getMessage());
      throw new FaultException(new Damaged(), e);
    }
  }

  /** Files of earlier versions lack what was added later; an override names only what differs. */
  private static JsonNode complete(JsonNode read) {
    if (read instanceof ObjectNode settings) {
      ObjectNode initial = (ObjectNode) JSON.valueToTree(INITIAL);
      for (String added : ADDED_LATER) {
        if (!settings.has(added)) {
          settings.set(added, initial.get(added));
        }
      }
      named(settings);
      ObjectNode usual = (ObjectNode) JSON.valueToTree(ScannerOverride.NONE);
      for (JsonNode each : settings.path("overrides")) {
        if (each instanceof ObjectNode override) {
          usual.forEachEntry((name, value) -> {
            if (!override.has(name)) {
              override.set(name, value);
            }
          });
        }
      }
    }
    return read;
  }

  /** Files of earlier versions name officers only; whoever has no roles of their own has all. */
  private static void named(ObjectNode settings) {
    ArrayNode officers = JSON.createArrayNode();
    for (JsonNode each : settings.path("officers")) {
      ObjectNode officer =
          each instanceof ObjectNode whole
              ? whole
              : JSON.createObjectNode().put("name", each.asString());
      if (!officer.has("roles")) {
        officer.putArray("roles");
      }
      officers.add(officer);
    }
    settings.set("officers", officers);
  }

  private static Settings write(Path file) throws FaultException {
    // In one step: a disk that fills up meanwhile must not leave half a file, damaged for ever.
    Durable.write(file, (JSON.writeValueAsString(INITIAL) + "\n").getBytes(StandardCharsets.UTF_8));
    return INITIAL;
  }

  /**
   * How the terminal reads aloud.
   *
   * @param headphonesOnly whether nothing is said on the loudspeaker
   * @param volume 1 to 5, what every citizen begins with
   */
  record VoiceSetting(boolean headphonesOnly, int volume) {
    VoiceSetting {
      if (volume < 1 || volume > Volume.STEPS) {
        throw new IllegalArgumentException("voice.volume: " + volume);
      }
    }
  }

  /**
   * Where fees go.
   *
   * @param bank the bank's number at NAPAS (BIN), six digits; empty = there is no account
   * @param account the account's number
   * @param name who owns it, as the bank spells it: for people, it is not in the code
   */
  record PayTo(String bank, String account, String name) {
    PayTo {
      if (!bank.isEmpty()) {
        new PaymentAccount(bank, account);
      }
    }

    /** The account, if there is one. */
    Optional<PaymentAccount> to() {
      return bank.isEmpty() ? Optional.empty() : Optional.of(new PaymentAccount(bank, account));
    }
  }

  /**
   * What is known better of an eSCL scanner than it says of itself.
   *
   * @param forceFeeder its feeder always says that it is empty
   * @param pauseMilliseconds before it is asked for the next page, 0 to 10,000
   * @param noDuplex it must never be asked for both sides
   * @param preferPng its JPEGs are poor
   * @param hostIsLocalhost it refuses jobs whose host is not {@code localhost}
   */
  record ScannerOverride(
      boolean forceFeeder,
      int pauseMilliseconds,
      boolean noDuplex,
      boolean preferPng,
      boolean hostIsLocalhost) {
    static final ScannerOverride NONE = new ScannerOverride(false, 0, false, false, false);

    ScannerOverride {
      if (pauseMilliseconds < 0 || pauseMilliseconds > 10_000) {
        throw new IllegalArgumentException("pauseMilliseconds: " + pauseMilliseconds);
      }
    }

    EsclOverride escl() {
      return new EsclOverride(
          forceFeeder, Duration.ofMillis(pauseMilliseconds), noDuplex, preferPng, hostIsLocalhost);
    }
  }

  /**
   * How packages leave.
   *
   * @param folder where they are put, from the data folder if not absolute; empty = nothing leaves
   * @param answers where the receiver puts its answers; empty = the same folder
   * @param keepDays how long a package stays there once it is acknowledged, 0 to 3,650
   */
  record Outgoing(String folder, String answers, int keepDays) {
    static final Outgoing OFF = new Outgoing("", "", 30);

    Outgoing {
      if (keepDays < 0 || keepDays > 3650) {
        throw new IllegalArgumentException("outgoing.keepDays: " + keepDays);
      }
    }

    /** The place, for a data folder; empty if nothing leaves. */
    Optional<PackagePlace> in(Path data) {
      if (folder.isBlank()) {
        return Optional.empty();
      }
      Path out = data.resolve(folder).normalize();
      Path in = answers.isBlank() ? out : data.resolve(answers).normalize();
      return Optional.of(
          new PackagePlace(out, in, out.startsWith(data), Duration.ofDays(keepDays)));
    }
  }

  /** {@code settings.json} cannot be read or understood. */
  record Damaged() implements Fault {
    @Override
    public String code() {
      return "SETTINGS-DAMAGED";
    }
  }
}
