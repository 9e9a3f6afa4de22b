package vn.motcua.kiosk.outgoing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver answers to a package, as it stands in its file. */
public sealed interface PackageAnswer {
  /** A longer answer is none. */
  int LONGEST = 64 << 10;

  /** More of a reason is not kept. */
  int LONGEST_REASON = 500;

  /**
   * Taken.
   *
   * @param sha256 of what the receiver has, 64 lower-case hexadecimal digits
   */
  record Taken(String sha256) implements PackageAnswer {}

  /**
   * Refused.
   *
   * @param reason in the receiver's words, without control characters
   */
  record Refused(String reason) implements PackageAnswer {
    /** Never the reason: it may name people. */
    @Override
    public String toString() {
      return "Refused[…]";
    }
  }

  /** Neither: half a file, or something else. */
  record Unreadable() implements PackageAnswer {}

  /**
   * Reads {@code {"sha256": "…"}} from an {@code .ack}, {@code {"reason": "…"}} or plain text from
   * a {@code .nack}.
   *
   * @param file its name
   */
  static PackageAnswer read(String file, byte[] bytes) {
    Optional<String> text = bytes.length > LONGEST ? Optional.empty() : text(bytes);
    if (text.isEmpty()) {
      return new Unreadable();
    }
    Optional<JsonNode> json = json(text.get());
    if (file.endsWith(PackageName.NACK)) {
      String reason =
          json.map(root -> root.path("reason").asString("")).orElseGet(() -> plain(text.get()));
      return new Refused(cut(reason));
    }
    String sha256 =
        json.map(root -> root.path("sha256").asString("")).orElse("").toLowerCase(Locale.ROOT);
    return sha256.matches("[0-9a-f]{64}") ? new Taken(sha256) : new Unreadable();
  }

  private static Optional<JsonNode> json(String text) {
    try {
      JsonNode root = JsonMapper.shared().readTree(text);
      return root.isObject() ? Optional.of(root) : Optional.empty();
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  /** A refusal in plain words needs no JSON. */
  private static String plain(String text) {
    return text.stripLeading().startsWith("{") ? "" : text;
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static String cut(String reason) {
    String line = reason.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
  }
}
