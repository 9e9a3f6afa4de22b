package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.outgoing.OutgoingFault;
import vn.motcua.kiosk.outgoing.PortalBatch;
import vn.motcua.kiosk.outgoing.PortalDocument;
import vn.motcua.kiosk.outgoing.PortalExport;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * Statuses as files in a folder: {@code <site>-<from>-<to>-<n>-<service>.json}, whose names sort in
 * the order of what happened, and {@code cursor.json}, which tells how far it is. The bounds of a
 * batch stand there before its first file, so that a batch that was cut off gets the same names.
 */
public final class FolderExport implements PortalExport {
  private static final String CURSOR = "cursor.json";

  private record Cursor(String site, long delivered, long begun) {}

  private final Path folder;

  /**
   * @param folder must be there
   */
  public FolderExport(Path folder) {
    this.folder = folder;
  }

  @Override
  public long delivered(String site) throws FaultException {
    return cursor(site).delivered();
  }

  @Override
  public OptionalLong begun(String site) throws FaultException {
    Cursor cursor = cursor(site);
    return cursor.begun() > cursor.delivered()
        ? OptionalLong.of(cursor.begun())
        : OptionalLong.empty();
  }

  @Override
  public void deliver(PortalBatch batch) throws FaultException {
    long delivered = cursor(batch.site()).delivered();
    // Exported again from somewhere: how far everything is does not go back.
    boolean follows = batch.after() == delivered;
    if (follows) {
      write(new Cursor(batch.site(), delivered, batch.upTo()));
    }
    int number = 1;
    for (PortalDocument document : batch.documents()) {
      Durable.write(folder.resolve(name(batch, number++, document)), document.bytes());
    }
    if (follows || batch.upTo() > delivered) {
      write(new Cursor(batch.site(), batch.upTo(), batch.upTo()));
    }
  }

  private static String name(PortalBatch batch, int number, PortalDocument document) {
    return String.format(
        Locale.ROOT,
        "%s-%012d-%012d-%d-%s.json",
        batch.site(),
        batch.after() + 1,
        batch.upTo(),
        number,
        document.service());
  }

  private void write(Cursor cursor) throws FaultException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("site", cursor.site());
    json.put("delivered", cursor.delivered());
    json.put("begun", cursor.begun());
    Durable.write(
        folder.resolve(CURSOR),
        (JsonMapper.shared().writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Cursor cursor(String site) throws FaultException {
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve(CURSOR)));
      Cursor cursor =
          new Cursor(
              json.path("site").asString(""),
              json.path("delivered").asLong(-1),
              json.path("begun").asLong(-1));
      if (!cursor.site().equals(site)
          || cursor.delivered() < 0
          || cursor.begun() < cursor.delivered()) {
        throw new FaultException(new OutgoingFault.Cursor());
      }
      return cursor;
    } catch (NoSuchFileException none) {
      return new Cursor(site, 0, 0);
    } catch (JacksonException damaged) {
      throw new FaultException(new OutgoingFault.Cursor(), damaged);
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    }
  }
}
