package cn.lianban.files;

import com.google.zxing.common.BitMatrix;

/** A QR code as an SVG document: one path, four modules of quiet zone, scales to any paper. */
public final class QrSvg {
  private QrSvg() {}

  public static String of(String text) {
    BitMatrix modules = QrModules.of(text);
    int side = modules.getWidth();
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (modules.get(x, y)) {
          int from = x;
          while (x + 1 < side && modules.get(x + 1, y)) {
            x++;
          }
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x - from + 1).append("v1H").append(from).append('z');
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>"
        .formatted(side, path);
  }
}
