package vn.motcua.kiosk.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.KeptFile;

/**
 * A program of its own that receives dossiers and lets their packages leave, until it is killed.
 */
public final class PackageProcess {
  static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");

  private PackageProcess() {}

  /**
   * Says {@code received CODE} for each dossier that is on the disk.
   *
   * @param args the data folder and the folder through which packages leave
   */
  public static void main(String[] args) throws Exception {
    try (DataFolder data = DataFolder.open(Path.of(args[0]));
        DossierStore store = DossierStore.open(data, CLOCK)) {
      PackageDesk desk = desk(data, store, Path.of(args[1]));
      System.out.println("begin");
      while (true) {
        DossierCode code =
            Samples.receive(store, CLOCK, Samples.party("051200000001", "Đinh Thị Thử"));
        Path plain = data.temporary().resolve("plain");
        Files.write(plain, code.value().getBytes(StandardCharsets.UTF_8));
        Blob blob = store.blobs().put(plain, code);
        KeptFile file = new KeptFile(KeptFile.Kind.ARCHIVE, blob, "Tờ khai");
        store.write(transaction -> {
          transaction.add(code, file, LocalDateTime.now(CLOCK));
          return true;
        });
        System.out.println("received " + code);
        desk.pump();
      }
    }
  }

  static PackageDesk desk(DataFolder data, DossierStore store, Path out) throws Exception {
    return new PackageDesk(
        store,
        data,
        Optional.of(new PackagePlace(out, out, false, Duration.ofDays(7))),
        SiteSigner.open(data.keys(), "Xã Suối Đá"),
        "Một Cửa 0",
        "H48.125.16",
        CLOCK);
  }
}
