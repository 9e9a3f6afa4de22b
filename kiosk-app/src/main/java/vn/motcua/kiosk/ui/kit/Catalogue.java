package vn.motcua.kiosk.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * A living catalogue of our controls: every state of every {@link CatalogueEntry}, in both themes
 * and three text sizes, as pictures beside a page that shows them with their names and uses.
 */
public final class Catalogue {
  private static final double WIDTH = 968;
  private static final double TALLEST = 2400;
  private static final double MARGIN = 16;

  private final Path folder;
  private int pictures;

  private Catalogue(Path folder) {
    this.folder = folder;
  }

  /**
   * Draws everything into {@code folder}. On the JavaFX thread.
   *
   * @return how many pictures
   */
  public static int draw(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Catalogue(folder).all();
  }

  private int all() throws IOException {
    StringBuilder page = new StringBuilder(head());
    Stage stage = new Stage(StageStyle.UNDECORATED);
    Look look = new Look(Density.TERMINAL);
    VBox holder = new VBox();
    holder.setFillWidth(true);
    holder.setStyle("-fx-padding: " + MARGIN + "px;");
    Scene scene = new Scene(holder, WIDTH, TALLEST);
    look.dress(scene);
    stage.setScene(scene);
    try {
      for (CatalogueEntry entry : CatalogueEntry.all()) {
        page.append("<h2>").append(entry.name()).append("</h2><p>");
        page.append(entry.use()).append("</p>\n");
        for (Map.Entry<String, Supplier<Region>> state : entry.states().entrySet()) {
          page.append("<h3>").append(state.getKey()).append("</h3><div>\n");
          for (boolean clear : new boolean[] {false, true}) {
            for (TextSize size : TextSize.values()) {
              look.clear().set(clear);
              look.textSize().set(size);
              String name = name(entry.name(), state.getKey(), clear, size);
              picture(holder, scene, state.getValue().get(), folder.resolve(name));
              page.append(figure(name, clear, size));
            }
          }
          page.append("</div>\n");
        }
      }
    } finally {
      stage.close();
    }
    page.append("</body></html>\n");
    Files.writeString(folder.resolve("index.html"), page, StandardCharsets.UTF_8);
    return pictures;
  }

  private void picture(VBox holder, Scene scene, Region control, Path file) throws IOException {
    holder.getChildren().setAll(control);
    holder.applyCss();
    double height = Math.ceil(holder.prefHeight(WIDTH));
    holder.resize(WIDTH, height);
    holder.layout();
    // Some sizes are known only after a first layout.
    height = Math.ceil(holder.prefHeight(WIDTH));
    holder.resize(WIDTH, height);
    holder.layout();
    BufferedImage image = Pictures.of(scene);
    int rows = (int) Math.min(height, image.getHeight());
    Pictures.write(image.getSubimage(0, 0, (int) WIDTH, Math.max(1, rows)), file);
    pictures++;
  }

  private static String name(String entry, String state, boolean clear, TextSize size) {
    return String.join("-", entry, state, clear ? "clear" : "plain", String.valueOf(size.factor()))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
        + ".png";
  }

  private static String figure(String name, boolean clear, TextSize size) {
    return "<figure><img src=\"%s\" alt=\"\" loading=\"lazy\"><figcaption>×%s%s</figcaption></figure>%n"
        .formatted(name, size.factor(), clear ? " · Chữ rõ" : "");
  }

  private static String head() {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Một Cửa: controls</title>
    <style>
    body { font: 16px/1.5 sans-serif; margin: 2em; max-width: 1400px }
    div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
    figure { margin: 0 } img { width: 320px; border: 1px solid #ccc }
    h2 { border-top: 2px solid #ccc; padding-top: 1em; font-family: monospace }
    h3 { font-weight: normal }
    </style></head><body><h1>Một Cửa: controls of the terminal</h1>
    """;
  }
}
