package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.LookupAnswer;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.speech.SpokenAnswer;
import vn.motcua.kiosk.ui.kit.Texts;

/** Every answer can be said by recordings, and says what the screen says. */
class AnswerSpeechTest {
  @TempDir Path root;

  private static List<DossierCode> everyAnswer(CitizenWorld world) throws Exception {
    List<DossierCode> codes = new ArrayList<>();
    for (PortalStatus status : PortalStatus.values()) {
      codes.add(world.put("1.004873", Stage.APPRAISAL, status, "2026-11-20T09:10"));
      codes.add(world.put("2.000815", Stage.RETURN, status, "2026-11-18T09:30"));
    }
    codes.add(world.put("1.004873", Stage.APPRAISAL, PortalStatus.PROCESSING, "2026-10-01T08:00"));
    codes.add(world.put("1.004873", Stage.APPRAISAL, PortalStatus.PROCESSING, "2026-12-30T08:00"));
    Apology sorry =
        new Apology(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 25), "chờ tra sổ gốc");
    codes.add(
        world.put(
            "2.000635",
            Stage.APPROVAL,
            PortalStatus.PROCESSING,
            "2026-11-10T08:00",
            Optional.of(sorry),
            ReturnChannel.POST));
    for (ReturnChannel channel : ReturnChannel.values()) {
      codes.add(
          world.put(
              "2.000815",
              Stage.RETURN,
              PortalStatus.FINISHED,
              "2026-11-18T09:30",
              Optional.empty(),
              channel));
    }
    return codes;
  }

  @Test
  void everyKindOfAnswerIsComposedInBothLanguages() throws Exception {
    SpokenAnswer answers = new SpokenAnswer(Languages.shipped());
    Set<Class<?>> kinds = new HashSet<>();
    Set<String> keys = new HashSet<>();
    try (CitizenWorld world = new CitizenWorld(root, false, false)) {
      LocalDate today = LocalDate.now(world.clock);
      for (DossierCode code : everyAnswer(world)) {
        Visit visit = new Visit(world.lookups, CitizenWorld.TERMINAL);
        LookupAnswer found = visit.session().byReceipt(code, CitizenWorld.SECRET);
        DossierView view = ((LookupAnswer.Opened) found).dossiers().getFirst();
        kinds.add(view.progress().getClass());
        for (String language : List.of("vi", "en")) {
          Texts texts = world.texts();
          texts.language().set(Locale.of(language));
          List<Spoken> said =
              AnswerSpeech.of(view, Visitor.UNKNOWN, CitizenWorld.CENTRE, today, texts);
          for (Spoken each : said) {
            keys.add(each.key());
            if (!each.key().isEmpty() && !each.key().equals("paper")) {
              assertThat(answers.in(Locale.of(language), each))
                  .as("%s in %s: %s", each.key(), language, each.slots())
                  .isPresent();
            }
          }
          Answer answer = Answer.of(view, Visitor.UNKNOWN, CitizenWorld.CENTRE, today, texts);
          String heard = said.stream().map(Spoken::words).collect(Collectors.joining(" "));
          assertThat(heard).contains(answer.headline());
          answer.reasons().stream()
              .filter(reason -> !reason.contains("nên không tính") && !reason.contains("day off"))
              .forEach(reason -> assertThat(heard).contains(reason));
        }
        visit.end();
      }
    }
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(8);
    assertThat(keys)
        .contains("a.open.back", "a.late", "a.late.new", "a.papers.why", "a.ready.post", "a.days");
  }

  @Test
  void theSentencesOfAPageAreSaidInVietnameseAsWell() throws Exception {
    try (CitizenWorld world = new CitizenWorld(root, false, false)) {
      Texts texts = world.texts();
      texts.language().set(Locale.of("en"));
      String english = texts.get("a.open");
      String vietnamese = texts.in(Texts.VIETNAMESE, () -> texts.get("a.open"));
      assertThat(vietnamese).isEqualTo("Hôm nay chưa xong.");
      assertThat(texts.get("a.open")).isEqualTo(english).isNotEqualTo(vietnamese);
    }
    assertThat(Sayings.cut("Một câu. Hai câu?\nBa câu"))
        .map(Spoken::words)
        .containsExactly("Một câu.", "Hai câu?", "Ba câu");
  }
}
