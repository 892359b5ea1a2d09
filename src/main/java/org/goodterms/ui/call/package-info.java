/** The call desk on screen: one customer after the other, the script beside the phone, the result in one key. */
@NullMarked
package org.goodterms.ui.call;

import org.jspecify.annotations.NullMarked;
