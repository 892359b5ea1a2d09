package org.goodterms.ui.books;

import org.goodterms.App;
import org.goodterms.ui.kit.Desk;

/** Tells the navigator where the books are kept by hand. */
public final class BooksScreens {
    private BooksScreens() {
    }

    public static void register(Desk desk, App app) {
        BooksViewModel.Rooms rooms = new BooksViewModel.Rooms(app.ledger(), app.reports(), app.accounting().years(),
                app.recurring().entries(), app.company().company().currency());
        desk.navigator().route("accounts", "reports", place -> new AccountsView(desk, new BooksViewModel(desk, rooms)));
    }
}
