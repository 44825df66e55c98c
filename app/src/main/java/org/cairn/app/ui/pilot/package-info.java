/// The page of the pilot: ninety days, their measures, and the report.
@NullMarked
package org.cairn.app.ui.pilot;

import org.jspecify.annotations.NullMarked;
