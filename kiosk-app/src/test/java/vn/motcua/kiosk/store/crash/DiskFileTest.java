package vn.motcua.kiosk.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the model of a file may do at a power cut, and what no file system does. */
class DiskFileTest {
  private static final int SECTORS = 40;

  private final DiskFile file = new DiskFile();
  private final Random random = new Random(1);

  DiskFileTest() {
    file.write(0, filled(1));
    file.synced(file.mark());
  }

  private static byte[] filled(int with) {
    byte[] bytes = new byte[SECTORS * DiskFile.SECTOR];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  @Test
  void aFileIsCutShorterAsAWholeOrNotAtAll() {
    file.length(0);
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Content found = file.after(random, 0.5, i % 2 == 0);
      lengths.add(found.length());
      assertThat(found.bytes()).isEqualTo(Arrays.copyOf(filled(1), found.length()));
    }
    assertThat(lengths).containsExactlyInAnyOrder(0, SECTORS * DiskFile.SECTOR);
  }

  @Test
  void whatIsWrittenAfterACutMayBeThereWithoutItButNothingOldWithIt() {
    file.length(0);
    file.write(0, filled(2));
    boolean torn = false;
    for (int i = 0; i < 200; i++) {
      Content found = file.after(random, 0.5, false);
      Set<Byte> bytes = new HashSet<>();
      for (byte each : found.bytes()) {
        bytes.add(each);
      }
      // Zeros say that it was cut: what was there before is gone then.
      assertThat(bytes.contains((byte) 0) && bytes.contains((byte) 1)).isFalse();
      torn |= bytes.size() > 1;
    }
    assertThat(torn).isTrue();
  }

  @Test
  void aSyncAfterOneThatFailedBringsOnlyWhatWasWrittenAgain() {
    file.write(0, filled(2));
    file.syncFailed(random);
    file.synced(file.mark());
    assertThat(file.isClean()).isFalse();
    file.write(0, file.seen().bytes());
    file.synced(file.mark());
    assertThat(file.isClean()).isTrue();
  }
}
