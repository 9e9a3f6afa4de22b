package vn.motcua.scanner.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisreadVietnameseTest {
  /** A card as it is, of an invented person. */
  private static final String CARD =
      "051191407263||Nguyễn Thị Ánh Hường|12031991|Nữ|Thôn Đồng Bưng – Ấp 3, Quảng Ngãi|18052022";

  private static final List<CodePage> PAGES = List.of(CodePage.values());

  private static List<String> letters() {
    List<String> all = new ArrayList<>();
    for (String vowel : "a ă â e ê i o ô ơ u ư y".split(" ")) {
      for (String tone : List.of("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")) {
        all.add(nfc(vowel + tone));
      }
    }
    all.add("đ");
    List<String> both = new ArrayList<>();
    for (String letter : all) {
      if (letter.charAt(0) >= 0x80) {
        both.add(letter);
        both.add(letter.toUpperCase(Locale.ROOT));
      }
    }
    assertThat(both).hasSize(134);
    return both;
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private static String misread(String text, CodePage page) {
    return page.decode(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void thePagesAreThoseOfTheSystem() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    for (CodePage page : List.of(CodePage.WINDOWS_1252, CodePage.WINDOWS_1258)) {
      Charset charset = Charset.forName(page.name().replace('_', '-'));
      String theirs = new String(all, charset);
      String ours = page.decode(all);
      for (int i = 0; i < all.length; i++) {
        // What the page leaves undefined, Windows gives as a control character.
        char expected = theirs.charAt(i) == '\ufffd' ? (char) i : theirs.charAt(i);
        assertThat(ours.charAt(i)).as("%s %02x", page, i).isEqualTo(expected);
      }
      assertThat(page.encode(ours)).hasValue(all);
    }
  }

  @Test
  void everyLetterInAWordComesBack() {
    for (CodePage page : PAGES) {
      for (String letter : letters()) {
        for (String form : List.of(letter, nfd(letter))) {
          String text = "051191407263||nh" + form + "ng x|Nữ";
          assertThat(MisreadVietnamese.repair(misread(text, page)))
              .as("%s %s", page, letter)
              .hasValue(nfc(text));
        }
      }
    }
  }

  /** Alone it comes back, or it stays as it came if it could have been meant so: never a third. */
  @Test
  void everyLetterAloneIsRightOrUntouched() {
    int right = 0;
    for (CodePage page : PAGES) {
      for (String letter : letters()) {
        for (String form : List.of(letter, nfd(letter))) {
          Optional<String> repaired = MisreadVietnamese.repair(misread(form, page));
          assertThat(repaired.orElse(letter)).as("%s %s", page, letter).isEqualTo(letter);
          right += repaired.isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(right).isGreaterThan(3 * 2 * 134 * 3 / 4);
  }

  @Test
  void aCardComesBackFromEveryPageInEveryForm() {
    for (CodePage page : PAGES) {
      for (String text : List.of(CARD, nfd(CARD), CARD.toUpperCase(Locale.ROOT))) {
        assertThat(MisreadVietnamese.repair(misread(text, page)))
            .as("%s", page)
            .hasValue(nfc(text));
      }
    }
  }

  @Test
  void windows1258ComesBackAsBytesAndAsTypedCharacters() {
    String apart = in1258(CARD);
    byte[] bytes = CodePage.WINDOWS_1258.encode(apart).orElseThrow();
    assertThat(bytes).isEqualTo(apart.getBytes(Charset.forName("windows-1258")));
    assertThat(MisreadVietnamese.read(bytes)).hasValue(CARD);
    assertThat(MisreadVietnamese.repair(CodePage.WINDOWS_1252.decode(bytes))).hasValue(CARD);
    assertThat(MisreadVietnamese.repair(CodePage.LATIN_1.decode(bytes)))
        .satisfies(repaired -> assertThat(repaired.orElse(CARD)).isEqualTo(CARD));
    assertThat(new ScanGate("x:1").accept(bytes)).isEqualTo(new BarcodeEvent.Scanned("x:1", CARD));
  }

  /** Letters that the page has as one character stay so, the others are followed by their tone. */
  private static String in1258(String text) {
    StringBuilder apart = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (CodePage.WINDOWS_1258.encode(String.valueOf(c)).isPresent()) {
        apart.append(c);
      } else {
        String parts = nfd(String.valueOf(c));
        StringBuilder vowel = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        parts
            .chars()
            .forEach(part ->
                (VietnameseSyllable.TONES.indexOf(part) < 0 ? vowel : tone).append((char) part));
        apart.append(nfc(vowel.toString())).append(tone);
      }
    }
    return apart.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HÃ",
        "XÃ’",
        "‘XÃ’",
        "“MÃ”",
        "Xà 2²",
        "XÃ\u00a0AN BINH",
        "MÃ²",
        "XÃ™",
        "A² B³",
        "«cá»",
        "«Xá»",
        "cá…",
        "BÌ†",
        "Ä",
        "Ænes Åse Öl",
        "naïve café",
        "Straße",
        "Ñandú",
        "H'Ñip Kbuôr",
        "Y Ngiêl",
        "Krông Păk",
        "quý mõ mã mì lò",
        "Ông Ì ạch",
        "ĐẶNG VĂN Ý",
        "漢字 😀",
        "100 €",
        "NguyÃ¡Â»â€¦n"
      })
  void whatCanBeMeantStaysAsItCame(String text) {
    assertThat(MisreadVietnamese.repair(text)).isEmpty();
  }

  @Test
  void randomPlainTextIsNeverRepaired() {
    String[] words =
        ("Nguyễn Trần Lê Phạm Hoàng Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thị Văn Ánh Hường Quỳnh Trâm "
                + "xã XÃ phường thôn ấp Ấp tổ dân phố tỉnh Quảng Ngãi Đắk Lắk Krông Păk Ea H'leo "
                + "H'Ñip Kbuôr Y Ngiêl Bkrông Ksơr Rơ Châm Siu Điểu Lò Vàng Giàng A Sùng Mù Cang "
                + "mì lò mã mõ quý rò ò à Ì ý ơ ư được đường số nhà ngõ ngách khu phố MÃ LÒ HÀ TÃ "
                + "François Müller Ærø Åse Señor")
            .split(" ");
    String signs = " |-–,.;:'’“”\"()/²³°…«»€™®\u00a0";
    Random random = new Random(20261123);
    for (int round = 0; round < 60_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1, 7); i > 0; i--) {
        text.append(words[random.nextInt(words.length)]);
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String plain = text.toString();
      assertThat(MisreadVietnamese.repair(plain)).as(plain).isEmpty();
      assertThat(MisreadVietnamese.repair(nfd(plain))).as("apart: " + plain).isEmpty();
    }
  }

  @Test
  void randomBytesAreNeverTakenForVietnamese() {
    Random random = new Random(7);
    int taken = 0;
    for (int round = 0; round < 60_000; round++) {
      byte[] bytes = new byte[random.nextInt(6, 40)];
      random.nextBytes(bytes);
      taken += MisreadVietnamese.read(bytes).isPresent() ? 1 : 0;
    }
    assertThat(taken).isLessThan(5); // by chance a few are Vietnamese
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xã", "nghiêng", "quỳnh", "giặt", "Đắk", "huỵch", "thuở", "GIÀ", "yếu", "khuỷu"})
  void spellingKnowsWords(String word) {
    assertThat(VietnameseSyllable.isPossible(word)).isTrue();
    assertThat(VietnameseSyllable.isPossible(nfd(word))).isTrue();
  }

  @Test
  void spellingRefusesWhatNobodyWrites() {
    assertThat(Stream.of("quỷn", "thiò", "nguyêÞn", "màò", "bàc", "zá", "ngiê", "").toList())
        .noneMatch(VietnameseSyllable::isPossible);
  }
}
