package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

class ProgramRunTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void readsTheChildrensTimes() {
    assertThat(ProgramRun.cpuSeconds("0m0.001s 0m0.002s\n1m2.500s 0m0.250s\n"))
        .isEqualTo(62.75, within(1e-9));
    assertThat(ProgramRun.cpuSeconds("0m0,001s 0m0,002s\n0m2,500s 0m0,250s"))
        .isEqualTo(2.75, within(1e-9));
  }

  /** The work is a grandchild's, which the times of a process alone would leave out. */
  @Test
  void countsGrandchildrenAndKeepsWhatIsSaid() throws Exception {
    String busy = "bash -c 'i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done'; echo $SAID";
    ProgramRun run = run("bash", "-c", busy);

    Spent spent = run.run();

    assertThat(run.output()).isEqualTo("xong\n");
    assertThat(spent.cpuSeconds()).isPositive();
    assertThat(spent.seconds()).isGreaterThan(0.01);
  }

  @Test
  void seesTheMemoryOfTheWholeTree() throws Exception {
    // Reads 40 MB into a variable in a grandchild and stays for a moment.
    String large = "bash -c 'x=$(head -c 40000000 /dev/zero | tr \"\\0\" x); read -t 1 <> <(:)'; :";

    assertThat(run("bash", "-c", large).peakMemory()).isGreaterThan(40_000_000);
  }

  @Test
  void aProgramThatFailsIsAFault() {
    assertThatThrownBy(() -> run("bash", "-c", "echo vì sao >&2; exit 3").run())
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("BENCH-CANNOT")
        .hasMessageContaining("vì sao");
    assertThatThrownBy(() -> run("no-such-program-here").run()).isInstanceOf(FaultException.class);
  }

  private ProgramRun run(String... command) {
    return new ProgramRun(List.of(command), Map.of("SAID", "xong"), folder.resolve("notes"), LIMIT);
  }
}
