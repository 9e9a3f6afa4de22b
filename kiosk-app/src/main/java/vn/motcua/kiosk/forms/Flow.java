package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills page after page with pieces of a form. */
final class Flow {
  /**
   * A block on its way to a page.
   *
   * @param keep whether it stays on one page with the next
   * @param table the table that it continues; its head is repeated overleaf
   */
  record Item(Block block, boolean keep, Optional<FormTable> table) {
    static Item of(Block block) {
      return new Item(block, false, Optional.empty());
    }

    Item kept() {
      return new Item(block, true, table);
    }

    double height() {
      return block.height();
    }
  }

  private Flow() {}

  static double height(List<Item> items) {
    return items.stream().mapToDouble(Item::height).sum();
  }

  /**
   * @param room height of a page
   * @param overleaf stands above the rest on every page but the first
   */
  static List<List<Block>> pages(List<Item> items, double room, List<Block> overleaf) {
    List<List<Block>> pages = new ArrayList<>();
    List<Block> page = new ArrayList<>();
    double left = room;
    for (List<Item> chunk : chunks(items)) {
      double wanted = height(chunk);
      // What no page can hold together goes on where it stands.
      boolean together = wanted <= room * 0.8;
      for (int i = 0; i < chunk.size(); i++) {
        Item item = chunk.get(i);
        double needs = i == 0 && together ? wanted : item.height();
        if (needs > left && !page.isEmpty()) {
          pages.add(page);
          page = new ArrayList<>(overleaf);
          item.table().map(FormTable::head).ifPresent(page::add);
          left = room - page.stream().mapToDouble(Block::height).sum();
        }
        page.add(item.block());
        left -= item.height();
      }
    }
    pages.add(page);
    return pages;
  }

  private static List<List<Item>> chunks(List<Item> items) {
    List<List<Item>> chunks = new ArrayList<>();
    List<Item> chunk = new ArrayList<>();
    for (Item item : items) {
      chunk.add(item);
      if (!item.keep()) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }
}
