/**
 * Fuzzing: what reads bytes from strangers is fed with bytes that nobody thought of.
 *
 * <p>A target is one small test class whose name ends in {@code FuzzTest}:
 *
 * <pre>{@code
 * class Dg2FuzzTest extends FuzzContract {
 *   @Override protected void feed(byte[] input) { … }          // read it, check every promise
 *   @Override protected Map<String, byte[]> seeds() { … }      // good files to begin with
 * }
 * }</pre>
 *
 * <p>That is all. Its saved inputs stand in {@code src/test/fuzz/dg2}, a file each; {@code ./kiosk
 * test} replays them and the seeds. {@code ./kiosk test --long} runs Jazzer on it in a process of
 * its own for {@code MOTCUA_FUZZ_SECONDS} (60 unless set), so that its agent touches no other test.
 * What the fuzzer finds stands in {@code target/fuzz/dg2/findings}: mend the fault, then keep the
 * file under a telling name among the saved inputs. {@code MOTCUA_FUZZ_KEEP=yes} has the run save a
 * few dozen inputs that reach most of what it reached.
 */
package vn.motcua.scanner.fuzz;
