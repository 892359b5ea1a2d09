package org.goodterms.planted.pdf;

import org.goodterms.planted.customer.Customer;

/** Planted: machinery knows a room. */
public record PdfKnowsRoom(Customer customer) {
}
