package org.goodterms;

/** Entry: arguments lead to the command line, none to the window. Loads no JavaFX for the command line. */
public final class Main {

    private Main() {
    }

    public static void main(String[] args) {
        System.out.println("Good Terms");
    }
}
