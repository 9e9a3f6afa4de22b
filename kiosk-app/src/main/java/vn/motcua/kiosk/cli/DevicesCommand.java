package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code devices}: every scanner, card reader and barcode reader that can be found now. */
@Command(name = "devices", description = "Lists the devices that can be found now.")
final class DevicesCommand extends JsonCommand {
  private final Tools tools;

  DevicesCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    List<Map<String, Object>> devices = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (DeviceRow row : tools.deviceDesk().devices()) {
      Map<String, Object> device = Reply.object();
      device.put("id", row.id());
      device.put("kind", row.kind().name());
      device.put("name", row.name());
      device.put("driver", row.driver());
      device.put("state", row.state().name());
      device.put("simulated", row.simulated());
      row.details().forEach(device::putIfAbsent);
      devices.add(device);
      text.append(
          String.format(
              Locale.ROOT,
              "%-14s %-9s %-10s %s  (%s)%n",
              row.kind(),
              row.driver(),
              row.state(),
              row.name(),
              row.id()));
    }
    if (devices.isEmpty()) {
      text.append("No device found.");
    }
    Map<String, Object> json = Reply.object();
    json.put("devices", devices);
    return new Reply(json, text.toString().stripTrailing());
  }
}
