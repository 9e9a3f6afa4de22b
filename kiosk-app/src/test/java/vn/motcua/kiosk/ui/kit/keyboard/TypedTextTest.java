package vn.motcua.kiosk.ui.kit.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys become words as people who type every day expect it. */
final class TypedTextTest {
  @ParameterizedTest
  @CsvSource({
    "as, á",
    "ass, as",
    "asss, ass",
    "hoaf, hòa",
    "hoanf, hoàn",
    "hofan, hoàn",
    "tiengs, tiếng",
    "TIENGS, TIẾNG",
    "nguyenx, nguyễn",
    "neus, nếu",
    "tien, tien",
    "duongs, duongs",
    "tieengs, tiếng",
    "tieesng, tiếng",
    "tienges, tiếng",
    "quyeets, quyết",
    "quyets, quyết",
    "giaf, già",
    "gif, gì",
    "gifa, già",
    "gifn, gìn",
    "gieengs, giếng",
    "giuwx, giữ",
    "giwx, giữ",
    "nguyeenx, nguyễn",
    "nguyeexn, nguyễn",
    "khuyur, khuỷu",
    "khuyru, khuỷu",
    "w, ư",
    "ww, w",
    "tw, tư",
    "tww, tw",
    "uw, ư",
    "uww, uw",
    "uow, ươ",
    "duowng, dương",
    "duwowng, dương",
    "duwong, dương",
    "duongw, dương",
    "dduwowcj, được",
    "dduocwj, được",
    "thuowr, thuở",
    "thuowng, thương",
    "huowu, hươu",
    "huouw, hươu",
    "ruouwj, rượu",
    "muaw, mưa",
    "mwa, mưa",
    "quaw, quă",
    "quawng, quăng",
    "hoawcj, hoặc",
    "dd, đ",
    "ddd, dd",
    "dod, đo",
    "dodd, dod",
    "aa, â",
    "aaa, aa",
    "aaaa, aaa",
    "aw, ă",
    "aww, aw",
    "aaw, ă",
    "oow, ơ",
    "owo, ô",
    "ee, ê",
    "xooong, xoong",
    "sooocs, soóc",
    "DDawks, Đắk",
    "DDAAYS, ĐẤY",
    "Ddaays, Đấy",
    "kon, kon",
    "khoeor, khoẻo",
    "ngoaos, ngoáo",
    "asf, à",
    "asz, a",
    "az, az",
    "bafs, bá",
    "Windows, Windows",
    "wifi, wifi",
    "Facebook, Facebook",
    "Covid, Covid",
    "email, email",
    "google, google",
    "server, server",
    "batf, batf",
    "baft, baft",
    "Niee, Niê",
    "thuyr, thủy",
    "uyr, ủy",
    "quys, quý",
    "muar, mủa",
    "cuar, của",
    "nghieeng, nghiêng",
    "soos, số",
    "huyeenj, huyện",
    "xax, xã"
  })
  void telex(String keys, String wanted) {
    assertEquals(wanted, typed(keys, Manner.USUAL).ended(), keys);
  }

  @ParameterizedTest
  @CsvSource({
    "a1, á",
    "a11, a1",
    "a111, a11",
    "hoa2, hòa",
    "hoan2, hoàn",
    "tie61ng, tiếng",
    "tieng61, tiếng",
    "quye61t, quyết",
    "gi2, gì",
    "gia2, già",
    "nguye64n, nguyễn",
    "khuyu3, khuỷu",
    "u7, ư",
    "u77, u7",
    "uo7, ươ",
    "uo77, uo7",
    "duo7ng, dương",
    "duong7, dương",
    "d9uo75c, được",
    "thuo73, thuở",
    "d9, đ",
    "d99, d9",
    "D9A61T, ĐẤT",
    "a6, â",
    "a66, a6",
    "a8, ă",
    "a88, a8",
    "a68, ă",
    "A1, Á",
    "12, 12",
    "so61 12, số 12",
    "a10, a",
    "w, w"
  })
  void vni(String keys, String wanted) {
    assertEquals(wanted, typed(keys, Manner.USUAL.method(TypingMethod.VNI)).ended(), keys);
  }

  @Test
  void bothStylesOfTheToneCanBeChosen() {
    Manner main = Manner.USUAL.style(ToneStyle.MAIN);
    assertEquals(
        "hoà khoẻ thuý quý toàn của", typed("hoaf khoer thuys quys toanf cuar", main).ended());
    assertEquals(
        "hòa khỏe thúy quý toàn của",
        typed("hoaf khoer thuys quys toanf cuar", Manner.USUAL).ended());
  }

