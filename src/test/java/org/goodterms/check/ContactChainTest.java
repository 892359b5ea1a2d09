package org.goodterms.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goodterms.db.gen.Tables.CONTACT_HEAD;
import static org.goodterms.db.gen.Tables.MESSAGE;
import static org.goodterms.fixture.TestBook.DAY;

import java.util.List;
import java.util.function.Function;
import org.goodterms.customer.Contact;
import org.goodterms.customer.Customer;
import org.goodterms.db.Tx;
import org.goodterms.fixture.Engine;
import org.goodterms.fixture.TestBook;
import org.goodterms.kernel.HashChain;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.outbox.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was said and sent cannot be changed, taken out or put in between without being found. */
@ParameterizedClass
@EnumSource(Engine.class)
class ContactChainTest {
    private final TestBook book;

    ContactChainTest(Engine engine) {
        book = new TestBook(engine);
        Id<Customer> who = book.customer("K1");
        for (String said : List.of("wants an invoice copy", "will pay on Friday", "left a message")) {
            book.app.contacts().log(who, new Contact.Saying(DAY, Contact.Means.PHONE, Contact.Direction.OUT, "Jo", said, "", "")).orThrow();
        }
        Message message = book.app.db().write(tx -> book.app.outbox().enqueue(tx, new Message.About(who.value(), "reminder", "R1", "I1", null, DAY),
                new Message.Parcel(Message.Channel.EMAIL, "a@example.org", "b@example.org", "Invoice I1", "m", "0".repeat(64), "<1@e>"),
                false)).orThrow();
        book.app.outbox().approve(message.id()).orThrow();
    }

    @AfterEach
    void close() {
        book.close();
    }

    private Finding chain() {
        return book.app.checks().rows().stream().filter(finding -> finding.name().equals("contact-chain")).findFirst().orElseThrow();
    }

    private void damage(Function<Tx, Integer> change) {
        assertThat(book.app.db().write(tx -> Outcome.ok(change.apply(tx))).orThrow()).isPositive();
    }

    @Test
    void each_contact_and_each_step_of_a_message_is_a_link() {
        assertThat(chain()).isEqualTo(Finding.good("contact-chain", "3 contacts, 2 steps of messages"));
    }

    @Test
    void a_head_that_was_set_back_or_forward_is_found() {
        for (long seq : new long[] {2, 4}) {
            damage(tx -> tx.sql().update(CONTACT_HEAD).set(CONTACT_HEAD.SEQ, seq).execute());
            assertThat(chain().toString()).contains("contact 4 is not what was logged, or is missing");
        }
    }

    @Test
    void a_row_changed_taken_out_or_put_in_breaks_the_chain() {
        HashChain.Head first = HashChain.Head.NONE.next("wants a copy", null);
        HashChain.Head second = first.next("will pay", null);
        HashChain.Proof sound = new HashChain.Proof();
        sound.follow(1, HashChain.START, first.hash(), "wants a copy", null);
        sound.follow(2, first.hash(), second.hash(), "will pay", null);
        assertThat(sound.ends(second).broken()).isZero();
        HashChain.Proof changed = new HashChain.Proof();
        changed.follow(1, HashChain.START, first.hash(), "wants a copy", null);
        changed.follow(2, first.hash(), second.hash(), "refuses", null);
        assertThat(changed.ends(second).broken()).isEqualTo(2);
        HashChain.Proof taken = new HashChain.Proof();
        taken.follow(2, first.hash(), second.hash(), "will pay", null);
        assertThat(taken.ends(second).broken()).isEqualTo(1);
        HashChain.Proof cut = new HashChain.Proof();
        cut.follow(1, HashChain.START, first.hash(), "wants a copy", null);
        assertThat(cut.ends(second).broken()).as("the last is missing").isEqualTo(2);
    }

    @Test
    void a_message_given_another_addressee_or_other_bytes_is_found() {
        damage(tx -> tx.sql().update(MESSAGE).set(MESSAGE.RECIPIENT, "c@example.org").execute());
        assertThat(chain().toString()).contains("step 1 of the messages");
        damage(tx -> tx.sql().update(MESSAGE).set(MESSAGE.RECIPIENT, "b@example.org").execute());
        assertThat(chain().ok()).isTrue();
        damage(tx -> tx.sql().update(MESSAGE).set(MESSAGE.CONTENT_HASH, "1".repeat(64)).execute());
        assertThat(chain().ok()).isFalse();
    }
}
