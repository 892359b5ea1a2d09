package org.goodterms.ui.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.goodterms.agreement.Plan;
import org.goodterms.agreement.PlanPaperService;
import org.goodterms.agreement.PlanService;
import org.goodterms.agreement.PlanStanding;
import org.goodterms.agreement.PlanState;
import org.goodterms.customer.Customer;
import org.goodterms.customer.CustomerService;
import org.goodterms.kernel.Id;
import org.goodterms.kernel.Outcome;
import org.goodterms.kernel.Problem;
import org.goodterms.receivable.Allocation;
import org.goodterms.report.ReportService;
import org.goodterms.ui.kit.Desk;
import org.goodterms.ui.kit.Pages;
import org.goodterms.ui.kit.Place;
import org.goodterms.ui.kit.Subscriptions;
import org.jspecify.annotations.Nullable;

/** The latest payment plan of a customer. */
public final class AgreementViewModel {

    /** The rooms that know something about plans. */
    public record Rooms(PlanService plans, PlanPaperService papers, CustomerService customers, ReportService reports) {
    }

    private final Desk desk;
    private final Rooms rooms;
    private final Pages.Reading reading;
    private final Id<Customer> id;
    private final Subscriptions subscriptions;
    final ObjectProperty<@Nullable Customer> customer = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable PlanStanding> standing = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Pages> pages = new SimpleObjectProperty<>();

    /** @param reading makes pictures of a PDF's pages */
    public AgreementViewModel(Desk desk, Rooms rooms, Pages.Reading reading, Id<Customer> id) {
        this.desk = desk;
        this.rooms = rooms;
        this.reading = reading;
        this.id = id;
        this.subscriptions = new Subscriptions(desk.changes()).on(this::load, Plan.class, Customer.class, Allocation.class);
    }

    void load() {
        desk.tasks().load(customer, progress -> rooms.customers().customer(id), customer::set);
        desk.tasks().load(standing, progress -> {
            List<PlanStanding> all = rooms.plans().list(id);
            return all.isEmpty() ? Optional.<PlanStanding>empty() : Optional.of(all.getLast());
        }, found -> found.ifPresent(is -> {
            standing.set(is);
            desk.tasks().run("agreement.reading", progress -> rooms.papers().pdf(id).map(reading::read), pages::set, desk.overlay()::problems);
        }));
    }

    boolean isRunning() {
        PlanStanding is = standing.get();
        return is != null && (is.state() == PlanState.ON_TRACK || is.state() == PlanState.BROKEN);
    }

    /** Writes the agreement to be signed. */
    void save() {
        Customer whom = customer.get();
        if (whom != null) {
            desk.overlay().askFile(desk.texts().get("agreement.save_pdf"), "payment-plan-" + whom.code() + ".pdf", "pdf")
                    .ifPresent(this::save);
        }
    }

    private void save(Path file) {
        desk.tasks().run("agreement.save_pdf", progress -> rooms.papers().pdf(id).then(pdf -> write(file, pdf)),
                written -> desk.overlay().toast(desk.texts().get("report.saved", written.getFileName())), desk.overlay()::problems);
    }

    private static Outcome<Path> write(Path file, byte[] bytes) {
        try {
            return Outcome.ok(Files.write(file, bytes));
        } catch (IOException e) {
            return Outcome.refused(Problem.of("window.not_written", file));
        }
    }

    /** Ends what is running. */
    void end(String reason, Runnable done, Consumer<List<Problem>> problems) {
        desk.tasks().run("agreement.end", progress -> rooms.plans().end(id, reason), ended -> {
            done.run();
            desk.overlay().toast(desk.texts().get("agreement.was_ended"));
        }, problems);
    }

    void renew() {
        desk.navigator().go(Place.of("agreement.new", id));
    }

    void toCustomer() {
        desk.navigator().go(Place.of("customer", id));
    }

    public void start() {
        subscriptions.start();
    }

    public void stop() {
        subscriptions.stop();
    }
}
