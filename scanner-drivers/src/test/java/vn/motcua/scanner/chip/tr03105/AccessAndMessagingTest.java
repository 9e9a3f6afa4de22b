package vn.motcua.scanner.chip.tr03105;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.Hostile;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** ISO7816_B: basic access control, secure messaging, revocation. */
class AccessAndMessagingTest extends Unit {
  @TempDir static Path folder;

  static Stream<Case> cases() {
    return Stream.of(
            Stream.of(
                Case.of("ISO7816_B_01", mutual(a -> Bytes.flipped(a, 39))),
                Case.of(
                    "ISO7816_B_02", mutual(answer -> new BacSession().withOtherContent(answer)))),
            Case.forms(
                "ISO7816_B_03",
                mutual(a -> Bytes.status(0x6300)),
                mutual(a -> Bytes.status(0x6982)),
                mutual(a -> Bytes.status(0x6F00))),
            Case.forms(
                "ISO7816_B_04",
                secured(a -> Bytes.status(0x6987)),
                secured(a -> Bytes.status(0x6988))),
            Stream.of(Case.of("ISO7816_B_05", secured(a -> without(a, 0x8E)))),
            Case.forms(
                "ISO7816_B_06",
                secured(a -> without(a, 0x87)),
                // The same with the right checksum.
                () -> Inspection.of(Hostile.EMPTY_READS.card(Base.bac()))),
            Stream.of(
                Case.of("ISO7816_B_07", secured(a -> without(a, 0x99))),
                Case.of("ISO7816_B_08", secured(a -> Bytes.flipped(a, a.length - 3)))),
            Case.forms(
                "ISO7816_B_09",
                secured(a -> Bytes.flipped(a, 8)),
                // What only the chip can do: other data under the right checksum.
                Base.card(b -> b.file(0x010D, Bytes.flipped(Base.A.dg13())))),
            Stream.of(Case.of("ISO7816_B_10", () -> revoked(0))),
            Case.forms("MC_CHALLENGE_LENGTH", challenge(7), challenge(9), challenge(0)),
            Stream.of(Case.of("MC_REVOKED_OTHER", () -> revoked(1))))
        .flatMap(cases -> cases);
  }

  private static Supplier<Inspection> mutual(UnaryOperator<byte[]> change) {
    return () ->
        Inspection.of(
            Base.tampered(
                Base.bac().build(),
                (command, answer) -> command[1] == (byte) 0x82 ? change.apply(answer) : answer));
  }

  /** The chip's random number has another length than eight bytes. */
  private static Supplier<Inspection> challenge(int length) {
    return () ->
        Inspection.of(
            Base.tampered(
                Base.bac().build(),
                (command, answer) ->
                    command[1] == (byte) 0x84
                        ? Bytes.join(new byte[length], Bytes.status(0x9000))
                        : answer));
  }

  /** Changes the answer to reading DG13, under secure messaging. */
  private static Supplier<Inspection> secured(UnaryOperator<byte[]> change) {
    return () ->
        Inspection.of(
            Base.tampered(
                Base.bac().build(),
                (command, answer) ->
                    command[0] == 0x0C && command[1] == (byte) 0xB0 && command[2] == (byte) 0x8D
                        ? change.apply(answer)
                        : answer));
  }

  /** A protected answer without one of its data objects. */
  private static byte[] without(byte[] answer, int tag) {
    byte[] kept = new byte[0];
    for (int at = 0; at < answer.length - 2; ) {
      int first = answer[at + 1] & 0xFF;
      int start = at + 2;
      int length = first;
      if (first > 0x80) {
        length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
          length = length << 8 | answer[start++] & 0xFF;
        }
      }
      if ((answer[at] & 0xFF) != tag) {
        kept = Bytes.join(kept, Arrays.copyOfRange(answer, at, start + length));
      }
      at = start + length;
    }
    return Bytes.join(kept, Bytes.status(0x9000));
  }

  /** The issuer has two document signers; the first signed the card, and one was revoked. */
  private static Inspection revoked(int which) {
    SimulatedIssuer issuer = SimulatedIssuer.builder().signers(2).build();
    try {
      Path here = Files.createTempDirectory(folder, "trust");
      Files.write(here.resolve("csca.cer"), issuer.anchor());
      Instant now = Instant.now();
      Files.write(
          here.resolve("list.crl"),
          issuer.revocationList(
              now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(30)), which));
      return Inspection.of(Base.bac().issuer(issuer).build()).trusting(TrustStore.load(here));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
