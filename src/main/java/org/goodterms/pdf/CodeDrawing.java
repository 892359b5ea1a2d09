package org.goodterms.pdf;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A QR code drawn as squares, not as a picture: sharp at any size. Error correction M, as banks ask for. */
final class CodeDrawing {
    /** The white border that readers need, in modules. */
    private static final int QUIET = 4;
    private static final Accent BLACK = new Accent(0, 0, 0);
    private static final Accent WHITE = new Accent(255, 255, 255);

    private CodeDrawing() {
    }

    /** Whether a code can hold the text so that a telephone still reads it from paper: up to version 20 (666 bytes). */
    static boolean holds(String text) {
        try {
            return code(text).version <= 20;
        } catch (DataTooLongException e) {
            return false;
        }
    }

    private static QrCode code(String text) {
        return QrCode.encodeSegments(List.of(QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8))),
                QrCode.Ecc.MEDIUM, 1, 40, -1, false);
    }

    /** On a white square of {@code side} points, its border included. */
    static void draw(String text, Canvas canvas, float x, float top, float side) {
        QrCode code = code(text);
        canvas.box(x, top, side, side, WHITE);
        float module = side / (code.size + 2 * QUIET);
        float lower = canvas.height() - top - side;
        Shape shape = new Shape();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                int from = column;
                while (column < code.size && code.getModule(column, row)) {
                    column++;
                }
                if (column > from) {
                    shape.rectangle(x + (QUIET + from) * module, lower + (QUIET + code.size - 1 - row) * module,
                            (column - from) * module, module);
                }
            }
        }
        canvas.shape(shape, BLACK);
    }
}
