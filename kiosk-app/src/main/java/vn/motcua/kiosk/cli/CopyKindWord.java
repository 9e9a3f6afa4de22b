package vn.motcua.kiosk.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.motcua.kiosk.paper.sign.CopyKind;

/** Reads {@code sao-y} and the like. */
final class CopyKindWord implements ITypeConverter<CopyKind> {
  @Override
  public CopyKind convert(String word) {
    for (CopyKind kind : CopyKind.values()) {
      if (kind.name().replace('_', '-').equals(word.toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new TypeConversionException("one of sao-y, sao-luc, trich-sao, ban-sao-dien-tu");
  }
}