  @Test
  void namesOfOtherPeoplesAreWrittenAsTheyAre() {
    Manner literal = Manner.USUAL.method(TypingMethod.LITERAL);
    assertEquals("Y Bhăm", typed("Y Bh", literal).write("ă", literal).type('m', literal).ended());
    assertEquals("H'Hen Niê", typed("H'Hen Ni", literal).write("ê", literal).ended());
    assertEquals("Ksor H'Bơ", typed("Ksor H'B", literal).write("ơ", literal).ended());
    assertEquals(
        "Êban",
        TypedText.EMPTY
            .write("Ê", literal)
            .type('b', literal)
            .type('a', literal)
            .type('n', literal)
            .ended());
    assertEquals("K'Tơi", typed("K'Towi", Manner.USUAL).ended());
    assertEquals("H'Hen Niê", typed("H'Hen Niee", Manner.USUAL).ended());
    assertEquals("ssaawwff11", typed("ssaawwff11", literal).ended());
    // With a direct key no method is in the way.
    assertEquals(
        "Bhăm", typed("Bh", Manner.USUAL).write("ă", Manner.USUAL).type('m', Manner.USUAL).ended());
    assertEquals("ĕŏŭĭčñƀ", TypedText.EMPTY.write("ĕŏŭĭčñƀ", Manner.USUAL).ended());
    TypedText breve = TypedText.EMPTY.write("ê\u0306", literal);
    assertEquals("ê\u0306", breve.ended());
    assertTrue(breve.erase().isEmpty(), "one visible letter, two characters");
  }

  @Test
  void aToneKeyWorksInEveryWordAndTakesItsMarkBack() {
    TypedText text = typed("Krong", Manner.USUAL).tone(ToneMark.ACUTE, Manner.USUAL);
    assertEquals("Króng", text.text());
    assertEquals("Kròng", text.tone(ToneMark.GRAVE, Manner.USUAL).text());
    assertEquals("Krong", text.tone(ToneMark.ACUTE, Manner.USUAL).text());
    TypedText none = typed("xin ", Manner.USUAL).tone(ToneMark.ACUTE, Manner.USUAL);
    assertEquals("xin ", none.text());
  }

  @Test
  void theLiteralKeyGivesBackWhatWasPressed() {
    TypedText text = typed("tets", Manner.USUAL);
    assertEquals("tét", text.text());
    assertEquals("tets", text.literalWord().text());
    assertEquals("tetss", text.literalWord().type('s', Manner.USUAL).text());
    assertEquals(
        "tets á",
        typed("tets", Manner.USUAL)
            .literalWord()
            .type(' ', Manner.USUAL)
            .type('a', Manner.USUAL)
            .type('s', Manner.USUAL)
            .text());
  }

  @Test
  void whatIsErasedCanBeTypedAnew() {
    TypedText text = typed("tieengs", Manner.USUAL).erase();
    assertEquals("tiến", text.text());
    assertEquals("tiếc", text.erase().type('c', Manner.USUAL).text());
    assertEquals("tiền", text.type('f', Manner.USUAL).text());
    assertEquals("", TypedText.EMPTY.erase().text());
    assertEquals(
        "Hồ", TypedText.of("Hồ Thị", ToneStyle.FIRST).erase().erase().erase().erase().text());
  }

  @Test
  void nothingTypedIsEverLostOrDenormal() {
    Random random = new Random(7);
    String keys = "abcdeghiklmnopqrstuvxyfjwz AEDWSs'-.1670 ";
    for (int run = 0; run < 3000; run++) {
      for (TypingMethod method : TypingMethod.values()) {
        Manner manner = Manner.USUAL.method(method);
        TypedText text = TypedText.EMPTY;
        for (int i = 0; i < 12; i++) {
          TypedText before = text;
          char key = keys.charAt(random.nextInt(keys.length()));
          text = text.type(key, manner);
          String now = text.text();
          assertTrue(Normalizer.isNormalized(now, Normalizer.Form.NFC), now);
          assertFalse(text.equals(before), before.text() + " + " + key);
        }
      }
    }
  }

  @Test
  void aNameNeverLandsInALog() {
    assertFalse(typed("Nguyeenx", Manner.USUAL).toString().contains("Nguy"));
  }

  private static TypedText typed(String keys, Manner manner) {
    TypedText text = TypedText.EMPTY;
    for (char key : keys.toCharArray()) {
      text = text.type(key, manner);
    }
    return text;
  }
}
