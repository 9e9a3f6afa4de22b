package vn.motcua.kiosk.forms;

import java.util.List;
import vn.motcua.kiosk.pdf.PageContent;

/** Blocks one below the other that stay together on a page. */
record Stack(List<Block> blocks) implements Block {
  Stack {
    blocks = List.copyOf(blocks);
  }

  @Override
  public double height() {
    return blocks.stream().mapToDouble(Block::height).sum();
  }

  @Override
  public void draw(PageContent page, double top) {
    double at = top;
    for (Block block : blocks) {
      block.draw(page, at);
      at -= block.height();
    }
  }
}
