package cn.lianban.papers;

import cn.lianban.files.QrModules;
import com.google.zxing.common.BitMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A QR code as a PNG of whole pixels per module, for papers. */
final class QrPng {
  private static final int SCALE = 8;

  private QrPng() {}

  static byte[] of(String text) {
    BitMatrix modules = QrModules.of(text);
    int side = modules.getWidth();
    BufferedImage image =
        new BufferedImage(side * SCALE, side * SCALE, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side * SCALE; y++) {
      for (int x = 0; x < side * SCALE; x++) {
        image.setRGB(x, y, modules.get(x / SCALE, y / SCALE) ? 0 : 0xFFFFFF);
      }
    }
    return png(image);
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
