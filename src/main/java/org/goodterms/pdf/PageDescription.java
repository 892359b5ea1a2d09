package org.goodterms.pdf;

import java.util.List;

/** A whole document as data: everything that will stand on its pages, and nothing about where. */
public record PageDescription(Identity identity, Paper paper, Letterhead letterhead, Head head, List<Block> body,
                              PageWords words) {

    public PageDescription {
        body = List.copyOf(body);
    }
}
