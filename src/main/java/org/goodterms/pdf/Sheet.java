package org.goodterms.pdf;

/**
 * The grid of a page in points: margins, the reader's address, the information block, and where the body begins.
 * A4 by DIN 5008 form B; Letter so that the address stands in the window of a #10 envelope however the page slides.
 */
record Sheet(Paper paper, float left, float right, float addressTop, float addressHeight, float infoLeft,
             float infoTop) {
    static final float TOP = Paper.mm(15);
    static final float FOOT = Paper.mm(9.5f);

    static Sheet of(Paper paper) {
        if (paper == Paper.LETTER) {
            return new Sheet(paper, 66, paper.width() - 57, 174, 62, 388, 130);
        }
        if (paper == Paper.A4) {
            return new Sheet(paper, Paper.mm(25), paper.width() - Paper.mm(20), Paper.mm(62.7f), Paper.mm(27.3f),
                    Paper.mm(125), Paper.mm(50));
        }
        return new Sheet(paper, Paper.mm(18), paper.width() - Paper.mm(18), 0, 0, 0, 0);
    }

    float width() {
        return right - left;
    }

    /** Where the title of a letter stands at the earliest: below the window. */
    float bodyTop() {
        return paper == Paper.LETTER ? 264 : Paper.mm(95);
    }

    /** Where the body begins on the second page and all after it. */
    float nextTop() {
        return Paper.mm(29);
    }
}
