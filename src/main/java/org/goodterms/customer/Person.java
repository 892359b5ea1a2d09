package org.goodterms.customer;

/**
 * Somebody to speak to at the customer's.
 *
 * @param role          such as accounts payable, approver, owner
 * @param getsInvoices  whether invoices are mailed to this person
 * @param getsReminders whether reminders are mailed to this person
 */
public record Person(String name, String role, String email, String phone, boolean getsInvoices,
        boolean getsReminders) {
}
