package org.goodterms.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Documents as rooms describe them, for the tests of this package. */
public final class SamplePages {
    public static final PageWords WORDS = new PageWords("Page {0} of {1}", "Carried forward", "Brought forward");
    static final Instant MADE = Instant.parse("2026-11-24T09:30:00Z");
    private static final List<String> GOODS = List.of("Oak table top, oiled, 180 \u00D7 90 cm", "Steel trestle, black",
            "Delivery and assembly", "Wood oil, clear, 1 l", "Drawer set, beech, four drawers",
            "Repair of a chair, incl. new joints", "Shelf board, ash, cut to measure", "Brackets, brass, pair",
            "Consultation on site", "Disposal of old furniture");

    private SamplePages() {
    }

    static Letterhead letterhead(@Nullable Logo logo, Accent accent) {
        return new Letterhead(logo, "Wren & Vale Joinery", List.of("14 Quayside Row", "BS1 6UD Bristol"), accent,
                List.of(List.of("Wren & Vale Joinery Ltd", "Registered no. 04211873", "VAT GB 287 1140 92"),
                        List.of("Telephone +44 117 496 0124", "post@wrenvale.example", "wrenvale.example"),
                        List.of("Avon Bank, Bristol", "GB29 NWBK 6016 1331 9268 19", "BIC NWBKGB2L"),
                        List.of("Directors", "Agnes Wren, Tom Vale")));
    }

    static List<String> address() {
        return List.of("Harbour Light Hotels Ltd", "Accounts payable", "Ms Ioana Petrescu", "88 Marine Parade",
                "BN2 1TL Brighton");
    }

    static List<Labelled> info() {
        return List.of(Labelled.strong("Invoice no.", "2026-0104"), Labelled.of("Invoice date", "24 Nov 2026"),
                Labelled.of("Delivered", "20 Nov 2026"), Labelled.of("Your order", "PO 4500-7781"),
                Labelled.of("Customer no.", "10042"), Labelled.of("Contact", "Agnes Wren"),
                Labelled.of("", "+44 117 496 0124"));
    }

    static Table lines(int count) {
        List<Table.Row> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            BigDecimal quantity = BigDecimal.valueOf(1 + i % 7);
            BigDecimal price = BigDecimal.valueOf(1950 + 3517L * (i % 11), 2);
            BigDecimal amount = quantity.multiply(price);
            sum = sum.add(amount);
            rows.add(Table.Row.of(Table.Cell.of(Integer.toString(i + 1)),
                    new Table.Cell(GOODS.get(i % GOODS.size()), i % 4 == 2 ? "Performed on 18 and 19 November, two people"
                            : ""),
                    Table.Cell.of(quantity + (i % 3 == 0 ? " pcs" : i % 3 == 1 ? " h" : " m\u00B2")),
                    Table.Cell.of(money(price)), Table.Cell.of("20 %"), Table.Cell.of(money(amount)))
                    .carrying(money(sum)));
        }
        return new Table(List.of(Table.Column.left("", 4), Table.Column.left("Description", 50),
                Table.Column.right("Quantity", 10), Table.Column.right("Unit price", 12),
                Table.Column.right("VAT", 6), Table.Column.right("Amount GBP", 14)), rows);
    }

    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    static Block.Pay pay() {
        return new Block.Pay(Labelled.of("Amount due", "5,412.60 GBP"),
                List.of(Labelled.of("To be paid by", "Thursday, 24 December 2026")),
                "2 % discount (108.25 GBP) if paid by 4 December 2026.",
                List.of(new Block.Way("By bank transfer", List.of(Labelled.of("To", "Wren & Vale Joinery Ltd"),
                        Labelled.of("IBAN", "GB29 NWBK 6016 1331 9268 19"), Labelled.of("BIC", "NWBKGB2L"),
                        Labelled.strong("Reference", "2026-0104")))),
                new Block.Way("Any question?", List.of(Labelled.of("", "Agnes Wren"),
                        Labelled.of("", "+44 117 496 0124"), Labelled.of("", "agnes@wrenvale.example"))));
    }

    static Block.Totals totals() {
        return new Block.Totals(List.of(Block.Total.of("Sum of lines", "4,610.50"),
                Block.Total.of("Discount 2.17 %", "-100.00"), Block.Total.tax("VAT 20 %", "of 4,510.50", "902.10"),
                Block.Total.strong("Total GBP", "5,412.60")));
    }

    /** An invoice of so many lines. */
    public static PageDescription invoice(Paper paper, int lines, @Nullable Logo logo, Accent accent) {
        return new PageDescription(identity("invoice/2026-0104", "Invoice 2026-0104"), paper, letterhead(logo, accent),
                new Head(address(), info(), "Invoice 2026-0104", "Refurbishment of the breakfast room"),
                List.of(lines(lines), totals(), pay(),
                        new Block.Note("", "Thank you for your order. The goods remain ours until they are paid.")),
                WORDS);
    }

    static Identity identity(String key, String title) {
        return new Identity(key, title, "Wren & Vale Joinery Ltd", Locale.UK, MADE);
    }

    static byte[] logoFile(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xC2, 0x4E, 0x2A));
        g.fillOval(0, 0, height, height);
        g.setColor(new Color(0x2B, 0x2B, 0x33));
        g.fillRect(height / 3, height / 3, height, height / 3);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, height / 2));
        g.drawString("wren&vale", height * 3 / 2, height * 2 / 3);
        g.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
