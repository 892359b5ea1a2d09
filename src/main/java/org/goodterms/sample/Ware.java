package org.goodterms.sample;

/** What the sample firm sells. Prices in cents of the customer's currency; tax rates of Germany. */
enum Ware {
    CONCEPT("Concept and floor plan", "Entwurf und Grundriss", "h", 9_200, 19),
    DRAWINGS("Detail drawings, 1:20", "Detailzeichnungen, 1:20", "h", 8_400, 19),
    MODEL("Model, limewood and card", "Modell, Linde und Karton", "pcs", 64_000, 19),
    COUNTER("Counter, oak, oiled", "Tresen, Eiche, ge\u00f6lt", "m", 118_000, 19),
    SHELVES("Shelves, ash, with ladder rail", "Regal, Esche, mit Leiterschiene", "m", 46_500, 19),
    BENCH("Bench with upholstered seat", "Sitzbank, gepolstert", "pcs", 72_000, 19),
    LAMP("Pendant lamp, spun copper", "Pendelleuchte, Kupfer gedr\u00fcckt", "pcs", 38_900, 19),
    SIGN("Shop sign, enamel", "Ladenschild, Emaille", "pcs", 54_000, 19),
    SITE("Supervision on site", "Bauleitung vor Ort", "h", 7_800, 19),
    FITTING("Fitting, two joiners", "Montage, zwei Tischler", "h", 11_800, 19),
    TRAVEL("Travel", "Anfahrt", "km", 52, 19),
    BOOK("Book of materials, bound", "Materialbuch, gebunden", "pcs", 3_800, 7),
    LABELS("Exhibit labels, set in letterpress", "Objektschilder, Buchdruck", "pcs", 1_250, 19),
    CARE("Care and repair, quarterly", "Pflege und Reparatur, viertelj\u00e4hrlich", "", 42_000, 19);

    private final String english;
    private final String german;
    private final String unit;
    private final int cents;
    private final int rate;

    Ware(String english, String german, String unit, int cents, int rate) {
        this.english = english;
        this.german = german;
        this.unit = unit;
        this.cents = cents;
        this.rate = rate;
    }

    String text(String language) {
        return language.equals("de") ? german : english;
    }

    String unit(String language) {
        return language.equals("de") && unit.equals("pcs") ? "St." : language.equals("de") && unit.equals("h") ? "Std." : unit;
    }

    int cents() {
        return cents;
    }

    int rate() {
        return rate;
    }

    /** A usual quantity for an order of that size. */
    int usual(int size, java.util.Random random) {
        return switch (unit) {
            case "h" -> 4 + random.nextInt(6 * size);
            case "m" -> 1 + random.nextInt(size);
            case "km" -> 20 + random.nextInt(160);
            default -> cents < 5_000 ? 2 + random.nextInt(12 * size) : 1 + random.nextInt(size);
        };
    }
}
