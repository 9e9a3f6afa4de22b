package vn.motcua.kiosk.ui.kit;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/** Letters and style sheets that ship with the application. */
public final class Theme {
  private static final List<String> FACES =
      List.of("400Regular", "400Regular_Italic", "500Medium", "600SemiBold", "700Bold");
  private static boolean installed;

  private Theme() {}

  /** Loads the letters and sets the base theme; once is enough. Needs the JavaFX toolkit. */
  public static synchronized void install() {
    if (installed) {
      return;
    }
    for (String face : FACES) {
      loadFont("/vn/motcua/kiosk/fonts/BeVietnamPro_" + face + ".ttf");
    }
    loadIcons();
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    installed = true;
  }

  /** Address of the house's style sheet, which stands over the base theme. */
  public static String sheet() {
    return resource("/vn/motcua/kiosk/ui/kit/kit.css").toExternalForm();
  }

  private static void loadFont(String name) {
    try (InputStream in = resource(name).openStream()) {
      if (Font.loadFont(in, 12) == null) {
        throw new IllegalStateException("cannot be read as a font: " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void loadIcons() {
    try (InputStream in = new FeatherIkonHandler().getFontResourceAsStream()) {
      Font.loadFont(in, 12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name);
  }
}
