/** What customers contest on screen: the list of open disputes, each closed with its outcome. */
@NullMarked
package org.goodterms.ui.dispute;

import org.jspecify.annotations.NullMarked;
