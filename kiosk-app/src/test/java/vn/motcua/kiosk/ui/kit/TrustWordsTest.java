package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.scanner.chip.Anchor;
import vn.motcua.scanner.chip.TrustReason;
import vn.motcua.scanner.chip.TrustReason.Kind;
import vn.motcua.scanner.chip.TrustVerdict;

class TrustWordsTest {
  private static final Anchor OFFICIAL = new Anchor.Official("C=UT,CN=Test", "0123456789abcdef");
  private static final Anchor STAFF =
      new Anchor.Enrolled("fedcba9876543210", LocalDate.of(2026, 11, 2));

  private final Texts texts = new Texts(AppFaults.sentences(), TrustWords.TEXTS);
  private final TrustWords words = new TrustWords(texts);

  private static List<TrustReason> reasons(Kind... kinds) {
    return Arrays.stream(kinds).map(TrustReason::of).toList();
  }

  /** One verdict for each look. */
  static Map<TrustLook, TrustVerdict> examples() {
    Map<TrustLook, TrustVerdict> examples = new HashMap<>();
    examples.put(TrustLook.OFFICIAL, new TrustVerdict.Verified(OFFICIAL, List.of()));
    examples.put(TrustLook.STAFF, new TrustVerdict.Verified(STAFF, reasons(Kind.ANCHOR_ENROLLED)));
    examples.put(
        TrustLook.OFFICIAL_UNPROVEN,
        new TrustVerdict.IssuerVerified(OFFICIAL, reasons(Kind.NO_CHIP_PROOF)));
    examples.put(
        TrustLook.STAFF_UNPROVEN,
        new TrustVerdict.IssuerVerified(
            STAFF, reasons(Kind.CHIP_PROOF_REFUSED, Kind.ANCHOR_ENROLLED)));
    examples.put(
        TrustLook.UNKNOWN_ISSUER,
        new TrustVerdict.SignedUnknownIssuer(reasons(Kind.NO_ANCHOR, Kind.CHIP_PROVEN)));
    examples.put(
        TrustLook.CONTRADICTORY,
        new TrustVerdict.SignedUnknownIssuer(reasons(Kind.NUMBER_MISMATCH, Kind.NO_ANCHOR)));
    examples.put(TrustLook.UNVERIFIABLE, new TrustVerdict.NotVerifiable(reasons(Kind.NO_SOD)));
    examples.put(
        TrustLook.FORGED, new TrustVerdict.Forged(List.of(new TrustReason(Kind.HASH, 13))));
    return examples;
  }

