package vn.motcua.kiosk.forms;

import java.util.List;
import vn.motcua.kiosk.pdf.PageContent;

/** Blocks that start at the same height; each knows its own column. */
record SideBySide(List<Block> blocks) implements Block {
  SideBySide {
    blocks = List.copyOf(blocks);
  }

  @Override
  public double height() {
    return blocks.stream().mapToDouble(Block::height).max().orElse(0);
  }

  @Override
  public void draw(PageContent page, double top) {
    blocks.forEach(block -> block.draw(page, top));
  }
}
