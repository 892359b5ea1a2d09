package org.goodterms.invoice;

/**
 * How an invoice is to be issued.
 *
 * @param override why it is issued although the customer is on credit hold; empty: then it is refused
 * @param complete refuse what lacks something that the seller's country demands; else that is a warning only
 */
public record IssueOptions(String override, boolean complete) {
    public static final IssueOptions STRICT = new IssueOptions("", true);
    public static final IssueOptions LENIENT = new IssueOptions("", false);

    public IssueOptions overriding(String reason) {
        return new IssueOptions(reason, complete);
    }
}
