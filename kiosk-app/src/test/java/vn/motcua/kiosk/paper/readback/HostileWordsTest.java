package vn.motcua.kiosk.paper.readback;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;

/** Whatever stands on a page: an answer, soon, and no exception. */
class HostileWordsTest {
  /** It takes tenths of a second; the machine may be busy with other tests. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private final PaperReader reader = new PaperReader(PaperKinds.shipped(), CalibrationTest.CLOCK);

  private ReadBack read(int words, IntFunction<Word> word) {
    List<Word> all = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      all.add(word.apply(i));
    }
    return assertTimeoutPreemptively(
        SOON, () -> reader.read(List.of(new PageText(all, false, true))));
  }

  private static Word at(String text, double x, double y, int line) {
    return new Word(text, x, x + 30, y, 12, line, 0, 90);
  }

  @Test
  void aHundredThousandWordsInOneLineOrInEachALine() {
    read(100_000, i -> at("Số", i % 500, 100, 0));
    read(100_000, i -> at("GIẤY KHAI SINH".split(" ")[i % 3], i % 500, i, i));
    read(
        100_000,
        i -> at("CĂN CƯỚC Số / No.: Họ và tên Nơi thường trú".split(" ")[i % 10], i, 100, 0));
  }

  @Test
  void labelsOnly() {
    read(
        6000,
        i ->
            at(i < 3 ? "GIẤY KHAI SINH".split(" ")[i] : "Số:", (i % 20) * 30, i / 20 * 14, i / 20));
    read(
        6000,
        i ->
            at(
                i < 2 ? "CĂN CƯỚC".split(" ")[i] : i % 2 == 0 ? "Sex" : ":",
                i,
                i < 2 ? 0 : 50,
                i < 2 ? 0 : 1));
  }

  @Test
  void longWords() {
    read(200, i -> at("ạ".repeat(10_000), 10, i * 5, i));
    read(200, i -> at("1".repeat(10_000), 10, i * 5, i));
    read(500, i -> at("-/.:|".repeat(20), 10, i * 5, i));
    read(500, i -> at("(" + "0".repeat(100), 10, i * 5, i));
  }

  @Test
  void placesThatAreNone() {
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 0, 1e18, -0.0, Double.MIN_VALUE};
    read(
        5000,
        i ->
            new Word(
                "Họ và tên: GIẤY KHAI SINH AN 2020".split(" ")[i % 8],
                odd[i % 7],
                odd[i / 7 % 7],
                odd[i / 49 % 7],
                odd[i / 343 % 7],
                i % 40 - 20,
                -i,
                odd[i % 5]));
  }

  @Test
  void signsThatHideOrTurn() {
    String[] signs = {
      "\u202Eאבג",
      "\u0000\u0007",
      "\u200B\u200D",
      "\uD83D",
      "\uDE00x",
      "م\u0661\u0662",
      "\u0301\u0301\u0301",
      "\uFDFA"
    };
    ReadBack read = read(3000, i -> at("Họ" + signs[i % 8], i % 17 * 30, i / 17 * 14, i / 17));
    assertTrue(read.proposals().isEmpty());
  }

  @Test
  void rubbishOfEveryKind() {
    Random random = new Random(5);
    String[] pieces = {
      "Họ",
      "tên:",
      "ngày",
      "31",
      "02",
      "/",
      "2020",
      "079",
      "199012345",
      "H26",
      "-",
      "tháng",
      "năm",
      "IDVNM1234567890",
      "<<<<",
      "VNM<<<",
      "(",
      ")",
      "«",
      "Nam",
      "Nữ",
      "hai",
      "nghìn",
      "không",
      "trăm",
      "Số:",
      "GIẤY",
      "KHAI",
      "SINH",
      "+84"
    };
    for (int round = 0; round < 10; round++) {
      read(
          300,
          i ->
              at(
                  pieces[random.nextInt(pieces.length)]
                      + (random.nextInt(4) == 0 ? pieces[random.nextInt(pieces.length)] : ""),
                  random.nextInt(550),
                  random.nextInt(60) * 14,
                  random.nextInt(60)));
    }
  }
}
