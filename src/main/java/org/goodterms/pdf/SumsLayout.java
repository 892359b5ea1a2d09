package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/** The sums under a table and the panel that says how to pay. */
final class SumsLayout {
    private static final float TOTALS_WIDTH = 262;
    private static final float HIGHEST = 400;
    private static final float PAD = 9.5f;
    private static final float GUTTER = 16;
    /** A code of 30 mm, its white border included: read by any telephone. Of two, each is smaller. */
    private static final float CODE = Paper.mm(30);
    private static final float ONE_OF_TWO = Paper.mm(25.5f);
    private static final Style CAPTION = new Style(false, 7, 9, Style.QUIET);
    /** Pieces of the panel overlap by this, so that no light shows between them. */
    private static final float SEAM = 0.3f;
    private final float left;
    private final float width;
    private final Look look;

    SumsLayout(float left, float width, Look look) {
        this.left = left;
        this.width = width;
        this.look = look;
    }

    List<Slice> totals(Block.Totals totals) {
        float x = left + width - TOTALS_WIDTH;
        float amounts = 60;
        float bases = 0;
        for (Block.Total total : totals.lines()) {
            amounts = Math.max(amounts, Typesetter.width(total.amount(), styleOf(total)));
            bases = Math.max(bases, Typesetter.width(total.base(), look.set(Style.CELL)));
        }
        amounts = Math.min(amounts, TOTALS_WIDTH * 0.5f);
        bases = Math.min(bases, TOTALS_WIDTH * 0.25f);
        List<Slice> slices = new ArrayList<>();
        for (Block.Total total : totals.lines()) {
            total(total, x, amounts, bases).forEach(slice -> slices.add(slice.kept()));
        }
        if (!slices.isEmpty()) {
            Slice last = slices.removeLast();
            slices.add(Slice.of(last.height(), last.ink()));
        }
        return slices;
    }

    private List<Slice> total(Block.Total total, float x, float amounts, float bases) {
        Style style = styleOf(total);
        float rightEdge = left + width;
        boolean plain = total.weight() == Block.Weight.PLAIN;
        float above = plain ? 0 : 4;
        float labelRoom = TOTALS_WIDTH - amounts - GUTTER / 2 - (total.base().isBlank() ? 0 : bases + GUTTER / 2);
        Style label = plain ? style.in(Style.QUIET) : style;
        Columns columns = new Columns().next().space(above + 1)
                .left(Typesetter.lines(total.label(), label, labelRoom), x)
                .next().space(above + 1)
                .right(Typesetter.lines(total.base(), label, bases + 1), rightEdge - amounts - GUTTER / 2)
                .next().space(above + 1)
                .right(Typesetter.lines(total.amount(), style, amounts + 0.1f), rightEdge);
        float height = columns.height() + 1 + above / 2;
        if (height > HIGHEST) {
            return columns.cut();
        }
        return List.of(Slice.of(height, (canvas, top) -> {
            if (total.weight() == Block.Weight.STRONG) {
                canvas.rule(x, top + 1, TOTALS_WIDTH, look.modern() ? 1.2f : 0.6f, look.modern() ? look.accent() : Style.INK);
            } else if (total.weight() == Block.Weight.DUE) {
                canvas.rule(x, top + 1, TOTALS_WIDTH, 1.2f, look.accent());
            }
            columns.draw(canvas, top);
        }));
    }

    private Style styleOf(Block.Total total) {
        return switch (total.weight()) {
            case PLAIN -> look.set(Style.CELL);
            case STRONG -> look.set(new Style(true, 10, 14, Style.INK));
            case DUE -> look.set(new Style(true, 12, 17, look.accent().readable()));
        };
    }

