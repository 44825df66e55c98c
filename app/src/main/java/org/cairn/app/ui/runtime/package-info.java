/// What really ran: logs of the operating system, questions to them, and their answers as pictures and tables.
@NullMarked
package org.cairn.app.ui.runtime;

import org.jspecify.annotations.NullMarked;
