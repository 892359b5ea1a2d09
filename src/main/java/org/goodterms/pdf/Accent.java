package org.goodterms.pdf;

/**
 * A colour used sparingly. For text it is darkened until it can be read on white (contrast 4.5 to 1, WCAG 2.1), so a
 * light yellow is a fine accent too.
 */
public record Accent(int red, int green, int blue) {
    /** A calm blue-green for firms that chose none. */
    public static final Accent USUAL = new Accent(0x1B, 0x5E, 0x6B);
    private static final double READABLE = 4.5;

    public Accent {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException("a colour part is 0 to 255");
        }
    }

    /** From {@code #RRGGBB}; {@link #USUAL} where the text is none. */
    public static Accent of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            return USUAL;
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Accent(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    Accent readable() {
        Accent shade = this;
        while (1.05 / (shade.luminance() + 0.05) < READABLE) {
            shade = new Accent(shade.red * 15 / 16, shade.green * 15 / 16, shade.blue * 15 / 16);
        }
        return shade;
    }

    /** Mixed with white; {@code share} of the colour, 0 to 1. */
    Accent tint(float share) {
        return new Accent(Math.round(255 - (255 - red) * share), Math.round(255 - (255 - green) * share),
                Math.round(255 - (255 - blue) * share));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
