package org.goodterms;

import java.time.Clock;

/** Entry: arguments lead to the command line, none to the window. Loads no JavaFX for the command line. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        if (args.length == 0) {
            Desktop.run(Clock.systemDefaultZone(), null);
        } else {
            System.out.println("Good Terms");
        }
    }
}
