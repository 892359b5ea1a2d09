package org.goodterms.ui.kit;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.goodterms.kernel.Texts;

/**
 * Shows a fault of ours: in plain words that the books are safe (the act was rolled back), with a short code to quote.
 * The details are folded away, for copying.
 */
public final class ErrorWindow {
    private static final int CODE_BITS = 20;
    private final Dialog dialog;

    public ErrorWindow(Texts texts, Throwable fault, Runnable openLog, Runnable close) {
        String code = code(fault);
        Label words = new Label(texts.get("fault.words"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label number = new Label(texts.get("fault.code", code));
        number.getStyleClass().add("fault-code");
        TextArea trace = new TextArea(details(code, fault));
        trace.setEditable(false);
        trace.setPrefRowCount(10);
        trace.getStyleClass().add("fault-details");
        trace.setVisible(false);
        trace.managedProperty().bind(trace.visibleProperty());
        Hyperlink unfold = new Hyperlink(texts.get("fault.details"));
        unfold.getStyleClass().add("fault-unfold");
        unfold.setOnAction(e -> trace.setVisible(!trace.isVisible()));
        VBox content = Form.column(words, number, unfold, trace);
        Button shut = Buttons.primary(texts, Action.of("window.close", "fth-check", close));
        dialog = new Dialog(texts.get("fault.heading"), content, 560).buttons(
                Buttons.quiet(texts, Action.of("fault.open_log", "fth-file-text", openLog)),
                Buttons.of(texts, Action.of("fault.copy", "fth-copy", () -> copy(trace.getText()))), shut).focusing(shut);
    }

    public Dialog dialog() {
        return dialog;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The same fault at the same place has the same code on every machine: four characters. */
    public static String code(Throwable fault) {
        int hash = fault.getClass().getName().hashCode();
        for (StackTraceElement place : fault.getStackTrace()) {
            if (place.getClassName().startsWith("org.goodterms")) {
                hash = 31 * hash + (place.getClassName() + place.getMethodName()).hashCode();
                break;
            }
        }
        String letters = Integer.toString(hash & (1 << CODE_BITS) - 1, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(4 - Math.min(4, letters.length())) + letters;
    }

    private static String details(String code, Throwable fault) {
        StringBuilder text = new StringBuilder("Good Terms ").append(code).append('\n');
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(cause == fault ? "" : "Caused by: ").append(cause).append('\n');
            for (StackTraceElement place : cause.getStackTrace()) {
                text.append("    at ").append(place).append('\n');
            }
        }
        return text.toString();
    }
}