    /**
     * A tinted panel of three columns; kept together while it fits on a page, cut between lines when it does not. Codes
     * stand in the third column, and whom to ask then below the amount.
     */
    List<Slice> pay(Block.Pay pay) {
        boolean coded = !pay.codes().isEmpty();
        boolean asks = !pay.ask().lines().isEmpty();
        boolean three = asks || coded;
        float inner = width - 2 * PAD - GUTTER * (three ? 2 : 1);
        float third = coded ? CODE : asks ? inner * 0.27f : 0;
        float first = three ? (inner - third) * 0.42f : inner * 0.38f;
        float second = inner - first - third;
        float x = left + PAD + 3;
        Columns columns = new Columns().next();
        amountDue(columns, pay, x, first);
        if (asks && coded) {
            way(columns.space(7), pay.ask(), x, first, Columns.indent(pay.ask().lines(), first * 0.42f));
        }
        columns.next();
        float indent = Columns.indent(pay.ways().stream().flatMap(way -> way.lines().stream()).toList(),
                second * 0.42f);
        for (int i = 0; i < pay.ways().size(); i++) {
            way(columns.space(i == 0 ? 0 : 6), pay.ways().get(i), x + first + GUTTER, second, indent);
        }
        float codeX = x + first + second + 2 * GUTTER;
        if (coded) {
            return panel(columns, pay.codes(), codeX);
        }
        if (asks) {
            columns.next();
            way(columns, pay.ask(), codeX, third, Columns.indent(pay.ask().lines(), third * 0.42f));
        }
        List<Slice> inside = columns.slices(HIGHEST);
        return framed(inside, inside.size() == 1);
    }

    /** With its codes to the right, which are never cut. */
    private List<Slice> panel(Columns columns, List<Block.Code> codes, float x) {
        float side = codes.size() == 1 ? CODE : ONE_OF_TWO;
        Columns captions = new Columns().next();
        List<Float> tops = new ArrayList<>();
        for (Block.Code code : codes) {
            captions.space(tops.isEmpty() ? 0 : 7);
            tops.add(captions.height());
            captions.space(side + 1).left(Typesetter.lines(code.caption(), CAPTION, CODE, 3), x);
        }
        float high = captions.height();
        Slice drawn = Slice.of(high, (canvas, top) -> {
            for (int i = 0; i < codes.size(); i++) {
                int number = i;
                canvas.picture(codes.get(i).caption() + ": " + codes.get(i).text(), () -> CodeDrawing.draw(codes.get(number).text(), canvas, x,
                        top + tops.get(number), side));
            }
            captions.draw(canvas, top);
        });
        if (columns.height() <= HIGHEST) {
            return framed(List.of(Slice.of(Math.max(high, columns.height()), (canvas, top) -> {
                columns.draw(canvas, top);
                drawn.ink().draw(canvas, top);
            })), true);
        }
        List<Slice> inside = new ArrayList<>(columns.cut());
        inside.add(drawn);
        return framed(inside, false);
    }

    private List<Slice> framed(List<Slice> inside, boolean whole) {
        List<Slice> slices = new ArrayList<>();
        slices.add(tinted(Slice.of(PAD, (canvas, top) -> { })).kept());
        inside.forEach(slice -> slices.add(whole ? tinted(slice).kept() : tinted(slice)));
        slices.add(tinted(Slice.of(PAD, (canvas, top) -> { })));
        return slices;
    }

    private void amountDue(Columns columns, Block.Pay pay, float x, float room) {
        Style amount = look.set(new Style(true, 18, 24, look.accent().readable()));
        columns.left(Typesetter.lines(pay.amount().label(), Style.LABEL, room), x)
                .left(Typesetter.shrunk(pay.amount().value(), amount, room, 0.45f), x).space(2);
        Style date = new Style(true, 10, 14, Style.INK);
        for (Labelled due : pay.dues()) {
            columns.left(Typesetter.lines(due.label(), Style.LABEL, room), x)
                    .left(Typesetter.shrunk(due.value(), date, room, 0.8f), x);
        }
        if (!pay.terms().isBlank()) {
            columns.space(3).left(Typesetter.lines(pay.terms(), new Style(false, 8, 11, Style.INK), room), x);
        }
    }

    private static void way(Columns columns, Block.Way way, float x, float room, float indent) {
        Style heading = new Style(true, 8.5f, 13, Style.INK);
        Style value = new Style(false, 8.5f, 12.5f, Style.INK);
        if (!way.heading().isBlank()) {
            columns.left(Typesetter.lines(way.heading(), heading, room), x).space(1);
        }
        for (Labelled line : way.lines()) {
            columns.pair(line, Style.LABEL, value, x, indent, room, Integer.MAX_VALUE);
        }
    }

    private Slice tinted(Slice slice) {
        return Slice.of(slice.height(), (canvas, top) -> {
            look.panel(canvas, left, top, width, slice.height() + SEAM);
            slice.ink().draw(canvas, top);
        });
    }
}
