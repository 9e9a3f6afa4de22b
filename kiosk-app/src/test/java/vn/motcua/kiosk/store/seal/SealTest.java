package vn.motcua.kiosk.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final MasterKey KEY = new MasterKey(bytes(1, MasterKey.BYTES));
  private static final MasterKey OTHER = new MasterKey(bytes(2, MasterKey.BYTES));

  private final Sealer sealer = new Sealer(KEY);
  private final SealedFiles files = new SealedFiles(KEY);

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private byte[] sealed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.seal(new ByteArrayInputStream(plain), out, "H48-1");
    return out.toByteArray();
  }

  private byte[] opened(byte[] sealed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.open(new ByteArrayInputStream(sealed), out, "H48-1");
    return out.toByteArray();
  }

  @Test
  void aFieldOpensOnlyInItsPlaceWithItsKeyAndUnchanged() throws Exception {
    byte[] sealed = sealer.seal("Đinh Thị Mai", "H48-1|OWNER");
    assertThat(sealer.open(sealed, "H48-1|OWNER")).isEqualTo("Đinh Thị Mai");
    assertThat(sealer.seal("Đinh Thị Mai", "H48-1|OWNER")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> sealer.open(sealed, "H48-2|OWNER"))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> sealer.open(sealed, "H48-1|APPLICANT"))
        .isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> new Sealer(OTHER).open(sealed, "H48-1|OWNER"))
        .isInstanceOf(BrokenSealException.class);
    for (int at = 0; at < sealed.length; at++) {
      byte[] flipped = sealed.clone();
      flipped[at] ^= 1;
      assertThatThrownBy(() -> sealer.open(flipped, "H48-1|OWNER"))
          .isInstanceOf(BrokenSealException.class);
      byte[] cut = Arrays.copyOf(sealed, at);
      assertThatThrownBy(() -> sealer.open(cut, "H48-1|OWNER"))
          .isInstanceOf(BrokenSealException.class);
    }
    assertThat(sealer.open(sealer.seal("", "x"), "x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        SealedFiles.PIECE - 1,
        SealedFiles.PIECE,
        SealedFiles.PIECE + 1,
        3 * SealedFiles.PIECE + 77
      })
  void aFileOfAnyLengthComesBack(int length) throws Exception {
    byte[] plain = bytes(length, length);
    byte[] sealed = sealed(plain);
    assertThat(opened(sealed)).isEqualTo(plain);
    assertThat(sealed.length).isEqualTo(SealedFiles.sealedLength(length));
  }

  @Test
  void aFileThatWasChangedCutOrReorderedDoesNotOpen() throws Exception {
    int piece = SealedFiles.PIECE + 16;
    byte[] plain = bytes(5, 2 * SealedFiles.PIECE + 1000);
    byte[] sealed = sealed(plain);
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      byte[] flipped = sealed.clone();
      flipped[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> opened(flipped)).isInstanceOf(BrokenSealException.class);
      byte[] cut = Arrays.copyOf(sealed, random.nextInt(sealed.length));
      assertThatThrownBy(() -> opened(cut)).isInstanceOf(BrokenSealException.class);
    }
    // At a piece's end, where a cut shows least.
    byte[] whole = Arrays.copyOf(sealed, 36 + piece);
    assertThatThrownBy(() -> opened(whole)).isInstanceOf(BrokenSealException.class);
    byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
    assertThatThrownBy(() -> opened(longer)).isInstanceOf(BrokenSealException.class);
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 36, swapped, 36 + piece, piece);
    System.arraycopy(sealed, 36 + piece, swapped, 36, piece);
    assertThatThrownBy(() -> opened(swapped)).isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() ->
            files.open(new ByteArrayInputStream(sealed), new ByteArrayOutputStream(), "H48-2"))
        .isInstanceOf(BrokenSealException.class);
  }

  @Test
  void eachUseHasAKeyOfItsOwn() {
    Set<String> keys = new HashSet<>();
    for (String use : new String[] {"fields", "files", "tokens"}) {
      keys.add(Arrays.toString(KEY.of(use, "AES").getEncoded()));
      keys.add(Arrays.toString(OTHER.of(use, "AES").getEncoded()));
    }
    keys.add(Arrays.toString(KEY.itself("AES").getEncoded()));
    assertThat(keys).hasSize(7);
    assertThat(KEY.of("files", "AES")).isEqualTo(KEY.of("files", "AES"));
    assertThat(KEY.toString()).doesNotContain(Arrays.toString(KEY.copy()));
    assertThatThrownBy(() -> new MasterKey(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameIsFoundByItsWordsAndTheirBeginnings() {
    SearchTokens tokens = new SearchTokens(KEY);
    Set<Long> mai = tokens.ofName("Đinh Thị Mai");
    assertThat(mai).contains(tokens.word("dinh"), tokens.word("thi"), tokens.word("mai"));
    for (String begin : new String[] {"di", "din", "dinh", "th", "thi", "ma", "mai"}) {
      assertThat(tokens.beginning(begin)).as(begin).anyMatch(mai::contains);
    }
    assertThat(tokens.beginning("d")).isEmpty();
    assertThat(tokens.beginning("dong")).noneMatch(mai::contains);
    assertThat(mai).doesNotContain(tokens.word("din"));
    assertThat(tokens.ofName("ĐINH THỊ  MAI")).isEqualTo(mai);
    assertThat(new SearchTokens(OTHER).ofName("Đinh Thị Mai")).doesNotContainAnyElementsOf(mai);
    assertThat(tokens.ofName("Y Bhăm")).isNotEmpty();
    assertThat(tokens.ofName("")).isEmpty();
  }

  @Test
  void aTelephoneNumberIsFoundWholeAndByItsEndHoweverItIsWritten() {
    SearchTokens tokens = new SearchTokens(KEY);
    Set<Long> phone = tokens.ofPhone("0912 345 678");
    assertThat(tokens.phone("0912345678")).allMatch(phone::contains).isNotEmpty();
    assertThat(tokens.phone("+84 912 345 678")).allMatch(phone::contains).isNotEmpty();
    assertThat(tokens.phone("5678")).allMatch(phone::contains).isNotEmpty();
    assertThat(tokens.phone("0912345679")).noneMatch(phone::contains);
    assertThat(tokens.phone("678")).isEmpty();
    assertThat(tokens.phone("Mai 0912345678")).isEmpty();
    assertThat(tokens.ofPhone("")).isEmpty();
  }
}
