package vn.motcua.kiosk.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.ScannedPage;

/** Drafts and their pages as they are sealed. */
final class DraftText {
  /** A page of a draft and the paper that it belongs to. */
  record Page(String paper, ScannedPage page) {}

  private static final int VERSION = 1;

  /** Without buffers that are used again: they would keep who was there before. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build())
          .build();

  private DraftText() {}

  static String write(Draft draft) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", VERSION);
    all.put("procedure", draft.procedure());
    all.put("applicant", object(draft.applicant()));
    draft.owner().ifPresent(owner -> all.put("owner", object(owner)));
    return JSON.writeValueAsString(all);
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException if it is none, or a later program's
   */
  static Draft read(String text) {
    try {
      JsonNode all = JSON.readTree(text);
      if (all.path("version").asInt(0) != VERSION) {
        throw new IllegalArgumentException("a draft of another version");
      }
      Optional<DraftPerson> owner =
          all.has("owner") ? Optional.of(person(all.path("owner"))) : Optional.empty();
      return new Draft(all.path("procedure").asString(), person(all.path("applicant")), owner);
    } catch (JacksonException none) {
      throw new IllegalArgumentException("not a draft", none);
    }
  }

  private static Map<String, Object> object(DraftPerson person) {
    Map<String, Object> fields = new LinkedHashMap<>();
    person
        .fields()
        .forEach((field, value) ->
            fields.put(field.name(), Map.of("is", value.value(), "from", value.source().name())));
    return fields;
  }

  private static DraftPerson person(JsonNode node) {
    Map<DraftField, Field<String>> fields = new EnumMap<>(DraftField.class);
    for (DraftField field : DraftField.values()) {
      JsonNode value = node.path(field.name());
      if (value.isObject()) {
        fields.put(
            field,
            new Field<>(
                value.path("is").asString(), FieldSource.valueOf(value.path("from").asString())));
      }
    }
    return new DraftPerson(fields);
  }

  static byte[] write(Page page) {
    ScannedPage picture = page.page();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.image().length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeUTF(page.paper());
      out.writeUTF(picture.format().name());
      out.writeInt(picture.width());
      out.writeInt(picture.height());
      out.writeInt(picture.dpi());
      out.writeInt(picture.image().length);
      out.write(picture.image());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a page back.
   *
   * @param number which page of the draft
   * @throws IllegalArgumentException if it is none, or a later program's
   */
  static Page read(int number, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != VERSION) {
        throw new IllegalArgumentException("a page of another version");
      }
      String paper = in.readUTF();
      ImageFormat format = ImageFormat.valueOf(in.readUTF());
      int width = in.readInt();
      int height = in.readInt();
      int dpi = in.readInt();
      byte[] image = in.readNBytes(in.readInt());
      return new Page(paper, new ScannedPage(number, format, image, width, height, dpi));
    } catch (IOException cut) {
      throw new IllegalArgumentException("not a page of a draft", cut);
    }
  }
}
