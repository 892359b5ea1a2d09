package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.codecrete.qrbill.generator.QRBill;
import org.jspecify.annotations.Nullable;

/**
 * Lays slices on pages from top to bottom. Slices that stay together move together; a table that goes on leaves its
 * running sums at the foot of one page and finds them, under its heading, on the next.
 */
final class Paging {
    private final PageDescription page;
    private final Frame frame;
    private final Inks inks;
    private final List<Canvas> canvases = new ArrayList<>();
    private final float bottom;
    private float y;
    private boolean atTop;
    private Slice.@Nullable Running open;
    private List<String> sums = List.of();

    Paging(PageDescription page, Frame frame, Inks inks) {
        this.page = page;
        this.frame = frame;
        this.inks = inks;
        this.bottom = frame.bottom();
    }

    /** All pages, complete with their foot. */
    List<Canvas> pages(List<Slice> slices) {
        canvases.add(new Canvas(page.paper(), inks));
        y = frame.first(canvases.getLast());
        atTop = true;
        for (int i = 0; i < slices.size(); ) {
            i = place(slices, i);
        }
        Optional<PaymentSlip> slip = page.body().stream().filter(PaymentSlip.class::isInstance).map(PaymentSlip.class::cast).findFirst();
        slip.ifPresent(this::slip);
        for (int i = 0; i < canvases.size(); i++) {
            boolean lifted = slip.isPresent() && i + 1 == canvases.size();
            int number = i + 1;
            Runnable foot = () -> frame.foot(canvases.get(number - 1), number, canvases.size(), lifted ? PaymentSlip.HEIGHT - Sheet.FOOT / 2 : 0);
            if (i == 0) {
                foot.run();
            } else {
                canvases.get(i).silently(foot);
            }
        }
        return canvases;
    }

    /** At the foot of the last page where it is free, else of one more. */
    private void slip(PaymentSlip slip) {
        if (y > bottom - PaymentSlip.HEIGHT + Sheet.FOOT / 2 + 10) {
            canvases.add(new Canvas(page.paper(), inks));
            canvases.getLast().silently(() -> frame.next(canvases.getLast()));
        }
        QRBill.draw(slip.bill(), new SlipCanvas(canvases.getLast()));
    }

    /** Places the slices that stay together from {@code from}; the first after them. */
    private int place(List<Slice> slices, int from) {
        int to = from + 1;
        while (to < slices.size() && slices.get(to - 1).keep()) {
            to++;
        }
        if (need(slices, from, to) > bottom - y && !fitsAfresh(slices, from, to)) {
            to = from + 1;
        }
        if (need(slices, from, to) > bottom - y && !atTop) {
            turn(slices.get(from));
        }
        for (Slice slice : slices.subList(from, to)) {
            draw(slice);
        }
        return to;
    }

    private boolean fitsAfresh(List<Slice> slices, int from, int to) {
        Slice first = slices.get(from);
        float head = first.running() == null || first.running() != open ? 0
                : first.running().headHeight() + first.running().carryHeight();
        return need(slices, from, to) + head <= bottom - Paper.mm(29);
    }

    private float need(List<Slice> slices, int from, int to) {
        float need = 0;
        for (Slice slice : slices.subList(from, to)) {
            need += slice.height();
        }
        Slice first = slices.get(from);
        if (first.running() != null && first.running() != open) {
            need += first.running().headHeight();
        }
        Slice last = slices.get(to - 1);
        boolean goesOn = last.running() != null && to < slices.size() && slices.get(to).running() == last.running();
        return goesOn && !last.carried().isEmpty() ? need + last.running().carryHeight() : need;
    }

    private void turn(Slice next) {
        Slice.Running table = next.running();
        boolean goesOn = table != null && table == open;
        if (goesOn && !sums.isEmpty()) {
            Slice.Ink carried = table.carrying().line(page.words().carriedForward(), sums);
            canvases.getLast().silently(() -> carried.draw(canvases.getLast(), y));
        }
        canvases.add(new Canvas(page.paper(), inks));
        canvases.getLast().silently(() -> y = frame.next(canvases.getLast()));
        atTop = true;
        if (goesOn) {
            canvases.getLast().silently(() -> again(table));
        }
    }

    /** The heading and the sums so far, at the head of a page where a table goes on. */
    private void again(Slice.Running table) {
        head(table);
        if (!sums.isEmpty()) {
            table.carrying().line(page.words().broughtForward(), sums).draw(canvases.getLast(), y);
            y += table.carryHeight();
        }
    }

    private void draw(Slice slice) {
        if (slice.running() != open) {
            open = slice.running();
            sums = List.of();
            if (open != null) {
                head(open);
            }
        }
        if (slice.gap() && atTop) {
            return;
        }
        slice.ink().draw(canvases.getLast(), y);
        y += slice.height();
        sums = slice.carried();
        atTop = false;
    }

    private void head(Slice.Running table) {
        table.head().draw(canvases.getLast(), y);
        y += table.headHeight();
    }
}
