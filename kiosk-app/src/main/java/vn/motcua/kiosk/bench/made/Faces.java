package vn.motcua.kiosk.bench.made;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The families that pages are set in: those that are shipped, and those that Debian installed. */
public final class Faces {
  private static final String SHIPPED = "/vn/motcua/kiosk/fonts/";
  private static final Path DEBIAN = Path.of("/usr/share/fonts/truetype");

  /** Letters of which at least one is missing in every face that knows Vietnamese only in part. */
  private static final String DEMANDING = "ẠẢẤẶẸẼẾỆỈỊỌỎỐỘỚỢỤỦỨỰỲỴỶỸỹĐđƯơĂũĩ";

  private final List<Family> families;

  private Faces(List<Family> families) {
    this.families = List.copyOf(families);
  }

  /** Only what is shipped: the same on every machine. */
  public static Faces shipped() {
    return new Faces(List.of(tinos(), beVietnamPro()));
  }

  /** What is shipped, and of the packages that the launcher installs what is there. */
  public static Faces installed() {
    List<Family> found = new ArrayList<>(List.of(tinos(), beVietnamPro()));
    debian("Noto Serif", "noto/NotoSerif", found);
    debian("Noto Sans", "noto/NotoSans", found);
    debian("Arimo", "croscore/Arimo", found);
    debian("Carlito", "crosextra/Carlito", found);
    debian("Charis SIL", "charis/CharisSIL", found);
    debian("Roboto Condensed", "roboto/unhinted/RobotoCondensed", found);
    return new Faces(found);
  }

  /** The families' names; a seed gives the same pages only with the same families. */
  public List<String> names() {
    return families.stream().map(Family::name).toList();
  }

  List<Family> families() {
    return families;
  }

  private static Family tinos() {
    return new Family(
        "Tinos",
        resource("Tinos-Regular.ttf"),
        resource("Tinos-Bold.ttf"),
        resource("Tinos-Italic.ttf"));
  }

  private static Family beVietnamPro() {
    return new Family(
        "Be Vietnam Pro",
        resource("BeVietnamPro_400Regular.ttf"),
        resource("BeVietnamPro_700Bold.ttf"),
        resource("BeVietnamPro_400Regular_Italic.ttf"));
  }

  private static Font resource(String file) {
    try (InputStream in = Faces.class.getResourceAsStream(SHIPPED + file)) {
      if (in == null) {
        throw new IllegalStateException("font not on the class path: " + file);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("a shipped font cannot be read: " + file, e);
    }
  }

  private static void debian(String name, String stem, List<Family> found) {
    List<Font> fonts = new ArrayList<>();
    for (String style : List.of("Regular", "Bold", "Italic")) {
      Path file = DEBIAN.resolve(stem + "-" + style + ".ttf");
      if (!Files.isReadable(file)) {
        return;
      }
      try {
        fonts.add(Font.createFont(Font.TRUETYPE_FONT, new File(file.toString())));
      } catch (IOException | FontFormatException e) {
        return; // a damaged font is as good as none
      }
    }
    if (fonts.stream().allMatch(font -> font.canDisplayUpTo(DEMANDING) < 0)) {
      found.add(new Family(name, fonts.get(0), fonts.get(1), fonts.get(2)));
    }
  }
}
