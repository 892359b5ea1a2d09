package org.goodterms.ui.report;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.goodterms.customer.Customer;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.outbox.Message;
import org.goodterms.receivable.OpenItem;
import org.goodterms.report.MonthlyStatement;
import org.goodterms.report.MonthlyStatementService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Subscriptions;

/** Statements of the month: on which day, to whom, and sent. */
public final class MonthlyViewModel {
    private final Desk desk;
    private final MonthlyStatementService statements;
    private final Subscriptions subscriptions;
    final StringProperty day = new SimpleStringProperty("");
    final ObservableList<MonthlyStatement> due = FXCollections.observableArrayList();

    public MonthlyViewModel(Desk desk, MonthlyStatementService statements) {
        this.desk = desk;
        this.statements = statements;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Message.class, OpenItem.class, Customer.class);
    }

    void load() {
        desk.tasks().load(due, progress -> statements.due(), due::setAll);
        desk.tasks().load(day, progress -> statements.day(), set -> day.set(set.map(one -> Integer.toString(one.day())).orElse("")));
    }

    void saveDay() {
        desk.tasks().run("statements.save", progress -> statements.day(day.get()), kept -> desk.overlay().toast(kept.isEmpty()
                ? desk.texts().get("statements.off") : desk.texts().get("statements.on", kept)), desk.overlay()::problems);
    }

    /** Puts all that have a mailbox on their way; what is refused is named. */
    void send() {
        List<MonthlyStatement> going = due.stream().filter(MonthlyStatement::reachable).toList();
        desk.tasks().run("statements.send", progress -> Outcome.ok(statements.send(going, progress)), results -> {
            List<Problem> problems = results.stream().flatMap(result -> result.problems().stream()).distinct().toList();
            if (problems.isEmpty()) {
                desk.overlay().toast(desk.texts().get("statements.sent", results.size()));
            } else {
                desk.overlay().problems(problems);
            }
        }, desk.overlay()::problems);
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
