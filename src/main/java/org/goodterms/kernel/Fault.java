package org.goodterms.kernel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places where tests let the program die, to prove that nothing acknowledged is lost there. Without the system property
 * {@code fault} they do nothing. {@code -Dfault=POINT:halt} ends the process on the spot, as a power cut would for this
 * process; {@code -Dfault=POINT:throw} fails there; a number behind it ({@code POINT:halt:3}) means the third time.
 */
public final class Fault {
    private static final String[] WANTED = System.getProperty("fault", "").split(":");
    private static final AtomicInteger REACHED = new AtomicInteger();
    /** The exit code of a process that died here. */
    public static final int HALTED = 137;

    private Fault() {
    }

    public static void at(String point) {
        if (!WANTED[0].equals(point) || WANTED.length < 2) {
            return;
        }
        int when = WANTED.length > 2 ? Integer.parseInt(WANTED[2]) : 1;
        if (REACHED.incrementAndGet() != when) {
            return;
        }
        if ("halt".equals(WANTED[1])) {
            Runtime.getRuntime().halt(HALTED);
        }
        throw new IllegalStateException("fault wanted at " + point);
    }
}
