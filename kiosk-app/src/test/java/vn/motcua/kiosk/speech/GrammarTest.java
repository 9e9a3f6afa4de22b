package vn.motcua.kiosk.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.FaultException;

/** Sentences are composed in the order and with the numbers of each language. */
class GrammarTest {
  private static final Languages LANGUAGES = Languages.shipped();

  static String said(String language, Spoken spoken) {
    LanguagePack pack = LANGUAGES.of(Locale.of(language)).getFirst();
    Grammar grammar = pack.grammar().orElseThrow();
    return grammar
        .compose(spoken)
        .map(pieces ->
            pieces.stream()
                .filter(Piece.Recording.class::isInstance)
                .map(piece -> grammar.clips().get(((Piece.Recording) piece).clip()))
                .collect(Collectors.joining(" ")))
        .orElse("");
  }

  @Test
  void theDayIsSaidAsPeopleSayIt() {
    Spoken back = Spoken.of("a.open.back", "").on(LocalDate.of(2026, 11, 26)).named("you", "bà");
    assertThat(said("vi", back)).isEqualTo("mời bà quay lại thứ Năm hai mươi sáu tháng Mười Một");
    assertThat(said("en", back))
        .isEqualTo("Please come back on Thursday the twenty sixth of November");
  }

  @ParameterizedTest
  @CsvSource({
    "0, không, zero",
    "5, năm, five",
    "10, mười, ten",
    "14, mười bốn, fourteen",
    "15, mười lăm, fifteen",
    "20, hai mươi, twenty",
    "21, hai mươi mốt, twenty one",
    "24, hai mươi tư, twenty four",
    "25, hai mươi lăm, twenty five",
    "90, chín mươi, ninety",
    "99, chín mươi chín, ninety nine"
  })
  void numbersFollowTheRulesOfTheLanguage(int number, String vi, String en) {
    Spoken days = Spoken.of("a.days.holidays", "").with("count", number);
    assertThat(said("vi", days)).isEqualTo("có " + vi + " ngày nghỉ lễ không tính");
    assertThat(said("en", days)).isEqualTo(en + " public holidays do not count");
  }

  @Test
  void oneThingHasASentenceOfItsOwnWhereTheLanguageWantsIt() {
    Spoken one = Spoken.of("a.papers.why", "").with("count", 1).named("you", "ông");
    assertThat(said("en", one)).startsWith("One paper is missing.");
    assertThat(said("vi", one)).isEqualTo("còn thiếu một giấy mời ông mang đến quầy tiếp nhận");
  }

  @Test
  void timesMoneyAndTicketsAreSaid() {
    assertThat(said("vi", Spoken.of("a.today.until", "").at(LocalTime.of(16, 5))))
        .isEqualTo("mời chờ đến mười sáu giờ năm phút");
    assertThat(said("en", Spoken.of("a.today.until", "").at(LocalTime.of(17, 0))))
        .isEqualTo("Please wait until seventeen o'clock");
    Spoken fee = Spoken.of("a.payment.why", "").with("money", 150_000).named("you", "ông/bà");
    assertThat(said("vi", fee)).contains("một trăm năm mươi nghìn đồng").contains("ông bà");
    Spoken call = Spoken.of("queue.call", "").with("ticket", "B-042").with("counter", "3");
    assertThat(said("vi", call)).isEqualTo("mời số bê không bốn hai đến quầy ba");
    assertThat(said("en", call)).isEqualTo("Number B zero four two to counter three");
  }

  @Test
  void whatTheGrammarDoesNotKnowIsNotSaidInPart() {
    assertThat(said("vi", Spoken.free("Lý do: chờ tra sổ gốc."))).isEmpty();
    assertThat(said("vi", Spoken.of("a.open.back", "").named("you", "bà"))).isEmpty();
    assertThat(said("vi", Spoken.of("paper", "").named("paper", "Giấy không ai biết"))).isEmpty();
  }

  @Test
  void anotherLanguageHasItsOwnOrder() throws FaultException {
    Grammar grammar =
        Grammar.parse(
            """
            # counted in fives, the number after the thing, month before day
            clip.five = năm
            clip.one = một
            clip.day = ngày
            clip.come = quay lại
            clip.month-1 = tháng Một
            number.1 = one
            number.5 = five
            number.6 = five one
            """
                + "month.# = month-{1}\nsay.back = month-1 day {day:number} , come\n");
    Spoken spoken = Spoken.of("back", "").on(LocalDate.of(2026, 1, 6));
    assertThat(grammar.compose(spoken).orElseThrow())
        .filteredOn(Piece.Recording.class::isInstance)
        .map(piece -> ((Piece.Recording) piece).clip())
        .isEqualTo(List.of("month-1", "day", "five", "one", "come"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "say.x = nobody-recorded-this",
        "clip.../../etc = x",
        "clip.a = x\nclip.a = y",
        "number.# = n{2}",
        "say.x = {you:nothing}",
        "say.x = {day",
        "clip.a ="
      })
  void aMistakeIsNamedWithItsLine(String text) {
    assertThatThrownBy(() -> Grammar.parse(text))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(((LanguageFault.BadGrammar) e.fault()).about()).startsWith("grammar:"));
  }

  @Test
  void aRuleThatNeverEndsIsNotFollowedForEver() throws FaultException {
    Grammar grammar = Grammar.parse("number.# = {=1}\nsay.x = {count:number}\n");
    assertThat(grammar.compose(Spoken.of("x", "").with("count", 7))).isEmpty();
  }
}
