package org.goodterms.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goodterms.pdf.Block;
import org.goodterms.pdf.Head;
import org.goodterms.pdf.Identity;
import org.goodterms.pdf.Labelled;
import org.goodterms.pdf.Letterhead;
import org.goodterms.pdf.PageDescription;
import org.goodterms.pdf.PageWords;
import org.goodterms.pdf.Paper;

/**
 * A document to a customer on the firm's paper, whatever it says.
 *
 * @param key  names it for ever
 * @param info facts beside the address
 */
public record LetterPage(String key, String title, String subtitle, List<Labelled> info, List<Block> body) {

    /** Writes it, knowing both sides, the words of the reader and the day. */
    @FunctionalInterface
    public interface Writing {
        LetterPage write(Parties parties, DocumentWords say, LocalDate today);
    }

    public LetterPage {
        info = List.copyOf(info);
        body = List.copyOf(body);
    }

    /** @param made from the day it speaks of, so that the same letter gives the same bytes */
    PageDescription on(Letterhead letterhead, Parties parties, DocumentWords say, Instant made) {
        List<String> address = new ArrayList<>(List.of(parties.get("buyer.name")));
        address.addAll(parties.lines("buyer.address"));
        return new PageDescription(new Identity(key, title, parties.get("seller.name"), say.locale(), made),
                Paper.valueOf(parties.get("page.paper")), letterhead, new Head(address, info, title, subtitle), body,
                new PageWords(say.raw("page.of"), say.say("page.carried"), say.say("page.brought")));
    }

    /** Room to sign, and who does. */
    public static Block.Closing signature(DocumentWords say, String name) {
        return new Block.Closing("", say.say("plan.sign", name), "");
    }
}
