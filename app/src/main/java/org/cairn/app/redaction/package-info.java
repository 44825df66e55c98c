/// Parts taken out of a text or a picture before it is shown to others. Knows no ledger.
@NullMarked
package org.cairn.app.redaction;

import org.jspecify.annotations.NullMarked;
