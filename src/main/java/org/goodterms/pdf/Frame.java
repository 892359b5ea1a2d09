package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What surrounds the body: letterhead, address, information block and title on the first page, a head on the next, the foot. */
final class Frame {
    private static final float LOGO_WIDTH = Paper.mm(62);
    private static final float LOGO_HEIGHT = Paper.mm(21);
    private static final int FOOT_LINES = 6;
    private static final float HIGHEST_INFO = 330;
    private static final int TITLE_LINES = 6;
    private final PageDescription page;
    private final Sheet sheet;
    private final Columns foot;
    private final Look look;

    Frame(PageDescription page, Sheet sheet) {
        this.page = page;
        this.sheet = sheet;
        this.look = Look.of(page.letterhead());
        this.foot = foot();
    }

    /** Where the body has to end. */
    float bottom() {
        return footTop() - 18;
    }

    private float footTop() {
        return sheet.paper().height() - Sheet.FOOT - foot.height() - 5;
    }

    /** Draws the head of the first page; where the body begins. */
    float first(Canvas canvas) {
        look.band(canvas, sheet.paper());
        return page.head().isReport() ? report(canvas) : letter(canvas);
    }

    private float letter(Canvas canvas) {
        mark(canvas, Sheet.TOP, LOGO_HEIGHT, new Style(true, 17, 22, page.letterhead().accent().readable()));
        Style style = new Style(false, 8, 11, Style.QUIET);
        sender(canvas, style, sheet.infoLeft(), Sheet.TOP + 2, sheet.infoTop() - 8);
        if (sheet.paper() == Paper.A4) {
            returnLine(canvas);
        }
        address(canvas);
        float infoEnd = info(canvas);
        folds(canvas);
        return title(canvas, Math.max(sheet.bodyTop() - (look.compact() ? 6 : 0), infoEnd + look.gap(12)));
    }

    private float title(Canvas canvas, float top) {
        float y = top;
        List<Line> title = Typesetter.lines(page.head().title(), look.title(), sheet.width());
        List<Line> lines = new ArrayList<>(title.size() <= 2 ? title
                : Typesetter.lines(page.head().title(), look.title().sized(12), sheet.width(), TITLE_LINES));
        if (!page.head().subtitle().isBlank()) {
            lines.addAll(Typesetter.lines(page.head().subtitle(), look.set(Style.BODY).in(Style.QUIET), sheet.width(),
                    TITLE_LINES));
        }
        for (Line line : lines) {
            float here = y;
            boolean titles = lines.indexOf(line) < lines.size() - (page.head().subtitle().isBlank() ? 0 : 1);
            canvas.within(titles ? "H1" : "P", titles ? page : null, () -> canvas.text(line, sheet.left(), here));
            y += line.style().leading();
        }
        return y + look.gap(look.modern() ? 13 : 10);
    }

    /** The logo, or the firm's name in its place. */
    private float mark(Canvas canvas, float top, float most, Style style) {
        Logo logo = page.letterhead().logo();
        if (logo != null) {
            float scale = Math.min(LOGO_WIDTH / logo.width(), most / logo.height());
            canvas.logo(sheet.left(), top, logo.width() * scale, logo.height() * scale, page.letterhead().name());
            return logo.height() * scale;
        }
        float y = top;
        float room = (sheet.infoLeft() > 0 ? sheet.infoLeft() : sheet.right()) - sheet.left() - 20;
        List<Line> name = Typesetter.lines(page.letterhead().name(), style, room);
        for (Line line : name.size() <= 2 ? name
                : Typesetter.lines(page.letterhead().name(), style.sized(9), room, 5)) {
            canvas.text(line, sheet.left(), y);
            y += line.style().leading();
        }
        return y - top;
    }

    private void sender(Canvas canvas, Style style, float x, float top, float bottom) {
        List<Line> lines = new ArrayList<>();
        if (page.letterhead().logo() != null) {
            lines.addAll(Typesetter.lines(page.letterhead().name(), style.heavy().in(Style.INK), sheet.right() - x, 2));
        }
        for (String text : page.letterhead().sender()) {
            lines.addAll(Typesetter.lines(text, style, sheet.right() - x, 2));
        }
        float y = top;
        for (Line line : lines) {
            if (y + style.leading() <= bottom) {
                canvas.text(line, x, y);
                y += style.leading();
            }
        }
    }

    private void returnLine(Canvas canvas) {
        String text = page.letterhead().name() + page.letterhead().sender().stream().limit(3)
                .map(line -> "  \u00B7  " + line).collect(Collectors.joining());
        Style style = new Style(false, 6.5f, 9, Style.QUIET);
        Line line = Typesetter.fitted(text, style, Paper.mm(80));
        float top = sheet.addressTop() - 13;
        canvas.text(line, sheet.left(), top);
        canvas.rule(sheet.left(), top + 9.5f, line.width(), 0.4f, Style.HAIRLINE);
    }

