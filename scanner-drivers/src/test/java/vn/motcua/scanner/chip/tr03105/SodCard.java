package vn.motcua.scanner.chip.tr03105;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.FaceFile;

/** Cards of LDS_H: DG1, DG2, DG3, DG13, DG14 and an EF.SOD of the case's own. */
final class SodCard {
  private SodCard() {}

  /** The card with everything but an EF.SOD. */
  static CardBuilder builder() {
    return Base.bac().group(2, FaceFile.dg2(Faces.JPEG));
  }

  /** The data groups that its EF.SOD should sign; DG3 is known by its hash alone. */
  static Map<Integer, byte[]> groups(CardBuilder builder) {
    Map<Integer, byte[]> found = new TreeMap<>();
    builder
        .files()
        .forEach((id, content) -> {
          if (id <= 0x0110) {
            found.put(id & 0x1F, content);
          }
        });
    found.put(3, new byte[0]);
    return found;
  }

  /** Reads the usual card with this EF.SOD. */
  static Supplier<Inspection> read(UnaryOperator<Sod> change) {
    return () -> of(change.apply(Sod.usual()), file -> file);
  }

  /** The same with a change of the whole file. */
  static Supplier<Inspection> file(UnaryOperator<byte[]> change) {
    return () -> of(Sod.usual(), change);
  }

  static Inspection of(Sod sod, UnaryOperator<byte[]> file) {
    CardBuilder builder = builder();
    byte[] made = file.apply(sod.of(groups(builder)));
    return Inspection.of(builder.sod(made).build())
        .trusting(Inspection.trusting(Certificates.state(sod.state())));
  }
}
