package org.goodterms.pdf;

import java.util.ArrayList;
import java.util.List;

/** A path to fill or stroke, in points from the left and lower edge of the page. */
final class Shape {

    /** One operator of PDF with its numbers. */
    record Step(String operator, float... points) {
    }

    private final List<Step> steps = new ArrayList<>();

    Shape move(float x, float y) {
        return step("m", x, y);
    }

    Shape line(float x, float y) {
        return step("l", x, y);
    }

    Shape curve(float... points) {
        return step("c", points);
    }

    Shape rectangle(float x, float y, float width, float height) {
        return step("re", x, y, width, height);
    }

    Shape close() {
        return step("h");
    }

    private Shape step(String operator, float... points) {
        steps.add(new Step(operator, points));
        return this;
    }

    List<Step> steps() {
        return steps;
    }
}
