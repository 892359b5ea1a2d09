package org.goodterms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.goodterms.SharedData;
import org.goodterms.kernel.Problem;
import org.junit.jupiter.api.Test;

class LogoTest {

    @Test
    void a_png_and_a_jpeg_are_taken() throws IOException {
        assertThat(Logo.accept(picture("png", 300, 100, Color.BLUE)).orThrow().width()).isEqualTo(300);
        assertThat(Logo.accept(picture("jpg", 300, 100, Color.BLUE)).orThrow().height()).isEqualTo(100);
    }

    @Test
    void large_pictures_are_scaled_to_what_print_needs() throws IOException {
        Logo logo = Logo.accept(picture("png", 4000, 1000, Color.RED)).orThrow();
        assertThat(logo.width()).isEqualTo(900);
        assertThat(logo.height()).isEqualTo(225);
    }

    @Test
    void what_was_accepted_is_accepted_again_unchanged() {
        Logo once = Logo.accept(SamplePages.logoFile(1200, 200)).orThrow();
        assertThat(Logo.accept(once.bytes()).orThrow()).isSameAs(once);
        Logo.accept(SamplePages.logoFile(300, 100)).orThrow();
        Logo again = Logo.accept(once.bytes()).orThrow();
        assertThat(again).isNotSameAs(once);
        assertThat(again.bytes()).isEqualTo(once.bytes());
    }

    @Test
    void see_through_parts_become_white() throws IOException {
        Logo logo = Logo.accept(SamplePages.logoFile(400, 100)).orThrow();
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
        assertThat(kept.getRGB(399, 99)).isEqualTo(0xFFFFFFFF);
        assertThat(kept.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void the_logo_is_on_the_page_and_small() {
        Logo logo = Logo.accept(SamplePages.logoFile(1200, 200)).orThrow();
        byte[] pdf = new PdfRenderer().render(SamplePages.invoice(Paper.A4, 3, logo, Accent.USUAL));
        try (PageImages pages = new PageImages(pdf)) {
            BufferedImage page = pages.image(0, 72);
            Color ink = new Color(page.getRGB((int) Paper.mm(25) + 4, (int) Sheet.TOP + 14));
            assertThat(ink.getRed()).isGreaterThan(ink.getBlue() + 60);
        }
        assertThat(pdf.length).isLessThan(80_000);
    }

    @Test
    void other_files_are_refused_with_their_reason() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("pdf.logo_empty");
        assertThat(refusal(new byte[Logo.LARGEST_FILE + 1])).isEqualTo("pdf.logo_large");
        assertThat(refusal("<svg/>".getBytes(StandardCharsets.UTF_8))).isEqualTo("pdf.logo_kind");
        assertThat(refusal(picture("gif", 10, 10, Color.RED))).isEqualTo("pdf.logo_kind");
        assertThat(refusal(picture("png", 4001, 10, Color.RED))).isEqualTo("pdf.logo_pixels");
        byte[] whole = picture("png", 300, 300, Color.RED);
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("pdf.logo_broken");
        byte[] jpeg = picture("jpg", 300, 300, Color.RED);
        assertThat(refusal(Arrays.copyOf(jpeg, 100))).isEqualTo("pdf.logo_broken");
    }

    @Test
    void hostile_pictures_are_refused_before_they_are_unpacked() throws IOException {
        Path folder = SharedData.path("hostile/image");
        assertThat(refusal(Files.readAllBytes(folder.resolve("png-60000x60000.png")))).isEqualTo("pdf.logo_pixels");
        assertThat(refusal(Files.readAllBytes(folder.resolve("png-truncated.png")))).isEqualTo("pdf.logo_broken");
    }

    private static String refusal(byte[] file) {
        List<Problem> problems = Logo.accept(file).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().field()).isEqualTo("logo");
        return problems.getFirst().code();
    }

    private static byte[] picture(String kind, int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, kind, out);
        return out.toByteArray();
    }
}