    /** In the window: smaller letters, and then fewer lines for the longest entries, until all of it fits. */
    private void address(Canvas canvas) {
        float room = Paper.mm(sheet.paper() == Paper.LETTER ? 86 : 80);
        List<Line> lines = List.of();
        for (int most = 4; most >= 1; most--) {
            for (float size = 10.5f; size >= 7.5f; size -= 1) {
                Style style = new Style(false, size, size * 1.22f, Style.INK);
                int each = most;
                lines = page.head().address().stream()
                        .flatMap(text -> Typesetter.lines(text, style, room, each).stream()).toList();
                if (lines.size() * style.leading() <= sheet.addressHeight() + 1) {
                    draw(canvas, lines, sheet.left(), sheet.addressTop());
                    return;
                }
            }
        }
        int fit = (int) (sheet.addressHeight() / lines.getFirst().style().leading());
        draw(canvas, lines.subList(0, Math.min(fit, lines.size())), sheet.left(), sheet.addressTop());
    }

    private static void draw(Canvas canvas, List<Line> lines, float x, float top) {
        float y = top;
        for (Line line : lines) {
            canvas.text(line, x, y);
            y += line.style().leading();
        }
    }

    private float info(Canvas canvas) {
        float room = sheet.right() - sheet.infoLeft();
        float indent = Columns.indent(page.head().info(), room * 0.48f);
        Columns info = new Columns();
        for (int most = 20; most >= 1; most--) {
            info = new Columns().next();
            for (Labelled pair : page.head().info()) {
                info.pair(pair, look.set(Style.LABEL), look.set(Style.CELL), sheet.infoLeft(), indent, room, most);
            }
            if (info.height() <= HIGHEST_INFO) {
                break;
            }
        }
        info.draw(canvas, sheet.infoTop());
        return sheet.infoTop() + info.height();
    }

    private void folds(Canvas canvas) {
        float third = sheet.paper() == Paper.LETTER ? sheet.paper().height() / 3 : Paper.mm(105);
        canvas.rule(10, third, 9, 0.4f, Style.HAIRLINE);
        canvas.rule(10, 2 * third, 9, 0.4f, Style.HAIRLINE);
        if (sheet.paper() == Paper.A4) {
            canvas.rule(10, Paper.mm(148.5f), 13, 0.4f, Style.HAIRLINE);
        }
    }

    private float report(Canvas canvas) {
        Style name = new Style(true, 10, 14, page.letterhead().accent().readable());
        float y = Sheet.TOP + mark(canvas, Sheet.TOP, Paper.mm(13), name) + 10;
        y = title(canvas, y);
        if (!page.head().info().isEmpty()) {
            Block facts = new Block.Figures(page.head().info());
            for (Slice slice : new BodyLayout(sheet.left(), sheet.width(), look)
                    .slices(List.of(facts))) {
                slice.ink().draw(canvas, y);
                y += slice.height();
            }
            y += 12;
        }
        return y;
    }

    /** The head of the second page and all after it; where the body goes on. */
    float next(Canvas canvas) {
        Style name = new Style(true, 9, 12, page.letterhead().accent().readable());
        look.band(canvas, sheet.paper());
        float half = sheet.width() * 0.48f;
        canvas.text(Typesetter.fitted(page.letterhead().name(), name, half), sheet.left(), Sheet.TOP);
        canvas.textRight(Typesetter.fitted(page.head().title(), new Style(false, 9, 12, Style.QUIET), half),
                sheet.right(), Sheet.TOP);
        canvas.rule(sheet.left(), Sheet.TOP + 15, sheet.width(), 0.4f, Style.HAIRLINE);
        return sheet.nextTop();
    }

    /** @param lifted how far above its place, in points, because something stands below */
    void foot(Canvas canvas, int number, int of, float lifted) {
        float top = footTop() - lifted;
        Line pageOf = Typesetter.fitted(page.words().page(number, of), Style.FOOT, sheet.width());
        canvas.textRight(pageOf, sheet.right(), top - 12.5f);
        if (foot.height() > 0) {
            canvas.rule(sheet.left(), top, sheet.width(), 0.4f, Style.HAIRLINE);
            foot.draw(canvas, top + 5);
        }
    }

    private Columns foot() {
        List<List<String>> texts = page.head().isReport() ? List.of() : page.letterhead().footer();
        Columns columns = new Columns().next();
        float gutter = 14;
        float each = (sheet.width() - gutter * (texts.size() - 1)) / Math.max(1, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            columns.next();
            int room = FOOT_LINES;
            for (String text : texts.get(i)) {
                if (room > 0) {
                    List<Line> lines = Typesetter.lines(text, Style.FOOT, each, Math.min(2, room));
                    columns.left(lines, sheet.left() + i * (each + gutter));
                    room -= lines.size();
                }
            }
        }
        return columns;
    }
}
