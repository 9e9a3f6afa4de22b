package vn.motcua.kiosk.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.motcua.kiosk.paper.sign.Level;

/** Reads {@code B-T} and the like. */
final class LevelWord implements ITypeConverter<Level> {
  @Override
  public Level convert(String word) {
    for (Level level : Level.values()) {
      if (level.code().equalsIgnoreCase(word)) {
        return level;
      }
    }
    throw new TypeConversionException("one of B-B, B-T, B-LT");
  }
}
