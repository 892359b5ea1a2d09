package org.goodterms.outbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.goodterms.archive.Archive;
import org.goodterms.db.BookLocation;
import org.goodterms.db.Database;
import org.goodterms.kernel.Changes;
import org.goodterms.kernel.EmailAddress;
import org.goodterms.kernel.Ids;
import org.goodterms.kernel.Progress;
import org.goodterms.mail.Carrier;
import org.goodterms.mail.MailAccount;
import org.goodterms.mail.Smtp;

/** A program of its own that opens a book and sends what waits: {@code BOOK ARCHIVE PORT}. */
final class DispatchChild {

    private DispatchChild() {
    }

    public static void main(String[] args) {
        Clock clock = Clock.fixed(Desk.NOW, ZoneOffset.UTC);
        BookLocation book = BookLocation.parse(args[0]).orThrow();
        try (Database db = Database.open(book, clock, new Changes()).orThrow();
                Carrier line = new Smtp().line(MailAccount.onThisMachine(Integer.parseInt(args[2]),
                        new EmailAddress("books@example.org"), ""), "")) {
            DispatchService dispatch = new DispatchService(db, Ids.timeOrdered(clock), clock, Archive.inFolder(Path.of(args[1])));
            dispatch.recover();
            System.out.println("OPEN");
            dispatch.dispatch(line, DispatchService.Recheck.none(), Progress.NONE);
        }
        System.out.println("DONE");
    }
}
