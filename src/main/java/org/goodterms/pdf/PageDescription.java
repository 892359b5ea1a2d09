package org.goodterms.pdf;

import java.util.List;

/**
 * A whole document as data: everything that will stand on its pages, and nothing about where. Landscape is for reports,
 * whose head has no address.
 */
public record PageDescription(Identity identity, Paper paper, Letterhead letterhead, Head head, List<Block> body,
                              PageWords words) {

    public PageDescription {
        body = List.copyOf(body);
        if (!head.isReport() && paper.isLandscape()) {
            throw new IllegalArgumentException("a letter to an address is written upright");
        }
    }
}
