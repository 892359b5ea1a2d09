package org.goodterms.einvoice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules look at beyond the facts, in one shape for UBL and CII; texts as they stand, null where absent. */
record Details(Side seller, Side buyer, List<Item> lines, List<Extra> extras, List<Exemption> exemptions,
        @Nullable String terms, @Nullable String order, @Nullable String preceding) {

    /** A party. */
    record Side(@Nullable String country, @Nullable String city, @Nullable String postcode, @Nullable String vatId,
            @Nullable String otherId, @Nullable String contact, @Nullable String phone, @Nullable String email,
            @Nullable String endpoint, @Nullable String scheme) {
    }

    /** A line that counts. */
    record Item(@Nullable String id, @Nullable String name, @Nullable String quantity, @Nullable String net,
            @Nullable String price, @Nullable String category, @Nullable String rate) {
    }

    /** A discount or charge of the whole. */
    record Extra(boolean charge, @Nullable String amount, @Nullable String category, @Nullable String rate) {
    }

    /** Whether a tax breakdown says why there is no tax. */
    record Exemption(@Nullable String category, boolean reason) {
    }
}
