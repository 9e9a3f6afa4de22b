package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.citizen.FieldSource;

class FormFieldTest {
  private final FormField field = new FormField();

  @Test
  void takesTheFirstSourceAndTheStrongerSpelling() {
    field.offer("ĐINH THỊ THỬ", FieldSource.QR);
    field.offer("Đinh Thị  Thử", FieldSource.CHIP);
    assertThat(field.value()).isEqualTo("Đinh Thị  Thử");
    assertThat(field.source().get()).contains(FieldSource.CHIP);
    assertThat(field.difference().get()).isEmpty();
    field.offer("đinh thị thử", FieldSource.QR);
    assertThat(field.source().get()).contains(FieldSource.CHIP);
  }

  @Test
  void asksWhenWordsDifferAndNeverChoosesByItself() {
    field.offer("Thôn Một", FieldSource.QR);
    field.offer("Thôn Hai", FieldSource.CHIP);
    assertThat(field.difference().get())
        .contains(new Difference("Thôn Hai", FieldSource.CHIP, "Thôn Một", FieldSource.QR));
    field.settle(false);
    assertThat(field.value()).isEqualTo("Thôn Một");
    assertThat(field.source().get()).contains(FieldSource.QR);
    assertThat(field.difference().get()).isEmpty();
  }

  @Test
  void diacriticsAreWords() {
    field.offer("Dinh Thi Thu", FieldSource.TYPED);
    field.offer("Đinh Thị Thử", FieldSource.CHIP);
    assertThat(field.difference().get()).isPresent();
  }

  @Test
  void typingAnswersTheQuestion() {
    field.offer("Thôn Một", FieldSource.QR);
    field.offer("Thôn Hai", FieldSource.CHIP);
    field.text().set("Thôn Ba");
    assertThat(field.difference().get()).isEmpty();
    assertThat(field.source().get()).contains(FieldSource.TYPED);
    field.text().set(" ");
    assertThat(field.source().get()).isEmpty();
  }

  @Test
  void aNameWithoutDiacriticsNeverReplacesOneThatHasThem() {
    field.offer("Đinh Thị Thử", FieldSource.TYPED);
    field.offer("DINH THI THU", FieldSource.ZONE);
    assertThat(field.value()).isEqualTo("Đinh Thị Thử");
    assertThat(field.difference().get()).isEmpty();
    field.offer("DANG THI THU", FieldSource.ZONE);
    assertThat(field.value()).isEqualTo("Đinh Thị Thử");
    assertThat(field.difference().get()).isPresent();
    field.clear();
    field.offer("DINH THI THU", FieldSource.ZONE);
    field.offer("Đinh Thị Thử", FieldSource.QR);
    assertThat(field.value()).isEqualTo("Đinh Thị Thử");
    assertThat(field.source().get()).contains(FieldSource.QR);
  }
}