  @Test
  void everyVerdictHasItsLookAndNoTwoLooksAreAlike() {
    Map<TrustLook, TrustVerdict> examples = examples();
    assertThat(examples).containsOnlyKeys(TrustLook.values());
    examples.forEach((look, verdict) -> assertThat(TrustLook.of(verdict)).isEqualTo(look));
    Set<Icon> icons = new HashSet<>();
    for (TrustLook look : TrustLook.values()) {
      assertThat(icons.add(look.icon())).as("an icon of its own for %s", look).isTrue();
    }
    assertThat(TrustLook.OFFICIAL.tone()).isNotEqualTo(TrustLook.STAFF.tone());
    assertThat(Stream.of(TrustLook.values()).filter(look -> look.tone() == Tone.OK))
        .as("only a state's word with a proven chip is green")
        .containsExactly(TrustLook.OFFICIAL);
    assertThat(Stream.of(TrustLook.values()).filter(look -> look.tone() == Tone.BAD))
        .containsExactly(TrustLook.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyOutcomeAndEveryReasonHasWordsOfItsOwn(String language) {
    texts.language().set(Locale.of(language));
    Set<String> said = new HashSet<>();
    examples()
        .forEach((look, verdict) ->
            assertThat(said.add(words.head(verdict))).as("%s says the same", look).isTrue());
    for (Kind kind : Kind.values()) {
      for (int group : new int[] {0, 1, 2, 13, 14, 16}) {
        TrustVerdict verdict =
            new TrustVerdict.SignedUnknownIssuer(List.of(new TrustReason(kind, group)));
        List<String> sentences = words.sentences(verdict, List.of());
        assertThat(sentences).as("%s", kind).hasSize(1);
        assertThat(sentences.getFirst())
            .as("%s", kind)
            .isNotBlank()
            .endsWith(".")
            .doesNotContain("{");
        if (group == 0) {
          assertThat(said.add(sentences.getFirst())).as("%s says the same", kind).isTrue();
        }
      }
    }
  }

  @Test
  void nothingIsLeftUntranslated() {
    for (Kind kind : Kind.values()) {
      texts.language().set(Texts.VIETNAMESE);
      String vietnamese = texts.get("reason." + kind);
      texts.language().set(Locale.ENGLISH);
      assertThat(texts.get("reason." + kind)).as("%s", kind).isNotEqualTo(vietnamese);
    }
    for (TrustLook look : TrustLook.values()) {
      texts.language().set(Texts.VIETNAMESE);
      String vietnamese = texts.get("trust." + look);
      texts.language().set(Locale.ENGLISH);
      assertThat(texts.get("trust." + look)).as("%s", look).isNotEqualTo(vietnamese);
    }
  }

  @Test
  void onlyAMachineWithoutACertificateIsSaidToHaveNone() {
    for (Kind kind : Kind.values()) {
      TrustVerdict verdict = new TrustVerdict.SignedUnknownIssuer(reasons(kind));
      boolean says =
          (words.head(verdict) + words.sentences(verdict, List.of())).contains("chưa cài");
      assertThat(says).as("%s", kind).isEqualTo(kind == Kind.NO_ANCHOR);
    }
  }

  @Test
  void whatStaffVouchForIsSaidToBeTheirs() {
    for (TrustLook look : List.of(TrustLook.STAFF, TrustLook.STAFF_UNPROVEN)) {
      assertThat(words.head(example(look))).containsIgnoringCase("tin theo thẻ cán bộ xã");
    }
    texts.language().set(Locale.ENGLISH);
    assertThat(words.head(example(TrustLook.STAFF)))
        .isEqualTo("Trusted by the commune’s own staff cards");
  }

  private static TrustVerdict example(TrustLook look) {
    TrustVerdict example = examples().get(look);
    return example == null ? new TrustVerdict.Forged(List.of()) : example;
  }

  @Test
  void whatMattersMostComesFirstAndTheRestIsCounted() {
    TrustVerdict contradictory =
        new TrustVerdict.SignedUnknownIssuer(
            reasons(
                Kind.NUMBER_YEAR,
                Kind.CHIP_PROVEN,
                Kind.NO_ANCHOR,
                Kind.CARD_EXPIRED,
                Kind.NUMBER_MISMATCH));
    assertThat(words.few(contradictory, List.of(), 3))
        .containsExactly(
            texts.get("reason.NUMBER_MISMATCH"),
            texts.get("reason.NO_ANCHOR"),
            texts.get("reason.CARD_EXPIRED"),
            texts.get("trust.more", 2));
    TrustVerdict forged =
        new TrustVerdict.Forged(
            List.of(
                TrustReason.of(Kind.NUMBER_MISMATCH),
                new TrustReason(Kind.HASH, 13),
                new TrustReason(Kind.HASH, 2)));
    assertThat(words.sentences(forged, List.of()).getFirst())
        .isEqualTo("Bị sửa sau khi ký: ảnh chân dung, thông tin cá nhân.");
  }

  @Test
  void differencesAreNamedOnceAndUnknownCodesNotAtAll() {
    TrustVerdict verdict = new TrustVerdict.SignedUnknownIssuer(reasons(Kind.NUMBER_MISMATCH));
    assertThat(words.sentences(verdict, List.of("NUMBER", "NAME", "LATER")))
        .containsExactly(texts.get("reason.NUMBER_MISMATCH"), texts.get("difference.NAME"));
    for (String code : List.of("NUMBER", "NAME", "BIRTH", "SEX", "NUMBER_SEX", "NUMBER_YEAR")) {
      assertThat(words.sentences(new TrustVerdict.Verified(OFFICIAL, List.of()), List.of(code)))
          .as(code)
          .hasSize(1);
    }
  }

  @Test
  void aCardWithoutFaultNeedsNoNotice() {
    assertThat(words.notice(example(TrustLook.OFFICIAL), List.of(), 3)).isEmpty();
  }
}
