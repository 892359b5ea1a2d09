/**
 * What every screen is built from. Knows the kernel and the toolkit, and no room.
 *
 * <p>A screen is a pair. The view model holds state as JavaFX properties, calls the services through
 * {@link org.goodterms.ui.kit.Tasks} and sees no control, so a test drives it with {@code Tasks.inline()} over real
 * services. The view builds its nodes in code, binds them to the view model, and is the {@link
 * org.goodterms.ui.kit.Screen}. Both are handed what they need by the constructor; what every screen needs lies on the
 * {@link org.goodterms.ui.kit.Desk}.
 *
 * <pre>{@code
 * public final class NotesViewModel {
 *     private final Tasks tasks;
 *     private final NoteService notes;
 *     private final Subscriptions subscriptions;
 *     final ObservableList<Note> rows = FXCollections.observableArrayList();
 *     final StringProperty text = new SimpleStringProperty("");
 *     final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
 *
 *     public NotesViewModel(Tasks tasks, Changes changes, NoteService notes) {
 *         ...
 *         subscriptions = new Subscriptions(changes).on(this::load, Note.class);   // loads at show, and after changes
 *     }
 *
 *     void load() {
 *         tasks.load(rows, progress -> notes.list(), rows::setAll);                // a newer load replaces an older one
 *     }
 *
 *     void write() {
 *         tasks.run("note.write", progress -> notes.write(text.get()),             // a second click is ignored
 *                 written -> text.set(""), problems::set);
 *     }
 * }
 *
 * public final class NotesView implements Screen {
 *     public NotesView(Desk desk, NotesViewModel model) {
 *         Action write = Action.of("window.save", "fth-check", model::write).on(Shortcut.COMMIT)
 *                 .disabledWhile(desk.tasks().busy("note.write"));
 *         ListTable<Note> list = new ListTable<Note>(desk, "notes").onOpen(note -> desk.navigator().go(Place.of("note", note.id())));
 *         list.text("text", "note.text", Note::text).wide();
 *         list.money("open", "note.open", Note::open);
 *         list.whenEmpty(new EmptyState(desk.texts(), "fth-edit", "note.none", write));
 *         list.rows(model.rows);                                                   // last, after the columns
 *         Form form = new Form(desk.texts());
 *         TextField text = new TextField();
 *         text.textProperty().bindBidirectional(model.text);
 *         form.add("text", "note.text", text);                                     // "text" as in Problem.field
 *         model.problems.addListener((o, was, is) -> form.show(is));
 *         page = new Page(title(desk.texts())).actions(Buttons.primary(desk.texts(), write)).content(form.row("text"), list);
 *     }
 *
 *     public String titleKey() { return "screen.notes"; }
 *     public Node node()       { return page; }
 *     public void onShow()     { model.start(); }                                  // subscriptions.start()
 *     public void onHide()     { model.stop(); }
 *     public List<Action> actions() { return List.of(write); }                     // keys and the command palette
 * }
 * }</pre>
 *
 * <p>Features lead to one another by {@link org.goodterms.ui.kit.Place}: {@code navigator.go(Place.of("customer", id))}.
 * The kinds in use: today, calls, call, customers, customer, customer.new, customer.edit, invoices, invoice, invoice.new,
 * invoice.edit, payments, payment.new, aging, statement, followups, reminder.new, settings; each about the id of what it
 * shows (a new one: of what it belongs to).
 */
@NullMarked
package org.goodterms.ui.kit;

import org.jspecify.annotations.NullMarked;
