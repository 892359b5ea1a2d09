import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the program's icon in the sizes that systems ask for, as icons/goodterms.svg has it: {@code java src/build/Icons.java icons}. */
final class Icons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final double DRAWN = 64;

    private Icons() {
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int size : SIZES) {
            ImageIO.write(draw(size), "png", new File(folder.toFile(), "goodterms-" + size + ".png"));
        }
    }

    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / DRAWN, size / DRAWN);
        g.setPaint(new GradientPaint(0, 0, new Color(0x268A90), 0, 64, new Color(0x15575D)));
        g.fill(new RoundRectangle2D.Double(0, 0, 64, 64, 28, 28));
        g.setPaint(Color.WHITE);
        g.setComposite(AlphaComposite.SrcOver.derive(0.62f));
        g.fill(new Rectangle2D.Double(18, 17, 28, 5));
        g.fill(new Rectangle2D.Double(18, 28, 20, 5));
        g.setComposite(AlphaComposite.SrcOver);
        g.fill(tick());
        g.dispose();
        return image;
    }

    private static Path2D tick() {
        double[][] corners = {{17.5, 43.5}, {21.3, 39.7}, {27.6, 46}, {44, 29.6}, {47.8, 33.4}, {27.6, 53.6}};
        Path2D tick = new Path2D.Double();
        tick.moveTo(corners[0][0], corners[0][1]);
        for (double[] corner : corners) {
            tick.lineTo(corner[0], corner[1]);
        }
        tick.closePath();
        return tick;
    }
}
