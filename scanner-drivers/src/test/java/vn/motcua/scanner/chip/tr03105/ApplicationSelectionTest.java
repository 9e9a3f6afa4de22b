package vn.motcua.scanner.chip.tr03105;

import java.util.stream.Stream;

/** ISO7816_A: selecting the application. */
class ApplicationSelectionTest extends Unit {
  static Stream<Case> cases() {
    return Stream.of(
        Case.of("ISO7816_A_01", Base.card(b -> b.noBac().open().chipKeys())),
        Case.of("ISO7816_A_02", Base.card(b -> b)),
        Case.of(
            "ISO7816_A_03",
            () ->
                Inspection.of(
                    Base.tampered(
                        Base.bac().build(),
                        (command, genuine) ->
                            command[1] == (byte) 0xA4 && command[2] == 4
                                ? Bytes.status(0x6A82)
                                : genuine))));
  }
}
