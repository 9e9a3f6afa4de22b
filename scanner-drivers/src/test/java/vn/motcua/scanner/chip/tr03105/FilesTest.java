package vn.motcua.scanner.chip.tr03105;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import vn.motcua.scanner.chip.FaceImage;
import vn.motcua.scanner.chip.simulated.EndOfFile;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.SimulatedCard;

/** ISO7816_C: reading files. */
class FilesTest extends Unit {
  static Stream<Case> cases() {
    return Stream.of(
            Case.forms(
                "ISO7816_C_01",
                Base.card(b -> b.withoutFile(0x0101)),
                Base.card(b -> b.withoutFile(0x010D)),
                Base.card(b -> b.withoutFile(0x010E))),
            Stream.of(
                Case.of("ISO7816_C_02", () -> Inspection.of(large()).withFace()),
                Case.of(
                    "ISO7816_C_03",
                    Base.card(b -> b.file(0x010D, Arrays.copyOf(Base.A.dg13(), 200)))),
                Case.of("ISO7816_C_04", Base.card(b -> b.endOfFile(EndOfFile.WRONG_OFFSET))),
                Case.of("ISO7816_C_05", Base.card(b -> b.endOfFile(EndOfFile.WARNS))),
                Case.of("ISO7816_C_06", Base.card(b -> b.endOfFile(EndOfFile.SAYS_HOW_MUCH))),
                Case.of("MC_EOF_6700", Base.card(b -> b.endOfFile(EndOfFile.WRONG_LENGTH))),
                Case.of("ISO7816_C_07", FilesTest::readByTheOddInstruction),
                Case.of(
                    "ISO7816_C_08",
                    () ->
                        Inspection.of(
                                Base.bac()
                                    .group(
                                        2,
                                        FaceFile.dg2(
                                            new FaceImage(
                                                FaceImage.Format.JPEG, 480, 640, new byte[0])))
                                    .build())
                            .withFace())))
        .flatMap(cases -> cases);
  }

  /** A face of more than 32 kilobytes. */
  private static SimulatedCard large() {
    FaceImage face = Faces.JPEG_LARGE;
    return Base.bac().group(2, FaceFile.dg2(List.of(FaceFile.record(List.of(face), 0)))).build();
  }

  /** What lies beyond 32 kilobytes is asked for by INS B1. */
  private static Inspection readByTheOddInstruction() {
    AtomicBoolean odd = new AtomicBoolean();
    return Inspection.of(
            Base.tampered(
                large(),
                (command, answer) -> {
                  odd.compareAndSet(false, command[1] == (byte) 0xB1);
                  return answer;
                }))
        .withFace()
        .afterwards(odd::get, "INS B1 was never sent");
  }
}
