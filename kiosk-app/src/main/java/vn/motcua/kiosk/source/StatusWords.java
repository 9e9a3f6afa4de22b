package vn.motcua.kiosk.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.PortalStatus;

/**
 * How a system writes the ten statuses: their numbers, their published names, and words of its own.
 * A word that is none of these is no status; none is guessed.
 */
final class StatusWords {
  private static final List<String> PUBLISHED =
      List.of(
          "Mới đăng ký",
          "Được tiếp nhận",
          "Không được tiếp nhận",
          "Đang xử lý",
          "Yêu cầu bổ sung giấy tờ",
          "Yêu cầu thực hiện nghĩa vụ tài chính",
          "Công dân yêu cầu rút hồ sơ",
          "Dừng xử lý",
          "Đã xử lý xong",
          "Đã trả kết quả");

  private final Map<String, PortalStatus> words = new HashMap<>();

  /**
   * @param own words of the system with the number of the status, before the published ones
   */
  StatusWords(Map<String, Integer> own) {
    for (PortalStatus status : PortalStatus.values()) {
      words.put(String.valueOf(status.number()), status);
      words.put(plain(PUBLISHED.get(status.number() - 1)), status);
    }
    own.forEach((word, number) -> words.put(plain(word), PortalStatus.of(number)));
  }

  Optional<PortalStatus> read(String text) {
    return Optional.ofNullable(words.get(plain(text)));
  }

  static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.of("vi"));
  }
}
