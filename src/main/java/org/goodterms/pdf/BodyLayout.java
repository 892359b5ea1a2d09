package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/** Turns the blocks of a body into slices, with the distances between them. */
final class BodyLayout {
    private static final float HIGHEST = 200;
    /** A line long enough to sign on. */
    private static final float SIGNATURE = 260;
    private final float left;
    private final float width;
    private final Look look;

    BodyLayout(float left, float width, Look look) {
        this.left = left;
        this.width = width;
        this.look = look;
    }

    List<Slice> slices(List<Block> body) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            List<Slice> of = slices(block);
            if (i > 0 && !of.isEmpty()) {
                if (block instanceof Block.Totals) {
                    slices.add(slices.removeLast().kept());
                    slices.add(Slice.bond(look.gap(5)));
                } else if (block instanceof Block.Pay && body.get(i - 1) instanceof Block.Totals) {
                    slices.add(slices.removeLast().kept());
                    slices.add(Slice.bond(look.gap(13)));
                } else if (!(body.get(i - 1) instanceof Block.Heading)) {
                    slices.add(Slice.gap(look.gap(block instanceof Block.Note ? 11 : 15)));
                }
            }
            slices.addAll(of);
        }
        return slices;
    }

    private List<Slice> slices(Block block) {
        return switch (block) {
            case Block.Paragraphs(String text) -> paragraphs(text, look.set(Style.BODY), left, width);
            case Block.Heading(String text) -> heading(text);
            case Table table -> new TableLayout(table, left, width, look).slices();
            case Block.Totals totals -> new SumsLayout(left, width, look).totals(totals);
            case Block.Pay pay -> new SumsLayout(left, width, look).pay(pay);
            case Block.Figures figures -> figures(figures);
            case Block.Note note -> note(note);
            case Block.Closing closing -> closing(closing);
            case Block.Signatures signatures -> signatures(signatures);
            case PaymentSlip slip -> List.of(); // has its place at the foot of the last page
        };
    }

    /** Line by line; the first two and the last two lines of a paragraph stay together. */
    private static List<Slice> paragraphs(String text, Style style, float x, float width) {
        List<Slice> slices = new ArrayList<>();
        float readable = Math.min(width, Paper.mm(152));
        List<Line> lines = Typesetter.lines(text.strip(), style, readable);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.runs().isEmpty()) {
                slices.add(Slice.gap(style.leading() * 0.6f));
                continue;
            }
            boolean first = i == 0 || lines.get(i - 1).runs().isEmpty();
            boolean last = i + 1 == lines.size() || lines.get(i + 1).runs().isEmpty();
            boolean beforeLast = !last && (i + 2 == lines.size() || lines.get(i + 2).runs().isEmpty());
            Slice slice = Slice.of(style.leading(), (canvas, top) -> canvas.text(line, x, top));
            slices.add(first && !last || beforeLast ? slice.kept() : slice);
        }
        return slices;
    }

    private List<Slice> heading(String text) {
        Style style = look.set(new Style(true, 11, 15, look.modern() ? look.accent().readable() : Style.INK));
        List<Slice> slices = new ArrayList<>();
        new Columns().next().left(Typesetter.lines(text, style, width), left).slices(HIGHEST)
                .forEach(slice -> slices.add(slice.kept()));
        slices.add(Slice.bond(4));
        return slices;
    }

    private List<Slice> note(Block.Note note) {
        Style small = look.set(new Style(false, 8.5f, 12f, Style.INK));
        List<Slice> slices = new ArrayList<>();
        if (!note.heading().isBlank()) {
            Typesetter.lines(note.heading(), small.heavy(), width)
                    .forEach(line -> slices.add(Slice.of(small.leading(), (c, top) -> c.text(line, left, top)).kept()));
        }
        slices.addAll(paragraphs(note.text(), small, left, width));
        return slices;
    }

    private List<Slice> figures(Block.Figures block) {
        int count = Math.max(1, block.figures().size());
        float gutter = 14;
        float each = (width - gutter * (count - 1)) / count;
        Columns columns = new Columns();
        List<Float> starts = new ArrayList<>();
        for (int i = 0; i < block.figures().size(); i++) {
            Labelled figure = block.figures().get(i);
            float x = left + i * (each + gutter);
            starts.add(x);
            Style value = new Style(true, count > 4 ? 10.5f : 13f, 17f,
                    figure.strong() ? look.accent().readable() : Style.INK);
            columns.next().space(5).left(Typesetter.lines(figure.label(), Style.LABEL, each, 3), x)
                    .left(Typesetter.shrunk(figure.value(), value, each, 0.6f, 4), x);
        }
        float height = columns.height() + 4;
        return List.of(Slice.of(height, (canvas, top) -> {
            for (int i = 0; i < starts.size(); i++) {
                boolean strong = block.figures().get(i).strong();
                canvas.rule(starts.get(i), top, each, strong ? 1.5f : 0.6f, strong ? look.accent() : Style.HAIRLINE);
            }
            columns.draw(canvas, top);
        }));
    }

    private List<Slice> signatures(Block.Signatures block) {
        float gutter = 24;
        float each = (width - gutter * (block.names().size() - 1)) / block.names().size();
        Columns columns = new Columns();
        for (int i = 0; i < block.names().size(); i++) {
            columns.next().space(4).left(Typesetter.lines(block.names().get(i), Style.STRONG, each), left + i * (each + gutter));
        }
        return List.of(Slice.bond(34), Slice.of(columns.height(), (canvas, top) -> {
            for (int i = 0; i < block.names().size(); i++) {
                canvas.rule(left + i * (each + gutter), top, Math.min(each, SIGNATURE), 0.5f, Style.QUIET);
            }
            columns.draw(canvas, top);
        }));
    }

    private List<Slice> closing(Block.Closing closing) {
        List<Slice> slices = new ArrayList<>();
        for (Line line : Typesetter.lines(closing.greeting(), look.set(Style.BODY), width)) {
            slices.add(Slice.of(line.style().leading(), (canvas, top) -> canvas.text(line, left, top)).kept());
        }
        slices.add(Slice.bond(34));
        if (closing.greeting().isBlank()) {
            slices.add(Slice.of(4, (canvas, top) -> canvas.rule(left, top, SIGNATURE, 0.5f, Style.QUIET)).kept());
        }
        Columns who = new Columns().next().left(Typesetter.lines(closing.name(), Style.STRONG, width), left);
        if (!closing.role().isBlank()) {
            who.left(Typesetter.lines(closing.role(), Style.DETAIL, width), left);
        }
        slices.addAll(who.slices(HIGHEST));
        return slices;
    }
}
