package org.goodterms.ui.invoice;

import java.util.Locale;
import org.goodterms.invoice.TaxKey;
import org.goodterms.kernel.Texts;

/** How a tax is called on screen: its rate, and in a word why there is none. */
final class TaxWords {

    private TaxWords() {
    }

    static String of(Texts texts, TaxKey key) {
        String why = "invoice.tax.why." + key.category().toLowerCase(Locale.ROOT);
        return texts.has(why) ? texts.get(why, key.rate().toPlainString()) : texts.get("invoice.tax.percent", key.rate().toPlainString());
    }
}
