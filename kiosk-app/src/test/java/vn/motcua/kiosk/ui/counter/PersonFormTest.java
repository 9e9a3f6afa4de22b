package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.dossier.Party;

class PersonFormTest {
  private static void type(PersonForm form, PersonForm.Key key, String text) {
    form.field(key).text().set(text);
  }

  @Test
  void anApplicantNeedsNumberAndNameAnOwnerOnlyAName() {
    PersonForm applicant = new PersonForm(true);
    assertThat(applicant.unfit()).containsExactly(PersonForm.Key.NUMBER, PersonForm.Key.NAME);
    PersonForm child = new PersonForm(false);
    type(child, PersonForm.Key.NAME, "Trẻ Thử");
    assertThat(child.unfit()).isEmpty();
    type(child, PersonForm.Key.NUMBER, "12345");
    assertThat(child.unfit()).containsExactly(PersonForm.Key.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/02/2000", "1/13/2000", "hôm qua", "01/01", "2000-01-01x"})
  void aDayThatDoesNotExistIsNoDay(String text) {
    PersonForm form = new PersonForm(true);
    type(form, PersonForm.Key.BIRTH, text);
    assertThat(form.unfit()).contains(PersonForm.Key.BIRTH);
  }

  @Test
  void makesAPartyOfWhatWasTyped() {
    PersonForm form = new PersonForm(true);
    type(form, PersonForm.Key.NUMBER, "0511 9100 2345");
    type(form, PersonForm.Key.NAME, "  H'Hen Thử Niê ");
    type(form, PersonForm.Key.BIRTH, "5/3/1991");
    type(form, PersonForm.Key.SEX, PersonForm.FEMALE);
    Party party = form.party();
    assertThat(party.number()).contains("051191002345");
    assertThat(party.name()).isEqualTo("H'Hen Thử Niê");
    assertThat(party.birth()).contains(LocalDate.of(1991, 3, 5));
    assertThat(party.female()).contains(true);
    assertThat(form.maskedNumber()).contains("••••••••2345");
  }
}
