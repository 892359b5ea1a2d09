package org.goodterms.ui.report;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.goodterms.intake.AttachmentService;
import org.goodterms.kernel.Id;
import org.goodterms.ledger.Account;
import org.goodterms.ledger.LedgerService;
import org.goodterms.ledger.PostedEntry;
import org.goodterms.report.Printout;
import org.goodterms.report.Printouts;
import org.goodterms.report.ReportPaperService;
import org.goodterms.ui.kit.Action;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Page;
import org.goodterms.ui.kit.Screen;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** The lines of one account with its running balance; Enter shows the entry of a line. */
public final class AccountView implements Screen {
    private final Desk desk;
    private final LedgerService ledger;
    private final AccountPlace about;
    private final PrintoutFiles files;
    private final EntryDialog entries;
    private final ObjectProperty<@Nullable Printout> shown = new SimpleObjectProperty<>();
    private final StackPane place = new StackPane();
    private final Subscriptions subscriptions;
    private @Nullable PrintoutTable table;
    private final Page page;

    public AccountView(Desk desk, LedgerService ledger, ReportPaperService papers, AttachmentService attachments, AccountPlace about) {
        this.desk = desk;
        this.ledger = ledger;
        this.about = about;
        this.files = new PrintoutFiles(desk, papers, shown::get);
        this.entries = new EntryDialog(desk, ledger, attachments);
        subscriptions = new Subscriptions(desk.changes()).on(this::load, PostedEntry.class, Account.class);
        VBox.setVgrow(place, javafx.scene.layout.Priority.ALWAYS);
        page = new Page(about.number()).content(place);
        page.actions(files.buttons());
    }

    private void load() {
        desk.tasks().load(shown, progress -> {
            Account account = ledger.accounts().stream().filter(a -> a.number().equals(about.number())).findFirst().orElseThrow();
            return new Printouts(desk.formats().locale()).ledger(account, about.from(), about.to(),
                    ledger.lines(about.number(), about.from(), about.to()).orThrow());
        }, this::show);
    }

    private void show(Printout printout) {
        shown.set(printout);
        PrintoutTable lines = table;
        if (lines == null) {
            lines = new PrintoutTable(desk, "account-lines", printout.columns(), this::open);
            table = lines;
            place.getChildren().setAll(lines.node());
        }
        lines.show(printout);
        page.heading().setText(printout.title());
        page.sub().setText(about.from().getYear() == 1 ? desk.texts().get("report.as.of", about.to()) : printout.subtitle());
    }

    @SuppressWarnings("unchecked")
    private void open(Object entry) {
        if (entry instanceof Id<?> id) {
            entries.open((Id<PostedEntry>) id);
        }
    }

    @Override
    public String titleKey() {
        return "screen.account";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onShow() {
        subscriptions.start();
    }

    @Override
    public void onHide() {
        subscriptions.stop();
    }

    @Override
    public List<Action> actions() {
        return List.of(files.csv(), files.pdf());
    }
}
