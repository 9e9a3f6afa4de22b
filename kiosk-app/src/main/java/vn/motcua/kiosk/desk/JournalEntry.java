package vn.motcua.kiosk.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/** One line of a pile's journal: a check sum of eight hexadecimal digits, a blank, and JSON. */
sealed interface JournalEntry {
  /** The pile was begun. */
  record Begun(Instant at) implements JournalEntry {}

  /** A scanner was sent to work for it, for one paper or for none in particular. */
  record Sent(Instant at, ScanJob job, String paper) implements JournalEntry {}

  /** A page is safe. */
  record Page(int number, String file, String sha256, int width, int height, int dpi, String paper)
      implements JournalEntry {}

  /** The line, with its end. */
  default byte[] line() {
    byte[] json = Codec.JSON.writeValueAsBytes(Codec.object(this));
    byte[] sum = Codec.sum(json).getBytes(StandardCharsets.US_ASCII);
    byte[] line = new byte[sum.length + 1 + json.length + 1];
    System.arraycopy(sum, 0, line, 0, sum.length);
    line[sum.length] = ' ';
    System.arraycopy(json, 0, line, sum.length + 1, json.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Reads a line without its end; empty if it is torn or not ours. */
  static Optional<JournalEntry> read(byte[] line) {
    if (line.length < 11 || line[8] != ' ') {
      return Optional.empty();
    }
    byte[] json = new byte[line.length - 9];
    System.arraycopy(line, 9, json, 0, json.length);
    String sum = new String(line, 0, 8, StandardCharsets.US_ASCII);
    if (!sum.equals(Codec.sum(json))) {
      return Optional.empty();
    }
    try {
      return Codec.entry(Codec.JSON.readTree(json));
    } catch (RuntimeException notOurs) {
      return Optional.empty(); // of a newer version, say
    }
  }

  /** Between entries and JSON. */
  final class Codec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Stands for a side that has no end. */
    private static final double ENDLESS = -1;

    private Codec() {}

    private static String sum(byte[] json) {
      CRC32 sum = new CRC32();
      sum.update(json);
      return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static Map<String, Object> object(JournalEntry entry) {
      Map<String, Object> object = new LinkedHashMap<>();
      switch (entry) {
        case Begun begun -> object.put("begun", begun.at().toString());
        case Sent sent -> {
          ScanSettings settings = sent.job().settings();
          ScanArea area = settings.area();
          object.put("sent", sent.at().toString());
          sent.job().profile().ifPresent(name -> object.put("profile", name));
          object.put("paper", sent.paper());
          object.put("device", sent.job().device().toString());
          object.put("source", settings.source().name());
          object.put("mode", settings.mode().name());
          object.put("dpi", settings.dpi());
          object.put("quality", settings.quality());
          object.put(
              "area", List.of(area.left(), area.top(), out(area.width()), out(area.height())));
        }
        case Page page -> {
          object.put("page", page.number());
          object.put("file", page.file());
          object.put("sha256", page.sha256());
          object.put("width", page.width());
          object.put("height", page.height());
          object.put("dpi", page.dpi());
          object.put("paper", page.paper());
        }
      }
      return object;
    }

    private static Optional<JournalEntry> entry(JsonNode node) {
      if (node.has("begun")) {
        return Optional.of(new Begun(Instant.parse(node.get("begun").asString())));
      }
      if (node.has("sent")) {
        JsonNode area = node.get("area");
        ScanSettings settings =
            new ScanSettings(
                PaperSource.valueOf(node.get("source").asString()),
                ColourMode.valueOf(node.get("mode").asString()),
                node.get("dpi").asInt(),
                new ScanArea(
                    area.get(0).asDouble(),
                    area.get(1).asDouble(),
                    in(area.get(2).asDouble()),
                    in(area.get(3).asDouble())),
                node.get("quality").asInt());
        Optional<String> profile =
            node.has("profile") ? Optional.of(node.get("profile").asString()) : Optional.empty();
        return Optional.of(
            new Sent(
                Instant.parse(node.get("sent").asString()),
                new ScanJob(profile, ScannerId.parse(node.get("device").asString()), settings),
                node.get("paper").asString()));
      }
      if (node.has("page")) {
        return Optional.of(
            new Page(
                node.get("page").asInt(),
                node.get("file").asString(),
                node.get("sha256").asString(),
                node.get("width").asInt(),
                node.get("height").asInt(),
                node.get("dpi").asInt(),
                node.get("paper").asString()));
      }
      return Optional.empty();
    }

    private static double out(double side) {
      return Double.isInfinite(side) ? ENDLESS : side;
    }

    private static double in(double side) {
      return side == ENDLESS ? Double.POSITIVE_INFINITY : side;
    }
  }
}
